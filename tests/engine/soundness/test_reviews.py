"""Judgements have reasons or sources, and files of rules a date of review."""

from datetime import date

from engine.model.rules import Rule
from engine.model.text import Basis, Citation, LocalizedText
from engine.soundness.about import About
from engine.soundness.reviews import files_reviewed, judgements_reasoned
from tests.engine.soundness.surveys import YES, book, codes, evidence, finding, found
from tests.helpers import text

WHY = {"reason": LocalizedText(**text("why"))}
SOURCE = {"citations": (Citation(section="2-3", locator_ja="産業集積"),)}
NAME = "rules/findings/small.yaml"


def told(rule: Rule) -> list[str]:
    return codes(judgements_reasoned, book(rule))


def test_a_judgement_has_a_reason_or_a_source() -> None:
    bare = finding("one", YES)
    assert found(judgements_reasoned, book(bare)) == [("unreasoned", NAME, ("rules", 0))]
    assert told(bare.model_copy(update=WHY)) == told(bare.model_copy(update=SOURCE)) == []
    assert told(bare.model_copy(update={"basis": Basis.STATED})) == []


def test_a_weight_has_a_reason_even_where_it_has_a_source() -> None:
    weighed = evidence("one", YES, 2)
    assert told(weighed.model_copy(update=SOURCE)) == ["unreasoned"]
    assert told(weighed.model_copy(update=WHY)) == []


def test_a_file_has_its_date_and_a_date_its_file() -> None:
    of = book(finding("one", YES))
    assert codes(files_reviewed, of, About(reviewed={NAME: date(2026, 4, 1)})) == []
    assert found(files_reviewed, of, About(reviewed={})) == [("review_missing", NAME, ("rules",))]
    gone = {NAME: date(2026, 4, 1), "rules/type/gone.yaml": date(2026, 4, 1)}
    assert codes(files_reviewed, of, About(reviewed=gone)) == ["review_of_nothing"]
