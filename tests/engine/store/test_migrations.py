"""An old database is brought up to date, after a backup of it; or is left as it was."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from engine.model.answers import UNKNOWN, Answer, Cluster, Confidence
from engine.model.problem import Severity, ShusekiError
from engine.store import backup
from engine.store.database import Store
from engine.store.version import VERSION
from tests.engine.store.consultations import KITAKAMI
from tests.engine.store.old_versions import VERSION_1, VERSION_2, VERSION_3, dump, make
from tests.engine.store.registers import HR, LAYOUT, REGISTER

ROOT = Path(__file__).parents[3]
OLD = {1: VERSION_1, 2: VERSION_2, 3: VERSION_3}
NOW = datetime(2026, 11, 24, 3, 12, tzinfo=UTC)
TRUE = Answer(question="core_company", value=True, confidence=Confidence.LIKELY, note="聞き取り")
GROWTH = Answer(question="growth", value=2.5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def url(path: Path) -> str:
    return f"sqlite:///{path}"


@pytest.fixture(autouse=True)
def _japan(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Backups are named by the time of the place, on Windows by that of the computer."""
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "JST-9")
        getattr(time, "tzset", int)()
        yield
    getattr(time, "tzset", int)()


def backups(path: Path) -> list[Path]:
    return sorted(path.parent.glob("*.bak"))


def code_of(url: str) -> str:
    with pytest.raises(ShusekiError) as caught:
        Store.open(url, clock=lambda: NOW)
    return caught.value.problems[0].code


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """By table its columns: name, type, whether one must be given, place in the key. By index the table."""
    database = sqlite3.connect(path)
    indexes = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite_%'"
    names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {
        name: [(row[1], row[2], row[3], row[5]) for row in database.execute(f"PRAGMA table_info({name})")]
        for name in names
    } | {name: [(table,)] for name, table in database.execute(indexes)}
    database.close()
    return found


# --- what becomes of the tables and what is in them ----------------------------------------------------------------


@pytest.mark.parametrize("version", OLD)
def test_the_tables_become_those_of_a_new_database(path: Path, url: str, version: int, tmp_path: Path) -> None:
    make(path, OLD[version])
    Store.open(url).close()
    new = tmp_path / "new.db"
    Store.open(f"sqlite:///{new}").close()
    assert tables(path) == tables(new)
    assert f'INSERT INTO "shuseki_schema" VALUES({VERSION});' in dump(path)


def test_what_was_in_version_2_is_there_and_goes_on(path: Path, url: str) -> None:
    make(path, VERSION_2)
    with Store.open(url) as store:
        assert store.load("old").answers == {"growth": GROWTH, "core_company": TRUE}
        branch = store.load("branch")
        assert (branch.scenario, branch.answers["core_company"].value) == ("もしも", UNKNOWN)
        found = {summary.id: summary for summary in store.list()}
        assert (found["branch"].parent, found["branch"].dont_know) == ("old", 1)
        assert (found["old"].area, found["old"].division, found["old"].as_of) == ((), None, date(2025, 10, 1))


def test_what_was_in_version_3_is_there_and_goes_on(path: Path, url: str) -> None:
    make(path, VERSION_3)
    with Store.open(url) as store:
        assert store.load("old").answers == {"growth": GROWTH, "core_company": TRUE}
        assert (store.load("old").cluster, store.load("branch").scenario) == (Cluster(name="x"), "もしも")
        assert store.redo("old") is not None
        assert store.load("old").cluster.name == "y"
        assert all(store.undo("old") for _ in range(3))
        assert store.undo("old") is None


@pytest.mark.parametrize("version", OLD)
def test_an_old_consultation_takes_registers_and_confirmations(path: Path, url: str, version: int) -> None:
    make(path, OLD[version])
    with Store.open(url) as store:
        assert (store.registers.list("old"), store.registers.confirmations("old")) == ((), ())
        register = store.registers.add("old", REGISTER)
        store.registers.confirm("old", HR)
        store.registers.remember_layout(LAYOUT)
    with Store.open(url) as store:
        assert store.registers.load(register) == REGISTER
        assert store.registers.confirmations("old") == (HR,)
        assert store.registers.layouts() == (LAYOUT,)
        assert store.registers.undo_confirmation("old") == (HR,)


@pytest.mark.parametrize("id", ["old", "branch"])
def test_what_was_answered_can_be_undone_and_what_was_imported_cannot(path: Path, url: str, id: str) -> None:
    make(path, VERSION_2)
    with Store.open(url) as store:
        assert store.undo(id) is not None
        assert store.undo(id) is None
        left = {"growth": GROWTH} if id == "old" else {"growth": GROWTH, "core_company": TRUE}
        assert store.load(id).answers == left


@pytest.mark.parametrize("version", OLD)
def test_damage_to_old_rows_is_noticed_from_then_on(path: Path, url: str, version: int) -> None:
    make(path, OLD[version])
    Store.open(url).close()
    make(path, "UPDATE answer_events SET value = 'false' WHERE value = 'true'")
    with Store.open(url) as store, pytest.raises(ShusekiError) as caught:
        store.load("old")
    assert caught.value.problems[0].code == "store_broken"


def test_a_window_of_the_old_version_that_is_still_open_may_write(path: Path, url: str) -> None:
    make(path, VERSION_2)
    Store.open(url).close()
    make(
        path,
        """INSERT INTO answer_events (consultation, recorded, kind, question, value, confidence, note, source,
        participant) VALUES ('old', '2025-10-01T09:09:00+00:00', 'set', 'core_company', 'false', 'sure', '', '', '')""",
    )
    with Store.open(url) as store:
        assert store.load("old").answers["core_company"].value is False
        assert store.undo("old") is not None
        assert store.load("old").answers["core_company"] == TRUE


# --- the backup ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("version", OLD)
@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_a_backup_is_made_first_and_told_once(path: Path, url: str, version: int, journal: str) -> None:
    make(path, OLD[version], journal=journal)
    path.chmod(0o640)
    before = dump(path)
    with Store.open(url, clock=lambda: NOW) as store:
        (notice,) = store.notices
    (copy,) = backups(path)
    assert copy.name == f"store.db.v{version}-20261124-1212.bak"
    assert dump(copy) == before
    assert copy.read_bytes()[18] == 1  # a file that needs no log beside it
    assert stat.S_IMODE(copy.stat().st_mode) == 0o640
    assert (notice.code, notice.severity) == ("store_backed_up", Severity.WARNING)
    assert all(copy.name in text for text in (notice.what.ja, notice.what.en))
    with Store.open(url) as store:
        assert store.notices == ()
    assert backups(path) == [copy]
    assert [file.name for file in path.parent.iterdir() if file.name.startswith(".")] == []


def test_a_new_database_needs_no_backup(path: Path, url: str) -> None:
    with Store.open(url) as store:
        assert store.notices == ()
    assert backups(path) == []


def test_the_backup_can_be_put_back(path: Path, url: str) -> None:
    make(path, VERSION_2)
    with Store.open(url) as store:
        store.answer("old", Answer(question="core_company", value=UNKNOWN))
    (copy,) = backups(path)
    shutil.copy(copy, path)
    with Store.open(url) as store:
        assert store.load("old").answers["core_company"] == TRUE
    assert len(backups(path)) == 2


def test_no_file_is_ever_overwritten_by_a_backup(path: Path, url: str) -> None:
    make(path, VERSION_1)
    first, second = (path.with_name(f"store.db.v1-20261124-1212{end}.bak") for end in ("", "-2"))
    first.write_text("mine")
    second.symlink_to("nowhere")
    with Store.open(url, clock=lambda: NOW) as store:
        assert "1212-3.bak" in store.notices[0].what.ja
    assert first.read_text() == "mine"
    assert not second.exists()


def test_what_only_the_log_holds_is_in_the_backup_too(path: Path, url: str, tmp_path: Path) -> None:
    original = tmp_path / "original.db"
    make(original, VERSION_2, journal="wal")
    database = sqlite3.connect(original, isolation_level=None)
    database.execute("UPDATE consultations SET as_of = '2025-12-24'")
    for end in ("", "-wal"):
        shutil.copy(f"{original}{end}", f"{path}{end}")
    database.close()
    with Store.open(url) as store:
        assert store.load("old").as_of == date(2025, 12, 24)
    assert "2025-12-24" in "".join(dump(backups(path)[0]))


def fail(*_: object) -> None:
    raise sqlite3.OperationalError("database or disk is full")


@pytest.mark.parametrize("what", ["_copy", "_named", "_counts"])
@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_without_a_backup_nothing_is_altered(
    path: Path, url: str, monkeypatch: pytest.MonkeyPatch, what: str, journal: str
) -> None:
    make(path, VERSION_2, journal=journal)
    before = path.read_bytes()
    if what == "_counts":  # a copy that differs
        numbers = iter(range(9))
        monkeypatch.setattr(backup, "_counts", lambda _: next(numbers))
    else:
        monkeypatch.setattr(backup, what, fail)
    assert code_of(url) == "store_no_backup"
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir() if file.name not in ("store.db-wal", "store.db-shm")] == [
        "store.db"
    ]
    monkeypatch.undo()
    with Store.open(url) as store:
        assert store.load("old").answers["core_company"] == TRUE


def test_a_step_that_fails_leaves_everything_as_it_was(path: Path, url: str) -> None:
    make(path, VERSION_1 + "CREATE TABLE scenarios (x INTEGER);")
    before = dump(path)
    assert code_of(url) == "store_failed"
    assert dump(path) == before


def test_a_later_step_that_fails_takes_the_earlier_ones_back(path: Path, url: str) -> None:
    make(path, VERSION_1 + "ALTER TABLE answer_events ADD COLUMN undoes INTEGER;")
    before = dump(path)
    assert code_of(url) == "store_failed"
    assert dump(path) == before


def test_an_old_database_that_may_not_be_written_is_left_and_told(path: Path) -> None:
    make(path, VERSION_2)
    before = path.read_bytes()
    assert code_of(f"sqlite:///file:{path}?mode=ro&uri=true") == "store_read_only"
    assert path.read_bytes() == before
    assert backups(path) == []


def test_one_named_by_a_uri_is_backed_up_too(path: Path) -> None:
    make(path, VERSION_2)
    with Store.open(f"sqlite:///file:{path}?uri=true") as store:
        assert len(store.notices) == 1
    assert len(backups(path)) == 1


def test_several_windows_that_open_it_at_once_make_one_backup(path: Path, url: str) -> None:
    make(path, VERSION_2)
    code = "import sys; from engine.store.database import Store; print(len(Store.open(sys.argv[1]).notices))"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    openers = [
        subprocess.Popen([sys.executable, "-W", "ignore", "-c", code, url], stdout=subprocess.PIPE, env=environment)
        for _ in range(3)
    ]
    assert sorted(opener.communicate()[0].strip() for opener in openers) == [b"0", b"0", b"1"]
    assert len(backups(path)) == 1


def test_the_current_version_is_opened_without_writing(path: Path, url: str) -> None:
    with Store.open(url) as store:
        store.import_consultation(KITAKAMI)
        store.create(Cluster(name="x"), date(2026, 4, 1))
    before = path.read_bytes()
    Store.open(url).close()
    assert path.read_bytes() == before
