from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.dates import calendars

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("hijri", "day"),
    [
        ((1445, 1, 1), date(2023, 7, 19)),
        ((1436, 10, 5), date(2015, 7, 21)),
        ((1400, 1, 1), date(1979, 11, 20)),
        ((1300, 1, 1), date(1882, 11, 12)),  # before the printed tables: the tabular calendar
    ],
)
def test_known_days_of_the_hijri_calendar(hijri: tuple[int, int, int], day: date):
    assert calendars.hijri_day(*hijri) == day


@given(DAYS)
def test_hijri_days_come_back_to_the_day_they_came_from(day: date):
    assert calendars.hijri_day(*calendars.hijri_of(day)) == day


@given(DAYS)
def test_hijri_months_follow_one_another_without_gap(day: date):
    year, month, _ = calendars.hijri_of(day)
    after = (year, month + 1) if month < 12 else (year + 1, 1)
    assert (calendars.hijri_month(*after)[0] - calendars.hijri_month(year, month)[1]).days == 1


@given(DAYS, st.integers(0, 6))
def test_the_nearest_weekday_is_that_weekday_within_three_days(day: date, weekday: int):
    found = calendars.nearest_weekday(day, weekday)
    assert found.weekday() == weekday
    assert abs((found - day).days) <= 3


@given(DAYS)
def test_a_week_has_seven_days_from_its_start_and_holds_its_day(day: date):
    first, last = calendars.week_of(day)
    assert first <= day <= last
    assert ((last - first).days, first.weekday()) == (6, calendars.WEEK_START)


def test_days_that_no_calendar_has_are_none():
    assert calendars.day_of(2023, 2, 29) is None
    assert calendars.day_of(2023, 13, 1) is None
    assert calendars.hijri_day(1445, 13, 1) is None
    assert calendars.add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [
        (2015, date(2015, 4, 5), date(2015, 4, 12)),
        (2017, date(2017, 4, 16), date(2017, 4, 16)),
        (2024, date(2024, 3, 31), date(2024, 5, 5)),
    ],
)
def test_easter_falls_where_both_churches_kept_it(year: int, western: date, eastern: date):
    assert (calendars.easter(year, julian=False), calendars.easter(year, julian=True)) == (western, eastern)


def test_weeks_of_a_year_are_those_of_iso_8601():
    assert calendars.iso_week(2015, 1) == (date(2014, 12, 29), date(2015, 1, 4))
    assert calendars.iso_week(2015, -1) == (date(2015, 12, 28), date(2016, 1, 3))
    assert calendars.iso_week(2016, 53) is None
