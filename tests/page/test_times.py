from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from riwaya.page.times import iso, moment

CASES = [
    line.split("\t")[:2]
    for line in (Path(__file__).parents[1] / "cases/page/times.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("stated", "expected"), CASES)
def test_a_stated_time_is_read_as_far_as_it_goes(stated, expected):
    assert iso(stated) == (None if expected == "-" else expected)


def test_a_moment_without_zone_is_taken_as_utc():
    assert moment("2015-07-21 02:51:32") == datetime(2015, 7, 21, 2, 51, 32, tzinfo=UTC)


def test_a_day_is_no_moment():
    assert moment("2015-07-21") is None


def test_a_zone_is_kept():
    found = moment("2023-09-05T10:00:00+03:00")
    assert found is not None
    assert found.utcoffset() == timedelta(hours=3)
