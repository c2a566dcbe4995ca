"""The words of a report on robustness that are ours, in both languages."""

from engine.model.next_question import Goal
from engine.model.robustness import UnknownState
from engine.model.text import Lang, LocalizedText
from engine.report.words import text

_WORDS = {
    "title": text("判定の確かさ", "How sure the verdict is"),
    "sure": text("どこまで確かか", "How sure it is"),
    "all": text(
        "判定にかかわる未確認の質問{open}問の答え方のうち、食い違いのない{n}通りをすべて調べた。",
        "All {n} ways to answer the {open} open questions about the verdict without contradiction.",
    ),
    "sample": text(
        "判定にかかわる未確認の質問{open}問の答え方のうち、食い違いのないものから{n}通りを無作為に選んで調べた（標本誤差は"
        "信頼水準95%で{error}ポイント以内）。",
        "A random sample of {n} ways to answer the {open} open questions about the verdict without contradiction"
        " (sampling error at most {error} points, at the 95 % level).",
    ),
    "no_case": text(
        "回答どうしの食い違いのため、調べられる場合がない。食い違いを直すと調べられる。",
        "The answers contradict each other, so there is no case to look at; mend the contradiction first.",
    ),
    "nothing_open": text(
        "判定にかかわる質問はすべて確かに回答されており、ほかの場合はない。",
        "Every question about the verdict has a sure answer; there is no other case.",
    ),
    "meaning": text(
        "割合は、未確認の点をひととおり埋めて数えたもので、起こりやすさではない。どの点を確かめるべきかを知るために使う。",
        "Shares count ways to fill the gaps and do not say how likely a case is. Use them to see which gaps matter.",
    ),
    "doubt": text(
        "確信のない回答が覆る場合も数えた（「おそらく」の回答は{likely}分の1、「不確か」の回答は{unsure}分の1の場合で未回答とみなす）。",
        " Answers without full confidence may turn out otherwise: those marked likely are treated as open in one case"
        " out of {likely}, those marked unsure in one out of {unsure}.",
    ),
    "type_holds": text("型の判定が「{label}」のままの場合の割合", "Share of cases in which the type stays '{label}'"),
    "type_holds_parent": text(
        "型の判定が「{label}」のままの場合の割合（A-1かA-2に分かれる場合を含む）",
        "Share of cases in which the type stays '{label}' (narrowed to A-1 or A-2 included)",
    ),
    "places_open": text(
        "フェーズはまだ一つに定まっていない。内訳は下の表のとおり。",
        "The phase is not narrowed to one yet; the table below shows how the cases fall.",
    ),
    "both_hold": text("型もフェーズも今の判定のままの場合の割合", "Share in which type and phase both stay as judged"),
    "type": text("型の判定", "Verdict on type"),
    "phase": text("{type}とみた場合の現在地", "Where work stands, if {type}"),
    "share": text("場合の割合", "Share of cases"),
    "place_1": text("フェーズ1", "phase 1"),
    "place_2": text("フェーズ2", "phase 2"),
    "place_3": text("フェーズ3", "phase 3"),
    "place_complete": text("三つとも充足", "all three met"),
    "safe": text("どの場合にも推奨される施策", "Measures recommended in every case"),
    "proved": text("すべての場合で推奨（証明済み）", "recommended in every case (proved)"),
    "sampled": text("調べた{n}通りのすべてで推奨", "recommended in all {n} cases looked at"),
    "no_safe": text("どの場合にも推奨される施策はない。", "No measure is recommended in every case."),
    "likely": text("推奨される場合の多い施策", "Measures recommended in most of the cases"),
    "matters": text("判定を左右する未確認の点", "Open points that move the verdict"),
    "matters_note": text(
        "分かれば判定が絞られる順（答えによる違いの小さい点は件数だけ）。回答ごとに、最も多くなる判定とその場合の割合を示す。",
        "In order of how much knowing it narrows the verdict; those whose answers differ little are only counted. For"
        " each answer: the verdict that then comes most often, and its share of cases.",
    ),
    "no_matters": text("型とフェーズを左右する未確認の点はない。", "No open point moves type or phase."),
    "no_single": text(
        "一つ分かるだけで判定が大きく動く未確認の点はない（合わせて判定を動かしうる点：{n}件）。",
        "No open point on its own moves the verdict much (points that may do so together: {n}).",
    ),
    "if": text("「{answer}」なら：{told}", "if '{answer}': {told}"),
    "at": text("{type}は{place}", "{type} at {place}"),
    "more": text("ほか{n}件", "{n} more"),
    "under": text("{share}未満", "under {share}"),
    "over": text("{share}超", "over {share}"),
    "next": text("次に確かめること", "What to find out next"),
    "next_asked": text("次の質問", "Next question"),
    "next_done": text(
        "いまの型とフェーズの判定を動かしうる質問は、すべて尋ねた。残るのは、「分からない」または確信なしと答えた次の点の確認である。",
        "Every question that can still move the verdict has been asked. What remains is to find out what was answered"
        " with 'don't know' or without full confidence:",
    ),
    "next_doubted": text(
        "回答のとおりであれば、型もフェーズも確定している。確信なしと答えた次の点が覆れば、変わりうる。",
        "As answered, type and phase are settled. They may change if one of these answers without full confidence turns"
        " out otherwise:",
    ),
    "next_asked_out": text(
        "いまの型とフェーズの判定を動かしうる質問は、すべて尋ねた。",
        "Every question that can still move the verdict has been asked.",
    ),
    "next_settled": text(
        "型もフェーズも確定しており、これ以上尋ねても変わらない。",
        "Type and phase are settled; asking changes nothing.",
    ),
    "serves": text("{goal}についての質問（残り{n}問）。", "About {goal}; questions left: {n}."),
    "enough": text(
        "{goal}を絞るには、まだ尋ねていない質問のうち{n}問で足りる。まずこれを尋ねる。",
        "Questions not asked yet that are enough to narrow {goal}: {n}. This is the one to ask first.",
    ),
    "for_phase": text("フェーズを絞るために確かめること", "To narrow the phase, find out"),
    "among": text("{verdict}（{share}）ほか", "{verdict} ({share}), among others"),
    "alone": text("{verdict}（{share}）", "{verdict} ({share})"),
    "unseen": text(
        "ありうる判定のうち{labels}は、調べた場合には現れなかった。",
        "Of the possible verdicts these came in none of the cases looked at: {labels}.",
    ),
}
STATE: dict[UnknownState, LocalizedText] = {
    "not_asked": text("未回答", "not answered"),
    "dont_know": text("分からないと回答", "answered: don't know"),
    "doubted": text("回答に確信なし", "answered without full confidence"),
}
GOAL: dict[Goal, LocalizedText] = {
    "type": text("型", "the type"),
    "phase": text("フェーズ", "the phase"),
    "measures": text("推奨施策", "the measures"),
    "rest": text("そのほかの点", "the rest"),
}


def word(name: str, lang: Lang, **values: object) -> str:
    """One of these words, with values put in."""
    return _WORDS[name].get(lang).format(**values)
