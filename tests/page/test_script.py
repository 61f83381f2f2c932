from pathlib import Path

import pytest

from riwaya.page.script import foreign, plausible

CASES = [
    line.split("\t")[:2]
    for line in (Path(__file__).parents[1] / "cases/page/languages.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_another_language_is_named(text, expected):
    why = foreign(text)
    if expected == "-":
        assert why is None
    else:
        assert expected in why


def test_news_is_plausible_and_noise_is_not():
    assert plausible("قال الوزير في المؤتمر إن الطريق سيفتح خلال أيام") > 0.3
    assert plausible("سط زخقلا غفق صثق ضصث قفغع") == 0


def test_nothing_is_not_arabic():
    assert foreign("123 456") is not None
