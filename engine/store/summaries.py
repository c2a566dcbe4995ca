"""Every consultation in short, without reading its answers one by one."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from engine.store import rows
from engine.store.history import Kind
from engine.store.schema import consultations, events, scenarios
from engine.store.summary import Gathered, Summary, told

__all__ = ["Summary", "summaries"]


def summaries(connection: sa.Connection) -> tuple[Summary, ...]:
    """All of them, the last changed first.

    Raises:
        ValueError: a row does not hold what we write.
    """
    return told(
        Gathered(
            begun=[rows.intact(row) for row in connection.execute(sa.select(consultations))],
            clusters=_last(connection, Kind.CLUSTER),
            days=_last(connection, Kind.AS_OF),
            fates=_last(connection, Kind.DELETED, Kind.RESTORED),
            changed=_changed(connection),
            counts=_counts(connection),
            branched={row.consultation: rows.intact(row) for row in connection.execute(sa.select(scenarios))},
        )
    )


def _last(connection: sa.Connection, *kinds: Kind) -> dict[str, Mapping[str, Any]]:
    """By consultation, the columns of its last event of these kinds."""
    last = sa.select(sa.func.max(events.c.seq)).where(events.c.kind.in_(kinds)).group_by(events.c.consultation)
    found = connection.execute(sa.select(events).where(events.c.seq.in_(last)))
    return {row.consultation: rows.intact(row) for row in found}


def _changed(connection: sa.Connection) -> dict[str, str]:
    last = sa.select(sa.func.max(events.c.seq)).group_by(events.c.consultation)
    found = connection.execute(sa.select(events.c.consultation, events.c.recorded).where(events.c.seq.in_(last)))
    return {row[0]: row[1] for row in found}


def _counts(connection: sa.Connection) -> dict[str, tuple[int, int]]:
    """By consultation, how many questions have a value and how many a 'don't know'."""
    answering = events.c.kind.in_((Kind.SET, Kind.CLEARED))
    by_question = (events.c.consultation, events.c.question)
    last = sa.select(sa.func.max(events.c.seq)).where(answering).group_by(*by_question)
    unknown = sa.func.sum(sa.case((events.c.value == "null", 1), else_=0))
    query = sa.select(events.c.consultation, sa.func.count(), unknown)
    standing = events.c.seq.in_(last) & (events.c.kind == Kind.SET)
    found = connection.execute(query.where(standing).group_by(events.c.consultation))
    return {row[0]: (row[1] - row[2], row[2]) for row in found}
