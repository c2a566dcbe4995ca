"""Checks pairs of rules: said twice, said already by a stronger rule, or saying different things of one."""

from collections.abc import Iterator
from itertools import combinations, permutations

from engine.book.ground import Found
from engine.book.problems import both
from engine.soundness.slots import Place, place
from engine.soundness.survey import Placed, Survey, too_many


def repeated_rules(survey: Survey) -> Iterator[Found]:
    """No rule follows from another: where it fires, the other gives the same conclusion or one that outranks it."""
    for group in _groups(survey):
        told: set[str] = set()
        for one, other in permutations(group, 2):
            if {one.rule.id, other.rule.id} <= survey.possible_rules and one.rule.id not in told:
                for found in _subsumed(survey, one, other):
                    told |= {one.rule.id, other.rule.id} if found.code == "redundant_rule" else {one.rule.id}
                    yield found


def _groups(survey: Survey) -> list[list[Placed]]:
    """Rules whose conclusions count in one place; where rules are equal the later one is told, so it comes first."""
    groups: dict[str, list[Placed]] = {}
    for placed in reversed(survey.placed):
        groups.setdefault(place(placed.rule.then).slot, []).append(placed)
    return list(groups.values())


def _subsumed(survey: Survey, one: Placed, other: Placed) -> Iterator[Found]:
    mine, theirs = place(one.rule.then), place(other.rule.then)
    if not _covers(theirs, mine):
        return
    cases = survey.cases([one.rule.when, other.rule.when], as_asked=one.as_asked)
    if cases is None:
        yield from too_many(one.name, ("rules", one.n, "when"))
        return
    here, there = cases.holds(one.rule.when), cases.holds(other.rule.when)
    if here & ~there:
        return
    if here == there and theirs == mine:
        yield _found(
            "redundant_rule",
            one,
            f"規則 {other.rule.id} と同じ条件・同じ結論です。",
            f"It has the condition and the conclusion of rule {other.rule.id}.",
        )
    else:
        yield _found(
            "subsumed_rule",
            one,
            f"この条件が成り立つときは、必ず規則 {other.rule.id} が同じか優先する結論を出します。",
            f"Wherever its condition holds, rule {other.rule.id} gives the same conclusion or one that goes before it.",
        )


def _covers(theirs: Place, mine: Place) -> bool:
    if theirs.rank is None or mine.rank is None:
        return theirs == mine
    return theirs.rank >= mine.rank


def _found(code: str, placed: Placed, ja: str, en: str) -> Found:
    return Found(
        code=code,
        file=placed.name,
        path=("rules", placed.n),
        what=both(ja, en),
        why=both("この規則は結果を変えません。", "The rule changes nothing."),
        remedy=both("消すか、条件または結論を直してください。", "Remove it, or correct its condition or conclusion."),
    )


def conflicting_rules(survey: Survey) -> Iterator[Found]:
    """Two values of what has one value never come together, unless an order says which of them counts."""
    for group in _groups(survey):
        for one, other in combinations(group, 2):
            mine, theirs = place(one.rule.then), place(other.rule.then)
            if mine.value != theirs.value and (mine.rank is None or theirs.rank is None):
                yield from _conflict(survey, one, other)


def _conflict(survey: Survey, one: Placed, other: Placed) -> Iterator[Found]:
    cases = survey.cases([one.rule.when, other.rule.when], as_asked=one.as_asked)
    if cases is None:
        yield from too_many(one.name, ("rules", one.n, "when"))
    elif cases.holds(one.rule.when) & cases.holds(other.rule.when):
        yield Found(
            code="conflicting_rules",
            file=one.name,
            path=("rules", one.n, "then"),
            what=both(
                f"規則 {other.rule.id} と同時に成り立ち、異なる結論を出すことがあります。",
                f"It can fire together with rule {other.rule.id} and conclude something else.",
            ),
            why=both("この結論は一つの値しか取れません。", "The conclusion has one value at a time."),
            remedy=both(
                "同時に成り立たないように条件を分けてください。", "Part the conditions so that one excludes the other."
            ),
        )
