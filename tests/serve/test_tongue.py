from datetime import date
from pathlib import Path

import pytest

from riwaya.records import Precision, When
from riwaya.serve.tongue import Noun, arabic

CASES = Path(__file__).parents[1] / "cases" / "serve" / "counts.tsv"
ROWS = [line.split("\t") for line in CASES.read_text("utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("count", "words", "why"), ROWS)
def test_counts_agree_with_their_noun(count, words, why):
    assert arabic.counted(int(count), Noun.REPORT) == words, why


def test_a_day_names_its_month_as_both_east_and_gulf_do():
    assert arabic.day(date(2031, 9, 5)) == "٥ أيلول/سبتمبر ٢٠٣١"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2031, 5, 5), date(2031, 5, 5), "٥ أيار/مايو ٢٠٣١"),
        (date(2031, 5, 5), date(2031, 5, 7), "٥–٧ أيار/مايو ٢٠٣١"),
        (date(2031, 8, 28), date(2031, 9, 3), "٢٨ آب/أغسطس – ٣ أيلول/سبتمبر ٢٠٣١"),
        (date(2030, 12, 31), date(2031, 1, 1), "٣١ كانون الأول/ديسمبر ٢٠٣٠ – ١ كانون الثاني/يناير ٢٠٣١"),
    ],
)
def test_a_run_of_days_says_once_what_its_ends_share(first, last, words):
    assert arabic.days(first, last) == words


def test_a_month_is_no_run_of_days():
    month = When(value="2031-04", first=date(2031, 4, 1), last=date(2031, 4, 30), precision=Precision.MONTH)
    assert arabic.when(month) == "نيسان/أبريل ٢٠٣١"


def test_an_agency_goes_by_its_arabic_name():
    assert arabic.agency("AFP") == "أ ف ب"
    assert arabic.agency("نداء") == "نداء"


def test_a_list_ends_in_and():
    assert arabic.listed(["أ", "ب", "ج"]) == "أ، ب وج"


def test_many_outlets_are_named_in_part_and_counted_in_full():
    assert arabic.some([f"منبر {n}" for n in range(20)]).endswith("و١٢ منبراً غيرها")
