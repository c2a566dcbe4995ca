"""Checks what rules conclude: things that are there, declared where they belong, and of the rule's stage."""

from collections.abc import Iterator

from engine.book.ground import Found, Ground, Trail, rule_file, unknown
from engine.book.problems import both, did_you_mean, visible
from engine.book.sources import THRESHOLDS
from engine.model.rules import FactorFact, Rule, RuleFile, Stage, Thresholds

CONCLUSIONS: dict[Stage, tuple[str, ...]] = {
    Stage.FINDINGS: ("finding", "scope"),
    Stage.TYPE: ("evidence", "hybrid"),
    Stage.PHASE: ("necessary", "supporting"),
    Stage.RENEWAL: ("renewal_risk", "renewal_direction", "aspired_direction"),
    Stage.MEASURES: ("status", "raise_priority"),
    Stage.DIRECTIONS: ("direction",),
    Stage.LOCATION: ("requirement",),
    Stage.CAUTIONS: ("caution",),
    Stage.CONTRADICTIONS: ("contradiction",),
    Stage.GAPS: ("gap",),
}
"""What the rules of each stage may conclude."""


def each_rule(ground: Ground) -> Iterator[tuple[RuleFile, int, Rule]]:
    """Every rule with its file and its place in it."""
    for file in ground.book.rule_files:
        for n, rule in enumerate(file.rules):
            yield file, n, rule


def stages_conclude(ground: Ground) -> Iterator[Found]:
    """A rule concludes only what its stage is for."""
    for file, n, rule in each_rule(ground):
        (name,) = rule.then.model_fields_set
        allowed = CONCLUSIONS[file.stage]
        if name not in allowed:
            stage = file.stage.value
            yield Found(
                code="conclusion_of_other_stage",
                file=rule_file(file),
                path=("rules", n, "then", name),
                what=both(
                    f"段階 {stage} の規則は「{name}」を導けません。",
                    f"A rule of stage '{stage}' cannot conclude '{name}'.",
                ),
                remedy=both(f"導けるもの：{'、'.join(allowed)}", f"It can conclude: {', '.join(allowed)}."),
            )


def conclusions_exist(ground: Ground) -> Iterator[Found]:
    """What a rule concludes about is there."""
    for file, n, rule in each_rule(ground):
        for kind, name, path in _targets(rule):
            if not ground.has(kind, name):
                yield unknown(ground, kind, name, rule_file(file), ("rules", n, "then", *path))
        yield from _caution_exists(ground, file, n, rule)
        yield from _requirement_exists(ground, file, n, rule)


def _targets(rule: Rule) -> Iterator[tuple[str, str, Trail]]:
    """Kind, id and place of the items a conclusion names."""
    then = rule.then
    for key, need in (("necessary", then.necessary), ("supporting", then.supporting)):
        if need:
            yield "phases", need.factor, (key, "factor")
    if then.status:
        yield "measures", then.status.measure, ("status", "measure")
    if then.raise_priority:
        yield "measures", then.raise_priority, ("raise_priority",)
    for key, direction in (
        ("renewal_direction", then.renewal_direction),
        ("aspired_direction", then.aspired_direction),
    ):
        if direction:
            yield "renewal_directions", direction, (key,)
    if then.direction:
        yield "national_directions", then.direction.direction, ("direction", "direction")
    if then.requirement:
        yield "industries", then.requirement.industry, ("requirement", "industry")


def _caution_exists(ground: Ground, file: RuleFile, n: int, rule: Rule) -> Iterator[Found]:
    name = rule.then.caution
    if name is None or ground.has("cautions", name) or ground.has("pitfalls", name):
        return
    yield Found(
        code="unknown_reference",
        file=rule_file(file),
        path=("rules", n, "then", "caution"),
        what=both(
            f"「{visible(name)}」という留意点はありません。", f"There is no caution or pitfall '{visible(name)}'."
        ),
        remedy=did_you_mean(
            name,
            ground.names["cautions"] | ground.names["pitfalls"],
            both(
                "ある留意点か失敗・留意事例のidを書いてください。",
                "Write the id of a caution or pitfall that is there.",
            ),
        ),
    )


def _requirement_exists(ground: Ground, file: RuleFile, n: int, rule: Rule) -> Iterator[Found]:
    met = rule.then.requirement
    if met is None or met.industry not in ground.book.industries:
        return
    known = {requirement.id for requirement in ground.book.industries[met.industry].requirements}
    if met.requirement not in known:
        yield _undeclared(
            rule_file(file), ("rules", n, "then", "requirement", "requirement"), met.requirement, known, met.industry
        )


def factors_declared(ground: Ground) -> Iterator[Found]:
    """The facts of a key factor are declared where its rules stand, with the same role."""
    for file, n, rule in each_rule(ground):
        for role, need in (("necessary", rule.then.necessary), ("supporting", rule.then.supporting)):
            if need is None:
                continue
            path: Trail = ("rules", n, "then", role)
            if need.factor != file.id:
                yield _elsewhere(rule_file(file), (*path, "factor"), need.factor, file.id)
            elif need.fact not in file.facts:
                yield _undeclared(rule_file(file), (*path, "fact"), need.fact, set(file.facts), file.id)
            elif file.facts[need.fact].role != role:
                yield _other_role(rule_file(file), path, need.fact, file.facts[need.fact].role)


def subjects(ground: Ground) -> Iterator[Found]:
    """Facts are declared of phases, and measures serve facts that are declared, of their own type."""
    declared = {file.id: file.facts for file in ground.book.rule_files if file.stage is Stage.PHASE}
    for file in ground.book.rule_files:
        if file.stage is Stage.PHASE and not ground.has("phases", file.id):
            yield unknown(ground, "phases", file.id, rule_file(file), ())
        elif file.facts and file.stage is not Stage.PHASE:
            yield _wrong_file(file, "facts", Stage.PHASE)
        if file.serves and file.stage is not Stage.MEASURES:
            yield _wrong_file(file, "serves", Stage.MEASURES)
        elif file.serves and not ground.has("measures", file.id):
            yield unknown(ground, "measures", file.id, rule_file(file), ())
        for n, served in enumerate(file.serves):
            yield from _served(ground, file, n, served, set(declared.get(served.factor, ())))


def _served(ground: Ground, file: RuleFile, n: int, served: FactorFact, declared: set[str]) -> Iterator[Found]:
    book = ground.book
    if not ground.has("phases", served.factor):
        yield unknown(ground, "phases", served.factor, rule_file(file), ("serves", n, "factor"))
        return
    if served.fact not in declared and ground.rules_complete:
        yield _undeclared(rule_file(file), ("serves", n, "fact"), served.fact, declared, served.factor)
    phase, measure = book.phases.get(served.factor), book.measures.get(file.id)
    if phase and measure and phase.type != measure.type:
        yield _elsewhere(rule_file(file), ("serves", n, "factor"), served.factor, measure.type)


def thresholds_reasoned(ground: Ground) -> Iterator[Found]:
    """Each threshold has its reason, and each reason its threshold."""
    if ground.book.thresholds is None:
        return
    names = set(Thresholds.model_fields) - {"reasons"}
    for name in sorted(names ^ set(ground.book.thresholds.reasons)):
        yield Found(
            code="threshold_reason",
            file=THRESHOLDS,
            path=("reasons", name),
            what=both(f"「{name}」の値と理由がそろっていません。", f"'{name}' lacks its value or its reason."),
            remedy=both("値と理由を一つずつ書いてください。", "Write one value and one reason for each."),
        )


def contradictions_told(ground: Ground) -> Iterator[Found]:
    """Every contradiction has a name of its own and a way out; no other rule has a way out."""
    first: dict[str, str] = {}
    for file, n, rule in each_rule(ground):
        if (rule.way_out is None) is (file.stage is Stage.CONTRADICTIONS):
            yield _way_out(file, n, rule)
        name = rule.then.contradiction
        if name is not None and first.setdefault(name, rule.id) != rule.id:
            yield Found(
                code="repeated_name",
                file=rule_file(file),
                path=("rules", n, "then", "contradiction"),
                what=both(
                    f"「{visible(name)}」は規則 {first[name]} の食い違いの名前です。",
                    f"'{visible(name)}' is the contradiction of rule {first[name]}.",
                ),
                remedy=both("別の名前にしてください。", "Give it another name."),
            )


def _way_out(file: RuleFile, n: int, rule: Rule) -> Found:
    if rule.way_out is None:
        what = both("食い違いを解く方法（way_out）がありません。", "The contradiction lacks its way out ('way_out').")
        remedy = both("確かめることと直す回答を書いてください。", "Say what to check and which answer to correct.")
        return Found("way_out", rule_file(file), ("rules", n), what, remedy)
    what = both("way_out は段階 contradictions だけのものです。", "'way_out' is for stage 'contradictions' only.")
    remedy = both("この項目を消してください。", "Remove this entry.")
    return Found("way_out", rule_file(file), ("rules", n, "way_out"), what, remedy)


def _undeclared(file: str, path: Trail, name: str, known: set[str], owner: str) -> Found:
    return Found(
        code="undeclared",
        file=file,
        path=path,
        what=both(
            f"「{visible(name)}」は{owner}に定められていません。", f"'{visible(name)}' is not declared of {owner}."
        ),
        remedy=did_you_mean(
            name, known, both(f"あるもの：{'、'.join(sorted(known))}", f"Declared: {', '.join(sorted(known))}.")
        ),
    )


def _elsewhere(file: str, path: Trail, name: str, owner: str) -> Found:
    return Found(
        code="does_not_belong",
        file=file,
        path=path,
        what=both(
            f"「{visible(name)}」は「{owner}」のものではありません。",
            f"'{visible(name)}' does not belong to '{owner}'.",
        ),
        remedy=both(
            "規則を該当するファイルに移すか、名前を直してください。",
            "Move it to the file it belongs to, or correct the name.",
        ),
    )


def _other_role(file: str, path: Trail, fact: str, role: str) -> Found:
    return Found(
        code="other_role",
        file=file,
        path=path,
        what=both(f"「{fact}」は {role} と定められています。", f"'{fact}' is declared as {role}."),
        remedy=both("どちらかを直してください。", "Correct one of them."),
    )


def _wrong_file(file: RuleFile, key: str, stage: Stage) -> Found:
    return Found(
        code="wrong_stage",
        file=rule_file(file),
        path=(key,),
        what=both(f"{key} は段階 {stage.value} だけのものです。", f"'{key}' is for stage '{stage.value}' only."),
        remedy=both("消すか、該当する段階に移してください。", "Remove it, or move it to that stage."),
    )
