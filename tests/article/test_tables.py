"""Lines, stamps, credits and keywords, one case a line in tests/cases/article."""

from pathlib import Path

import pytest

from plainpage import plain
from riwaya.article import credit_lines, datelines, keywords, stamps
from riwaya.article.labelling import label
from riwaya.article.lines import lines

CASES = Path(__file__).parents[1] / "cases/article"
TEXT = (
    "أعلنت بلدية صدفة، الثلاثاء، أنها ستفتح الجسر الشرقي أمام السيارات مطلع الشهر المقبل بعد صيانة دامت عامين.\n\n"
    "وقالت رئيسة البلدية إن الجسر سيبقى مغلقا أمام الشاحنات إلى حين انتهاء الفحوص الفنية في منتصف الصيف."
)


def rows(name: str) -> list[list[str]]:
    text = (CASES / name).read_text("utf-8").splitlines()
    return [[cell if cell != "-" else "" for cell in line.split("\t")] for line in text if line and line[0] != "#"]


@pytest.mark.parametrize(("line", "expected", "seen"), rows("labels.tsv"))
def test_a_line_says_what_it_is(line, expected, seen):
    page = plain(f"{line}\n\n{TEXT}")
    if expected == "captured":
        page = plain(f"صحيفة الميناء:\n{line}\n\n{TEXT}")
    found = {labelled.line.text: labelled.label for labelled in label(lines(page), page)}
    assert found[line.strip()] == expected, seen


@pytest.mark.parametrize(("text", "expected", "seen"), rows("stamps.tsv"))
def test_a_stated_day_is_read(text, expected, seen):
    found = stamps.stated(text)
    assert (found.value if found else "") == expected, seen


@pytest.mark.parametrize(("line", "expected", "why"), rows("only_dates.tsv"))
def test_a_date_line_is_told_from_a_headline_with_a_date(line, expected, why):
    assert stamps.only_date(line) == (expected == "yes"), why


@pytest.mark.parametrize(("url", "expected", "shape"), rows("addresses.tsv"))
def test_the_day_in_an_address_is_read(url, expected, shape):
    found = stamps.in_url(url)
    assert (found.isoformat() if found else "") == expected, shape


@pytest.mark.parametrize("row", rows("credits.tsv"), ids=lambda row: row[-1])
def test_a_credit_line_is_read(row):
    line, house, *expected, seen = row
    found = credit_lines.read(line, house or None)
    assert [found.place or "", found.agency or "", found.outlet or "", found.byline or ""] == expected, seen


@pytest.mark.parametrize(("text", "place", "agency", "outlet", "seen"), rows("openings.tsv"))
def test_a_dateline_at_a_paragraphs_head_is_read(text, place, agency, outlet, seen):
    found = datelines.opening(text)
    got = (found.place or "", found.agency or "", found.outlet or "") if found else ("", "", "")
    assert got == (place, agency, outlet), seen


@pytest.mark.parametrize(("line", "text", "expected", "why"), rows("keywords.tsv"))
def test_keywords_are_cut_where_the_text_has_phrases(line, text, expected, why):
    assert keywords.cut(line.replace("|", "\n"), text) == tuple(expected.split("|")), why


def test_one_date_line_may_state_publication_and_update():
    published, updated = stamps.parted("نشرت في: 05/09/2023 - 14:30آخر تحديث: 06/09/2023 - 15:00")
    assert published is not None
    assert updated is not None
    assert (published.value, updated.value) == ("2023-09-05T14:30:00", "2023-09-06T15:00:00")


def test_a_clock_alone_after_last_update_makes_the_day_that_of_the_update():
    published, updated = stamps.parted("الأربعاء 28 أغسطس 2013، آخر تحديث 14:00")
    assert published is None
    assert updated is not None
    assert updated.value == "2013-08-28T14:00:00"


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [("(واشنطن (أ ف ب", "واشنطن", "AFP"), ("دبي (رويترز) -", "دبي", "Reuters"), ("(صدفة (رقيم", "صدفة", "رقيم")],
)
def test_torn_brackets_are_read(text, place, agency):
    found = datelines.torn(text)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)


def test_a_caption_credits_its_photograph():
    assert credit_lines.of_photo("عمال في الميناء الشرقي (رويترز)") == "رويترز"
    assert credit_lines.of_photo("عمال في الميناء الشرقي") is None
    assert credit_lines.of_photo("عمال في الميناء (أرشيفية)") is None


@pytest.mark.parametrize(("text", "agency"), [("وهذا ما حدث. (رويترز)", "Reuters"), ("وهذا ما حدث.", None)])
def test_an_agency_may_sign_the_last_paragraph(text, agency):
    assert datelines.closing(text) == agency
