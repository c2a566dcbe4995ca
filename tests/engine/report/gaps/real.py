"""Real gap checks of the study's clusters against an invented register, for the tests of documents."""

from functools import cache
from pathlib import Path

import yaml

from engine.model.gaps import GapCheck
from engine.model.register import Confirmation, ExistingMeasure, Mapping, Origin, Register
from engine.policy.gaps import check_gaps
from engine.policy.mapping import mapped
from tests.engine.report.reports import assessed, book

FOLDER = Path(__file__).parents[2] / "policy" / "mapping" / "registers"
CASES = (
    ("sakaki", "machine_parts_town"),
    ("kitakami", "attraction_led_city"),
    ("hiroshima", "attraction_led_city"),
    ("shikokuchuo", "machine_parts_town"),
)


@cache
def register(name: str) -> Register:
    rows = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))["measures"]
    measures = tuple(
        ExistingMeasure(
            id=f"e{n:02d}",
            name=row["name"],
            outline=row.get("outline", ""),
            department=row.get("department", ""),
            budget=1_000_000 + n,
            origin=Origin(sheet="事業一覧", row=n + 4),
        )
        for n, row in enumerate(rows, 1)
    )
    return Register(name=f"令和8年度_{name}.xlsx", fiscal_year=2026, measures=measures)


@cache
def checked(example: str, name: str) -> tuple[Mapping, GapCheck]:
    """Every third measure confirmed as it was suggested."""
    found, assessment = register(name), assessed(example)
    types = tuple(verdict.type for verdict in assessment.phases)
    suggested = mapped(book(), found, types, ())
    said = [
        Confirmation(name=one.name, department=one.department, generic=suggested.of(one.id).generic, types=types)
        for one in found.measures[::3]
        if suggested.of(one.id).generic
    ]
    mapping = mapped(book(), found, types, said)
    return mapping, check_gaps(book(), assessment, found, mapping)
