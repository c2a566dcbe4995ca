"""The tables, their version, and the check that a database is ours before anything is written to it."""

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    false,
    inspect,
    select,
)

from engine.model.problem import Place, ShusekiError
from engine.store import database_refusals as refusals
from engine.store.version import VERSION

metadata = MetaData()

schema_version = Table("shuseki_schema", metadata, Column("version", Integer, primary_key=True))

# How a consultation began. Never changed: what happened since is in the events. ``checksum``: see ``rows``.
consultations = Table(
    "consultations",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("created", String(40), nullable=False),
    Column("cluster", Text, nullable=False),
    Column("as_of", String(10), nullable=False),
    Column("checksum", String(8)),
)

# Rows are only ever added. ``value`` is JSON: of an answer its value (null = don't know), of the kinds cluster and
# as_of the new cluster or date. ``undoes`` is the event taken back, if it takes one back; ``initial`` marks the answers
# that a consultation began with.
events = Table(
    "answer_events",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("consultation", String(36), ForeignKey("consultations.id"), nullable=False),
    Column("recorded", String(40), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("question", Text),
    Column("value", Text),
    Column("confidence", String(10)),
    Column("note", Text),
    Column("source", Text),
    Column("participant", Text),
    Column("at", String(40)),
    Column("undoes", Integer),
    Column("initial", Boolean, server_default=false(), nullable=False),
    Column("checksum", String(8)),
    Index("answer_events_by_consultation", "consultation", "seq"),
    sqlite_autoincrement=True,
)

# What is supposed in a consultation that is one of several scenarios, and from which it branched off: ``parent_seq`` is
# the last event of the parent that went into it. Without a parent it was imported.
scenarios = Table(
    "scenarios",
    metadata,
    Column("consultation", String(36), ForeignKey("consultations.id"), primary_key=True),
    Column("name", Text, nullable=False),
    Column("parent", String(36), ForeignKey("consultations.id")),
    Column("parent_seq", Integer),
    Column("checksum", String(8)),
)

# A register (事業一覧) as it was taken in for a consultation, whole: ``content`` is its JSON. Never changed: what
# became of it is in its events.
registers = Table(
    "registers",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("consultation", String(36), ForeignKey("consultations.id"), nullable=False),
    Column("recorded", String(40), nullable=False),
    Column("name", Text, nullable=False),
    Column("fiscal_year", Integer),
    Column("measures", Integer, nullable=False),
    Column("content", Text, nullable=False),
    Column("checksum", String(8)),
    Index("registers_by_consultation", "consultation"),
)

register_events = Table(
    "register_events",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("register", String(36), ForeignKey("registers.id"), nullable=False),
    Column("recorded", String(40), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("checksum", String(8)),
    Index("register_events_by_register", "register", "seq"),
    sqlite_autoincrement=True,
)

# What people said existing measures serve. Rows are only ever added. ``area``: see ``words``. ``content`` is the
# JSON of what was said at once; or ``undoes`` is the row that is taken back, of the same consultation and area.
confirmations = Table(
    "confirmations",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("consultation", String(36), ForeignKey("consultations.id"), nullable=False),
    Column("area", String(64), nullable=False),
    Column("recorded", String(40), nullable=False),
    Column("content", Text),
    Column("undoes", Integer),
    Column("checksum", String(8)),
    Index("confirmations_by_area", "area", "seq"),
    Index("confirmations_by_consultation", "consultation"),
    sqlite_autoincrement=True,
)

# How registers were read before, by the mark of their headings. Rows are only ever added; the last of a mark counts.
layouts = Table(
    "layouts",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("mark", String(64), nullable=False),
    Column("recorded", String(40), nullable=False),
    Column("content", Text, nullable=False),
    Column("checksum", String(8)),
    Index("layouts_by_mark", "mark", "seq"),
    sqlite_autoincrement=True,
)

_FIRST = {schema_version.name, consultations.name, events.name}
_TABLES = {
    1: _FIRST,
    2: _FIRST | {scenarios.name},
    3: _FIRST | {scenarios.name},
    VERSION: set(metadata.tables),
}


def version(connection: Connection, where: Place) -> int:
    """The version of the tables that are there; 0 where the database is empty.

    Raises:
        ShusekiError: it belongs to something else, to a newer version of Shuseki, or lacks a part.
    """
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return 0
    if schema_version.name not in tables:
        raise ShusekiError(refusals.not_ours(where))
    found = connection.execute(select(schema_version.c.version)).scalars().all()
    if any(version > VERSION for version in found):
        raise ShusekiError(refusals.newer(where, max(found), VERSION))
    if len(found) != 1 or found[0] not in _TABLES or not tables >= _TABLES[found[0]]:
        raise ShusekiError(refusals.broken(where))
    return int(found[0])
