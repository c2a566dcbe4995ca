"""The words of a comparison that are ours, in both languages."""

from engine.model.text import Lang
from engine.report.words import text

SIDES = ("A", "B")
"""What the two are called, unless one is known to come before the other."""

_WORDS = {
    "title": text("比較", "Comparison"),
    "same": text(
        "同じ内容（回答、確信度、基準日がすべて一致）。", "The same content: answers, confidence and date are alike."
    ),
    "scenario": text("シナリオ「{}」", "scenario '{}'"),
    "answered": text("回答{}", "{} answered"),
    "dont_know_count": text("分からない{}", "{} don't know"),
    "as_of": text("基準日{}", "as of {}"),
    "verdicts": text("判定", "Verdicts"),
    "differing_rows": text("「*」は両者で異なる行。", "'*' marks what differs."),
    "item": text("項目", "Item"),
    "type": text("型", "Type"),
    "settled": text("確定", "settled"),
    "open": text("未確定", "not settled"),
    "support": text("{}の支持", "Support of {}"),
    "place": text("{}のフェーズ", "Phase of {}"),
    "not_shown": text("判定になし", "not in the verdict"),
    "complete": text("三つとも充足", "all three met"),
    "established": text("充足：{}", "met: {}"),
    "risk": text("衰退のおそれ", "Risk of decline"),
    "why": text("なぜ違うか", "Why they differ"),
    "why_note": text(
        "{a}の回答のうち、挙げた質問だけを{b}の回答に替えると、結論が{b}と同じになる。",
        "With only the answers listed put from {b} into {a}, the conclusion becomes that of {b}.",
    ),
    "becomes": text("{} → {}", "{} → {}"),
    "alike": text("{}：同じ（{}）", "{}: the same ({})"),
    "alike_but_new": text(
        "{}：型が判定に加わったため（位置そのものは{a}の回答でも{}）",
        "{}: because the type came into the verdict (the place itself is {} by the answers of {a} too)",
    ),
    "appear": text("加わる施策", "Measures that come"),
    "disappear": text("なくなる施策", "Measures that go"),
    "smallest": text(
        "次の{}件で変わる（これより少ない組み合わせでは変わらないことを、すべて試して確認）",
        "turned by these {} (every smaller set was tried and does not turn it)",
    ),
    "smallest_one": text("次の1件で変わる", "turned by this one"),
    "or": text("別の組み合わせ", "or by these"),
    "more": text("同じ件数の組み合わせがほかに{}通り", "{} more sets of the same size"),
    "together": text(
        "{}件までの組み合わせでは変わらない（すべて試した）。次の{}件をそろえて替えると変わり、1件でも欠けると変わらない。"
        "最少とは限らない",
        "no set of up to {} turns it (all were tried); only these {} together do, and none of them can be left out;"
        " there may be a smaller set",
    ),
    "answers": text("異なる回答", "Answers that differ"),
    "question": text("質問", "Question"),
    "other_value": text("回答の値が異なる", "Answered otherwise"),
    "unknown_a": text("{a}では「分からない」", "Don't know in {a}"),
    "unknown_b": text("{b}では「分からない」", "Don't know in {b}"),
    "only_a": text("{a}だけが回答", "Asked in {a} only"),
    "only_b": text("{b}だけが回答", "Asked in {b} only"),
    "confidence": text("確信度だけが異なる（判定は変わらない）", "Only the confidence differs (no verdict changes)"),
    "sure": text("確か", "sure"),
    "likely": text("おそらく", "likely"),
    "unsure": text("不確か", "unsure"),
    "dont_know": text("分からない", "don't know"),
    "not_asked": text("未回答", "not asked"),
    "factors": text("重要成功要因の充足", "Key factors"),
    "measures": text("施策", "Measures"),
    "measure": text("施策", "Measure"),
    "measures_a": text("{a}だけ（時期・着手順・状況）", "In {a} only (timing, order, status)"),
    "measures_b": text("{b}だけ（時期・着手順・状況）", "In {b} only (timing, order, status)"),
    "measures_both": text("両方にあり、位置づけが異なる", "In both, placed otherwise"),
    "measures_alike": text("同じ位置づけの施策：{}件", "Measures placed alike: {}"),
    "directions": text("国の政策方向性（仮説）との関わり", "How far the state's directions (hypotheses) concern them"),
    "direction": text("方向性", "Direction"),
    "cautions": text("留意点", "Cautions"),
    "in_a": text("{a}だけ", "{a} only"),
    "in_b": text("{b}だけ", "{b} only"),
    "no_difference": text("違いのない項目", "No difference in"),
    "last": text(
        "診断ダイジェスト {a} {} / {b} {} / 知識の版 {}",
        "Digest {a} {} / {b} {} / knowledge {}",
    ),
    "changes": text("変更した回答", "Answers changed"),
    "no_change": text("変わる回答はありません。", "No answer changes."),
    "measures_count": text("加わる{}、なくなる{}、位置づけが変わる{}", "{} come, {} go, {} placed otherwise"),
}


def word(name: str, lang: Lang, *values: object, sides: tuple[str, str] = SIDES) -> str:
    """One of the words, with its blanks filled; ``sides`` names the two that are compared."""
    a, b = sides
    return _WORDS[name].get(lang).format(*values, a=a, b=b)
