"""Finds the files of a book and takes a digest of them, without parsing anything: this runs at every start."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from engine.book.problems import both, did_you_mean
from engine.model.problem import Place, Problem
from engine.model.rules import Stage

KINDS = (
    "types", "viewpoints", "phases", "macro_phases", "measures", "concrete_measures", "cases", "pitfalls", "cautions",
    "renewal_directions", "views", "important_things", "national_directions", "industries", "orientations", "sheets",
    "questions", "glossary", "logic_models", "study_sections", "usual_names",
)  # fmt: skip
"""Folders of ``knowledge/`` with one item a file; the Book has each under the same name."""
STAGES = tuple(stage.value for stage in Stage)
SECTIONS = "knowledge/sections.yaml"
THRESHOLDS = "rules/thresholds.yaml"
GAP_FACTS = "rules/gap_facts.yaml"
"""What rules of the gap check read; needed only where there are such rules."""
EMPTY_CELLS = "knowledge/empty_cells.yaml"
ACCEPTED = "rules/accepted.yaml"
REVIEWED = "rules/reviewed.yaml"
ABOUT = (EMPTY_CELLS, ACCEPTED, REVIEWED)
"""What the keepers of a book say of it, for ``shuseki check``; no part of the book, and none need be there."""
REGISTER_WORDS = "knowledge/register_words.yaml"
"""How municipalities word their registers: read by who reads registers, and no part of the book."""
EXAMPLES = "examples"
MAX_BYTES = 1 << 20
"""Larger files are refused before they are parsed."""


@dataclass(frozen=True)
class Roots:
    """The two folders a book is read from."""

    knowledge: Path
    rules: Path

    @classmethod
    def of(cls, knowledge: Path | None, rules: Path | None) -> "Roots":
        """The given folders; those shipped with the program where none is given."""
        return cls(knowledge or _shipped("knowledge"), rules or _shipped("rules"))


@dataclass(frozen=True)
class Sources:
    """The bytes of every file by its name (``knowledge/types/A.yaml``), and what is wrong with the folders."""

    files: dict[str, bytes]
    problems: tuple[Problem, ...]

    def digest(self, *also: bytes) -> str:
        """A digest of all files, whatever their order; ``also`` is what else the result depends on."""
        total = hashlib.sha256()
        for part in (*also, *(part for name in sorted(self.files) for part in (name.encode(), self.files[name]))):
            total.update(hashlib.sha256(part).digest())
        return total.hexdigest()


def collect(roots: Roots) -> Sources:
    """Read the bytes of every file of a book; nothing is parsed yet."""
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    for label, root, folders, single in (
        ("knowledge", roots.knowledge, (*KINDS, EXAMPLES), SECTIONS),
        ("rules", roots.rules, STAGES, THRESHOLDS),
    ):
        if not root.is_dir():
            problems.append(_no_folder(label))
            continue
        for name, path in _walk(label, root, problems):
            problem = _misplaced(name, folders, single)
            if problem:
                problems.append(problem)
            else:
                _take(name, path, found, problems)
        if single not in found and not any(p.where.file == single for p in problems):
            problems.append(_no_file(single))
    return Sources(found, tuple(problems))


def _shipped(package: str) -> Path:
    """The folder of a data package; the wheel is always unpacked, so it is a real one."""
    return Path(str(files(package)))


def _walk(label: str, folder: Path | str, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """Name and path of every YAML file, in order; the Python files beside them are none of ours."""
    try:
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda e: e.name)
    except OSError as error:
        problems.append(unreadable(label, error))
        return
    for entry in ordered:
        name = f"{label}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(name, entry.path, problems)
        elif entry.name.endswith((".yaml", ".yml")) and not entry.name.startswith("."):
            yield name, entry.path


def _take(name: str, path: str, found: dict[str, bytes], problems: list[Problem]) -> None:
    """Read one file whole, and so unbuffered, unless it is larger than is allowed."""
    try:
        with open(path, "rb", buffering=0) as stream:
            if os.fstat(stream.fileno()).st_size > MAX_BYTES:
                problems.append(too_large(name))
            else:
                found[name] = stream.read()
    except OSError as error:
        problems.append(unreadable(name, error))


def _misplaced(name: str, folders: tuple[str, ...], single: str) -> Problem | None:
    """A file whose place or suffix tells no kind would silently be left out, so it is refused."""
    parts = name.split("/")
    if name in (single, GAP_FACTS, REGISTER_WORDS, *ABOUT) or (
        len(parts) == 3 and parts[1] in folders and name.endswith(".yaml")
    ):
        return None
    known = both(f"置けるフォルダ：{'、'.join(folders)}", f"Folders there are: {', '.join(folders)}.")
    return Problem(
        code="misplaced_file",
        where=Place(file=name),
        what=both(
            "このファイルの置き場所または拡張子からは種類が分かりません。",
            "Its folder or suffix does not tell what kind of file it is.",
        ),
        why=both("読み込まれないままになるためです。", "It would silently be left out."),
        remedy=did_you_mean(parts[1], [f for f in folders if f != parts[1]], known)
        if name.endswith(".yaml")
        else both("拡張子を .yaml にしてください。", "Give it the suffix .yaml."),
    )


def _no_folder(label: str) -> Problem:
    return Problem(
        code="folder_missing",
        where=Place(file=label),
        what=both(f"フォルダ「{label}」がありません。", f"The folder '{label}' is not there."),
        remedy=both(
            "場所を確かめるか、プログラムを入れ直してください。", "Check where it is, or install the program again."
        ),
    )


def _no_file(name: str) -> Problem:
    return Problem(
        code="file_missing",
        where=Place(file=name),
        what=both("必要なファイルがありません。", "A file that is needed is not there."),
        remedy=both("ファイルを元に戻してください。", "Put the file back."),
    )


def too_large(name: str) -> Problem:
    """The file is over the limit."""
    return Problem(
        code="file_too_large",
        where=Place(file=name),
        what=both("ファイルが1 MiBを超えています。", "The file is larger than 1 MiB."),
        remedy=both(
            "分割するか、正しいファイルかどうか確かめてください。", "Split it, or check that it is the right file."
        ),
    )


def unreadable(name: str, error: OSError) -> Problem:
    """The operating system does not give the file."""
    return Problem(
        code="file_unreadable",
        where=Place(file=name),
        what=both(f"ファイルを読めません（{error.strerror}）。", f"The file cannot be read ({error.strerror})."),
        remedy=both("場所と読み取り権限を確かめてください。", "Check where it is and whether you may read it."),
    )
