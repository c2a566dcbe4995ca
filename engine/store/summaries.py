"""Every consultation in short, without reading its answers one by one."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from engine.store import rows
from engine.store.history import Kind
from engine.store.schema import consultations, events, scenarios


@dataclass(frozen=True, slots=True)
class Summary:
    """One line of the list: what the consultation is about, when it changed, and how far it is.

    ``area`` holds codes of six digits, ``level`` is city, region or prefecture, ``division`` the two digits of the
    産業中分類. ``answered`` counts values, ``dont_know`` the answers 'don't know'. ``scenario`` is the name of what is
    supposed, empty where it is no scenario; ``parent`` the id of the consultation it branched off from, if it did.
    """

    id: str
    name: str
    name_en: str
    area: tuple[str, ...]
    level: str | None
    industry: str
    industry_en: str
    division: str | None
    as_of: date
    created: datetime
    changed: datetime
    answered: int
    dont_know: int
    deleted: bool
    scenario: str
    parent: str | None


def summaries(connection: sa.Connection) -> tuple[Summary, ...]:
    """All of them, the last changed first.

    Raises:
        ValueError: a row does not hold what we write.
    """
    clusters, days = _last(connection, Kind.CLUSTER), _last(connection, Kind.AS_OF)
    fates = _last(connection, Kind.DELETED, Kind.RESTORED)
    changed, counts = _changed(connection), _counts(connection)
    branched = {row.consultation: rows.intact(row) for row in connection.execute(sa.select(scenarios))}
    found = []
    for row in connection.execute(sa.select(consultations)):
        begun = rows.intact(row)
        cluster = json.loads(clusters[row.id]["value"] if row.id in clusters else begun["cluster"])
        answered, dont_know = counts.get(row.id, (0, 0))
        branch = branched.get(row.id)
        found.append(
            Summary(
                id=row.id,
                name=cluster["name"],
                name_en=cluster["name_en"],
                area=tuple(cluster.get("area") or ()),
                level=cluster.get("level"),
                industry=cluster["industry"],
                industry_en=cluster["industry_en"],
                division=cluster.get("division"),
                as_of=date.fromisoformat(json.loads(days[row.id]["value"]) if row.id in days else begun["as_of"]),
                created=datetime.fromisoformat(row.created),
                changed=datetime.fromisoformat(changed.get(row.id, row.created)),
                answered=answered,
                dont_know=dont_know,
                deleted=row.id in fates and fates[row.id]["kind"] == Kind.DELETED,
                scenario=branch["name"] if branch else "",
                parent=branch["parent"] if branch else None,
            )
        )
    return tuple(sorted(found, key=lambda summary: (summary.changed, summary.id), reverse=True))


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
