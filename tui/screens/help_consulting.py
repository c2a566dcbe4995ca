"""What F1 tells about the sitting itself: list, interview, review, result, what if, report."""

Rows = tuple[tuple[str, str, str], ...]
"""Keys, and what they do in Japanese and in English; no keys where something is only said."""

CONSULTING: dict[str, Rows] = {
    "report": (
        ("Up Down, 1-5", "形式や言語を選ぶ。", "Choose format and language."),
        ("Space", "内容の印を付け外しする。", "Marks what the report is to hold."),
        ("Tab, Enter", "次の欄へ移る。Shift+Tab で戻る。", "To the next field; Shift+Tab goes back."),
        (
            "F5, Ctrl+S",
            "書き出す。同じ名前のファイルがあれば、上書きするかを尋ねる。",
            "Writes the file; asks before it replaces one.",
        ),
        (
            "",
            "欄にフォルダーを入力すると、その中に既定の名前で書き出す。様式のファイルは Word のときだけ使う。",
            "A folder as the path means a file of the proposed name in it. The template is for Word only.",
        ),
        ("Esc", "前の画面へ戻る。", "Back to the screen before."),
    ),
    "home": (
        (
            "Enter",
            "選んだ相談を、次の未回答の質問から続ける。クリックでも開く。",
            "Goes on with a consultation at its next open question; a click does too.",
        ),
        ("n", "新しい相談を始める。", "Begins a new consultation."),
        ("e", "報告書の事例か架空の見本の写しを開く。", "Opens a copy of one of the study's examples or of a sample."),
        ("i", "回答ファイル（YAML）を取り込む。", "Imports an answer file (YAML)."),
        (
            "/, f, Esc",
            "名前、市町村（漢字・読み・コード）、産業、シナリオ名で探す。Enter で一覧へ、Esc で検索を消す。",
            "Searches names, places (kanji, reading, code), industries and scenarios; Enter to the list, Esc clears.",
        ),
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
        (
            "r",
            "名前、市町村、産業、基準日を修正する。回答は変わらない。",
            "Corrects name, place, industry and date; the answers stay.",
        ),
        ("x", "選んだ相談を回答ファイルに書き出す。", "Writes the consultation as an answer file."),
        (
            "m",
            "選んだ相談の施策点検を開く（事業一覧を取り込む）。",
            "Opens the policy gap check of the consultation chosen: takes in a register of measures.",
        ),
        ("d, Delete", "選んだ相談を削除する（確認あり）。", "Deletes the consultation chosen, after asking."),
        ("Ctrl+Z", "直前の削除を元に戻す。", "Brings back what was deleted last."),
        ("z", "削除した相談を見る。選ぶと元に戻る。", "Shows what was deleted; choosing one brings it back."),
        (
            "",
            "判定は一覧が出た後に順に計算される。棒は回答済み、不明（分からない）、これからの順。",
            "Verdicts are worked out once the list stands. The bar shows what is answered, not known, and left.",
        ),
        ("q", "終了する。", "Quits."),
    ),
    "consultation": (
        ("Up Down", "選択肢を選ぶ。", "Choose among the options."),
        (
            "Enter",
            "選んだ答えを確定し、次の質問へ進む。何も選んでいなければ答えない。",
            "Gives the answer chosen and goes on; where nothing is chosen, nothing is answered.",
        ),
        (
            "1-9, 0",
            "その番号の選択肢で答え、次へ進む（複数選択では印を付けるだけ）。",
            "Answers with that option and goes on; of several, only marks it.",
        ),
        ("n", "複数選択で、どれも当てはまらない（該当なし）と答える。", "Of several: answers 'none of these'."),
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
        (
            "F3",
            "全質問と回答を見直す。選んで Enter で、その質問へ移る。",
            "Reviews all questions and answers; Enter goes to the one chosen.",
        ),
        (
            "Ctrl+Z, Ctrl+Y",
            "直前の変更を取り消す、やり直す（前回の変更も）。文字の入力中は働かない。",
            "Undoes the last change, and redoes it, of earlier sittings too; not while text is typed.",
        ),
        (
            "Ctrl+D, Delete",
            "この質問の回答を消し、未回答に戻す。文字の入力中は働かない。",
            "Takes this answer away, so that it counts as not asked; not while text is typed.",
        ),
        (
            "Ctrl+Up, Ctrl+Down",
            "前・次の区分へ移る。左の一覧は Shift+Tab か、クリックでも選べる。",
            "To the section before or after; Shift+Tab or a click chooses one at the left.",
        ),
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
        ("Left Right", "確信度の欄では、度合いを替える。", "On the line of confidence: another degree."),
        ("PgUp PgDn", "説明を上下に送る。", "Scrolls the card."),
        (
            "Esc",
            "読み（F4）からは質問へ、質問からは一覧へ戻る。答えはすべて保存済み。",
            "From the reading (F4) to the question, from there to the list. Every answer is already kept.",
        ),
    ),
    "review": (
        (
            "Up Down",
            "質問を選ぶ。横か下に、答えを変えた場合の判定が出る。",
            "Chooses a question; beside or below stands what other answers lead to.",
        ),
        ("Enter", "その質問へ移る。", "Goes to the question."),
        ("1-6, Left Right", "すべて、回答済みなどに絞る。", "Filters: all, answered and so on."),
        (
            "/",
            "言葉で探す。Enter で一覧へ戻り、Esc で検索をやめる。",
            "Searches; Enter goes back to the list, Esc ends the search.",
        ),
        ("Tab", "一覧と「変えたら」を行き来する。", "Between the list and what an edit would change."),
        ("Ctrl+D, Delete", "その回答を消し、未回答に戻す。", "Takes the answer away; it counts as not asked."),
        ("Ctrl+Z, Ctrl+Y", "取り消す、やり直す。", "Undoes and redoes."),
        ("Esc", "質問に戻る。", "Back to the question."),
    ),
    "result": (
        ("1-6, Left Right", "タブを替える。", "Changes the tab."),
        ("Up Down", "行を選ぶ。", "Chooses a line."),
        (
            "Enter",
            "その行の理由を、規則、回答、報告書の箇所まで開く。",
            "Opens the reasons of the line down to rules, answers and places in the study.",
        ),
        (
            "?",
            "なぜそうか、なぜそうでないかを、出ていない型・フェーズ・施策も含めて探して開く。",
            "Why, or why not: searches what came out and what did not, and opens its reasons.",
        ),
        (
            "Right Left",
            "理由の中では、行を開く・閉じる（Enter でも）。a で下をすべて開く。",
            "Among the reasons: opens and closes a row, as does Enter; a opens all below it.",
        ),
        (
            "w",
            "もしも：回答を仮に変え、前後を並べて見る。残すまで何も保存しない。",
            "What if: other answers, before and after side by side; nothing is stored unless kept.",
        ),
        ("r", "文書（Word、Excel など）に出力する。", "Writes the result to a document (Word, Excel and others)."),
        ("m", "施策点検を開く（事業一覧を取り込む）。", "Opens the policy gap check: takes in a register of measures."),
        (
            "f, o, x",
            "施策ロードマップで、絞り込む・並べ替える・絞り込みを解除する（Esc でも解除）。",
            "On the road map: filter, order, clear the filter (as does Esc).",
        ),
        (
            "b",
            "この相談をシナリオとして複製し、開く。Esc で元の結果に戻る。",
            "Copies this consultation as a scenario and opens it; Esc leads back to this result.",
        ),
        (
            "c",
            "シナリオの結果では、元の相談と並べて比べる。",
            "On the result of a scenario: compares it with the consultation it came from.",
        ),
        ("Esc", "質問に戻る。", "Back to the questions."),
    ),
    "whatif": (
        (
            "a, +",
            "変える回答を選ぶ。判定を左右する点と、判定が変わる組み合わせが先に並ぶ。",
            "Chooses an answer to change; what matters and what turns the verdict comes first.",
        ),
        (
            "Enter",
            "変えた回答なら選び直す。結果の行なら、もしもの場合の理由を開く。",
            "Chooses again; on a result: why it would be so.",
        ),
        (
            "d, Delete",
            "選んだ変更（なければ最後の変更）を取り消す。",
            "Takes the change back that is chosen, else the last.",
        ),
        ("x", "変更をすべて取り消す。", "Takes every change back."),
        ("k", "名前を付けてシナリオとして保存し、開く。", "Names it, keeps it as a scenario and opens it."),
        ("?", "その行の、もしもの場合の理由を開く。", "Why the line would be so."),
        ("Esc", "何も保存せずに結果へ戻る。", "Back to the result; nothing is stored."),
    ),
    "compare": (
        ("Up Down", "上下に送る。", "Scrolls."),
        ("PgUp PgDn", "一画面ずつ送る。", "Scrolls by a screen."),
        ("Home End", "始め・終わりへ移る。", "To the beginning or the end."),
        ("Esc", "一覧へ戻る。", "Back to the list."),
    ),
}
