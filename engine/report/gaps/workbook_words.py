"""The words that only the workbook of the gap check needs: sheets, columns, notes."""

from engine.model.text import Lang, LocalizedText
from engine.report.gaps.words import word as shared
from engine.report.words import text

_WORDS: dict[str, LocalizedText] = {
    "s_summary": text("要約", "Summary"),
    "s_findings": text("点検結果", "Findings"),
    "s_reasons": text("理由と担い手", "Reasons"),
    "reasons_title": text("点検結果の理由と担い手", "Why each finding was made, and who can act"),
    "rule": text("規則と事実", "Rule and facts"),
    "s_covered": text("施策の充足", "Coverage"),
    "s_mapping": text("事業と施策", "Mapping"),
    "s_factors": text("成功要因", "Key factors"),
    "s_heat": text("有無の図", "Heat maps"),
    "s_directions": text("国の方向性", "Five directions"),
    "s_location": text("立地要件", "Location"),
    "s_hr": text("人材", "People"),
    "s_dx": text("DX", "DX"),
    "s_land": text("産業用地", "Land"),
    "s_history": text("政策の経緯", "Policy history"),
    "s_unread": text("読めない行", "Rows not read"),
    "s_compared": text("比較", "Comparison"),
    "s_sources": text("出典と方法", "Sources and method"),
    "item": text("項目", "Item"),
    "content": text("内容", "Content"),
    "ground": text("根拠", "Basis"),
    "absent": text("見えない主体・資源", "Not seen"),
    "for_whom": text("対象", "For whom"),
    "choice": text("施策（選択肢）", "Measure to choose"),
    "map": text("図", "Map"),
    "history_title": text("政策の経緯（調査の記述）", "Policy history, as the study tells it"),
    "history_note": text(
        "参考。年は調査の記載による。列の区切りが失われ、年の分からない行がある。",
        "For reference. Years are the study's; of some rows they are lost.",
    ),
    "s_choices": text("選択肢", "Choices"),
    "kind": text("種類", "Kind"),
    "finding": text("点検結果", "Finding"),
    "type": text("型", "Type"),
    "phases": text("フェーズ", "Phase"),
    "order": text("着手順", "Order"),
    "check": text("要確認", "To check"),
    "basis": text("区分", "Basis"),
    "sections": text("節", "Sections"),
    "budget": text("予算（円）", "Budget (yen)"),
    "progress": text("実施状況", "Status"),
    "corrected": text("対応する施策（修正）", "Serves (corrected)"),
    "mapping_correct": text(
        "「対応する施策（修正）」の欄で選び直せる。修正した列は、事業一覧に「対応する施策」の列として写すと次の点検で読み取る。",
        "Choose anew in 'Serves (corrected)'. Copied into your register as a column 'Serves' it is read by the next"
        " check.",
    ),
    "number": text("番号", "No."),
    "direction": text("方向性", "Direction"),
    "relevance": text("関わり", "Relevance"),
    "year": text("年", "Year"),
    "sheet": text("シート", "Sheet"),
    "row_number": text("行", "Row"),
    "choices_title": text("施策の選択肢", "Measures to choose from"),
}


def word(name: str, lang: Lang, /, *values: object, **named: object) -> str:
    """One of these words, else one of those that the documents share, with its blanks filled."""
    found = _WORDS.get(name)
    return found.get(lang).format(*values, **named) if found else shared(name, lang, *values, **named)
