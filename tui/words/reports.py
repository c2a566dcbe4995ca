"""The Problems of asking for a report: format, file name, template and options that do not go together."""

from engine.interview.visible import shown
from engine.model.problem import Place, Problem
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
