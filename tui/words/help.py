"""What ``--help`` says, in both languages: commands by name, their arguments and options by name."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout

from engine.model.text import Lang, LocalizedText


def _text(ja: str, en: str) -> LocalizedText:
    return LocalizedText.model_construct(ja=ja, en=en)


PROGRAM = _text(
    "自治体の産業政策のための診断。コマンドなしで実行すると画面が開きます。",
    "Advice on industrial policy for municipalities. Without a command the terminal interface opens.",
)
COMMANDS = {
    "advise": _text("回答ファイルまたは例から、診断と助言を出します。", "Assess an answer file or an example."),
    "interview": _text(
        "一問ずつ答え、最後に診断を出します（読み上げソフト、パイプ向け）。",
        "Answer line by line and get the advice at the end (for screen readers and pipes).",
    ),
    "questions": _text("質問の一覧を出します。", "List the questions."),
    "explain": _text(
        "ある結論がなぜ出たか、またはなぜ出なかったかを説明します。", "Explain why a conclusion came, or did not come."
    ),
    "examples": _text("調査の事例から作った例の一覧を出します。", "List the examples made from the study's cases."),
    "check": _text(
        "知識と規則を検証します。指摘があれば終了コード1。", "Verify knowledge and rules; exit 1 on findings."
    ),
    "export": _text(
        "保存された診断を回答ファイルに書き出します。ID なしで一覧。",
        "Write a stored consultation as an answer file; without an ID, list them.",
    ),
    "import": _text("回答ファイルを保存先に取り込みます。", "Store an answer file as a new consultation."),
    "schema": _text("診断のJSON Schemaを出します。", "Print the JSON Schema of an assessment."),
}
PARAMETERS = {
    "file": _text("回答ファイル（YAML）。「-」は標準入力。", 'Answer file (YAML); "-" is standard input.'),
    "example": _text("例のID（「shuseki examples」で一覧）。", 'Id of an example (see "shuseki examples").'),
    "conclusion": _text(
        "結論のID（type、A-1、PH.B.2、MS.B.vision、NPD.1 など）。",
        "Id of a conclusion (type, A-1, PH.B.2, MS.B.vision, NPD.1, ...).",
    ),
    "consultation": _text("保存された診断のID。", "Id of a stored consultation."),
    "lang": _text("言語（ja、en）。", "Language (ja, en)."),
    "form": _text("形式（text、json、md）。", "Format (text, json, md)."),
    "output": _text("出力先のファイル。既にあるときは書きません。", "File to write; never overwritten."),
    "force": _text("既にあるファイルに上書きします。", "Overwrite an existing file."),
    "json_": _text("JSONで出します。", "Print JSON."),
    "section": _text("この節の質問だけを出します。", "Only the questions of this section."),
    "version": _text("版を出します。", "Show the version."),
}
_HEADINGS = {
    "Usage:": "使い方:",
    "[OPTIONS]": "[オプション]",
    "COMMAND [ARGS]...": "コマンド ...",
    "Options:": "オプション:",
    "Commands:": "コマンド:",
    "Arguments:": "引数:",
    "Show this message and exit.": "この説明を出します。",
}


@contextmanager
def headings(lang: Lang, *, wanted: bool) -> Iterator[None]:
    """Put the headings that Typer prints round a help text into Japanese, where help in Japanese is wanted."""
    if lang != "ja" or not wanted:
        yield
        return
    printed = io.StringIO()
    try:
        with redirect_stdout(printed):
            yield
    finally:
        text = printed.getvalue()
        for english, japanese in _HEADINGS.items():
            text = text.replace(english, japanese)
        sys.stdout.write(text)
