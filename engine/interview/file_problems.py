"""The Problems any file can meet before its content is looked at, whatever it is to hold; a short way to make one."""

from engine.interview.visible import shown
from engine.model.problem import Place, Problem, Severity
from engine.model.text import LocalizedText


def problem(
    code: str, where: Place, what: tuple[str, str], remedy: tuple[str, str], *, warning: bool = False
) -> Problem:
    """A Problem from pairs of Japanese and English."""
    return Problem(
        code=code,
        where=where,
        what=LocalizedText(ja=what[0], en=what[1]),
        remedy=LocalizedText(ja=remedy[0], en=remedy[1]),
        severity=Severity.WARNING if warning else Severity.ERROR,
    )


def missing(where: Place) -> Problem:
    """No such file."""
    return problem(
        "file_missing",
        where,
        ("ファイルがありません。", "There is no such file."),
        ("名前とフォルダーを確かめてください。", "Check its name and folder."),
    )


def folder(where: Place, remedy: tuple[str, str]) -> Problem:
    """A folder was named instead of a file; what file is wanted is told by ``remedy``."""
    what = ("ファイルではなくフォルダーです。", "This is a folder, not a file.")
    return problem("is_a_directory", where, what, remedy)


def no_permission(where: Place, remedy: tuple[str, str]) -> Problem:
    """The system refuses access."""
    what = ("このファイルを開く権限がありません。", "You have no permission to use this file.")
    return problem("no_permission", where, what, remedy)


def unusable(where: Place, error: Exception) -> Problem:
    """Any other refusal of the system; only the kind of the error is told."""
    reason = shown(str(getattr(error, "strerror", None) or type(error).__name__))
    return problem(
        "file_unusable",
        where,
        (f"ファイルを扱えません（{reason}）。", f"The file cannot be used ({reason})."),
        ("名前と置き場所を確かめ、もう一度試してください。", "Check its name and place, and try again."),
    )


def encoding_unknown(where: Place, remedy: tuple[str, str]) -> Problem:
    """In no encoding that is read; how to save it anew is told by ``remedy``."""
    what = (
        "文字コードが UTF-8 でも CP932（Shift_JIS）でもありません。",
        "Its encoding is neither UTF-8 nor CP932 (Shift_JIS).",
    )
    return problem("encoding_unknown", where, what, remedy)


def encoding_damaged(where: Place, remedy: tuple[str, str]) -> Problem:
    """UTF-8, but for some bytes: damaged on its way, or cut off within a character."""
    what = (
        "UTF-8 の文字が壊れています。ファイルが途中で切れている可能性があります。",
        "A character in UTF-8 is damaged; the file may be cut off.",
    )
    return problem("encoding_damaged", where, what, remedy)
