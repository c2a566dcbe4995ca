"""How sure the verdict is: shares of cases (場合の割合) as bars that are read without colour."""

from collections.abc import Iterable, Iterator

from engine.model.next_question import NextQuestion
from engine.model.robustness import Sureness
from engine.report.robustness import percent, scope
from engine.report.robustness_words import GOAL
from tui.telling import Share, over, shares, varied
from tui.texts import Lang, say
from tui.widgets.prose import Para

CELLS = 10


def bar(share: float) -> str:
    """A share as a bar and a figure; full only where it is every case, empty only where it is none."""
    filled = min(max(round(share * CELLS), int(share > 0)), CELLS - int(share < 1))
    return f"[{'#' * filled}{'.' * (CELLS - filled)}] {percent(share):>6}"


def bars(told: Iterable[Share]) -> Iterator[Para]:
    """Shares below each other, each with its name."""
    return (Para(name, lead=f"{bar(share)}  ") for name, share in told)


def sureness(found: Sureness, lang: Lang) -> list[Para]:
    """The shares of the verdict in short."""
    if not varied(found):
        return [Para(scope(lang, found))]
    head, told = shares(found, lang)
    return [Para(head, "bold"), *bars(told), Para(over(found, lang), "$foreground-muted")]


def aim(next_: NextQuestion | None, lang: Lang) -> list[Para]:
    """What the question on the card is asked for."""
    if next_ is None or next_.goal is None:
        return []
    key = "aim.rest" if next_.goal == "rest" else "aim"
    return [Para(say(lang, key, goal=GOAL[next_.goal].get(lang), left=next_.left))]
