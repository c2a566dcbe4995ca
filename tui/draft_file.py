"""Keeps what was begun and is no answer yet over the end of the program: a file for each consultation."""

import json
from contextlib import suppress
from pathlib import Path

from engine.model.answers import Confidence
from engine.model.book import Book
from engine.model.problem import ShusekiError
from engine.store.atomic import write_atomically
from tui.drafts import Begun, Draft, rows_of


class DraftFile:
    """The file of one consultation; without a folder nothing is kept. Losing it loses no answer, so it never stops."""

    def __init__(self, folder: Path | None, consultation: str, book: Book) -> None:
        self.path = folder / f"{consultation}.json" if folder else None
        self.book = book
        self._written = ""

    def read(self) -> Begun:
        """What was begun; nothing where it cannot be read. What the book does not ask (any more) is left out."""
        begun = Begun()
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            self._written = self.path.read_text(encoding="utf-8") if self.path else ""
            found = json.loads(self._written) if self._written else {"drafts": {}, "left_at": None}
            for question, kept in found["drafts"].items():
                if question in self.book.questions:
                    begun.drafts[question] = self._draft(question, kept)
            begun.left_at = found["left_at"] if found["left_at"] in begun.drafts else None
        return begun

    def write(self, begun: Begun) -> None:
        """Keeps this, where it is not what is kept already; no file where there is nothing to keep."""
        text = self._text(begun) if begun.drafts else ""
        if self.path is None or text == self._written:
            return
        with suppress(OSError, ShusekiError):
            if text:
                self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                write_atomically(self.path, text.encode(), overwrite=True)
            else:
                self.path.unlink(missing_ok=True)
            self._written = text

    def _text(self, begun: Begun) -> str:
        drafts = {}
        for question, draft in begun.drafts.items():
            rows = rows_of(self.book.questions[question])
            drafts[question] = {
                "typed": draft.typed,
                "marked": [rows[n] for n in sorted(draft.marked)],
                "confidence": draft.confidence.value,
                "source": draft.source,
                "note": draft.note,
            }
        return json.dumps({"drafts": drafts, "left_at": begun.left_at}, ensure_ascii=False, indent=1)

    def _draft(self, question: str, kept: dict[str, object]) -> Draft:
        typed, source, note, marked = kept["typed"], kept["source"], kept["note"], kept["marked"]
        texts = [text for text in (typed, source, note) if isinstance(text, str)]
        if len(texts) < 3 or not isinstance(marked, list):
            raise ValueError(question)
        rows = rows_of(self.book.questions[question])
        marks = frozenset(n for n, row in enumerate(rows) if row in marked)
        return Draft(texts[0], marks, Confidence(str(kept["confidence"])), texts[1], texts[2])
