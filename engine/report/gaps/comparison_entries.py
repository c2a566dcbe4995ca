"""Tables of existing measures that came, went, ended or changed."""

from collections.abc import Iterator, Sequence

from engine.interview.visible import flowing
from engine.model.book import Book
from engine.model.gap_comparison import Entry, EntryChange, Turn
from engine.model.text import Lang
from engine.report.blocks import Table
from engine.report.gaps.comparison_words import FIELD, word
from engine.report.gaps.labels import PROGRESS


class Entries:
    """The tables, in one language."""

    def __init__(self, book: Book, lang: Lang) -> None:
        """Names of generic measures come from ``book``."""
        self._book = book
        self._lang: Lang = lang

    def _say(self, name: str, *values: object) -> str:
        return word(name, self._lang, *values)

    def _list(self, parts: Iterator[str]) -> str:
        return ("、" if self._lang == "ja" else ", ").join(parts)

    def table(self, turn: Turn, changes: Sequence[EntryChange]) -> Table:
        """All changes of one kind."""
        caption = f"{self._say(turn)} {self._say('count', len(changes))}"
        if turn == "changed":
            header = tuple(map(self._say, ("existing", "department", "what")))
            return Table(header, tuple(map(self._changed, changes)), caption, (0.35, 0.2, 0.45))
        header = tuple(map(self._say, ("existing", "department", "money", "serves")))
        return Table(header, tuple(map(self._row, changes)), caption, (0.36, 0.18, 0.16, 0.3))

    def _row(self, change: EntryChange) -> tuple[str, ...]:
        one = _shown(change)
        foreseen = self._say("foreseen") if change.foreseen else ""
        if foreseen:
            foreseen = f"（{foreseen}）" if self._lang == "ja" else f" ({foreseen})"
        money = "" if one.budget is None else f"{one.budget:,}"
        return flowing(one.name) + foreseen, flowing(one.department), money, self._serves(one)

    def _serves(self, one: Entry) -> str:
        titles = (self._book.measures[g].title.get(self._lang) for g in one.generic if g in self._book.measures)
        return self._list(titles)

    def _changed(self, change: EntryChange) -> tuple[str, ...]:
        one = _shown(change)
        return flowing(one.name), flowing(one.department), "\n".join(self._what(change))

    def _what(self, change: EntryChange) -> Iterator[str]:
        """What differs, with both values where they are short."""
        before, after = change.before, change.after
        if before is None or after is None:
            return
        for field in change.fields:
            label = FIELD[field].get(self._lang)
            if field == "budget" and change.budget_change is not None:
                yield self._say("change_is", label, before.budget, after.budget, change.budget_change)
            elif field in ("name", "department"):
                yield self._say("becomes", label, flowing(getattr(before, field)), flowing(getattr(after, field)))
            elif field == "period":
                yield self._say("becomes", label, _period(before), _period(after))
            elif field == "progress" and before.progress and after.progress:
                states = (PROGRESS[one.progress].get(self._lang) for one in (before, after) if one.progress)
                yield self._say("becomes", label, *states)
            else:
                yield label


def _shown(change: EntryChange) -> Entry:
    """The measure as it is now, else as it was."""
    one = change.after or change.before
    if one is None:
        raise ValueError("a change of nothing")
    return one


def _period(one: Entry) -> str:
    return f"{one.start or ''}-{one.end or ''}"
