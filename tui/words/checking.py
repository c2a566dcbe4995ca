"""What ``check`` says, and its table of cells in words."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from engine.model.knowledge import Actor, Resource
from engine.model.text import Lang, LocalizedText

if TYPE_CHECKING:
    from engine.model.book import Book
    from engine.soundness.cells import Cell


def _text(ja: str, en: str) -> LocalizedText:
    return LocalizedText.model_construct(ja=ja, en=en)


_WORDS = {
    "none": _text("指摘はありません。", "No findings."),
    "working": _text("検証しています…", "Verifying..."),
    "accepted": _text("認めている指摘：", "Findings that are accepted:"),
    "because": _text("{}（認める理由：{}）", "{} (Accepted: {})"),
    "empty": _text("なし（{}）", "none: {}"),
    "unexplained": _text("なし（理由の記載なし）", "none (no reason given)"),
    "count": _text("{}欄のうち{}欄に施策あり、{}欄は空欄", "{} cells: {} covered, {} empty"),
}
ACTORS = {
    Actor.INDUSTRY: _text("産", "industry"),
    Actor.ACADEMIA: _text("学", "academia"),
    Actor.MUNICIPALITY: _text("自治体", "municipality"),
    Actor.STATE: _text("国", "state"),
}
RESOURCES = {
    Resource.PEOPLE: _text("ヒト", "people"),
    Resource.MONEY: _text("カネ", "money"),
    Resource.GOODS: _text("モノ", "goods"),
    Resource.INFORMATION: _text("情報", "information"),
    Resource.VISION: _text("ビジョン", "vision"),
    Resource.INSTITUTION: _text("制度", "institutions"),
}


def word(name: str, lang: Lang, *values: object) -> str:
    """One of the words, with its blanks filled."""
    return _WORDS[name].get(lang).format(*values)


def cell_data(book: "Book", cell: "Cell") -> dict[str, object]:
    """One cell as data."""
    return {
        "type": book.phases[cell.phase].type,
        "phase": cell.phase,
        "factor": book.phases[cell.phase].key_factor_title.model_dump(),
        "actor": cell.actor.value,
        "resource": cell.resource.value,
        "measures": list(cell.measures),
        "reason": cell.reason,
    }


def cell_table(book: "Book", reasons: Mapping[str, LocalizedText], cells: Iterable["Cell"], lang: Lang) -> str:
    """The cells as text: a heading for each phase with its key factor, then a line for each actor and resource."""
    cells = tuple(cells)
    lines: list[str] = []
    for phase, of_phase in groupby(cells, lambda cell: cell.phase):
        item = book.phases[phase]
        lines += [f"{phase} {item.title.get(lang)} / {item.key_factor_title.get(lang)}"]
        lines += [f"  {_line(cell, reasons, lang)}" for cell in of_phase]
    filled = sum(bool(cell.measures) for cell in cells)
    return "\n".join([*lines, word("count", lang, len(cells), filled, len(cells) - filled)])


def _line(cell: "Cell", reasons: Mapping[str, LocalizedText], lang: Lang) -> str:
    place = f"{ACTORS[cell.actor].get(lang)} × {RESOURCES[cell.resource].get(lang)}"
    if cell.measures:
        return f"{place}: {', '.join(cell.measures)}"
    if cell.reason is None:
        return f"{place}: {word('unexplained', lang)}"
    reason = reasons[cell.reason].get(lang) if cell.reason in reasons else cell.reason
    return f"{place}: {word('empty', lang, reason)}"
