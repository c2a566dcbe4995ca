"""Finds in a folder which register goes with which answer file.

A folder, and each folder directly in it, is looked at by itself. NAME.yaml goes with NAME.xlsx (.xlsm, .csv, .tsv), or
else with the one register whose name begins with NAME and an underscore: 倉敷市.yaml and 倉敷市_事業一覧R8.xlsx. Where
a folder holds one answer file and one register, these belong together whatever they are called. ``mapping.yaml`` at the
top holds confirmations for all, in a folder below for that one; NAME.mapping.yaml for NAME alone.
"""

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.model.gap_batch import BatchResult
from engine.model.problem import ShusekiError
from engine.store.raw_file import os_problem, place_of
from tui.words import gaps_batch as words

_ANSWERS = (".yaml", ".yml")
_REGISTERS = (".xlsx", ".xlsm", ".csv", ".tsv")
_MAPPING = "mapping"
_OWN_MAPPING = ".mapping"
_HIDDEN = (".", "~$")


@dataclass(frozen=True, slots=True)
class Job:
    """One municipality: its answer file, its register, and mapping files, the later counting more."""

    entry: str
    answers: str
    register: str
    mappings: tuple[str, ...] = ()


@dataclass
class _Folder:
    """What one folder holds, by names without suffix in one form of Unicode."""

    path: str
    below: str = ""
    answers: dict[str, list[str]] = field(default_factory=dict)
    registers: list[str] = field(default_factory=list)
    mappings: dict[str, str] = field(default_factory=dict)

    def take(self, name: str) -> None:
        stem, suffix = os.path.splitext(_one_form(name))
        if suffix.lower() in _REGISTERS:
            self.registers.append(name)
        elif suffix.lower() in _ANSWERS and (stem == _MAPPING or stem.endswith(_OWN_MAPPING)):
            self.mappings[stem.removesuffix(_OWN_MAPPING) if stem != _MAPPING else ""] = name
        elif suffix.lower() in _ANSWERS:
            self.answers.setdefault(stem, []).append(name)

    def full(self, name: str) -> str:
        return os.path.join(self.path, name)

    def shown(self, name: str) -> str:
        return f"{self.below}/{name}" if self.below else name


def jobs(folder: str, mapping: str | None = None) -> list[Job | BatchResult]:
    """The municipalities in a folder in the order of their names; those without a pair of files as Problems.

    ``mapping``: a further file of confirmations for all, which counts before those within the folder.

    Raises:
        ShusekiError: it is no folder, or cannot be read.
    """
    top = _Folder(folder)
    below = []
    for one in _listed(folder):
        if one.is_dir():
            below.append(_folder(one.path, one.name))
        else:
            top.take(one.name)
    shared = top.mappings.pop("", None)
    mappings = tuple(path for path in (mapping, top.full(shared) if shared else None) if path is not None)
    return [one for each in (top, *below) for one in _paired(each, mappings)]


def shared_mapping(folder: str) -> str | None:
    """The mapping file for all of a folder, if there is one."""
    found = (os.path.join(folder, _MAPPING + suffix) for suffix in _ANSWERS)
    return next((path for path in found if os.path.isfile(path)), None)


def _folder(path: str, name: str) -> _Folder:
    found = _Folder(path, name)
    for one in _listed(path):
        if not one.is_dir():
            found.take(one.name)
    return found


def _listed(path: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(path) as found:
            kept = [one for one in found if not one.name.startswith(_HIDDEN)]
    except (OSError, ValueError) as error:
        raise ShusekiError(os_problem(place_of(path), error)) from error
    return sorted(kept, key=lambda one: (_one_form(one.name), one.name))


def _one_form(name: str) -> str:
    """A name as every system writes it: macOS takes kana with their marks apart."""
    return unicodedata.normalize("NFC", name)


def _paired(folder: _Folder, shared: tuple[str, ...]) -> Iterator[Job | BatchResult]:
    owners = _owners(folder)
    for stem, files in folder.answers.items():
        own = [folder.full(folder.mappings[name]) for name in ("", stem) if name in folder.mappings]
        for answers in files:
            found = owners.get(stem, [])
            if len(files) > 1:
                yield _failed(folder, answers, words.two_answer_files([folder.shown(one) for one in files]))
            elif len(found) == 1:
                yield Job(folder.shown(answers), folder.full(answers), folder.full(found[0]), (*shared, *own))
            elif found:
                yield _failed(folder, answers, words.several_registers([folder.shown(one) for one in found]))
            else:
                yield _failed(folder, answers, words.no_register(stem))
    for register in owners.get("", []):
        yield _failed(folder, register, words.no_answers(register), register=True)


def _owners(folder: _Folder) -> dict[str, list[str]]:
    """The registers by the answer file they belong to; under '' those that belong to none."""
    if sum(map(len, folder.answers.values())) == len(folder.registers) == 1:
        return {next(iter(folder.answers)): folder.registers}
    found: dict[str, list[str]] = {}
    for name in folder.registers:
        found.setdefault(_owner(os.path.splitext(_one_form(name))[0], folder.answers), []).append(name)
    return {stem: _exact(stem, names) for stem, names in found.items()}


def _owner(register: str, answers: dict[str, list[str]]) -> str:
    """The longest name of an answer file with which a register's name begins."""
    if register in answers:
        return register
    parts = register.split("_")
    return next((stem for n in range(len(parts) - 1, 0, -1) if (stem := "_".join(parts[:n])) in answers), "")


def _exact(stem: str, registers: list[str]) -> list[str]:
    """Only those of exactly the name, where there are any: others with it are then further papers."""
    exact = [name for name in registers if os.path.splitext(_one_form(name))[0] == stem]
    return exact if stem and exact else registers


def _failed(folder: _Folder, name: str, problem: words.Told, *, register: bool = False) -> BatchResult:
    entry = folder.shown(name)
    told = problem(place_of(folder.full(name)))
    return BatchResult(entry=entry, register_file=entry if register else "", problems=(told,))
