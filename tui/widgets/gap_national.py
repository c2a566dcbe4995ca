"""The five national directions held against the register: what it does, what is missing at home, what to ask."""

from collections.abc import Iterator

from engine.model.gaps import DirectionCheck
from engine.report import words
from engine.report.road_map import scheme_line
from engine.report.text import sure
from tui.widgets.explaining import Explained
from tui.widgets.gap_lines import GapWording, named, nothing
from tui.widgets.prose import Para
from tui.widgets.result_lines import MUTED


def national(r: GapWording) -> list[Explained]:
    """Each direction with its parts; they are hypotheses that address the state."""
    found = [line for one in r.check.directions for line in _direction(one, r)]
    return (
        [Explained((Para(r.gap("directions_note"), MUTED),), ""), *found] if found else [nothing(r.gap("none_found"))]
    )


def _direction(one: DirectionCheck, r: GapWording) -> Iterator[Explained]:
    say, item = r.phrases, r.book.national_directions[one.direction]
    head = f"{item.order} {item.title.get(r.lang)}{say.bracket(say.word('hypothesis'))}"
    yield from named(_parts(one, r), head)


def _parts(one: DirectionCheck, r: GapWording) -> Iterator[Explained]:
    say, item = r.phrases, r.book.national_directions[one.direction]
    relevance = say.pair(r.say("result.relevance"), words.RELEVANCE[one.relevance].get(r.lang))
    why = (para for line in say.reasons(one.because, item) for para in r.told(line, 2, MUTED))
    yield Explained((Para(relevance, "bold"), *why), one.direction)
    does = r.list(say.existing(existing) for existing in one.does) or r.gap("does_none")
    missing = r.list(say.missing_at_home(one))
    for name, told in (("does", does), ("missing_home", missing)):
        yield Explained((Para(r.gap(name), "bold"), Para(sure(told), indent=2)), one.direction)
    parts = {
        "homework": [say.statement(text, item) for text in item.homework if text.text in one.homework],
        "ask_state": [say.statement(text, item) for text in item.ask_state if text.text in one.ask_state],
        "scheme": [scheme_line(say, scheme) for scheme in one.schemes],
    }
    for name, lines in parts.items():
        if lines:
            told_ = (para for line in lines for para in r.told(line, 2))
            yield Explained((Para(say.word(name), "bold"), *told_), one.direction)
