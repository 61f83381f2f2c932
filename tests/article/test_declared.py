"""The declarations themselves: names, codes and domains that no two outlets share, and how an outlet is found."""

from collections import Counter

import pytest

from riwaya.article import declared
from riwaya.article.declared import OutletKind


def test_no_two_outlets_share_a_name_or_domain():
    names = Counter(declared.key(outlet.name) for outlet in declared.outlets())
    domains = Counter(domain for outlet in declared.outlets() for domain in outlet.domains)
    assert [name for name, count in (names + domains).items() if count > 1] == []


def test_no_two_outlets_share_a_spelling():
    spellings = Counter(key for o in declared.outlets() for key in {declared.key(n) for n in (o.name, *o.aliases)})
    assert [key for key, count in spellings.items() if count > 1] == []


def test_every_agency_has_a_code_of_its_own_and_no_outlet_has_one():
    codes = [o.code for o in declared.outlets() if o.kind is OutletKind.AGENCY]
    assert len(set(codes)) == len(codes)
    assert all(codes)
    assert not [o.name for o in declared.outlets() if o.code and o.kind is not OutletKind.AGENCY]


@pytest.mark.parametrize("spelling", ["أ ف ب", "أ.ف.ب", "ا ف ب", "(أ ف ب)", "فرانس برس", "AFP"])
def test_every_spelling_of_an_agency_is_that_agency(spelling):
    found = declared.named(spelling)
    assert found is not None
    assert found.code == "AFP"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.aljazeera.net/news/2023/9/5/x", "الجزيرة"),
        ("http://arabic.cnn.com/x", "CNN بالعربية"),
        ("http://www.al-jazirah.com/2015/x.htm", "الجزيرة السعودية"),
        ("https://aawsat.com/node/5", "الشرق الأوسط"),
        ("https://nobody.example/x", None),
        (None, None),
    ],
)
def test_an_address_names_its_outlet(url, name):
    found = declared.of_url(url)
    assert (found.name if found else None) == name


@pytest.mark.parametrize("code", ["aawsat", "alriyadh", "was", "okaz", "sabq", "3alyoum"])
def test_codes_of_row_files_are_known(code):
    assert declared.named(code) is not None


def test_lines_of_sites_belong_to_declared_outlets():
    names = {outlet.name for outlet in declared.outlets()}
    assert set(declared.sites()) <= names
    assert all(lines for lines in declared.sites().values())
