"""A sitting and the store say the same, whoever wrote; without any screen."""

import signal
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from engine.model.answers import UNKNOWN, Answer, Cluster
from engine.model.problem import Problem
from engine.store.database import Store
from tests.engine.interview.small_book import small_book
from tests.engine.store.test_database import acknowledged, start_writer
from tui.drafts import Draft
from tui.session import Session, Sitting

AS_OF = date(2026, 4, 1)
X, Y = Cluster(name="x"), Cluster(name="y")
YES = Answer(question="core_company", value=True)
NO = Answer(question="core_company", value=False)
ELSE = Answer(question="growth", value=UNKNOWN)
BEGUN = Draft(typed="まだ")


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture
def sitting(url: str) -> Iterator[Sitting]:
    session = Session(small_book(), Store.open(url))
    yield session.begin(X, AS_OF)
    session.close()


@pytest.fixture
def other(url: str, sitting: Sitting) -> Iterator[Sitting]:
    """A second window on the same consultation."""
    session = Session(sitting.book, Store.open(url))
    yield session.resume(sitting.id)
    session.close()


def agrees(sitting: Sitting) -> bool:
    snapshot = sitting.session.store.snapshot(sitting.id)
    return (sitting.consultation, sitting.seq) == (snapshot.consultation, snapshot.seq)


EDITS: dict[str, Callable[[Sitting], Problem | None]] = {
    "answer": lambda sitting: sitting.answer(NO),
    "clear": lambda sitting: sitting.clear("core_company"),
    "rename": lambda sitting: sitting.rename(Y),
    "redate": lambda sitting: sitting.redate(date(2027, 4, 1)),
}


@pytest.mark.parametrize("edit", EDITS)
def test_every_edit_is_kept_undone_and_redone(sitting: Sitting, edit: str) -> None:
    sitting.answer(YES)
    before = sitting.consultation
    assert EDITS[edit](sitting) is None
    after = sitting.consultation
    assert after != before
    assert agrees(sitting)
    revision = sitting.revision
    for step, expected in ((sitting.undo, before), (sitting.redo, after)):
        undone = step()
        assert undone is not None
        assert undone.written.notice is None
        assert sitting.consultation == expected
        assert agrees(sitting)
    assert sitting.revision == revision + 2


def test_nothing_to_take_back_changes_nothing(sitting: Sitting) -> None:
    assert sitting.undo() is None
    assert sitting.redo() is None
    assert sitting.revision == 0


def test_what_was_begun_on_the_question_that_is_taken_back_goes_and_the_rest_stays(sitting: Sitting) -> None:
    sitting.answer(YES)
    sitting.begun.drafts |= {"core_company": BEGUN, "growth": BEGUN}
    sitting.undo()
    assert sitting.begun.drafts == {"growth": BEGUN}
    sitting.clear("growth")
    assert sitting.begun.drafts == {}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_after_the_other_window_wrote_tells_it_and_takes_both(
    sitting: Sitting, other: Sitting, edit: str
) -> None:
    other.answer(ELSE)
    notice = EDITS[edit](sitting)
    assert notice is not None
    assert notice.code == "changed_elsewhere"
    assert sitting.answers["growth"] == ELSE
    assert agrees(sitting)
    assert sitting.answer(YES) is None


def test_undoing_what_the_other_window_wrote_says_so(sitting: Sitting, other: Sitting) -> None:
    other.answer(YES)
    undone = sitting.undo()
    assert undone is not None
    assert undone.written.notice is not None
    assert sitting.answers == {}
    assert agrees(sitting)
    sitting.redo()
    assert [event.kind.value for event in other.catch_up()] == ["cleared", "set"]
    assert other.consultation == sitting.consultation


def test_catching_up(sitting: Sitting, other: Sitting) -> None:
    assert sitting.catch_up() == ()
    assert sitting.revision == 0
    sitting.begun.drafts["core_company"] = BEGUN
    other.answer(YES)
    other.rename(Y)
    missed = sitting.catch_up()
    assert [(event.question, event.cluster) for event in missed] == [("core_company", None), ("", Y)]
    assert (sitting.consultation, sitting.seq) == (other.consultation, other.seq)
    assert sitting.revision == 1
    assert sitting.begun.drafts == {"core_company": BEGUN}
    assert sitting.catch_up() == ()
    assert sitting.answer(NO) is None


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_catching_up_with_another_process(sitting: Sitting, url: str) -> None:
    writer = start_writer(url, sitting.id, "other")
    assert writer.stdout is not None
    output = writer.stdout.readline()
    first = sitting.catch_up()
    notice = sitting.answer(YES)
    writer.send_signal(signal.SIGKILL)
    output += writer.communicate()[0]
    sitting.catch_up()
    assert first
    assert {event.question for event in first} == {"growth"}
    assert notice is None or notice.code == "changed_elsewhere"
    told = acknowledged(output)
    assert sitting.seq >= max(told)
    assert sitting.answers["growth"].value >= told[max(told)]
    assert sitting.answers["core_company"] == YES
    assert agrees(sitting)


def test_a_write_after_the_other_window_deleted_it_is_kept_and_told(sitting: Sitting, other: Sitting) -> None:
    other.session.store.delete(other.id)
    notice = sitting.answer(YES)
    assert notice is not None
    assert notice.code == "deleted_elsewhere"
    other.session.store.restore(other.id)
    assert other.session.store.load(other.id).answers == {"core_company": YES} == sitting.answers
