"""All that a report tells beyond the assessment, from one set of scenarios."""

from collections.abc import Mapping

from engine.analysis.counterfactual import counterfactuals
from engine.analysis.next_question import Guide
from engine.analysis.outlook import Outlook
from engine.analysis.robustness import robustness
from engine.assess.engine import Engine
from engine.model.analysis import Analysis
from engine.model.answers import Answer
from engine.model.assessment import Assessment


def analysed(engine: Engine, answers: Mapping[str, Answer], assessment: Assessment) -> Analysis:
    """How sure the assessment of these answers is, what would change it, and what to find out next."""
    outlook = Outlook(engine, answers)
    return Analysis.model_construct(
        robustness=robustness(engine, answers, assessment, outlook=outlook),
        changes=counterfactuals(engine, answers),
        next_question=Guide(engine, answers, outlook).next("quick"),
    )
