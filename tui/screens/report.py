"""Writes the report of a consultation into a file: format, language, contents, template and place are chosen here."""

import os
from pathlib import Path
from typing import cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Input

from engine.interview.visible import visible
from engine.model.answers import Consultation
from engine.model.assessment import Assessment
from engine.model.problem import Problem, ShusekiError
from engine.model.text import Lang
from tui.reporting import Wanted, made, template_warnings
from tui.screens.confirm import ConfirmScreen
from tui.screens.face import FaceScreen, title
from tui.screens.paths import beside, read_path
from tui.screens.report_path import meant, proposed, with_suffix_of
from tui.session import Sitting
from tui.widgets.choices import Choices
from tui.widgets.hint_bar import HintBar
from tui.widgets.prose import Para, Prose
from tui.widgets.row_list import Row, RowList

FORMS = ("docx", "xlsx", "html", "md", "text")
LANGS: tuple[Lang, Lang] = ("ja", "en")
PUBLIC, BRIEF, PREVIOUS = range(3)
"""The places of the contents among their choices; the last only where there is a previous consultation."""


class ReportScreen(FaceScreen[None]):
    """A form that stays open, so that another format can be written; nothing typed is lost."""

    HELP = "report"
    ESSENTIAL = frozenset({"make", "leave"})
    BINDINGS = [
        Binding("f5,ctrl+s", "make", "key.make", id="make", key_display="F5"),
        Binding("escape", "leave", "key.back", id="leave", key_display="Esc"),
    ]

    class Made(Message):
        """The file has been written."""

        def __init__(self, path: str, public: bool, warnings: tuple[Problem, ...] = ()) -> None:
            super().__init__()
            self.path = path
            self.public = public
            self.warnings = warnings

    class Refused(Message):
        """It could not be."""

        def __init__(self, problems: tuple[Problem, ...]) -> None:
            super().__init__()
            self.problems = problems

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.previous: Consultation | None = None
        self.offered = ""
        """The path that was proposed last: while it stands unchanged, it follows the choices."""
        self.done: tuple[str, bool] | None = None
        self.problems: tuple[Problem | str, ...] = ()
        self.warnings: tuple[Problem, ...] = ()
        """What is to be told of what was written last."""
        self.making = False

    def compose(self) -> ComposeResult:
        yield Prose(id="form-title")
        with VerticalScroll(id="form", can_focus=False):
            for name in ("form", "lang", "options"):
                with Vertical(classes="field"):
                    yield Prose(id=f"label-{name}")
                    yield Choices(id=f"report-{name}")
            yield from self._field("path")
            yield from self._field("template")
            yield RowList(id="make")
            yield Prose(id="told")
        yield HintBar()

    def _field(self, name: str) -> ComposeResult:
        with Vertical(classes="field"):
            yield Prose(id=f"label-{name}")
            yield Input(id=f"report-{name}", compact=True, max_length=4000, select_on_focus=False)

    def on_mount(self) -> None:
        self.previous = self._find_previous()
        self._choices("form").offer([""] * len(FORMS), marked=frozenset({0}))
        self._choices("lang").offer([""] * len(LANGS), marked=frozenset({LANGS.index(self.lang)}))
        marked = frozenset({PREVIOUS}) if self.previous else frozenset()
        self._choices("options").offer([""] * (3 if self.previous else 2), several=True, marked=marked)
        self._offer_path()
        self._choices("form").focus()
        self.speak()

    def _find_previous(self) -> Consultation | None:
        store = self.sitting.session.store
        try:
            before = store.previous(self.sitting.id)
            return store.load(before) if before else None
        except ShusekiError as error:
            self.problems = error.problems
            return None

    def _choices(self, name: str) -> Choices:
        return self.query_one(f"#report-{name}", Choices)

    def _input(self, name: str) -> Input:
        return self.query_one(f"#report-{name}", Input)

    @property
    def form(self) -> str:
        """The format chosen."""
        return FORMS[min(self._choices("form").marked, default=0)]

    def _marked(self, option: int) -> bool:
        return option in self._choices("options").marked

    def speak(self) -> None:
        name = self._called(self.sitting.consultation)
        self.query_one("#form-title", Prose).show(title(self.say("report.title", name=name)))
        for label in ("form", "lang", "options", "path", "template"):
            self.query_one(f"#label-{label}", Prose).show(Para(self.say(f"report.{label}")))
        self._choices("form").relabel([self.say(f"report.form.{form}") for form in FORMS])
        self._choices("lang").relabel([self.say(f"report.lang.{lang}") for lang in LANGS])
        self._choices("options").relabel(self._options())
        self._input("template").placeholder = self.say("report.template_hint")
        self.query_one("#make", RowList).show([Row((Para(self.say("report.make")),))])
        self._tell()

    def _options(self) -> list[str]:
        found = [self.say("report.public"), self.say("report.brief")]
        if self.previous is not None:
            name = self._called(self.previous)
            found.append(self.say("report.previous", name=name, day=self.previous.as_of.isoformat()))
        return found

    def _called(self, consultation: Consultation) -> str:
        cluster = consultation.cluster
        return visible((self.lang == "en" and cluster.name_en) or cluster.name)

    def _tell(self) -> None:
        """How it went, at the end of the form."""
        told = [Para(f"! {self._problem(one)}", "$text-error bold") for one in self.problems]
        if self.making:
            told.append(Para(self.say("report.making")))
        if self.done is not None:
            path, public = self.done
            told.append(Para(self.say("report.done", path=visible(path)), "bold"))
            told += [Para(self.say("report.public_reminder"))] if public else []
            told += [Para(warning.tell(self.lang)) for warning in self.warnings]
        self.query_one("#told", Prose).show(*told)
        if told:
            self.call_after_refresh(self.query_one("#form", VerticalScroll).scroll_end, animate=False)

    def _problem(self, problem: Problem | str) -> str:
        return problem.tell(self.lang) if isinstance(problem, Problem) else self.say(problem)

    def on_choices_moved(self) -> None:
        self._follow()

    def on_row_list_moved(self) -> None:
        self._follow()

    def _follow(self) -> None:
        """The path follows the format, and the whole name while it is the one that was proposed."""
        field = self._input("path")
        if field.value == self.offered:
            self._offer_path()
        else:
            field.value = with_suffix_of(field.value, self.form)

    def _offer_path(self) -> None:
        self.offered = beside(self._file_name())
        self._input("path").value = self.offered

    def _file_name(self) -> str:
        return proposed(self.sitting.consultation, self.form, public=self._marked(PUBLIC), lang=self.lang)

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
            self._follow()
            self.focus_next()

    def action_make(self) -> None:
        if self.making:
            return
        path = self._target()
        self.done, self.problems = None, () if path else ("report.path_missing",)
        if not path:
            self._tell()
            self._input("path").focus()
        elif os.path.lexists(path) and not os.path.isdir(path):
            question = ("report.overwrite", "report.overwrite_yes", "report.overwrite_no")
            self.app.push_screen(ConfirmScreen(*question, path=visible(path)), self._overwrite)
        else:
            self._start(path, overwrite=False)

    def _target(self) -> str:
        return meant(self._input("path").value, self.form, self._file_name())

    def _overwrite(self, agreed: bool | None) -> None:
        if agreed:
            self._start(self._target(), overwrite=True)

    def _start(self, path: str, *, overwrite: bool) -> None:
        self.making = True
        self._tell()
        wanted, found = self._wanted(), self.sitting.found if self.sitting.current else None
        asked = self.sitting.consultation
        assessment = found.assessment if found else None
        self.run_worker(
            lambda: self._write(asked, assessment, wanted, path, overwrite), thread=True, exclusive=True, group="report"
        )

    def _wanted(self) -> Wanted:
        template = read_path(self._input("template").value) if self.form == "docx" else ""
        return Wanted(
            form=self.form,
            lang=LANGS[min(self._choices("lang").marked, default=0)],
            public=self._marked(PUBLIC),
            brief=self._marked(BRIEF),
            template=Path(template) if template else None,
            previous=self.previous if self._marked(PREVIOUS) else None,
        )

    def _write(
        self, asked: Consultation, assessment: Assessment | None, wanted: Wanted, path: str, overwrite: bool
    ) -> None:
        """In a thread: makes the document and writes it whole."""
        from engine.store.atomic import write_atomically

        try:
            write_atomically(path, made(self.sitting.book, asked, wanted, assessment), overwrite=overwrite)
            warnings = template_warnings(wanted)
        except ShusekiError as error:
            self.post_message(self.Refused(error.problems))
        else:
            self.post_message(self.Made(path, wanted.public, warnings))

    def on_report_screen_made(self, event: Made) -> None:
        self.making, self.done = False, (event.path, event.public)
        self.warnings = event.warnings
        self._tell()

    def on_report_screen_refused(self, event: Refused) -> None:
        self.making, self.problems = False, cast("tuple[Problem | str, ...]", event.problems)
        self._tell()

    def action_leave(self) -> None:
        self.dismiss()
