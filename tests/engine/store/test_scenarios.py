"""Scenarios branch off: they keep what was answered until then, know where they come from, and go their own way."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from engine.model.answers import Answer, Cluster, Consultation
from engine.model.problem import ShusekiError
from engine.store.answer_file import file_name, read_data, render
from engine.store.database import Store
from tests.engine.store.consultations import BOOK, CONSULTATIONS, KITAKAMI
from tests.engine.store.old_versions import VERSION_1

OLD = Consultation(
    cluster=Cluster(name="x"),
    as_of=date(2025, 10, 1),
    answers={"core_company": Answer(question="core_company", value=True)},
)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store.open(url) as opened:
        yield opened


def code_of(error: pytest.ExceptionInfo[ShusekiError]) -> str:
    return error.value.problems[0].code


def supposing(name: str) -> Consultation:
    return KITAKAMI.model_copy(update={"scenario": name})


def test_a_branch_begins_with_the_answers_as_they_stand(store: Store, url: str) -> None:
    parent = store.import_consultation(KITAKAMI)
    branch = store.branch(parent, " 大学が来る ")
    assert store.load(branch) == supposing("大学が来る")
    assert store.load(parent) == KITAKAMI
    store.close()
    with Store.open(url) as again:
        assert again.load(branch) == supposing("大学が来る")
        found = {summary.id: summary for summary in again.list()}
    assert (found[branch].scenario, found[branch].parent) == ("大学が来る", parent)
    assert (found[parent].scenario, found[parent].parent) == ("", None)
    assert found[branch].answered == found[parent].answered


def test_neither_touches_the_other_afterwards(store: Store) -> None:
    parent = store.import_consultation(KITAKAMI)
    branch = store.branch(parent, "もしも")
    store.answer(parent, Answer(question="core_company", value=True))
    store.rename(parent, Cluster(name="別の名前"))
    assert store.load(branch) == supposing("もしも")
    store.clear(branch, "growth_origin")
    assert "growth_origin" in store.load(parent).answers
    store.delete(parent)
    assert store.load(branch).scenario == "もしも"
    (left,) = store.list()
    assert left.parent == parent


def test_a_branch_of_a_branch_tells_its_own_parent(store: Store) -> None:
    first = store.branch(store.import_consultation(KITAKAMI), "一")
    second = store.branch(first, "二")
    assert {summary.id: summary.parent for summary in store.list()}[second] == first
    assert store.load(second).scenario == "二"


@pytest.mark.parametrize(
    ("name", "of", "code"),
    [("", "there", "scenario_without_name"), ("　", "there", "scenario_without_name"),
     ("a", "no", "no_such_consultation"), ("a", "deleted", "consultation_deleted")],
)  # fmt: skip
def test_what_cannot_branch_leaves_nothing_behind(store: Store, name: str, of: str, code: str) -> None:
    there, gone = store.import_consultation(KITAKAMI), store.import_consultation(KITAKAMI)
    store.delete(gone)
    with pytest.raises(ShusekiError) as caught:
        store.branch({"there": there, "deleted": gone}.get(of, of), name)
    assert code_of(caught) == code
    assert len(store.list()) == 1


def test_a_database_of_version_1_opens_and_can_branch(tmp_path: Path, url: str) -> None:
    with sqlite3.connect(tmp_path / "store.db") as database:
        database.executescript(VERSION_1)
    database.close()
    with Store.open(url) as store:
        assert store.load("old") == OLD
        assert store.list()[0].parent is None
        branch = store.branch("old", "もしも")
    with Store.open(url) as store:
        assert store.load("old") == OLD
        assert store.load(branch).answers == OLD.answers


def test_a_version_1_that_lacks_a_part_is_left_alone(tmp_path: Path, url: str) -> None:
    with sqlite3.connect(tmp_path / "store.db") as database:
        database.executescript(VERSION_1 + "DROP TABLE answer_events;")
    database.close()
    before = (tmp_path / "store.db").read_bytes()
    with pytest.raises(ShusekiError) as caught:
        Store.open(url)
    assert code_of(caught) == "store_broken"
    assert (tmp_path / "store.db").read_bytes() == before


def test_the_name_goes_into_a_file_and_comes_back(store: Store) -> None:
    text = render(supposing("大学が来る: もし"), BOOK)
    assert 'scenario: "大学が来る: もし"' in text.splitlines()
    found, warnings = read_data(text.encode(), BOOK)
    assert (found, warnings) == (supposing("大学が来る: もし"), ())
    imported = store.import_consultation(found)
    assert store.load(imported) == found
    assert store.list()[0].parent is None
    assert file_name(supposing("もしも")) != file_name(KITAKAMI)
    assert "scenario" not in render(KITAKAMI, BOOK)


def test_a_wrong_scenario_is_told_with_its_line() -> None:
    with pytest.raises(ShusekiError) as caught:
        read_data(b"cluster: {name: x}\nas_of: 2026-04-01\nscenario: [a]\nanswers: {}\n", BOOK)
    assert (code_of(caught), caught.value.problems[0].where.line) == ("wrong_type", 3)


@given(CONSULTATIONS)
@settings(max_examples=25)
def test_any_consultation_can_branch(consultation: Consultation) -> None:
    with Store.open("sqlite://") as store:
        branch = store.branch(store.import_consultation(consultation), "a")
        assert store.load(branch) == consultation.model_copy(update={"scenario": "a"})
