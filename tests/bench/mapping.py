"""How well the right generic measures are suggested: the study's own concrete measures, and invented registers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time
from typing import NamedTuple, get_args

import yaml

from engine.model.book import Book
from engine.model.knowledge import TypeCode
from engine.model.register import ExistingMeasure
from engine.policy.mapping import Index, built, suggest
from tests.bench.timing import heading, table

REGISTERS = Path(__file__).parents[1] / "engine" / "policy" / "mapping" / "registers"
TYPES: tuple[TypeCode, ...] = get_args(TypeCode)
_HUNDRED = 100


@dataclass
class Shares:
    """How often the right one came first, or among the first three, or nothing was suggested; and of how many."""

    asked: int = 0
    first: int = 0
    three: int = 0
    nothing: int = 0

    def count(self, right: Iterable[str], got: list[str]) -> None:
        right = set(right)
        self.asked += 1
        self.first += bool(right & set(got[:1]))
        self.three += bool(right & set(got[:3]))
        self.nothing += not got

    def cells(self) -> list[str]:
        return [str(self.asked), *(f"{100 * n / self.asked:.0f} %" for n in (self.first, self.three, self.nothing))]


@dataclass
class OfRegister:
    """What came out for one register, over all types."""

    right: Shares = field(default_factory=Shares)
    orphans: int = 0
    left_alone: int = 0
    suggested: int = 0
    defensible: int = 0

    @property
    def precision(self) -> float:
        """The share of first suggestions that are right or arguable."""
        return self.defensible / self.suggested

    @property
    def alone(self) -> float:
        """The share of measures which serve nothing of a type that get no suggestion."""
        return self.left_alone / self.orphans


class Expected(NamedTuple):
    """An existing measure of an invented register, and what it serves by type: rightly, or arguably."""

    measure: ExistingMeasure
    right: frozenset[str]
    may: frozenset[str]


def leave_one_out(book: Book, *, usual: bool = True, outline: bool = True) -> dict[str, Shares]:
    """The study's concrete measures as existing ones, each left out of the index; by type of its case, and in all."""
    found = {code: Shares() for code in (*TYPES, "all")}
    for name, one in book.concrete_measures.items():
        code = book.cases[one.case].type
        if not one.exemplifies or code is None:
            continue
        index = built(book, frozenset({name}), usual=usual)
        asked = ExistingMeasure(id=name, name=one.title.ja, outline=one.summary.ja if outline else "")
        got = [suggestion.measure for suggestion in suggest(index, [asked], [code])[name]]
        found[code].count(one.exemplifies, got)
        found["all"].count(one.exemplifies, got)
    return found


def expected(path: Path) -> list[Expected]:
    """The measures of an invented register."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))["measures"]
    return [
        Expected(
            ExistingMeasure(
                id=str(n), name=row["name"], outline=row.get("outline", ""), department=row.get("department", "")
            ),
            frozenset(f"MS.{name}" for name in row.get("right", ())),
            frozenset(f"MS.{name}" for name in row.get("may", ())),
        )
        for n, row in enumerate(rows)
    ]


def of_register(index: Index, rows: list[Expected]) -> OfRegister:
    """Suggestions for a register held against what is expected of it, type by type."""
    found = OfRegister()
    for code in TYPES:
        suggested = suggest(index, [row.measure for row in rows], [code])
        for row in rows:
            _count(found, code, row, [one.measure for one in suggested[row.measure.id]])
    return found


def _count(found: OfRegister, code: TypeCode, row: Expected, got: list[str]) -> None:
    right, may = ({name for name in names if name.startswith(f"MS.{code}.")} for names in (row.right, row.may))
    if right:
        found.right.count(right, got)
    elif not may:
        found.orphans += 1
        found.left_alone += not got
    if got:
        found.suggested += 1
        found.defensible += got[0] in right | may


def show(book: Book, repeat: int) -> None:
    """Print all of it."""
    of_the_study(book)
    index = built(book)
    of_registers(index)
    speed(book, index, repeat)


def of_the_study(book: Book) -> None:
    unlinked = sum(not one.exemplifies for one in book.concrete_measures.values())
    heading(
        "Mapping: the study's concrete measures as existing ones",
        "Each left out of the index when it is asked, the type as its case's; any linked generic measure is right.",
        f"{unlinked} of {len(book.concrete_measures)} is linked to none and left out. Wanted: first 65 %, three 85 %.",
    )
    rows = []
    for label, usual, outline in (
        ("name and outline", True, True),
        ("name alone", True, False),
        ("without usual names", False, True),
        ("name alone, without", False, False),
    ):
        for code, shares in leave_one_out(book, usual=usual, outline=outline).items():
            rows.append([f"{label}, {code}", *shares.cells()])
    table(["", "asked", "first", "first three", "nothing"], rows)


def of_registers(index: Index) -> None:
    heading(
        "Mapping: invented registers",
        "Over all three types. Alone: measures that serve nothing of a type and get no suggestion.",
        "Precision: first suggestions that are right or arguable. The regional city was written last, after the rule.",
    )
    rows = []
    for path in sorted(REGISTERS.glob("*.yaml")):
        for label, strip in ((path.stem, False), (f"{path.stem}, name alone", True)):
            found = of_register(index, _bare(expected(path)) if strip else expected(path))
            rows.append([label, *found.right.cells(), f"{100 * found.alone:.0f} %", f"{100 * found.precision:.0f} %"])
    table(["", "asked", "first", "first three", "nothing", "alone", "precision"], rows)


def _bare(rows: list[Expected]) -> list[Expected]:
    bare = {"outline": "", "department": ""}
    return [row._replace(measure=row.measure.model_copy(update=bare)) for row in rows]


def speed(book: Book, index: Index, repeat: int) -> None:
    heading(
        f"Mapping: {_HUNDRED} measures",
        "Milliseconds of processor time, median: building the index; the first suggestions; then again, and by types.",
    )
    rows = [row.measure for path in sorted(REGISTERS.glob("*.yaml")) for row in expected(path)]
    some = [one.model_copy(update={"id": str(n)}) for n, one in enumerate(rows)][:_HUNDRED]
    jobs: dict[str, Callable[[], object]] = {
        "build the index": lambda: built(book),
        "first time, all types": lambda: suggest(built(book), some, ()),
        "again, all types": lambda: suggest(index, some, ()),
        "again, two types": lambda: suggest(index, some, ("A-1", "A-2")),
        "again, one type": lambda: suggest(index, some, ("A-2",)),
    }
    taken = {label: _median(job, repeat) for label, job in jobs.items()}
    taken["first time, all types"] -= taken["build the index"]
    table(["", "ms"], [[label, f"{1000 * seconds:.1f}"] for label, seconds in taken.items()])


def _median(job: Callable[[], object], repeat: int) -> float:
    job()
    runs = []
    for _ in range(max(1, repeat)):
        begun = process_time()
        job()
        runs.append(process_time() - begun)
    return sorted(runs)[len(runs) // 2]
