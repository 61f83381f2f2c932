from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.language import quotes
from riwaya.language.quotes import pair
from strategies import anything, quoted

CASES = Path(__file__).parents[1] / "cases/language/quotes.tsv"
ROWS = [line.split("\t") for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]
TEXTS = st.one_of(st.text(alphabet="ابت. \"«»“”'ـل\n،3:<>", max_size=80), quoted(), anything())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[-1])
def test_quotations_and_their_repairs(row: list[str]):
    line, inner, repairs, why = row
    found = pair(line)
    assert "|".join(line[slice(*quotation.inner)] for quotation in found) == inner, why
    assert "|".join(quotation.repair for quotation in found) == repairs, why


def test_the_turned_mark_is_told_as_stray():
    line = "قال «إن المحادثات تتقدم على «مستوى القادة"
    (found,) = pair(line)
    assert [line[slice(*span)] for span in found.strays] == ["«"]
    assert found.strays[0] > found.inner


@given(TEXTS)
def test_quotations_lie_in_order_within_one_line_and_around_their_words(text: str):
    found = pair(text)
    assert all(a.outer[1] <= b.outer[0] for a, b in pairwise(found))
    for quotation in found:
        (start, end), (first, last) = quotation.outer, quotation.inner
        assert 0 <= start <= first <= last <= end <= len(text)
        assert start < first or quotation.repair is quotes.Repair.CONTINUED
        assert "\n" not in text[start:end]
        assert all(first <= left < right <= last for left, right in quotation.strays)


@pytest.mark.parametrize(
    ("text", "inner", "repairs"),
    [
        ("قال: «لن نغادر\nوسنبقى هنا» ثم مضى", ["لن نغادر", "وسنبقى هنا"], ["unclosed", "continued"]),
        (
            "قال: «لن نغادر\n\nوسنبقى هنا» و«نعود»",
            ["لن نغادر", "وسنبقى هنا", "نعود"],
            ["unclosed", "continued", "none"],
        ),
        ("قال: «لن نغادر\n«وسنبقى هنا»", ["لن نغادر", "وسنبقى هنا"], ["unclosed", "none"]),
        ("قال: «لن نغادر»\nوسنبقى هنا» ثم مضى", ["لن نغادر"], ["none"]),
        ('قال: "لن نغادر\nوسنبقى هنا" ثم مضى', ["لن نغادر", "وسنبقى هنا"], ["unclosed", "continued"]),
    ],
)
def test_a_quotation_torn_over_two_paragraphs_goes_on_in_the_second(text, inner, repairs):
    found = pair(text)
    assert [text[slice(*quotation.inner)] for quotation in found] == inner
    assert [quotation.repair for quotation in found] == repairs


@given(TEXTS, TEXTS)
def test_a_line_is_not_changed_by_the_lines_below(above: str, below: str):
    alone = [(q.inner, q.repair) for q in pair(above)]
    assert [(q.inner, q.repair) for q in pair(f"{above}\n{below}")][: len(alone)] == alone


def test_a_line_of_many_marks_is_read_in_one_pass():
    assert len(pair('«أ» "ب ' * 100_000)) > 0


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ('وقف العمل" في الجسر', '"وقف العمل" في الجسر'),
        ('بهدف "دعم المزارعين', 'بهدف "دعم المزارعين"'),
        ("قال «لا أستطيع", "قال «لا أستطيع»"),
        ("كلام لا أساس له»", "كلام لا أساس له"),
        ("نص «داخل» تمام", "نص «داخل» تمام"),
    ],
)
def test_text_cut_out_of_its_place_has_its_quotations_closed(text, closed):
    assert quotes.whole(text) == closed
    assert quotes.is_whole(closed)


def test_the_speakers_words_alone_are_hardly_less_than_the_content():
    assert quotes.own_words("«الجسر مفتوح»", ["الجسر مفتوح"]) == "الجسر مفتوح"
    assert quotes.own_words("ألا يوقع «نصا يضر المزارعين»", ["نصا يضر المزارعين"]) == ""


@given(TEXTS)
def test_what_was_closed_is_whole(text):
    assert all(quotes.is_whole(quotes.whole(line)) for line in text.split("\n"))
