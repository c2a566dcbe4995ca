"""Why this type and not another: the points by viewpoint, the two steps, and the rules for and against each type."""

from collections.abc import Iterator

from engine.analysis.explanation.grounds import Grounds
from engine.analysis.explanation.nodes import group, node, note, told
from engine.analysis.explanation.reasoning import brief, given, ranked, rule_node, rules_for
from engine.analysis.explanation.type_figures import (
    STEPS,
    Pair,
    contest,
    step_words,
    tally,
    verdict_words,
    viewpoint_words,
)
from engine.assess.words import join, named, text
from engine.inference.verdict import TYPES, VIEWPOINTS
from engine.model.assessment import ViewpointId
from engine.model.explanation import Explanation, Standing
from engine.model.knowledge import TypeOrParent
from engine.model.rules import Rule
from engine.model.text import Basis, LocalizedText

_PULL = {
    "for": text("支持{}点", "for, weight {}"),
    "against": text("不支持{}点", "against, weight {}"),
}
_NEVER = text(
    "残る回答がどうであっても、この型にはならない。", "Whatever the open answers turn out to be, this type is excluded."
)
_LABEL = {
    "undetermined": text("どの型とも定まらない", "undetermined"),
    "out_of_scope": text("対象外", "out of scope"),
}


def type_verdict(grounds: Grounds) -> Explanation:
    """The verdict on type: how the points came, the two steps, and why each other type is not named."""
    assessment = grounds.assessment
    return node(
        "conclusion",
        assessment.first_line,
        _verdict_standing(grounds),
        (*scope_rules(grounds, only_held=True), *_steps(grounds), *_others(grounds), *open_labels(grounds)),
        about="type",
    )


def _verdict_standing(grounds: Grounds) -> Standing:
    if grounds.outcome.type.types:
        return "holds"
    return "fails" if grounds.assessment.type.settled else "open"


def scope_rules(grounds: Grounds, *, only_held: bool) -> tuple[Explanation, ...]:
    """The rules that put a cluster outside the study."""
    rules = [r for r in grounds.book.rules if r.then.scope and (not only_held or grounds.holds(r))]
    return ranked(grounds, rules)


def _steps(grounds: Grounds) -> Iterator[Explanation]:
    """The steps of the decision that were taken, with the points of both types."""
    if grounds.outcome.type.kind == "out_of_scope":
        return
    for number, pair in enumerate(STEPS, 1):
        found = contest(grounds, pair)
        if number == 1 or "A" in contest(grounds, STEPS[0]).named:
            below = (_support(grounds, t, full=t in found.named) for t in pair)
            yield note(step_words(found, number), (*below, *_hybrid(grounds, pair)))
    yield _limits(grounds)


def _hybrid(grounds: Grounds, pair: Pair) -> tuple[Explanation, ...]:
    rules = rules_for(grounds, "hybrid:both_origins") if pair == STEPS[0] else ()
    return tuple(rule for rule in rules if rule.standing == "holds")


def _limits(grounds: Grounds) -> Explanation:
    """The thresholds of the decision, each with its reason."""
    limits = grounds.book.thresholds
    names = ("type_support", "margin", "hybrid_viewpoints")
    return note(
        text(
            f"判定のしきい値：名を挙げる{limits.type_support}点、差{limits.margin}点、複合{limits.hybrid_viewpoints}視点"
            "（一つの視点の点数は、最も強い支持から最も強い不支持を引いた値で、足し合わせない）",
            f"Thresholds: {limits.type_support} points to be named, a lead of {limits.margin}, "
            f"{limits.hybrid_viewpoints} viewpoints for a hybrid (within a viewpoint nothing is added up: strongest "
            "support less strongest objection)",
        ),
        (told(limits.reasons[name]) for name in names),
        basis=Basis.JUDGEMENT,
    )


def _support(grounds: Grounds, type_: TypeOrParent, *, full: bool) -> Explanation:
    """The points of a type with the rules that hold for and against it; ``full``: with their reasons and passages."""
    held = (_viewpoint(grounds, type_, v, only_held=True) for v in VIEWPOINTS)
    views = (v if full else v.model_copy(update={"children": tuple(map(brief, v.children))}) for v in held)
    return note(tally(grounds, type_), (view for view in views if view.children))


def _viewpoint(grounds: Grounds, type_: TypeOrParent, viewpoint: ViewpointId, *, only_held: bool) -> Explanation:
    """The points of one viewpoint with its rules."""
    rules = [
        rule
        for rule in grounds.book.rules
        if (e := rule.then.evidence) is not None and (e.type, e.viewpoint) == (type_, viewpoint)
    ]
    chosen = [rule for rule in rules if grounds.holds(rule)] if only_held else rules
    below = sorted((_evidence(grounds, rule) for rule in chosen), key=_rank)
    cited = grounds.book.viewpoints[viewpoint].citations
    return note(viewpoint_words(grounds, type_, viewpoint), below, basis=Basis.JUDGEMENT, citations=cited)


def _rank(evidence: Explanation) -> int:
    return ("holds", "open", "fails").index(evidence.standing or "open")


def _evidence(grounds: Grounds, rule: Rule) -> Explanation:
    """A rule on a type, with its pull and weight before its words."""
    evidence = rule.then.evidence
    assert evidence is not None
    pull = _PULL[evidence.pull]
    weight = text(pull.ja.format(evidence.weight), pull.en.format(evidence.weight))
    words = text(f"［{weight.ja}］{rule.reads.ja}", f"[{weight.en}] {rule.reads.en}")
    return rule_node(grounds, rule).model_copy(update={"statement": words})


def _others(grounds: Grounds) -> tuple[Explanation, ...]:
    """Why each type that is not in the verdict is not."""
    outcome, shown = grounds.outcome.type, set(grounds.outcome.type.types)
    if outcome.kind in ("undetermined", "out_of_scope"):
        return ()
    parents = {"A"} if any(t.startswith("A") for t in shown) else set()
    left = [t for t in TYPES if t not in shown | parents]
    below = [_why_not(grounds, t) for t in left if not (t == "A" and {"A-1", "A-2"} & set(left))]
    return group(text("ほかの型を挙げない理由", "Why not the other types"), below)


def _why_not(grounds: Grounds, type_: TypeOrParent) -> Explanation:
    """In figures, with what speaks against it and, while it can still come, what could speak for it."""
    name, why, standing = _name(grounds, type_), verdict_words(grounds, type_), standing_of(grounds, type_)
    rules = [
        brief(_evidence(grounds, rule))
        for rule in grounds.book.rules
        if (e := rule.then.evidence)
        and _bears(grounds, e.type, type_)
        and (grounds.holds(rule) if e.pull == "against" else standing == "open" and grounds.holds(rule) is None)
    ]
    below = (note(tally(grounds, type_)), *_beyond_reach(standing), *sorted(rules, key=_rank))
    return node("conclusion", text(f"{name.ja}：{why.ja}", f"{name.en}: {why.en}"), standing, below, about=type_)


def _beyond_reach(standing: Standing) -> tuple[Explanation, ...]:
    """That nothing left unanswered could bring a type about."""
    return (note(_NEVER),) if standing == "fails" else ()


def _bears(grounds: Grounds, evidence: str, type_: TypeOrParent) -> bool:
    """Evidence on the type itself; where step 1 does not name A, that on A bears on its members as well."""
    parent = evidence == "A" and type_ in STEPS[1] and "A" not in contest(grounds, STEPS[0]).named
    return evidence == type_ or parent


def open_labels(grounds: Grounds) -> tuple[Explanation, ...]:
    """What the verdict could still become, with the questions that tell."""
    verdict = grounds.assessment.type
    if verdict.settled:
        return ()
    labels = join(_label(one) for one in verdict.possible)
    ask = [_asked(grounds, one.question) for one in verdict.settled_by]
    words = text(f"残る回答しだいでありうる判定：{labels.ja}", f"Still possible, as open answers turn out: {labels.en}")
    return (node("conclusion", words, "open", ask, about="type"),)


def _asked(grounds: Grounds, question: str) -> Explanation:
    """A question that would tell, by its text."""
    state = given(grounds, question)
    asked = grounds.book.questions[question].text
    words = text(f"{asked.ja} {state.statement.ja}", f"{asked.en} {state.statement.en}")
    return state.model_copy(update={"statement": words})


def _label(label: str) -> LocalizedText:
    return _LABEL.get(label) or text(label, label)


def _name(grounds: Grounds, type_: TypeOrParent) -> LocalizedText:
    return named(type_, grounds.book.types[type_].title)


def standing_of(grounds: Grounds, type_: TypeOrParent) -> Standing:
    """Whether a type is in the verdict, can still come into it, or cannot."""
    if _within(type_, grounds.outcome.type.label):
        return "holds"
    return "open" if any(_within(type_, label) for label in grounds.assessment.type.possible) else "fails"


def _within(type_: TypeOrParent, label: str) -> bool:
    """A is in a verdict that names A-1 or A-2; these are not in one that only names A."""
    return any(one == type_ or (type_ == "A" and one in STEPS[1]) for one in label.split("+"))


def one_type(grounds: Grounds, type_: TypeOrParent) -> Explanation:
    """Why a type is named, or why not: in figures, then every rule for and against it."""
    name = _name(grounds, type_)
    standing = standing_of(grounds, type_)
    ja, en = {
        "holds": ("{}と判定する", "The verdict names {}"),
        "fails": ("{}とは判定しない", "The verdict does not name {}"),
        "open": ("{}と判定するかはまだ決まらない", "Whether the verdict names {} is open"),
    }[standing]
    below = [
        note(verdict_words(grounds, type_)),
        *_beyond_reach(standing),
        *scope_rules(grounds, only_held=True),
        *_every_rule(grounds, type_),
        *_way_there(grounds, type_),
        *(open_labels(grounds) if standing != "fails" or not grounds.outcome.type.types else ()),
    ]
    return node("conclusion", text(ja.format(name.ja), en.format(name.en)), standing, below, about=type_)


def _every_rule(grounds: Grounds, type_: TypeOrParent) -> tuple[Explanation, ...]:
    """All rules for and against a type, however they stand; of a viewpoint without any only that it gives no points."""
    return tuple(_viewpoint(grounds, type_, v, only_held=False) for v in VIEWPOINTS)


def _way_there(grounds: Grounds, type_: TypeOrParent) -> Iterator[Explanation]:
    """The steps a type goes through, with the points of its parent and of its rivals."""
    if grounds.outcome.type.kind == "out_of_scope":
        return
    for number, pair in enumerate(STEPS, 1):
        if type_ in pair or (number == 1 and type_ in STEPS[1]):
            rivals = (_support(grounds, t, full=False) for t in pair if t != type_)
            yield note(step_words(contest(grounds, pair), number), rivals)
    yield _limits(grounds)
