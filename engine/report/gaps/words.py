"""The words of the documents of the gap check, in both languages. Names, rules and facts come from the book."""

from engine.model.text import Lang, LocalizedText
from engine.report.words import text

_WORDS: dict[str, LocalizedText] = {
    "title": text("施策の点検", "Policy gap check"),
    "register": text("事業一覧", "Register"),
    "register_told": text(
        "{name}{year}、{total}件（対応する施策：確認済み{confirmed}、候補のみ{suggested}、候補なし{open}）",
        "{name}{year}, {total} measures (confirmed {confirmed}, suggested {suggested}, nothing near {open})",
    ),
    "unread_n": text("読めなかった行{}", "rows not read: {}"),
    "no_year": text("年度不明", "fiscal year unknown"),
    "verdict": text("型とフェーズ", "Type and phase"),
    "public_note": text(
        "事業の概要、KPI、読めなかった行の内容、候補の手掛かりの語、診断の回答の備考を除いた。",
        "Without outlines and KPIs of measures, the text of rows not read, the words behind suggestions, and the notes"
        " of answers.",
    ),
    "to_check": text("要確認", "to check"),
    # page one
    "result": text("点検の結果", "Result"),
    "first_gaps": text("主な不足", "Main gaps"),
    "no_gaps": text(
        "いまのフェーズと前のフェーズの施策に、不足は見当たらない。",
        "No measure of the present or an earlier phase is missing.",
    ),
    "to_settle": text("型を定めるために確かめること", "What would settle the type"),
    "none_aimed": text(
        "立地を検討する産業が回答で選ばれておらず、一覧にも関わる事業が見当たらない。",
        "The answers aim at no industry, and nothing in the register seems to bear on location.",
    ),
    "gap": text("施策（型・種別）", "Measure (type, kind)"),
    "why": text("要る理由", "Why"),
    "who": text("担い手と最初の一手", "Who acts, and how to begin"),
    "section": text("節", "Section"),
    "serves": text("「{fact}」（現状：{status}）に働きかける", "Works towards: {fact} (now: {status})"),
    "kind_of_phase": text("{phase}の施策", "A measure of {phase}"),
    "more_gaps": text("不足はほかに{}件（本文）。", "{} more gaps: see the main part."),
    "other": text("そのほかの点検結果", "Further findings"),
    "other_none": text("ほかに挙げる点はない。", "There is nothing else to note."),
    "count": text("{}件", "{}"),
    "and_more": text("ほか{}件", "{} more"),
    "directions": text("国の五つの政策方向性（仮説）", "The five directions of the state (hypotheses)"),
    "direction_head": text("方向性（2-3）", "Direction (2-3)"),
    "concerns": text("この集積との関わり", "For this cluster"),
    "does_n": text("一覧の事業", "In register"),
    "missing_n": text("足りない施策", "Missing"),
    "also": text("ほか{}", "also {}"),
    "notes": text("注記", "Notes"),
    "heat_phase": text("フェーズと資源でみた施策の有無", "Phases by resources: what is there"),
    "heat_actor": text("主体と資源でみた施策の有無", "Actors by resources: what is there"),
    "rows_left_out": text("不足のある行だけ。すべては本文", "rows that lack something; all stand in the main part"),
    "phase": text("フェーズ", "Phase"),
    "actor": text("主体", "Actor"),
    "limits": text("点検の範囲と限界", "Scope and limits"),
    "limits_text": text(
        "令和4年度の調査（成功したとみられる事例）と診断の回答に一覧を重ねたもので、因果関係は示されていない。予算額だけでは"
        "判断していない。要確認は、未確認の候補か未確定の型・フェーズによる。調査の重要度（差別化・重要・任意）は失われ、示さない。"
        "一覧にない県・企業・大学の取組は含まない。〔判断〕は本ツールの判断、番号は報告書の節。",
        "The register laid over the study of fiscal 2022 (cases that seemed successful) and the answers; no causality"
        " is shown, and nothing is judged by budget alone. To check: rests on a suggestion nobody confirmed, or on an"
        " open type or phase. The study's rank of measures is lost and not shown. What others do outside the register"
        " is not counted. [judgement]: this tool's; numbers: sections of the study.",
    ),
    # findings
    "findings": text("点検結果の一覧と理由", "Findings and reasons"),
    "findings_note": text(
        "種類ごとに、いま要るもの、着手の早いものから並べる。各項の下に、当てはまった規則、その根拠となった事実、担い手を記す。",
        "By kind, what is due now and begun first comes first. Below each: the rule that applied, the facts it stood"
        " on, and who acts.",
    ),
    "none_found": text("点検で挙げる点はない。", "The check finds nothing to note."),
    "turns_on": text("要確認の理由", "To check because"),
    "existing": text("関わる事業", "Measures concerned"),
    "existing_n": text("関わる事業（{}件）", "Measures concerned ({})"),
    "absent_actors": text("一覧に見えない主体", "Actors not seen in the register"),
    "absent_resources": text("一覧に見えない資源", "Resources not seen in the register"),
    "thought": text("考え方", "Thinking"),
    # coverage
    "covered": text("型とフェーズの施策と、一覧の事業", "Measures of the type, and what the register has"),
    "covered_of": text("{}の施策と一覧の事業", "Measures of {} and the register"),
    "measure": text("施策", "Measure"),
    "timing": text("時期", "Timing"),
    "in_register": text("一覧", "Register"),
    "by_answers": text("回答", "Answers"),
    "measures_there": text("対応する事業", "Existing measures"),
    "nothing_left": text("－", "-"),
    "factors": text("重要成功要因ごとの備え", "Coverage by key factor"),
    "factors_note": text(
        "要因に働きかける施策のうち、一覧に事業があるもの。事業があることは、要因が満たされたことを意味しない。",
        "Of the measures that work towards a factor, those with something in the register. That something is there does"
        " not mean that the factor is met.",
    ),
    "factor_bars": text(
        "要因に働きかける施策のうち、確認済みの事業があるもの", "Measures towards each factor with something confirmed"
    ),
    "factor_text": text(
        "{there}/{all}、候補{suggested}、なし{missing}", "{there}/{all}, suggested {suggested}, none {missing}"
    ),
    "factor_table": text("重要成功要因と施策", "Key factors and measures"),
    "key_factor": text("重要成功要因", "Key factor"),
    "factor_status": text("充足", "Met?"),
    "there": text("あり", "There"),
    "suggested": text("候補（要確認）", "Suggested"),
    "missing": text("なし", "None"),
    "heat_part": text("施策の有無の図", "What is there, at a glance"),
    "heat_note": text(
        "施策の主体と資源は調査の表による（失われた欄は内容から置いた）。一つの施策が複数の欄に数えられる。",
        "Actors and resources of measures are those of the study's tables (lost cells placed by content). A measure"
        " counts in each cell it belongs to.",
    ),
    # directions
    "directions_note": text(
        "五つとも国に向けた仮説で、自治体が選ぶものではない。一覧の事業との対応は本ツールの判断。",
        "All five are hypotheses addressed to the state, not choices of a municipality. Which measures work on them is"
        " this tool's judgement.",
    ),
    "does": text("一覧の事業がしていること", "What the register does"),
    "does_none": text("当たる事業は見当たらない", "nothing found"),
    "missing_home": text("地域で足りない施策", "Missing at home"),
    "missing_none": text("なし", "none"),
    "missing_unchecked": text("点検していない（型の判定がないため）", "not looked at, as no type is judged"),
    # further sheets
    "sheets": text("参考の表との照合", "Further sheets of the study"),
    "sheets_note": text(
        "事業との対応はすべて言葉の近さによる候補で、確認されていない。該当する事業がなくても不足とは限らない。",
        "What stands beside the rows are suggestions by words alone. A row without any need not be a lack.",
    ),
    "sheet_location": text("立地要件", "Requirements of location"),
    "sheet_hr": text("人材施策の類型", "Measures on people"),
    "sheet_dx": text("DX施策の類型", "Measures on DX"),
    "sheet_land": text("産業用地", "Industrial land"),
    "sheet_history": text("政策の経緯", "Policy history"),
    "note_location": text(
        "要件の文に照らしたもの。表に印がないことは、重要でないという意味ではない。",
        "Held against the texts. No tick in the matrix never means that a point is unimportant.",
    ),
    "note_hr": text(
        "調査は都道府県の施策を分析している。「県」は県の所管に当たるもので、市町村の権限とは限らない。",
        "The study looked at prefectures. 'prefecture' marks what is theirs and need not be within a municipality's"
        " powers.",
    ),
    "note_land": text(
        "全国の農地転用の傾向で、個々の市町村の需要を示さない。",
        "A nation-wide tendency of farmland; it says nothing of a given municipality.",
    ),
    "row": text("項目", "Row"),
    "industry": text("産業", "Industry"),
    "requirement": text("要件", "Requirement"),
    "answers_say": text("回答との照合", "By the answers"),
    "power": text("所管", "Whose matter"),
    "prefectural": text("県", "prefecture"),
    "nearest": text("近い事業（候補）", "Existing measures (suggested)"),
    "nothing_seen": text("見当たらず", "nothing seen"),
    # mapping
    "mapping": text("事業と施策の対応", "What each measure serves"),
    "mapping_note": text(
        "「候補（要確認）」は言葉の近さによるもので、人の確認を待つ。手掛かりは、候補に結び付いた語。",
        "'Suggested' rests on words alone and waits for a person. Words: what led to the suggestion.",
    ),
    "existing_measure": text("事業", "Existing measure"),
    "department": text("担当課", "Section"),
    "generic": text("対応する施策", "Serves"),
    "standing": text("確認", "Standing"),
    "words": text("手掛かり", "Words"),
    "serves_none": text("当たる施策なし", "none"),
    "kept": text("前年から引継ぎ", "taken over from an earlier year"),
    "empty_register": text("一覧に事業がない。", "The register holds no measure."),
    "unread": text("読み取れなかった行", "Rows that could not be read"),
    "unread_note": text(
        "次の行は、全部または一部を読み取れなかった。ほかの行は点検に入れた。",
        "These rows could not be read, or only in part. The others went into the check.",
    ),
    "where": text("シート・行", "Sheet, row"),
    "what": text("内容", "What stands there"),
    "reason": text("理由と直し方", "Reason and remedy"),
    "taken": text("取り込み", "Taken in"),
    "taken_partly": text("この欄を除いて取り込み", "yes, without this cell"),
    "taken_not": text("取り込まず", "no"),
    "sheet_row": text("{sheet} {row}行", "{sheet} row {row}"),
    "row_only": text("{}行", "row {}"),
    # method
    "how": text("進め方", "How"),
    "how_text": text(
        "診断（型、フェーズ、推奨施策）に事業一覧と施策の対応を重ね、規則にかけた。文章の生成や学習による推定は用いていない。"
        "同じ診断、一覧、対応、知識からは、いつも同じ結果になる。",
        "The register and what each measure serves were laid over the assessment (type, phase, measures), and rules"
        " applied. Nothing is generated or learned. The same assessment, register, mapping and knowledge always give"
        " the same result.",
    ),
    "suggesting": text("候補の付け方", "Suggestions"),
    "suggesting_text": text(
        "事業の名称、概要、KPIの語を、調査の施策とその具体例の語と照らし、近いものを候補とした。候補を確かめるのは人である。",
        "Words of name, outline and KPI were held against those of the study's measures and their examples. People"
        " confirm what is suggested.",
    ),
    "rules_used": text("規則", "Rules"),
    "rules_text": text(
        "点検の規則{}件。根拠の区分〔調査〕〔推論〕〔判断〕は各項に記した。",
        "Rules of the check: {}. Each finding bears its basis.",
    ),
    "reading": text("一覧の読み方", "Reading the register"),
    "reading_text": text("{}列を読んだ：{}", "{} columns read: {}"),
    "unknown": text("分からないこと", "What is unknown"),
    "unknown_text": text(
        "一覧の空欄は「不明」であり、「なし」として数えていない。予算は、名称や概要と同じく参考として持つだけで、判断に使わない。",
        "An empty cell of the register is unknown, never no. Budgets are carried along and judge nothing.",
    ),
    "version": text("知識の版", "Knowledge version"),
    "digest": text("点検ダイジェスト", "Digest of the check"),
    "assessment": text("診断ダイジェスト", "Digest of the assessment"),
    "footer": text("点検ダイジェスト {} / 診断 {} / 知識の版 {}", "Check {} / assessment {} / knowledge {}"),
}


def word(name: str, lang: Lang, /, *values: object, **named: object) -> str:
    """One of these words, with its blanks filled."""
    return _WORDS[name].get(lang).format(*values, **named)
