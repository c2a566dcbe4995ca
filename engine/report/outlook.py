"""The part of a report between verdict and advice: how sure it is, what would change it, what to find out next."""

from collections.abc import Iterator
from dataclasses import replace

from engine.assess import engine_for
from engine.model.analysis import Analysis
from engine.report.blocks import Block, Heading
from engine.report.counterfactual import counterfactual_blocks
from engine.report.phrases import Phrases
from engine.report.robustness import matters_part, next_part, sure_part

_MOST_CHANGES = 3
"""Sets of changes told of each target; ``shuseki whatif`` tells them all."""


def outlook_parts(say: Phrases, analysis: Analysis) -> Iterator[Block]:
    """Robustness, the unknowns that matter, counterfactuals, the next question: reports of their own, a level lower."""
    yield Heading(2, say.word("outlook_part"))
    for block in _parts(say, analysis):
        yield replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def _parts(say: Phrases, analysis: Analysis) -> Iterator[Block]:
    yield from sure_part(say, analysis.robustness)
    yield from matters_part(say, analysis.robustness)
    yield from counterfactual_blocks(say, engine_for(say.book), analysis.changes, most=_MOST_CHANGES)
    yield from next_part(say, analysis.next_question, analysis.robustness)
