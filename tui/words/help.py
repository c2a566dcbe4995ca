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
        "ある結論がなぜ出たか、なぜ出なかったかを説明します。質問のIDなら、なぜ尋ねるかを説明します。",
        "Explain why a conclusion came or did not come; of a question, why it is asked.",
    ),
    "compare": _text(
        "二つの診断（ファイル、保存済み、例）を並べ、なぜ違うかを示します。",
        "Show two consultations (files, saved or examples) side by side, and why they differ.",
    ),
    "gaps": _text(
        "既存の事業一覧を、型とフェーズに要る施策と照らします。",
        "Lay a register of existing measures over what type and phase need.",
    ),
    "scenario": _text(
        "回答の一部を変えたシナリオを、新しい回答ファイルにします。",
        "Change some answers of a consultation and keep it as a scenario, a new answer file.",
    ),
    "whatif": _text(
        "どの回答が変われば型・フェーズ・推奨施策が変わるか、最も少ない変更を示します。",
        "Show the fewest changed answers that would change type, phase or a recommended measure.",
    ),
    "robustness": _text(
        "判定がどこまで確かか、何が分かっても推奨される施策、次に確かめることを示します。",
        "Show how sure the verdict is, which measures hold whatever turns out, and what to find out next.",
    ),
    "next": _text("次に尋ねるとよい質問を示します。", "Show the next best question."),
    "examples": _text("調査の事例から作った例の一覧を出します。", "List the examples made from the study's cases."),
    "sheets": _text(
        "調査の別表（人材、DX、政策の変遷、用地、絞り込み）を出します。名前なしで一覧。",
        "Print a further sheet of the study (people, DX, policy history, land, screening); without a name, list them.",
    ),
    "check": _text(
        "知識と規則を検証します。指摘があれば終了コード1。", "Verify knowledge and rules; exit 1 on findings."
    ),
    "export": _text(
        "保存された診断を回答ファイルに書き出します。ID なしで一覧。",
        "Write a stored consultation as an answer file; without an ID, list them.",
    ),
    "import": _text("回答ファイルを保存先に取り込みます。", "Store an answer file as a new consultation."),
    "schema": _text(
        "診断、施策の点検のJSON Schemaを出します。", "Print the JSON Schema of an assessment or of a gap check."
    ),
    "serve": _text(
        "画面をブラウザで開けるようにします（追加の部品が要ります）。既定ではこのコンピューターからだけ開けます。",
        "Serve the terminal interface to a browser (needs an optional extra); by default to this computer alone.",
    ),
}
_GAPS = {
    "gaps_file": _text(
        "診断：回答ファイル、保存された診断（saved:名前）、例（example:ID）。",
        "The consultation: an answer file, a saved one (saved:NAME), or an example (example:ID).",
    ),
    "measures": _text(
        "事業一覧（.xlsx、.csv）。保存された診断では省略でき、取り込み済みの一覧を使います。",
        "The register of measures (.xlsx, .csv); of a saved consultation the one kept with it, if left out.",
    ),
    "mapping": _text(
        "対応表（人が確認した、事業ごとの施策）。", "Mapping file: what a person confirmed each measure serves."
    ),
    "write_mapping": _text(
        "いまの対応と候補を、手で直せる対応表に書き出します。候補は確認済みになりません。",
        "Write the present mapping as a file to correct by hand; suggestions stay unconfirmed in it.",
    ),
    "fiscal_year": _text("事業一覧の年度（西暦）。省略時は一覧の記載から。", "Fiscal year of the register (western)."),
    "sheet": _text(
        "読み込むシート。何度でも指定できます。", "Sheet to read; may be given several times; by default those found."
    ),
    "unit": _text("予算額の単位。省略時は一覧の記載から。", "Unit of the budget (円, 千円, 万円, 百万円)."),
    "public_gaps": _text(
        "公開用。概要、指標、読めない行、候補の手掛かり、回答の備考を除く。",
        "Version for the public: without outlines, KPIs, rows not read, words behind suggestions and notes.",
    ),
    "explain_finding": _text("この指摘がなぜ出たかを説明します。", "Explain why a finding is there."),
    "list_findings": _text("指摘のIDの一覧を出します。", "List the ids of the findings."),
    "previous_measures": _text(
        "前回（昨年度）の事業一覧。何が変わったかを報告に加えます。JSONでは比較だけを出します。",
        "Last year's register; what changed since is added. In JSON it is the comparison alone.",
    ),
    "previous_answers": _text(
        "前回の回答ファイル（省略時は今回と同じ）。", "Last year's answer file; by default the present one."
    ),
    "against": _text(
        "比べる相手の回答ファイルと事業一覧。", "Another cluster's answer file and register, to compare with."
    ),
    "copy": _text(
        "点検結果の列を加えた、事業一覧の写しを書き出します。",
        "Write a copy of the register with columns of results added.",
    ),
    "register_template": _text(
        "事業一覧のひな形を書き出します（ほかの指定は不要）。", "Write a template of a register; needs nothing else."
    ),
    "batch": _text(
        "フォルダー内の回答ファイル（名前.yaml）と事業一覧（名前.xlsx など）をまとめて点検し、一覧を -o に書きます。",
        "Check all pairs of NAME.yaml and NAME.xlsx (.csv) in a folder, and write a summary (-o).",
    ),
    "schema_name": _text(
        "assessment（省略時）、gaps、gaps-comparison、gaps-batch。",
        "assessment (by default), gaps, gaps-comparison or gaps-batch.",
    ),
    "jobs": _text("同時に使うプロセスの数。省略時はCPUの数。", "How many processes to use; by default one a CPU."),
}
PARAMETERS = {
    "host": _text(
        "待ち受ける IP アドレス。このコンピューターの外から開くときだけ指定します。",
        "IP address to listen at; name one only to be reached from other computers.",
    ),
    "port": _text("待ち受けるポート。省略時は空いているもの。", "Port to listen at; by default a free one."),
    "plain": _text("画面の図をASCII文字だけで描く。", "Draw the charts of the screen in ASCII alone."),
    "file": _text("回答ファイル（YAML）。「-」は標準入力。", 'Answer file (YAML); "-" is standard input.'),
    "example": _text("例のID（「shuseki examples」で一覧）。", 'Id of an example (see "shuseki examples").'),
    "conclusion": _text(
        "結論のID（type、A-1、PH.B.2、MS.B.vision、NPD.1 など）か、質問のID。",
        "Id of a conclusion (type, A-1, PH.B.2, MS.B.vision, NPD.1, ...) or of a question.",
    ),
    "subject": _text(
        "回答ファイルと対象（type、phase、A-1、MS.B.vision など。省略時は型とフェーズ）。",
        "Answer file, and target (type, phase, A-1, MS.B.vision, ...; by default type and phase).",
    ),
    "towards": _text("目指す結果（A-1、PH.A-2.3 など）。", "The result to be reached (A-1, PH.A-2.3, ...)."),
    "scenarios": _text(
        "調べる場合の数（1,000～4,000,000）。省略時は65,536。",
        "How many cases to look at (1,000 to 4,000,000); by default 65,536.",
    ),
    "full": _text("型とフェーズが定まった後も、ほかの質問を続けます。", "Go on once type and phase are done."),
    "quick": _text(
        "クイック：型とフェーズを最も絞る質問から尋ね、定まれば終わる。フル（既定）：質問の順にすべて尋ねる。",
        "Quick: asks what tells most about type and phase, and ends once they are settled. Full (by default): asks all"
        " in order.",
    ),
    "consultation": _text("保存された診断のID。", "Id of a stored consultation."),
    "lang": _text("言語（ja、en）。", "Language (ja, en)."),
    "depth": _text("何段目まで出すか。", "How many levels to show."),
    "list_": _text("説明できるものの一覧を出します。", "List what can be explained."),
    "report_form": _text(
        "形式（text、json、md、html、docx、xlsx）。省略時は出力先の拡張子に合わせ、なければ text。",
        "Format (text, json, md, html, docx, xlsx); by default that of the output file's name, else text.",
    ),
    "public": _text(
        "公開用。回答の備考・出所・回答者・回答日とシナリオ名を除く。",
        "Version for the public: without notes, sources, participants and dates of answers and the scenario's name.",
    ),
    "brief": _text("最初の1ページだけを出します。", "The first page alone."),
    "template": _text(
        "Wordの様式にする自組織のファイル（.docx）。", "An office's own Word file (.docx) to take the layout from."
    ),
    "previous": _text(
        "前回の診断（回答ファイル、saved:名前、example:ID）。変わった点を報告に加えます。",
        "The previous consultation (answer file, saved:NAME, example:ID); what changed since is added.",
    ),
    **_GAPS,
    "form": _text("形式（text、json、md）。", "Format (text, json, md)."),
    "output": _text("出力先のファイル。既にあるときは書きません。", "File to write; never overwritten."),
    "force": _text("既にあるファイルに上書きします。", "Overwrite an existing file."),
    "all_": _text("認めている指摘も、理由とともに出します。", "List accepted findings too, with reasons."),
    "cells": _text(
        "フェーズ × 主体 × 資源ごとの施策の表を出します。", "Print the measures by phase, actor and resource."
    ),
    "graph": _text(
        "質問から結論までの図を出します（mermaid、dot）。", "Draw questions, findings and conclusions (mermaid, dot)."
    ),
    "about": _text("図を、この結論に関わる部分だけにします。", "Draw only what bears on this conclusion."),
    "json_": _text("JSONで出します。", "Print JSON."),
    "first": _text(
        "一つ目。回答ファイル、保存された診断のIDか名前（saved:名前）、例（example:ID）。",
        "The first: an answer file, a saved consultation by id or name (saved:NAME), or an example (example:ID).",
    ),
    "second": _text("二つ目。同上。", "The second, likewise."),
    "source": _text("元の診断。「compare」と同じ書き方。", 'Where to begin; written as for "compare".'),
    "set_": _text("回答を変えます。何度でも指定できます。", "Change an answer; may be given several times."),
    "unset": _text("回答を取り消します（未回答に戻す）。", "Take an answer back: not asked."),
    "name": _text("シナリオの名前。", "Name of the scenario."),
    "sheet_name": _text(
        "別表の名前（hr、dx、policy_history、land、screening）。",
        "Name of the sheet (hr, dx, policy_history, land, screening).",
    ),
    "sheet_form": _text("形式（text、json、md、xlsx）。", "Format (text, json, md, xlsx)."),
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
