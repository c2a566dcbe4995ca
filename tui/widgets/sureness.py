"""How sure the verdict is: shares of cases (場合の割合) as bars that are read without colour."""

from collections.abc import Iterable, Iterator

from engine.model.next_question import NextQuestion
from engine.model.robustness import Sureness
from engine.report.robustness_words import GOAL
from engine.report.shares import scope
from tui.telling import Share, over, shares, varied
from tui.texts import Lang, say
from tui.widgets.charts import meter
from tui.widgets.prose import Para


def bars(told: Iterable[Share], *, plain: bool = True) -> Iterator[Para]:
    """Shares below each other, each with its name."""
    return (Para(name, lead=meter(share, plain=plain) + "  ") for name, share in told)


def sureness(found: Sureness, lang: Lang, *, plain: bool = True) -> list[Para]:
    """The shares of the verdict in short."""
    if not varied(found):
        return [Para(scope(lang, found))]
    head, told = shares(found, lang)
    return [Para(head, "bold"), *bars(told, plain=plain), Para(over(found, lang), "$foreground-muted")]


def aim(next_: NextQuestion | None, lang: Lang) -> list[Para]:
    """What the question on the card is asked for."""
    if next_ is None or next_.goal is None:
        return []
    key = "aim.rest" if next_.goal == "rest" else "aim"
    return [Para(say(lang, key, goal=GOAL[next_.goal].get(lang), left=next_.left))]
