"""Writes a consultation as an answer file, to send, to keep or to correct by hand."""

import os

from textual.app import ComposeResult
from textual.widgets import Input

from engine.interview.visible import visible
from engine.model.answers import Consultation
from engine.model.book import Book
from engine.model.problem import Problem, ShusekiError
from tui.screens.dialog import Dialog
from tui.screens.paths import beside, read_path
from tui.widgets.prose import Para, Prose

EXISTS = "file_exists"


class ExportScreen(Dialog[None]):
    """A path; a file that is there is only replaced when asked for a second time."""

    HELP = "export"

    def __init__(self, book: Book, consultation: Consultation) -> None:
        super().__init__()
        self.knowledge = book
        self.consultation = consultation
        self.problems: tuple[Problem, ...] = ()
        self.refused = ""

    def body(self) -> ComposeResult:
        from engine.store.answer_file import file_name

        yield Prose(id="export-lead")
        yield Input(
            beside(file_name(self.consultation)), id="export-path", compact=True, max_length=4000, select_on_focus=False
        )
        yield Prose(id="export-problem", classes="problem")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def speak(self) -> None:
        self.entitle(self.say("export.title"))
        self.query_one("#export-lead", Prose).show(
            Para(self.say("export.lead")), Para(self.say("export.how"), "$foreground-muted")
        )
        told = [Para(f"! {problem.tell(self.lang)}", "$text-error bold") for problem in self.problems]
        told += [Para(self.say("export.replace"), "bold")] if self.refused else []
        self.query_one("#export-problem", Prose).show(*told)

    def on_input_changed(self) -> None:
        if self.problems:
            self.problems, self.refused = (), ""
            self.speak()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        from engine.store.answer_file import file_name, write_file

        path = read_path(event.value)
        if not path or os.path.isdir(path):
            path = os.path.join(path, file_name(self.consultation))
        try:
            write_file(path, self.consultation, self.knowledge, overwrite=path == self.refused)
        except ShusekiError as error:
            self.problems = error.problems
            self.refused = path if any(problem.code == EXISTS for problem in error.problems) else ""
            self.speak()
        else:
            self.app.notify(self.say("export.done", path=visible(os.path.abspath(path))), markup=False)
            self.dismiss()
