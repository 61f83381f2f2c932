"""A build adds what is new, once; and a build that was killed, run again, ends where it would have ended."""

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from riwaya.errors import Reason
from riwaya.records import Basis, Origin
from riwaya.run import local, pipeline
from riwaya.store import Store


def contents(directory):
    """Every row of every table; of the full-text index its words, for its pages depend on the transactions."""
    with closing(sqlite3.connect(directory / "riwaya.db")) as connection:
        rows = [line for line in connection.iterdump() if not line.startswith('INSERT INTO "search_')]
        connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search, instance)")
        return rows, connection.execute("SELECT term, doc, col, offset FROM words").fetchall()


def built(directory, *paths, workers=1):
    with Store.open(directory) as store:
        return local.build(map(str, paths), store, workers)


@pytest.fixture(scope="module")
def whole(archive, tmp_path_factory):
    """The archive built without interruption."""
    directory = tmp_path_factory.mktemp("whole")
    report = built(directory, archive)
    assert (report.captures, report.read, report.rejects) == (120, 120, [])
    return directory


def test_a_second_run_adds_nothing(archive, whole):
    before = contents(whole)
    report = built(whole, archive)
    assert (report.known, report.read) == (120, 0)
    assert contents(whole) == before


def test_processes_do_what_one_process_does(archive, whole, tmp_path):
    built(tmp_path, archive, workers=2)
    assert contents(tmp_path) == contents(whole)


def test_in_two_parts_is_as_in_one(archive, whole, tmp_path):
    lines = archive.read_text("utf-8").splitlines(keepends=True)
    (tmp_path / "archive.jsonl").write_text("".join(lines[:50]), "utf-8")
    built(tmp_path / "store", tmp_path / "archive.jsonl")
    (tmp_path / "archive.jsonl").write_text("".join(lines), "utf-8")
    report = built(tmp_path / "store", tmp_path / "archive.jsonl")
    assert (report.known, report.read) == (50, 70)
    with Store.existing(whole) as one, Store.existing(tmp_path / "store") as two:
        assert list(two.articles()) == list(one.articles())
        assert list(two.statements()) == list(one.statements())
        assert two.copies() == one.copies()
        # Ids stay those of the first build, whose first report may be another.
        told = [sorted((s.articles, s.title, s.summary, s.events) for s in store.stories()) for store in (one, two)]
        assert told[0] == told[1]


@pytest.mark.parametrize("filed", [1, 60, 120])
def test_killed_and_run_again_it_ends_where_it_would_have(archive, whole, tmp_path, filed):
    command = [Path(sys.executable).with_name("riwaya"), "build", archive, "--store", tmp_path, "--workers", "2"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as build:
        while build.poll() is None and articles(tmp_path) < filed:
            time.sleep(0.002)
        build.send_signal(signal.SIGKILL)
    assert build.returncode == -signal.SIGKILL
    built(tmp_path, archive)
    here, there = contents(tmp_path), contents(whole)
    # The archive lies elsewhere only in name: both were given the same path.
    assert here == there


def articles(directory):
    if not (directory / "riwaya.db").exists():
        return 0
    try:
        with closing(sqlite3.connect(directory / "riwaya.db", timeout=10)) as connection:
            return connection.execute("SELECT count(*) FROM articles").fetchone()[0]
    except sqlite3.OperationalError:  # not made yet
        return 0


def test_a_capture_kept_and_never_read_is_read_by_the_next_build(archive, tmp_path):
    capture = next(pipeline.captures(str(archive)))
    with Store.open(tmp_path) as store:
        store.keep([capture])
        report = local.build([], store)
        assert (report.captures, report.read) == (0, 1)
        assert [article.capture for article in store.articles()] == [capture.id]


def test_an_undated_copy_takes_the_day_of_its_original(whole):
    with Store.existing(whole) as store:
        inferred = [a for a in store.articles() if a.published_at and a.published_at.basis is Basis.INFERRED]
        own = {article.id: article for article in store.undated()}
        dates = store.dates(own)
        originals = {article.id: article for article in store.articles()}
    assert len(inferred) == len(own) == 12
    for article in inferred:
        named = next(other for other in originals.values() if f"with {other.id}," in article.published_at.why)
        assert article.published_at.first == named.published_at.first
        assert all(mention.anchor == article.published_at.last for mention in dates[article.id])


def test_a_step_that_breaks_is_counted_and_tried_again(archive, whole, tmp_path, monkeypatch):
    real, broken_step = pipeline.find_names, ZeroDivisionError("by hand")

    def broken(article, *tagger):
        if "رقم 7" in article.text.split("\n")[0]:
            raise broken_step
        return real(article, *tagger)

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "find_names", broken)
        report = built(tmp_path, archive)
    failed = [rejected for rejected in report.rejects if rejected.reason is Reason.FAILED]
    assert report.reasons() == {Reason.FAILED: len(failed)}
    assert report.articles == 120 - len(failed) < 120
    assert all("ZeroDivisionError" in rejected.detail and "by hand" in rejected.detail for rejected in failed)
    assert built(tmp_path, archive).rejects == []
    with Store.existing(whole) as one, Store.existing(tmp_path) as two:
        assert two.counts() == one.counts()


def test_a_step_that_breaks_in_the_library_raises_with_the_page_named(archive, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "find_names", broken)
    with pytest.raises(ZeroDivisionError) as raised:
        list(pipeline.statements(str(archive)))
    assert str(archive) in raised.value.__notes__[0]


def test_what_was_refused_is_told_at_every_build(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "english.txt").write_text("No word of this page is in the language that is read here. " * 9)
    first, second = (built(tmp_path / "store", tmp_path) for _ in range(2))
    assert sorted(first.reasons()) == [Reason.EMPTY, Reason.LANGUAGE]
    assert sorted(second.rejects, key=str) == sorted(first.rejects, key=str)


def test_a_store_inside_the_folder_that_is_read_is_passed_over(archive, tmp_path):
    (tmp_path / "archive.jsonl").write_bytes(archive.read_bytes()[:5000].rpartition(b"\n")[0])
    for _ in range(2):
        assert built(tmp_path / "riwaya-store", tmp_path).rejects == []


def test_progress_is_told(archive, tmp_path):
    ticks = []
    with Store.open(tmp_path) as store:
        local.build([str(archive)], store, 1, ticks.append)
    assert [tick.step for tick in ticks[-3:]] == [step.__name__ for step in pipeline.CORPUS_STEPS]
    assert ticks[-4].done == 120


def test_what_a_build_stores_names_where_it_came_from(whole, archive):
    with Store.existing(whole) as store:
        first = next(iter(store.articles()))
        capture = store.capture(first.capture)
    assert capture.origin is Origin.FILE
    assert capture.name.startswith(str(archive))
