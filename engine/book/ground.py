"""What every check stands on: the book, the names there are, and how a finding of a check becomes a problem."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from engine.book.problems import both, did_you_mean, visible
from engine.book.sources import GAP_FACTS, KINDS, SECTIONS, THRESHOLDS
from engine.model.book import Book
from engine.model.problem import Severity
from engine.model.rules import RuleFile
from engine.model.text import Frozen, LocalizedText

Trail = tuple[str | int, ...]

KIND_WORDS: dict[str, tuple[str, str]] = {
    "types": ("型", "type"),
    "viewpoints": ("視点", "viewpoint"),
    "phases": ("フェーズ", "phase"),
    "macro_phases": ("マクロのフェーズ", "macro phase"),
    "measures": ("施策", "measure"),
    "concrete_measures": ("具体的な施策", "concrete measure"),
    "cases": ("事例", "case"),
    "pitfalls": ("失敗・留意事例", "pitfall"),
    "cautions": ("留意点", "caution"),
    "renewal_directions": ("産業の新陳代謝の方向性", "renewal direction"),
    "views": ("見方", "view"),
    "important_things": ("重要なこと", "important thing"),
    "national_directions": ("国の政策方向性", "national direction"),
    "industries": ("産業", "industry"),
    "orientations": ("指向", "orientation"),
    "sheets": ("表の行", "row of a sheet"),
    "questions": ("質問", "question"),
    "glossary": ("用語", "term"),
    "logic_models": ("ロジックモデル", "logic model"),
    "study_sections": ("調査の節", "section of the study"),
    "usual_names": ("事業の呼び名", "set of usual names"),
    "sections": ("質問の区分", "section of the interview"),
}


@dataclass(frozen=True)
class Found:
    """Something a check found, before its line is looked up."""

    code: str
    file: str
    path: Trail
    what: LocalizedText
    remedy: LocalizedText
    why: LocalizedText | None = None
    severity: Severity = Severity.ERROR


@dataclass(frozen=True)
class Ground:
    """A book, perhaps with gaps: ``unread`` names the files that could not be read and are not to be missed again."""

    book: Book
    unread: frozenset[str] = field(default=frozenset())

    @cached_property
    def names(self) -> Mapping[str, frozenset[str]]:
        """Every id by kind, those of unread files too."""
        names = {kind: frozenset({*getattr(self.book, kind), *self._unread_of(kind)}) for kind in KINDS}
        return {**names, "sections": frozenset(section.id for section in self.book.sections)}

    @cached_property
    def rules_complete(self) -> bool:
        """Whether every rule file could be read, so that a conclusion nobody gives can be told."""
        return not any(name.startswith("rules/") and name != THRESHOLDS for name in self.unread)

    def has(self, kind: str, name: str) -> bool:
        """Whether there is such an item, or may be one."""
        unread = {"knowledge", SECTIONS} if kind == "sections" else {"knowledge"}
        return name in self.names[kind] or not unread.isdisjoint(self.unread)

    def _unread_of(self, kind: str) -> Iterator[str]:
        folder = f"knowledge/{kind}/"
        return (name.removeprefix(folder).removesuffix(".yaml") for name in self.unread if name.startswith(folder))


def item_file(kind: str, name: str) -> str:
    """The file of an item."""
    return f"knowledge/{kind}/{name}.yaml"


def rule_file(file: RuleFile) -> str:
    """The file of some rules."""
    return f"rules/{file.stage.value}/{file.id}.yaml"


def every_item(book: Book) -> Iterator[tuple[str, str, Frozen]]:
    """Kind, id and item of everything under ``knowledge/`` with a file of its own."""
    for kind in KINDS:
        for name, item in getattr(book, kind).items():
            yield kind, name, item


def every_file(book: Book) -> Iterator[tuple[str, Trail, Frozen]]:
    """Every part of the book: its file, where in the file it stands, and the part."""
    for kind, name, item in every_item(book):
        yield item_file(kind, name), (), item
    for n, section in enumerate(book.sections):
        yield SECTIONS, ("sections", n), section
    if book.thresholds is not None:
        yield THRESHOLDS, (), book.thresholds
    for file in (*book.rule_files, *book.gap_files):
        yield rule_file(file), (), file
    for n, fact in enumerate(book.gap_facts.values()):
        yield GAP_FACTS, ("facts", n), fact
    for n, words in enumerate(book.gap_words):
        yield GAP_FACTS, ("words", n), words


def nodes(value: object, path: Trail = ()) -> Iterator[tuple[Trail, Frozen]]:
    """Every model within a value, itself first, each with its path as the file writes it."""
    if isinstance(value, Frozen):
        yield path, value
        for key, written in _fields(type(value)):
            yield from nodes(getattr(value, key), (*path, written))
    elif isinstance(value, tuple):
        for n, part in enumerate(value):
            yield from nodes(part, (*path, n))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from nodes(part, (*path, key))


@cache
def _fields(model: type[Frozen]) -> tuple[tuple[str, str], ...]:
    """The fields of a model, each with its name in a file."""
    return tuple((key, info.alias or key) for key, info in model.model_fields.items())


def unknown(ground: Ground, kind: str, name: str, file: str, path: Trail) -> Found:
    """Something names an item that is not there."""
    ja, en = KIND_WORDS[kind]
    return Found(
        code="unknown_reference",
        file=file,
        path=path,
        what=both(f"「{visible(name)}」という{ja}はありません。", f"There is no {en} '{visible(name)}'."),
        remedy=did_you_mean(
            name, ground.names[kind], both(f"ある{ja}のidを書いてください。", f"Write the id of a {en} that is there.")
        ),
    )
