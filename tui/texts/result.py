"""The words of the result."""

RESULT: dict[str, tuple[str, str]] = {
    "result.as_of": ("（基準日 {day}）", "(as of {day})"),
    "tab.diagnosis": ("診断", "Diagnosis"),
    "tab.measures": ("施策", "Measures"),
    "tab.directions": ("国の5方向", "Directions"),
    "tab.renewal": ("新陳代謝", "Renewal"),
    "tab.cases": ("近い事例", "Cases"),
    "tab.open_points": ("確かさ・留意点", "How sure"),
    "result.supports": (
        "型の支持（視点ごとの点は本ツールの判断）",
        "Support of the types (points are this tool's judgement)",
    ),
    "result.support": ("{type}　支持 {total}", "{type}: support {total}"),
    "result.factors": ("{type} の重要成功要因", "Key factors of {type}."),
    "result.standing": ("実施状況：{standing}", "status: {standing}"),
    "result.no_measures": (
        "型が定まらないため、施策の候補はまだありません。Enter で、確定に役立つ質問を見られます。",
        "As no type is judged there are no measures yet. Enter shows the questions that would settle it.",
    ),
    "result.cautions": ("留意点", "Cautions"),
    "result.directions": (
        "国の政策の方向性（国に向けた仮説。ここでの意味を示す）",
        "Directions for national policy (hypotheses that address the state; what they mean here)",
    ),
    "result.renewal": ("産業の新陳代謝の3つの方向性", "Three directions of industrial renewal"),
    "result.fits": ("回答の中に、この方向を支えるものがある", "something in the answers speaks for it"),
    "result.fits_not": ("回答の中に、この方向を支えるものはまだない", "nothing in the answers speaks for it yet"),
    "result.aspired": ("（志向に合う）", " (aspired to)"),
    "result.location": ("産業ごとの立地要件", "Requirements of location by industry"),
    "result.requirements": (
        "充足 {met}　未充足 {not_met}　不明 {unknown}",
        "met {met}, not met {not_met}, unknown {unknown}",
    ),
    "result.targeted": ("（誘致の対象）", " (aimed at)"),
    "result.way_out": ("解消の方法：{text}", "Way out: {text}"),
    "result.whatif_working": ("どの回答が変われば結果が変わるかを調べています。", "Working out what would change it."),
    "result.no_cases": ("近い事例はまだありません。", "No case is near yet."),
    "result.unanswered": (
        "未確認のこと（[ ] 未回答　[?] 分からない）",
        "What is not known ([ ] not asked, [?] don't know)",
    ),
    "relevance.high": ("関わりが大きい", "concerns this cluster much"),
    "relevance.some": ("一定の関わりがある", "concerns this cluster somewhat"),
    "relevance.none_seen": ("回答からは関わりが見えない", "no concern seen in the answers"),
    "relevance.unknown": ("回答が足りず分からない", "too few answers to tell"),
}
