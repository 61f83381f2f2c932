"""Articles a second through statements on one core, beside a naive pattern of direct speech, and cost against size.

usage: python bench/statements.py [NEWS.jsonl.gz]
Names and dates are given, as `find` takes them; time is the process's own (CPU). "first" is a text that
nobody has read yet in this process, "again" the next one: words once met are kept. The peer is one regular
expression, a verb of saying, up to eight words, and words in marks; beside both stands how much of the direct speech
in the hand-labelled articles of `measure/gold` each finds, by the words alone and with the speaker.
"""

import gzip
import itertools
import json
import re
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from riwaya.language.letters import fold
from riwaya.measure.gold import Label, Labelled, labelled, overlap, places
from riwaya.measure.ledger import scored
from riwaya.records import Article, DateMention, Mention, Paragraph, ParagraphKind, Role, Span, StatementKind
from riwaya.run.pipeline import dates_of, names_of
from riwaya.statements import find

NEWS = Path(__file__).parents[2] / "shared/data/news/saudinewsnet.jsonl.gz"
GOLD = Path(__file__).parents[1] / "measure/gold/ledger.jsonl"
ARTICLES = 600
SIZES = (1 << 10, 1 << 14, 1 << 17, 1 << 20, 10 << 20)  # bytes of text
STEP = 33  # of so many articles one, all over the file
ENOUGH = 0.5
Given = tuple[Article, tuple[Mention, ...], tuple[DateMention, ...]]
Said = tuple[Span, Span]  # of the speaker, of the words

PEER = re.compile(
    r"(?<!\w)[وف]?(?:قال|قالت|أضاف|أضافت|أكد|أكدت|تابع|تابعت|أوضح|أوضحت|ذكر|ذكرت|صرح|صرحت|كتب|كتبت|أعلن|أعلنت)"
    r"(?P<who>(?:\s+[^\s«»“”\"]+){0,8}?)\s*[:،]?\s*(?:«(?P<a>[^»]+)»|“(?P<b>[^”]+)”|\"(?P<c>[^\"]+)\")"
)


def article(key: str, lines: Iterable[str]) -> Article:
    """A page of these lines, each a paragraph; the first is the headline."""
    text, spans = "", []
    for line in lines:
        spans.append((len(text), len(text) + len(line)))
        text += line + "\n"
    body = tuple(Paragraph(kind=ParagraphKind.BODY, text=text[a:b], span=(a, b)) for a, b in spans[1:])
    return Article(
        id=key, capture=key, role=Role.MAIN, headline=text[slice(*spans[0])], headline_span=spans[0], paragraphs=body,
        text=text, pieces=(),
    )  # fmt: skip


def given(news: Path, first: int, end: int) -> list[Given]:
    """Articles with their names and dates."""
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in itertools.islice(lines, 0, None, STEP)][first:end]
    made = [article(str(row["n"]), (row["title"], *filter(str.strip, row["content"].split("\n")))) for row in rows]
    return [(one, names_of(one), dates_of(one)) for one in made]


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def every(parts: Iterable[Given]) -> int:
    return sum(len(find(*part)) for part in parts)


def peer(text: str) -> list[Said]:
    """What the naive pattern takes for direct speech."""
    return [(m.span("who"), m.span(m.lastgroup or "a")) for m in PEER.finditer(text)]


# --- rates --------------------------------------------------------------------------------------------------------


def rates(parts: list[Given]) -> None:
    half = len(parts) // 2
    first, again = (timed(lambda part=part: every(part)) for part in (parts[:half], parts[half:]))
    naive = timed(lambda: [peer(one.text) for one, _, _ in parts[half:]])
    print(f"{'articles/s':>12} {'first':>8} {'again':>8} {'pattern':>8} {'ratio':>6}")
    print(f"{'':>12} {half / first:>8.0f} {half / again:>8.0f} {half / naive:>8.0f} {naive / again:>6.3f}")


def growth(parts: list[Given]) -> None:
    print(f"\n{'KB':>8} {'s':>8} {'MB/s':>6}")
    for size in SIZES:
        whole = joined(parts, size)
        took = timed(lambda whole=whole: find(*whole))
        print(f"{size >> 10:>8} {took:>8.3f} {size / took / (1 << 20):>6.2f}")


def joined(parts: list[Given], size: int) -> Given:
    """One article of about `size` bytes: the articles one after the other, over again where they do not suffice."""
    lines: list[str] = []
    mentions: list[Mention] = []
    dates: list[DateMention] = []
    letters = filled = 0
    for one, names, days in itertools.cycle(parts):
        lines += one.text.splitlines()
        mentions += [replace(m, span=(m.span[0] + letters, m.span[1] + letters)) for m in names]
        dates += [replace(d, span=(d.span[0] + letters, d.span[1] + letters)) for d in days]
        letters, filled = letters + len(one.text), filled + len(one.text.encode())
        if filled >= size:
            return article("long", lines), tuple(mentions), tuple(dates)
    raise AssertionError


def hostile() -> None:
    """One line of 100 KB that repeats what a pattern waits for."""
    print("\nbad input, 100 KB: s")
    for piece in ("قال ", "«", "قال: ", "أن ", "و", "بحسب ", "قال الوزير ", "لم ", "، قال «كذا"):
        line = piece * ((100 << 10) // len(piece.encode()))
        took = timed(lambda line=line: find(article("bad", ("عنوان", line)), (), ()))
        print(f"{piece:>14} {took:>8.3f}")


# --- recall -------------------------------------------------------------------------------------------------------


def recall(news: Path) -> None:
    sheets = labelled(GOLD, news)
    direct = [(sheet, x) for sheet in sheets for x in sheet.sheet.statements if _direct(x)]
    naive = [_naively(sheet, label) for sheet, label in direct]
    read = scored(sheets)
    own = [p.label for a in read for p in a.cued if _direct(p.label) and p.content >= ENOUGH]
    full = [p.label for a in read for p in a.found if _direct(p.label)]
    print(f"\ndirect speech of {len(direct)}: words found, with the speaker")
    print(f"{'pattern':>10} {sum(w for w, _ in naive) / len(direct):.3f} {sum(s for _, s in naive) / len(direct):.3f}")
    print(f"{'riwaya':>10} {len(own) / len(direct):.3f} {len(full) / len(direct):.3f}")


def _direct(label: Label) -> bool:
    return label.kind[0] is StatementKind.DIRECT and not label.optional


def _naively(sheet: Labelled, label: Label) -> tuple[bool, bool]:
    """Whether the pattern finds the words of a label, and whether it has the speaker as well."""
    own = places(sheet.text)
    hit = next((x for x in peer(sheet.text) if overlap(own.of(x[1]), own.of(label.content)) >= ENOUGH), None)
    if hit is None:
        return False, False
    said, name = fold(sheet.text[slice(*hit[0])]).split(), fold(sheet.text[slice(*label.who)]).split()
    return True, len(set(said) & set(name)) > 1 or said == name


if __name__ == "__main__":
    source = Path(sys.argv[1]) if sys.argv[1:] else NEWS
    ready = given(source, 0, ARTICLES)
    rates(ready)
    growth(ready)
    hostile()
    recall(source)
