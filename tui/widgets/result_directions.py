"""The lines of the five national directions: how far each concerns this cluster, and what to do and to ask."""

from collections.abc import Iterator

from engine.model.assessment import Assessment, DirectionAdvice, Relevance, Status
from engine.model.knowledge import NationalDirection, NationalScheme
from engine.model.text import Basis
from engine.report import words
from engine.report.blocks import Line
from engine.report.phrases import source
from tui.widgets import charts
from tui.widgets.explaining import Explained
from tui.widgets.prose import Para
from tui.widgets.result_lines import MUTED, Wording

_AS_MARK: dict[Relevance, Status] = {"high": "met", "some": "partly", "none_seen": "not_met", "unknown": "unknown"}
"""How far a direction concerns the cluster, drawn as full, half, empty or unknown."""


def directions(a: Assessment, r: Wording) -> list[Explained]:
    """The five, in the study's order: hypotheses that address the state, and what they mean here."""
    return [
        *(_overview(one, r, n == 0) for n, one in enumerate(a.directions)),
        *(line for one in a.directions for line in _direction(one, r)),
    ]


def _overview(one: DirectionAdvice, r: Wording, first: bool) -> Explained:
    """One line a direction: how far it concerns this cluster."""
    item = r.book.national_directions[one.direction]
    lead = charts.mark(_AS_MARK[one.relevance], plain=r.plain) + " "
    text = f"{_name(item, r)}  [{words.RELEVANCE[one.relevance].get(r.lang)}]"
    above = (Para(r.phrases.word("directions_note"), MUTED),)
    head = r.say("result.directions")
    return Explained((Para(text, lead=lead),), one.direction, head if first else "", above if first else ())


def _name(item: NationalDirection, r: Wording) -> str:
    return f"{item.order} {item.title.get(r.lang)}"


def _direction(one: DirectionAdvice, r: Wording) -> Iterator[Explained]:
    """Why it does or does not concern this cluster, the homework, what to ask, and the schemes named."""
    item = r.book.national_directions[one.direction]
    head = f"{_name(item, r)}{r.phrases.bracket(r.phrases.word('hypothesis'))}"
    relevance = r.phrases.pair(r.say("result.relevance"), words.RELEVANCE[one.relevance].get(r.lang))
    why = (para for line in r.phrases.reasons(one.because, item) for para in r.told(line, 2, MUTED))
    yield Explained((Para(relevance, "bold"), *why), one.direction, head)
    parts = {
        "homework": [r.phrases.statement(text, item) for text in item.homework],
        "ask_state": [r.phrases.statement(text, item) for text in item.ask_state],
        "scheme": [_scheme(scheme, r) for scheme in item.schemes],
    }
    for name, lines in parts.items():
        if lines:
            told = (para for line in lines for para in r.told(line, 2))
            yield Explained((Para(r.phrases.word(name), "bold"), *told), one.direction)


def _scheme(scheme: NationalScheme, r: Wording) -> Line:
    """A scheme of the state, as of the time of the study."""
    year = f" {scheme.year}" if scheme.year and r.lang == "en" else ""
    name = scheme.name.get(r.lang) + year + r.phrases.bracket(r.phrases.word("as_of_scheme"))
    return Line(name, source(Basis.STATED, scheme.citations))
