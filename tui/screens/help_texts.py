"""What F1 tells: the keys of each screen, in both languages."""

HELP: dict[str, tuple[tuple[str, str, str], ...]] = {
    "home": (
        (
            "Enter",
            "選んだ相談を、次の未回答の質問から続ける。",
            "Goes on with a consultation at its next open question.",
        ),
        ("n", "新しい相談を始める。", "Begins a new consultation."),
        ("e", "報告書の事例の写しを開く。", "Opens a copy of one of the study's examples."),
        (
            "b",
            "選んだ相談をシナリオとして複製し、開く。元の相談は変わらない。",
            "Copies the consultation chosen as a scenario and opens it; the original stays as it is.",
        ),
        (
            "c",
            "比べる相談の一つ目に印を付け、二つ目で押すと並べて比べる。",
            "Marks the first to compare; pressed on a second, shows both side by side.",
        ),
        ("p", "シナリオを元の相談と比べる。", "Compares a scenario with the consultation it came from."),
        ("d, Delete", "選んだ相談を削除する（確認あり）。", "Deletes the consultation chosen, after asking."),
        ("q", "終了する。", "Quits."),
    ),
    "new": (
        ("Tab, Enter", "次の欄へ移る。Shift+Tab で戻る。", "To the next field; Shift+Tab goes back."),
        ("Up Down, 1-3", "範囲を選ぶ。", "Choose the level."),
        (
            "F5, Ctrl+S",
            "入力した内容で始める。必須は名前だけ。後の質問は一つずつ保存される。",
            "Begins with what was typed. Only the name is needed; each later answer is kept at once.",
        ),
        (
            "",
            "団体コードは検査数字を含む6桁。正しければ欄の下に市町村名が出る。",
            "An area code has 6 digits with its check digit; below the field the name of the place appears.",
        ),
        ("Esc", "始めずに一覧へ戻る。", "Back to the list without beginning."),
    ),
    "consultation": (
        ("Up Down", "選択肢を選ぶ。", "Choose among the options."),
        ("Enter", "答えを確定し、次の質問へ進む。", "Gives the answer and goes on."),
        (
            "1-9, 0",
            "その番号の選択肢で答える（複数選択では印を付ける）。",
            "Answers with that option; of several, marks it.",
        ),
        ("Space", "印を付けるだけで、先へ進まない。", "Only marks, without going on."),
        ("F8, u", "「分からない」と答える。「いいえ」とは扱われない。", "Answers 'don't know'. It never counts as no."),
        (
            "F6, s",
            "答えずに後回しにする。ほかの質問が終わると戻ってくる。",
            "Leaves the question for later; it comes back when the others are done.",
        ),
        (
            "F12, m",
            "クイック（型とフェーズが定まるまで尋ねる）とフル（当てはまる質問をすべて尋ねる）を切り替える。",
            "Changes between quick (asks until type and phase are settled) and full (asks all that applies).",
        ),
        ("F7, b", "前の質問へ戻る。", "Goes back to the previous question."),
        ("F3", "質問の一覧から選ぶ。回答の見直しもここから。", "Lists the questions, to jump or to look again."),
        (
            "F4",
            "ここまでの読み（盤）を見る。もう一度押すと質問へ戻る。",
            "Shows the reading so far; again: the question.",
        ),
        ("F5", "結果を見る。", "Shows the result."),
        (
            "?, F10",
            "なぜこの質問を尋ねるか（答えで変わりうる結論）を見る。入力欄では F10。",
            "Why this is asked: the conclusions its answer can change. In a field: F10.",
        ),
        (
            "Tab",
            "確信度、出典、メモへ移る。Enter で答えとともに保存。",
            "To confidence, source and note; Enter keeps all.",
        ),
        ("PgUp PgDn", "説明を上下に送る。", "Scrolls the card."),
        ("Esc", "一覧へ戻る。答えはすべて保存済み。", "To the list. Every answer is already kept."),
    ),
    "result": (
        ("1-6, Left Right", "タブを替える。", "Changes the tab."),
        ("Up Down", "行を選ぶ。", "Chooses a line."),
        (
            "Enter, ?",
            "その行の理由（なぜそうか、なぜそうでないか）を、規則、回答、報告書の箇所まで開く。",
            "Why, or why not: opens its reasons down to rules, answers and places in the study.",
        ),
        (
            "Right Left",
            "理由の中では、行を開く・閉じる（Enter でも）。a で下をすべて開く。",
            "Among the reasons: opens and closes a row, as does Enter; a opens all below it.",
        ),
        (
            "b",
            "この相談をシナリオとして複製し、開く。Esc で元の結果に戻る。",
            "Copies this consultation as a scenario and opens it; Esc leads back to this result.",
        ),
        ("Esc", "質問に戻る。", "Back to the questions."),
    ),
    "compare": (
        ("Up Down", "上下に送る。", "Scrolls."),
        ("PgUp PgDn", "一画面ずつ送る。", "Scrolls by a screen."),
        ("Home End", "始め・終わりへ移る。", "To the beginning or the end."),
        ("Esc", "一覧へ戻る。", "Back to the list."),
    ),
    "everywhere": (
        ("F1", "この説明を開く。", "Opens this help."),
        ("F2", "日本語と英語を切り替える。", "Changes between Japanese and English."),
        ("F9", "明るい画面と暗い画面を切り替える。", "Changes between a light and a dark screen."),
        ("Ctrl+Q", "終了する。", "Quits."),
        (
            "",
            "全角の英字・数字でも同じように働く。",
            "Full-width letters and figures work as well.",
        ),
    ),
}
