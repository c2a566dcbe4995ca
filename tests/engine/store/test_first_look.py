"""A first look tells what the store tells, changes nothing, and leaves to the store whatever is out of the ordinary."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.answers import UNKNOWN, Answer
from engine.store import first_look
from engine.store.database import Store
from engine.store.first_look import FirstLook
from engine.store.schema import metadata
from tests.engine.store.consultations import CONSULTATIONS, KITAKAMI
from tests.engine.store.old_versions import VERSION_2, make

QUESTIONS = ("core_company", "growth_origin", "shipments")
STEPS = ("set", "unknown", "clear", "undo", "redo", "rename", "redate", "delete", "restore", "branch")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


def url_of(path: Path) -> str:
    return f"sqlite:///{path}"


def filled(path: Path) -> str:
    with Store.open(url_of(path)) as store:
        return store.import_consultation(KITAKAMI)


def agrees(path: Path) -> None:
    look = FirstLook.open(url_of(path))
    assert look is not None
    with Store.open(url_of(path)) as store:
        assert look.list() == store.list()
        assert look.drafts_folder == store.drafts_folder
        for summary in store.list():
            assert look.snapshot(summary.id) == store.snapshot(summary.id)


def test_it_reads_the_tables_of_today():
    assert set(metadata.tables) == first_look._OURS


def test_it_tells_what_the_store_tells(path):
    filled(path)
    agrees(path)


@settings(max_examples=20, deadline=None)
@given(
    st.lists(CONSULTATIONS, min_size=1, max_size=2),
    st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 9)), max_size=12),
)
def test_it_tells_what_the_store_tells_whatever_happened(tmp_path_factory, begun, steps):
    path = tmp_path_factory.mktemp("look") / "store.db"
    with Store.open(url_of(path)) as store:
        ids = [store.import_consultation(one) for one in begun]
        gone = set[str]()
        for step, number in steps:
            id, question = ids[number % len(ids)], QUESTIONS[number % 3]
            if id in gone and step != "restore":
                continue
            match step:
                case "set":
                    store.answer(id, Answer(question=question, value=number > 4, note="覚え書き"))
                case "unknown":
                    store.answer(id, Answer(question=question, value=UNKNOWN))
                case "clear":
                    store.clear(id, question)
                case "undo":
                    store.undo(id)
                case "redo":
                    store.redo(id)
                case "rename":
                    store.rename(id, KITAKAMI.cluster)
                case "redate":
                    store.redate(id, KITAKAMI.as_of)
                case "delete":
                    store.delete(id)
                    gone.add(id)
                case "restore":
                    store.restore(id)
                    gone.discard(id)
                case "branch":
                    ids.append(store.branch(id, "もしも"))
    agrees(path)


def test_it_sees_what_others_write(path):
    id = filled(path)
    look = FirstLook.open(url_of(path))
    assert look is not None
    with Store.open(url_of(path)) as store:
        store.answer(id, Answer(question="core_company", value=True))
        assert look.snapshot(id) == store.snapshot(id)
        store.delete(id)
    assert look.list() == ()
    assert look.snapshot(id) is None


def test_it_changes_nothing(path):
    filled(path)
    before = path.read_bytes()
    agrees(path)
    assert path.read_bytes() == before


def _flipped(path: Path) -> None:
    """One letter of a note is another one; SQLite itself notices nothing."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE answer_events SET note = 'x' WHERE question = 'shipments'")


def test_a_damaged_row_is_left_to_the_store(path):
    id = filled(path)
    _flipped(path)
    look = FirstLook.open(url_of(path))
    assert look is not None
    assert look.snapshot(id) is None


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_bytes(b"no database" * 100)


def _truncated(path: Path) -> None:
    filled(path)
    path.write_bytes(path.read_bytes()[:-4096])


def _torn(path: Path) -> None:
    filled(path)
    content = bytearray(path.read_bytes())
    content[8192:12288] = bytes(4096)
    path.write_bytes(content)


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE things (id INTEGER)")


def _run(statement: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        filled(path)
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(statement)

    return change


OUT_OF_THE_ORDINARY: dict[str, Callable[[Path], object]] = {
    "not there": lambda path: None,
    "a folder": Path.mkdir,
    "empty": _empty,
    "text": _text,
    "truncated": _truncated,
    "torn": _torn,
    "foreign": _foreign,
    "older": lambda path: make(path, VERSION_2),
    "newer": _run("UPDATE shuseki_schema SET version = version + 1"),
    "no version": _run("DELETE FROM shuseki_schema"),
    "a table missing": _run("DROP TABLE layouts"),
}


@pytest.mark.parametrize("case", OUT_OF_THE_ORDINARY)
def test_what_is_out_of_the_ordinary_is_left_to_the_store(path, case):
    OUT_OF_THE_ORDINARY[case](path)
    before = path.read_bytes() if path.is_file() else None
    assert FirstLook.open(url_of(path)) is None
    assert (path.read_bytes() if path.is_file() else None) == before
    assert path.exists() is (case != "not there")


@pytest.mark.parametrize(
    "url", ["sqlite://", "sqlite:///:memory:", "sqlite:///file:a?uri=true", "sqlite:///a%20b.db", "postgresql://h/d"]
)
def test_what_is_no_plain_file_is_left_to_the_store(url):
    assert FirstLook.open(url) is None


def test_a_share_is_left_to_the_store(path, monkeypatch):
    filled(path)
    monkeypatch.setattr(first_look, "on_network_share", lambda path: True)
    assert FirstLook.open(url_of(path)) is None


def test_a_file_that_goes_away_is_left_to_the_store(path):
    id = filled(path)
    look = FirstLook.open(url_of(path))
    assert look is not None
    shutil.move(path, path.with_suffix(".gone"))
    assert look.list() is None
    assert look.snapshot(id) is None
    assert not path.exists()


@pytest.mark.parametrize("name", ["相談 2.db", "a#b.db"])
def test_names_are_taken_as_the_store_takes_them(tmp_path, name):
    filled(tmp_path / name)
    assert (tmp_path / name).exists()
    agrees(tmp_path / name)
