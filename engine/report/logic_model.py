"""An annex of a report: the draft of a logic model for each recommended measure, with draft indicators."""

from collections.abc import Iterator

from engine.model.appendix import LogicModel, OutcomeIndicator, OutcomeStage
from engine.model.assessment import Assessment
from engine.model.text import LocalizedText
from engine.report.blocks import Block, Line, Note, Table
from engine.report.page_words import word
from engine.report.phrases import Phrases, ours

STAGES = ("inputs", "activities", "outputs", "short_term", "mid_long_term")
"""The stages of a logic model in their order, by the names of its fields."""
MEASURED = {
    "outputs": OutcomeStage.OUTPUT,
    "short_term": OutcomeStage.SHORT_TERM,
    "mid_long_term": OutcomeStage.MID_LONG_TERM,
}


def logic_models(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """That it is a draft, then a table for each measure that has a model, in the order of the road map."""
    drafts = say.book.logic_models
    measures = list(dict.fromkeys(one.measure for one in assessment.recommendations if one.measure in drafts))
    if measures:
        yield Note(Line(word("logic_draft", say.lang), ours(say.book.measures[one] for one in measures)))
    for measure in measures:
        item = say.book.measures[measure]
        yield _table(say, f"{say.say(item.title)}{say.bracket(item.type)}", drafts[measure])


def _table(say: Phrases, caption: str, model: LogicModel) -> Table:
    header = tuple(word(name, say.lang) for name in ("stage", "content", "indicator"))
    return Table(header, tuple(_row(say, stage, model) for stage in STAGES), caption, (0.16, 0.46, 0.38))


def _row(say: Phrases, stage: str, model: LogicModel) -> tuple[str, str, str]:
    texts: tuple[LocalizedText, ...] = getattr(model, stage)
    measured = model.indicators_of(MEASURED[stage]) if stage in MEASURED else ()
    join = " / " if say.lang == "ja" else "; "
    content = join.join(say.say(one) for one in texts)
    return word(stage, say.lang), content, join.join(_indicator(say, one) for one in measured)


def _indicator(say: Phrases, one: OutcomeIndicator) -> str:
    parts = {name: say.say(getattr(one, name)) for name in ("name", "unit", "source")}
    return word("unit_source", say.lang, **parts)
