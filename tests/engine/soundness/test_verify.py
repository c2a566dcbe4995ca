"""All checks together: what is accepted, what of that is stale, where things stand, and the shipped book."""

import shutil
from pathlib import Path

import pytest

from engine.book import load
from engine.book.ground import Found, Ground
from engine.book.loading import build
from engine.book.problems import both
from engine.book.sources import ABOUT, ACCEPTED, EMPTY_CELLS, REVIEWED, Roots, Sources, collect
from engine.soundness.about import About, Acceptance, read_about
from engine.soundness.survey import Survey
from engine.soundness.verify import CHECKS, check, parted
from tests.helpers import shipped_book

WHY = both("理由", "Why.")
TEXT = both("文", "Text.")
FOUND = Found("never_true", "rules/type/VP1.yaml", ("rules", 2, "when"), TEXT, TEXT)


def accept(code: str = "never_true", file: str = "rules/type/VP1.yaml", entry: str | None = None) -> Acceptance:
    return Acceptance(code=code, file=file, entry=entry, reason=WHY)


@pytest.mark.parametrize(
    "acceptance",
    [
        accept(),
        accept(file="rules/*/VP1.yaml"),
        accept(entry="rules[2].when"),
        accept(entry="rules[*].when"),
        accept(file="*", entry="*"),
    ],
)
def test_what_is_accepted_is_not_open(acceptance: Acceptance) -> None:
    assert parted([FOUND], (acceptance,)) == ([], [(FOUND, acceptance)])


@pytest.mark.parametrize(
    "acceptance",
    [
        accept("always_true"),
        accept(file="rules/type/VP2.yaml"),
        accept(file="rules/type/VP?.yaml"),
        accept(entry="rules[3].when"),
        accept(entry="rules[2]"),
    ],
)
def test_what_is_accepted_elsewhere_stays_open_and_the_acceptance_is_stale(acceptance: Acceptance) -> None:
    opened, accepted = parted([FOUND], (acceptance,))
    assert [(one.code, one.path) for one in opened] == [
        ("never_true", ("rules", 2, "when")),
        ("accepted_in_vain", ("accepted", 0)),
    ]
    assert accepted == []


def shipped_copy(folder: Path) -> tuple[Path, Path]:
    roots = Roots.of(None, None)
    ignore = shutil.ignore_patterns("__pycache__")
    for name, root in (("knowledge", roots.knowledge), ("rules", roots.rules)):
        shutil.copytree(root, folder / name, ignore=ignore)
    return folder / "knowledge", folder / "rules"


def test_each_finding_has_its_file_and_line(tmp_path: Path) -> None:
    knowledge, rules = shipped_copy(tmp_path)
    path = rules / "renewal/MDIR.1.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    - {finding: research_partner}", "    - {fact: cluster_base, is: false}"), "utf-8")
    found = check(load(knowledge, rules, cache=None), knowledge, rules).open
    places = {one.code: str(one.where) for one in found if one.where.file == "rules/renewal/MDIR.1.yaml"}
    assert places["never_true"] == "rules/renewal/MDIR.1.yaml:5 rules[0].when"
    assert places["unreachable"] == "rules/renewal/MDIR.1.yaml:3 rules"


@pytest.mark.parametrize(
    ("name", "written", "where"),
    [
        (ACCEPTED, "accepted:\n- {code: x, file: y}\n", "rules/accepted.yaml:2 accepted[0].reason"),
        (REVIEWED, "reviewed:\n  rules/type/VP1.yaml: someday\n", "rules/reviewed.yaml:2 reviewed.rules/type/VP1.yaml"),
        (EMPTY_CELLS, "cells: {{\n", "knowledge/empty_cells.yaml:1"),
        (EMPTY_CELLS, "[]\n", "knowledge/empty_cells.yaml:1"),
        (EMPTY_CELLS, "", "knowledge/empty_cells.yaml:1"),
    ],
)
def test_broken_data_about_a_book_is_told(name: str, written: str, where: str) -> None:
    about, problems = read_about(Sources({name: written.encode()}, ()))
    assert [str(problem.where) for problem in problems] == [where]
    assert about == About(reviewed={})


def test_data_about_a_book_is_no_part_of_it() -> None:
    sources = collect(Roots.of(None, None))
    without = Sources({name: raw for name, raw in sources.files.items() if name not in ABOUT}, ())
    assert set(ABOUT) <= set(sources.files)
    assert build(without).version == shipped_book().version


def test_the_shipped_book_is_clean() -> None:
    found = check(load(cache=None))
    assert [one.tell("en") for one in found.open] == []
    assert all(reason.ja and reason.en for _, reason in found.accepted)


def test_every_shipped_pair_and_condition_could_be_enumerated() -> None:
    survey = Survey(Ground(shipped_book()))
    assert [found for one in CHECKS for found in one(survey) if found.code == "too_many_cases"] == []
