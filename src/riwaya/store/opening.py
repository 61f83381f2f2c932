"""Opening DIR/riwaya.db: made where asked for, brought to this version, refused where it is newer or not a store."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, exc, inspect, select

from riwaya.errors import RiwayaError
from riwaya.store import migrations, schema

FILE = "riwaya.db"
_SCHEMA = "schema"  # the key in `meta`
# By how SQLite's name of the error begins; what is not here is a programmer's mistake and raises as it is.
_TOLD = {
    "SQLITE_FULL": "the disk is full; what was stored stays, free some space and run again",
    "SQLITE_IOERR": "it could not be written or read ({fault}); what was stored stays",
    "SQLITE_BUSY": "another run is writing to it; try again when that ends",
    "SQLITE_LOCKED": "another run is writing to it; try again when that ends",
    "SQLITE_READONLY": "it can't be written to: no permission, or a read-only disk",
    "SQLITE_CANTOPEN": "it can't be opened: no permission, or a read-only disk",
    "SQLITE_NOTADB": "riwaya.db is not a store",
    "SQLITE_CORRUPT": "riwaya.db is damaged ({fault})",
}


@contextmanager
def told(directory: Path) -> Iterator[None]:
    """Turn what the disk or another run does to a store into one line; a wrong query still raises as it is."""
    try:
        yield
    except exc.DBAPIError as fault:
        name = getattr(fault.orig, "sqlite_errorname", "")
        line = next((text for known, text in _TOLD.items() if name.startswith(known)), None)
        if line is None:
            raise
        message = f"store {directory}: {line.format(fault=fault.orig)}"
        raise RiwayaError(message) from fault


def make(directory: Path, wait: float) -> Engine:
    """The store in `directory`, made with all its tables if there is none yet."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        message = f"store {directory}: the folder can't be made: {fault.strerror}"
        raise RiwayaError(message) from fault
    return _checked(_engine(directory / FILE, wait), directory)


def existing(directory: Path, wait: float) -> Engine:
    """The store in `directory`; a folder without one is an error.

    Raises:
        RiwayaError: no store there.
    """
    if not (directory / FILE).is_file():
        message = f"no store in {directory}; make one with: riwaya build PATH --store {directory}"
        raise RiwayaError(message)
    return _checked(_engine(directory / FILE, wait), directory)


def _engine(path: Path, wait: float) -> Engine:
    def connect() -> sqlite3.Connection:
        # Transactions are ours (the "begin" event below): sqlite3's own would leave schema changes outside them.
        fresh = not path.is_file() or not path.stat().st_size
        connection = sqlite3.connect(
            _address(path), timeout=wait, isolation_level=None, check_same_thread=False, uri=True
        )
        if fresh:  # kept in the file from then on
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    # A pool for threads: SQLAlchemy's own for a nameless address closes what another thread still reads with.
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=16, max_overflow=48)

    def begin(connection: Connection) -> None:
        # A writer takes its lock at once: a lock taken half-way can fail without waiting.
        write = connection.get_execution_options().get("write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    event.listen(engine, "begin", begin)
    return engine


def _address(path: Path) -> str:
    """A URI, so that a store on a read-only disk can still be read where no write is waiting in its log."""
    log = path.with_name(f"{FILE}-wal")
    fixed = path.is_file() and not os.access(path.parent, os.W_OK) and not (log.is_file() and log.stat().st_size)
    return path.absolute().as_uri() + ("?mode=ro&immutable=1" if fixed else "")


def _checked(engine: Engine, directory: Path) -> Engine:
    """The same engine, its store at this version.

    Raises:
        RiwayaError: a store of a newer version, or a database that is none; nothing in it was touched.
    """
    try:
        with told(directory):
            if _version(engine, directory) < migrations.newest():
                _upgrade(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _version(engine: Engine, directory: Path) -> int:
    """Its schema version; 0 for an empty file."""
    newest = migrations.newest()
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        version = _stated(connection) if {schema.meta.name, schema.captures.name} <= set(tables) else None
    if version is None and tables:
        message = f"store {directory}: riwaya.db is a database of something else"
        raise RiwayaError(message)
    if version is not None and version > newest:
        message = f"store {directory} was made by a newer Riwaya (schema {version}; this one knows {newest})"
        raise RiwayaError(message)
    return version or 0


def _stated(connection: Connection) -> int | None:
    value = connection.scalar(select(schema.meta.c.value).where(schema.meta.c.key == _SCHEMA))
    return int(value) if value and value.isdecimal() else None


def _upgrade(engine: Engine) -> None:
    with engine.connect().execution_options(write=True) as connection, connection.begin():
        # Read again under the lock: another run may have made the store meanwhile.
        version = _stated(connection) if inspect(connection).has_table(schema.meta.name) else None
        for number, statements in migrations.steps()[version or 0 :]:
            for statement in statements:
                connection.exec_driver_sql(statement)
            connection.execute(schema.meta.delete().where(schema.meta.c.key == _SCHEMA))
            connection.execute(schema.meta.insert().values(key=_SCHEMA, value=str(number)))
