"""What a kept consultation is called: by its scenario, or else by its cluster."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.texts import Lang, say

if TYPE_CHECKING:
    # The store loads after the first paint.
    from engine.store.summaries import Summary


def called(summary: "Summary", lang: Lang) -> str:
    """What a consultation is called in a sentence."""
    from engine.interview.visible import shown

    return shown(summary.scenario or (lang == "en" and summary.name_en) or summary.name)


def scenario_line(summary: "Summary", others: Iterable["Summary"], lang: Lang) -> str:
    """Which scenario a consultation is, and of which other one."""
    name = called(summary, lang)
    if summary.parent is None:
        return say(lang, "home.scenario_alone", name=name)
    parent = next((called(one, lang) for one in others if one.id == summary.parent), say(lang, "home.parent_gone"))
    return say(lang, "home.scenario", name=name, parent=parent)
