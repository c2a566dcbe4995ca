"""What the card says when nothing is left to ask: how settled the verdict is, and what would still change it."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.model.next_question import NextQuestion
from engine.model.robustness import Robustness
from tui.session import Sitting
from tui.telling import settledness, to_find_out
from tui.texts import Lang, say
from tui.widgets.prose import Para
from tui.widgets.sureness import sureness


@dataclass(frozen=True, slots=True)
class Ending:
    """A title, what can be chosen, how to choose, and more about it."""

    title: str
    choices: tuple[str, ...]
    how: str
    paras: tuple[Para, ...] = ()


def ending(sitting: Sitting, done: NextQuestion, lang: Lang) -> Ending:
    """``done``: that nothing is left to ask in the mode of the sitting."""
    how, result = say(lang, "card.done_how"), say(lang, "card.done_result")
    if sitting.course.mode == "full":
        return Ending(say(lang, "card.done"), (result,), how)
    more = (say(lang, "card.done_go_on", left=left),) if (left := sitting.left()) else ()
    robustness = sitting.robustness() if sitting.current else None
    title = settledness(done, robustness, lang)
    return Ending(title, (result, *more), how, tuple(_open(sitting, done, robustness, lang)))


def _open(sitting: Sitting, done: NextQuestion, robustness: Robustness | None, lang: Lang) -> Iterator[Para]:
    """How surely the verdict stands, and what would have to be found out for it to be settled."""
    points = list(to_find_out(sitting.book, done, robustness, lang)) if robustness else []
    if points and robustness:
        yield from sureness(robustness, lang)
    for n, line in enumerate(points):
        yield Para(line, lead="- ") if n else Para(line, "bold")
