"""The words of the first page and of the parts that close a report, in both languages."""

from engine.model.text import Lang
from engine.report.words import text

_WORDS = {
    # head and first page
    "about": text("対象", "About"),
    "area": text("地域", "Area"),
    "public_mark": text("公開用", "public version"),
    "public_note": text(
        "回答の備考・出所・回答者・回答日とシナリオ名を除いた。",
        "Without notes, sources, participants and dates of answers and without a scenario's name.",
    ),
    "scenario_public": text(
        "仮定を置いた場合の結果（仮定の名称は省略）", "what follows from a supposition (its name is left out)"
    ),
    "summary": text("判定の要約", "Summary"),
    "standing": text("確定の状況", "Status"),
    "all_settled": text(
        "型もフェーズも確定（残る回答がどうであっても変わらない）",
        "type and phase are settled: no open answer changes them",
    ),
    "all_settled_if": text(
        "回答が正しければ、型もフェーズも確定。ただし、これにかかわる回答に{}がある",
        "type and phase are settled if the answers are right; among those that bear on them: {}",
    ),
    "type_settled": text("型は確定、フェーズは未確定", "the type is settled, the phase is not"),
    "type_settled_if": text(
        "回答が正しければ、型は確定。ただし、これにかかわる回答に{}がある。フェーズは未確定",
        "the type is settled if the answers are right (among those that bear on it: {}); the phase is not",
    ),
    "none_settled": text(
        "残る回答がどうであっても、型は定まらない", "whatever the open answers turn out to be, no type is judged"
    ),
    "doubted_n": text("確信のないもの{}問", "without full confidence {}"),
    "clash_n": text("食い違い{}件", "contradictions {}"),
    "type_open": text("型は未確定。ありうる判定：{}", "the type is not settled. Still possible: {}"),
    "contradictions": text(
        "{}件ある。下の判定は、どちらの回答も変えずに行っている（詳しくは本文の同じ題の部）。",
        "{}. The verdict below leaves each answer as it is (more in the part of the same name).",
    ),
    "board": text("型とフェーズ", "Types and phases"),
    "reasons": text("判定の主な理由", "Main reasons"),
    "no_reasons": text(
        "型を挙げられるだけの根拠が回答にない（支持の合計：{totals}。名を挙げるには{least}点、差{margin}点が要る）。",
        "The answers do not carry any type (support in all: {totals}; being named takes {least}, with a lead of"
        " {margin}).",
    ),
    "of_type": text("{type}・{viewpoint}", "{type}, {viewpoint}"),
    "steps": text("最初の一歩", "First steps"),
    "steps_next": text(
        "「まず」に当たる施策はないため、「次に」の施策を挙げる。", "No measure falls under 'First'; these come next."
    ),
    "steps_then": text(
        "「まず」「次に」に当たる施策はない。「その後」の施策は本文の表のとおり。",
        "No measure falls under 'First' or 'Next'; those that come later stand in the table of measures.",
    ),
    "steps_none": text(
        "型が定まらないため、施策はまだ挙げない。下の未確認の点を確かめることが最初の一歩になる。",
        "As no type is judged no measure is named yet. Finding out what is unknown, below, is the first step.",
    ),
    "steps_more": text(
        "同じ着手順の施策がほかに{}件ある（推奨施策の表）。", "{} more come in the same order; see the measures."
    ),
    "measure": text("施策", "Measure"),
    "when": text("時期（実施状況）", "Timing (status)"),
    "acts": text("担い手と最初にすること", "Who acts, and how to begin"),
    "ask_status": text("不明。まず実施状況を確かめる", "unknown: find out first"),
    "others_act": text("ほかの担い手", "also to act"),
    "unknown": text("まだ分からない主な点", "What is unknown"),
    "unknown_none": text("型とフェーズを左右する未確認の点はない。", "No open point can change type or phase."),
    "unknown_little": text(
        "一つ分かるだけで型やフェーズの判定が大きく動く未確認の点はない。",
        "No open point on its own moves the verdict on type or phase much.",
    ),
    "unknown_more": text(
        "結論にかかわる未確認の質問は{open}問（うち「分からない」{dont_know}問）。「いいえ」としては数えていない。",
        "Open questions that bear on a conclusion: {open} (don't know: {dont_know}). An open one never counts as no.",
    ),
    "limits": text("この診断の範囲と限界", "Scope and limits"),
    "limits_head": text(
        "令和4年度の調査報告書と{answered}問の回答だけから、規則で導いた。",
        "Derived by rules from the study of fiscal 2022 and from {answered} answers alone.",
    ),
    "footer": text("診断ダイジェスト {} / 知識の版 {}", "Digest {} / knowledge {}"),
    # parts and annexes
    "part": text("{}　{}", "{}. {}"),
    "annex": text("資料{n}　{title}", "Annex {n}: {title}"),
    "annex_phase": text("フェーズの根拠", "Evidence for the phases"),
    "annex_measures": text("施策の詳細", "Measures in detail"),
    "annex_logic": text("ロジックモデル（案）", "Logic models (draft)"),
    "annex_answers": text("回答の一覧", "All answers"),
    "annex_since": text("前回の診断からの変化", "What changed since the previous consultation"),
    "annex_sources": text("出典", "Sources"),
    "annex_method": text("判定の方法", "Method"),
    "see_annex": text(
        "施策ごとの担い手、理由、事例、国の制度は資料「{}」にある。",
        "Who acts, reasons, cases and schemes of each: see the annex '{}'.",
    ),
    # since the previous one
    "before": text("前回", "Previous"),
    "now": text("今回", "Present"),
    "since_line": text("前回からの変化", "Since the previous one"),
    "since_turned": text("{} {} → {}", "{} {} → {}"),
    "since_alike": text("型もフェーズも変わらない", "type and phase are as they were"),
    "since_other": text(
        "前回の診断は、地域または産業が今回と異なる。以下は同じ集積の変化とは限らない。",
        "The previous consultation is about another area or industry: what follows need not be a change in one"
        " cluster.",
    ),
    "since_same": text(
        "回答、確信度、基準日のいずれも前回から変わっていない。",
        "Answers, confidence and date are all as they were.",
    ),
    # answers
    "question": text("質問", "Question"),
    "answer": text("回答", "Answer"),
    "confidence": text("確信度", "Confidence"),
    "source_note": text("出所・備考", "Source, note"),
    "who_when": text("回答者・回答日", "Who, when"),
    "sure": text("確か", "sure"),
    "likely": text("おそらく", "likely"),
    "unsure": text("不確か", "unsure"),
    "dont_know": text("分からない", "don't know"),
    "note": text("備考", "Note"),
    "answers_note": text(
        "基準日{day}現在。値のある回答{known}問、「分からない」{dont_know}問、未回答{not_asked}問、該当しない質問{not_applicable}問。",
        "As of {day}. With a value: {known}; 'don't know': {dont_know}; not answered: {not_asked}; not applicable:"
        " {not_applicable}.",
    ),
    "not_asked_list": text("未回答の質問", "Not answered"),
    "not_applicable_list": text("ほかの回答から該当しない質問", "Not applicable, by other answers"),
    # logic models
    "logic_draft": text(
        "以下は本ツールが作った案であり、調査の記述でも効果の見込みでもない。アウトカムと指標は、関係者で議論して決めること。"
        "現状値・目標値・目標年度の欄は、関係者が書き込むために空けてある。",
        "What follows is this tool's draft: neither a statement of the study nor a promise of effects. People are to"
        " discuss and decide outcomes and indicators, and fill in the empty columns.",
    ),
    "logic_rest": text(
        "以下は着手順が「まず」「次に」の施策の分。ほかの推奨施策{count}件の案は、Excel形式の報告書にある。",
        "Below are those of the measures that come first or next; the drafts for the other recommended measures"
        " ({count}) stand in the report as an Excel workbook.",
    ),
    "logic_of": text("{title}の流れ（案）", "{title}: from means to outcomes (draft)"),
    "indicators_of": text("{title}の指標（案）", "{title}: indicators (draft)"),
    "present_value": text("現状値", "Now"),
    "target_value": text("目標値", "Target"),
    "target_year": text("目標年度", "Target year"),
    "stage": text("段階", "Stage"),
    "content": text("内容（案）", "Content (draft)"),
    "indicator": text("指標（案）", "Indicators (draft)"),
    "inputs": text("投入", "Inputs"),
    "activities": text("活動", "Activities"),
    "outputs": text("アウトプット", "Outputs"),
    "short_term": text("短期アウトカム", "Short-term outcomes"),
    "mid_long_term": text("中長期アウトカム", "Mid- and long-term outcomes"),
    "unit_source": text("{name}（{unit}。{source}）", "{name} ({unit}; {source})"),
    # sources
    "study": text(
        "経済産業省「令和4年度地域デジタルイノベーション促進事業（地域経済活性化対策等調査・分析事業）調査報告書」"
        "（委託先：株式会社野村総合研究所、2023年）。以下はこの診断が引いた節。",
        "METI, report of the fiscal 2022 survey and analysis on measures to vitalise regional economies, by Nomura"
        " Research Institute, 2023 (in Japanese). Sections this assessment draws on:",
    ),
    "section": text("節", "Section"),
    "section_title": text("題", "Title"),
}


def word(name: str, lang: Lang, /, **values: object) -> str:
    """One of these words, with values put in by name."""
    return _WORDS[name].get(lang).format(**values)


def filled(name: str, lang: Lang, /, *values: object) -> str:
    """One of these words, with values put in by place."""
    return _WORDS[name].get(lang).format(*values)
