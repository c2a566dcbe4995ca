"""Writes the template workbook of a register: the columns that are read, with drop-downs, to be filled in an office."""

import os

from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from engine.interview.visible import safe_file_name, visible
from engine.model.problem import Problem, ShusekiError
from tui.screens.dialog import Dialog
from tui.screens.paths import beside, read_path
from tui.session import Sitting
from tui.widgets.prose import Para, Prose

EXISTS = "file_exists"
SUFFIX = ".xlsx"


class TemplateScreen(Dialog[None]):
    """A path; a file that is there is only replaced when asked for a second time."""

    HELP = "export"

    class Written(Message):
        """The workbook is there."""

        def __init__(self, path: str) -> None:
            super().__init__()
            self.path = path

    class Refused(Message):
        """It could not be written."""

        def __init__(self, problems: tuple[Problem, ...], path: str) -> None:
            super().__init__()
            self.problems = problems
            self.path = path

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.problems: tuple[Problem, ...] = ()
        self.refused = ""
        self.offered = ""

    @property
    def file_name(self) -> str:
        """The name that is proposed."""
        return safe_file_name(self.say("gaps.template_name"), SUFFIX)

    def body(self) -> ComposeResult:
        yield Prose(id="template-lead")
        yield Input(id="template-path", compact=True, max_length=4000, select_on_focus=False)
        yield Prose(id="template-problem", classes="problem")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def speak(self) -> None:
        self.entitle(self.say("gaps.template_title"))
        self.query_one("#template-lead", Prose).show(
            Para(self.say("gaps.template_lead")), Para(self.say("export.how"), "$foreground-muted")
        )
        field = self.query_one(Input)
        if field.value == self.offered:
            self.offered = field.value = beside(self.file_name)
        told = [Para(f"! {problem.tell(self.lang)}", "$text-error bold") for problem in self.problems]
        told += [Para(self.say("export.replace"), "bold")] if self.refused else []
        self.query_one("#template-problem", Prose).show(*told)

    def on_input_changed(self) -> None:
        if self.problems:
            self.problems, self.refused = (), ""
            self.speak()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        path = read_path(event.value)
        if not path or os.path.isdir(path):
            path = os.path.join(path, self.file_name)
        overwrite = path == self.refused
        self.run_worker(lambda: self._write(path, overwrite), thread=True, group="template", exclusive=True)

    def _write(self, path: str, overwrite: bool) -> None:
        """In a thread: the library that writes workbooks takes a moment to load."""
        from engine.report.register_template import register_template
        from engine.store.atomic import write_atomically

        try:
            write_atomically(path, register_template(self.sitting.book, self.lang), overwrite=overwrite)
        except ShusekiError as error:
            self.post_message(self.Refused(error.problems, path))
        else:
            self.post_message(self.Written(os.path.abspath(path)))

    def on_template_screen_written(self, event: Written) -> None:
        self.app.notify(self.say("export.done", path=visible(event.path)), markup=False)
        self.dismiss()

    def on_template_screen_refused(self, event: Refused) -> None:
        self.problems = event.problems
        self.refused = event.path if any(problem.code == EXISTS for problem in event.problems) else ""
        self.speak()
