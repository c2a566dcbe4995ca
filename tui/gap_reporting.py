"""Makes the documents of a policy gap check as the bytes of a file."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.model.text import Lang

if TYPE_CHECKING:
    from engine.model.book import Book
    from engine.policy.checked import Checked

FORMS = ("docx", "xlsx", "html", "md", "text")
"""The formats, as they are offered."""
OWN = "own"
"""A copy of the office's own workbook, with columns added."""
_WIDTH = 80


@dataclass(frozen=True, slots=True)
class WantedGaps:
    """What document is asked for. ``previous``: an earlier check, to tell what changed since.

    ``own``: the workbook that the register was taken from, of which a copy is wanted.
    """

    form: str
    lang: Lang
    public: bool = False
    brief: bool = False
    previous: "Checked | None" = None
    own: Path | None = None


def made(book: "Book", whole: "Checked", wanted: WantedGaps) -> bytes:
    """The document.

    Args:
        book: the knowledge.
        whole: the check with all that it was made of.
        wanted: format, language and contents.

    Raises:
        ShusekiError: the workbook of which a copy is wanted cannot be used.
    """
    if wanted.own is not None:
        return _copy(wanted.own, book, whole, wanted.lang)
    from engine.policy.comparing import compare_checks
    from engine.report.edition import Edition
    from tui.reporting import Wanted, places, rendered

    asked = whole.consultation
    compared = compare_checks(wanted.previous, whole) if wanted.previous else None
    edition = Edition(wanted.public, wanted.brief, None, places(asked.cluster))
    parts = (book, asked, whole.assessment, whole.register, whole.mapping, whole.check, wanted.lang, edition, compared)
    if wanted.form == "xlsx":
        from engine.report.gaps.workbook import gaps_workbook

        return gaps_workbook(*parts)
    from engine.report.gaps.document import gaps_document

    return rendered(gaps_document(*parts), Wanted(wanted.form, wanted.lang), _WIDTH)


def _copy(own: Path, book: "Book", whole: "Checked", lang: Lang) -> bytes:
    from engine.model.problem import ShusekiError
    from engine.report.register_copy import register_copy
    from engine.store.raw_file import os_problem, place_of

    try:
        return register_copy(own, whole.register, whole.mapping, whole.check, book, lang)
    except OSError as error:
        raise ShusekiError(os_problem(place_of(own), error)) from error
