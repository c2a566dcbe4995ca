"""What the tabs of the result share: the words of one consultation, and statements of a report as lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from engine.model.answers import Consultation
from engine.model.book import Book
from engine.report.blocks import Line
from engine.report.marks import mark
from engine.report.phrases import Phrases
from engine.report.text import sure
from engine.report.wrap import GLUE
from tui.texts import Lang, say
from tui.widgets.explaining import Explained
from tui.widgets.prose import Para

MUTED = "$foreground-muted"


@dataclass(frozen=True)
class Wording:
    """The names of a book and our own texts, for one consultation in one language. ``plain``: the form of charts."""

    book: Book
    consultation: Consultation
    lang: Lang
    plain: bool = True

    def say(self, key: str, **values: object) -> str:
        """One of our texts."""
        return say(self.lang, key, **values)

    @cached_property
    def phrases(self) -> Phrases:
        """The phrases of a report on the same consultation, so that screen and report say the same."""
        return Phrases(self.book, self.consultation, self.lang)

    def list(self, parts: Iterable[str]) -> str:
        """Several words as one list."""
        return self.phrases.list(parts)

    def question(self, question: str) -> str:
        """The text of a question, in characters of certain width."""
        return sure(self.phrases.question(question))

    def line(self, line: Line) -> str:
        """A statement of a report with its label and the mark of what it stands on."""
        label = self.phrases.pair(line.label, "") if line.label else ""
        about = mark(line.source, self.lang)
        return sure(label + line.text) + about[:1] + about[1:].replace(" ", GLUE)

    def told(self, line: Line, depth: int = 1, style: str = "") -> Iterator[Para]:
        """A statement and what is below it, as paragraphs."""
        yield Para(self.line(line), style, 2 * (depth - 1), "- ")
        for below in line.below:
            yield from self.told(below, depth + 1, MUTED)


def headed(head: str, lines: Iterable[Explained]) -> Iterator[Explained]:
    """The lines, the first of them under a heading; nothing where there are none."""
    for n, line in enumerate(lines):
        yield replace(line, head=head) if n == 0 else line


def upper(words: str) -> str:
    """Words as a heading begins."""
    return words[:1].upper() + words[1:]
