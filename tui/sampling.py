"""The made-up city with which the gap check can be tried without data of one's own. Holds no widget."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from engine.model.answers import Consultation
from engine.model.book import Book

if TYPE_CHECKING:
    from engine.policy.register import Opened
    from tui.session import Session, Sitting

SAMPLE = "kakuu"
"""Stands among the ids of the study's examples, and is none of them."""
_FOLDER = Path(__file__).parent / "samples"
CONSULTATION, REGISTER = _FOLDER / "kakuu.yaml", _FOLDER / "kakuu_register.xlsx"


def consultation(book: Book) -> Consultation:
    """Its answers.

    Raises:
        ShusekiError: the file is not as it was shipped.
    """
    from engine.store.answer_file import read_file

    return read_file(CONSULTATION, book)[0]


def register(name: str) -> "Opened":
    """Its register, opened. ``name``: what it is called wherever the register is told of, so that it tells as made up.

    Raises:
        ShusekiError: the file is not as it was shipped.
    """
    from engine.policy.register import open_register

    return replace(open_register(REGISTER), name=name)


def copied(session: "Session") -> "Sitting":
    """A new consultation on it. Errors as below."""
    return session.resume(session.store.import_consultation(consultation(session.book)))


def sat(session: "Session") -> "Sitting":
    """The consultation on it that is kept, else a new one: what is made up is never laid over what is real.

    Raises:
        ShusekiError: the store cannot be read or written.
    """
    sample = consultation(session.book)
    kept = (one.id for one in session.summaries() if one.name == sample.cluster.name and not one.scenario)
    found = next(kept, None)
    return session.resume(found) if found else copied(session)


def is_sample(sitting: "Sitting") -> bool:
    """Whether a consultation is on the made-up city."""
    return sitting.consultation.cluster.name == consultation(sitting.book).cluster.name
