"""Offices read out of roles, and who held them on a day. Offices and their holders are public facts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.names.holders import KNOWN_UNTIL, holder_called, holdings, meant, office, people


@pytest.mark.parametrize(
    ("role", "day", "holder"),
    [
        ("الرئيس الروسي", "2009-01-01", "دميتري مدفيديف"),
        ("الرئيس الروسي", "2015-01-01", "فلاديمير بوتين"),
        ("وزير الخارجية السعودي", "2014-06-01", "سعود الفيصل"),
        ("وزير الخارجية السعودي", "2016-06-01", "عادل الجبير"),
        ("الأمين العام للأمم المتحدة", "2015-08-01", "بان كي مون"),
        ("أمين عام الأمم المتحدة", "2020-08-01", "أنطونيو غوتيريش"),
        ("المتحدث باسم الكرملين", "2018-01-01", "دميتري بيسكوف"),
        ("الزعيم الكوري الشمالي", "2023-09-01", "كيم جونغ أون"),
        ("الزعيم الكوري الشمالي", "2010-09-01", "كيم جونغ إيل"),
        ("المستشارة الألمانية", "2015-01-01", "أنجيلا ميركل"),
        ("العاهل السعودي", "2014-01-01", "عبدالله بن عبدالعزيز"),
        ("خادم الحرمين الشريفين", "2016-01-01", "سلمان بن عبدالعزيز"),
        ("رئيس الحكومة البريطانية", "2011-01-01", "ديفيد كاميرون"),
        ("أمير قطر", "2012-01-01", "حمد بن خليفة"),
        ("ولي العهد السعودي", "2016-01-01", "محمد بن نايف"),
    ],
)
def test_a_role_means_whoever_held_the_office_that_day(role: str, day: str, holder: str):
    found = meant(role, date.fromisoformat(day))
    assert found is not None
    assert found.holder == holder


@pytest.mark.parametrize(
    ("role", "day", "why"),
    [
        ("الرئيس الروسي السابق", "2015-01-01", "not in office"),
        ("نائب وزير الخارجية السعودي", "2016-06-01", "a deputy"),
        ("الرئيس", "2015-01-01", "of what"),
        ("وزير الخارجية", "2015-01-01", "whose"),
        ("رئيس الشركة الروسية", "2015-01-01", "no office of the table"),
        ("الرئيس المصري", "2012-06-29", "between two"),
        ("المتحدث باسم الجيش الإسرائيلي", "2024-01-01", "two spoke for it"),
        ("الرئيس الروسي", "2026-06-01", "past what the table knows"),
    ],
)
def test_a_role_that_is_not_understood_means_nobody(role: str, day: str, why: str):
    assert meant(role, date.fromisoformat(day)) is None, why


def test_the_table_covers_the_bodies_that_news_speaks_of():
    assert len(holdings()) >= 400
    assert len({one.body for one in holdings()}) >= 60
    assert all(one.since < one.until <= KNOWN_UNTIL for one in holdings())


def test_a_holder_is_known_in_any_listed_spelling():
    assert holder_called("دونالد ترمب") == "دونالد ترامب"
    assert holder_called("سيرجي لافروف") == "سيرغي لافروف"
    assert holder_called("فلان الفلاني") is None
    assert people()["آية الله علي خامنئي"] == "علي خامنئي"


def test_an_office_is_read_whatever_its_form():
    assert office("الناطقة الرسمية باسم وزارة الخارجية الروسية") == office("المتحدث باسم وزارة الخارجية الروسية")


@given(st.text(max_size=200))
def test_any_string_is_read_as_a_role_or_not(text: str):
    assert office(text) is None or len(office(text) or ()) == 2
