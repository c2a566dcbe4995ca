"""Every word of the terminal interface that is not knowledge, in both languages."""

from typing import Literal

from tui.texts_asking import ASKING

Lang = Literal["ja", "en"]

TEXTS: dict[str, tuple[str, str]] = {
    **ASKING,
    # keys, as the footer shows them
    "key.help": ("説明", "Help"),
    "key.language": ("EN", "日本語"),
    "key.theme": ("明暗", "Light/dark"),
    "key.quit": ("終了", "Quit"),
    "key.open": ("開く", "Open"),
    "key.new": ("新規", "New"),
    "key.examples": ("報告書の事例", "Examples"),
    "key.delete": ("削除", "Delete"),
    "key.branch": ("シナリオ", "Scenario"),
    "key.compare": ("比較", "Compare"),
    "key.back": ("戻る", "Back"),
    "key.home": ("一覧", "Home"),
    "key.save": ("始める", "Begin"),
    "key.questions": ("質問", "List"),
    "key.reading": ("読み", "Board"),
    "key.result": ("結果", "Result"),
    "key.skip": ("後で", "Skip"),
    "key.mode": ("クイック/フル", "Quick/full"),
    "key.previous": ("前へ", "Back"),
    "key.unknown": ("分からない", "Unknown"),
    "key.explain": ("理由", "Why"),
    "key.tab": ("タブ", "Tabs"),
    "key.close": ("閉じる", "Close"),
    # home
    "home.title": ("Shuseki  産業集積の相談", "Shuseki  consultations on industrial clusters"),
    "home.lead": (
        "地域の産業集積について質問に答えると、型とフェーズ、施策の候補を、根拠とともに示します。",
        "Answer questions about an industrial cluster and get its type, its phase and measures, each with reasons.",
    ),
    "home.opening": ("知識と保存データを開いています。", "Opening the knowledge and the store."),
    "home.empty": (
        "保存された相談はまだありません。n で新しい相談を始めます。e で報告書の事例の写しを開き、試すこともできます。",
        "No consultation is kept yet. Press n to begin one, or e to open a copy of one of the study's examples.",
    ),
    "home.saved": ("保存された相談（{count}件）", "Consultations kept ({count})"),
    "home.row": (
        "回答 {answered}　分からない {unknown}　更新 {changed}",
        "answered {answered}, unknown {unknown}, changed {changed}",
    ),
    "home.no_industry": ("（産業名なし）", "(no industry named)"),
    "home.scenario": ("シナリオ「{name}」　元：{parent}", "Scenario '{name}', from: {parent}"),
    "home.scenario_alone": ("シナリオ「{name}」", "Scenario '{name}'"),
    "home.parent_gone": ("削除済み", "deleted"),
    "home.to_compare": (
        "「{name}」と比べる相手に移って c。もう一度同じ行で c を押すと取り消し。",
        "Go to the one to compare '{name}' with and press c; c on the same line takes it back.",
    ),
    "home.no_parent": (
        "p は、シナリオを元の相談と比べます。選んだ相談はシナリオではないか、元が削除されています。",
        "p compares a scenario with what it came from: this is no scenario, or its origin was deleted.",
    ),
    "home.delete": ("「{name}」を削除しますか。", "Delete '{name}'?"),
    "home.delete_yes": ("削除する", "Delete it"),
    "home.delete_no": ("削除しない", "Keep it"),
    # scenarios
    "scenario.title": ("シナリオとして複製：{name}", "Copy as a scenario: {name}"),
    "scenario.lead": (
        "今の回答を写した新しい相談を作ります。元の相談は変わりません。何を仮定するかを名前にしてください。",
        "Makes a new consultation with the answers as they stand; the original stays as it is. Name what you suppose.",
    ),
    "scenario.hint": ("例：産学官の共同研究が始まる", "such as: joint research begins"),
    "scenario.how": ("Enter で作成、Esc で取り消し。", "Enter makes it, Esc takes it back."),
    "scenario.name_missing": ("名前を入力してください。", "Give it a name."),
    # comparison
    "compare.title": ("比較", "Comparison"),
    "compare.working": ("比べています。", "Comparing."),
    # examples
    "examples.title": ("報告書の事例", "Examples of the study"),
    "examples.lead": (
        "選ぶと、その事例の回答の写しが新しい相談として保存され、自由に書き換えられます。",
        "Choosing one keeps a copy of its answers as a new consultation, which you may change freely.",
    ),
    "examples.row": ("回答 {answered}　{industry}", "{answered} answers, {industry}"),
    # new consultation
    "new.title": ("新しい相談", "New consultation"),
    "new.name": ("産業集積の名前（必須）", "Name of the cluster (needed)"),
    "new.name_hint": ("例：北上川流域の電子・輸送機器", "such as: electronics of the Kitakami valley"),
    "new.industry": ("産業", "Industry"),
    "new.industry_hint": ("例：電子部品・デバイス", "such as: electronic parts"),
    "new.level": ("範囲", "Level"),
    "new.level.city": ("市町村", "City, town or village"),
    "new.level.region": ("複数の市町村にまたがる地域", "Region of several municipalities"),
    "new.level.prefecture": ("都道府県", "Prefecture"),
    "new.area": ("団体コード（任意、複数は「、」で区切る）", "Area code (optional; separate several by commas)"),
    "new.area_hint": ("例：032069", "such as: 032069"),
    "new.as_of": ("基準日", "As of"),
    "new.name_missing": ("名前を入力してください。", "Give it a name."),
    "new.begin": ("この内容で始める", "Begin with this"),
    # result
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
    # explanations
    "why.title": ("理由", "Why"),
    "why.legend": (
        "(o) 成り立つ  (x) 成り立たない  (?) 未定　+ は Enter で開く",
        "(o) holds  (x) does not  (?) open; Enter opens +",
    ),
    "problem.title": ("お知らせ", "Notice"),
    "problem.close": ("閉じる", "Close"),
    "help.title": ("操作の説明", "Help"),
}


def say(lang: Lang, key: str, **values: object) -> str:
    """The text in ``lang``, with the values put in."""
    text = TEXTS[key][0 if lang == "ja" else 1]
    return text.format(**values) if values else text
