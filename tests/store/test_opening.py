"""A store that can't be used says why in one line and stays as it was."""

import os
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing, contextmanager

import pytest
from sqlalchemy import create_engine, inspect

import byhand
from riwaya.errors import RiwayaError
from riwaya.store import Store, migrations, schema
from riwaya.store.opening import FILE

PAGE = byhand.capture("فيضان في الوادي\nبلغت المياه الجسر.")


@pytest.fixture
def path(tmp_path):
    """The file of a store that holds one capture."""
    with Store.open(tmp_path) as store:
        store.keep([PAGE])
    return tmp_path / FILE


def change(path, sql):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(sql)


def message(directory, opened=Store.existing):
    with pytest.raises(RiwayaError) as told:
        opened(directory)
    assert "\n" not in str(told.value)
    return str(told.value)


def test_migrations_make_the_schema_that_the_queries_know(path):
    made = inspect(create_engine(f"sqlite:///{path}"))
    for table in schema.metadata.sorted_tables:
        columns = {c["name"]: (str(c["type"]), c["nullable"]) for c in made.get_columns(table.name)}
        # SQLAlchemy's names for Text and LargeBinary are SQLite's TEXT and BLOB; Float is written REAL.
        wanted = {c.name: (str(c.type).replace("FLOAT", "REAL"), bool(c.nullable)) for c in table.columns}
        assert columns == wanted, table.name
        assert set(made.get_pk_constraint(table.name)["constrained_columns"]) == {c.name for c in table.primary_key}


def test_a_store_of_a_newer_version_is_not_touched(path):
    change(path, "UPDATE meta SET value = '99' WHERE key = 'schema'")
    before = path.read_bytes()
    for opened in (Store.open, Store.existing):
        told = message(path.parent, opened)
        assert f"was made by a newer Riwaya (schema 99; this one knows {migrations.newest()})" in told
    assert path.read_bytes() == before


def test_a_folder_without_a_store_says_how_to_make_one(tmp_path):
    assert "riwaya build PATH --store" in message(tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [b"not a database at all, only words" * 40, b"\x00" * 4096])
def test_a_file_that_is_no_store_is_refused(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    assert "not a store" in message(tmp_path)
    assert (tmp_path / FILE).read_bytes() == content


def test_a_database_of_something_else_is_refused(tmp_path):
    change(tmp_path / FILE, "CREATE TABLE meta (other TEXT)")
    before = (tmp_path / FILE).read_bytes()
    assert "something else" in message(tmp_path, Store.open)
    assert (tmp_path / FILE).read_bytes() == before


def test_a_path_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    assert "can't be made" in message(tmp_path / "file", Store.open)


def test_a_store_that_another_run_writes_to_says_so(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as other, Store.open(path.parent, wait=0.05) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RiwayaError, match="another run is writing"):
            store.keep([byhand.capture("صفحة أخرى")])
        assert store.capture(PAGE.id) == PAGE
        other.execute("ROLLBACK")
        store.keep([byhand.capture("صفحة أخرى")])
        assert store.counts().captures == 2


FULL = """
    import resource, sys
    import byhand
    from riwaya.errors import RiwayaError
    from riwaya.store import Store
    with Store.open(sys.argv[1]) as store:
        size = int(sys.argv[2])
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        try:
            for n in range(1000):
                store.keep([byhand.capture(str(n) + "x" * n, f"{n}.txt") for n in range(n * 100, n * 100 + 100)])
        except RiwayaError as fault:
            print(fault)
"""


def test_a_file_that_may_not_grow_keeps_what_it_had(path):
    limit = path.stat().st_size + 20_000
    run = [sys.executable, "-c", textwrap.dedent(FULL), str(path.parent), str(limit)]
    here = os.path.dirname(byhand.__file__)  # noqa: PTH120 - a path for the environment
    done = subprocess.run(run, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": here})
    assert "what was stored stays" in done.stdout, done.stderr
    assert done.stdout.count("\n") == 1
    with Store.open(path.parent) as store:
        assert store.capture(PAGE.id) == PAGE
        store.keep([byhand.capture("بعد أن اتسع المكان")])
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@contextmanager
def mounted(*how):
    """A file system where the last of `how` says; skips where this machine allows none."""
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if os.geteuid() or not mount or subprocess.run([mount, *how], check=False, capture_output=True).returncode:
        pytest.skip("no file system may be mounted here")
    try:
        yield
    finally:
        subprocess.run([umount, how[-1]], check=True)


def test_a_full_disk_keeps_what_it_had(tmp_path):
    with mounted("-t", "tmpfs", "-o", "size=600k", "tmpfs", tmp_path):
        with Store.open(tmp_path) as store:
            store.keep([PAGE])
            with pytest.raises(RiwayaError, match="the disk is full"):
                store.keep([byhand.capture(os.urandom(900).hex(), f"{n}.txt") for n in range(1000)])
            assert store.counts().captures == 1
            assert store.capture(PAGE.id) == PAGE
        with Store.open(tmp_path) as store:
            store.keep([byhand.capture("بعد أن اتسع المكان")])
            assert store.counts().captures == 2


def test_a_read_only_disk_can_be_read_and_not_written(path):
    where = str(path.parent)
    with mounted("--bind", where, where):
        subprocess.run([shutil.which("mount"), "-o", "remount,bind,ro", where], check=True)
        with Store.existing(where) as store:
            assert store.capture(PAGE.id) == PAGE
            with pytest.raises(RiwayaError, match="can't be written to"):
                store.keep([byhand.capture("صفحة أخرى")])
