"""Brings the tables of an earlier version up to date, a version at a time. Each step says what its version was.

The steps speak SQL and not the tables of ``schema``, which are those of today and change with every version.
"""

from collections.abc import Callable

from sqlalchemy import Boolean, Connection, delete, insert, text

from engine.store import rows
from engine.store.schema import metadata, schema_version
from engine.store.version import VERSION

_SERIAL = "SERIAL NOT NULL PRIMARY KEY"


def make_ready(connection: Connection, found: int) -> None:
    """Makes the tables, or those of version ``found`` into those of today. All of it or nothing is kept."""
    if found == 0:
        metadata.create_all(connection)
    else:
        for version in range(found, VERSION):
            _STEPS[version](connection)
    connection.execute(delete(schema_version))
    connection.execute(insert(schema_version).values(version=VERSION))


def _scenarios(connection: Connection) -> None:
    """From 1 to 2: consultations branch off as scenarios."""
    _run(
        connection,
        """
        CREATE TABLE scenarios (
            consultation VARCHAR(36) NOT NULL, name TEXT NOT NULL, parent VARCHAR(36), parent_seq INTEGER,
            PRIMARY KEY (consultation), FOREIGN KEY(consultation) REFERENCES consultations (id),
            FOREIGN KEY(parent) REFERENCES consultations (id)
        )
        """,
    )


def _undo_and_checksums(connection: Connection) -> None:
    """From 2 to 3: changes can be taken back, what a consultation began with cannot; rows say when they are damaged."""
    _run(
        connection,
        "ALTER TABLE answer_events ADD COLUMN undoes INTEGER",
        "ALTER TABLE answer_events ADD COLUMN initial BOOLEAN DEFAULT FALSE NOT NULL",
        # What was imported or branched off has the very time at which its consultation was made.
        """
        UPDATE answer_events SET initial = TRUE WHERE recorded =
            (SELECT created FROM consultations WHERE consultations.id = answer_events.consultation)
        """,
    )
    for table, key in (("consultations", "id"), ("answer_events", "seq"), ("scenarios", "consultation")):
        _run(connection, f"ALTER TABLE {table} ADD COLUMN checksum VARCHAR(8)")
        _seal(connection, table, key)


def _registers(connection: Connection) -> None:
    """From 3 to 4: registers of existing measures, what they serve, and how they were read."""
    numbered = "INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT" if connection.dialect.name == "sqlite" else _SERIAL
    _run(
        connection,
        """
        CREATE TABLE registers (
            id VARCHAR(36) NOT NULL, consultation VARCHAR(36) NOT NULL, recorded VARCHAR(40) NOT NULL,
            name TEXT NOT NULL, fiscal_year INTEGER, measures INTEGER NOT NULL, content TEXT NOT NULL,
            checksum VARCHAR(8), PRIMARY KEY (id), FOREIGN KEY(consultation) REFERENCES consultations (id)
        )
        """,
        "CREATE INDEX registers_by_consultation ON registers (consultation)",
        f"""
        CREATE TABLE register_events (
            seq {numbered}, register VARCHAR(36) NOT NULL, recorded VARCHAR(40) NOT NULL, kind VARCHAR(10) NOT NULL,
            checksum VARCHAR(8), FOREIGN KEY(register) REFERENCES registers (id)
        )
        """,
        "CREATE INDEX register_events_by_register ON register_events (register, seq)",
        f"""
        CREATE TABLE confirmations (
            seq {numbered}, consultation VARCHAR(36) NOT NULL, area VARCHAR(64) NOT NULL, recorded VARCHAR(40) NOT NULL,
            content TEXT, undoes INTEGER, checksum VARCHAR(8),
            FOREIGN KEY(consultation) REFERENCES consultations (id)
        )
        """,
        "CREATE INDEX confirmations_by_area ON confirmations (area, seq)",
        "CREATE INDEX confirmations_by_consultation ON confirmations (consultation)",
        f"""
        CREATE TABLE layouts (
            seq {numbered}, mark VARCHAR(64) NOT NULL, recorded VARCHAR(40) NOT NULL, content TEXT NOT NULL,
            checksum VARCHAR(8)
        )
        """,
        "CREATE INDEX layouts_by_mark ON layouts (mark, seq)",
    )


def _seal(connection: Connection, table: str, key: str) -> None:
    """Gives every row of a table its checksum."""
    query = text(f"SELECT * FROM {table}")
    found = connection.execute(query.columns(initial=Boolean) if table == "answer_events" else query)
    sums = [{"checksum": rows.checksum({**row._mapping}), "key": row._mapping[key]} for row in found]
    if sums:
        connection.execute(text(f"UPDATE {table} SET checksum = :checksum WHERE {key} = :key"), sums)


def _run(connection: Connection, *statements: str) -> None:
    for statement in statements:
        connection.execute(text(statement))


_STEPS: dict[int, Callable[[Connection], None]] = {1: _scenarios, 2: _undo_and_checksums, 3: _registers}
