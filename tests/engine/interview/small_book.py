"""A book of a few questions, one of each kind, for the tests of the interview and of the store."""

from typing import Any

from engine.model.book import Book
from engine.model.questions import Question, Section
from engine.model.text import LocalizedText


def text(ja: str, en: str | None = None) -> LocalizedText:
    return LocalizedText(ja=ja, en=en or ja)


def question(id: str, kind: str, section: str = "anchor", order: int = 1, **more: Any) -> Question:
    base = {
        "id": id,
        "kind": kind,
        "section": section,
        "order": order,
        "text": text(f"{id}?"),
        "help": text("help"),
        "why": text("why"),
        "basis": "judgement",
        "citations": [{"section": "2-1-1", "locator_ja": "産業集積"}],
    }
    return Question.model_validate(base | more)


def options(*triples: tuple[str, str, str]) -> list[dict[str, Any]]:
    return [{"id": id, "label": {"ja": ja, "en": en}} for id, ja, en in triples]


ORIGIN = question(
    "growth_origin",
    "choice",
    "origin",
    options=options(
        ("endogenous", "地元の企業や技術", "Local firms and technology"),
        ("exogenous", "企業の誘致", "Attraction"),
        ("both", "両方", "Both"),
        ("none", "主力産業がない", "No main industry"),
    ),
)
VISION = question(
    "vision_doc", "choice", "origin", 2, options=options(("yes", "ある", "Exists"), ("no", "ない", "None"))
)
SHIPMENTS = question(
    "shipments",
    "number",
    "scope",
    unit=text("億円", "100 million yen"),
    minimum=0,
    maximum=1_000_000,
)
CORE = question("core_company", "yes_no", order=1)
SUPPLIERS = question("supplier_base", "yes_no", order=2, applies_when={"fact": "core_company", "is": True})
ASSETS = question(
    "appeal_assets",
    "several",
    "assets",
    options=options(
        ("transport", "交通の便", "Transport"),
        ("land", "土地・用地", "Land, sites"),
        ("water", "水", "Water"),
        ("public_lab", "公設試", "Public laboratory"),
    ),
)
FOCUS = question("b_focus", "yes_no", "phase_b", relevant_to=["B"])
CHANGE = question("growth", "number", "scope", 2)

SECTIONS = tuple(
    Section(id=id, title=text(ja, id.title()), intro=text(ja))
    for id, ja in [("scope", "対象"), ("origin", "成り立ち"), ("anchor", "中核"), ("assets", "資源"), ("phase_b", "B")]
)
QUESTIONS = (FOCUS, ASSETS, SUPPLIERS, CORE, SHIPMENTS, CHANGE, VISION, ORIGIN)


def small_book(*questions: Question) -> Book:
    """A Book with sections and questions only; nothing else of it is looked at here."""
    return Book.model_construct(
        version="test", sections=SECTIONS, questions={q.id: q for q in (questions or QUESTIONS)}
    )
