"""Reads and writes what people said existing measures serve, within a transaction that the store has begun.

A word belongs to the area of the consultation it was said in, so that it holds next year and in every consultation of
that area. Where the area of a consultation is corrected, its words come along, and stay where they were said too.
"""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from pydantic import TypeAdapter

from engine.interview.folding import fold
from engine.interview.visible import storable
from engine.model.answers import Cluster
from engine.model.register import Confirmation
from engine.store import rows
from engine.store.confirming import Said
from engine.store.history import Kind
from engine.store.records import Records, understanding
from engine.store.schema import confirmations, events

_WORDS: TypeAdapter[tuple[Confirmation, ...]] = TypeAdapter(tuple[Confirmation, ...])

_AREA: sa.BindParameter[str] = sa.bindparam("area")
_RENAMED = sa.select(sa.func.max(events.c.seq)).where(events.c.kind == Kind.CLUSTER.value)
_NAMED_LAST = sa.select(events).where(
    events.c.seq.in_(_RENAMED.where(events.c.consultation == sa.bindparam("consultation")))
)
_SAID_ELSEWHERE = sa.select(confirmations.c.consultation).where(confirmations.c.area != _AREA)
_RENAMED_SINCE = sa.select(events).where(
    events.c.seq.in_(_RENAMED.where(events.c.consultation.in_(_SAID_ELSEWHERE)).group_by(events.c.consultation))
)
_LOG = (
    sa.select(confirmations)
    .where((confirmations.c.area == _AREA) | confirmations.c.consultation.in_(sa.bindparam("moved", expanding=True)))
    .order_by(confirmations.c.seq)
)


def area_of(records: Records, consultation: str) -> str:
    """The mark of the area a consultation is about, as it stands.

    Raises:
        ShusekiError: there is no such consultation, or it is damaged.
    """
    start = records.start(consultation)
    row: Any = records.connection.execute(_NAMED_LAST, {"consultation": storable(consultation)}).one_or_none()
    with understanding(records.where):
        return _mark(start.cluster if row is None else _cluster(row))


def log(records: Records, area: str) -> tuple[Said, ...]:
    """All that was said about an area, oldest first.

    Raises:
        ShusekiError: a row is damaged.
    """
    with understanding(records.where):
        here = {"area": area, "moved": list(_moved(records, area))}
        return tuple(_said(row) for row in records.connection.execute(_LOG, here))


def say(records: Records, consultation: str, area: str, words: Sequence[Confirmation]) -> None:
    """Notes what was said at once."""
    _add(records, {"consultation": consultation, "area": area, "content": rows.of_models(words)})


def take_back(records: Records, said: Said, undoes: int) -> None:
    """Notes that ``said`` is taken back, or brought back; ``undoes``: the row that counts no more."""
    _add(records, {"consultation": said.consultation, "area": said.area, "undoes": undoes})


def _add(records: Records, row: rows.Row) -> None:
    records.connection.execute(sa.insert(confirmations), rows.sealed({**row, "recorded": records.now}))


def _moved(records: Records, area: str) -> Iterator[str]:
    """Consultations that are about this area now and were about another one when something was said in them."""
    for row in records.connection.execute(_RENAMED_SINCE, {"area": area}):
        if _mark(_cluster(row)) == area:
            yield row.consultation


def _said(row: Any) -> Said:
    said = rows.intact(row)
    words = () if said["content"] is None else _WORDS.validate_json(said["content"])
    return Said(said["seq"], said["consultation"], said["area"], words, said["undoes"])


def _cluster(row: Any) -> Cluster:
    return Cluster.model_validate(json.loads(rows.intact(row)["value"]))


def _mark(cluster: Cluster) -> str:
    """By the codes of the area, in whatever order they were given; for want of any by the name."""
    said = ",".join(sorted(set(cluster.area))) if cluster.area else f"name {fold(cluster.name)}"
    return sha256(said.encode(errors="replace")).hexdigest()
