"""The Problems of asking for a report: format, file name, template and options that do not go together."""

from engine.interview.visible import shown
from engine.model.problem import Place, Problem, Severity
from engine.model.text import LocalizedText

_NAMES = {"docx": ("Word（docx）", "Word (docx)"), "xlsx": ("Excel（xlsx）", "Excel (xlsx)")}


def _problem(code: str, ja: tuple[str, str], en: tuple[str, str], file: str | None = None) -> Problem:
    return Problem(
        code=code,
        where=Place(file=file),
        what=LocalizedText(ja=ja[0], en=en[0]),
        remedy=LocalizedText(ja=ja[1], en=en[1]),
    )


def wrong_suffix(form: str, output: str, suffix: str) -> Problem:
    """The name of the file says another format than the one asked for."""
    return _problem(
        "wrong_suffix",
        (
            f"形式「{form}」と、出力先「{shown(output)}」の拡張子が合いません。",
            f"拡張子を「{suffix}」にするか、「--format」を外してください（拡張子から形式を決めます）。",
        ),
        (
            f'The format "{form}" and the name of the file "{shown(output)}" do not go together.',
            f'Let the name end in "{suffix}", or leave --format out: the name then tells the format.',
        ),
    )


def no_such_document(output: str) -> Problem:
    """The name of the file promises a format that is not made here."""
    return _problem(
        "no_such_document",
        (
            f"「{shown(output)}」の形式では書き出せません。",
            "拡張子を .docx、.xlsx、.html、.md、.txt、.json のいずれかにしてください。"
            "PDFは、Word（.docx）かHTMLで書き出し、開いて印刷すると作れます。",
        ),
        (
            f'"{shown(output)}" names a format that cannot be written.',
            "Let the name end in .docx, .xlsx, .html, .md, .txt or .json. "
            "For PDF, write .docx or .html, open it and print.",
        ),
    )


def names_stand_as_typed() -> Problem:
    """A version for the public still holds names as they were typed."""
    told = _problem(
        "names_as_typed",
        (
            "公開用の報告書にも、集積・産業の名称は入力のまま載ります。",
            "企業名などが含まれていないか、公開の前に確かめてください。",
        ),
        (
            "The version for the public still holds the names of cluster and industry as they were typed.",
            "Check that they name no company before it is published.",
        ),
    )
    return told.model_copy(update={"severity": Severity.WARNING})


def other_previous(file: str) -> Problem:
    """What is given as the previous consultation is about another area or industry."""
    told = _problem(
        "other_previous",
        ("前回の診断として指定した内容は、地域または産業が今回と異なります。", "指定が正しいか確かめてください。"),
        (
            "What is given as the previous consultation is about another area or industry.",
            "Check that it is the one you mean.",
        ),
        shown(file),
    )
    return told.model_copy(update={"severity": Severity.WARNING})


def no_terminal_for(form: str) -> Problem:
    """Word and Excel cannot be shown in a terminal."""
    ja, en = _NAMES[form]
    return _problem(
        "no_terminal_for_format",
        (f"{ja}のファイルは端末には出せません。", f"「-o 報告.{form}」のように、出力先を指定してください。"),
        (f"A file for {en} cannot be shown in a terminal.", f"Name a file to write, such as -o report.{form}."),
    )


def template_without_word(form: str) -> Problem:
    """A template is for Word only."""
    return _problem(
        "template_without_word",
        (f"「--template」は、形式「{form}」では使えません。", "Word（--format docx）のときだけ指定してください。"),
        (f'--template is not for the format "{form}".', "Use it with Word only: --format docx."),
    )


def not_of_json(option: str) -> Problem:
    """JSON is the assessment itself; what reports leave out or add does not apply."""
    return _problem(
        "not_of_json",
        (
            f"「{option}」は、形式「json」では使えません。",
            "JSONは診断そのものです。外すか、ほかの形式にしてください。",
        ),
        (
            f'{option} is not for the format "json".',
            "JSON is the assessment itself; leave the option out, or choose another format.",
        ),
    )
