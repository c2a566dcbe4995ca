"""Checks what conditions read: facts that are there, values that fit them, and nothing that its stage may not know."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from engine.book.ground import Found, Ground, Trail, item_file, rule_file
from engine.book.problems import both, did_you_mean, visible
from engine.model.book import COMPUTED_FACTS
from engine.model.rules import All, AnyOf, AtLeast, Condition, Finding, In, Is, Known, Not, Scalar, Stage, Unknown
from engine.model.text import LocalizedText

Leaf = Is | In | AtLeast | Known | Unknown | Finding
ORDER = tuple(Stage)
OF_ABSENCE = (Stage.CAUTIONS, Stage.CONTRADICTIONS)
"""Stages that may read that something is unknown: they say what to look at, and nothing is concluded from them."""
NEVER_OF_ABSENCE = (Stage.FINDINGS, Stage.TYPE, Stage.PHASE, Stage.MEASURES)
"""Stages where whether a question was answered must not change what follows."""


@dataclass(frozen=True)
class Use:
    """A place where a condition reads something: of a rule with its stage, or of a question without one."""

    file: str
    path: Trail
    leaf: Leaf
    stage: Stage | None

    def found(self, code: str, what: LocalizedText, remedy: LocalizedText, why: LocalizedText | None = None) -> Found:
        """Something wrong with the key of this leaf."""
        return Found(code, self.file, (*self.path, key_of(self.leaf)), what, remedy, why)


def leaves(condition: Condition, path: Trail) -> Iterator[tuple[Trail, Leaf]]:
    """The tests at the ends of a condition, each with its place in the file."""
    match condition:
        case All() | AnyOf():
            key, parts = ("all", condition.all) if isinstance(condition, All) else ("any", condition.any)
            for n, part in enumerate(parts):
                yield from leaves(part, (*path, key, n))
        case Not():
            yield from leaves(condition.not_, (*path, "not"))
        case _:
            yield path, condition


def key_of(leaf: Leaf) -> str:
    """The key of the file under which a leaf names what it reads."""
    match leaf:
        case Finding():
            return "finding"
        case Known():
            return "known"
        case Unknown():
            return "unknown"
        case _:
            return "fact"


def fact_of(leaf: Leaf) -> str | None:
    """The fact a leaf reads; None of a finding."""
    match leaf:
        case Finding():
            return None
        case Known():
            return leaf.known
        case Unknown():
            return leaf.unknown
        case Is() | In() | AtLeast():
            return leaf.fact
    assert_never(leaf)


def uses(ground: Ground) -> Iterator[Use]:
    """Every place where a condition reads something."""
    for file in ground.book.rule_files:
        for n, rule in enumerate(file.rules):
            for path, leaf in leaves(rule.when, ("rules", n, "when")):
                yield Use(rule_file(file), path, leaf, file.stage)
    for name, question in ground.book.questions.items():
        if question.applies_when is not None:
            for path, leaf in leaves(question.applies_when, ("applies_when",)):
                yield Use(item_file("questions", name), path, leaf, None)


def facts_exist(ground: Ground) -> Iterator[Found]:
    """Every fact is a question, or is computed at an earlier stage."""
    findings = {rule.then.finding for rule in ground.book.rules}
    for use in uses(ground):
        fact = fact_of(use.leaf)
        if fact in COMPUTED_FACTS:
            if use.stage is None or ORDER.index(use.stage) < ORDER.index(Stage.MEASURES):
                yield _too_early(use, fact)
        elif fact is not None and not ground.has("questions", fact):
            yield _no_fact(ground, use, fact, is_finding=fact in findings)


def _no_fact(ground: Ground, use: Use, fact: str, *, is_finding: bool) -> Found:
    what = both(f"「{visible(fact)}」という質問はありません。", f"There is no question '{visible(fact)}'.")
    if is_finding:
        remedy = both(f"所見は {{finding: {fact}}} と書きます。", f"A finding is written {{finding: {fact}}}.")
    else:
        known = {*ground.names["questions"], *COMPUTED_FACTS}
        remedy = did_you_mean(
            fact, known, both("ある質問のidを書いてください。", "Write the id of a question that is there.")
        )
    return use.found("unknown_fact", what, remedy)


def _too_early(use: Use, fact: str) -> Found:
    return use.found(
        "fact_too_early",
        both(f"「{fact}」はこの段階ではまだ分かりません。", f"'{fact}' is not known yet at this stage."),
        both("質問への回答か所見を用いてください。", "Use the answers or findings instead."),
        both(
            "型とフェーズの判定は段階 measures から使えます。",
            "The verdicts on type and phase serve from stage 'measures' on.",
        ),
    )


def values_fit(ground: Ground) -> Iterator[Found]:
    """What a fact is compared with is a value it can have."""
    for use in uses(ground):
        kind, options = _domain(ground, fact_of(use.leaf))
        match use.leaf:
            case AtLeast() if kind not in (None, "number"):
                what = both("at_least は数値の質問だけに使えます。", "'at_least' is for questions that ask a number.")
                yield _unfit(use, "at_least", what, _allowed(kind, options))
            case Is():
                yield from _value_fits(use, ("is",), use.leaf.value, kind, options)
            case In():
                for n, value in enumerate(use.leaf.values):
                    yield from _value_fits(use, ("in", n), value, kind, options)


def _domain(ground: Ground, fact: str | None) -> tuple[str | None, tuple[str, ...]]:
    """Kind and options of a fact; no kind where there is no such fact, which is told elsewhere."""
    if fact in COMPUTED_FACTS:
        return "choice", COMPUTED_FACTS[fact]
    question = ground.book.questions.get(fact or "")
    return (question.kind, tuple(option.id for option in question.options)) if question else (None, ())


def _value_fits(use: Use, key: Trail, value: Scalar, kind: str | None, options: tuple[str, ...]) -> Iterator[Found]:
    if kind is None or (kind == "yes_no" and isinstance(value, bool)) or (options and value in options):
        return
    shown = str(value).lower() if isinstance(value, bool) else visible(value)
    what = both(f"「{shown}」はこの質問の値ではありません。", f"'{shown}' is not a value of this question.")
    remedy = _allowed(kind, options)
    yield _unfit(use, key, what, did_you_mean(shown, options, remedy) if options else remedy)


def _allowed(kind: str | None, options: tuple[str, ...]) -> LocalizedText:
    if options:
        return both(f"使える値：{'、'.join(options)}", f"Values there are: {', '.join(options)}.")
    if kind == "number":
        return both("数値は at_least で比べてください。", "Compare numbers with 'at_least'.")
    return both("true か false を書いてください。", "Write true or false.")


def _unfit(use: Use, key: str | Trail, what: LocalizedText, remedy: LocalizedText) -> Found:
    return Found("value_does_not_fit", use.file, (*use.path, *((key,) if isinstance(key, str) else key)), what, remedy)


def absence_is_no_evidence(ground: Ground) -> Iterator[Found]:
    """Only warnings turn on what is unknown; findings, type, phase and measures not even on its being known."""
    for use in uses(ground):
        if isinstance(use.leaf, Unknown) and use.stage not in OF_ABSENCE:
            what = both(
                "unknown は留意点（cautions）と食い違い（contradictions）だけに使えます。",
                "'unknown' is for cautions and contradictions only.",
            )
            yield _of_absence(use, "unknown", what)
        elif isinstance(use.leaf, Known) and use.stage in NEVER_OF_ABSENCE:
            stage = use.stage.value
            what = both(f"known は段階 {stage} では使えません。", f"'known' cannot be used in stage '{stage}'.")
            yield _of_absence(use, "known", what)


def _of_absence(use: Use, form: str, what: LocalizedText) -> Found:
    why = both("「分からない」からは何も導かないためです。", "Nothing follows from 'don't know'.")
    return use.found(
        f"{form}_not_allowed", what, both("回答の値を条件にしてください。", "Let it turn on the answer's value."), why
    )


def questions_apply(ground: Ground) -> Iterator[Found]:
    """Whether a question applies turns on other questions only, and not in a circle."""
    reads: dict[str, set[str]] = {}
    for use in uses(ground):
        if use.stage is None:
            name = use.file.rpartition("/")[2].removesuffix(".yaml")
            reads.setdefault(name, set()).add(fact_of(use.leaf) or "")
            if isinstance(use.leaf, Finding):
                what = both("applies_when では所見を使えません。", "'applies_when' cannot read findings.")
                yield use.found(
                    "finding_not_allowed", what, both("質問を条件にしてください。", "Let it turn on a question.")
                )
    for circle in circles(reads):
        yield Found(
            code="question_circle",
            file=item_file("questions", circle[0]),
            path=("applies_when",),
            what=both(
                f"applies_when が循環しています（{' → '.join(circle)}）。",
                f"'applies_when' goes in a circle ({' -> '.join(circle)}).",
            ),
            remedy=both("いずれかの条件を外してください。", "Remove one of the conditions."),
        )


def circles(reads: dict[str, set[str]]) -> Iterator[tuple[str, ...]]:
    """The circles of a graph, each once and beginning with its first name; without recursion into what is done."""
    done: set[str] = set()
    for start in sorted(reads):
        trail: list[str] = []
        stack = [(start, iter(sorted(reads[start])))] if start not in done else []
        while stack:
            name, onward = stack[-1]
            if len(trail) < len(stack):
                trail.append(name)
            step = next(onward, None)
            if step is None:
                done.add(name)
                trail.pop()
                stack.pop()
            elif step in trail:
                circle = trail[trail.index(step) :]
                first = circle.index(min(circle))
                yield (*circle[first:], *circle[: first + 1])
            elif step in reads and step not in done:
                stack.append((step, iter(sorted(reads[step]))))
