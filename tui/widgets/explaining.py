"""Shows an explanation as an outline that opens and closes, and says which one a line of the result leads to."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.binding import Binding

from engine.model.explanation import Explanation
from engine.report.explanation import folded, mark_of, spoken
from engine.report.marks import mark
from engine.report.text import sure
from tui.texts import Lang
from tui.widgets.prose import Para, Piece
from tui.widgets.row_list import Row, RowList

Path = tuple[int, ...]
DEEPEST_INDENT = 8
ROWS_AT_FIRST = 14


@dataclass(frozen=True, slots=True)
class Explained:
    """A line of the result: what it shows, and the id of what Enter explains. ``above``: as of a row."""

    paras: tuple[Piece, ...]
    target: str
    head: str = ""
    above: tuple[Piece, ...] = ()


class Outline(RowList):
    """The tree, one row a statement. A test and the answer to it are one row."""

    BINDINGS = [
        Binding("right", "unfold", show=False),
        Binding("left", "fold", show=False),
        Binding("space", "pick", show=False),
        Binding("a,ａ", "unfold_all", show=False),
    ]

    def __init__(self, explanation: Explanation, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.explanation = explanation
        self.unfolded: set[Path] = set()
        self.paths: list[Path] = []
        self._unfold_at_first()

    def speak(self, lang: Lang) -> None:
        """Shows what is unfolded, in this language."""
        self.lang: Lang = lang
        seen = list(self._seen())
        self.paths = [path for path, _ in seen]
        self.show([self._outlined(path, node, lang) for path, node in seen])

    def pick(self, index: int) -> None:
        """Opens or closes a row."""
        path = self.paths[index]
        if path in self.unfolded:
            self._close(path)
        elif below(self.node(path)):
            self.unfolded.add(path)
        self.speak(self.lang)

    def action_unfold(self) -> None:
        """Opens the row; if it is open already, on to the first below it."""
        path = self.paths[self.cursor]
        if path in self.unfolded:
            self.action_move(1)
        else:
            self.pick(self.cursor)

    def action_fold(self) -> None:
        """Closes the row; if it is closed already, back to the one above it."""
        path = self.paths[self.cursor]
        if path in self.unfolded:
            self.pick(self.cursor)
        elif path:
            self.action_move(self.paths.index(path[:-1]) - self.cursor)

    def action_unfold_all(self) -> None:
        """Opens everything below the row."""
        here = self.paths[self.cursor]
        self.unfolded |= set(self._openable(here))
        self.speak(self.lang)

    @property
    def chosen(self) -> Explanation:
        """The node of the row under the cursor."""
        return self.node(self.paths[self.cursor])

    def node(self, path: Path) -> Explanation:
        """The node at the end of a path."""
        found = self.explanation
        for index in path:
            found = below(found)[index]
        return found

    def _close(self, path: Path) -> None:
        self.unfolded = {one for one in self.unfolded if one[: len(path)] != path}

    def _openable(self, path: Path) -> Iterator[Path]:
        children = below(self.node(path))
        if children:
            yield path
        for index in range(len(children)):
            yield from self._openable((*path, index))

    def _unfold_at_first(self) -> None:
        """Level by level as long as the rows fit a screen; the first level in any case."""
        level: list[Path] = [()]
        rows = 1
        while level:
            following = [(*path, n) for path in level for n in range(len(below(self.node(path))))]
            if level != [()] and rows + len(following) > ROWS_AT_FIRST:
                return
            self.unfolded |= {path for path in level if below(self.node(path))}
            rows, level = rows + len(following), following

    def _seen(self, path: Path = ()) -> Iterator[tuple[Path, Explanation]]:
        node = self.node(path)
        yield path, node
        if path in self.unfolded:
            for index in range(len(below(node))):
                yield from self._seen((*path, index))

    def _outlined(self, path: Path, node: Explanation, lang: Lang) -> Row:
        sign = "  " if not below(node) else "- " if path in self.unfolded else "+ "
        style = "bold" if not path else "$foreground-muted" if node.kind == "citation" else ""
        about = "" if node.kind == "citation" else mark(mark_of(node), lang)
        return Row((Para(sure(spoken(node, lang) + about), style),), "  " * min(len(path), DEEPEST_INDENT) + sign)


def below(node: Explanation) -> tuple[Explanation, ...]:
    """What opens under a row: of a test told with its answer, what stands beside the answer."""
    answer = folded(node)
    return node.children if answer is None else answer.children
