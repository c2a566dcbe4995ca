"""The database: nothing acknowledged is ever lost, nothing of others is ever overwritten, no password is ever shown."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.model.answers import UNKNOWN, Answer, Cluster, Consultation
from engine.model.problem import Problem, Severity, ShusekiError
from engine.store import sqlite_file
from engine.store.database import Store
from engine.store.history import Kind, fold
from engine.store.version import VERSION
from tests.engine.store.consultations import ANSWERS, CONSULTATIONS, KITAKAMI

WRITER = Path(__file__).with_name("writer.py")
ROOT = Path(__file__).parents[3]
AS_OF = date(2026, 4, 1)
X = Cluster(name="x")


class Clock:
    """A clock that goes on by a minute whenever it is looked at."""

    def __init__(self) -> None:
        self.now = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def url(path: Path) -> str:
    return f"sqlite:///{path}"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store.open(url, clock=Clock()) as opened:
        yield opened


def yes(question: str = "core_company", value: object = True) -> Answer:
    return Answer.model_validate({"question": question, "value": value})


def problem_of(call: Callable[[], object]) -> Problem:
    with pytest.raises(ShusekiError) as caught:
        call()
    return caught.value.problems[0]


# --- what it does --------------------------------------------------------------------------------------------------


def test_create_answer_load(store: Store, url: str) -> None:
    id = store.create(X, AS_OF)
    assert store.load(id) == Consultation(cluster=X, as_of=AS_OF)
    for answer in KITAKAMI.answers.values():
        store.answer(id, answer)
    store.rename(id, KITAKAMI.cluster)
    assert store.load(id) == KITAKAMI
    store.close()
    with Store.open(url) as again:
        assert again.load(id) == KITAKAMI


def test_the_later_answer_counts_and_the_earlier_stays_in_the_events(store: Store) -> None:
    id = store.create(X, AS_OF)
    for value in (True, False, UNKNOWN):
        store.answer(id, yes(value=value))
    store.clear(id, "core_company")
    assert store.load(id).answers == {}
    events = store.events(id)
    assert [event.kind for event in events] == [Kind.SET, Kind.SET, Kind.SET, Kind.CLEARED]
    assert [event.answer.value for event in events if event.answer] == [True, False, UNKNOWN]
    assert fold(store.load(id), events[:2]).answers["core_company"].value is False
    assert store.events(id, after=events[1].seq) == events[2:]


def test_list(store: Store) -> None:
    one, two = store.create(X, AS_OF), store.import_consultation(KITAKAMI)
    store.answer(one, yes())
    store.answer(one, yes(value=UNKNOWN))
    store.answer(one, yes("b_focus"))
    store.clear(one, "b_focus")
    store.answer(one, yes("supplier_base"))
    first, second = store.list()
    assert (first.id, first.name, first.answered, first.dont_know) == (one, "x", 1, 1)
    assert (second.id, second.industry, second.answered, second.dont_know) == (two, "電子部品・デバイス", 3, 1)
    assert first.changed > second.changed == second.created
    store.rename(two, X)
    assert [summary.name for summary in store.list()] == ["x", "x"]
    assert store.list()[0].id == two


def test_delete_hides_and_restore_brings_back(store: Store) -> None:
    id = store.import_consultation(KITAKAMI)
    store.delete(id)
    assert store.list() == ()
    assert [summary.id for summary in store.list(deleted=True)] == [id]
    assert problem_of(lambda: store.load(id)).code == "consultation_deleted"
    assert len(store.events(id)) == len(KITAKAMI.answers) + 1
    store.restore(id)
    assert store.load(id) == KITAKAMI


def test_as_of_may_change(store: Store) -> None:
    id = store.create(X, AS_OF)
    store.redate(id, date(2027, 4, 1))
    assert store.load(id).as_of == date(2027, 4, 1)


@pytest.mark.parametrize("id", ["nonsense", "", "\ud800", "a\x00b", "'; DROP TABLE consultations; --"])
def test_no_such_consultation(store: Store, id: str) -> None:
    calls: list[Callable[[], object]] = [
        lambda: store.load(id),
        lambda: store.events(id),
        lambda: store.answer(id, yes()),
        lambda: store.clear(id, "core_company"),
        lambda: store.delete(id),
    ]
    assert {problem_of(call).code for call in calls} == {"no_such_consultation"}


def test_text_no_database_can_hold_is_replaced(store: Store) -> None:
    id = store.create(X, AS_OF)
    store.answer(id, Answer(question="core_company", value=True, note="a\ud800b\x00"))
    store.clear(id, "\ud800")
    store.rename(id, Cluster(name="y", industry="\ud800"))
    assert store.load(id).answers["core_company"].note == "a\ufffdb\ufffd"


# --- several at once -----------------------------------------------------------------------------------------------


def test_a_second_writer_is_noticed_and_both_are_kept(store: Store, url: str) -> None:
    id = store.create(X, AS_OF)
    seen = store.snapshot(id).seq
    with Store.open(url) as other:
        other.answer(id, yes("b_focus"))
        other.answer(id, yes("core_company", False))
    written = store.answer(id, yes("core_company"), expected_seq=seen)
    assert [event.question for event in written.missed] == ["b_focus", "core_company"]
    assert written.notice is not None
    assert written.notice.severity is Severity.WARNING
    assert "2件" in written.notice.what.ja
    assert "同じ質問" in written.notice.what.ja
    assert store.load(id).answers["core_company"].value is True
    assert len(store.events(id)) == 3
    assert store.answer(id, yes(), expected_seq=written.seq).notice is None


def test_events_of_other_consultations_are_no_notice(store: Store) -> None:
    one, two = store.create(X, AS_OF), store.create(X, AS_OF)
    seen = store.snapshot(one).seq
    store.answer(two, yes())
    assert store.answer(one, yes(), expected_seq=seen).notice is None


def test_threads(store: Store) -> None:
    id = store.create(X, AS_OF)
    errors: list[Exception] = []

    def work(name: int) -> None:
        try:
            for number in range(10):
                store.answer(id, yes(f"q{name}_{number}"))
                store.load(id)
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(store.load(id).answers) == 40


def start_writer(url: str, id: str, name: str) -> "subprocess.Popen[str]":
    command = [sys.executable, str(WRITER), url, id, name]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


def rest_of(writer: "subprocess.Popen[str]") -> str:
    """What it still said. Not by communicate(), which passes over what readline has taken beyond its line."""
    assert writer.stdout is not None
    with writer, writer.stdout as stdout:
        return stdout.read()


def acknowledged(output: str) -> dict[int, float]:
    """What a killed writer had been told was stored: value by seq. A last line without its end was not told."""
    whole = output[: output.rfind("\n") + 1].splitlines()
    return {int(seq): float(value) for seq, value in (line.split() for line in whole)}


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("moment", [0.0, 0.003, 0.017, 0.05, 0.2])
def test_after_a_hard_kill_every_acknowledged_answer_is_there(url: str, moment: float) -> None:
    with Store.open(url) as store:
        id = store.create(X, AS_OF)
    writer = start_writer(url, id, "victim")
    assert writer.stdout is not None
    first = writer.stdout.readline()
    time.sleep(moment)
    writer.send_signal(signal.SIGKILL)
    told = acknowledged(first + rest_of(writer))
    assert told
    with Store.open(url) as store:
        kept = {event.seq: event.answer.value for event in store.events(id) if event.answer}
    assert told.items() <= kept.items()
    assert len(kept) - len(told) <= 1  # the one being told when it died


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_two_processes_write_at_once_and_nothing_is_lost(url: str) -> None:
    with Store.open(url) as store:
        id = store.create(X, AS_OF)
        writers = [start_writer(url, id, name) for name in ("one", "two")]
        first = [writer.stdout.readline() for writer in writers if writer.stdout]
        mine = [store.answer(id, yes(f"q{n}")).seq for n in range(20)]
        for writer in writers:
            writer.send_signal(signal.SIGKILL)
        outputs = [line + rest_of(writer) for line, writer in zip(first, writers, strict=True)]
        kept = {event.seq for event in store.events(id)}
    told = [acknowledged(output) for output in outputs]
    assert all(told)
    assert kept >= {*mine, *told[0], *told[1]}
    assert not told[0].keys() & told[1].keys()


def test_opening_at_the_same_moment(url: str) -> None:
    code = "import sys; from engine.store.database import Store; Store.open(sys.argv[1]).close()"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    openers = [
        subprocess.Popen([sys.executable, "-c", code, url], stderr=subprocess.PIPE, env=environment) for _ in range(4)
    ]
    assert [opener.communicate()[1] for opener in openers] == [b""] * 4
    with Store.open(url) as store:
        assert store.list() == ()


def test_busy_for_too_long(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_file, "BUSY_SECONDS", 0.1)
    id = store.create(X, AS_OF)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(f"sqlite:///{path}") as late:
        assert problem_of(lambda: late.answer(id, yes())).code == "store_busy"
        other.execute("ROLLBACK")
        other.close()
        late.answer(id, yes())


# --- how it is kept ------------------------------------------------------------------------------------------------


def test_it_is_durable_and_tight(store: Store, path: Path) -> None:
    store.create(X, AS_OF)
    with store._engine.connect() as connection:
        pragmas = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS}
    assert pragmas == PRAGMAS


PRAGMAS = {"journal_mode": "wal", "synchronous": 3, "foreign_keys": 1}


def test_default_place_and_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SHUSEKI_DATABASE_URL", raising=False)
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: str(tmp_path / "new" / "shuseki"))
    Store.open().close()
    assert (tmp_path / "new" / "shuseki" / "shuseki.db").exists()
    monkeypatch.setenv("SHUSEKI_DATABASE_URL", f"sqlite:///{tmp_path}/other.db")
    Store.open().close()
    assert (tmp_path / "other.db").exists()


def test_in_memory() -> None:
    with Store.open("sqlite://") as store:
        id = store.import_consultation(KITAKAMI)
        assert store.load(id) == KITAKAMI


# --- what is refused -----------------------------------------------------------------------------------------------


def unchanged_and_refused(path: Path, code: str) -> Problem:
    before = path.read_bytes()
    found = problem_of(lambda: Store.open(f"sqlite:///{path}"))
    assert found.code == code
    assert path.read_bytes() == before
    return found


@pytest.mark.parametrize(
    "content", [b"cluster: {name: x}\n", b"x", b"SQLite format 3\x00" + b"\xff" * 5000, Random(1).randbytes(9000)]
)
def test_what_is_no_database_is_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    unchanged_and_refused(path, "store_broken")


def test_damage_is_noticed_on_opening(url: str, path: Path) -> None:
    with Store.open(url) as store:
        for _ in range(50):
            store.import_consultation(KITAKAMI)
    data = bytearray(path.read_bytes())
    data[5000:9000] = b"\x55" * 4000
    path.write_bytes(data)
    unchanged_and_refused(path, "store_broken")


def test_a_cut_off_database_is_noticed(url: str, path: Path) -> None:
    with Store.open(url) as store:
        for _ in range(50):
            store.import_consultation(KITAKAMI)
    path.write_bytes(path.read_bytes()[:10_000])
    unchanged_and_refused(path, "store_broken")


def test_a_log_whose_database_is_gone_is_not_thrown_away(path: Path) -> None:
    log = path.with_name("store.db-wal")
    log.write_bytes(b"x" * 100)
    assert problem_of(lambda: Store.open(f"sqlite:///{path}")).code == "store_broken"
    assert log.read_bytes() == b"x" * 100


def test_a_database_of_something_else(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE cookies (id INTEGER)")
    other.close()
    unchanged_and_refused(path, "store_not_ours")


def test_a_newer_version(url: str, path: Path) -> None:
    Store.open(url).close()
    change(path, f"UPDATE shuseki_schema SET version = {VERSION + 1}")
    found = unchanged_and_refused(path, "store_newer")
    assert f"形式{VERSION + 1}" in found.what.ja


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM shuseki_schema", "UPDATE shuseki_schema SET version = 0", "DROP TABLE answer_events"],
)
def test_a_store_with_a_part_missing(url: str, path: Path, statement: str) -> None:
    Store.open(url).close()
    change(path, statement)
    unchanged_and_refused(path, "store_broken")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE answer_events SET value = '{'",
        "UPDATE answer_events SET value = NULL",
        "UPDATE answer_events SET value = '{\"a\": 1}'",
        "UPDATE answer_events SET kind = 'sung'",
        "UPDATE answer_events SET recorded = 'yesterday'",
        "UPDATE answer_events SET confidence = 'very'",
        "UPDATE consultations SET cluster = '{}'",
        "UPDATE consultations SET as_of = 'soon'",
    ],
)
def test_a_row_that_is_not_ours(url: str, path: Path, statement: str) -> None:
    with Store.open(url) as store:
        id = store.import_consultation(KITAKAMI)
    change(path, statement)
    with Store.open(url) as store:
        assert problem_of(lambda: store.load(id)).code == "store_broken"


def test_a_broken_row_does_not_break_the_list_with_another_error(url: str, path: Path) -> None:
    with Store.open(url) as store:
        store.import_consultation(KITAKAMI)
    change(path, "UPDATE consultations SET cluster = '[]'")
    with Store.open(url) as store:
        assert problem_of(store.list).code == "store_broken"


def change(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as database:
        database.execute(statement)
    database.close()


def test_places_that_cannot_be(tmp_path: Path) -> None:
    assert problem_of(lambda: Store.open(f"sqlite:///{tmp_path}")).code == "is_a_directory"
    assert problem_of(lambda: Store.open(f"sqlite:///{tmp_path}/no/such/store.db")).code == "folder_missing"
    (tmp_path / "file").write_text("x")
    assert problem_of(lambda: Store.open(f"sqlite:///{tmp_path}/file/store.db")).code == "folder_missing"


def test_a_read_only_database_is_told(path: Path, url: str) -> None:
    with Store.open(url) as store:
        id = store.create(X, AS_OF)
    with Store.open(f"sqlite:///file:{path}?mode=ro&uri=true") as store:
        assert store.load(id).cluster == X
        assert problem_of(lambda: store.answer(id, yes())).code == "store_read_only"


def test_a_full_disk(store: Store) -> None:
    id = store.create(X, AS_OF)
    with store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1")  # of this connection, which goes back to the pool
    long = Answer(question="core_company", value=True, note="x" * 100_000)
    assert problem_of(lambda: store.answer(id, long)).code == "store_full"
    assert store.load(id).answers == {}


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("postgresql+nosuchdriver://me:hunter2@db.example/shuseki?password=hunter2", "database_driver_missing"),
        ("nosuchsystem://me:hunter2@db.example/shuseki", "database_driver_missing"),
        ("hunter2", "bad_database_url"),
        ("postgresql://me:hunter2@db.example:port/shuseki", "bad_database_url"),
        ("sqlite:////no/such/folder/store.db?password=hunter2", "folder_missing"),
    ],
)
def test_a_password_is_never_shown(url: str, code: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ShusekiError) as caught:
        Store.open(url)
    (found,) = caught.value.problems
    assert found.code == code
    import traceback

    told = found.tell("ja") + found.tell("en") + "".join(traceback.format_exception(caught.value, chain=True))
    frames = [line for line in told.splitlines() if not line.strip().startswith("Store.open(")]
    assert "hunter2" not in "\n".join(frames) + "".join(capfd.readouterr())


# --- properties ----------------------------------------------------------------------------------------------------


@given(CONSULTATIONS)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=50)
def test_what_is_imported_loads_back_exactly(consultation: Consultation) -> None:
    with Store.open("sqlite://") as store:
        assert store.load(store.import_consultation(consultation)) == consultation


@given(st.lists(ANSWERS | st.sampled_from(["core_company", "growth"]), max_size=12))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=50)
def test_the_store_agrees_with_a_dictionary(steps: list[Answer | str]) -> None:
    model: dict[str, Answer] = {}
    with Store.open("sqlite://") as store:
        id, seq = store.create(X, AS_OF), 0
        for step in steps:
            if isinstance(step, Answer):
                model[step.question] = step
                written = store.answer(id, step, expected_seq=seq)
            else:
                model.pop(step, None)
                written = store.clear(id, step, expected_seq=seq)
            assert written.notice is None
            assert written.seq > seq
            seq = written.seq
        assert store.load(id).answers == model
        (summary,) = store.list()
        assert summary.answered + summary.dont_know == len(model)
        assert summary.dont_know == sum(not answer.known for answer in model.values())
