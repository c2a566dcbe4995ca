"""Checks that every id which the knowledge mentions is there, and that what belongs together fits together."""

from collections.abc import Iterator

from engine.book.ground import KIND_WORDS, Found, Ground, Trail, item_file, rule_file, unknown
from engine.book.problems import both, did_you_mean, visible
from engine.book.sources import SECTIONS
from engine.model.book import COMPUTED_FACTS
from engine.model.questions import Question
from engine.model.text import LocalizedText

REFERENCES: tuple[tuple[str, str, str], ...] = (
    ("types", "parent", "types"),
    ("types", "cases.*", "cases"),
    ("types", "deep_dive_case", "cases"),
    ("phases", "type", "types"),
    ("measures", "type", "types"),
    ("measures", "phases.*", "phases"),
    ("concrete_measures", "case", "cases"),
    ("concrete_measures", "exemplifies.*", "measures"),
    ("concrete_measures", "pitfalls.*", "pitfalls"),
    ("cases", "type", "types"),
    ("cases", "phases.*", "phases"),
    ("pitfalls", "cases.*", "cases"),
    ("renewal_directions", "cases.*", "cases"),
    ("national_directions", "important_thing", "important_things"),
    ("national_directions", "served_by.measures.*", "measures"),
    ("industries", "orientations.*", "orientations"),
    ("sheets", "targets.*", "sheets"),
    ("logic_models", "id", "measures"),
    ("usual_names", "measures.*", "measures"),
    ("usual_names", "also.*", "measures"),
    ("questions", "section", "sections"),
    ("questions", "example.case", "cases"),
)
"""Which field of which kind names items of which kind; ``*`` stands for each entry of a list or key of a mapping."""

NEEDED: dict[str, tuple[str, ...]] = {
    "types": COMPUTED_FACTS["leading_type"],
    "viewpoints": ("VP1", "VP2", "VP3"),
    "phases": COMPUTED_FACTS["working_phase"],
}
"""Items without which the reasoning has nothing to stand on."""


def references(ground: Ground) -> Iterator[Found]:
    """Every reference between items of knowledge resolves."""
    for kind, pattern, target in REFERENCES:
        for name, item in getattr(ground.book, kind).items():
            for path, value in _values(item, tuple(pattern.split("."))):
                if not ground.has(target, value):
                    yield unknown(ground, target, value, item_file(kind, name), path)


def _values(value: object, steps: tuple[str, ...], path: Trail = ()) -> Iterator[tuple[Trail, str]]:
    """The ids that a pattern finds in an item, each with where it stands."""
    if value is None:
        return
    if not steps:
        yield path, str(value)
    elif steps[0] != "*":
        yield from _values(getattr(value, steps[0]), steps[1:], (*path, steps[0]))
    elif isinstance(value, dict):
        yield from (((*path, key), key) for key in value)
    elif isinstance(value, tuple):
        for n, part in enumerate(value):
            yield from _values(part, steps[1:], (*path, n))


def loose_references(ground: Ground) -> Iterator[Found]:
    """What a pitfall bears on may be an item of any kind, but it has to be one."""
    everything = frozenset().union(*ground.names.values())
    for name, pitfall in ground.book.pitfalls.items():
        for n, target in enumerate(pitfall.bears_on):
            if target not in everything:
                yield Found(
                    code="unknown_reference",
                    file=item_file("pitfalls", name),
                    path=("bears_on", n),
                    what=both(
                        f"「{visible(target)}」という項目はありません。", f"There is no item '{visible(target)}'."
                    ),
                    remedy=did_you_mean(
                        target, everything, both("ある項目のidを書いてください。", "Write the id of an item.")
                    ),
                )


def needed_items(ground: Ground) -> Iterator[Found]:
    """The types, viewpoints and phases that the reasoning is written for are there."""
    for kind, names in NEEDED.items():
        ja, en = KIND_WORDS[kind]
        for name in names:
            if not ground.has(kind, name):
                yield Found(
                    code="missing_item",
                    file=item_file(kind, name),
                    path=(),
                    what=both(f"{ja}「{name}」がありません。", f"The {en} '{name}' is not there."),
                    remedy=both("ファイルを加えてください。", "Add the file."),
                )


def belonging(ground: Ground) -> Iterator[Found]:
    """A phase's id tells its type and order; a measure's phases are of its type; a row's targets of its sheet."""
    book = ground.book
    for name, phase in book.phases.items():
        if name != f"PH.{phase.type}.{phase.order}":
            yield _misfit(item_file("phases", name), ("order",), f"PH.{phase.type}.{phase.order}", name)
    for name, measure in book.measures.items():
        for n, phase_id in enumerate(measure.phases):
            if phase_id in book.phases and book.phases[phase_id].type != measure.type:
                yield _misfit(item_file("measures", name), ("phases", n), measure.type, phase_id)
    for name, row in book.sheets.items():
        for n, target in enumerate(row.targets):
            if target in book.sheets and book.sheets[target].sheet != row.sheet:
                yield _misfit(item_file("sheets", name), ("targets", n), row.sheet, target)


def _misfit(file: str, path: Trail, belongs: str, name: str) -> Found:
    return Found(
        code="does_not_belong",
        file=file,
        path=path,
        what=both(f"「{name}」は「{belongs}」のものではありません。", f"'{name}' does not belong to '{belongs}'."),
        remedy=both("どちらかを直してください。", "Correct one of them."),
    )


def unique_names(ground: Ground) -> Iterator[Found]:
    """Names that are given within a file are given once."""
    book = ground.book
    yield from _repeated(SECTIONS, ("sections",), [section.id for section in book.sections])
    for name, question in book.questions.items():
        yield from _repeated(item_file("questions", name), ("options",), [option.id for option in question.options])
    for name, industry in book.industries.items():
        file = item_file("industries", name)
        yield from _repeated(file, ("requirements",), [requirement.id for requirement in industry.requirements])
    for rules in book.rule_files:
        yield from _repeated(rule_file(rules), ("rules",), [rule.id.rpartition("/")[2] for rule in rules.rules])


def _repeated(file: str, path: Trail, names: list[str]) -> Iterator[Found]:
    for n, name in enumerate(names):
        if name in names[:n]:
            yield Found(
                code="repeated_name",
                file=file,
                path=(*path, n, "id"),
                what=both(f"「{visible(name)}」が二度使われています。", f"'{visible(name)}' is used twice."),
                remedy=both("別の名前にしてください。", "Give it another name."),
            )


def question_shape(ground: Ground) -> Iterator[Found]:
    """A question's name is no computed fact's; only numbers have limits; 'unknown' is no option but always there."""
    for name, question in ground.book.questions.items():
        for path, what in _shape_faults(name, question):
            remedy = both("質問の定義を直してください。", "Correct the question.")
            yield Found("question_shape", item_file("questions", name), path, what, remedy)


def _shape_faults(name: str, question: Question) -> Iterator[tuple[Trail, LocalizedText]]:
    if name in COMPUTED_FACTS or "/" in name:
        yield (), both(f"「{name}」は質問の名前に使えません。", f"'{name}' cannot be the name of a question.")
    for n, option in enumerate(question.options):
        if option.id == "unknown" or "/" in option.id:
            yield (
                ("options", n, "id"),
                both(f"「{option.id}」は選択肢に使えません。", f"'{option.id}' cannot be an option."),
            )
    for limit in ("unit", "minimum", "maximum"):
        if question.kind != "number" and getattr(question, limit) is not None:
            yield (limit,), both(f"{limit} は数値の質問だけのものです。", f"'{limit}' is for numbers only.")
