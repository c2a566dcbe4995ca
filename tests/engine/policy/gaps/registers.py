"""Made-up registers as the case files write them, and what comes of laying them over an assessment."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from engine.assess import assess
from engine.model.answers import Consultation
from engine.model.assessment import Assessment
from engine.model.gaps import GapCheck
from engine.model.register import ExistingMeasure, Link, Mapping, Origin, Register
from engine.policy.gaps import check_gaps
from tests.helpers import AS_OF, answered, shipped_book

CASES = Path(__file__).parent / "cases"
_NOT_OF_MEASURE = {"serves", "suggested"}


@dataclass(frozen=True)
class Laid:
    """A register laid over a consultation, and what has to come out."""

    consultation: Consultation
    assessment: Assessment
    register: Register
    mapping: Mapping
    expected: dict[str, Any]

    @property
    def check(self) -> GapCheck:
        return check_gaps(shipped_book(), self.assessment, self.register, self.mapping)


def names() -> list[str]:
    return sorted(path.stem for path in CASES.glob("*.yaml"))


@cache
def laid(name: str) -> Laid:
    data = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    consultation = _consultation(data)
    assessment = assess(shipped_book(), consultation.answers, consultation.as_of)
    register = register_of(data["register"], data.get("fiscal_year"))
    return Laid(consultation, assessment, register, mapping_of(data["register"]), data["expect"])


def _consultation(data: dict[str, Any]) -> Consultation:
    book = shipped_book()
    if "example" in data:
        return book.examples[data["example"]]
    cluster = {"name": "架空の産業"}
    return Consultation.model_validate({"cluster": cluster, "as_of": AS_OF}).model_copy(
        update={"answers": answered(book, data["answers"])}
    )


def register_of(rows: list[dict[str, Any]], fiscal_year: int | None = 2026) -> Register:
    measures = tuple(
        ExistingMeasure.model_validate(
            {key: value for key, value in row.items() if key not in _NOT_OF_MEASURE}
            | {"origin": Origin(sheet="事業一覧", row=n)}
        )
        for n, row in enumerate(rows, 3)
    )
    return Register(name="事業一覧.xlsx", fiscal_year=fiscal_year, measures=measures)


def mapping_of(rows: list[dict[str, Any]]) -> Mapping:
    return Mapping(links=tuple(_link(row) for row in rows))


def _link(row: dict[str, Any]) -> Link:
    if "serves" not in row:
        return Link(existing=row["id"])
    standing = "suggested" if row.get("suggested") else "confirmed"
    return Link.model_validate({"existing": row["id"], "generic": row["serves"], "standing": standing})
