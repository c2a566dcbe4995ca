"""A tiny valid book, written anew for each test, to be broken in one place."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from engine.book import load
from engine.model.book import Book
from engine.model.problem import Problem, ShusekiError

CITED = "citations: [{section: 2-2-5, locator_ja: 語句}]"
ITEM = f"""\
title: {{ja: 題, en: Title}}
summary: {{ja: 要旨, en: Summary.}}
basis: stated
{CITED}
"""
SAID = "{text: {ja: 文, en: Sentence.}, basis: stated}"
QUESTION = f"""\
section: scope
order: 1
kind: yes_no
text: {{ja: ありますか。, en: Is it there?}}
help: {{ja: あれば「はい」です。, en: Yes if it is there.}}
why: {{ja: 型が変わるためです。, en: It decides the type.}}
basis: judgement
{CITED}
"""
PARK = (
    QUESTION.replace("kind: yes_no", "kind: choice") + "options: [{id: for_sale, label: {ja: 分譲中, en: For sale}}]\n"
)
SAYS = "[{ja: 文, en: Sentence.}]"
PARTS = ("inputs", "activities", "outputs", "short_term", "mid_long_term")
INDICATOR = "- {name: {ja: 件数, en: Cases}, unit: {ja: 件, en: cases}, source: {ja: 実績, en: Records}, stage: %s}\n"
LOGIC_MODEL = (
    "basis: judgement\n"
    + "".join(f"{part}: {SAYS}\n" for part in PARTS)
    + "indicators:\n"
    + "".join(INDICATOR % stage for stage in ("output", "short_term", "mid_long_term"))
)


def rules(stage: str, when: str, then: str, more: str = "") -> str:
    """A file of one rule: its name is on line 5, its condition on line 6, its conclusion on line 7."""
    return f"""\
stage: {stage}
about: {{ja: 規則, en: Rules}}
{more or "# no facts"}
rules:
- id: one
  when: {when}
  then: {then}
  basis: judgement
  reads: {{ja: ならばこうなる。, en: Then it follows.}}
"""


FACTS = "facts: {focus: {name: {ja: 決定, en: Fixed}, role: necessary, reason: {ja: 要素, en: An element}}}"
EVIDENCE = "{evidence: {type: B, viewpoint: VP1, pull: for, weight: 2}}"
THRESHOLDS = f"""\
type_support: 2
hybrid_viewpoints: 2
margin: 1
doubt_likely: 4
doubt_unsure: 2
reasons:
  type_support: {SAID}
  hybrid_viewpoints: {SAID}
  margin: {SAID}
  doubt_likely: {SAID}
  doubt_unsure: {SAID}
"""


def tiny_files() -> dict[str, str]:
    """The files of the tiny book by name."""
    files = {f"knowledge/types/{name}.yaml": ITEM for name in ("A", "A-1", "A-2", "B")}
    for n in (1, 2, 3):
        files[f"knowledge/viewpoints/VP{n}.yaml"] = ITEM + f"order: {n}\ndiscriminates: {SAID}\n"
        for name in ("A-1", "A-2", "B"):
            factor = f"key_factor: {SAID}\nkey_factor_title: {{ja: 要因, en: Factor}}\n"
            own = f"type: {name}\norder: {n}\noutline: {SAID}\n"
            files[f"knowledge/phases/PH.{name}.{n}.yaml"] = ITEM + own + factor
    return files | {
        "knowledge/measures/MS.B.infra.yaml": ITEM
        + f"type: B\nphases: [PH.B.1]\nphase_basis: inferred\nactors: [municipality]\nactors_basis: inferred\n"
        f"resources: [goods]\nresources_basis: inferred\nbullets: [{SAID}]\n"
        "who_acts: [{who: city, does: {ja: 整備, en: Builds it.}, basis: judgement}]\n",
        "knowledge/cautions/CAU.read.yaml": ITEM,
        "knowledge/logic_models/MS.B.infra.yaml": LOGIC_MODEL,
        "knowledge/study_sections/2-2-5.yaml": ITEM + "order: 1\n",
        "knowledge/glossary/TERM.park.yaml": ITEM + "reading: だい\n",
        "knowledge/questions/core_company.yaml": QUESTION,
        "knowledge/questions/b_park.yaml": PARK,
        "knowledge/questions/shipments.yaml": QUESTION.replace("yes_no", "number"),
        "knowledge/sections.yaml": "sections: [{id: scope, title: {ja: 対象, en: A}, intro: {ja: 文, en: B.}}]\n",
        "rules/thresholds.yaml": THRESHOLDS,
        "rules/findings/firms.yaml": rules("findings", "{fact: core_company, is: true}", "{finding: led}"),
        "rules/type/VP1.yaml": rules("type", "{finding: led}", EVIDENCE),
        "rules/phase/PH.B.1.yaml": rules(
            "phase", "{fact: b_park, in: [for_sale]}", "{necessary: {factor: PH.B.1, fact: focus}}", FACTS
        ),
        "rules/cautions/reading.yaml": rules("cautions", "{unknown: core_company}", "{caution: CAU.read}"),
    }


@dataclass(frozen=True)
class Tiny:
    """The tiny book in a folder."""

    folder: Path

    def write(self, name: str, content: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def append(self, name: str, text: str) -> None:
        self.write(name, (self.folder / name).read_text(encoding="utf-8") + text)

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def add_example(self, answer: str, source: str = "2-2-5 語句", question: str = "core_company") -> None:
        """A case, and answers of its cluster; the one given begins on line 4."""
        place = "scope: domestic\nplace: {ja: 某市, en: A city}\nlevel: city\nfield: {ja: 機械, en: Machinery}\n"
        self.write("knowledge/cases/made_up.yaml", ITEM + place)
        head = "cluster: {name: 某市の機械}\nas_of: 2026-04-01\nanswers:\n"
        given = f"  {question}:\n    source: {source}\n    {answer}\n"
        self.write("knowledge/examples/made_up.yaml", head + given)

    def load(self, cache: Path | None = None) -> Book:
        return load(self.folder / "knowledge", self.folder / "rules", cache=cache)

    def problems(self) -> tuple[Problem, ...]:
        with pytest.raises(ShusekiError) as caught:
            self.load()
        return caught.value.problems

    def problem(self) -> Problem:
        """The one problem there is."""
        (problem,) = self.problems()
        return problem


@pytest.fixture
def tiny(tmp_path: Path) -> Tiny:
    book = Tiny(tmp_path / "book")
    for name, content in tiny_files().items():
        book.write(name, content)
    return book
