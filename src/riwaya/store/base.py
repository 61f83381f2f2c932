"""A store's file: opened, closed, read and written in whole transactions."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, TextClause

from riwaya.store import opening

AnyRow = Row[*tuple[Any, ...]]
AnyQuery = Select[*tuple[Any, ...]]
ROWS = 500  # fetched at a time
_WAIT = 10.0  # seconds for another writer to end
_IDS = 30_000  # in one query: SQLite and PostgreSQL both stop short of 32,768


class Base:
    """DIR/riwaya.db. Readers see the last whole transaction, also while a build writes."""

    def __init__(self, directory: Path, engine: Engine) -> None:
        self.directory = directory
        self._engine = engine

    @classmethod
    def open(cls, directory: str | Path, wait: float = _WAIT) -> Self:
        """The store in `directory`, made where there is none; `wait` is how many seconds another writer may take.

        Raises:
            RiwayaError: made by a newer Riwaya, not a store, no permission, disk full; nothing in it was touched.
        """
        where = Path(directory)
        return cls(where, opening.make(where, wait))

    @classmethod
    def existing(cls, directory: str | Path, wait: float = _WAIT) -> Self:
        """The store in `directory`, for reading; as `open`, but none there is an error."""
        where = Path(directory)
        return cls(where, opening.existing(where, wait))

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with opening.told(self.directory), self._engine.connect() as bare:
            connection = bare.execution_options(write=True)
            with connection.begin():
                yield connection

    def _rows(
        self,
        query: AnyQuery | TextClause,
        column: ColumnElement[str] | None = None,
        among: Collection[str] | None = None,
    ) -> Iterator[AnyRow]:
        """Rows of `query`, of those whose `column` is `among` these where they are given."""
        with opening.told(self.directory), self._engine.connect() as bare:
            connection = bare.execution_options(yield_per=ROWS)
            if column is None or among is None or isinstance(query, TextClause):
                yield from connection.execute(query)
            else:
                yield from selected(connection, query, column, among)


def selected(
    connection: Connection,
    query: AnyQuery,
    column: ColumnElement[str],
    among: Collection[str],
) -> Iterator[AnyRow]:
    """Rows of `query` whose `column` is among these; in the order of `query` up to `_IDS` of them."""
    wanted = sorted(set(among))
    for start in range(0, len(wanted), _IDS):
        yield from connection.execute(query.where(column.in_(wanted[start : start + _IDS])))
