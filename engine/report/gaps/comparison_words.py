"""The words of a comparison of two gap checks, in both languages."""

from engine.model.gap_comparison import Field_, Reason
from engine.model.text import Lang, LocalizedText
from engine.report.words import text

REASON: dict[Reason, LocalizedText] = {
    "type": text("型の判定が異なるため", "the verdict on the type differs"),
    "due": text("取り組むフェーズが異なるため", "the phase where work stands differs"),
    "answers": text("診断の回答が異なるため", "the answers differ"),
    "register": text("一覧の事業が異なるため", "the existing measures differ"),
    "mapping": text("対応する施策の確認・候補が異なるため", "the same measures are taken to serve something else"),
}
FIELD: dict[Field_, LocalizedText] = {
    "name": text("名称", "name"),
    "department": text("担当課", "department"),
    "budget": text("予算", "budget"),
    "period": text("期間", "period"),
    "progress": text("実施状況", "status"),
    "outline": text("概要", "outline"),
    "funding": text("財源", "funding"),
    "actors": text("主体", "actors"),
}
_WORDS: dict[str, LocalizedText] = {
    "title_years": text("施策の点検の比較（前回と今回）", "Gap checks compared: before and now"),
    "title_clusters": text("施策の点検の比較（二つの集積）", "Gap checks compared: two clusters"),
    "before": text("前回", "Before"),
    "now": text("今回", "Now"),
    "first": text("一つ目", "The first"),
    "second": text("二つ目", "The second"),
    "same": text(
        "同じ内容（診断、事業一覧、対応する施策がすべて一致）。",
        "The same content: assessment, register and mapping are alike.",
    ),
    "turned_years": text(
        "型またはフェーズの判定が前回と異なる。指摘の増減には、事業の増減ではなく判定の変化によるものが含まれる（各行に理由を示す）。",
        "The verdict on type or phase is another one. Some findings come and go for that reason and not because"
        " measures did; each line says why.",
    ),
    "turned_clusters": text(
        "二つの集積は型またはフェーズが異なる。指摘の違いには、判定の違いによるものが含まれる（各行に理由を示す）。",
        "The two differ in type or phase. Some findings differ for that reason alone; each line says why.",
    ),
    "in_short": text("要点", "In short"),
    "item": text("項目", "Item"),
    "cluster": text("集積", "Cluster"),
    "register": text("事業一覧", "Register"),
    "year": text("年度", "Fiscal year"),
    "verdict": text("判定", "Verdict"),
    "places": text("取り組むフェーズ", "Phases worked on"),
    "measures": text("事業数", "Existing measures"),
    "running": text("うち継続中", "of them not ended"),
    "budget": text("継続中の事業の予算（記載のあるもの）", "Budget of those not ended, as far as given"),
    "budget_is": text("{:,}円（{}事業）", "{:,} yen ({} measures)"),
    "not_given": text("記載なし", "not given"),
    "mapped": text("確認済み・候補・候補なし", "Confirmed, suggested, nothing near"),
    "gaps": text("不足・補修", "Missing, to make up for"),
    "findings": text("指摘の増減", "Findings that come and go"),
    "closed_years": text("解消した指摘", "Findings closed"),
    "new_years": text("新たな指摘", "New findings"),
    "remaining_years": text("残る指摘", "Findings that remain"),
    "closed_clusters": text("{a}だけの指摘", "Findings of {a} alone"),
    "new_clusters": text("{b}だけの指摘", "Findings of {b} alone"),
    "remaining_clusters": text("共通の指摘", "Findings of both"),
    "none": text("なし", "None"),
    "count": text("{}件", "{}"),
    "entries_years": text("事業の増減", "Existing measures that come and go"),
    "entries_clusters": text("名称の同じ事業", "Existing measures of the same name"),
    "entries_only": text(
        "{a}だけの事業{}件、{b}だけの事業{}件（名称で照合）。",
        "{} measures of {a} alone and {} of {b} alone, by their names.",
    ),
    "added": text("新しい事業", "Added"),
    "gone": text("なくなった事業", "Gone"),
    "ended": text("終了した事業", "Ended"),
    "changed": text("変わった事業", "Changed"),
    "foreseen": text("予定どおり終了", "ended as foreseen"),
    "alike": text("変わらない事業：{}件", "Measures that did not change: {}"),
    "existing": text("事業", "Existing measure"),
    "department": text("担当課", "Department"),
    "money": text("予算（円）", "Budget (yen)"),
    "serves": text("対応する施策", "Serves"),
    "what": text("変わった点", "What changed"),
    "becomes": text("{}：{} → {}", "{}: {} → {}"),
    "change_is": text("{}：{:,} → {:,}（{:+,}）", "{}: {:,} → {:,} ({:+,})"),
    "coverage": text("施策ごとの比較", "Measure by measure"),
    "coverage_note": text("「*」は両者で異なる行。", "'*' marks what differs."),
    "measure": text("施策", "Measure"),
    "outside": text("対象外", "not of the type"),
    "line": text(
        "解消{closed}件、新たな指摘{new}件、残る指摘{remaining}件（不足・補修は{gaps_before}件から{gaps_after}件）",
        "{closed} findings closed, {new} new, {remaining} remain (missing or to make up for: {gaps_before} before,"
        " {gaps_after} now)",
    ),
    "line_label": text("前回から", "Since before"),
    "footer": text("点検ダイジェスト {} / {} / 知識の版 {}", "Digests {} / {} / knowledge {}"),
}


def word(name: str, lang: Lang, /, *values: object, **named: object) -> str:
    """One of these words, with its blanks filled."""
    return _WORDS[name].get(lang).format(*values, **named)
