"""A screen that changes a consultation: takes changes back, clears answers, and takes over what others wrote."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from engine.interview.visible import shown
from engine.model.answers import Answer
from engine.model.problem import ShusekiError
from engine.store.history import Event, Kind
from engine.store.written import Undone
from tui.said import quoted, said
from tui.screens.assessing import AssessingScreen

EVERY = 2.0
"""Seconds between two looks at what others wrote."""
NAMED = 2
"""So many questions that others answered are named, the rest counted."""
NOTICE_SECONDS = 20
"""For a notice of something the person did not do: long enough to read it."""


TAKING_BACK = (
    Binding("ctrl+z", "undo", "key.undo", id="undo", key_display="^Z"),
    Binding("ctrl+y", "redo", "key.redo", id="redo", key_display="^Y", show=False),
    # Over the field's own "delete to the right", which Delete does as well.
    Binding("ctrl+d", "clear", "key.forget", id="clear", key_display="^D", show=False, priority=True),
    Binding("delete", "clear", show=False),
)
"""For such a screen to put where they belong among its own."""


class ChangingScreen(AssessingScreen):
    """``settle`` is called before the answers change, ``changed`` afterwards."""

    class Elsewhere(Message):
        """Somebody else has written."""

    def settle(self) -> None:
        """Remembers what was begun and is not an answer."""

    def changed(self, question: str) -> None:
        """Shows the answers as they are now. ``question``: the one to look at; empty: the one looked at stays."""
        raise NotImplementedError

    def in_view(self) -> str:
        """The question looked at; empty where there is none."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self.set_interval(EVERY, self._look_about)

    def typing(self) -> bool:
        """Whether something is being typed: the keys that change text are then the field's."""
        return isinstance(self.focused, Input)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is taken back that was answered while text is typed, as that is not what the key is meant for."""
        return not (action in ("undo", "redo", "clear") and self.typing())

    def _look_about(self) -> None:
        """What was begun is kept now and then, as a terminal may be closed without a word."""
        self.keep_begun()
        self._look_elsewhere()

    def on_screen_resume(self) -> None:
        self._look_elsewhere()

    def _look_elsewhere(self) -> None:
        if self.is_current:
            self.run_worker(self._compare, thread=True, exclusive=True, group="elsewhere", exit_on_error=False)

    def _compare(self) -> None:
        """In a thread: whether the store holds more than is known here. What it refuses, the next write tells."""
        here = self.sitting
        seen = here.seq
        if not here.session.is_open:
            return  # Just begun: what was read is a moment old.
        try:
            new = here.session.store.latest(here.id) > seen
        except ShusekiError:
            return
        if new and here.seq == seen:
            self.post_message(self.Elsewhere())

    def on_changing_screen_elsewhere(self, event: Elsewhere) -> None:
        self.settle()
        try:
            missed = self.sitting.catch_up()
        except ShusekiError as error:
            self.tell(*error.problems)
            return
        if missed:
            self.notify(self._told_elsewhere(missed), severity="warning", timeout=NOTICE_SECONDS, markup=False)
            self.changed("")

    def _told_elsewhere(self, missed: Sequence[Event]) -> str:
        if missed[-1].kind is Kind.DELETED:
            return self.say("elsewhere.deleted")
        what = list(dict.fromkeys(self._what(missed)))
        names = [*islice(what, NAMED)]
        if more := len(what) - NAMED:
            names += [self.say("elsewhere.more", count=more)] if more > 0 else []
        by = dict.fromkeys(event.answer.participant for event in missed if event.answer and event.answer.participant)
        told = ("" if self.lang == "ja" else ", ").join(names)
        if by:
            told += self.say("elsewhere.by", names=("、" if self.lang == "ja" else ", ").join(map(shown, by)))
        return self.say("elsewhere.answers", questions=told)

    def _what(self, events: Sequence[Event]) -> Iterator[str]:
        for event in events:
            if event.question in self.sitting.book.questions:
                yield quoted(self.sitting.book.questions[event.question], self.lang)
            elif event.cluster or event.as_of:
                yield self.say("elsewhere.cluster" if event.cluster else "elsewhere.as_of")

    def action_undo(self) -> None:
        self._take_back(self.sitting.undo, "undo")

    def action_redo(self) -> None:
        self._take_back(self.sitting.redo, "redo")

    def _take_back(self, take: Callable[[], Undone | None], how: str) -> None:
        self.settle()
        before = self.sitting.answers
        try:
            undone = take()
        except ShusekiError as error:
            self.tell(*error.problems)
            return
        if undone is None:
            self.notify(self.say(f"{how}.nothing"), markup=False)
            return
        if undone.written.notice:
            self.notify(self._told_elsewhere(undone.written.missed), severity="warning", markup=False)
        self.notify(self._told_back(undone.event, before.get(undone.event.question), how), markup=False)
        self.changed(undone.event.question if undone.event.question in self.sitting.book.questions else "")

    def _told_back(self, event: Event, before: Answer | None, how: str) -> str:
        if event.cluster:
            return self.say(f"{how}.cluster", name=shown(event.cluster.name))
        if event.as_of:
            return self.say(f"{how}.as_of", day=event.as_of.isoformat())
        question = self.sitting.book.questions.get(event.question)
        if question is None:
            return self.say(f"{how}.beside", question=shown(event.question))
        name, old, new = (
            quoted(question, self.lang),
            said(question, before, self.lang),
            said(question, event.answer, self.lang),
        )
        return self.say(f"{how}.beside" if old == new else f"{how}.answer", question=name, before=old, after=new)

    def action_clear(self) -> None:
        """Takes the answer to the question in view away."""
        question = self.in_view()
        if question not in self.sitting.answers:
            self.notify(self.say("clear.nothing"), markup=False)
            return
        try:
            notice = self.sitting.clear(question)
        except ShusekiError as error:
            self.tell(*error.problems)
            return
        self.notify(
            self.say("clear.done", question=quoted(self.sitting.book.questions[question], self.lang)), markup=False
        )
        self.changed(question)
        if notice:
            self.tell(notice)
