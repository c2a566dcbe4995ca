"""The lines of the nearest cases: what is alike, what differs, and their story with years and figures."""

from collections.abc import Iterable, Iterator, Sequence

from engine.assess.amounts import amount
from engine.model.assessment import Assessment, NearCase
from engine.model.knowledge import Dated, Figure
from engine.model.text import LocalizedText
from engine.report import case_told
from engine.report.blocks import Line
from engine.report.home import of_own_place
from engine.report.phrases import source
from engine.report.text import sure
from tui.reporting import places
from tui.widgets import charts
from tui.widgets.explaining import Explained
from tui.widgets.prose import Para
from tui.widgets.result_lines import MUTED, Wording

_YEAR = 6


def cases(a: Assessment, r: Wording) -> list[Explained]:
    """The nearest cases, the nearest first; a case about this very place comes last and says so."""
    there = places(r.phrases.consultation.cluster)
    own = [one for one in a.cases if of_own_place(r.book.cases[one.case], there)]
    found = [line for one in a.cases if one not in own for line in _case(one, r)]
    found += [line for one in own for line in _case(one, r, own=True)]
    return found or [Explained((Para(r.say("result.no_cases")),), "type")]


def _case(one: NearCase, r: Wording, *, own: bool = False) -> Iterator[Explained]:
    item = r.book.cases[one.case]
    about = r.list([item.place.get(r.lang), item.field.get(r.lang), *([item.type] if item.type else [])])
    summary = Line(item.summary.get(r.lang), source(item.basis, item.citations))
    title = " ".join(item.title.get(r.lang).split())
    head = r.phrases.pair(r.phrases.word("own_case"), title) if own else title
    yield Explained((Para(about, "bold"), Para(r.line(summary))), one.case, head)
    for name, texts in (("alike", one.alike), ("differs", one.differs)):
        yield Explained((Para(r.phrases.word(name), "bold"), *_texts(texts, r)), one.case)
    story = [para for event in in_time(item.events) for para in _event(event, r)]
    factors = [para for text in item.success_factors for para in r.told(r.phrases.statement(text), 2)]
    figures = [para for figure in case_told.results(item) for para in _figure(figure, r)]
    differing = [para for line in case_told.differing(r.phrases, item) for para in r.told(line, 2)]
    for name, paras in (("story", story), ("success", factors), ("figures", figures)):
        if paras:
            yield Explained((Para(r.say(f"result.{name}"), "bold"), *paras), one.case)
    if differing:
        yield Explained((Para(r.phrases.word("differing"), "bold"), *differing), one.case)


def _texts(texts: Iterable[LocalizedText], r: Wording) -> Iterable[Para]:
    told = [Para(sure(text.get(r.lang)), "", 2, "- ") for text in texts]
    return told or [Para(r.say("result.none_found"), MUTED, 2)]


def in_time(events: Sequence[Dated]) -> list[Dated]:
    """Events in order of time; one without a year stays behind the one it is told after."""
    years, last = [], 0
    for event in events:
        last = event.year or last
        years.append(last)
    return [event for _, event in sorted(zip(years, events, strict=True), key=lambda pair: pair[0])]


def _event(event: Dated, r: Wording) -> Iterator[Para]:
    year = str(event.year) if event.year else ""
    yield Para(r.line(r.phrases.statement(event)), "", 2, f"{year:<{_YEAR}}")


def _figure(figure: Figure, r: Wording) -> Iterator[Para]:
    """A result in words; below, where there is a figure for each of several years, these as bars."""
    span = "-".join(str(year) for year in dict.fromkeys((*figure.years[:1], *figure.years[-1:])))
    yield Para(r.line(r.phrases.statement(figure)), "", 2, f"{span:<{11}}")
    values = [amount(value, figure.unit, r.lang) for value in figure.values]
    if len(figure.values) == len(figure.years) > 1 and min(figure.values) > 0:
        most = max(figure.values)
        for year, value, told in zip(figure.years, figure.values, values, strict=True):
            drawn = charts.bar(value / most, plain=r.plain, cells=20)
            yield Para(told, "", 13, f"{year} " + drawn + " ")
    elif values:
        yield Para(r.phrases.pair(r.say("result.values"), r.list(values)), MUTED, 13)
