"""Databases as earlier versions of the program made them, with what was in them."""

import sqlite3
from pathlib import Path

_EMPTY_1 = """
CREATE TABLE shuseki_schema (version INTEGER NOT NULL, PRIMARY KEY (version));
CREATE TABLE consultations (
    id VARCHAR(36) NOT NULL, created VARCHAR(40) NOT NULL, cluster TEXT NOT NULL, as_of VARCHAR(10) NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE answer_events (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, consultation VARCHAR(36) NOT NULL, recorded VARCHAR(40) NOT NULL,
    kind VARCHAR(10) NOT NULL, question TEXT, value TEXT, confidence VARCHAR(10), note TEXT, source TEXT,
    participant TEXT, at VARCHAR(40),
    FOREIGN KEY(consultation) REFERENCES consultations (id)
);
CREATE INDEX answer_events_by_consultation ON answer_events (consultation, seq);
"""

VERSION_1 = (
    _EMPTY_1
    + """
INSERT INTO shuseki_schema VALUES (1);
INSERT INTO consultations VALUES (
    'old', '2025-10-01T09:00:00.000000+00:00',
    '{"area":[],"division":null,"industry":"","industry_en":"","level":null,"name":"x","name_en":""}', '2025-10-01'
);
INSERT INTO answer_events (consultation, recorded, kind, question, value, confidence, note, source, participant)
VALUES ('old', '2025-10-01T09:01:00.000000+00:00', 'set', 'core_company', 'true', 'sure', '', '', '');
"""
)
"""One consultation, answered once."""

VERSION_2 = (
    _EMPTY_1
    + """
CREATE TABLE scenarios (
    consultation VARCHAR(36) NOT NULL, name TEXT NOT NULL, parent VARCHAR(36), parent_seq INTEGER,
    PRIMARY KEY (consultation), FOREIGN KEY(consultation) REFERENCES consultations (id),
    FOREIGN KEY(parent) REFERENCES consultations (id)
);
INSERT INTO shuseki_schema VALUES (2);
INSERT INTO consultations VALUES
    ('old', '2025-10-01T09:00:00.000000+00:00', '{"name":"x","name_en":"","industry":"","industry_en":""}',
     '2025-10-01'),
    ('branch', '2025-10-01T09:05:00.000000+00:00',
     '{"area":[],"division":null,"industry":"","industry_en":"","level":null,"name":"x","name_en":""}', '2025-10-01');
INSERT INTO scenarios VALUES ('branch', 'もしも', 'old', 2);
INSERT INTO answer_events (consultation, recorded, kind, question, value, confidence, note, source, participant)
VALUES ('old', '2025-10-01T09:00:00.000000+00:00', 'set', 'growth', '2.5', 'sure', '', '', ''),
       ('old', '2025-10-01T09:01:00.000000+00:00', 'set', 'core_company', 'true', 'likely', '聞き取り', '', ''),
       ('branch', '2025-10-01T09:05:00.000000+00:00', 'set', 'growth', '2.5', 'sure', '', '', ''),
       ('branch', '2025-10-01T09:05:00.000000+00:00', 'set', 'core_company', 'true', 'likely', '聞き取り', '', ''),
       ('branch', '2025-10-01T09:06:00.000000+00:00', 'set', 'core_company', 'null', 'sure', '', '', '');
"""
)
"""One consultation imported with one answer and answered once more, and a scenario of it that was answered on."""

_X = '{"area":[],"division":null,"industry":"","industry_en":"","level":null,"name":"x","name_en":""}'
_Y = '{"area":["032069"],"division":null,"industry":"","industry_en":"","level":null,"name":"y","name_en":""}'

VERSION_3 = f"""
CREATE TABLE shuseki_schema (version INTEGER NOT NULL, PRIMARY KEY (version));
CREATE TABLE consultations (
    id VARCHAR(36) NOT NULL, created VARCHAR(40) NOT NULL, cluster TEXT NOT NULL, as_of VARCHAR(10) NOT NULL,
    checksum VARCHAR(8), PRIMARY KEY (id)
);
CREATE TABLE answer_events (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, consultation VARCHAR(36) NOT NULL, recorded VARCHAR(40) NOT NULL,
    kind VARCHAR(10) NOT NULL, question TEXT, value TEXT, confidence VARCHAR(10), note TEXT, source TEXT,
    participant TEXT, at VARCHAR(40), undoes INTEGER, initial BOOLEAN DEFAULT 0 NOT NULL, checksum VARCHAR(8),
    FOREIGN KEY(consultation) REFERENCES consultations (id)
);
CREATE INDEX answer_events_by_consultation ON answer_events (consultation, seq);
CREATE TABLE scenarios (
    consultation VARCHAR(36) NOT NULL, name TEXT NOT NULL, parent VARCHAR(36), parent_seq INTEGER,
    checksum VARCHAR(8), PRIMARY KEY (consultation), FOREIGN KEY(consultation) REFERENCES consultations (id),
    FOREIGN KEY(parent) REFERENCES consultations (id)
);
INSERT INTO shuseki_schema VALUES (3);
INSERT INTO consultations VALUES
    ('old', '2025-10-01T09:02:00.000000+00:00', '{_X}', '2025-10-01', '3f408c2d'),
    ('branch', '2025-10-01T09:05:00.000000+00:00', '{_X}', '2025-10-01', 'b0cd4fbc');
INSERT INTO scenarios VALUES ('branch', 'もしも', 'old', 3, 'bfd6a07e');
INSERT INTO answer_events VALUES
    (1, 'old', '2025-10-01T09:02:00.000000+00:00', 'set', 'growth', '2.5', 'sure', '', '', '', NULL, NULL, 1,
     '1844d4a6'),
    (2, 'old', '2025-10-01T09:03:00.000000+00:00', 'set', 'core_company', 'false', 'sure', '', '', '', NULL, NULL, 0,
     'ca94e8b4'),
    (3, 'old', '2025-10-01T09:04:00.000000+00:00', 'set', 'core_company', 'true', 'likely', '聞き取り', '', '', NULL,
     NULL, 0, '539e03df'),
    (4, 'branch', '2025-10-01T09:05:00.000000+00:00', 'set', 'growth', '2.5', 'sure', '', '', '', NULL, NULL, 1,
     '4336b117'),
    (5, 'branch', '2025-10-01T09:05:00.000000+00:00', 'set', 'core_company', 'true', 'likely', '聞き取り', '', '', NULL,
     NULL, 1, 'b88fd7f8'),
    (6, 'branch', '2025-10-01T09:06:00.000000+00:00', 'set', 'core_company', 'null', 'sure', '', '', '', NULL, NULL, 0,
     '39fa8f1c'),
    (7, 'old', '2025-10-01T09:07:00.000000+00:00', 'cluster', NULL, '{_Y}', NULL, NULL, NULL, NULL, NULL, NULL, 0,
     '93c70ff2'),
    (8, 'old', '2025-10-01T09:08:00.000000+00:00', 'cluster', NULL, '{_X}', NULL, NULL, NULL, NULL, NULL, 7, 0,
     '481fe5bd');
"""
"""As version 2, and every row sealed; the consultation was answered twice, then renamed, and that was taken back."""


def make(path: Path, script: str, *, journal: str = "delete") -> None:
    """A database file with what ``script`` puts into it."""
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA journal_mode={journal}")
    database.executescript(script)
    database.close()


def dump(path: Path) -> list[str]:
    """All that is in a database, as SQL."""
    database = sqlite3.connect(path)
    try:
        return list(database.iterdump())
    finally:
        database.close()
