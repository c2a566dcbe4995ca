"""Takes an answer file in: a path with what it may mean listed below, and every problem of the file with its line."""

from textual.app import ComposeResult
from textual.message import Message

from engine.interview.visible import visible
from engine.model.answers import Consultation
from engine.model.book import Book
from engine.model.problem import Place, Problem, ShusekiError
from engine.model.text import LocalizedText
from tui.screens.dialog import Dialog
from tui.screens.paths import completions, of_windows, read_path
from tui.screens.refused import Refused
from tui.widgets.finder import Finder, Hit
from tui.widgets.prose import GAP, Para, Prose
from tui.widgets.row_list import Row

Read = tuple[Consultation, tuple[Problem, ...]]


class ImportScreen(Dialog[Read]):
    """Dismissed with what was read and the warnings about it, or with nothing. The path stays until it is right."""

    HELP = "import"

    class Done(Message):
        """The file was read."""

        def __init__(self, read: Read) -> None:
            super().__init__()
            self.read = read

    def __init__(self, book: Book) -> None:
        super().__init__()
        self.knowledge = book
        self.problems: tuple[Problem, ...] = ()

    def body(self) -> ComposeResult:
        yield Prose(id="import-lead")
        yield Finder(self._look, lambda left: self.say("finder.more", count=left), id="path", browse=True, most=4000)
        yield Prose(id="import-problems", classes="problem")

    def on_mount(self) -> None:
        finder = self.query_one(Finder)
        finder.opened = True
        finder.input.focus()

    def speak(self) -> None:
        self.entitle(self.say("import.title"))
        self.query_one("#import-lead", Prose).show(
            Para(self.say("import.lead")), Para(self.say("import.how"), "$foreground-muted")
        )
        finder = self.query_one(Finder)
        finder.input.placeholder = self.say("import.hint")
        finder.renew(keep=True)
        self._tell()

    def _look(self, text: str) -> list[Hit]:
        # What is typed in full needs no offer; without a list, arrows scroll the problems below.
        whole = read_path(text)
        return [Hit(path, Row((Para(visible(path)),))) for path, _ in completions(text) if path != whole]

    def _tell(self) -> None:
        count = len(self.problems)
        head = [Para(self.say("import.problems", count=count), "bold")] if count > 1 else []
        told = [para for one in self.problems for para in (Para(one.tell(self.lang), lead="! "), GAP)]
        self.query_one("#import-problems", Prose).show(*head, *told)

    def on_finder_typed(self) -> None:
        if self.problems:
            self.problems = ()
            self._tell()

    def on_finder_taken(self, event: Finder.Taken) -> None:
        """A folder is gone into; a file is read. What was typed as a whole path wins over the list."""
        import os

        path = read_path(event.finder.text)
        if not os.path.isfile(path):
            path = event.value or path
        if os.path.isdir(path):
            event.finder.type(os.path.join(path, ""))
        elif path:
            self._read(path)

    def _read(self, path: str) -> None:
        if of_windows(path):
            self.problems = (other_system(path),)
            self._tell()
        else:
            self.run_worker(lambda: self._open(path), thread=True, group="import", exclusive=True)

    def _open(self, path: str) -> None:
        """In a thread: a large file takes a while."""
        from engine.store.answer_file import read_file

        try:
            self.post_message(self.Done(read_file(path, self.knowledge)))
        except ShusekiError as error:
            self.post_message(Refused(error.problems))

    def on_import_screen_done(self, event: Done) -> None:
        self.dismiss(event.read)

    def on_refused(self, event: Refused) -> None:
        self.problems = event.problems
        self._tell()


def other_system(path: str) -> Problem:
    """That a path is one of Windows, and this is none."""
    return Problem(
        code="path_of_windows",
        where=Place(file=visible(path)),
        what=LocalizedText(
            ja="Windows のパスですが、ここは Windows ではありません。",
            en="This is a path of Windows, and this is no Windows.",
        ),
        remedy=LocalizedText(
            ja="このコンピュータでのパスを入力してください。",
            en="Give the path as it is on this computer.",
        ),
    )
