"""What every part of an answer file is read with: places, texts, known names, and a heap on which Problems gather."""

import unicodedata
from collections.abc import Collection
from typing import TypeVar

from engine.interview.visible import shown, storable
from engine.model.problem import Place, Problem
from engine.store import content_refusals as refusals
from engine.store.yaml_tree import Entries, Items, Node, Scalar

MOST_PROBLEMS = 20

T = TypeVar("T")


class TooManyError(Exception):
    """So many Problems that one more helps nobody, and a hostile file could go on for ever."""


class Findings:
    """The Problems and warnings of one file. A part that cannot be read leaves its Problem here and None behind."""

    def __init__(self, where: Place) -> None:
        """Begin with none; ``where`` names the file."""
        self.where = where
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []

    def keep(self, outcome: T | Problem) -> T | None:
        """The outcome, or None where it is a Problem, which is remembered.

        Raises:
            TooManyError: this one was one too many.
        """
        if not isinstance(outcome, Problem):
            return outcome
        self.problems.append(outcome)
        if len(self.problems) >= MOST_PROBLEMS:
            raise TooManyError
        return None

    def at(self, line: int, entry: str) -> Place:
        """A line of the file and the entry there."""
        return self.where.model_copy(update={"line": line, "entry": shown(entry)})

    def known_entries(self, of: Entries, names: Collection[str]) -> None:
        """Refuses every entry that is none of ``names``."""
        for name, (line, _) in of.entries.items():
            if name not in names:
                self.keep(refusals.unknown_entry(self.at(line, name), name, names))

    def text(self, of: Entries, name: str) -> str:
        """A text as it was written; empty where there is none."""
        node = of.entries[name][1] if name in of.entries else None
        if is_open(node):
            return ""
        if isinstance(node, Scalar):
            return storable(node.text)
        self.keep(refusals.not_a_text(self.place(of, name)))
        return ""

    def word(self, of: Entries, name: str) -> str:
        """A text that is compared or parsed: NFKC, without white space around."""
        return unicodedata.normalize("NFKC", self.text(of, name)).strip()

    def place(self, of: Entries, name: str) -> Place:
        """Where the entry ``name`` stands; it exists."""
        return self.at(of.entries[name][0], name)


def is_open(node: Node | None) -> bool:
    """Whether the entry is missing or was left blank."""
    return node is None or (isinstance(node, Scalar) and node.blank)


def parts(node: Node) -> tuple[Node, ...]:
    """The items of a list; anything else is a list of one."""
    return node.items if isinstance(node, Items) else (node,)


def raw(node: Node) -> object:
    """The node as ``read_answer`` takes it: text, or a list of such; a mapping stays itself and is refused there."""
    if isinstance(node, Scalar):
        return node.text
    return [raw(item) for item in node.items] if isinstance(node, Items) else node
