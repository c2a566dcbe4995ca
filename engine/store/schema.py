"""The tables, their version, and the check that a database is ours before anything is written to it.

A database of an earlier version is brought up to date when it is opened: tables are added, and none is changed.
"""

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    delete,
    insert,
    inspect,
    select,
)

from engine.model.problem import Place, ShusekiError
from engine.store import database_refusals as refusals

VERSION = 2

metadata = MetaData()

schema_version = Table("shuseki_schema", metadata, Column("version", Integer, primary_key=True))

# How a consultation began. Never changed: what happened since is in the events.
consultations = Table(
    "consultations",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("created", String(40), nullable=False),
    Column("cluster", Text, nullable=False),
    Column("as_of", String(10), nullable=False),
)

# Rows are only ever added. ``value`` is JSON: of an answer its value (null = don't know), of the kinds cluster and
# as_of the new cluster or date.
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
    Index("answer_events_by_consultation", "consultation", "seq"),
    sqlite_autoincrement=True,
)

# What is supposed in a consultation that is one of several scenarios, and from which it branched off: ``parent_seq`` is
# the last event of the parent that went into it. Without a parent it was imported. Since version 2.
scenarios = Table(
    "scenarios",
    metadata,
    Column("consultation", String(36), ForeignKey("consultations.id"), primary_key=True),
    Column("name", Text, nullable=False),
    Column("parent", String(36), ForeignKey("consultations.id")),
    Column("parent_seq", Integer),
)

_TABLES = {
    1: {schema_version.name, consultations.name, events.name},
    VERSION: set(metadata.tables),
}


def is_ready(connection: Connection, where: Place) -> bool:
    """Whether the tables are there, in this version; False where the database is empty or of an earlier version.

    Raises:
        ShusekiError: it belongs to something else, to a newer version of Shuseki, or lacks a part.
    """
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return False
    if schema_version.name not in tables:
        raise ShusekiError(refusals.not_ours(where))
    found = connection.execute(select(schema_version.c.version)).scalars().all()
    if any(version > VERSION for version in found):
        raise ShusekiError(refusals.newer(where, max(found), VERSION))
    if len(found) != 1 or found[0] not in _TABLES or not tables >= _TABLES[found[0]]:
        raise ShusekiError(refusals.broken(where))
    return bool(found[0] == VERSION)


def make_ready(connection: Connection) -> None:
    """Makes the tables that are missing, and notes the version."""
    metadata.create_all(connection)
    connection.execute(delete(schema_version))
    connection.execute(insert(schema_version).values(version=VERSION))
