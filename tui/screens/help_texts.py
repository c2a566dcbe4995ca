"""What F1 tells: each screen in one sentence, and its keys, in both languages."""

from tui.screens.help_aids import AIDS
from tui.screens.help_consulting import CONSULTING, Rows
from tui.screens.help_gaps import GAPS
from tui.screens.help_gaps import PURPOSE as PURPOSE_OF_GAPS

HELP: dict[str, Rows] = {**CONSULTING, **AIDS, **GAPS}

PURPOSE: dict[str, tuple[str, str]] = {
    "home": (
        "保存した相談の一覧から、続きを始めたり新しく始めたりします。",
        "Lists what is kept, to go on or to begin anew.",
    ),
    "new": ("どの地域のどの産業集積についての相談かを決めます。", "Names the cluster that the consultation is about."),
    "consultation": (
        "質問に一つずつ答え、集積の型とフェーズの読みを定めていきます。",
        "Asks one question at a time and reads the type and phase of the cluster from the answers.",
    ),
    "result": (
        "診断、ロードマップ、国の方向性などの結果を、理由とともに示します。",
        "Shows the diagnosis, the road map and what else follows, each with its reasons.",
    ),
    "review": (
        "すべての回答を見直し、変えたら判定がどうなるかを確かめます。",
        "Looks at every answer again, and at what another answer would change.",
    ),
    "report": (
        "診断を Word、Excel などの文書にして、ファイルに書き出します。",
        "Writes the assessment into a file for Word, Excel and others.",
    ),
    "edit": ("相談の名前、市町村、産業、基準日を直します。", "Corrects what a consultation is about."),
    "examples": ("報告書の事例から選び、その写しで試します。", "Lists the study's examples, to try with a copy."),
    "import": ("回答ファイルを新しい相談として取り込みます。", "Takes an answer file in as a new consultation."),
    "export": ("相談を回答ファイルに書き出します。", "Writes a consultation as an answer file."),
    "compare": ("二つの相談の回答と結果の違いを並べて示します。", "Shows where two consultations differ."),
    "whatif": (
        "回答を変えたら結果がどうなるかを、保存せずに並べて確かめます。",
        "Tries other answers and shows the results side by side; nothing is stored.",
    ),
    "filter": ("ロードマップに出す施策を条件で絞ります。", "Filters the measures of the road map."),
    "value": ("もしこう答えたら、という回答を選びます。", "Chooses the answer that is supposed."),
    "dialog": (
        "前の画面の上に開いた窓です。閉じると前の画面に戻ります。",
        "A window over the screen; closing it leads back.",
    ),
    "explanation": (
        "結論の理由を、規則、回答、報告書の箇所までたどります。",
        "Traces a conclusion down to rules, answers and passages of the study.",
    ),
    "glossary": (
        "用語の意味と、報告書のどこにあるかを調べます。",
        "Tells what words mean and where they stand in the study.",
    ),
    "study_place": (
        "報告書の節、探す言葉、根拠の印、要約を示します。",
        "Shows section, words to look for, basis and summary.",
    ),
    "palette": ("できる操作を言葉で探して実行します。", "Finds what can be done by words, and does it."),
    **PURPOSE_OF_GAPS,
}
"""Each screen in one sentence."""
