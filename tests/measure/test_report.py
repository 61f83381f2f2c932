"""The yardsticks themselves."""

import gzip

import pytest

from riwaya.measure.report import digest, found, ratio, rows, token_f1, wanted


@pytest.mark.parametrize(
    ("gold", "have", "f1"),
    [
        ("قال الوزير", "قال الوزير", 1.0),
        ("قال الوزير", "", 0.0),
        ("أعلن الوزيرُ ذلك", "اعلن الوزير ذلك", 1.0),
        ("واحد اثنان ثلاثة أربعة", "واحد اثنان", 2 * 2 / 6),
        ("", "", 1.0),
    ],
)
def test_token_f1_counts_folded_words_as_bags(gold, have, f1):
    assert token_f1(gold, have) == pytest.approx(f1)


def test_ratio_of_nothing_is_zero_and_says_so():
    assert (ratio("x", []).value, ratio("x", []).of) == (0.0, 0)


def test_files_are_found_in_the_folder_or_in_its_data(tmp_path):
    (tmp_path / "data" / "dates").mkdir(parents=True)
    (tmp_path / "data" / "dates" / "news_silver.jsonl").write_text("{}")
    assert found(tmp_path, "dates/*.jsonl") == found(tmp_path / "data", "dates/*.jsonl")
    with pytest.raises(FileNotFoundError, match="nothing_here"):
        wanted(tmp_path, "nothing_here")


def test_the_digest_follows_the_bytes(tmp_path):
    path = tmp_path / "a"
    path.write_text("1")
    before = digest([path])
    path.write_text("2")
    assert digest([path]) != before


def test_rows_reads_plain_and_gzipped(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"a": 1}\n')
    with gzip.open(tmp_path / "a.jsonl.gz", "wt") as out:
        out.write('{"a": 1}\n')
    assert list(rows(tmp_path / "a.jsonl")) == list(rows(tmp_path / "a.jsonl.gz")) == [{"a": 1}]
