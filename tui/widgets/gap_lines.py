"""What the tabs of the gap check share: the words of one check, and where its lines lead to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from engine.model.assessment import Assessment
from engine.model.gaps import GapCheck, GapFinding
from engine.model.register import Link, Mapping, Register
from engine.report.gaps.phrases import GapPhrases
from engine.report.text import sure
from tui.widgets.explaining import Explained
from tui.widgets.prose import Para, Piece
from tui.widgets.result_lines import MUTED, Wording

TO_MAPPING = "map:"
"""Stands before the id of an existing measure where a line leads to what it serves; alone, to the whole list."""
TO_KIND = "kind:"
"""Stands before a kind of findings where a line leads to all of them."""
STANDING_MARK = {"confirmed": "[x] ", "suggested": "[?] ", "open": "[ ] "}


@dataclass(frozen=True, kw_only=True)
class GapWording(Wording):
    """The words of one check, the same as in its documents. ``mapping`` may be ahead of the check."""

    assessment: Assessment
    register: Register
    mapping: Mapping
    check: GapCheck

    @cached_property
    def phrases(self) -> GapPhrases:
        """The phrases of a document on the same check."""
        return GapPhrases(
            self.book, self.consultation, self.assessment, self.lang, self.register, self.mapping, self.check
        )

    def gap(self, name: str, *values: object) -> str:
        """One of the words of the documents, in characters of certain width."""
        return sure(self.phrases.gap(name, *values))

    def serves(self, link: Link) -> str:
        """What an existing measure serves, or may; that a person said none is told."""
        if link.standing == "confirmed" and not link.generic:
            return self.gap("serves_none")
        many = len(self.check.types) != 1
        return self.list(self.phrases.measure(one, typed=many) for one in link.generic)

    def standing(self, link: Link) -> str:
        """How firmly that is said, in a word; what was taken over from an earlier year is told as such."""
        return self.say("gaps.kept" if link.kept else f"gaps.standing.{link.standing}")


def named(lines: Iterable[Explained], head: str, *above: Piece) -> Iterator[Explained]:
    """The lines, the first of them under a heading and what stands below that."""
    for n, line in enumerate(lines):
        yield replace(line, head=head, above=above) if n == 0 else line


def nothing(text: str, target: str = "") -> Explained:
    """A line that says there is nothing."""
    return Explained((Para(text, MUTED),), target)


def tentative(one: GapFinding, r: GapWording) -> Iterator[Para]:
    """What a finding still turns on, as a line of its own."""
    if one.tentative:
        yield Para(sure(r.phrases.pair(r.gap("to_check"), r.phrases.rests_on(one))), MUTED, 2)
