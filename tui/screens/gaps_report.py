"""Writes the documents of a policy gap check into files: format, language, contents and place are chosen here."""

import os
from dataclasses import replace
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Footer, Input

from engine.interview.visible import flowing, safe_file_name, visible
from engine.model.problem import Problem, ShusekiError
from engine.model.text import Lang
from engine.policy.checked import Checked
from tui import settings
from tui.gap_reporting import FORMS, OWN, WantedGaps, made
from tui.gap_sitting import GapSitting
from tui.reporting import SUFFIXES
from tui.screens.confirm import ConfirmScreen
from tui.screens.face import FaceScreen, title
from tui.screens.paths import beside, read_path
from tui.screens.report_path import meant, with_suffix_of
from tui.widgets.choices import Choices
from tui.widgets.prose import Para, Prose
from tui.widgets.row_list import Row, RowList

LANGS: tuple[Lang, Lang] = ("ja", "en")
OFFERED = (*FORMS, OWN)
PUBLIC, BRIEF, PREVIOUS = range(3)
"""The places of the contents among their choices; the last only where there is a register of an earlier year."""


class GapsReportScreen(FaceScreen[None]):
    """A form that stays open, so that another format can be written; nothing typed is lost."""

    HELP = "gaps_report"
    ESSENTIAL = frozenset({"make", "leave"})
    BINDINGS = [
        Binding("f5,ctrl+s", "make", "key.make", id="make", key_display="F5"),
        Binding("escape", "leave", "key.back", id="leave", key_display="Esc"),
    ]

    class Made(Message):
        """The file has been written."""

        def __init__(self, path: str) -> None:
            super().__init__()
            self.path = path

    class Refused(Message):
        """It could not be."""

        def __init__(self, problems: tuple[Problem, ...]) -> None:
            super().__init__()
            self.problems = problems

    def __init__(self, gaps: GapSitting) -> None:
        super().__init__()
        self.gaps = gaps
        self.previous: str | None = None
        """The register of the year before, if there is one."""
        self.offered = ""
        self.done = ""
        self.problems: tuple[str | Problem, ...] = ()
        self.making = False

    def compose(self) -> ComposeResult:
        yield Prose(id="form-title")
        with VerticalScroll(id="form", can_focus=False):
            for name in ("form", "lang", "options"):
                with Vertical(classes="field"):
                    yield Prose(id=f"label-{name}")
                    yield Choices(id=f"report-{name}")
            for name in ("own", "path"):
                with Vertical(classes="field", id=f"field-{name}"):
                    yield Prose(id=f"label-{name}")
                    yield Input(id=f"report-{name}", compact=True, max_length=4000, select_on_focus=False)
            yield RowList(id="make")
            yield Prose(id="told")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        self.previous = self._find_previous()
        self._choices("form").offer([""] * len(OFFERED), marked=frozenset({0}))
        self._choices("lang").offer([""] * len(LANGS), marked=frozenset({LANGS.index(self.lang)}))
        marked = frozenset({PREVIOUS}) if self.previous else frozenset()
        self._choices("options").offer([""] * (3 if self.previous else 2), several=True, marked=marked)
        self._own.value = self._find_own()
        self._offer_path()
        self._choices("form").focus()
        self.speak()

    def _find_previous(self) -> str | None:
        """The register of the last year before this one's."""
        year, sitting = self.gaps.register.fiscal_year, self.gaps.sitting
        try:
            found = sitting.session.store.registers.list(sitting.id)
        except ShusekiError as error:
            self.problems = error.problems
            return None
        return next((one.id for one in found if year and one.fiscal_year and one.fiscal_year < year), None)

    def _find_own(self) -> str:
        """The workbook that the register was taken from, where it still is."""
        path = os.path.join(settings.read().registers or "", self.gaps.register.name)
        return path if os.path.isabs(path) and os.path.isfile(path) else ""

    def _choices(self, name: str) -> Choices:
        return self.query_one(f"#report-{name}", Choices)

    @property
    def _path(self) -> Input:
        return self.query_one("#report-path", Input)

    @property
    def _own(self) -> Input:
        return self.query_one("#report-own", Input)

    @property
    def suffix(self) -> str:
        """Of the files of the format chosen."""
        return SUFFIXES[self._kind][0]

    @property
    def _kind(self) -> str:
        """What kind of file is written: the copy is a workbook too, whatever it is a copy of."""
        return "xlsx" if self.form == OWN else self.form

    @property
    def form(self) -> str:
        """The format chosen."""
        return OFFERED[min(self._choices("form").marked, default=0)]

    def _marked(self, option: int) -> bool:
        return option in self._choices("options").marked

    def speak(self) -> None:
        self.query_one("#form-title", Prose).show(title(self.say("gaps.report_title", name=self._called())))
        for label in ("form", "lang", "options", "path"):
            self.query_one(f"#label-{label}", Prose).show(Para(self.say(f"report.{label}")))
        self.query_one("#label-own", Prose).show(Para(self.say("gaps.own")))
        self._own.placeholder = self.say("gaps.own_hint")
        self.query_one("#field-own").display = self.form == OWN
        self._choices("form").relabel([self.say(f"report.form.{form}") for form in OFFERED])
        self._choices("lang").relabel([self.say(f"report.lang.{lang}") for lang in LANGS])
        names = ["gaps.report_public", "report.brief", *(["gaps.report_previous"] if self.previous else [])]
        self._choices("options").relabel([self.say(name) for name in names])
        if self._path.value == self.offered:
            self._offer_path()
        self.query_one("#make", RowList).show([Row((Para(self.say("report.make")),))])
        self._tell()

    def _called(self) -> str:
        cluster = self.gaps.sitting.consultation.cluster
        return flowing((self.lang == "en" and cluster.name_en) or cluster.name)

    def _tell(self) -> None:
        """How it went, at the end of the form."""
        problems = (one.tell(self.lang) if isinstance(one, Problem) else self.say(one) for one in self.problems)
        told = [Para(f"! {text}", "$text-error bold") for text in problems]
        told += [Para(self.say("report.making"))] if self.making else []
        told += [Para(self.say("report.done", path=visible(self.done)), "bold")] if self.done else []
        self.query_one("#told", Prose).show(*told)
        if told:
            self.call_after_refresh(self.query_one("#form", VerticalScroll).scroll_end, animate=False)

    def on_choices_moved(self) -> None:
        self._follow()

    def on_row_list_moved(self) -> None:
        self._follow()

    def _follow(self) -> None:
        """The path follows the format, and the whole name while it is the one that was proposed."""
        self.query_one("#field-own").display = self.form == OWN
        if self._path.value == self.offered:
            self._offer_path()
        else:
            self._path.value = with_suffix_of(self._path.value, self._kind)

    def _offer_path(self) -> None:
        self.offered = beside(self._file_name())
        self._path.value = self.offered

    def _file_name(self) -> str:
        year = self.gaps.register.fiscal_year
        parts = [self.gaps.sitting.consultation.cluster.name, self.say("gaps.report_file"), str(year) if year else ""]
        parts += [self.say("report.public_name")] if self._marked(PUBLIC) else []
        return safe_file_name(" ".join(part for part in parts if part), self.suffix)

    def on_input_changed(self) -> None:
        if self.problems or self.done:
            self.problems, self.done = (), ""
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
        missing = "" if path else "report.path_missing"
        if self.form == OWN and not read_path(self._own.value):
            missing = "gaps.own_missing"
        self.done, self.problems = "", (missing,) if missing else ()
        if missing:
            self._tell()
            (self._path if missing == "report.path_missing" else self._own).focus()
        elif os.path.lexists(path) and not os.path.isdir(path):
            question = ("report.overwrite", "report.overwrite_yes", "report.overwrite_no")
            self.app.push_screen(ConfirmScreen(*question, path=visible(path)), self._overwrite)
        else:
            self._start(path, overwrite=False)

    def _target(self) -> str:
        return meant(self._path.value, "xlsx" if self.form == OWN else self.form, self._file_name())

    def _overwrite(self, agreed: bool | None) -> None:
        if agreed:
            self._start(self._target(), overwrite=True)

    def _start(self, path: str, *, overwrite: bool) -> None:
        self.making = True
        self._tell()
        wanted = WantedGaps(
            form=self.form,
            lang=LANGS[min(self._choices("lang").marked, default=0)],
            public=self._marked(PUBLIC),
            brief=self._marked(BRIEF),
            own=Path(read_path(self._own.value)) if self.form == OWN else None,
        )
        since = self.previous if self._marked(PREVIOUS) else None
        self.run_worker(
            lambda: self._write(wanted, since, path, overwrite), thread=True, exclusive=True, group="report"
        )

    def _write(self, wanted: WantedGaps, since: str | None, path: str, overwrite: bool) -> None:
        """In a thread: makes the document and writes it whole. What is told is the check as it stands now."""
        from engine.store.atomic import write_atomically

        try:
            whole = self.gaps.compute().whole(self.gaps)
            wanted = replace(wanted, previous=self._before(since) if since else None)
            write_atomically(path, made(self.gaps.sitting.book, whole, wanted), overwrite=overwrite)
        except ShusekiError as error:
            self.post_message(self.Refused(error.problems))
        else:
            self.post_message(self.Made(path))

    def _before(self, register: str) -> Checked:
        """The check of an earlier register with the answers as they stand."""
        sitting = self.gaps.sitting
        before = GapSitting(sitting, register, sitting.session.store.registers.load(register))
        return before.compute().whole(before)

    def on_gaps_report_screen_made(self, event: Made) -> None:
        self.making, self.done = False, event.path
        self._tell()

    def on_gaps_report_screen_refused(self, event: Refused) -> None:
        self.making, self.problems = False, event.problems
        self._tell()

    def action_leave(self) -> None:
        self.dismiss()
