"""Finds the consultation about the same cluster that came before, so that a report can say what changed since."""

import unicodedata
from collections.abc import Iterable

from engine.store.summaries import Summary


def previous(consultation: str, known: Iterable[Summary]) -> str | None:
    """Its id; see ``Store.previous`` for what counts. ``known``: every consultation, this one and deleted ones too."""
    by_id = {summary.id: summary for summary in known}
    this = by_id[consultation]
    while this.parent in by_id:
        this = by_id[this.parent]
    earlier = [
        summary
        for summary in by_id.values()
        if not summary.deleted and not summary.scenario and summary.created < this.created and _same(summary, this)
    ]
    return max(earlier, key=lambda summary: (summary.created, summary.id)).id if earlier else None


def _same(one: Summary, other: Summary) -> bool:
    if _plain(one.name) == _plain(other.name):
        return True
    if not one.area or set(one.area) != set(other.area):
        return False
    if one.division and other.division:
        return one.division == other.division
    return bool(one.industry.strip()) and _plain(one.industry) == _plain(other.industry)


def _plain(text: str) -> str:
    """The text without what differs by the way it was typed: width of letters, case, spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()
