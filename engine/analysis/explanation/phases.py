"""Why a key factor is met or not, fact by fact, and why work stands at its phase or not."""

from engine.analysis.explanation.grounds import STANDING, Grounds
from engine.analysis.explanation.leaf_words import phase_name
from engine.analysis.explanation.nodes import node, note, passages
from engine.analysis.explanation.reasoning import rules_for, truth_of
from engine.assess.words import STATUS, text
from engine.inference.evaluate import shown_types
from engine.model.assessment import PhaseVerdict
from engine.model.explanation import Explanation, Standing
from engine.model.knowledge import Phase
from engine.model.rules import FactDeclaration, RuleFile, Stage
from engine.model.text import Basis, LocalizedText

_ROLE = {"necessary": text("必要な事実", "needed"), "supporting": text("補助的な事実", "supporting")}
_STANDS = {"holds": text("あり", "there"), "fails": text("なし", "not there"), "open": text("不明", "unknown")}


def where_work_stands(grounds: Grounds) -> Explanation:
    """The verdict on phase of every type, those of the verdict on type first."""
    assessment = grounds.assessment
    first = [phase.type for phase in assessment.phases]
    board = sorted(assessment.board, key=lambda p: first.index(p.type) if p.type in first else len(first))
    standing: Standing = "open" if not assessment.phases else "holds"
    if any(phase.low != phase.high for phase in assessment.phases):
        standing = "open"
    words = text("取り組むフェーズ", "Where work stands")
    return node("conclusion", words, standing, (_of_type(grounds, one) for one in board), about="phase")


def _of_type(grounds: Grounds, verdict: PhaseVerdict) -> Explanation:
    judged = verdict.type in shown_types(grounds.outcome.type)
    mark = text("", "") if judged else text("（判定した型ではない）", " (not a type of the verdict)")
    words = text(f"{verdict.type}{mark.ja}：{verdict.next.ja}", f"{verdict.type}{mark.en}: {verdict.next.en}")
    return note(words, (phase(grounds, factor.phase) for factor in verdict.factors))


def phase(grounds: Grounds, name: str) -> Explanation:
    """The key factor of a phase: its facts with their rules, and where work stands."""
    item, status = grounds.book.phases[name], grounds.outcome.statuses[name]
    called, title = phase_name(grounds.book, name), item.key_factor_title
    facts = [factor_fact(grounds, name, fact) for fact in _file(grounds, name).facts]
    return node(
        "conclusion",
        text(
            f"{called.ja}の重要成功要因（{title.ja}）：{STATUS[status].ja}",
            f"Key factor of {called.en} ({title.en}): {STATUS[status].en}",
        ),
        _standing(grounds, name),
        (note(_placed(grounds, item)), *facts, note(_declared(), basis=Basis.JUDGEMENT), *passages(item.citations)),
        about=name,
        basis=item.key_factor.basis,
        citations=item.citations,
    )


def _standing(grounds: Grounds, name: str) -> Standing:
    """Met, or known not to be met because a needed fact is missing, or open."""
    truths = [grounds.outcome.conclusions.truth(key) for key in grounds.engine.network.needs[name]]
    return STANDING[False if False in truths else None if None in truths else True]


def _declared() -> LocalizedText:
    return text(
        "要因は必要な事実がすべてあれば充足、すべてなければ未充足、混ざれば一部充足とする。",
        "A factor is met where every needed fact is there, not met where none is, partly met where they differ.",
    )


def _placed(grounds: Grounds, item: Phase) -> LocalizedText:
    """Why work stands at this phase, or not."""
    verdict = next(p for p in grounds.assessment.board if p.type == item.type)
    where = _where(verdict, item.order)
    if item.type in shown_types(grounds.outcome.type):
        return where
    return text(
        f"{item.type}は判定した型ではない。仮に{item.type}とすれば、{where.ja}",
        f"{item.type} is not a type of the verdict. If it were: {where.en}",
    )


def _where(verdict: PhaseVerdict, order: int) -> LocalizedText:
    if verdict.complete:
        return text(
            "三つの要因がすべてそろい、次の循環を検討する段階にある。",
            "The factors of all three phases are met: work stands before the next cycle.",
        )
    if order in verdict.ahead:
        return text(
            f"要因は先行して満たしており、取り組むのは満たしていないフェーズ{verdict.low}である（先行は誤りではない）。",
            f"Its factor is met ahead (no error); work stands at phase {verdict.low}, whose factor is not met.",
        )
    if order in verdict.established:
        return text(
            "要因を満たしたフェーズであり、取り組むのはその後である。", "Its factor is met: work stands after it."
        )
    if order > verdict.high:
        return text(
            f"フェーズ{verdict.high}の要因に欠けるものがあるため、まだここには至らない。",
            f"Something of the factor of phase {verdict.high} is missing, so work does not stand here yet.",
        )
    if verdict.low == verdict.high:
        return text(
            "前のフェーズの要因はそろい、この要因がそろわないため、いまここに取り組む段階にある。"
            if order > 1
            else "最初のフェーズの要因がそろわないため、いまここに取り組む段階にある。",
            "The factors before it are met and this one is not, so work stands here."
            if order > 1
            else "The factor of the first phase is not met, so work stands here.",
        )
    return text(
        f"分からない事実があるため、取り組む段階はフェーズ{verdict.low}から{verdict.high}のどこかとしか言えない。",
        f"Some facts are unknown: work stands somewhere from phase {verdict.low} to {verdict.high}.",
    )


def factor_fact(grounds: Grounds, phase_id: str, name: str) -> Explanation:
    """One fact of a key factor: whether it is there, with its rules and why it counts."""
    declared = _file(grounds, phase_id).facts[name]
    key = f"{declared.role}:{phase_id}:{name}"
    standing = STANDING[truth_of(grounds, key)]
    why = text(
        f"{_ROLE[declared.role].ja}とする理由：{declared.reason.ja}",
        f"why it counts as {_ROLE[declared.role].en}: {declared.reason.en}",
    )
    return node(
        "conclusion",
        _fact_words(declared, standing),
        standing,
        (*rules_for(grounds, key), note(why, basis=Basis.JUDGEMENT)),
        about=f"{phase_id}:{name}",
    )


def _fact_words(declared: FactDeclaration, standing: Standing) -> LocalizedText:
    role, name, stands = _ROLE[declared.role], declared.name, _STANDS[standing]
    return text(f"{role.ja}「{name.ja}」：{stands.ja}", f"{role.en} fact '{name.en}': {stands.en}")


def _file(grounds: Grounds, phase_id: str) -> RuleFile:
    return next(f for f in grounds.book.rule_files if f.stage is Stage.PHASE and f.id == phase_id)
