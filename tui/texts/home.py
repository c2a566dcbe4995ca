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
        "保存された相談はまだありません。n で新しい相談を始めます。"
        "e で報告書の事例や架空の見本の写しを開き、試すこともできます。i で回答ファイルを取り込めます。",
        "No consultation is kept yet. Press n to begin one, e to open a copy of one of the study's examples or of "
        "a made-up sample, or i to import an answer file.",
    ),
    "home.saved": ("保存された相談（{count}件）", "Consultations kept ({count})"),
    "home.hits": ("　検索の結果 {count}件", "  found {count}"),
    "home.missing": ("　判定を計算中 {done}件済み", "  working out verdicts, {done} done"),
    "home.search": ("検索", "Search"),
    "home.search_hint": (
        "/ で入力：名前、市町村（読み・コード）、産業、シナリオ",
        "/ to type: name, place (reading or code), industry, scenario",
    ),
    "home.no_hit": ("「{sought}」に当てはまる相談はありません。", "No consultation matches '{sought}'."),
    "home.no_hit_way": (
        "Esc で検索を消すと、すべての相談が出ます。読みの一部や、別の言葉でも探せます。",
        "Esc clears the search and shows all. Try part of a reading, or another word.",
    ),
    "home.column_name": ("産業集積", "Cluster"),
    "home.column_place": ("市町村", "Place"),
    "home.column_industry": ("産業（中分類）", "Industry (division)"),
    "home.column_verdict": ("判定", "Verdict"),
    "home.column_progress": ("回答", "Answers"),
    "home.column_changed": ("更新", "Changed"),
    "home.judging": ("判定を計算中", "being worked out"),
    "home.progress": ("{answered}/{total}", "{answered}/{total}"),
    "home.dont_know": ("（不明{count}）", " ({count} unknown)"),
    "home.more_places": ("ほか{count}", "and {count} more"),
    "home.deleted": (
        "「{name}」を削除しました。Ctrl+Z で元に戻せます。",
        "'{name}' was deleted. Ctrl+Z brings it back.",
    ),
    "home.restored": ("「{name}」を元に戻しました。", "'{name}' was brought back."),
    "home.nothing_to_undo": (
        "この画面で削除したものはありません。以前に削除したものは z で見られます。",
        "Nothing was deleted here. Press z for what was deleted before.",
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
    # deleted
    "deleted.title": ("削除した相談（{count}件）", "Deleted consultations ({count})"),
    "deleted.lead": (
        "選ぶと、一覧に戻ります。回答は残っています。",
        "Choose one to bring it back. Its answers were kept.",
    ),
    "deleted.none": ("削除した相談はありません。", "Nothing was deleted."),
    "deleted.row": ("回答 {answered}　削除 {changed}", "{answered} answers, deleted {changed}"),
    # import and export
    "import.title": ("回答ファイルの取り込み", "Import an answer file"),
    "import.lead": (
        "回答ファイル（YAML）の場所を入力してください。新しい相談として保存し、開きます。",
        "Give the path of an answer file (YAML). It is kept as a new consultation and opened.",
    ),
    "import.how": (
        "上下キーで候補を選び、Enter でフォルダに入る・取り込む。引用符や file:// が付いたままで構いません。",
        "Up and Down choose, Enter opens a folder or imports. Quotes and file:// may stay.",
    ),
    "import.hint": ("例：~/回答/北上.yaml", "such as: ~/answers/kitakami.yaml"),
    "import.problems": (
        "取り込めません（{count}件）。ファイルを直してから、もう一度 Enter を押してください。",
        "It cannot be imported ({count} problems). Correct the file and press Enter again.",
    ),
    "working.import": ("読み込み中", "reading"),
    "working.opening": ("開いています", "opening"),
    "finder.more": ("ほかに{count}件。続けて入力すると絞れます。", "{count} more: type on to narrow them down."),
    "export.title": ("回答ファイルの書き出し", "Export an answer file"),
    "export.lead": (
        "この相談の回答を YAML ファイルに書き出します。送る、手で直す、取り込む、のいずれにも使えます。",
        "Writes the answers as a YAML file: to send, to correct by hand, to import elsewhere.",
    ),
    "export.how": ("Enter で書き出し、Esc で取り消し。", "Enter writes it, Esc takes it back."),
    "export.replace": (
        "もう一度 Enter を押すと、このファイルを置き換えます。",
        "Press Enter again to replace that file.",
    ),
    "export.done": ("書き出しました：{path}", "Written: {path}"),
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
    "examples.title": ("報告書の事例と見本（{count}件）", "Examples of the study, and a sample ({count})"),
    "examples.lead": (
        "選ぶと、その事例の回答の写しが新しい相談として保存され、自由に書き換えられます。"
        "「見本」と入力すると、施策点検まで試せる架空の市が出ます。",
        "Choosing one keeps a copy of its answers as a consultation, which you may change freely. "
        "Type 'sample' for a made-up city, to try the gap check too.",
    ),
    "examples.sample": (
        "架空の見本：市も数値も実在しない。事業一覧の見本と組で、施策点検まで試せる。",
        "A made-up sample: neither city nor figures are real. With its register of measures, to try the gap check too.",
    ),
    "examples.hint": ("入力して探す：地名、産業、型など", "type to search: place, industry, type"),
    "examples.type": ("報告書の型：{type}", "type in the study: {type}"),
    "examples.no_type": ("報告書に型の記載なし", "no type given in the study"),
    "examples.phases": ("経てきたフェーズ：{phases}", "phases gone through: {phases}"),
    "examples.row": ("{industry}　回答 {answered}", "{industry}, {answered} answers"),
    "examples.none": ("「{sought}」に当てはまる事例はありません。", "No example matches '{sought}'."),
    # new consultation, and its correction
    "new.title": ("新しい相談", "New consultation"),
    "edit.title": ("相談の内容の修正", "Correct what a consultation is about"),
    "edit.save": ("この内容で保存する", "Keep these"),
    "new.name": ("産業集積の名前", "Name of the cluster"),
    "new.name_hint": ("例：北上川流域の電子・輸送機器", "such as: electronics of the Kitakami valley"),
    "new.name_made": (
        "空欄のままなら「{name}」とします。",
        "If left empty it will be called '{name}'.",
    ),
    "new.name_en": ("産業集積の名前（英語）", "Name of the cluster in English"),
    "new.area": ("市町村・都道府県", "Municipalities or prefecture"),
    "new.area_hint": ("読み、漢字、コードで探す（例：きたかみ）", "search by reading, kanji, Latin letters or code"),
    "new.area_how": (
        "続けて入力すると追加。取り消しは、上の行に移って Delete か Enter、またはクリック。",
        "Type on to add more. To take one back go up to it and press Delete or Enter, or click it.",
    ),
    "new.area_none": (
        "当てはまる市町村がありません。読みの始めの数文字や、6桁の団体コードでも探せます。",
        "No place matches. Try the first letters of its reading, or its code of six digits.",
    ),
    "new.area_open": (
        "まだ選ばれていません。上下キーで選んで Enter を押すか、入力を消してください。",
        "Not chosen yet: choose with Up and Down and press Enter, or clear the field.",
    ),
    "new.division": (
        "産業中分類（日本標準産業分類）",
        "Division of industry (Japan Standard Industrial Classification)",
    ),
    "new.division_hint": (
        "名前、読み、番号、製品で探す。下キーで一覧",
        "search by name, code or product; Down lists all",
    ),
    "new.division_by": ("「{name}」を含む", "includes: {name}"),
    "new.division_none": (
        "当てはまる中分類がありません。入力を消して下キーを押すと、一覧が出ます。",
        "No division matches. Clear the field and press Down for the list.",
    ),
    "new.division_open": (
        "まだ選ばれていません。上下キーで選んで Enter を押すか、入力を消してください。",
        "Not chosen yet: choose with Up and Down and press Enter, or clear the field.",
    ),
    "new.not_manufacturing": (
        "この調査は製造業を対象としています。当てはまるかどうかは、質問の中で確かめます。",
        "The study deals with manufacturing. Whether it applies is among the questions.",
    ),
    "new.industry": ("産業の呼び名", "Industry in your own words"),
    "new.industry_hint": ("例：電子部品・デバイス。空欄なら中分類名", "such as: electronic parts; else the division"),
    "new.industry_en": ("産業の呼び名（英語）", "Industry in English"),
    "new.level": ("範囲（市町村から自動で提案）", "Level (suggested by the places)"),
    "new.level.city": ("市町村", "City, town or village"),
    "new.level.region": ("複数の市町村にまたがる地域", "Region of several municipalities"),
    "new.level.prefecture": ("都道府県", "Prefecture"),
    "new.as_of": ("基準日（例：2026-04-01、令和8年4月1日、R8.4.1）", "As of (such as 2026-04-01, R8.4.1)"),
    "new.name_missing": (
        "名前を入力してください。市町村と産業があれば、空欄でも構いません。",
        "Give it a name, or a place and an industry to make one of.",
    ),
    "new.begin": ("この内容で始める", "Begin with this"),
    "new.leave": (
        "入力した内容は保存されません。一覧へ戻りますか。",
        "What was typed is not kept. Go back to the list?",
    ),
    "new.leave_yes": ("戻る", "Go back"),
    "new.leave_no": ("入力を続ける", "Go on typing"),
    # keys of these screens
    "key.import": ("取り込み", "Import"),
    "key.keep_cluster": ("保存", "Keep"),
    "key.export": ("書き出し", "Export"),
    "key.edit": ("修正", "Edit"),
    "key.deleted": ("削除した相談", "Deleted ones"),
    "key.undo_delete": ("削除を元に戻す", "Undo deleting"),
    "key.compare_parent": ("元と比較", "Vs original"),
    "key.clear_search": ("入力を消す", "Clear the field"),
}
