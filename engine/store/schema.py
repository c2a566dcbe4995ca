"""The tables, their version, and the check that a database is ours before anything is written to it."""

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
    insert,
    inspect,
    select,
)

from engine.model.problem import Place, ShusekiError
from engine.store import database_refusals as refusals

VERSION = 1

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


def is_ours(connection: Connection, where: Place) -> bool:
    """Whether the tables are there, in this version; False where the database is empty.

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
    if list(found) != [VERSION] or not tables >= set(metadata.tables):
        raise ShusekiError(refusals.broken(where))
    return True


def create(connection: Connection) -> None:
    """Makes the tables in an empty database."""
    metadata.create_all(connection)
    connection.execute(insert(schema_version).values(version=VERSION))
