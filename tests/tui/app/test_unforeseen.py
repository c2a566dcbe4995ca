"""An error that nobody foresaw ends the program at once, with one clear message, and loses nothing that was begun."""

from functools import partialmethod

import pytest
from textual.app import App
from textual.worker import WorkerFailed

from tests.tui.app.driving import consulting, jump, rest, screen, type_
from tui.cli import main
from tui.session import Session


def spilt(*_: object) -> None:
    raise RuntimeError("spilt \x1b[31m")


@pytest.mark.parametrize(
    ("lang", "told"),
    [("ja", "予期しないエラーが起きました（RuntimeError: spilt"), ("en", "An unexpected error occurred")],
)
@pytest.mark.parametrize("where", ["tui.session.Session.open", "tui.screens.home.HomeScreen.speak"])
def test_it_is_told_as_a_problem_without_what_was_in_memory(where, lang, told, monkeypatch, capsys):
    monkeypatch.setattr(where, spilt)
    monkeypatch.setattr("tui.opening.on_terminal", lambda: True)
    monkeypatch.setattr(App, "run", partialmethod(App.run, headless=True))
    assert main(["--lang", lang]) == 2
    err = capsys.readouterr().err
    assert told in err
    assert "Traceback" not in err
    assert "\x1b[31m" not in err


async def begin_and_spill() -> None:
    async with consulting() as pilot:
        await jump(pilot, "shipments")
        await type_(pilot, "37")
        screen(pilot).run_worker(spilt, thread=True)
        await rest(pilot)


async def test_what_was_begun_is_there_when_it_is_opened_again():
    with pytest.raises(WorkerFailed):
        await begin_and_spill()
    session = Session.open()
    (kept,) = session.summaries()
    sat = session.resume(kept.id)
    assert sat.draft(sat.book.questions["shipments"]).typed == "37"
    session.close()
