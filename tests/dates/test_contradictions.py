import pytest

from riwaya.dates.contradictions import contradictions


def test_a_weekday_that_is_not_its_dates_is_told_with_the_right_one():
    text = "اجتمعوا الخميس 24 أكتوبر 2016 في العاصمة"
    (found,) = contradictions(text)
    assert (found.text, found.why) == ("الخميس 24 أكتوبر 2016", "2016-10-24 is a Monday, not a Thursday")
    assert text[slice(*found.span)] == found.text


def test_a_day_that_the_month_does_not_have_is_told():
    assert [found.why for found in contradictions("في 31 أبريل 2020")] == ["2020-04 has no day 31"]


@pytest.mark.parametrize("text", ["الاثنين 24 أكتوبر 2016", "الخميس 24 أكتوبر", "الأحد 5 شوال 1436هـ", "الخميس الماضي"])
def test_what_agrees_or_cannot_be_told_is_left_alone(text: str):
    assert contradictions(text) == ()
