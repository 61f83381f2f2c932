"""What users decided and asked to be told: kept apart from what builds make, and touched by none of them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, select

from riwaya.records import Decision, DecisionKind, NameDecision, Story
from riwaya.store import schema, writing
from riwaya.store.base import Base


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A saved question. `quiet`: once for each story, not for each copy; `since`: the last article before it.

    `webhook` is an address that is told, `mail` whom a message is addressed to; a feed it has in any case.
    """

    id: str
    name: str
    asked: str
    quiet: bool = True
    webhook: str | None = None
    mail: str | None = None
    owner: str | None = None
    made: datetime
    since: int = 0


class Kept(Base):
    """Decisions and who made them; alerts and what they told."""

    def decide(self, decision: NameDecision | Decision) -> None:
        """Keep what the user said of two things, in the place of what was said of them before."""
        whole = _whole(decision)
        with self._writing() as connection:
            writing.undecide(connection, whole.one, whole.other)
            row = {
                "kind": whole.kind.value,
                "one": whole.one,
                "other": whole.other,
                "together": int(whole.together),
                "who": whole.who,
                "made": whole.made.isoformat() if whole.made else None,
            }
            connection.execute(insert(schema.name_decisions), row)
            writing.advance(connection)

    def undecide(self, one: str, other: str) -> bool:
        """Forget what the user said of two things, whichever came first; whether anything was."""
        with self._writing() as connection:
            writing.advance(connection)
            return writing.undecide(connection, one, other) > 0

    def decisions(self) -> tuple[NameDecision, ...]:
        """What the user said of names, in one order."""
        held = self.decided(DecisionKind.NAME)
        return tuple(NameDecision(one=d.one, other=d.other, together=d.together) for d in held)

    def decided(self, *kinds: DecisionKind) -> tuple[Decision, ...]:
        """What users said of these kinds of things, or of all, in one order."""
        columns = schema.name_decisions.c
        query = select(schema.name_decisions).order_by(columns.one, columns.other)
        wanted = kinds or tuple(DecisionKind)
        return tuple(
            Decision(
                kind=DecisionKind(row.kind),
                one=row.one,
                other=row.other,
                together=bool(row.together),
                who=row.who,
                made=datetime.fromisoformat(row.made) if row.made else None,
            )
            for row in self._rows(query.where(columns.kind.in_([kind.value for kind in wanted])))
        )

    def regroup(self, before: Collection[str], stories: Sequence[Story]) -> None:
        """These stories in the place of those of the ids `before`, as an editor's decision made them."""
        with self._writing() as connection:
            writing.regroup(connection, before, stories)
            writing.advance(connection)

    # --- alerts -------------------------------------------------------------------------------------------------

    def alerts(self) -> Iterator[Alert]:
        """All alerts, the oldest first."""
        columns = schema.alerts.c
        for row in self._rows(select(schema.alerts).order_by(columns.made, columns.id)):
            given = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for it
            yield Alert(**{**given, "quiet": bool(row.quiet), "made": datetime.fromisoformat(row.made)})

    def watch(self, alert: Alert) -> None:
        """Keep an alert; it tells what comes from now on."""
        with self._writing() as connection:
            last = connection.scalar(select(func.max(schema.articles.c.seq))) or 0
            row = {name: getattr(alert, name) for name in schema.alerts.c.keys()}  # noqa: SIM118 - a column's keys
            made = {"quiet": int(alert.quiet), "made": alert.made.isoformat(), "since": last}
            connection.execute(insert(schema.alerts), {**row, **made})

    def unwatch(self, alert: str) -> bool:
        with self._writing() as connection:
            return connection.execute(delete(schema.alerts).where(schema.alerts.c.id == alert)).rowcount > 0

    def told(self, alert: str) -> set[str]:
        """What an alert has told: ids of articles, in quiet mode of stories."""
        columns = schema.alerts_told.c
        return {told for (told,) in self._rows(select(columns.told).where(columns.alert == alert))}

    def tell(self, alert: str, told: Collection[str]) -> None:
        """Remember that these were told."""
        with self._writing() as connection:
            writing.put(connection, schema.alerts_told, [{"alert": alert, "told": one} for one in told])

    def arrived(self, articles: Collection[str], since: int) -> set[str]:
        """Those of the articles that came after number `since`."""
        columns = schema.articles.c
        query = select(columns.id).where(columns.seq > since)
        return {article for (article,) in self._rows(query, columns.id, articles)}


def _whole(decision: NameDecision | Decision) -> Decision:
    if isinstance(decision, Decision):
        return decision
    return Decision(kind=DecisionKind.NAME, one=decision.one, other=decision.other, together=decision.together)
