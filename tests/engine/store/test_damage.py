"""A damaged database is told and left as it is; what it shows where it opens is what was stored."""

import shutil
import sqlite3
from pathlib import Path
from random import Random

import pytest

from engine.model.answers import Answer, Consultation
from engine.model.problem import ShusekiError
from engine.store.database import Store, Summary
from tests.engine.store.consultations import KITAKAMI
from tests.engine.store.registers import HR, LAYOUT, REGISTER, SHOPS

Content = tuple[dict[str, Consultation], tuple[Summary, ...], tuple[object, ...]]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with some consultations, a scenario, and changes taken back."""
    path = tmp_path_factory.mktemp("sound") / "store.db"
    with Store.open(f"sqlite:///{path}") as store:
        for number in range(5):
            id = store.import_consultation(KITAKAMI)
            store.answer(id, Answer(question="core_company", value=True, note="覚え書き" * 40 * number))
            store.rename(id, KITAKAMI.cluster.model_copy(update={"name": f"集積{number}"}))
            store.undo(id)
        store.registers.add(id, REGISTER)
        store.registers.confirm(id, HR)
        store.registers.confirm(id, SHOPS)
        store.registers.undo_confirmation(id)
        store.registers.remember_layout(LAYOUT)
        store.branch(id, "もしも")
    return path


def content(store: Store) -> Content:
    found = store.list()
    registers = store.registers
    kept = {summary.id: (registers.list(summary.id), registers.confirmations(summary.id)) for summary in found}
    loaded = [registers.load(one.id) for lines, _ in kept.values() for one in lines]
    return {summary.id: store.load(summary.id) for summary in found}, found, (kept, loaded, registers.layouts())


def code_of(error: pytest.ExceptionInfo[ShusekiError] | ShusekiError) -> str:
    problems = error.problems if isinstance(error, ShusekiError) else error.value.problems
    return problems[0].code


def read(path: Path) -> Content | str:
    """All that is in it, or the code of the Problem. Refusing to open it changes no byte of it."""
    before = path.read_bytes()
    try:
        store = Store.open(f"sqlite:///{path}")
    except ShusekiError as error:
        assert path.read_bytes() == before
        return code_of(error)
    with store:
        try:
            return content(store)
        except ShusekiError as error:
            return code_of(error)


@pytest.mark.parametrize(("seed", "positions"), [(1, 40), pytest.param(2, 200, marks=pytest.mark.slow)])
def test_whatever_byte_flips_nothing_wrong_is_shown(sound: Path, tmp_path: Path, seed: int, positions: int) -> None:
    right = read(sound)
    data = sound.read_bytes()
    random = Random(seed)
    told = 0
    # Every other one within what is written, where a wrong letter would do most harm.
    written = [at for at in range(len(data)) if data[at]]
    for number in range(positions):
        at = random.choice(written) if number % 2 else random.randrange(len(data))
        damaged = bytearray(data)
        damaged[at] ^= 1 << random.randrange(8) if number % 4 < 2 else random.randrange(1, 256)
        path = tmp_path / "store.db"
        for end in ("", "-wal", "-shm"):
            Path(f"{path}{end}").unlink(missing_ok=True)
        path.write_bytes(damaged)
        found = read(path)
        assert found == right or isinstance(found, str), f"byte {at}: {data[at]} -> {damaged[at]}"
        told += isinstance(found, str)
    assert told > positions / 4


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_off_anywhere_is_told(sound: Path, tmp_path: Path, share: float) -> None:
    data = sound.read_bytes()
    path = tmp_path / "store.db"
    path.write_bytes(data[: int(len(data) * share)])
    assert read(path) == "store_broken"


@pytest.mark.parametrize("length", [1, 15, 16, 50, 99, 100])
def test_a_piece_of_its_head_is_told(sound: Path, tmp_path: Path, length: int) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(sound.read_bytes()[:length])
    assert read(path) == "store_broken"


def logged(path: Path, original: Path, statement: str) -> None:
    """Makes a database whose last write stands in the log only, as after a crash."""
    shutil.copy(original, path)
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute(statement)
    kept = [(Path(f"{path}{end}"), Path(f"{path}{end}").read_bytes()) for end in ("", "-wal")]
    database.close()
    for file, data in kept:
        file.write_bytes(data)


@pytest.mark.parametrize(
    ("statement", "code"),
    [("UPDATE shuseki_schema SET version = 99", "store_newer"), ("DROP TABLE shuseki_schema", "store_not_ours")],
)
def test_what_is_refused_keeps_its_log_too(sound: Path, tmp_path: Path, statement: str, code: str) -> None:
    path = tmp_path / "store.db"
    logged(path, sound, statement)
    log = Path(f"{path}-wal").read_bytes()
    assert read(path) == code
    assert Path(f"{path}-wal").read_bytes() == log


def test_an_index_that_disagrees_with_its_table_is_told(sound: Path, tmp_path: Path) -> None:
    """It would hide answers: what is found by the index is what is shown."""
    path = tmp_path / "store.db"
    shutil.copy(sound, path)
    data = path.read_bytes()
    index = sqlite3.connect(path)
    (page,) = index.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'answer_events_by_consultation'"
    ).fetchone()
    (size,) = index.execute("PRAGMA page_size").fetchone()
    index.close()
    (id,) = [summary.id for summary in content_of(sound)[:1]]
    at = data.index(id.encode(), (page - 1) * size)
    assert at < page * size
    path.write_bytes(data[:at] + b"x" + data[at + 1 :])
    assert read(path) == "store_broken"


def content_of(path: Path) -> tuple[Summary, ...]:
    found = read(path)
    assert not isinstance(found, str)
    return found[1]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE answer_events SET value = '3800.0' WHERE value = '3700.0'",
        "UPDATE answer_events SET note = note || 'x'",
        "UPDATE answer_events SET undoes = NULL",
        "UPDATE answer_events SET initial = 1 - initial",
        "UPDATE consultations SET as_of = '2020-01-01'",
        "UPDATE scenarios SET name = 'x'",
        "UPDATE registers SET measures = 3",
        "UPDATE register_events SET recorded = '2025-10-01T09:02:00.000000+00:00'",
        "UPDATE confirmations SET undoes = 1 WHERE undoes IS NOT NULL",
        "UPDATE layouts SET mark = 'x'",
    ],
)
def test_a_row_that_does_not_agree_with_its_checksum_is_told(sound: Path, tmp_path: Path, statement: str) -> None:
    path = tmp_path / "store.db"
    shutil.copy(sound, path)
    database = sqlite3.connect(path)
    database.execute(statement)
    database.commit()
    database.close()
    assert read(path) == "store_broken"
