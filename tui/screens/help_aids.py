"""What F1 tells about forms, dialogs and aids to reading, and about the keys that hold everywhere."""

from tui.screens.help_consulting import Rows

AIDS: dict[str, Rows] = {
    "new": (
        ("Tab, Enter", "次の欄へ移る。Shift+Tab で戻る。", "To the next field; Shift+Tab goes back."),
        (
            "Up Down",
            "市町村や中分類の候補から選ぶ。Enter かクリックで決める。中分類は空欄で下キーを押すと一覧が出る。",
            "Choose among places or divisions; Enter or a click takes one. Down on the empty field lists divisions.",
        ),
        (
            "",
            "市町村は読み、漢字、ローマ字、6桁の団体コードで探せる。いくつでも選べる。",
            "Places are found by reading, kanji, Latin letters or code of six digits; several can be picked.",
        ),
        (
            "Delete",
            "選んだ市町村や中分類の行で押すと、取り消す（Enter、クリックでも）。",
            "On a place or division picked: takes it back, as do Enter and a click.",
        ),
        ("1-3, Space", "範囲を選ぶ。市町村を選ぶと自動で提案される。", "Choose the level; the places suggest one."),
        (
            "F5, Ctrl+S",
            "入力した内容で始める。名前は、市町村と産業があれば空欄でもよい。後の質問は一つずつ保存される。",
            "Begins. The name may be left out where place and industry are given. Each later answer is kept at once.",
        ),
        (
            "Esc",
            "候補や入力中の文字を消す。何もなければ、始めずに一覧へ戻る（入力があれば確認あり）。",
            "Clears what is being typed; else back to the list without beginning (asks if something was typed).",
        ),
    ),
    "edit": (
        ("Tab, Enter", "次の欄へ移る。Shift+Tab で戻る。", "To the next field; Shift+Tab goes back."),
        ("Up Down", "市町村や中分類の候補から選ぶ。", "Choose among places or divisions."),
        ("1-3, Space", "範囲を選ぶ。", "Choose the level."),
        ("Delete", "選んだ市町村や中分類を取り消す。", "On a place or division picked: takes it back."),
        ("F5, Ctrl+S", "修正した内容を保存する。", "Keeps what was corrected."),
        (
            "Esc",
            "保存せずに一覧へ戻る（変更があれば確認あり）。",
            "Back without keeping (asks if anything changed).",
        ),
    ),
    "examples": (
        (
            "",
            "文字を入力すると、地名（読みも）、産業、型などで絞る。",
            "Typing narrows the list (place, type and so on).",
        ),
        ("Up Down", "事例を選ぶ。", "Chooses an example."),
        ("PgUp PgDn", "4件ずつ送る。", "Moves by four."),
        ("Enter", "選んだ事例の写しを新しい相談として開く。", "Opens a copy as a consultation of your own."),
        ("Esc", "閉じる。", "Closes."),
    ),
    "import": (
        ("Up Down", "フォルダとファイルの候補から選ぶ。", "Choose among folders and files."),
        ("Enter", "フォルダに入る。ファイルなら取り込む。", "Opens a folder; imports a file."),
        ("Esc", "入力を消す。何もなければ閉じる。", "Clears the field; closes where it is empty."),
    ),
    "export": (
        (
            "Enter",
            "書き出す。同じ名前のファイルがあれば、もう一度押すと置き換える。",
            "Writes the file; where one of the name exists, pressed again replaces it.",
        ),
        ("Esc", "書き出さずに閉じる。", "Closes without writing."),
    ),
    "dialog": (
        ("Up Down", "選ぶ。文章だけの画面では上下に送る。", "Chooses; where there is only text, scrolls it."),
        ("PgUp PgDn", "一画面ずつ送る。", "Moves by a screen."),
        ("Home End", "始め・終わりへ移る。", "To the beginning or the end."),
        (
            "Enter",
            "選んだものに決める。文章だけの画面では閉じる。",
            "Takes what is chosen; where there is only text, closes it.",
        ),
        ("Esc", "何も変えずに閉じる。", "Closes, changing nothing."),
    ),
    "filter": (
        ("Up Down", "条件を選ぶ。", "Chooses a condition."),
        ("Enter, Space", "印を付け外しする。", "Marks it, or takes the mark away."),
        ("x", "印をすべて外す。", "Takes every mark away."),
        ("Esc", "印を付けた条件で絞って戻る。", "Back, filtered by what is marked."),
    ),
    "value": (
        ("Up Down", "回答を選ぶ。", "Chooses an answer."),
        ("Enter", "選んだ回答にしてみる。", "Tries the answer."),
        ("Space", "複数選べる質問では、印を付け外しする。", "Where several can be chosen: marks one."),
        ("F8", "「分からない」にしてみる。", "Tries 'don't know'."),
        ("Esc", "変えずに戻る。", "Back, changing nothing."),
    ),
    "explanation": (
        ("Up Down", "行を選ぶ。", "Chooses a row."),
        ("Enter, Space", "行を開く・閉じる。", "Opens or closes a row."),
        (
            "Right Left",
            "行を開く・閉じる。開いた行では下へ、閉じた行では上へ移る。",
            "Opens and closes; then moves down or up the tree.",
        ),
        ("a", "その行の下をすべて開く。", "Opens everything below the row."),
        ("PgUp PgDn", "8行ずつ送る。", "Moves by eight rows."),
        ("Home End", "始め・終わりへ移る。", "To the beginning or the end."),
        (
            "l, Ctrl+L",
            "その行が報告書のどこに基づくかを見る。",
            "Shows the passages of the study that the row rests on.",
        ),
        ("g, Ctrl+G", "用語集を開く。", "Opens the glossary."),
        ("Esc", "閉じる。", "Closes."),
    ),
    "glossary": (
        ("Up Down", "用語を選ぶ。", "Chooses a term."),
        ("PgUp PgDn", "5語ずつ送る。", "Moves by five terms."),
        ("Enter", "選んだ用語が報告書のどこにあるかを見る。", "Shows where the term stands in the study."),
        ("", "文字を入力すると、その言葉を含む用語に絞る。", "Typing narrows the list to terms with those words."),
        ("Esc", "閉じる。", "Closes."),
    ),
    "study_place": (
        ("Up Down", "上下に送る。", "Scrolls."),
        ("PgUp PgDn", "一画面ずつ送る。", "Scrolls by a screen."),
        ("Home End", "始め・終わりへ移る。", "To the beginning or the end."),
        ("Enter, Esc", "閉じる。", "Closes."),
    ),
    "palette": (
        ("Up Down", "選ぶ。", "Chooses."),
        ("PgUp PgDn", "一画面ずつ送る。", "Moves by a screen."),
        ("Ctrl+Home, Ctrl+End, Shift+Home, Shift+End", "始め・終わりへ移る。", "To the beginning or the end."),
        ("Enter", "選んだ操作を実行する。", "Does what is chosen."),
        ("", "文字を入力すると、操作・用語・移動先を探す。", "Typing searches commands, terms and places."),
        ("Esc", "閉じる。", "Closes."),
    ),
    "everywhere": (
        ("F1", "この説明を開く。もう一度押すと閉じる。", "Opens this help; again: closes it."),
        ("Ctrl+P", "操作・用語・移動先を言葉で探して選ぶ。", "Finds commands, terms and places by words."),
        ("F2", "日本語と英語を切り替える。", "Changes between Japanese and English."),
        (
            "F9",
            "配色を「藍」「和紙」「投影用」の順に切り替える。",
            "Turns through the themes: indigo, washi, projector.",
        ),
        (
            "g, Ctrl+G",
            "用語集を開く。読んでいる箇所の用語が先に出る。入力欄では Ctrl+G。",
            "Opens the glossary, beginning with the terms of what you read. In a field: Ctrl+G.",
        ),
        (
            "l, Ctrl+L",
            "読んでいる箇所が報告書のどこにあるかを見る。入力欄では Ctrl+L。",
            "Shows where in the study stands what you read. In a field: Ctrl+L.",
        ),
        ("Ctrl+T", "図をASCII文字だけで描くかどうかを切り替える。", "Changes whether charts are drawn in ASCII alone."),
        ("Up Down, PgUp PgDn", "一覧の行を選ぶ。文章は上下に送る。", "Chooses among lines; scrolls what is only text."),
        ("Home End", "一覧の始め・終わりへ移る。", "To the beginning or the end of a list."),
        ("Tab, Shift+Tab", "次の欄・前の欄へ移る。", "To the next or the previous field."),
        ("Ctrl+C", "マウスで選んだ文字をコピーする。", "Copies the text selected with the mouse."),
        (
            "Ctrl+O",
            "画面下のお知らせを閉じる（クリックでも）。",
            "Closes the notice above the footer; a click does too.",
        ),
        ("Ctrl+Q", "終了する。", "Quits."),
        (
            "",
            "マウスでは、行や選択肢、画面下のキーの表示を押しても同じように働く。ホイールで上下に送る。",
            "With the mouse: click lines, options, or the keys at the bottom; the wheel scrolls.",
        ),
        (
            "",
            "全角の英字・数字でも同じように働く。",
            "Full-width letters and figures work as well.",
        ),
    ),
}
