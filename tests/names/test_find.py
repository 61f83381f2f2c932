from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from riwaya.names.find import find, read
from riwaya.records import Article, Mention, NameKind, Role

CASES = Path(__file__).parents[1] / "cases/names/mentions.tsv"
ROWS = [line.split("\t") for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]
LETTER = {NameKind.PERSON: "P", NameKind.PLACE: "L", NameKind.ORGANISATION: "O"}
CUES = ("قال", "الرئيس", "الروسي", "إيغور", "مالينوف", "«", "»", "أبو", "عبد", "الله", "-", ".", "وزير", "الخارجية",
        "صحيفة", '"', "في", "مدينة", "ال", "لل", "بن", "بيونغ", "للكرملين", "ـ", "،")  # fmt: skip
WORDS = st.lists(st.sampled_from(CUES), max_size=30)


def shown(text: str, mention: Mention) -> str:
    words = text[slice(*mention.span)]
    name = "" if mention.name == words else f"={mention.name}"
    role = f" «{mention.role_text}»" if mention.role_text else ""
    return f"{LETTER[mention.kind]} {words}{name}{role}"


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_who_and_what_is_named(text: str, expected: str, why: str):
    text = text.replace(r"\n", "\n")
    assert " | ".join(shown(text, mention) for mention in read("a", text)) == expected, why


def test_mentions_carry_the_article_and_lie_in_its_text():
    text = "قال وزير الدفاع سامح الكرماني"
    article = Article(id="abc-0", capture="abc", role=Role.MAIN, paragraphs=(), text=text, pieces=())
    (mention,) = find(article)
    assert mention.article == "abc-0"
    assert text[slice(*mention.span)] == "سامح الكرماني"
    assert mention.role_text == "وزير الدفاع"
    assert mention.entity.startswith("person:")


def test_two_spellings_in_two_articles_agree_without_meeting():
    one = read("a", "التقى الرئيس الروسي سيرغي جاغارين الوفد")
    other = read("b", "التقى الرئيس الروسي سيرجي غاغارين الوفد")
    assert one[0].entity == other[0].entity


def test_an_empty_text_names_nobody():
    assert read("a", "") == ()


@given(WORDS)
@example(["صحيفة", "صحيفة", "«", "بن", "قال"])  # the tagger saw the mark as a body
def test_any_run_of_cues_is_read_and_spans_stay_apart(words: list[str]):
    text = " ".join(words)
    mentions = read("a", text)
    ends = [0, *(m.span[1] for m in mentions)]
    assert all(end <= m.span[0] < m.span[1] <= len(text) for end, m in zip(ends, mentions, strict=False))
