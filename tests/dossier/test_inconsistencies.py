"""What cannot be right by itself: a day that no calendar has, a weekday that is not its date's."""

from dataclasses import replace

import pytest

from riwaya.dossier.inconsistencies import impossible_days
from riwaya.dossier.material import lay_out


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("وصل الوفد في 31 فبراير 2025 إلى صدفة.", ["31 فبراير 2025"]),
        ("وصل الوفد الثلاثاء 12 مارس 2026 إلى صدفة.", ["الثلاثاء 12 مارس 2026"]),
        ("وصل الوفد الخميس 12 مارس 2026 إلى صدفة.", []),
    ],
)
def test_dates_that_no_calendar_allows(bridge, text, words):
    story, material = bridge
    only = replace(material.articles[0], text=text)
    desk = lay_out(story, replace(material, articles=[only], copies=[]))
    found = list(impossible_days(desk))
    assert [text[slice(*one.places[0][1])] for one in found] == words
