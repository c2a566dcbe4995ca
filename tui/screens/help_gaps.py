"""What F1 tells about the screens of the policy gap check."""

from tui.screens.help_consulting import Rows

GAPS: dict[str, Rows] = {
    "gaps_registers": (
        ("Enter", "選んだ一覧の点検を開く。", "Opens the check of the register chosen."),
        ("n", "ExcelかCSVの事業一覧を取り込む。", "Takes in a register from Excel or CSV."),
        ("t", "事業一覧のひな形（Excel）を書き出す。", "Writes a template workbook."),
        (
            "e",
            "架空の市の見本（回答と事業一覧）で点検を試す。この相談には何も取り込まない。",
            "Tries the check on a made-up city; nothing is added to this consultation.",
        ),
        (
            "c",
            "比べる一覧の一つ目に印を付け、二つ目で押すと、年度の間の違いを示す。",
            "Marks the first to compare; pressed on a second, shows what changed between the years.",
        ),
        ("d, Delete", "選んだ一覧を削除する（確認あり）。確認した対応は残る。", "Removes the register, after asking."),
        ("Ctrl+Z", "直前の削除を元に戻す。", "Brings back what was removed last."),
        ("z", "削除した一覧を見る。選ぶと元に戻る。", "Shows what was removed; choosing one brings it back."),
        (
            "",
            "同じ年度では、最後に取り込んだ一覧が点検に使われる。",
            "Of one fiscal year the register taken in last counts.",
        ),
        ("Esc", "前の画面へ戻る。", "Back to the screen before."),
    ),
    "gaps_file": (
        ("Up Down", "フォルダとファイルの候補から選ぶ。", "Choose among folders and files."),
        (
            "Enter",
            "フォルダに入る。ファイルなら開いて、読み方を確かめる。",
            "Opens a folder, or a file to see how it is read.",
        ),
        ("Esc", "入力を消す。何もなければ閉じる。", "Clears the field; closes where it is empty."),
    ),
    "gaps_columns": (
        (
            "Enter",
            "一行目では取り込む。ほかの行では、年度、シート、見出しの行、単位、列の意味を選ぶ。",
            "On the first line takes the register in; on the others chooses year, sheet, header, unit, columns.",
        ),
        ("F5, Ctrl+S", "この読み方で取り込む。", "Takes the register in as it is read now."),
        ("Left Right", "前・次のシートを見る。", "To the sheet before or after."),
        ("s, Space", "このシートを読むかどうかを替える。", "Changes whether the sheet is read."),
        ("Tab", "一覧と読み取り結果を行き来する。", "Between the list and what would be read."),
        (
            "",
            "直すたびに、横か下の読み取り結果が変わる。取り込んだ読み方は、次の年度の一覧でも使われる。",
            "What is read changes with every correction. It is remembered for next year's file.",
        ),
        ("Esc", "取り込まずに戻る。", "Back without taking it in."),
    ),
    "gaps_mapping": (
        (
            "Enter, Space",
            "候補のとおり確認し、次へ進む。候補がなければ、すべての施策から選ぶ。",
            "Confirms what is suggested and goes on; without a suggestion chooses from all measures.",
        ),
        ("1-9, 0", "その番号の候補を付け外しする。", "Ticks the suggestion of that number, or takes it away."),
        ("a", "すべての施策から、いくつでも選ぶ。", "Chooses any number from all measures."),
        ("x", "どの施策にも当たらないとする。", "Says that it serves none."),
        ("u, Ctrl+Z", "最後の確認を取り消す（前回の確認も）。", "Takes the last word back, of earlier sittings too."),
        ("Ctrl+Y", "取り消しをやり直す。", "Says again what was taken back."),
        ("c", "表示中の候補をまとめて確認する（確認あり）。", "Confirms all that are shown, after asking."),
        ("Left Right", "すべて、未確認などに絞る。", "Filters: all, not confirmed and so on."),
        ("d", "担当課で絞る。", "Filters by section."),
        ("/", "言葉で探す。Enter で一覧へ戻り、Esc で検索をやめる。", "Searches; Enter to the list, Esc ends it."),
        ("Tab", "一覧と内容を行き来する。", "Between the list and the details."),
        (
            "",
            "確認は一つごとに保存され、同じ名前の事業なら次の年度にも引き継がれる。行のクリックは選ぶだけ。",
            "Every word is kept at once, and holds next year for measures of the same name. A click only chooses.",
        ),
        ("Esc", "点検に戻る。", "Back to the check."),
    ),
    "gaps_serves": (
        ("Enter, Space", "施策に印を付け外しする。", "Marks a measure, or takes the mark away."),
        ("F5, Ctrl+S", "印の付いた施策を、対応する施策とする。", "Takes the marked measures over."),
        ("Esc", "変えずに戻る。", "Back, changing nothing."),
    ),
    "gaps": (
        ("1-7, Left Right", "タブを替える。", "Changes the tab."),
        ("Up Down", "行を選ぶ。", "Chooses a line."),
        (
            "Enter, ?",
            "その行の理由を、規則、一覧の行、手掛かりの語、回答、報告書の箇所まで開く。事業の行では対応の確認へ。",
            "Opens the reasons down to rules, rows, words, answers and passages; on a measure leads to the mapping.",
        ),
        ("m", "事業と施策の対応を確かめる。", "Confirms what each measure serves."),
        ("r", "点検を文書（Word、Excel など）に出力する。", "Writes the check to a document (Word, Excel and others)."),
        ("f, x", "指摘を、種類、型、時期で絞る・解除する。", "Filters the findings by kind, type and timing; clears."),
        ("Esc", "一覧の一覧へ戻る。", "Back to the registers."),
    ),
    "gaps_filter": (
        ("Enter, Space", "印を付け外しする。", "Marks, or takes the mark away."),
        ("x", "すべて解除する。", "Clears all."),
        ("Esc", "この条件で指摘を見る。", "Shows the findings like that."),
    ),
    "gaps_report": (
        ("Up Down, 1-6", "形式や言語を選ぶ。", "Choose format and language."),
        ("Space", "内容の印を付け外しする。", "Marks what the document is to hold."),
        ("Tab, Enter", "次の欄へ移る。Shift+Tab で戻る。", "To the next field; Shift+Tab goes back."),
        (
            "F5, Ctrl+S",
            "書き出す。同じ名前のファイルがあれば、上書きするかを尋ねる。",
            "Writes the file; asks before it replaces one.",
        ),
        ("Esc", "点検に戻る。", "Back to the check."),
    ),
}

PURPOSE: dict[str, tuple[str, str]] = {
    "gaps_registers": (
        "この相談の事業一覧を取り込み、点検します。",
        "Takes in registers of existing measures, and has them checked.",
    ),
    "gaps_file": ("事業一覧のファイルを選びます。", "Chooses the file of a register."),
    "gaps_columns": ("一覧のどの列が何かを確かめて取り込みます。", "Says which column is what, and takes it in."),
    "gaps_mapping": (
        "一覧の事業がどの施策に当たるかを、一つずつ確かめます。",
        "Confirms, one by one, which measures of the study each existing one serves.",
    ),
    "gaps_serves": ("すべての施策から、対応するものを選びます。", "Chooses what a measure serves from all measures."),
    "gaps": (
        "事業一覧を、型とフェーズに要る施策と照らした結果を、理由とともに示します。",
        "Shows what the register has and lacks of what type and phase need, each line with its reasons.",
    ),
    "gaps_filter": ("指摘を条件で絞ります。", "Filters the findings."),
    "gaps_report": ("点検を文書にして、ファイルに書き出します。", "Writes the check into a file."),
}
