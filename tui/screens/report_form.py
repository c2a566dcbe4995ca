"""Writes a document into a file: format, language, contents and place are chosen in a form that stays open."""

import os
from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Input

from engine.interview.visible import visible
from engine.model.answers import Cluster
from engine.model.problem import Problem, ShusekiError
from engine.model.text import Lang
from tui.screens.confirm import ConfirmScreen
from tui.screens.face import FaceScreen, title
from tui.screens.paths import beside
from tui.screens.refused import Refused
from tui.screens.report_path import meant, with_suffix_of
from tui.widgets.choices import Choices
from tui.widgets.hint_bar import HintBar
from tui.widgets.prose import Para, Prose
from tui.widgets.row_list import Row, RowList

LANGS: tuple[Lang, Lang] = ("ja", "en")
PUBLIC, BRIEF, PREVIOUS = range(3)
"""The places of the contents among their choices; the last only where there is something earlier to compare with."""
Document = tuple[bytes, tuple[Problem, ...]]
"""A file, and what is to be told of it."""


class ReportForm(FaceScreen[None]):
    """Another format can be written after the first; nothing typed is lost.

    ``NAME``, ``REMINDER``: texts of the heading, and of what to look at in a version for the public. ``FORMS``: the
    formats; ``FIELDS``: what is typed; ``LABELS``: the texts above the fields that are no ``report.<field>``.
    """

    ESSENTIAL = frozenset({"make", "leave"})
    NAME: ClassVar[str]
    REMINDER: ClassVar[str]
    FORMS: ClassVar[tuple[str, ...]]
    FIELDS: ClassVar[tuple[str, ...]]
    LABELS: ClassVar[dict[str, str]] = {}
    BINDINGS = [
        Binding("f5,ctrl+s", "make", "key.make", id="make", key_display="F5"),
        Binding("escape", "leave", "key.back", id="leave", key_display="Esc"),
    ]

    class Made(Message):
        """The file has been written."""

        def __init__(self, path: str, public: bool, warnings: tuple[Problem, ...]) -> None:
            super().__init__()
            self.path = path
            self.public = public
            self.warnings = warnings

    def __init__(self) -> None:
        super().__init__()
        self.offered = ""
        """The path that was proposed last: while it stands unchanged, it follows the choices."""
        self.done: tuple[str, bool] | None = None
        self.problems: tuple[Problem | str, ...] = ()
        self.warnings: tuple[Problem, ...] = ()
        """What is to be told of what was written last."""
        self.making = False

    @property
    def cluster(self) -> Cluster:
        """What the document is about."""
        raise NotImplementedError

    @property
    def kind(self) -> str:
        """The kind of file that is written: the format, unless several formats are of one kind."""
        return self.form

    def contents(self) -> list[str]:
        """The contents that can be chosen, in words: two, or three where there is something to compare with."""
        raise NotImplementedError

    def file_name(self) -> str:
        """The name that is proposed."""
        raise NotImplementedError

    def missing(self) -> tuple[str, str] | None:
        """What is not given yet besides the path: the text that says so, and the field."""
        return None

    def making_of(self) -> Callable[[], Document]:
        """What makes the document as everything is chosen now; called in a thread, and raises ShusekiError."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield Prose(id="form-title")
        with VerticalScroll(id="form", can_focus=False):
            for name in ("form", "lang", "options"):
                with Vertical(classes="field"):
                    yield Prose(id=f"label-{name}")
                    yield Choices(id=f"report-{name}")
            for name in self.FIELDS:
                with Vertical(classes="field", id=f"field-{name}"):
                    yield Prose(id=f"label-{name}")
                    yield Input(id=f"report-{name}", compact=True, max_length=4000, select_on_focus=False)
            yield RowList(id="make")
            yield Prose(id="told")
        yield HintBar()

    def on_mount(self) -> None:
        contents = self.contents()
        self.choices("form").offer([""] * len(self.FORMS), marked=frozenset({0}))
        self.choices("lang").offer([""] * len(LANGS), marked=frozenset({LANGS.index(self.lang)}))
        marked = frozenset({PREVIOUS}) if len(contents) > PREVIOUS else frozenset()
        self.choices("options").offer([""] * len(contents), several=True, marked=marked)
        self._offer_path()
        self.choices("form").focus()

    def choices(self, name: str) -> Choices:
        """One of the groups of choices."""
        return self.query_one(f"#report-{name}", Choices)

    def field(self, name: str) -> Input:
        """One of the fields."""
        return self.query_one(f"#report-{name}", Input)

    @property
    def form(self) -> str:
        """The format chosen."""
        return self.FORMS[min(self.choices("form").marked, default=0)]

    @property
    def language(self) -> Lang:
        """The language chosen for the document."""
        return LANGS[min(self.choices("lang").marked, default=0)]

    def wanted(self, content: int) -> bool:
        """Whether one of the contents is chosen."""
        return content in self.choices("options").marked

    def called(self, cluster: Cluster) -> str:
        """The name of a cluster."""
        return visible((self.lang == "en" and cluster.name_en) or cluster.name)

    def speak(self) -> None:
        self.query_one("#form-title", Prose).show(title(self.say(self.NAME, name=self.called(self.cluster))))
        for label in ("form", "lang", "options", *self.FIELDS):
            self.query_one(f"#label-{label}", Prose).show(Para(self.say(self.LABELS.get(label, f"report.{label}"))))
        self.choices("form").relabel([self.say(f"report.form.{form}") for form in self.FORMS])
        self.choices("lang").relabel([self.say(f"report.lang.{lang}") for lang in LANGS])
        self.choices("options").relabel(self.contents())
        if self.field("path").value == self.offered:
            self._offer_path()
        self.query_one("#make", RowList).show([Row((Para(self.say("report.make")),))])
        self._tell()

    def _tell(self) -> None:
        """How it went, at the end of the form."""
        problems = (one.tell(self.lang) if isinstance(one, Problem) else self.say(one) for one in self.problems)
        told = [Para(f"! {text}", "$text-error bold") for text in problems]
        told += [Para(self.say("report.making"))] if self.making else []
        if self.done is not None:
            path, public = self.done
            told.append(Para(self.say("report.done", path=visible(path)), "bold"))
            told += [Para(self.say(self.REMINDER))] if public else []
            told += [Para(warning.tell(self.lang)) for warning in self.warnings]
        self.query_one("#told", Prose).show(*told)
        if told:
            self.call_after_refresh(self.query_one("#form", VerticalScroll).scroll_end, animate=False)

    def on_choices_moved(self) -> None:
        self.follow()

    def on_row_list_moved(self) -> None:
        self.follow()

    def follow(self) -> None:
        """The path follows the format, and the whole name while it is the one that was proposed."""
        field = self.field("path")
        if field.value == self.offered:
            self._offer_path()
        else:
            field.value = with_suffix_of(field.value, self.kind)

    def _offer_path(self) -> None:
        self.offered = self.field("path").value = beside(self.file_name())

    def on_input_changed(self) -> None:
        if self.problems or self.done:
            self.problems, self.done = (), None
            self._tell()

    def on_input_submitted(self) -> None:
        self.focus_next()

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        if event.rows.id == "make":
            self.action_make()
        else:
            self.follow()
            self.focus_next()

    def action_make(self) -> None:
        if self.making:
            return
        path = self._target()
        missing = self.missing() if path else ("report.path_missing", "path")
        self.done, self.problems = None, missing[:1] if missing else ()
        if missing:
            self._tell()
            self.field(missing[1]).focus()
        elif os.path.lexists(path) and not os.path.isdir(path):
            question = ("report.overwrite", "report.overwrite_yes", "report.overwrite_no")
            self.app.push_screen(ConfirmScreen(*question, path=visible(path)), self._overwrite)
        else:
            self._start(path, overwrite=False)

    def _target(self) -> str:
        return meant(self.field("path").value, self.kind, self.file_name())

    def _overwrite(self, agreed: bool | None) -> None:
        if agreed:
            self._start(self._target(), overwrite=True)

    def _start(self, path: str, *, overwrite: bool) -> None:
        self.making = True
        self._tell()
        make, public = self.making_of(), self.wanted(PUBLIC)
        self.run_worker(lambda: self._write(make, path, public, overwrite), thread=True, exclusive=True, group="report")

    def _write(self, make: Callable[[], Document], path: str, public: bool, overwrite: bool) -> None:
        """In a thread: makes the document and writes it whole."""
        from engine.store.atomic import write_atomically

        try:
            document, warnings = make()
            write_atomically(path, document, overwrite=overwrite)
        except ShusekiError as error:
            self.post_message(Refused(error.problems))
        else:
            self.post_message(self.Made(path, public, warnings))

    def on_report_form_made(self, event: Made) -> None:
        self.making, self.done, self.warnings = False, (event.path, event.public), event.warnings
        self._tell()

    def on_refused(self, event: Refused) -> None:
        self.making, self.problems = False, event.problems
        self._tell()

    def action_leave(self) -> None:
        self.dismiss()
