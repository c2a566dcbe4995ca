"""Where the file lies and who may write there: shares get no log, and what may not be written is told and left."""

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from engine.model.answers import Answer, Cluster
from engine.model.problem import ShusekiError
from engine.store import sqlite_file
from engine.store.database import Store
from tests.engine.store.old_versions import VERSION_2, make

AS_OF = date(2026, 4, 1)
X = Cluster(name="x")
YES = Answer(question="core_company", value=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def url(path: Path) -> str:
    return f"sqlite:///{path}"


def code_of(url: str) -> str:
    with pytest.raises(ShusekiError) as caught:
        Store.open(url)
    return caught.value.problems[0].code


def beside(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir() if file != path)


# --- shares --------------------------------------------------------------------------------------------------------


@pytest.fixture
def share(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every path lies on a share, from now on."""
    monkeypatch.setattr(sqlite_file, "on_network_share", lambda path: True)
    monkeypatch.setattr(sqlite_file, "BUSY_SECONDS", 0.1)


def journal(store: Store) -> str:
    with store._engine.connect() as connection:
        return str(connection.exec_driver_sql("PRAGMA journal_mode").scalar())


@pytest.mark.usefixtures("share")
def test_no_log_on_a_share(path: Path, url: str) -> None:
    with Store.open(url) as store:
        assert journal(store) == "delete"
        id = store.create(X, AS_OF)
        store.answer(id, YES)
        assert beside(path) == []
    assert path.read_bytes()[18:20] == b"\x01\x01"
    with Store.open(url) as store:
        assert store.load(id).answers == {"core_company": YES}


def left_with_log(path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database with a log that holds its last answer, as a crash leaves it; the consultation."""
    original = path.with_name("original.db")
    with monkeypatch.context() as local:
        local.setattr(sqlite_file, "on_network_share", lambda path: False)
        with Store.open(f"sqlite:///{original}") as store:
            id = store.create(X, AS_OF)
            store.answer(id, YES)
            for end in ("", "-wal"):
                shutil.copy(f"{original}{end}", f"{path}{end}")
    original.unlink()
    assert Path(f"{path}-wal").stat().st_size > 0
    return id


@pytest.mark.usefixtures("share")
def test_a_log_is_merged_where_the_database_was_moved_to_a_share(
    path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = left_with_log(path, monkeypatch)
    with Store.open(url) as store:
        assert journal(store) == "delete"
        assert store.load(id).answers == {"core_company": YES}
        assert beside(path) == []


@pytest.mark.usefixtures("share")
def test_a_log_in_use_on_a_share_is_refused(path: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    id = left_with_log(path, monkeypatch)
    other = sqlite3.connect(path)
    assert other.execute("SELECT count(*) FROM answer_events").fetchone() == (1,)
    before = path.read_bytes()
    assert code_of(url) == "store_log_on_share"
    assert path.read_bytes() == before
    other.close()
    with Store.open(url) as store:
        assert store.load(id).answers == {"core_company": YES}


@pytest.mark.usefixtures("share")
def test_a_log_that_appears_while_it_is_opened_is_refused(
    path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_with_log(path, monkeypatch)
    monkeypatch.setattr(sqlite_file, "_leave_log", lambda path, where: None)
    assert code_of(url) == "store_log_on_share"


@pytest.mark.usefixtures("share")
def test_a_broken_database_with_a_log_on_a_share_is_left_as_it_is(
    path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_with_log(path, monkeypatch)
    files = [path, Path(f"{path}-wal")]
    path.write_bytes(path.read_bytes()[:5000])
    before = [file.read_bytes() for file in files]
    assert code_of(url) == "store_broken"
    assert [file.read_bytes() for file in files] == before
    assert beside(path) == ["store.db-wal"]


@pytest.mark.usefixtures("share")
def test_an_old_database_on_a_share_is_backed_up_and_upgraded(path: Path, url: str) -> None:
    make(path, VERSION_2, journal="wal")
    with Store.open(url) as store:
        assert (journal(store), len(store.notices)) == ("delete", 1)
        assert store.undo("old") is not None


# --- permissions ---------------------------------------------------------------------------------------------------


@contextmanager
def unprivileged() -> Iterator[None]:
    """Somebody who may not write everywhere, as the superuser may."""
    superuser = os.geteuid() == 0
    if superuser:
        os.seteuid(65534)
    try:
        yield
    finally:
        if superuser:
            os.seteuid(0)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that anybody may look into; pytest's own are closed to others."""
    made = Path(tempfile.mkdtemp())
    made.chmod(0o755)
    yield made
    made.chmod(0o700)
    shutil.rmtree(made)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
@pytest.mark.parametrize("content", ["nothing", "wal", "delete", "old"])
@pytest.mark.parametrize("closed", ["folder", "file and folder"])
def test_where_one_may_not_write_it_is_told_and_nothing_changes(folder: Path, content: str, closed: str) -> None:
    path = folder / "store.db"
    if content == "old":
        make(path, VERSION_2)
    elif content != "nothing":
        Store.open(f"sqlite:///{path}").close()
        make(path, "", journal=content)
    if content != "nothing":
        path.chmod(0o444 if closed == "file and folder" else 0o666)
    folder.chmod(0o555)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    with unprivileged():
        code = code_of(f"sqlite:///{path}")
    assert code == ("store_no_backup" if content == "old" and closed == "folder" else "store_read_only")
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_file_one_may_not_read_is_told(folder: Path) -> None:
    path = folder / "store.db"
    Store.open(f"sqlite:///{path}").close()
    path.chmod(0o200)
    with unprivileged():
        assert code_of(f"sqlite:///{path}") == "store_read_only"


# --- a file that is taken away ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("loss", "code"), [("deleted", "store_gone"), ("replaced", "store_replaced"), ("moved", "store_gone")]
)
def test_nothing_is_written_to_a_file_that_is_gone(url: str, path: Path, loss: str, code: str) -> None:
    with Store.open(url) as store:
        new = store.create(X, AS_OF)
        store.answer(new, YES)
        aside = path.with_name("aside.db")
        if loss == "replaced":
            shutil.copyfile(path, aside)
            os.replace(aside, path)
        elif loss == "moved":
            os.rename(path, aside)
        else:
            os.unlink(path)
        for write in (lambda: store.clear(new, YES.question), lambda: store.create(X, AS_OF)):
            with pytest.raises(ShusekiError) as caught:
                write()
            assert caught.value.problems[0].code == code
        assert store.load(new).answers == {YES.question: YES}
        if loss == "moved":
            os.rename(aside, path)
            store.clear(new, YES.question)
            assert not store.load(new).answers
