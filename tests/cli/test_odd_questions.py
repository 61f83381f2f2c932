"""Questions that have no answer are answered in one line, and never by a traceback."""

import json
import subprocess

import pytest

from command import RIWAYA, ROOT, riwaya


@pytest.mark.parametrize("command", ["search", "who"])
def test_a_question_without_a_word_is_wrong_usage(command, river):
    status, out, err = riwaya(command, '"*(', "--store", river)
    assert (status, out) == (2, "")
    assert "no word in" in err


@pytest.mark.parametrize(("command", "told"), [("search", "no article holds"), ("who", "nobody called")])
def test_nothing_found_is_said(command, told, river):
    status, out, err = riwaya(command, "زقزوق", "--store", river)
    assert (status, out) == (0, "")
    assert told in err


def test_more_than_a_reader_reads_is_wrong_usage(river):
    assert riwaya("search", "نهر", "--limit", str(2**63), "--store", river)[0] == 2


def test_an_empty_store_name_is_no_folder():
    status, _, err = riwaya("stories", "--store", "")
    assert status == 2
    assert "no folder" in err


def test_a_bad_setting_is_the_users_to_mend():
    status, _, err = riwaya("read", "samples/quake", env={"RIWAYA_MAX_LINE_LETTERS": "x"})
    assert status == 2
    assert err.count("\n") == 1
    assert "RIWAYA_MAX_LINE_LETTERS" in err


def test_a_day_that_no_calendar_has_is_told_as_such():
    assert "لا يوافق يوماً في التقويم" in riwaya("dates", "٣١ فبراير ٢٠٢٥", "--on", "2026-01-01")[1]
    assert "بلا تاريخ للنص" in riwaya("dates", "الثلاثاء")[1]


def test_a_page_whose_address_is_none_is_read(tmp_path):
    text = "أعلنت بلدية صدفة، الثلاثاء، أنها ستفتح الجسر الشرقي أمام السيارات بعد أعمال صيانة دامت عامين كاملين."
    row = {"url": "http://[bad", "title": "بلدية صدفة تفتح الجسر الشرقي", "text": text}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row), encoding="utf-8")
    status, out, err = riwaya("read", tmp_path, "--json")
    assert (status, err) == (0, "")
    assert json.loads(out)["headline"] == row["title"]


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-"])
def test_a_closed_stream_ends_without_a_traceback(closed):
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" read - {closed}', str(RIWAYA)], cwd=ROOT, capture_output=True, input=b"", check=False
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 1, 2)


def test_public_sets_laid_out_otherwise_are_refused(tmp_path):
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "statements.json").write_text("{", encoding="utf-8")
    status, _, err = riwaya("measure", "statements", tmp_path)
    assert status == 2
    assert "not laid out" in err
