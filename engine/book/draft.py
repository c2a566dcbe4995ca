"""Reads every file into its model. What could not be read is remembered by name, so that one fault is told once."""

from dataclasses import dataclass, field
from typing import Any

from pydantic import Field

from engine.book.examples import shaped
from engine.book.problems import both
from engine.book.schema import validate
from engine.book.sources import ABOUT, EXAMPLES, GAP_FACTS, KINDS, REGISTER_WORDS, SECTIONS, STAGES, THRESHOLDS, Sources
from engine.book.strict_yaml import Mapping, Sequence, line_of, parse
from engine.model import appendix as a
from engine.model import knowledge as k
from engine.model.answers import Consultation
from engine.model.book import Book
from engine.model.problem import Place, Problem, ShusekiError
from engine.model.questions import Question, Section
from engine.model.rules import GapFacts, RuleFile, Stage, Thresholds
from engine.model.text import Frozen

MODELS: dict[str, type[Frozen]] = {
    "types": k.ClusterType, "viewpoints": k.Viewpoint, "phases": k.Phase, "macro_phases": k.MacroPhase,
    "measures": k.Measure, "concrete_measures": k.ConcreteMeasure, "cases": k.Case, "pitfalls": k.Pitfall,
    "cautions": k.Caution, "renewal_directions": k.RenewalDirection, "views": k.View,
    "important_things": k.ImportantThing, "national_directions": k.NationalDirection, "industries": k.Industry,
    "orientations": k.Orientation, "sheets": k.SheetRow, "questions": Question,
    "glossary": a.Term, "logic_models": a.LogicModel, "study_sections": a.StudySection,
    "usual_names": a.UsualNames,
    EXAMPLES: Consultation,
}  # fmt: skip


class _Sections(Frozen):
    """The shape of ``knowledge/sections.yaml``."""

    sections: tuple[Section, ...] = Field(min_length=1)


@dataclass
class Draft:
    """What could be read of a book, and every problem met on the way."""

    items: dict[str, dict[str, Any]] = field(default_factory=lambda: {kind: {} for kind in (*KINDS, EXAMPLES)})
    sections: tuple[Section, ...] = ()
    thresholds: Thresholds | None = None
    rule_files: list[RuleFile] = field(default_factory=list)
    gap_facts: GapFacts | None = None
    unread: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def book(self, version: str = "") -> Book:
        """The book so far. Its parts are checked already; where some could not be read it serves checking only."""
        beside = {kind: items for kind, items in self.items.items() if kind in a.Appendix.model_fields}
        within = {kind: items for kind, items in self.items.items() if kind not in beside}
        files = sorted(self.rule_files, key=lambda f: (STAGES.index(f.stage), f.id))
        return Book.model_construct(
            version=version,
            sections=self.sections,
            thresholds=self.thresholds,  # type: ignore[arg-type]
            rule_files=tuple(file for file in files if file.stage is not Stage.GAPS),
            gap_files=tuple(file for file in files if file.stage is Stage.GAPS),
            gap_words=self.gap_facts.words if self.gap_facts else (),
            gap_rows=self.gap_facts.rows if self.gap_facts else (),
            gap_facts={fact.id: fact for fact in self.gap_facts.facts} if self.gap_facts else {},
            packed_appendix=a.Appendix.model_construct(**beside).packed(),  # type: ignore[arg-type]
            **within,  # type: ignore[arg-type]
        )


def draft(sources: Sources) -> Draft:
    """Read all files, in the order of their names."""
    result = Draft(problems=list(sources.problems))
    result.unread.update(p.where.file for p in sources.problems if p.where.file)
    for name in sorted(set(sources.files) - {*ABOUT, REGISTER_WORDS}):
        before = len(result.problems)
        _read(name, sources.files[name], result)
        if len(result.problems) > before:
            result.unread.add(name)
    return result


def _read(name: str, raw: bytes, into: Draft) -> None:
    """Read one file; its folder tells its kind."""
    try:
        data = parse(raw, name)
    except ShusekiError as error:
        into.problems.extend(error.problems)
        return
    if not isinstance(data, Mapping):
        into.problems.append(_no_fields(name))
    elif name == SECTIONS:
        whole = validate(_Sections, data, name, into.problems)
        into.sections = whole.sections if whole else ()
    elif name == THRESHOLDS:
        into.thresholds = validate(Thresholds, data, name, into.problems)
    elif name == GAP_FACTS:
        into.gap_facts = validate(GapFacts, data, name, into.problems)
    elif name.startswith("rules/"):
        _read_rules(name, data, into)
    else:
        _read_item(name, data, into)


def _read_item(name: str, data: Mapping, into: Draft) -> None:
    _, kind, file = name.split("/")
    if _id_inside(name, data, into):
        return
    identity = file.removesuffix(".yaml")
    if kind == EXAMPLES:
        data = shaped(data)
    else:
        data["id"] = identity
    item = validate(MODELS[kind], data, name, into.problems)
    if item is not None:
        into.items[kind][identity] = item


def _read_rules(name: str, data: Mapping, into: Draft) -> None:
    """Read a rule file. Its rules are named within it; their ids say stage and file as well."""
    _, stage, file = name.split("/")
    if _id_inside(name, data, into):
        return
    data["id"] = file.removesuffix(".yaml")
    rules = data.get("rules")
    named = [rule for rule in rules if isinstance(rule, Mapping)] if isinstance(rules, Sequence) else []
    for part in (data, *named):
        if part.setdefault("stage", stage) != stage:
            into.problems.append(_wrong_stage(name, part, stage))
            return
    for rule in named:
        if isinstance(rule.get("id"), str) and rule["id"]:
            rule["id"] = f"{stage}/{data['id']}/{rule['id']}"
    found = validate(RuleFile, data, name, into.problems)
    if found is not None:
        into.rule_files.append(found)


def _id_inside(name: str, data: Mapping, into: Draft) -> bool:
    """The file's name is the id; a second one inside could say otherwise."""
    if "id" not in data:
        return False
    into.problems.append(
        Problem(
            code="id_in_file",
            where=Place(file=name, line=line_of(data, ("id",)), entry="id"),
            what=both("ファイルの中に id があります。", "There is an id inside the file."),
            why=both("ファイル名がそのまま id になります。", "The file's name is the id."),
            remedy=both("この行を消してください。", "Remove this line."),
        )
    )
    return True


def _wrong_stage(name: str, data: Mapping, stage: str) -> Problem:
    return Problem(
        code="wrong_stage",
        where=Place(file=name, line=line_of(data, ("stage",)), entry="stage"),
        what=both(f"stage がフォルダ「{stage}」と異なります。", f"The stage differs from the folder '{stage}'."),
        remedy=both(f"stage を「{stage}」にするか、ファイルを移してください。", f"Write '{stage}', or move the file."),
    )


def _no_fields(name: str) -> Problem:
    return Problem(
        code="schema_model_type",
        where=Place(file=name, line=1),
        what=both("ファイルが空か、項目を持つまとまりではありません。", "The file is empty or not a group of fields."),
        remedy=both("「項目: 値」の形で書いてください。", "Write it as 'field: value'."),
    )
