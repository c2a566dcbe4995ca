"""An annex of a report: the draft of a logic model for each recommended measure, with draft indicators."""

from collections.abc import Iterator

from engine.model.appendix import LogicModel, OutcomeIndicator, OutcomeStage
from engine.model.assessment import Assessment
from engine.model.text import LocalizedText
from engine.report.blocks import Block, Line, Note, Paragraph, Table
from engine.report.page_words import word
from engine.report.phrases import Phrases, ours

STAGES = ("inputs", "activities", "outputs", "short_term", "mid_long_term")
"""The stages of a logic model in their order, by the names of its fields."""
MEASURED = {
    "outputs": OutcomeStage.OUTPUT,
    "short_term": OutcomeStage.SHORT_TERM,
    "mid_long_term": OutcomeStage.MID_LONG_TERM,
}


TO_FILL = ("present_value", "target_value", "target_year")
"""What people write in beside an indicator, by the names of its words."""
_AHEAD = ("first", "next")
"""The orders of beginning whose measures are told in a document; the workbook has all."""


def logic_models(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """That these are drafts, then two tables for each measure to begin with, in the order of the road map."""
    drafts = say.book.logic_models
    found = [one for one in assessment.recommendations if one.measure in drafts]
    measures = list(dict.fromkeys(one.measure for one in found if one.priority in _AHEAD))
    if found:
        yield Note(Line(word("logic_draft", say.lang), ours(say.book.measures[one.measure] for one in found)))
    if rest := len({one.measure for one in found} - set(measures)):
        yield Paragraph(Line(word("logic_rest", say.lang, count=rest)))
    for measure in measures:
        item = say.book.measures[measure]
        title = f"{say.say(item.title)}{say.bracket(item.type)}"
        yield _contents(say, title, drafts[measure])
        yield _indicators(say, title, drafts[measure])


def _contents(say: Phrases, title: str, model: LogicModel) -> Table:
    """What goes in, is done, and is to come of it."""
    rows = tuple((word(stage, say.lang), _joined(say, getattr(model, stage))) for stage in STAGES)
    header = tuple(word(name, say.lang) for name in ("stage", "content"))
    return Table(header, rows, word("logic_of", say.lang, title=title), (0.24, 0.76))


def _joined(say: Phrases, texts: tuple[LocalizedText, ...]) -> str:
    return (" / " if say.lang == "ja" else "; ").join(say.say(one) for one in texts)


def _indicators(say: Phrases, title: str, model: LogicModel) -> Table:
    """The indicators, with room for people to write in where it stands and what is aimed at by when."""
    names = ("stage", "indicator", *TO_FILL)
    rows = tuple(
        (word(stage, say.lang), _indicator(say, one), *("" for _ in TO_FILL))
        for stage, measured in MEASURED.items()
        for one in model.indicators_of(measured)
    )
    header = tuple(word(name, say.lang) for name in names)
    return Table(header, rows, word("indicators_of", say.lang, title=title), (0.24, 0.4, 0.12, 0.12, 0.12))


def _indicator(say: Phrases, one: OutcomeIndicator) -> str:
    parts = {name: say.say(getattr(one, name)) for name in ("name", "unit", "source")}
    return word("unit_source", say.lang, **parts)
