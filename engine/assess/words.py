"""The sentences of an assessment in both languages. They carry no knowledge: names and reasons come from the book."""

from collections.abc import Iterable, Mapping, Sequence

from engine.assess.amounts import amount
from engine.model.answers import Value
from engine.model.assessment import MeasureStanding, Priority, Status, Timing
from engine.model.questions import Question
from engine.model.rules import Scalar
from engine.model.text import LocalizedText


def text(ja: str, en: str) -> LocalizedText:
    """A sentence in both languages, built here and therefore not validated again."""
    return LocalizedText.model_construct(ja=ja, en=en)


def join(parts: Iterable[LocalizedText], ja: str = "、", en: str = ", ") -> LocalizedText:
    """Several texts as one list."""
    parts = list(parts)
    return text(ja.join(p.ja for p in parts), en.join(p.en for p in parts))


def named(code: str, title: LocalizedText) -> LocalizedText:
    """A code with its name, e.g. ``A-1 大企業牽引型``."""
    return text(f"{code} {title.ja}", f"{code} {title.en}")


GAP = text(
    "後のフェーズの要因は既に満たされているため、前のフェーズに残る不足を補う位置づけです。",
    "Factors of a later phase are met already, so this is a gap to make up rather than a step not yet taken.",
)
YES = text("はい", "yes")
NO = text("いいえ", "no")
NONE = text("いずれもなし", "none of them")
STATUS: dict[Status, LocalizedText] = {
    "met": text("充足", "met"),
    "partly": text("一部充足", "partly met"),
    "not_met": text("未充足", "not met"),
    "unknown": text("不明", "unknown"),
}
TIMING: dict[Timing, LocalizedText] = {
    "repair": text("補う", "repair"),
    "now": text("いま", "now"),
    "prepare": text("備える", "prepare"),
    "later": text("先々", "later"),
}
STANDING: dict[MeasureStanding, LocalizedText] = {
    "in_place": text("実施済み", "in place"),
    "partly": text("一部実施", "partly in place"),
    "absent": text("未実施", "absent"),
    "unknown": text("不明", "unknown"),
}
PRIORITY: dict[Priority, LocalizedText] = {
    "first": text("まず", "first"),
    "next": text("次に", "next"),
    "then": text("その後", "then"),
}
PLACEMENT: dict[Timing, LocalizedText] = {
    "repair": text(
        "既に達したフェーズの施策だが、欠けている部分がある。",
        "It belongs to a phase already reached, yet part of it is missing.",
    ),
    "now": text("いま取り組むフェーズの施策である。", "It belongs to the phase where work stands now."),
    "prepare": text(
        "次のフェーズの施策であり、準備を始められる。", "It belongs to the next phase and can be prepared."
    ),
    "later": text("さらに先のフェーズの施策である。", "It belongs to a phase further ahead."),
}
OPEN_RANGE = text(
    "取り組むフェーズに幅があるため、仮の位置づけである。", "Where work stands is a range, so this is provisional."
)
SERVES_MISSING = text(
    "重要成功要因のうち欠けている事実に直接働きかけるため、まず着手する。",
    "It works directly on a missing fact of the key factor, so it comes first.",
)
RAISED = text(
    "志向や弱い点に照らして、着手を一段早める。",
    "In view of the aspiration or of what is weak, it is begun one step earlier.",
)
BROUGHT_FORWARD = text(
    "先のフェーズの施策だが、いまのフェーズに欠けている事実に働きかける。",
    "It belongs to a phase ahead, yet it works on a fact missing at the present one.",
)
NOT_ENOUGH = text(
    "既に実施されているが、働きかける事実がまだ欠けているため、中身を見直す。",
    "It is in place, yet a fact it works towards is still missing: look at what it does.",
)
ASK_THEN_BEGIN = text(
    "重要成功要因のうち欠けている事実に直接働きかける。実施状況が不明なため、まず確かめ、未実施なら最初に着手する。",
    "It works directly on a missing fact of the key factor. Whether it is in place is unknown: find out, and if it is"
    " not, begin with it.",
)
ASK_FIRST = text("実施状況が不明なため、まず確認する。", "Whether it is in place is unknown: find out first.")
TYPE_OPEN = text(
    "A-1かA-2かが定まっていないため、着手を一段遅らせる。",
    "Whether A-1 or A-2 is still open, so it is begun one step later.",
)
CONTINUE = text("既に実施されているため、継続と点検でよい。", "It is in place already: keep it up and check it.")


def answered(question: Question, value: Value) -> LocalizedText:
    """A value in words: yes or no, the labels of the options, or the number with its unit."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, float | int):
        return text(amount(value, question.unit, "ja"), amount(value, question.unit, "en"))
    chosen = {value} if isinstance(value, str) else set(value)
    labels = [option.label for option in question.options if option.id in chosen]
    return join(labels) if labels else NONE


def answers_alike(question: Question, alike: Sequence[Mapping[str, Scalar]]) -> LocalizedText:
    """Answers that rules do not tell apart, as flat facts: of sets of options only the smallest is told."""
    if question.kind == "several":
        sets: list[list[str]] = [[key.partition("/")[2] for key, chosen in facts.items() if chosen] for facts in alike]
        least = answered(question, tuple(sorted(sets, key=len)[0]))
        return text(f"{least.ja}など", f"{least.en}, for instance") if len(sets) > 1 else least
    values = [answered(question, facts[question.id]) for facts in alike]
    if question.kind == "number" and len(alike) == 1:
        return values[0]
    return join(values, ja="または", en=" or ")


def first_line_outside() -> LocalizedText:
    """For an industry the study is not about."""
    return text(
        "対象の産業は調査の範囲（製造業等）の外にあるため、型とフェーズは判定しません。",
        "The industry lies outside the study (manufacturing and what goes with it), so no type or phase is judged.",
    )


def first_line_no_industry() -> LocalizedText:
    """For a region without a main industry."""
    return text(
        "主力産業がまだないため、型とフェーズは判定しません。企業誘致で産業をつくる場合は、型Bのフェーズ1「選ぶ」が手掛かりになります。",
        "There is no main industry yet, so no type or phase is judged. Where one is to be made by attracting firms, "
        "phase 1 of type B, 'choose', gives a lead.",
    )


def first_line_undetermined(tie: bool) -> LocalizedText:
    """Where no type reaches the threshold, or two tie."""
    if tie:
        return text(
            "内発型と誘致先行型の支持が並ぶため、型はまだ定まりません。",
            "Support for the endogenous and the attraction-first type is level, so the type is still open.",
        )
    return text(
        "回答の範囲では、どの型も十分に支持されていません。",
        "From the answers so far no type has enough support.",
    )


def first_line(types: LocalizedText, phases: LocalizedText, kind: str, settled: bool) -> LocalizedText:
    """The verdict in one sentence."""
    ja = {"hybrid": f"{types.ja}の複合です。", "parent": f"{types.ja}です。A-1とA-2のどちらかは定まっていません。"}
    en = {"hybrid": f"A hybrid of {types.en}.", "parent": f"Type {types.en}; whether A-1 or A-2 is still open."}
    head = text(ja.get(kind, f"型は{types.ja}です。"), en.get(kind, f"The type is {types.en}."))
    rest = text(f"{phases.ja}。" if phases.ja else "", f" {phases.en}." if phases.en else "")
    note = text("", "") if settled else text("（型は確定していません）", " (The type is not settled.)")
    return text(head.ja + rest.ja + note.ja, head.en + rest.en + note.en)


def standing(code: str, low: LocalizedText, high: LocalizedText, same: bool, complete: bool) -> LocalizedText:
    """Where work stands for one type."""
    if complete:
        return text(
            f"{code}は三つのフェーズの重要成功要因（必要な事実）をすべて満たしています",
            f"{code}: every needed fact of the key factors of all three phases is there",
        )
    if same:
        return text(f"{code}はフェーズ{low.ja}に取り組む段階です", f"{code}: work stands at phase {low.en}")
    return text(
        f"{code}はフェーズ{low.ja}から{high.ja}のどこかです",
        f"{code}: work stands somewhere from phase {low.en} to {high.en}",
    )


def standing_among(code: str, phases: Sequence[LocalizedText], *, complete: bool) -> LocalizedText:
    """Where work may stand for one type, where that leaves out phases in between, or they may all be met."""
    ja, en = [f"フェーズ{phase.ja}" for phase in phases], [f"phase {phase.en}" for phase in phases]
    if complete:
        ja, en = [*ja, "三つのフェーズとも充足"], [*en, "all three phases met"]
    listed = "、または".join(["、".join(ja[:-1]), ja[-1]] if ja[1:] else ja)
    return text(f"{code}は{listed}のいずれかです", f"{code}: {', or '.join(en)}")


def ahead(standing: LocalizedText, orders: tuple[int, ...]) -> LocalizedText:
    """The same, with the phases whose factors are met although an earlier one is not."""
    ja, en = ("、".join(map(str, orders)), ", ".join(map(str, orders)))
    return text(f"{standing.ja}（フェーズ{ja}の要因は先行して充足）", f"{standing.en} (factors met ahead: phase {en})")


def reached(standing: LocalizedText, orders: tuple[int, ...], open_: tuple[int, ...]) -> LocalizedText:
    """The same, with the phases already met and those not yet known, where work stands is a range."""
    if not orders:
        return standing
    (met_ja, open_ja), (met_en, open_en) = (
        [sign.join(map(str, numbers)) for numbers in (orders, open_)] for sign in ("、", ", ")
    )
    return text(
        f"{standing.ja}（要因を満たすフェーズ：{met_ja}、未確認：{open_ja}）",
        f"{standing.en} (met: {met_en}; not known: {open_en})",
    )
