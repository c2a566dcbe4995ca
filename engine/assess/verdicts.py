"""The verdicts on type and phase as they are shown: with support, reasons, what is possible, what would settle it."""

from collections.abc import Iterable

from engine.assess import words
from engine.assess.engine import Engine
from engine.assess.reasons import because
from engine.inference.evaluate import TYPE_CODES, Outcome, shown_types
from engine.inference.possible import Completions, possible_phases
from engine.inference.verdict import TYPES, VIEWPOINTS, PhaseDecision, Truth
from engine.model.assessment import (
    Evidence,
    FactorStatus,
    Firing,
    PhaseVerdict,
    SettledBy,
    Status,
    Support,
    TypeVerdict,
    ViewpointId,
    ViewpointSupport,
)
from engine.model.knowledge import Phase, TypeCode, TypeOrParent
from engine.model.rules import FactDeclaration
from engine.model.text import LocalizedText


def type_verdict(engine: Engine, outcome: Outcome, completions: Completions) -> TypeVerdict:
    """The verdict on type with everything that explains it."""
    decision, possible = outcome.type, completions.labels()
    settled = len(possible) == 1
    support = tuple(_support(outcome, t) for t in TYPES)
    named = {*decision.types, *_parents(decision.types)}
    reasons = [r for s in support if s.type in named for v in s.viewpoints for r in v.for_]
    return TypeVerdict.model_construct(
        kind=decision.kind,
        types=decision.types,
        leading=decision.label,
        possible=possible,
        settled=settled,
        margin=decision.margin,
        support=support,
        settled_by=() if settled else tuple(_settling(engine, completions.settling())),
        because=tuple(reasons) or because(engine.book, _scope_firings(outcome)),
    )


def _parents(types: Iterable[TypeOrParent]) -> set[TypeOrParent]:
    return {"A" for t in types if t.startswith("A")}


def _scope_firings(outcome: Outcome) -> list[Firing]:
    return [f for f in outcome.trace if f.holds and f.concludes.startswith("scope:")]


def _settling(engine: Engine, questions: Iterable[str]) -> Iterable[SettledBy]:
    asked = set(questions)
    for question in engine.book.ordered_questions:
        if question.id in asked:
            yield SettledBy.model_construct(question=question.id, text=question.text)


def _support(outcome: Outcome, type_: TypeOrParent) -> Support:
    by_viewpoint = tuple(_viewpoint(outcome, type_, v) for v in VIEWPOINTS)
    return Support.model_construct(type=type_, total=sum(v.points for v in by_viewpoint), viewpoints=by_viewpoint)


def _viewpoint(outcome: Outcome, type_: TypeOrParent, viewpoint: ViewpointId) -> ViewpointSupport:
    book = outcome.network.book

    def pulled(pull: str) -> list[Firing]:
        prefix = f"evidence:{type_}:{viewpoint}:{pull}:"
        found = [f for f in outcome.trace if f.holds and f.concludes.startswith(prefix)]
        return sorted(found, key=lambda f: f.concludes, reverse=True)

    return ViewpointSupport.model_construct(
        viewpoint=viewpoint,
        points=outcome.points[type_][viewpoint],
        for_=because(book, pulled("for")),
        against=because(book, pulled("against")),
    )


def phase_verdicts(engine: Engine, outcome: Outcome, completions: Completions) -> tuple[PhaseVerdict, ...]:
    """The verdict on phase for each of the three types, in the order of the study."""
    return tuple(_phase_verdict(engine, outcome, completions, t) for t in TYPE_CODES)


def shown(board: tuple[PhaseVerdict, ...], outcome: Outcome) -> tuple[PhaseVerdict, ...]:
    """The phases of the types in the verdict, the leading type first."""
    by_type = {p.type: p for p in board}
    return tuple(by_type[t] for t in shown_types(outcome.type))


def _phase_verdict(engine: Engine, outcome: Outcome, completions: Completions, type_: TypeCode) -> PhaseVerdict:
    decision = outcome.phases[type_]
    phases = sorted((p for p in engine.book.phases.values() if p.type == type_), key=lambda p: p.order)
    statuses: dict[int, frozenset[Status]] = {p.order: completions.statuses(p.id) for p in phases}
    possible = possible_phases(statuses)
    return PhaseVerdict.model_construct(
        type=type_,
        low=decision.low,
        high=decision.high,
        possible=possible,
        settled=len(possible) == 1,
        established=decision.established,
        ahead=decision.ahead,
        complete=decision.complete,
        factors=tuple(_factor(engine, outcome, p, tuple(sorted(statuses[p.order]))) for p in phases),
        next=next_step(decision, {p.order: p for p in phases}),
    )


def _factor(engine: Engine, outcome: Outcome, phase: Phase, possible: tuple[Status, ...]) -> FactorStatus:
    (file,) = (f for f in engine.book.rule_files if f.stage == "phase" and f.id == phase.id)
    return FactorStatus.model_construct(
        phase=phase.id,
        order=phase.order,
        status=outcome.statuses[phase.id],
        possible=possible,
        evidence=tuple(_evidence(engine, outcome, phase.id, name, fact) for name, fact in file.facts.items()),
    )


def _evidence(engine: Engine, outcome: Outcome, phase: str, name: str, fact: FactDeclaration) -> Evidence:
    key = f"{fact.role}:{phase}:{name}"
    truth: Truth = outcome.conclusions.truth(key)
    asked = engine.reading.of_conclusion(key) if truth is None and key in outcome.network.rules_for else {}
    return Evidence.model_construct(
        fact=name,
        name=fact.name,
        role=fact.role,
        status="unknown" if truth is None else "yes" if truth else "no",
        because=() if truth is None else because(engine.book, outcome.reasons(key, holds=truth)),
        questions=tuple(sorted(q for q in asked if q not in outcome.stated)),
    )


def next_step(decision: PhaseDecision, phases: dict[int, Phase]) -> LocalizedText:
    """What comes next for a type, in one sentence."""
    if decision.complete:
        return words.text(
            "三つのフェーズの要因がそろっています。産業の新陳代謝を含め、次の循環を検討する段階です。",
            "The factors of all three phases are met: time to consider the next cycle, renewal included.",
        )
    low, high = phases[decision.low], phases[decision.high]
    if decision.low == decision.high:
        gap = words.GAP if decision.ahead else words.text("", "")
        return words.text(
            f"「{low.title.ja}」の要因（{low.key_factor_title.ja}）を満たすことが次の課題です。{gap.ja}",
            f"Next: meet the key factor of '{low.title.en}' ({low.key_factor_title.en}). {gap.en}".rstrip(),
        )
    return words.text(
        f"「{low.title.ja}」から「{high.title.ja}」のどこにいるかを、不明な点の確認で絞り込みます。",
        f"Find out what is unknown to tell where work stands between '{low.title.en}' and '{high.title.en}'.",
    )
