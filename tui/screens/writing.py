"""Writes one file to a path that is typed; what is there already is only replaced when asked for a second time."""

import os
from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from engine.interview.visible import visible
from engine.model.problem import Problem, ShusekiError
from tui.screens.dialog import Dialog
from tui.screens.paths import beside, read_path
from tui.screens.refused import Refused
from tui.widgets.prose import Para, Prose

EXISTS = "file_exists"


class WriteScreen(Dialog[None]):
    """``NAME`` and ``LEAD``: the texts of what is written; ``GROUP``: what working is told of."""

    HELP = "export"
    NAME: ClassVar[str]
    LEAD: ClassVar[str]
    GROUP: ClassVar[str] = "export"

    class Written(Message):
        """The file is there."""

        def __init__(self, path: str) -> None:
            super().__init__()
            self.path = path

    def __init__(self) -> None:
        super().__init__()
        self.problems: tuple[Problem, ...] = ()
        self.tried = ""
        self.refused = ""
        """The path of a file that is there: it is replaced when asked for again."""
        self.offered = ""
        """The path that was proposed: while it stands unchanged, it follows the language."""

    def file_name(self) -> str:
        """The name that is proposed."""
        raise NotImplementedError

    def writing(self) -> Callable[[str, bool], object]:
        """What writes to a path, and over what is there if so told; called in a thread, and raises ShusekiError."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        yield Prose(id="write-lead")
        yield Input(id="write-path", compact=True, max_length=4000, select_on_focus=False)
        yield Prose(id="write-problem", classes="problem")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def speak(self) -> None:
        self.entitle(self.say(self.NAME))
        self.query_one("#write-lead", Prose).show(
            Para(self.say(self.LEAD)), Para(self.say("export.how"), "$foreground-muted")
        )
        field = self.query_one(Input)
        if field.value == self.offered:
            self.offered = field.value = beside(self.file_name())
        told = [Para(f"! {problem.tell(self.lang)}", "$text-error bold") for problem in self.problems]
        told += [Para(self.say("export.replace"), "bold")] if self.refused else []
        self.query_one("#write-problem", Prose).show(*told)

    def on_input_changed(self) -> None:
        if self.problems:
            self.problems, self.refused = (), ""
            self.speak()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        path = read_path(event.value)
        if not path or os.path.isdir(path):
            path = os.path.join(path, self.file_name())
        self.tried, write, overwrite = path, self.writing(), path == self.refused
        self.run_worker(lambda: self._write(write, path, overwrite), thread=True, group=self.GROUP, exclusive=True)

    def _write(self, write: Callable[[str, bool], object], path: str, overwrite: bool) -> None:
        """In a thread: a library that writes workbooks takes a moment to load."""
        try:
            write(path, overwrite)
        except ShusekiError as error:
            self.post_message(Refused(error.problems))
        else:
            self.post_message(self.Written(os.path.abspath(path)))

    def on_write_screen_written(self, event: Written) -> None:
        self.app.notify(self.say("export.done", path=visible(event.path)), markup=False)
        self.dismiss()

    def on_refused(self, event: Refused) -> None:
        self.problems = event.problems
        self.refused = self.tried if any(problem.code == EXISTS for problem in event.problems) else ""
        self.speak()
