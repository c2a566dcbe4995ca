"""The words that only documents need: contents, sheets and columns of a workbook, pages."""

from engine.model.text import Lang
from engine.report.words import text

_WORDS = {
    "contents": text("目次", "Contents"),
    # sheets
    "summary": text("要約", "Summary"),
    "evidence": text("型の根拠", "Evidence for the type"),
    "factors": text("重要成功要因", "Key factors"),
    "road_map": text("ロードマップ", "Road map"),
    "details": text("施策の詳細", "Measures in detail"),
    "gaps": text("不足と対応施策", "Gaps and measures"),
    "directions": text("国の方向性", "Five directions"),
    "open": text("未確認の点", "Open points"),
    "location": text("立地要件", "Location"),
    "logic": text("ロジックモデル（案）", "Logic models (draft)"),
    "answers": text("回答", "Answers"),
    "since": text("前回からの変化", "Since the previous one"),
    "sources": text("出典と方法", "Sources and method"),
    # titles and notes
    "evidence_title": text("型の根拠（視点別）", "Evidence for the type, by viewpoint"),
    "factors_title": text(
        "フェーズごとの重要成功要因と事実（三つの型すべて）", "Key factors of the phases and their facts, all types"
    ),
    "road_map_title": text("施策のロードマップ（時期・担い手・資源）", "Road map: timing, actors, resources"),
    "gaps_title": text(
        "満たしていない事実・不明な事実と、働きかける施策", "Facts missing or unknown, and what serves them"
    ),
    "directions_title": text("国の政策方向性（仮説）と地域の対応", "Policy directions of the state (hypotheses)"),
    "open_title": text("まだ分からない点", "What is unknown"),
    "location_title": text("立地要件との照合（七つの産業）", "Requirements of location, seven industries"),
    "points": text(
        "重みは正が支持、負が不支持。型の点は視点ごとに最も強い支持と最も強い不支持の差で、足し合わせではない。",
        "Weights: positive for, negative against. Within a viewpoint a type counts its strongest for less its strongest"
        " against, not the sum.",
    ),
    "who_note": text(
        "○は該当。担い手のうち市町村・都道府県・国の分担は、調査が「自治体」とだけ記す場合は本ツールの判断。",
        "○ applies. How actors divide between city, prefecture and state is this tool's judgement where the study says"
        " only 'municipality'.",
    ),
    "gaps_note": text(
        "判定された型の事実だけを挙げる。「不明」は「なし」ではない。",
        "Facts of the judged types only. Unknown is not missing.",
    ),
    "open_note": text(
        "上から順に、判定への影響が大きい。「はい」の列は、回答すれば型の判定が絞られる質問。終わりに、確信のない回答と食い違う回答を"
        "挙げる。",
        "In order of what they bear on. 'yes': an answer would narrow the type down. Last come answers without full"
        " confidence and answers that do not go together.",
    ),
    "no_measure": text("推奨施策のなかにはない", "none among the recommended measures"),
    "yes": text("はい", "yes"),
    # columns
    "item": text("項目", "Item"),
    "content": text("内容", "Content"),
    "ground": text("根拠", "Basis"),
    "type": text("型", "Type"),
    "viewpoint": text("視点", "Viewpoint"),
    "pull": text("支持・不支持", "For or against"),
    "weight": text("重み", "Weight"),
    "reason": text("理由", "Reason"),
    "facts": text("基づく回答・所見", "Answers and findings"),
    "basis": text("区分", "Basis"),
    "sections": text("節", "Sections"),
    "in_verdict": text("判定の型", "In the verdict"),
    "phase_number": text("フェーズ", "Phase"),
    "phase": text("フェーズ名", "Name of phase"),
    "here": text("現在地", "Work here"),
    "key_factor": text("重要成功要因", "Key factor"),
    "factor_status": text("要因の充足", "Factor"),
    "fact": text("事実", "Fact"),
    "role": text("必要・補助", "Role"),
    "fact_status": text("有無", "There?"),
    "order": text("着手順", "Order"),
    "timing": text("時期", "Timing"),
    "measure": text("施策", "Measure"),
    "phases": text("フェーズ", "Phases"),
    "status": text("状況", "Status"),
    "serves": text("働きかける要因", "Works towards"),
    "measures": text("働きかける施策（時期・状況）", "Measures (timing, status)"),
    "to_ask": text("確かめる質問", "Questions that would tell"),
    "number": text("番号", "No."),
    "direction": text("方向性", "Direction"),
    "relevance": text("関わり", "Relevance"),
    "kind": text("種別", "Kind"),
    "industry": text("産業", "Industry"),
    "targeted": text("狙う産業", "Aimed at"),
    "aspect": text("機能", "Aspect"),
    "requirement": text("要件", "Requirement"),
    "requirement_status": text("照合", "Met?"),
    "aspect_development": text("開発", "development"),
    "aspect_production": text("生産", "production"),
    "aspect_other": text("その他", "other"),
    "stage": text("段階", "Stage"),
    "draft": text("内容（案）", "Content (draft)"),
    "indicator": text("指標（案）", "Indicator (draft)"),
    "unit": text("単位", "Unit"),
    "figures_from": text("数値の出所", "Figures from"),
    "interview_section": text("区分", "Section"),
    "question": text("質問", "Question"),
    "state": text("状態", "State"),
    "answer": text("回答", "Answer"),
    "figure": text("数値", "Figure"),
    "confidence": text("確信度", "Confidence"),
    "source": text("出所", "Source"),
    "note": text("備考", "Note"),
    "participant": text("回答者", "Who"),
    "answered_on": text("回答日", "When"),
    "bears_on": text("関わる先", "Bears on"),
    "settles": text("型を絞る", "Settles type"),
    "why_asked": text("質問の趣旨", "Why it is asked"),
    "state_value": text("回答済み", "answered"),
    "state_dont_know": text("分からない", "don't know"),
    "state_not_asked": text("未回答", "not answered"),
    "state_not_applicable": text("該当しない", "not applicable"),
}


def word(name: str, lang: Lang, *values: object) -> str:
    """One of these words, with its blanks filled."""
    return _WORDS[name].get(lang).format(*values)
