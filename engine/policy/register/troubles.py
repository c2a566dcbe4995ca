"""Why a row, or a cell of it, was not taken in: with its place and what to do."""

from engine.interview.file_problems import problem
from engine.interview.visible import shown
from engine.model.problem import Place, Problem
from engine.model.register import RegisterField
from engine.policy.register.grid import Unreadable

FIELD_NAMES: dict[RegisterField, tuple[str, str]] = {
    "name": ("事業名", "name"),
    "outline": ("概要", "outline"),
    "department": ("担当課", "department"),
    "budget": ("予算額", "budget"),
    "start": ("開始年度", "start"),
    "end": ("終了年度", "end"),
    "period": ("事業期間", "period"),
    "actors": ("対象・連携先", "actors"),
    "resources": ("資源", "resources"),
    "kpi": ("指標", "KPI"),
    "funding": ("財源", "funding"),
    "scheme": ("国・県の制度", "scheme"),
    "progress": ("状況", "status"),
    "generic": ("対応する施策", "generic measures"),
}
_EXAMPLES: dict[RegisterField, tuple[str, str]] = {
    "budget": ("1,234 や 1,234千円 のように書いてください。", "Write it like 1,234 or 1,234千円."),
    "start": ("令和8、R8、2026 のように書いてください。", "Write it like 令和8, R8 or 2026."),
    "end": ("令和8、R8、2026 のように書いてください。", "Write it like 令和8, R8 or 2026."),
    "period": ("R6～R8、2024-2026 のように書いてください。", "Write it like R6～R8 or 2024-2026."),
    "funding": ("国、県、一般財源、その他 のように書いてください。", "Write it like 国, 県, 一般財源 or その他."),
    "progress": ("新規、継続、予定、廃止 のように書いてください。", "Write it like 新規, 継続, 予定 or 廃止."),
    "resources": (
        "ヒト、カネ、モノ、情報、ビジョン、制度 で書いてください。",
        "Write it in the words ヒト, カネ, モノ, 情報, ビジョン, 制度.",
    ),
    "generic": ("MS.A-2.hr のような施策の記号を書いてください。", "Write ids of measures such as MS.A-2.hr."),
}
_LEFT_OUT = ("その項目だけ空けて取り込みました。", "The row was taken in without it.")


def cell_unclear(where: Place, field: RegisterField, text: str) -> Problem:
    """A cell that says something, but nothing for certain."""
    ja, en = FIELD_NAMES[field]
    example = _EXAMPLES.get(field, ("書き直してください。", "Write it anew."))
    return problem(
        f"{field}_unclear",
        where,
        (
            f"{ja}の「{shown(text)}」を読み取れません。{_LEFT_OUT[0]}",
            f'The {en} "{shown(text)}" cannot be understood. {_LEFT_OUT[1]}',
        ),
        example,
        warning=True,
    )


def cell_unreadable(where: Place, field: RegisterField, value: Unreadable) -> Problem:
    """A formula without a stored value, or an error such as #REF!."""
    ja, en = FIELD_NAMES[field]
    what = {
        "formula": (
            f"{ja}は数式ですが、計算結果が保存されていません。",
            f"The {en} is a formula whose value is not stored.",
        ),
        "error": (f"{ja}がエラー（{shown(value.text)}）です。", f"The {en} is an error ({shown(value.text)})."),
    }[value.reason]
    remedy = {
        "formula": (
            "Excel で開いて保存し直すか、値を書いてください。",
            "Open and save it in Excel, or write the value.",
        ),
        "error": ("元の表で数式を直してください。", "Mend the formula in the table."),
    }[value.reason]
    return problem(f"cell_{value.reason}", where, what, remedy, warning=True)


def cut(where: Place, field: RegisterField, limit: int) -> Problem:
    """A text longer than is kept."""
    ja, en = FIELD_NAMES[field]
    return problem(
        "cell_cut",
        where,
        (f"{ja}が長いため {limit:,} 字で切りました。", f"The {en} is long and was cut at {limit:,} characters."),
        ("必要な部分を前に書いてください。", "Write what matters first."),
        warning=True,
    )


def no_name(where: Place) -> Problem:
    """A row that says something, but not of which measure."""
    return problem(
        "name_missing",
        where,
        ("事業名が空のため取り込めません。", "It has no name and cannot be taken in."),
        ("事業名を書くか、不要な行なら削除してください。", "Write the name, or delete the row."),
    )


def joined(where: Place, name: str) -> Problem:
    """A row without a name, taken as going on with the one above."""
    return problem(
        "row_joined",
        where,
        (
            f"事業名が空のため、上の「{shown(name)}」の続きとして取り込みました。",
            f'It has no name and was taken as going on with "{shown(name)}" above.',
        ),
        ("別の事業なら事業名を書いてください。", "If it is another measure, write its name."),
        warning=True,
    )


def another_amount(where: Place, name: str) -> Problem:
    """A second amount within one measure of several rows: a part of the first, or to be added, nobody can tell."""
    return problem(
        "budget_several",
        where,
        (
            f"「{shown(name)}」の2行目以降の予算額は、内訳か別の額か分からないため加えていません。",
            f'A further amount of "{shown(name)}" was not added: it may be a part of the first.',
        ),
        ("1事業の予算額は1行目に合計で書いてください。", "Write the whole amount in the first row of a measure."),
        warning=True,
    )


def shared_amount(where: Place, name: str) -> Problem:
    """One merged cell holds the amount of several measures."""
    return problem(
        "budget_shared",
        where,
        (
            f"予算額のセルが複数の事業で結合されているため、「{shown(name)}」の額は不明としました。",
            f'The amount is merged over several measures; that of "{shown(name)}" is taken as not known.',
        ),
        ("事業ごとに予算額を書いてください。", "Write an amount for each measure."),
        warning=True,
    )
