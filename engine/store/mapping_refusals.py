"""The Problems of a mapping file, and what to do about those it shares with answer files."""

from collections.abc import Collection, Mapping, Sequence

from engine.interview.file_problems import problem
from engine.interview.nearest import nearest
from engine.interview.visible import shown
from engine.model.knowledge import Measure
from engine.model.problem import Place, Problem
from engine.model.text import LocalizedText
from engine.store.refusals import SIZE_LIMIT

_FORM = (
    "- {name: ものづくり人材育成事業, department: 商工課, serves: [MS.A-2.hr], types: [A-2]}",
    "- {name: Training for manufacturers, serves: [MS.A-2.hr], types: [A-2]}",
)
_CHECK = ("対応表のファイルか確かめてください。", "Check that this is a mapping file.")
_REMEDIES = {
    "is_a_directory": (
        "対応表のファイル（.yaml）そのものを指定してください。",
        "Name the mapping file (.yaml) itself.",
    ),
    "file_too_big": _CHECK,
    "overgrown": (
        "対応表のファイルか確かめてください。事業が多いときは、複数のファイルに分けてください。",
        "Check that this is a mapping file. If it lists very many measures, divide it into several files.",
    ),
    "file_empty": (f"例のように書いてください：mapping: の次の行に {_FORM[0]}", f"Write below mapping: {_FORM[1]}"),
    "several_documents": ("--- の行を消して、1つの一覧にしてください。", "Remove the lines of --- and keep one list."),
}


def reworded(found: Problem) -> Problem:
    """A Problem of reading a file, with what to do about it in a mapping file."""
    if found.code not in _REMEDIES:
        return found
    ja, en = _REMEDIES[found.code]
    return found.model_copy(update={"remedy": LocalizedText(ja=ja, en=en)})


def mapping_missing(where: Place) -> Problem:
    """The file has no list of measures."""
    return problem(
        "mapping_missing",
        where,
        ("対応表（mapping）がありません。", "The file has no mapping."),
        (f"例のように書いてください：mapping: の次の行に {_FORM[0]}", f"Write below mapping: {_FORM[1]}"),
    )


def name_missing(where: Place) -> Problem:
    """Nothing says which existing measure this is about."""
    return problem(
        "existing_without_name",
        where,
        ("どの事業のことか分かりません（name がありません）。", "Nothing says which measure this is; name is missing."),
        ("事業一覧にある事業名を name に書いてください。", "Give its name as it stands in the register."),
    )


def types_missing(where: Place) -> Problem:
    """Nothing says which types' measures were looked at."""
    return problem(
        "types_missing",
        where,
        (
            "どの型の施策と照らしたか分かりません（types がありません）。",
            "Nothing says which types' measures were looked at; types is missing.",
        ),
        ("types: [A-1, A-2] のように書いてください。", "Write it as types: [A-1, A-2]."),
    )


def unknown_type(where: Place, word: str, known: Collection[str]) -> Problem:
    """No type of cluster that has measures of its own."""
    return problem(
        "unknown_type",
        where,
        (f"「{shown(word)}」という型はありません。", f'There is no type "{shown(word)}".'),
        (f"{'、'.join(known)} から選んでください。", f"Choose from {', '.join(known)}."),
    )


def unknown_measure(where: Place, word: str, measures: Mapping[str, Measure]) -> Problem:
    """A generic measure the book does not have, with the one probably meant, by its id or its title."""
    by_title = {text: id for id, measure in measures.items() for text in (measure.title.ja, measure.title.en)}
    meant = nearest(word, measures) or by_title.get(nearest(word, by_title) or "")
    ja, en = ("", "")
    if meant:
        title = measures[meant].title
        ja, en = f"{meant}（{title.ja}）のことですか。", f"Did you mean {meant} ({title.en})? "
    return problem(
        "unknown_measure",
        where,
        (f"「{shown(word)}」という施策はありません。", f'There is no generic measure "{shown(word)}".'),
        (
            f"{ja}施策は MS.A-2.hr のような番号で書いてください。",
            f"{en}Generic measures are written by their ids, such as MS.A-2.hr.",
        ),
    )


def measure_of_another_type(where: Place, measure: str, type_: str, types: Sequence[str]) -> Problem:
    """A measure of a type that was not looked at."""
    return problem(
        "measure_of_another_type",
        where,
        (
            f"{measure} は {type_} の施策ですが、types（{'、'.join(types)}）に {type_} がありません。",
            f"{measure} is a measure of {type_}, which is not among types ({', '.join(types)}).",
        ),
        (f"types に {type_} を加えるか、この施策を消してください。", f"Add {type_} to types, or remove the measure."),
    )


def duplicate_mapping(where: Place, name: str, first: int) -> Problem:
    """The same existing measure twice, for the same types."""
    return problem(
        "duplicate_mapping",
        where,
        (
            f"「{shown(name)}」が、同じ担当課・同じ型で2回書かれています（1回目は{first}行目）。",
            f'"{shown(name)}" is given twice for the same department and types (first in line {first}).',
        ),
        (
            "1つにまとめてください。同じ名前の別の事業なら、担当課（department）で分けてください。",
            "Make them one. If they are different measures, tell them apart by department.",
        ),
    )


def not_a_fiscal_year(where: Place, word: str) -> Problem:
    """No fiscal year by the western calendar."""
    return problem(
        "not_a_fiscal_year",
        where,
        (f"「{shown(word)}」は年度として読めません。", f'"{shown(word)}" is no fiscal year.'),
        ("西暦4桁（例：2026）で書くか、消してください。", "Give four digits such as 2026, or leave it out."),
    )


def serves_open(where: Place, names: Sequence[str]) -> Problem:
    """A warning: of these nobody has said yet what they serve."""
    ja, en = ("、".join(map(shown, names[:5])), ", ".join(map(shown, names[:5])))
    more_ja, more_en = (" など", ", ...") if len(names) > 5 else ("", "")
    return problem(
        "serves_open",
        where,
        (
            f"対応する施策（serves）を書いていない事業が{len(names)}件あります（{ja}{more_ja}）。未確認のままとします。",
            f"{len(names)} measures say nothing under serves ({en}{more_en}); they stay unconfirmed.",
        ),
        (
            "どの施策にも当たらないと確かめた事業には、serves: [] と書いてください。",
            "Where you know that a measure serves none, write serves: [].",
        ),
        warning=True,
    )


def too_big_to_write(where: Place) -> Problem:
    """It would be over the limits that reading sets."""
    return problem(
        "file_too_big",
        where,
        (
            f"書き出すと {SIZE_LIMIT // 2**20} MiB か項目数の上限を超え、読み戻せなくなります。",
            f"It would be over {SIZE_LIMIT // 2**20} MiB or have too many entries, and could not be read back.",
        ),
        ("事業を分けて、複数のファイルに書き出してください。", "Write the measures into several files."),
    )
