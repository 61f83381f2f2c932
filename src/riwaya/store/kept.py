"""What users decided and asked to be told: kept apart from what builds make, and touched by none of them."""

from sqlalchemy import select

from riwaya.records import NameDecision
from riwaya.store import rows, schema, writing
from riwaya.store.base import Base


class Kept(Base):
    """Decisions and who made them."""

    def decide(self, decision: NameDecision) -> None:
        """Keep what the user said of two spellings, in the place of what was said of them before."""
        with self._writing() as connection:
            writing.undecide(connection, decision.one, decision.other)
            row: rows.Row = {"one": decision.one, "other": decision.other, "together": int(decision.together)}
            writing.put(connection, schema.name_decisions, [row])
            writing.advance(connection)

    def undecide(self, one: str, other: str) -> bool:
        """Forget what the user said of two spellings, whichever came first; whether anything was."""
        with self._writing() as connection:
            writing.advance(connection)
            return writing.undecide(connection, one, other) > 0

    def decisions(self) -> tuple[NameDecision, ...]:
        """What the user said of names, in one order."""
        columns = schema.name_decisions.c
        query = select(columns.one, columns.other, columns.together).order_by(columns.one, columns.other)
        return tuple(NameDecision(one=a, other=b, together=bool(together)) for a, b, together in self._rows(query))
