"""`riwaya who`: one speaker by story and day, for people, programs and spreadsheets."""

import csv
import io
import json

import pytest

from command import within
from riwaya.cli.who import _cell
from riwaya.run import local
from riwaya.store import Store

DENIES = "2025-03-03\n\nنفى وزير النقل سامر الكردوس إغلاق جسر الوادي أمام الشاحنات هذا الصيف، حسب ما نشرته الوزارة.\n"
CONFIRMS = "أكد وزير النقل سامر الكردوس إغلاق جسر الوادي أمام الشاحنات هذا الصيف، بعد أيام من الجدل في المدينة.\n"


@pytest.fixture(scope="module")
def bridge(tmp_path_factory):
    """A store of two reports of one story: a minister denies on Monday and confirms on Thursday."""
    pages = tmp_path_factory.mktemp("pages")
    for name, day, text in (("one", "2025-03-03", DENIES), ("two", "2025-03-06", CONFIRMS)):
        row = {"title": "جسر الوادي والشاحنات", "content": text, "url": f"https://{name}.example/1", "date": day}
        (pages / f"{name}.json").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    directory = tmp_path_factory.mktemp("store")
    with Store.open(directory) as store:
        local.build([str(pages)], store, 1)
    return directory


def test_a_statement_comes_with_its_story_day_and_page(river):
    status, out, _ = within("who", "ستانييف", "--store", river, "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert all({"day", "story", "story_title", "outlet", "source", "turned", "content"} <= set(row) for row in rows)


def test_a_spreadsheet_has_a_row_for_each_statement(river):
    rows = list(csv.DictReader(io.StringIO(within("who", "ستانييف", "--store", river, "--csv")[1])))
    found = [json.loads(line) for line in within("who", "ستانييف", "--store", river, "--json")[1].splitlines()]
    assert [row["statement"] for row in rows] == [one["id"] for one in found]
    assert [row["content"] for row in rows] == [one["content"] for one in found]


def test_words_of_several_outlets_are_told_once(river):
    _, out, _ = within("who", "ستانييف", "--store", river)
    said = len(within("who", "ستانييف", "--store", river, "--json")[1].splitlines())
    assert f"الأقوال: {said}" in out
    assert sum("نُشر" in line for line in out.splitlines()) <= said


def test_not_json_and_csv_at_once(river):
    assert within("who", "ستانييف", "--store", river, "--csv", "--json")[0] == 2


def test_who_denied_and_then_confirmed_is_told_first(bridge):
    _, out, _ = within("who", "سامر", "الكردوس", "--store", bridge)
    told = next(line for line in out.splitlines() if "تغيّر موقف" in line)
    assert told.index("نفى") < told.index("أكد")
    rows = [json.loads(line) for line in within("who", "سامر الكردوس", "--store", bridge, "--json")[1].splitlines()]
    assert sum(row["turned"] is not None for row in rows) == 2


def test_no_cell_is_a_formula():
    assert _cell("=1+1") == "'=1+1"
    assert _cell("قال") == "قال"
