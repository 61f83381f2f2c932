"""A statement in two lines: who did what with which words, then how it came here."""

from riwaya.cli.output import Sheet, Tone
from riwaya.cli.words import NO_DAY, TONES, day, joined
from riwaya.records import Article, Statement, StatementKind
from riwaya.run import explain
from riwaya.serve.signs import feminine, of_act


def show(statement: Statement, article: Article, source: str, page: Sheet) -> None:
    speaker = statement.speaker
    sign = of_act(statement.act, statement.certainty, feminine=feminine(speaker, [statement]))
    role = f" ({speaker.role})" if speaker.role and speaker.role not in speaker.name else ""
    name = page.tone(speaker.name, Tone.STRONG)
    words = f"«{statement.content}»" if statement.kind is StatementKind.DIRECT else statement.content
    page.line(f"{page.tone(f'{sign.glyph} {sign.word}', TONES.get(sign.icon, Tone.PLAIN))} {name}{role}: {words}")
    about = joined(
        " ".join(f"عن {carrier}" for carrier in reversed(statement.via)),
        statement.addressee and f"إلى {statement.addressee}",
        f"قيل {day(statement.said_on)}" if statement.said_on else None,
        f"نُشر {day(article.published_at)}" if article.published_at else NO_DAY,
        article.outlet,
        page.apart(source),
    )
    page.line(page.tone(about, Tone.FAINT), 2)


def show_why(statement: Statement, article: Article, page: Sheet) -> None:
    """The rule and each part with its span in the article's text, as the JSON record has them."""
    rule = explain.rule(statement.rule)
    page.line(f"القاعدة {page.apart(rule.name)}: {rule.pattern} ({rule.reads})", 4)
    for part in explain.parts(statement, article.text):
        place = page.tone(page.apart(f"[{part.span[0]}, {part.span[1]})"), Tone.FAINT) if part.span else ""
        page.line(f"{part.name}: {part.words} {place}".rstrip(), 4)
