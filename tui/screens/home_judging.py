"""The verdicts of the list: worked out in a thread once it stands, and kept while a consultation is not changed."""

from threading import Event, Lock
from time import monotonic
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from tui.screens.home_deeds import HomeDeeds

if TYPE_CHECKING:
    from engine.model.problem import Problem
    from tui.screens.standing import Standing
    from tui.session import Session

AFTER = 0.4
"""Seconds the list stands before anything is worked out: whoever presses Enter at once waits for none of it."""
TOGETHER = 0.5
"""Seconds between two showings of verdicts that come in one after the other."""


class HomeJudging(HomeDeeds):
    """``standings`` holds what was worked out, by id and time of change."""

    class Judged(Message):
        """Some verdicts were worked out, by id and time of change."""

        def __init__(self, found: "dict[tuple[str, object], Standing]") -> None:
            super().__init__()
            self.found = found

    class Failed(Message):
        """Book or store could not be opened."""

        def __init__(self, problems: "tuple[Problem, ...]") -> None:
            super().__init__()
            self.problems = problems

    def __init__(self) -> None:
        super().__init__()
        self.standings: dict[tuple[str, object], Standing] = {}
        self._warming = Lock()
        self._warm = False

    def prepare(self) -> None:
        """In a thread: makes ready what the first answer needs, once the list stands. Nothing done elsewhere stops it.

        Whoever is asked a question at once is asked before that; until it is done the program collects no garbage.
        """
        from engine.model.problem import ShusekiError

        session, worker = self.session, get_current_worker()
        Event().wait(AFTER)
        if session is None or worker.is_cancelled:
            return
        try:
            session.open_store()
        except ShusekiError as error:
            self.post_message(self.Failed(error.problems))
        self._warm_up(session)

    def _warm_up(self, session: "Session") -> None:
        from engine.store import area_search

        with self._warming:
            if not self._warm:
                self._warm = True
                area_search.warm()
                session.warm()

    def judge(self) -> None:
        """In a thread: works out the verdicts that are missing, those in sight first, and tells now and then."""
        session, worker = self.session, get_current_worker()
        assert session is not None
        Event().wait(AFTER)
        if worker.is_cancelled:
            return
        from engine.model.problem import ShusekiError
        from tui.screens.standing import standing

        self._warm_up(session)
        told: dict[tuple[str, object], Standing] = {}
        last = monotonic()
        listed = {one.id for one in self.listed}
        for one in sorted(self.found, key=lambda summary: summary.id not in listed):
            if worker.is_cancelled:
                break
            if (one.id, one.changed) in self.standings:
                continue
            try:
                told[one.id, one.changed] = standing(session.book, session.store.load(one.id))
            except ShusekiError:
                # Deleted elsewhere meanwhile, or not to be evaluated: whoever opens it is told.
                continue
            if monotonic() - last > TOGETHER:
                self.post_message(self.Judged(told))
                told, last = {}, monotonic()
        if told:
            self.post_message(self.Judged(told))

    def on_home_judging_judged(self, event: Judged) -> None:
        self.standings.update(event.found)
        self.speak()
