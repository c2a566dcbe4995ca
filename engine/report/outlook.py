"""The part of a report between verdict and advice: how sure it is, what would change it, what to find out next."""

from collections.abc import Iterator

from engine.assess import engine_for
from engine.model.analysis import Analysis
from engine.report.blocks import Block
from engine.report.counterfactual import counterfactual_blocks
from engine.report.phrases import Phrases
from engine.report.robustness import matters_part, next_part, sure_part

_MOST_CHANGES = 3
"""Sets of changes told of each target; ``shuseki whatif`` tells them all."""


def outlook_parts(say: Phrases, analysis: Analysis) -> Iterator[Block]:
    """Robustness, the unknowns that matter, counterfactuals, the next question."""
    yield from sure_part(say, analysis.robustness)
    yield from matters_part(say, analysis.robustness)
    yield from counterfactual_blocks(say, engine_for(say.book), analysis.changes, most=_MOST_CHANGES)
    yield from next_part(say, analysis.next_question, analysis.robustness)
