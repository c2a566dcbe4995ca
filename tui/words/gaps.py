"""The Problems and lines of ``shuseki gaps``: registers, mapping files, findings, options that exclude each other."""

from collections.abc import Sequence

from engine.interview.nearest import nearest
from engine.interview.visible import shown
from engine.model.problem import Place, Problem, Severity
from engine.model.register import UnreadRow
from engine.model.text import Lang, LocalizedText
from tui.words.problems import problem

_SHOWN_ROWS = 3
UNITS = {"円": 1, "千円": 1_000, "万円": 10_000, "百万円": 1_000_000}


def _warning(found: Problem) -> Problem:
    return found.model_copy(update={"severity": Severity.WARNING})


def no_measures_given() -> Problem:
    """The register was left out."""
    return problem(
        "missing_argument",
        (
            "事業一覧（MEASURES）が指定されていません。",
            "「shuseki gaps 回答.yaml 事業一覧.xlsx」のように指定してください。"
            "ひな形は「--template ひな形.xlsx」で作れます。",
        ),
        (
            "The register (MEASURES) is missing.",
            'Give it as in "shuseki gaps answers.yaml measures.xlsx"; --template measures.xlsx makes one to fill in.',
        ),
    )


def nothing_kept(name: str) -> Problem:
    """A saved consultation has no register in the store."""
    return problem(
        "no_register_kept",
        (
            f"「{shown(name)}」には、保存された事業一覧がありません。",
            "事業一覧のファイルを指定するか、画面で取り込んでください。",
        ),
        (
            f'No register is kept for "{shown(name)}".',
            "Name the file of the register, or take one in on the screen.",
        ),
    )


def unknown_sheet(file: str, sheet: str, tables: Sequence[str]) -> Problem:
    """No sheet of that name, or none with a table in it."""
    meant = nearest(sheet, tables)
    ja, en = (f"「{shown(meant)}」のことですか。", f'Did you mean "{shown(meant)}"? ') if meant else ("", "")
    names = [shown(name) for name in tables[:8]]
    listed = (f"表のあるシート：{'、'.join(names)}。", f"Sheets with a table: {', '.join(names)}.")
    if not any(tables):
        listed = ("「--sheet」を外してください。", "Leave --sheet out.")
    return problem(
        "unknown_sheet",
        (f"「{shown(sheet)}」というシートに事業の表がありません。", ja + listed[0]),
        (f'There is no table of measures on a sheet "{shown(sheet)}".', en + listed[1]),
        Place(file=shown(file, 300)),
    )


def unread_rows(unread: Sequence[UnreadRow], file: str) -> tuple[Problem, ...]:
    """Rows that could not be taken in, and rows taken in but for a cell: how many, the first, where all are listed."""
    left = [row for row in unread if not row.taken]
    partly = [row for row in unread if row.taken]
    return tuple(_of_rows(rows, file, taken=taken) for rows, taken in ((left, False), (partly, True)) if rows)


def _of_rows(rows: Sequence[UnreadRow], file: str, *, taken: bool) -> Problem:
    ja = "".join(f"{_row(row)}行目：{row.problem.what.ja}" for row in rows[:_SHOWN_ROWS])
    en = " ".join(f"row {_row(row)}: {row.problem.what.en}" for row in rows[:_SHOWN_ROWS])
    more_ja, more_en = ("ほか。", " ...") if len(rows) > _SHOWN_ROWS else ("", "")
    what = (
        (f"一部の欄を空けて取り込んだ行が{len(rows)}行あります。", f"Rows taken in but for a cell: {len(rows)}. ")
        if taken
        else (f"取り込めなかった行が{len(rows)}行あります。", f"Rows that could not be taken in: {len(rows)}. ")
    )
    return _warning(
        problem(
            "cells_left_out" if taken else "rows_not_taken",
            (
                f"{what[0]}{ja}{more_ja}",
                "全部の一覧は、報告（--format xlsx など）の「読めない行」か、--format json の unread にあります。",
            ),
            (
                f"{what[1]}{en}{more_en}",
                "All of them are listed in the report (--format xlsx, ...) and under unread in --format json.",
            ),
            Place(file=shown(file, 300)),
        )
    )


def _row(row: UnreadRow) -> str:
    sheet = f"{shown(row.origin.sheet)} " if row.origin.sheet else ""
    return f"{sheet}{row.origin.row}"


def unknown_finding(name: str, known: Sequence[str]) -> Problem:
    """The check has no such finding."""
    meant = nearest(name, known)
    ja, en = (f"「{shown(meant, 80)}」のことですか。", f'Did you mean "{shown(meant, 80)}"? ') if meant else ("", "")
    return problem(
        "unknown_finding",
        (f"「{shown(name, 80)}」という指摘はありません。", f"{ja}一覧は「--list」で見られます。"),
        (f'There is no finding "{shown(name, 80)}".', f"{en}--list lists them."),
    )


def do_not_go_together(one: str, other: str) -> Problem:
    """Two options that exclude each other."""
    return problem(
        "options_exclude",
        (f"{one} と {other} は一緒には使えません。", "どちらか一方にしてください。"),
        (f"{one} and {other} do not go together.", "Give one of the two."),
    )


def needs_option(option: str, needed: str) -> Problem:
    """An option that means something only beside another."""
    return problem(
        "option_needs",
        (f"{option} は {needed} と一緒に使います。", f"{needed} も指定するか、{option} を外してください。"),
        (f"{option} goes with {needed}.", f"Give {needed} too, or leave {option} out."),
    )


def bad_format(form: str, formats: Sequence[str]) -> Problem:
    """A format that what was asked for does not have."""
    return problem(
        "bad_value",
        (f"形式「{shown(form)}」では出せません。", f"次のいずれかにしてください：{'、'.join(formats)}。"),
        (f'This cannot be given in the format "{shown(form)}".', f"Give one of: {', '.join(formats)}."),
    )


def writes_over_input(option: str, file: str) -> Problem:
    """The file to be written is one that is read."""
    return problem(
        "writes_over_input",
        (
            f"{option} の出力先が、読み込むファイルと同じです。",
            "元のファイルを残すため、別の名前にしてください。",
        ),
        (f"{option} names a file that is read.", "Give another name, so that the original stays as it is."),
        Place(file=shown(file, 300)),
    )


def wrong_name(option: str, file: str, suffix: str) -> Problem:
    """The name of a file promises another format than the one that is written."""
    return problem(
        "wrong_suffix",
        (f"{option} の出力先の拡張子が違います。", f"「{suffix}」で終わる名前にしてください。"),
        (f"{option} does not write such a file.", f'Let the name end in "{suffix}".'),
        Place(file=shown(file, 300)),
    )


def twice_written(file: str) -> Problem:
    """Two options name one file to be written."""
    return problem(
        "twice_written",
        ("同じファイルが二つの出力先に指定されています。", "別々の名前にしてください。"),
        ("Two options name the same file to be written.", "Give each a name of its own."),
        Place(file=shown(file, 300)),
    )


def year_supposed(file: str, year: int) -> Problem:
    """Nothing says of which year last year's register is."""
    return _warning(
        problem(
            "year_supposed",
            (
                f"前回の事業一覧に年度の記載がないため、{year}年度のものとして扱いました。",
                "違うときは、ファイル名か表の題に年度（令和7年度 など）を書いてください。",
            ),
            (
                f"The previous register names no fiscal year; it was taken for that of {year}.",
                "If it is another, write the year into its title or the name of the file.",
            ),
            Place(file=shown(file, 300)),
        )
    )


def written(what: str, file: str, lang: Lang) -> str:
    """That a further file was written."""
    return _WRITTEN[what].get(lang).format(shown(file, 300))


_WRITTEN = {
    "mapping": LocalizedText(
        ja="対応表を書き出しました：{}（候補は「#」の行にあります。正しいものの「# 」を消すと確認済みになります）",
        en='Mapping file written: {} (suggestions stand in lines with "#"; take the "# " away where one is right)',
    ),
    "copy": LocalizedText(ja="列を加えた事業一覧を書き出しました：{}", en="Copy of the register written: {}"),
    "template": LocalizedText(ja="事業一覧のひな形を書き出しました：{}", en="Template of a register written: {}"),
}


def no_findings(lang: Lang) -> str:
    """The check has nothing to list."""
    return "指摘はありません。" if lang == "ja" else "No findings."
