"""The one type of error: what happened, where, why it matters and what to do, in both languages.

Faces show it in four ways (field, dialog, stderr, JSON); no other error reaches a user.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from engine.model.text import Frozen, Lang, LocalizedText


class Severity(StrEnum):
    """An error stops the work; a warning goes along with a result."""

    ERROR = "error"
    WARNING = "warning"


class Place(Frozen):
    """Where: a file, a line in it (from 1), and the entry concerned."""

    file: str | None = None
    line: Annotated[int, Field(ge=1)] | None = None
    entry: str | None = None

    def __str__(self) -> str:
        head = self.file or ""
        if self.line is not None:
            head += f":{self.line}"
        return " ".join(part for part in (head, self.entry) if part)


class Problem(Frozen):
    """Something that went wrong, told so that the reader can act on it."""

    code: str = Field(description="short stable name, e.g. unknown_question")
    where: Place = Place()
    what: LocalizedText
    why: LocalizedText | None = None
    remedy: LocalizedText
    severity: Severity = Severity.ERROR

    def tell(self, lang: Lang) -> str:
        """The problem as one paragraph for a terminal or a log."""
        place = str(self.where)
        parts = [self.what.get(lang), *([self.why.get(lang)] if self.why else []), self.remedy.get(lang)]
        text = "".join(parts) if lang == "ja" else " ".join(parts)
        return f"{place}: {text}" if place else text


class ShusekiError(Exception):
    """Carries problems from where they are found to the face that shows them."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems; there is at least one."""
        super().__init__("; ".join(problem.tell("en") for problem in problems))
        self.problems = problems
