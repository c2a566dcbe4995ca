"""The rules of the gap check do what their sentences say, in both evaluators, and every condition of them bites."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from engine.inference.bits import satisfied
from engine.model.rules import All
from engine.policy.gaps.judging import Judge, judge_with
from engine.soundness.verify import GAP_CHECKS
from tests.helpers import shipped_book

ENTRIES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("rules.yaml").read_text(encoding="utf-8"))
EVALUATORS = (True, False)


@cache
def judge(durable: bool) -> Judge:
    if durable:
        pytest.importorskip("durable.engine")
    return judge_with(shipped_book(), use_durable=durable)


def fired(durable: bool, facts: dict[str, Any]) -> set[tuple[str, str]]:
    found = judge(durable).gaps(facts)
    return {(kind, because.rule) for kind, reasons in found.items() for because in reasons}


def test_every_rule_has_its_entry() -> None:
    assert {entry["rule"] for entry in ENTRIES} == set(shipped_book().gap_rule)


@pytest.mark.parametrize("durable", EVALUATORS)
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry["rule"]))
def test_a_rule_holds_as_its_sentence_says(entry: dict[str, Any], durable: bool) -> None:
    finding = (entry["gap"], entry["rule"])
    assert [facts for facts in entry["holds"] if finding not in fired(durable, facts)] == []
    assert [facts for facts in entry["fails"] if finding in fired(durable, facts)] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry["rule"]))
def test_every_condition_is_broken_alone_by_one_example(entry: dict[str, Any]) -> None:
    when = shipped_book().gap_rule[entry["rule"]].when
    assert isinstance(when, All)
    domains = judge(False).engine.network.domains
    broken = [
        [n for n, part in enumerate(when.all) if not satisfied(part, _floats(facts), domains, True)]
        for facts in entry["fails"]
    ]
    assert {parts[0] for parts in broken if len(parts) == 1} == set(range(len(when.all)))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry["rule"]))
def test_every_value_a_condition_allows_is_tried(entry: dict[str, Any]) -> None:
    when = shipped_book().gap_rule[entry["rule"]].when
    assert isinstance(when, All)
    for part in when.all:
        allowed = set(getattr(part, "values", ()))
        tried = {facts.get(getattr(part, "fact", "")) for facts in entry["holds"]}
        assert allowed <= tried, part


def _floats(facts: dict[str, Any]) -> dict[str, Any]:
    return {key: float(value) if isinstance(value, int) else value for key, value in facts.items()}


@st.composite
def facts_of_anything(draw: st.DrawFn) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for fact in shipped_book().gap_facts.values():
        if draw(st.booleans()):
            values = [option.id for option in fact.options]
            found[fact.id] = draw(st.sampled_from(values) if values else st.integers(0, 100))
    return found


@given(facts_of_anything())
def test_both_evaluators_agree(facts: dict[str, Any]) -> None:
    assert fired(True, facts) == fired(False, facts)


def test_the_rules_are_sound() -> None:
    from engine.book.gap_book import gap_book
    from engine.book.ground import Ground
    from engine.soundness.survey import Survey

    survey = Survey(Ground(gap_book(shipped_book())))
    assert [found for one in GAP_CHECKS for found in one(survey)] == []
