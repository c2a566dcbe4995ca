"""The Book: all knowledge and all rules of one version, every reference resolved."""

from collections.abc import Iterator
from functools import cached_property

from pydantic import Field

from engine.model import knowledge as k
from engine.model.answers import Consultation
from engine.model.appendix import Appendix, LogicModel, StudySection, Term, UsualNames
from engine.model.questions import Question, Section
from engine.model.rules import GapFact, GapRowWords, GapWords, Rule, RuleFile, Stage, Thresholds
from engine.model.text import Frozen

COMPUTED_FACTS: dict[str, tuple[str, ...]] = {
    "type_kind": ("single", "hybrid", "parent", "undetermined", "out_of_scope"),
    "leading_type": ("A", "A-1", "A-2", "B"),
    "working_phase": tuple(f"PH.{t}.{n}" for t in ("A-1", "A-2", "B") for n in (1, 2, 3)),
    "factor_met": tuple(f"PH.{t}.{n}" for t in ("A-1", "A-2", "B") for n in (1, 2, 3)),
}
"""Facts that the verdicts give to the stages after them. All but ``type_kind`` hold several values."""


class Book(Frozen):
    """One version of the knowledge. ``version`` is a digest of everything in it."""

    version: str
    types: dict[str, k.ClusterType]
    viewpoints: dict[str, k.Viewpoint]
    phases: dict[str, k.Phase]
    macro_phases: dict[str, k.MacroPhase]
    measures: dict[str, k.Measure]
    concrete_measures: dict[str, k.ConcreteMeasure]
    cases: dict[str, k.Case]
    pitfalls: dict[str, k.Pitfall]
    cautions: dict[str, k.Caution]
    renewal_directions: dict[str, k.RenewalDirection]
    views: dict[str, k.View]
    important_things: dict[str, k.ImportantThing]
    national_directions: dict[str, k.NationalDirection]
    industries: dict[str, k.Industry]
    orientations: dict[str, k.Orientation]
    sheets: dict[str, k.SheetRow]
    sections: tuple[Section, ...]
    questions: dict[str, Question]
    examples: dict[str, Consultation] = Field(default_factory=dict, description="the study's clusters as answers")
    thresholds: Thresholds
    rule_files: tuple[RuleFile, ...] = Field(description="in order of stage, then of file name")
    gap_facts: dict[str, GapFact] = Field(default_factory=dict, description="facts of the gap check by id")
    gap_words: tuple[GapWords, ...] = Field(default=(), description="words that show actors and resources")
    gap_rows: tuple[GapRowWords, ...] = Field(default=(), description="words that show rows of the further sheets")
    gap_files: tuple[RuleFile, ...] = Field(default=(), description="rules of the gap check, in order of file name")
    packed_appendix: str = Field(default="{}", description="the appendix as JSON text, unpacked when first asked for")

    @cached_property
    def appendix(self) -> Appendix:
        """What stands beside the reasoning."""
        return Appendix.model_validate_json(self.packed_appendix)

    @property
    def glossary(self) -> dict[str, Term]:
        """Words of the study and of this tool by id."""
        return self.appendix.glossary

    @property
    def logic_models(self) -> dict[str, LogicModel]:
        """Drafts of logic models by the id of their generic measure."""
        return self.appendix.logic_models

    @property
    def study_sections(self) -> dict[str, StudySection]:
        """The study's sections by number (``2-2-5``)."""
        return self.appendix.study_sections

    @property
    def usual_names(self) -> dict[str, UsualNames]:
        """How municipalities usually call their measures, by the sort of measure."""
        return self.appendix.usual_names

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule, in order of stage, file and place in the file."""
        return tuple(rule for file in self.rule_files for rule in file.rules)

    @cached_property
    def rule(self) -> dict[str, Rule]:
        """Rules by id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def gap_rule(self) -> dict[str, Rule]:
        """Rules of the gap check by id."""
        return {rule.id: rule for file in self.gap_files for rule in file.rules}

    def of_stage(self, stage: Stage) -> Iterator[Rule]:
        """The rules of one stage, in order."""
        return (rule for rule in self.rules if rule.stage is stage)

    @cached_property
    def ordered_questions(self) -> tuple[Question, ...]:
        """All questions in the order of the interview."""
        place = {section.id: n for n, section in enumerate(self.sections)}
        return tuple(sorted(self.questions.values(), key=lambda q: (place[q.section], q.order, q.id)))
