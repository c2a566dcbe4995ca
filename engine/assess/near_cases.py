"""The cases of the study nearest to this cluster: what is alike and what differs, rule by rule.

A case's answers are its answer file; each rule on type, phase and renewal that both answer sets decide is compared.
The score counts agreements less disagreements, so that a case about which more is told is not near by that alone.
"""

from collections.abc import Mapping

from engine.assess import words
from engine.assess.engine import Engine
from engine.inference.decided import compared_rules, decided
from engine.inference.evaluate import Outcome
from engine.model.assessment import NearCase
from engine.model.knowledge import Case
from engine.model.text import LocalizedText

MOST = 5
MOST_REASONS = 4
SAME_TYPE = 3
"""A case of the same type counts as much as three agreeing rules: the study compares within types."""


def near_cases(engine: Engine, outcome: Outcome) -> tuple[NearCase, ...]:
    """The nearest cases, the nearest first; none where nothing is alike."""
    rules = compared_rules(engine.book)
    here = decided(engine.network, rules, outcome.facts)
    found = [
        _compare(engine, outcome, engine.book.cases[name], here, there)
        for name, there in engine.examples_decided.items()
        if name in engine.book.cases
    ]
    ordered = sorted(found, key=lambda near: (-near.score, near.case))
    return tuple(near for near in ordered if near.score > 0)[:MOST]


def _compare(
    engine: Engine, outcome: Outcome, case: Case, here: Mapping[str, bool], there: Mapping[str, bool]
) -> NearCase:
    alike = _texts(engine, [r for r, holds in here.items() if holds and there.get(r) is True])
    differs = _texts(engine, [r for r, holds in here.items() if r in there and there[r] is not holds])
    same_type = case.type is not None and case.type in outcome.type.types
    if same_type:
        alike.insert(0, words.text(f"型が同じ（{case.type}）", f"the same type ({case.type})"))
    return NearCase.model_construct(
        case=case.id,
        score=(SAME_TYPE - 1 if same_type else 0) + len(alike) - len(differs),
        alike=tuple(alike[:MOST_REASONS]),
        differs=tuple(differs[:MOST_REASONS]),
    )


def _texts(engine: Engine, rules: list[str]) -> list[LocalizedText]:
    """The rules in words, one for each set of conditions: rules on the same condition say the same thing twice."""
    by_condition = {repr(engine.book.rule[r].when): engine.book.rule[r].reads for r in rules}
    return list(by_condition.values())
