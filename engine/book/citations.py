"""Proves that every citation is found in the study, and keeps the proof as ``knowledge/citations.lock``.

The study's text is not ours to pass on, so the lock holds hashes only: of the whole text, and of each locator with the
file that cites it. Whoever has the text names it in ``SHUSEKI_STUDY_TEXT`` and writes the lock anew with
``python -m engine.book.citations --write``; without the text it can still be told that no citation came or went since.
"""

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.book.examples import KIND, SOURCE
from engine.book.ground import Found, Trail, every_file, item_file, nodes
from engine.book.problems import both, visible
from engine.model.book import Book
from engine.model.problem import ShusekiError
from engine.model.text import Citation

STUDY = "SHUSEKI_STUDY_TEXT"
LOCK = "knowledge/citations.lock"
_HEAD = (
    "# Hashes of the study's text and of each locator found in it. Written by: python -m engine.book.citations --write"
)


@dataclass(frozen=True)
class Cited:
    """A citation of the book, and where it stands."""

    file: str
    path: Trail
    locator: str

    @property
    def locked(self) -> tuple[str, str]:
        """Its line in the lock."""
        return self.file, hashlib.sha256(self.locator.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Lock:
    """What was proved: the hash of the text, and the citations found in it."""

    study: str
    citations: frozenset[tuple[str, str]]


def cited(book: Book) -> Iterator[Cited]:
    """Every citation of the book, then the sources of the answers in its examples."""
    for file, path, part in every_file(book):
        for inner, node in nodes(part, path):
            if isinstance(node, Citation):
                yield Cited(file, (*inner, "locator_ja"), node.locator_ja)
    for name, example in book.examples.items():
        for key, answer in example.answers.items():
            if match := SOURCE.fullmatch(answer.source):
                yield Cited(item_file(KIND, name), ("answers", key, "source"), match[1])


def check(book: Book, knowledge: Path) -> Iterator[Found]:
    """What the lock, and the study's text where it is at hand, say about the citations of the book."""
    found = tuple(cited(book))
    try:
        text = study_text()
    except (OSError, UnicodeDecodeError) as error:
        yield _no_text(error)
        text = None
    if text is not None:
        yield from missing(found, text)
    yield from _against_lock(found, read_lock(knowledge), text)


def study_text() -> str | None:
    """The study's text with all white space removed; None where the environment names none."""
    path = os.environ.get(STUDY)
    return squeezed(Path(path).read_text(encoding="utf-8")) if path else None


def squeezed(text: str) -> str:
    """Text without white space, as locators are: slides break lines anywhere."""
    return re.sub(r"\s+", "", text)


def digest(text: str) -> str:
    """The hash by which the lock knows a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def missing(found: Iterable[Cited], text: str) -> Iterator[Found]:
    """The citations whose words do not occur in the text."""
    for one in found:
        if one.locator not in text:
            yield Found(
                code="citation_not_found",
                file=one.file,
                path=one.path,
                what=both(
                    f"「{visible(one.locator)}」は調査の本文にありません。",
                    f"'{visible(one.locator)}' is not in the study's text.",
                ),
                why=both("出典をたどれなくなります。", "The passage cannot be found."),
                remedy=both(
                    "本文の語句を空白を除いてそのまま書いてください。",
                    "Write words of the text as they are, without white space.",
                ),
            )


def read_lock(knowledge: Path) -> Lock | None:
    """The lock beside the knowledge; None if there is none or it is not whole."""
    try:
        lines = (knowledge / Path(LOCK).name).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    words = [tuple(line.split()) for line in lines if line and not line.startswith("#")]
    if not words or any(len(pair) != 2 for pair in words) or words[0][0] != "study":
        return None
    return Lock(words[0][1], frozenset((file, locator) for file, locator in words[1:]))


def write_lock(found: Iterable[Cited], text: str, knowledge: Path) -> None:
    """Write the lock: one line a citation, in order, so that a change is read as a change."""
    lines = sorted({f"{file} {locator}" for file, locator in (one.locked for one in found)})
    content = "\n".join([_HEAD, f"study {digest(text)}", *lines, ""])
    (knowledge / Path(LOCK).name).write_text(content, encoding="utf-8", newline="\n")


def _against_lock(found: tuple[Cited, ...], lock: Lock | None, text: str | None) -> Iterator[Found]:
    if lock is None:
        yield _stale(
            "lock_missing",
            LOCK,
            (),
            "出典の記録がないか、壊れています。",
            "The lock of citations is missing or broken.",
        )
        return
    if text is not None and digest(text) != lock.study:
        yield _stale(
            "lock_other_text",
            LOCK,
            (),
            "出典の記録は別の本文によるものです。",
            "The lock was written with another text.",
        )
    for one in found:
        if one.locked not in lock.citations:
            what = (
                f"出典「{visible(one.locator)}」は記録にありません。",
                f"The citation '{visible(one.locator)}' is not in the lock.",
            )
            yield _stale("citation_not_locked", one.file, one.path, *what)
    for file, locator in sorted(lock.citations - {one.locked for one in found}):
        what = (
            f"記録にある出典（{locator}）がもうありません。",
            f"A citation in the lock ({locator}) is no longer there.",
        )
        yield _stale("citation_gone", file, (), *what)


def _stale(code: str, file: str, path: Trail, ja: str, en: str) -> Found:
    remedy = both(
        f"本文を {STUDY} に指定し、python -m engine.book.citations --write を実行してください。",
        f"Name the text in {STUDY} and run: python -m engine.book.citations --write",
    )
    return Found(code=code, file=file, path=path, what=both(ja, en), remedy=remedy)


def _no_text(error: Exception) -> Found:
    return Found(
        code="study_unreadable",
        file=os.environ[STUDY],
        path=(),
        what=both(
            f"調査の本文を読めません（{visible(error)}）。", f"The study's text cannot be read ({visible(error)})."
        ),
        remedy=both(f"{STUDY} を確かめてください。", f"Check {STUDY}."),
    )


def main(arguments: list[str]) -> int:
    """Check the citations of the shipped book, or prove them and write the lock with ``--write``."""
    from engine.book.loading import load
    from engine.book.sources import Roots

    writing = arguments == ["--write"]
    text = study_text()
    if writing and text is None:
        print(f"{STUDY} does not name the study's text.", file=sys.stderr)
        return 2
    knowledge = Roots.of(None, None).knowledge
    try:
        book = load(cache=None)
    except ShusekiError as error:
        print(*(problem.tell("en") for problem in error.problems), sep="\n", file=sys.stderr)
        return 1
    found = tuple(cited(book))
    faults = list(missing(found, text)) if writing and text is not None else list(check(book, knowledge))
    for fault in faults:
        print(f"{fault.file} {'.'.join(map(str, fault.path))}: {fault.what.en}", file=sys.stderr)
    if writing and text is not None and not faults:
        write_lock(found, text, knowledge)
        print(f"{len(found)} citations found; {LOCK} written.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
