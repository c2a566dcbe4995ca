"""One line of the list of consultations, and how it is put together from rows, however these were read."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from engine.store.history import Kind

Columns = Mapping[str, Any]


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


@dataclass(frozen=True, slots=True)
class Gathered:
    """Rows that say what they were written to say, all but the first by the id of their consultation.

    ``clusters``, ``days`` and ``fates``: the last event of these kinds; ``changed``: when the last of any kind was
    recorded; ``counts``: questions with a value, and with a 'don't know'.
    """

    begun: Iterable[Columns]
    clusters: Mapping[str, Columns]
    days: Mapping[str, Columns]
    fates: Mapping[str, Columns]
    changed: Mapping[str, str]
    counts: Mapping[str, tuple[int, int]]
    branched: Mapping[str, Columns]


def told(gathered: Gathered) -> tuple[Summary, ...]:
    """A summary of each consultation, the last changed first.

    Raises:
        ValueError: a row does not hold what we write.
    """
    found = [_summary(begun, gathered) for begun in gathered.begun]
    return tuple(sorted(found, key=lambda summary: (summary.changed, summary.id), reverse=True))


def _summary(begun: Columns, rows: Gathered) -> Summary:
    id = begun["id"]
    cluster = json.loads(rows.clusters[id]["value"] if id in rows.clusters else begun["cluster"])
    answered, dont_know = rows.counts.get(id, (0, 0))
    branch = rows.branched.get(id)
    return Summary(
        id=id,
        name=cluster["name"],
        name_en=cluster["name_en"],
        area=tuple(cluster.get("area") or ()),
        level=cluster.get("level"),
        industry=cluster["industry"],
        industry_en=cluster["industry_en"],
        division=cluster.get("division"),
        as_of=date.fromisoformat(json.loads(rows.days[id]["value"]) if id in rows.days else begun["as_of"]),
        created=datetime.fromisoformat(begun["created"]),
        changed=datetime.fromisoformat(rows.changed.get(id, begun["created"])),
        answered=answered,
        dont_know=dont_know,
        deleted=id in rows.fates and rows.fates[id]["kind"] == Kind.DELETED,
        scenario=branch["name"] if branch else "",
        parent=branch["parent"] if branch else None,
    )
