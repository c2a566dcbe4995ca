"""Why something was concluded, was not, or is open: one tree, the same on the screen, the command line and in files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from engine.model.text import Basis, Citation, Frozen, LocalizedText

NodeKind = Literal["conclusion", "rule", "condition", "fact", "answer", "question", "citation", "note"]
"""``condition`` is a test on an answer or a group of tests, ``fact`` a finding or a computed verdict."""

Standing = Literal["holds", "fails", "open"]
"""Known to hold, known not to, or neither: for want of answers."""


class Explanation(Frozen):
    """One statement, how it stands, and what it rests on."""

    statement: LocalizedText
    kind: NodeKind
    standing: Standing | None = Field(default=None, description="none of what only tells something: notes, passages")
    about: str = Field(default="", description="id of the conclusion, rule, finding or question it is about")
    basis: Basis | None = Field(default=None, description="of a rule or a statement: whose it is")
    citations: tuple[Citation, ...] = ()
    children: tuple[Explanation, ...] = ()

    def walk(self) -> Iterator[Explanation]:
        """This node and all below it, from the top."""
        yield self
        for child in self.children:
            yield from child.walk()
