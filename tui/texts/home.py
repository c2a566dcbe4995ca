"""The words of the list of consultations and of what begins one: new, examples, scenarios, comparison."""

HOME: dict[str, tuple[str, str]] = {
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
}
