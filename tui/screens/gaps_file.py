"""Chooses the file of a register: a path with what it may mean listed below; what stands in the way is told."""

import os
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.message import Message

from engine.interview.visible import visible
from engine.model.problem import Problem, ShusekiError
from engine.policy.register import Opened, Proposal, open_register, proposed
from engine.store.registers import Registers
from tui import settings
from tui.screens.dialog import Dialog
from tui.screens.importing import other_system
from tui.screens.paths import completions, of_windows, read_path
from tui.screens.refused import Refused
from tui.widgets.finder import Finder, Hit
from tui.widgets.prose import GAP, Para, Prose
from tui.widgets.row_list import Row

SUFFIXES = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt")
"""Of the files that are offered; any other can be typed, and is looked into whatever its name says."""


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was opened, and how its sheets would be read."""

    opened: Opened
    proposals: tuple[Proposal, ...]


class RegisterFileScreen(Dialog[Read]):
    """Dismissed with what was opened, or with nothing. The path stays until it is right."""

    HELP = "gaps_file"

    class Done(Message):
        """The file was opened."""

        def __init__(self, read: Read, folder: str) -> None:
            super().__init__()
            self.read = read
            self.folder = folder

    def __init__(self, registers: Registers) -> None:
        super().__init__()
        self.registers = registers
        self.problems: tuple[Problem, ...] = ()
        remembered = settings.read().registers or ""
        self.folder = remembered if os.path.isdir(remembered) else ""
        """Where the last register was: what is typed begins there, unless it is a whole path."""

    def body(self) -> ComposeResult:
        yield Prose(id="file-lead")
        yield Finder(self._look, lambda left: self.say("finder.more", count=left), id="path", browse=True, most=4000)
        yield Prose(id="file-problems", classes="problem")

    def on_mount(self) -> None:
        finder = self.query_one(Finder)
        finder.opened = True
        finder.input.focus()

    def speak(self) -> None:
        self.entitle(self.say("gaps.file_title"))
        folder = [Para(self.say("gaps.file_folder", folder=visible(self.folder)))] if self.folder else []
        self.query_one("#file-lead", Prose).show(
            Para(self.say("gaps.file_lead")), Para(self.say("import.how"), "$foreground-muted"), *folder
        )
        finder = self.query_one(Finder)
        finder.input.placeholder = self.say("gaps.file_hint")
        finder.renew(keep=True)
        self._tell()

    def _look(self, text: str) -> list[Hit]:
        whole = self._meant(text)
        return [Hit(path, Row((Para(visible(path)),))) for path, _ in completions(whole, SUFFIXES) if path != whole]

    def _meant(self, text: str) -> str:
        """The path that was meant by what was typed."""
        path = read_path(text)
        if not self.folder or os.path.isabs(path) or of_windows(path) or (path and os.path.exists(path)):
            return path
        return os.path.join(self.folder, path)

    def _tell(self) -> None:
        told = [para for one in self.problems for para in (Para(one.tell(self.lang), lead="! "), GAP)]
        self.query_one("#file-problems", Prose).show(*told)

    def on_finder_typed(self) -> None:
        if self.problems:
            self.problems = ()
            self._tell()

    def on_finder_taken(self, event: Finder.Taken) -> None:
        """A folder is gone into; a file is opened. What was typed as a whole path wins over the list."""
        path = self._meant(event.finder.text)
        if not os.path.isfile(path):
            path = event.value or path
        if os.path.isdir(path):
            event.finder.type(os.path.join(path, ""))
        elif of_windows(path):
            self.problems = (other_system(path),)
            self._tell()
        elif path:
            self.run_worker(lambda: self._open(path), thread=True, group="register", exclusive=True)

    def _open(self, path: str) -> None:
        """In a thread: a large workbook takes a while."""
        try:
            opened = open_register(path)
            read = Read(opened, proposed(opened, self.registers.layouts()))
        except ShusekiError as error:
            self.post_message(Refused(error.problems))
        else:
            self.post_message(self.Done(read, os.path.dirname(os.path.abspath(path))))

    def on_register_file_screen_done(self, event: Done) -> None:
        self._shuseki.remember(registers=event.folder)
        self.dismiss(event.read)

    def on_refused(self, event: Refused) -> None:
        self.problems = event.problems
        self._tell()
