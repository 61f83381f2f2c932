from datetime import date
from pathlib import Path

import pytest

from riwaya.dates.publish import infer
from riwaya.records import Article, Basis, Piece, Role

SHARED = Path(__file__).parents[2] / "../shared/seeds"


def article(text: str) -> Article:
    whole = (Piece(start=0, end=len(text), page_start=100),)
    return Article(id="a", capture="c", role=Role.MAIN, paragraphs=(), text=text, pieces=whole)


SUMMIT = """قال مكتب الرئيس، الثلاثاء، إن القمة المقررة، الجمعة، بين الرئيسين في جزيرة النخيل فرصة للحوار.
وأضاف أن الرئيس سيشارك، الأربعاء، في اجتماع تمهيدي عبر الاتصال المرئي.
وبحث الوزيران الاستعدادات للقمة المقرر عقدها بين الرئيسين في جزيرة النخيل يوم 15 أغسطس.
وهذه أول زيارة له منذ عام 2015."""


@pytest.mark.parametrize("hint", [None, date(2025, 8, 20), date(2026, 2, 1)])
def test_an_event_named_by_weekday_and_date_pins_the_days_and_tense_narrows_them(hint: date | None):
    found = infer(article(SUMMIT), hint)
    assert found is not None
    assert (found.first, found.last, found.value) == (date(2025, 8, 12), date(2025, 8, 13), None)
    assert found.basis is Basis.INFERRED
    for reason in ("2015", "الجمعة", "15 أغسطس", "الثلاثاء", "الأربعاء"):
        assert reason in found.why


def test_without_a_year_in_the_text_and_without_a_hint_nothing_is_said():
    text = SUMMIT.replace("منذ عام 2015", "للجزيرة")
    assert infer(article(text), None) is None
    assert infer(article(text), date(2025, 9, 1)) is not None


def test_weekdays_alone_pin_nothing():
    assert infer(article("قال الوزير، الثلاثاء، إنه سيسافر، الجمعة، إلى الجزيرة"), date(2025, 9, 1)) is None


def test_an_article_that_names_its_own_day_takes_the_year_in_which_that_weekday_fits():
    text = "أكد الوزير اليوم الخميس 9 تشرين الأول/أكتوبر أن الخطة بدأت في كانون الثاني/يناير 2025"
    for hint in (None, date(2025, 10, 15), date(2027, 1, 1)):
        found = infer(article(text), hint)
        assert found is not None
        assert found.value == "2025-10-09"
    assert found.span == (111, 144), "the span lies on the page"


def test_yesterday_with_a_full_date_states_the_day_after():
    found = infer(article("افتتح الملتقى أمس السبت 14 مايو 2016 في العاصمة"), None)
    assert found is not None
    assert (found.value, found.basis) == ("2016-05-15", Basis.STATED)


def test_a_date_with_neither_weekday_nor_year_needs_a_capture_near_it():
    text = "افتتح الملتقى اليوم 14 مايو في العاصمة"
    near = infer(article(text), date(2016, 5, 20))
    assert near is not None
    assert near.value == "2016-05-14"
    assert infer(article(text), date(2017, 4, 20)) is None


def test_a_text_without_days_has_no_day():
    assert infer(article("لا شيء هنا"), date(2020, 1, 1)) is None


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is absent")
def test_the_seed_without_a_date_comes_out_as_its_gold_says():
    text = next(SHARED.glob("003_*")).read_text("utf-8")
    found = infer(article(text), None)
    assert found is not None
    assert (found.first, found.last) == (date(2025, 8, 12), date(2025, 8, 13))


def test_a_report_that_opens_with_a_dated_deed_is_of_that_day_or_the_next():
    found = infer(article("أعلنت الوزارة الخميس 12 مارس 2026 فتح الطريق"), None)
    assert found is not None
    assert (found.first, found.last) == (date(2026, 3, 12), date(2026, 3, 13))


@pytest.mark.parametrize(
    "text",
    [
        "يبدأ العمل بالقانون من الخميس 12 مارس 2026",
        "انتهت الأعمال التي بدأت مساء الخميس 12 مارس 2026",
        "ستعلن الوزارة الخميس 12 مارس 2026 فتح الطريق",
        "أعلنت الوزارة الأربعاء 12 مارس 2026 فتح الطريق",
    ],
    ids=["from that day on", "a part of it", "to come", "not its weekday"],
)
def test_other_dated_weekdays_pin_nothing(text):
    assert infer(article(text), None) is None
