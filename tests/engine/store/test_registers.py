"""Registers, confirmations and layouts in the store: kept whole, only added to, taken back, and never lost."""

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.model.answers import Cluster
from engine.model.problem import ShusekiError
from engine.model.register import ColumnChoice, Confirmation, Layout, Register
from engine.store.database import Store
from engine.store.layouts import mark
from tests.engine.store.old_versions import dump
from tests.engine.store.registers import HR, LAYOUT, LAYOUTS, REGISTER, REGISTERS, SHOPS, confirmations
from tests.engine.store.test_database import Clock

AS_OF = date(2026, 4, 1)
TSUBAME = Cluster(name="燕の洋食器", area=("152137", "152048"), division="24")
ELSEWHERE = Cluster(name="北上", area=("032069",))
ROOT = Path(__file__).parents[3]


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


def code_of(call: Callable[[], object]) -> str:
    with pytest.raises(ShusekiError) as caught:
        call()
    return caught.value.problems[0].code


def of(year: int | None, name: str = "一覧.xlsx") -> Register:
    return Register(name=name, fiscal_year=year)


def names(store: Store, id: str, *, removed: bool = False) -> list[tuple[int | None, str]]:
    return [(one.fiscal_year, one.name) for one in store.registers.list(id, removed=removed)]


# --- registers -----------------------------------------------------------------------------------------------------


def test_a_register_comes_back_as_it_was(store: Store, url: str) -> None:
    id = store.create(TSUBAME, AS_OF)
    register = store.registers.add(id, REGISTER)
    (summary,) = store.registers.list(id)
    assert (summary.id, summary.name, summary.fiscal_year, summary.measures) == (register, REGISTER.name, 2026, 2)
    assert summary.recorded.tzinfo is not None
    store.close()
    with Store.open(url) as again:
        assert again.registers.load(register) == REGISTER
        assert again.registers.list(id) == (summary,)


def test_the_last_of_a_fiscal_year_counts(store: Store) -> None:
    id, other = store.create(TSUBAME, AS_OF), store.create(TSUBAME, AS_OF)
    assert store.registers.list(id) == ()
    first = store.registers.add(id, of(2026, "a"))
    store.registers.add(id, of(None, "n"))
    store.registers.add(id, of(2025, "old"))
    second = store.registers.add(id, of(2026, "b"))
    assert names(store, id) == [(2026, "b"), (2025, "old"), (None, "n")]
    assert store.registers.load(first).name == "a"
    store.registers.remove(second)
    assert names(store, id) == [(2026, "a"), (2025, "old"), (None, "n")]
    assert names(store, id, removed=True) == [(2026, "b")]
    assert store.registers.load(second).name == "b"
    store.registers.restore(second)
    assert names(store, id)[0] == (2026, "b")
    assert names(store, id, removed=True) == []
    assert names(store, other) == []


def test_one_that_another_followed_can_be_made_to_count_again(store: Store) -> None:
    id = store.create(TSUBAME, AS_OF)
    first = store.registers.add(id, of(2026, "a"))
    store.registers.add(id, of(2026, "b"))
    store.registers.restore(first)
    assert names(store, id) == [(2026, "a")]


def test_a_scenario_begins_with_the_registers_and_goes_its_own_way(store: Store) -> None:
    parent = store.create(TSUBAME, AS_OF)
    for register in (of(2026, "a"), of(2026, "b"), of(2025, "old")):
        store.registers.add(parent, register)
    branch = store.branch(parent, "もしも")
    assert names(store, branch) == names(store, parent) == [(2026, "b"), (2025, "old")]
    store.registers.remove(store.registers.list(branch)[0].id)
    store.registers.add(parent, of(2027, "new"))
    assert names(store, branch) == [(2025, "old")]
    assert names(store, parent) == [(2027, "new"), (2026, "b"), (2025, "old")]


@pytest.mark.parametrize("id", ["nonsense", "", "\ud800", "a\x00b", "'; DROP TABLE registers; --"])
def test_there_is_no_such_thing(store: Store, id: str) -> None:
    found = store.registers
    of_consultations: list[Callable[[], object]] = [
        lambda: found.add(id, REGISTER),
        lambda: found.list(id),
        lambda: found.confirm(id, HR),
        lambda: found.confirmations(id),
        lambda: found.undo_confirmation(id),
        lambda: found.redo_confirmation(id),
    ]
    assert {code_of(call) for call in of_consultations} == {"no_such_consultation"}
    of_registers: list[Callable[[], object]] = [
        lambda: found.load(id),
        lambda: found.remove(id),
        lambda: found.restore(id),
    ]
    assert {code_of(call) for call in of_registers} == {"no_such_register"}


# --- confirmations -------------------------------------------------------------------------------------------------


def test_the_last_word_counts_however_the_name_was_typed(store: Store) -> None:
    id = store.create(TSUBAME, AS_OF)
    assert store.registers.confirmations(id) == ()
    later = HR.model_copy(update={"name": "もの づくり人材育成事業", "department": " 商工課", "generic": ()})
    for word in (HR, SHOPS, later):
        assert store.registers.confirm(id, word) is True
    assert store.registers.confirmations(id) == (SHOPS, later)
    assert store.registers.confirm(id, HR.model_copy(update={"department": "観光課"})) is True
    assert len(store.registers.confirmations(id)) == 3


def test_a_word_about_one_type_leaves_what_was_said_about_another(store: Store) -> None:
    id = store.create(TSUBAME, AS_OF)
    both = SHOPS.model_copy(update={"generic": ("MS.A-1.hr", "MS.A-2.hr")})
    narrow = SHOPS.model_copy(update={"types": ("A-2",)})
    store.registers.confirm(id, both)
    store.registers.confirm(id, narrow)
    assert store.registers.confirmations(id) == (both, narrow)
    store.registers.confirm(id, both)
    assert store.registers.confirmations(id) == (both,)


def test_saying_the_same_again_writes_nothing(store: Store, path: Path) -> None:
    id = store.create(TSUBAME, AS_OF)
    store.registers.confirm(id, HR, SHOPS)
    store.registers.undo_confirmation(id)
    store.registers.redo_confirmation(id)
    before = dump(path)
    assert store.registers.confirm(id, HR) is False
    assert store.registers.confirm(id) is False
    other = HR.model_copy(update={"generic": ()})
    assert store.registers.confirm(id, other, HR) is False
    assert dump(path) == before
    assert store.registers.confirm(id, HR, other) is True
    assert store.registers.confirmations(id) == (SHOPS, other)


def test_taken_back_and_brought_back_also_after_a_restart(store: Store, url: str) -> None:
    id = store.create(TSUBAME, AS_OF)
    none = HR.model_copy(update={"generic": ()})
    store.registers.confirm(id, HR)
    store.registers.confirm(id, none, SHOPS)
    store.close()
    with Store.open(url) as store:
        assert store.registers.undo_confirmation(id) == (none, SHOPS)
        assert store.registers.confirmations(id) == (HR,)
    with Store.open(url) as store:
        assert store.registers.undo_confirmation(id) == (HR,)
        assert store.registers.undo_confirmation(id) is None
        assert store.registers.confirmations(id) == ()
        assert store.registers.redo_confirmation(id) == (HR,)
        assert store.registers.redo_confirmation(id) == (none, SHOPS)
        assert store.registers.redo_confirmation(id) is None
        assert store.registers.confirmations(id) == (none, SHOPS)
        store.registers.undo_confirmation(id)
        store.registers.confirm(id, SHOPS)
        assert store.registers.redo_confirmation(id) is None
        assert store.registers.confirmations(id) == (HR, SHOPS)


def test_it_is_no_step_of_the_consultation(store: Store) -> None:
    id = store.create(TSUBAME, AS_OF)
    store.registers.add(id, REGISTER)
    store.registers.confirm(id, HR)
    assert store.undo(id) is None
    assert store.latest(id) == 0


def test_it_holds_next_year_and_in_every_consultation_of_the_area(store: Store) -> None:
    first = store.create(TSUBAME, AS_OF)
    store.registers.confirm(first, HR)
    turned = TSUBAME.model_copy(update={"area": ("152048", "152137"), "name": "別名", "division": None})
    second, other = store.create(turned, date(2027, 4, 1)), store.create(ELSEWHERE, AS_OF)
    store.delete(first)
    assert store.registers.confirmations(second) == (HR,)
    assert store.registers.confirmations(store.branch(second, "もしも")) == (HR,)
    assert store.registers.confirmations(other) == ()
    assert store.registers.undo_confirmation(other) is None
    store.registers.confirm(second, SHOPS)
    assert store.registers.confirmations(first) == (HR, SHOPS)


def test_without_codes_the_name_is_the_area(store: Store) -> None:
    first, second = store.create(Cluster(name="燕の 洋食器"), AS_OF), store.create(Cluster(name="燕の洋食器"), AS_OF)
    store.registers.confirm(first, HR)
    assert store.registers.confirmations(second) == (HR,)
    assert store.registers.confirmations(store.create(TSUBAME, AS_OF)) == ()


def test_words_come_along_when_the_area_is_corrected_and_stay_where_they_were(store: Store) -> None:
    first, second = store.create(Cluster(name="燕"), AS_OF), store.create(Cluster(name="燕"), AS_OF)
    store.registers.confirm(first, HR)
    store.rename(first, ELSEWHERE)
    store.rename(first, TSUBAME)
    store.registers.confirm(first, SHOPS)
    assert store.registers.confirmations(first) == (HR, SHOPS)
    assert store.registers.confirmations(store.create(TSUBAME, AS_OF)) == (HR, SHOPS)
    assert store.registers.confirmations(second) == (HR,)
    assert store.registers.confirmations(store.create(ELSEWHERE, AS_OF)) == ()
    # What is taken back is taken back wherever it was seen.
    assert store.registers.undo_confirmation(second) == (HR,)
    assert store.registers.confirmations(first) == (SHOPS,)
    assert store.registers.redo_confirmation(second) == (HR,)
    assert store.registers.confirmations(first) == (HR, SHOPS)
    store.undo(first)
    store.undo(first)
    assert store.registers.confirmations(first) == store.registers.confirmations(second) == (HR, SHOPS)
    assert store.registers.confirmations(store.create(TSUBAME, AS_OF)) == (SHOPS,)


# --- layouts -------------------------------------------------------------------------------------------------------


def test_the_last_layout_of_the_same_headings_counts(store: Store) -> None:
    turned = tuple(choice.model_copy(update={"heading": f" {choice.heading}"}) for choice in LAYOUT.columns)
    again = LAYOUT.model_copy(update={"sheet": "別のシート", "header": 1, "unit": 1, "columns": turned[::-1]})
    other = Layout(header=1, columns=(ColumnChoice(field="name", column=1, heading="事務事業名"),))
    assert store.registers.layouts() == ()
    for layout in (LAYOUT, other, again):
        store.registers.remember_layout(layout)
    assert store.registers.layouts() == (again, other)
    assert mark(again) == mark(LAYOUT) != mark(other)


# --- several windows, and damage -----------------------------------------------------------------------------------


def test_two_windows_do_not_lose_each_others(store: Store, url: str) -> None:
    id = store.create(TSUBAME, AS_OF)

    def speak(who: int) -> None:
        with Store.open(url) as window:
            for number in range(15):
                window.registers.confirm(id, HR.model_copy(update={"name": f"事業{who}-{number}"}))
                window.registers.add(id, of(2000 + number, f"{who}"))

    windows = [threading.Thread(target=speak, args=(who,)) for who in range(3)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert len(store.registers.confirmations(id)) == 45
    assert len(store.registers.list(id)) == 15
    for left in range(45, 0, -1):
        assert len(store.registers.confirmations(id)) == left
        store.registers.undo_confirmation(id)
    assert store.registers.confirmations(id) == ()


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE registers SET content = replace(content, 'e01', 'e09')", {"load", "list"}),
        ("UPDATE registers SET fiscal_year = 2025", {"load", "list"}),
        ("UPDATE registers SET content = '{', checksum = NULL", {"load"}),
        ("UPDATE register_events SET kind = 'removed'", {"list"}),
        ("UPDATE register_events SET kind = 'sung', checksum = NULL", {"list"}),
        ("UPDATE confirmations SET content = replace(content, '2026', '2025')", {"confirmations", "undo"}),
        ("UPDATE confirmations SET content = '[1]', checksum = NULL", {"confirmations", "undo"}),
        ("UPDATE confirmations SET undoes = 1 WHERE seq = 2", {"confirmations", "undo"}),
        ("UPDATE layouts SET content = replace(content, '1000', '1')", {"layouts"}),
    ],
)
def test_damage_is_told_and_nothing_is_written_over_it(
    store: Store, path: Path, statement: str, told: set[str]
) -> None:
    id = store.create(TSUBAME, AS_OF)
    register = store.registers.add(id, REGISTER)
    for word in (HR, SHOPS):
        store.registers.confirm(id, word)
    store.registers.remember_layout(LAYOUT)
    database = sqlite3.connect(path)
    with database:
        assert database.execute(statement).rowcount > 0
    database.close()
    before = dump(path)
    calls: dict[str, Callable[[], object]] = {
        "load": lambda: store.registers.load(register),
        "list": lambda: store.registers.list(id),
        "confirmations": lambda: store.registers.confirmations(id),
        "undo": lambda: store.registers.undo_confirmation(id),
        "layouts": lambda: store.registers.layouts(),
    }
    for name in told:
        assert code_of(calls[name]) == "store_broken"
    assert dump(path) == before
    for name in calls.keys() - told - {"undo"}:
        calls[name]()


SPEAKER = """
import sys
from engine.store.database import Store
from tests.engine.store.registers import HR, REGISTER
with Store.open(sys.argv[1]) as store:
    for number in range(100_000):
        store.registers.confirm(sys.argv[2], HR.model_copy(update={"name": f"n{number}"}))
        id = store.registers.add(sys.argv[2], REGISTER.model_copy(update={"fiscal_year": 2000 + number}))
        sys.stdout.write(f"{number} {id}\\n")
        sys.stdout.flush()
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_what_was_acknowledged_outlives_the_program(url: str) -> None:
    with Store.open(url) as store:
        id = store.create(TSUBAME, AS_OF)
    command = [sys.executable, "-W", "ignore", "-c", SPEAKER, url, id]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as speaker:
        assert speaker.stdout is not None
        heard = [speaker.stdout.readline() for _ in range(25)]
        speaker.kill()
        heard += speaker.stdout.readlines()
    acknowledged = [line.split() for line in heard if line.endswith("\n")]
    with Store.open(url) as store:
        said = {word.name for word in store.registers.confirmations(id)}
        assert {f"n{number}" for number, _ in acknowledged} <= said
        assert len(said) <= len(acknowledged) + 1
        found = {one.id for one in store.registers.list(id)}
        assert {register for _, register in acknowledged} <= found
        assert all(store.registers.load(register).measures == REGISTER.measures for register in found)


# --- properties ----------------------------------------------------------------------------------------------------


@given(REGISTERS, LAYOUTS)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
def test_whatever_is_taken_in_loads_back_exactly(register: Register, layout: Layout) -> None:
    with Store.open("sqlite://") as store:
        id = store.create(TSUBAME, AS_OF)
        assert store.registers.load(store.registers.add(id, register)) == register
        assert store.registers.list(id)[0].measures == len(register.measures)
        store.registers.remember_layout(layout)
        assert store.registers.layouts() == (layout,)


WORDS = confirmations(st.sampled_from(["a", "b"]), st.sampled_from(["", "c"]))
MOVES = st.sampled_from(["undo", "undo", "redo"])
Said = dict[tuple[str, str, str], Confirmation]


@given(st.lists(st.lists(WORDS, min_size=1, max_size=3) | MOVES, max_size=25))
@settings(deadline=None, max_examples=60)
def test_any_course_of_words_undos_and_redos_agrees_with_a_list_of_states(
    course: list[list[Confirmation] | str],
) -> None:
    with Store.open("sqlite://") as store:
        ids = [store.create(TSUBAME, AS_OF), store.create(TSUBAME, AS_OF)]
        states: list[Said] = [{}]
        at = 0
        for turn, move in enumerate(course):
            id = ids[turn % 2]
            if move == "undo":
                assert (store.registers.undo_confirmation(id) is not None) == (at > 0)
                at = max(at - 1, 0)
            elif move == "redo":
                assert (store.registers.redo_confirmation(id) is not None) == (at + 1 < len(states))
                at = min(at + 1, len(states) - 1)
            else:
                said = [word for word in move if isinstance(word, Confirmation)]
                after = {**states[at], **{(w.name, w.department, t): w for w in said for t in w.types}}
                assert store.registers.confirm(id, *said) == (after != states[at])
                if after != states[at]:
                    states, at = [*states[: at + 1], after], at + 1
            found = store.registers.confirmations(id)
            # Read in order, type by type, they say what the state says; and none is there that says nothing.
            assert {(w.name, w.department, t): w for w in found for t in w.types} == states[at]
            assert set(found) == set(states[at].values())
            assert len(found) == len(set(found))
