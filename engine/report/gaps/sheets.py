"""The sheets on what was found: findings, mapping, coverage, key factors, heat maps, rows not read."""

from collections.abc import Iterator

from engine.assess.words import PRIORITY, STANDING, STATUS, TIMING
from engine.interview.visible import flowing
from engine.model.gaps import Covered, FactorCoverage, GapFinding
from engine.model.knowledge import Resource
from engine.model.register import ExistingMeasure
from engine.report import words
from engine.report.gaps import register_part
from engine.report.gaps.findings import based, who_acts
from engine.report.gaps.labels import COVERAGE, KIND, PROGRESS
from engine.report.gaps.phrases import GapPhrases
from engine.report.gaps.pictures import heat_map
from engine.report.gaps.workbook_words import word
from engine.report.heat import legend, told
from engine.report.marks import mark
from engine.report.xlsx_sheet import Cell, Column, Sheet, joined

CORRECTED = 6
"""The column of the mapping in which a person may choose anew."""
BUDGET = 2
"""The column of the mapping that holds yen."""
COVERED = 4
"""The column of the coverage that says whether something is there."""
_FIRST = ("missing", "repair")

Row = tuple[Cell, ...]


def columns(say: GapPhrases, *named: tuple[str, int]) -> tuple[Column, ...]:
    """Columns by the names of their headings and their greatest widths."""
    return tuple(Column(word(name, say.lang), most) for name, most in named)


def findings(say: GapPhrases) -> Sheet:
    """Every finding with a number, what it is about, when it is due and what it turns on."""
    head = columns(
        say,
        *(("number", 6), ("kind", 12), ("finding", 50), ("type", 6), ("phases", 14), ("timing", 8), ("order", 8)),
        *(("check", 16), ("existing_measure", 34), ("absent", 16), ("sections", 9)),
    )
    found = say.check.findings
    strong = frozenset(n for n, one in enumerate(found) if one.kind in _FIRST)
    rows = tuple(_finding(say, n, one) for n, one in enumerate(found, 1))
    return Sheet(word("s_findings", say.lang), say.gap("findings"), head, rows, (say.gap("limits_text"),), strong)


def _finding(say: GapPhrases, number: int, one: GapFinding) -> Row:
    return (
        number,
        say.say(KIND[one.kind]),
        flowing(say.say(one.text)),
        one.type or "",
        say.row(one.phase) if one.phase else "",
        say.say(TIMING[one.timing]) if one.timing else "",
        say.say(PRIORITY[one.priority]) if one.priority else "",
        say.rests_on(one),
        joined([say.existing(existing) for existing in one.existing]),
        say.list([*map(say.actor, one.actors), *map(say.resource, one.resources)]),
        say.list(based(say, one).sections),
    )


def reasons(say: GapPhrases) -> Sheet:
    """Why each finding was made, and who can act: a statement a row, by the number of the finding."""
    head = columns(say, ("number", 6), ("kind", 12), ("finding", 40), ("item", 18), ("content", 80), ("ground", 16))
    rows = tuple(row for n, one in enumerate(say.check.findings, 1) for row in _reasons(say, n, one))
    return Sheet(word("s_reasons", say.lang), word("reasons_title", say.lang), head, rows)


def _reasons(say: GapPhrases, number: int, one: GapFinding) -> Iterator[Row]:
    about = (number, say.say(KIND[one.kind]), flowing(say.say(one.text)))
    for reason in say.reasons(one.because):
        ground = mark(reason.source, say.lang).strip()
        yield (*about, word("rule", say.lang), joined([reason.text, *(line.text for line in reason.below)]), ground)
    for line in who_acts(say, one):
        yield (*about, say.word("who"), line.text, mark(line.source, say.lang).strip())


def mapping(say: GapPhrases) -> Sheet:
    """Every existing measure with what it serves, and a column in which to choose anew."""
    head = columns(
        say,
        *(("existing_measure", 36), ("department", 16), ("budget", 14), ("progress", 10), ("generic", 40)),
        *(("standing", 16), ("corrected", 40), ("words", 24)),
    )
    notes = (say.gap("mapping_note"), word("mapping_correct", say.lang))
    rows = tuple(_mapped(say, one) for one in say.register.measures)
    if say.public:
        head, rows = head[:-1], tuple(row[:-1] for row in rows)
    return Sheet(word("s_mapping", say.lang), say.gap("mapping"), head, rows, notes)


def _mapped(say: GapPhrases, one: ExistingMeasure) -> Row:
    link = say.mapping.of(one.id)
    return (
        flowing(one.name),
        flowing(one.department),
        one.budget,
        say.say(PROGRESS[one.progress]) if one.progress else "",
        register_part.served(say, link),
        register_part.standing(say, link),
        "",
        register_part.words(link),
    )


def covered(say: GapPhrases) -> Sheet:
    """Every generic measure of the types in question, with what the register and the answers say of it."""
    head = columns(
        say,
        *(("measure", 34), ("type", 6), ("phases", 10), ("timing", 10), ("in_register", 16), ("by_answers", 12)),
        ("existing_measure", 60),
    )
    rows = tuple(_covered(say, one) for one in say.check.covered)
    return Sheet(word("s_covered", say.lang), say.gap("covered"), head, rows)


def _covered(say: GapPhrases, one: Covered) -> Row:
    return (
        say.measure(one.measure),
        one.type,
        say.list(str(say.book.phases[phase].order) for phase in one.phases),
        say.say(TIMING[one.timing]) if one.timing else "",
        say.say(COVERAGE[one.coverage]),
        say.say(STANDING[one.by_answers]),
        joined([say.existing(existing) for existing in one.existing]),
    )


def factors(say: GapPhrases) -> Sheet:
    """For each key factor the measures that work towards it, by what is there."""
    head = columns(
        say,
        ("phases", 26),
        ("key_factor", 40),
        ("factor_status", 12),
        ("there", 40),
        ("suggested", 40),
        ("missing", 40),
    )
    rows = tuple(_factor(say, one) for one in say.check.factors)
    return Sheet(word("s_factors", say.lang), say.gap("factors"), head, rows, (say.gap("factors_note"),))


def _factor(say: GapPhrases, one: FactorCoverage) -> Row:
    groups = (one.there, one.suggested, one.missing)
    title = say.say(say.book.phases[one.phase].key_factor_title)
    named = (joined([say.measure(measure) for measure in group]) for group in groups)
    return (say.row(one.phase), title, say.say(STATUS[one.status]), *named)


def heat_maps(say: GapPhrases) -> Sheet:
    """Both heat maps below each other: a word and figures in every cell."""
    resources = tuple(Column(say.say(words.RESOURCE[one]), 14) for one in Resource)
    head = (*columns(say, ("map", 22), ("row", 30)), *resources)
    maps = say.check.heat_maps
    notes = (*(legend(heat_map(say, maps[0]), say.lang) if maps else ()), say.gap("heat_note"))
    return Sheet(word("s_heat", say.lang), say.gap("heat_part"), head, tuple(_heat_rows(say)), notes)


def _heat_rows(say: GapPhrases) -> Iterator[Row]:
    for heat in say.check.heat_maps:
        drawn = heat_map(say, heat)
        place = {column: n for n, column in enumerate(heat.columns)}
        for row in drawn.rows:
            cells = (told(row.cells[place[one]], say.lang) if one in place else "" for one in map(str, Resource))
            yield (drawn.columns[0], row.title, *cells)


def unread(say: GapPhrases) -> Sheet:
    """The rows of the register that could not be taken in, or only in part."""
    head = columns(say, ("sheet", 20), ("row_number", 8), ("what", 50), ("reason", 70), ("taken", 22))
    rows = []
    for one in say.check.unread:
        _, text, reason, taken = register_part.unread(say, one)
        rows.append((flowing(one.origin.sheet), one.origin.row, text, reason, taken))
    return Sheet(word("s_unread", say.lang), say.gap("unread"), head, tuple(rows), (say.gap("unread_note"),))
