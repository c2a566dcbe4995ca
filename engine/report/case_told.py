"""What the study prints on a case: its results with figures and years, and where it contradicts itself."""

import re
from collections.abc import Iterator

from engine.assess.amounts import amount
from engine.model.knowledge import Case, Figure
from engine.model.text import Basis, Contradiction
from engine.report.blocks import Line
from engine.report.phrases import Phrases, source

_SPAN = 2
"""So many years are the ends of a time; more are points."""
_CHART = re.compile(r"図表\d+")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def results(case: Case) -> tuple[Figure, ...]:
    """The results that say something: a chart whose figures cannot be put to their years is none."""
    return tuple(figure for figure in case.results if _tells(figure))


def result(say: Phrases, figure: Figure, case: Case) -> Line:
    """A result in words, with its years; a chart by its first and last figure."""
    told = say.statement(figure, case)
    if _is_chart(figure):
        first, last = (_at(say, figure, place) for place in (0, -1))
        joined = f"{first}から{last}" if say.lang == "ja" else f"{first}, {last}"
        return Line(say.pair(told.text, joined), told.source)
    missing = figure.years and not any(str(year) in told.text for year in figure.years)
    return Line(told.text + (say.bracket(span(say, figure.years)) if missing else ""), told.source)


def span(say: Phrases, years: tuple[int, ...]) -> str:
    """The years a figure speaks of: a time by its ends, else each."""
    if len(years) == _SPAN:
        return "～".join(map(str, years)) + "年" if say.lang == "ja" else " to ".join(map(str, years))
    return say.list(f"{year}年" if say.lang == "ja" else str(year) for year in years)


def differing(say: Phrases, case: Case) -> tuple[Line, ...]:
    """Where the study contradicts itself on this case: both readings, for none is ours to choose."""
    return tuple(_readings(say, one) for one in case.contradictions)


def _readings(say: Phrases, one: Contradiction) -> Line:
    citations = [citation for reading in one.readings for citation in reading.citations]
    ours = any(citation.basis is Basis.JUDGEMENT for citation in citations)
    told = (" / " if say.lang == "en" else "／").join(say.say(reading.text) for reading in one.readings)
    return Line(say.pair(say.say(one.topic), told), source(Basis.JUDGEMENT if ours else Basis.STATED, citations))


def _is_chart(figure: Figure) -> bool:
    """Whether the figures stand in no words: several, none of which the text tells."""
    told = {float(number.replace(",", "")) for number in _NUMBER.findall(_CHART.sub("", figure.text.ja))}
    return len(figure.values) > 1 and not told.intersection(figure.values)


def _tells(figure: Figure) -> bool:
    return not _is_chart(figure) or len(figure.values) == len(figure.years)


def _at(say: Phrases, figure: Figure, place: int) -> str:
    year, value = figure.years[place], amount(figure.values[place], figure.unit, say.lang)
    return f"{year}年{value}" if say.lang == "ja" else f"{value} ({year})"


def story(say: Phrases, case: Case, most: int) -> Iterator[Line]:
    """How it went, in years: the first so many events, and how many more there are."""
    dated = [event for event in case.events if event.year is not None]
    for event in dated[:most]:
        told = say.statement(event, case)
        year = f"{event.year}年" if say.lang == "ja" else str(event.year)
        yield Line(told.text if str(event.year) in told.text else f"{year} {told.text}", told.source)
    if len(dated) > most:
        yield Line(say.word("more_figures", len(dated) - most))
