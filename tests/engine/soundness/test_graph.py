"""The exported graph: whole, restricted, and in syntax its readers accept whatever the texts hold."""

import re

import pytest

from engine.model.problem import ShusekiError
from engine.model.text import Lang, LocalizedText
from engine.soundness.graph import FORMS, Node, dot, edges, mermaid
from tests.engine.soundness.surveys import ALSO, YES, book, caution, evidence, finding
from tests.helpers import question, shipped_book

LANGS: tuple[Lang, ...] = ("ja", "en")
OF = book(finding("one", YES), caution("two", {"all": [{"finding": "f"}, ALSO]}), evidence("three", ALSO, 1))
A, B = Node("question", "a"), Node("question", "b")
F, CAUTION, TYPE = Node("finding", "f"), Node("conclusion", "CAU.x"), Node("conclusion", "B")

MERMAID_NODE = re.compile(r'  n\d+(\["[^"]*"\]|\[\["[^"]*"\]\]|\(\["[^"]*"\]\)|\{\{"[^"]*"\}\})')
MERMAID_EDGE = re.compile(r"  n\d+ --> n\d+")
DOT_TEXT = r'"(?:[^"\\]|\\["\\n])*"'
DOT_NODE = re.compile(rf"  {DOT_TEXT} \[shape=\w+, label={DOT_TEXT}\];")
DOT_EDGE = re.compile(rf"  {DOT_TEXT} -> {DOT_TEXT};")


def test_questions_lead_through_findings_to_conclusions() -> None:
    assert set(edges(OF)) == {(A, F), (F, CAUTION), (B, CAUTION), (B, TYPE)}


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("CAU.x", {(A, F), (F, CAUTION), (B, CAUTION)}),
        ("B", {(B, TYPE)}),
        ("f", {(A, F)}),
        ("finding/f", {(A, F)}),
        ("a", {(A, F)}),
    ],
)
def test_what_bears_on_one(about: str, expected: set[object]) -> None:
    assert set(edges(OF, about)) == expected


def test_nodes_of_different_kinds_are_never_one() -> None:
    of = book(finding("one", YES, "a"), caution("two", {"finding": "a"}, "a"))
    text = dot(of, edges(of), "en")
    assert '"question/a" -> "finding/a";' in text
    assert '"finding/a" -> "conclusion/a";' in text


def test_a_name_nobody_knows_is_refused_with_the_nearest() -> None:
    with pytest.raises(ShusekiError) as caught:
        edges(OF, "CAU.y")
    assert "CAU.x" in caught.value.problems[0].remedy.en


def check_mermaid(text: str) -> None:
    first, *rest = text.splitlines()
    assert first == "flowchart LR"
    assert [line for line in rest if not MERMAID_NODE.fullmatch(line) and not MERMAID_EDGE.fullmatch(line)] == []


def check_dot(text: str) -> None:
    lines = text.splitlines()
    assert (lines[0], lines[1], lines[-1]) == ("digraph shuseki {", "  rankdir=LR;", "}")
    assert [line for line in lines[2:-1] if not DOT_NODE.fullmatch(line) and not DOT_EDGE.fullmatch(line)] == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_shipped_graph_is_well_formed(lang: Lang) -> None:
    of = shipped_book()
    check_mermaid(mermaid(of, edges(of), lang))
    check_dot(dot(of, edges(of), lang))


@pytest.mark.parametrize("nasty", ['"; evil', "\\", "]] --> x", "<script>", "a\nb", "#quot;", "`md`", '\\"'])
def test_no_text_breaks_the_syntax(nasty: str) -> None:
    asked = question("a").model_copy(update={"text": LocalizedText(ja=nasty, en=nasty)})
    of = book(finding("one", YES), questions=(asked,))
    check_mermaid(mermaid(of, edges(of), "en"))
    check_dot(dot(of, edges(of), "en"))


@pytest.mark.parametrize("form", FORMS)
def test_labels_are_in_the_language_asked_for(form: str) -> None:
    of = shipped_book()
    drawn = edges(of, "PH.B.2")
    assert of.phases["PH.B.2"].title.ja in FORMS[form](of, drawn, "ja")
    assert of.phases["PH.B.2"].title.en in FORMS[form](of, drawn, "en")
    assert FORMS[form](of, drawn, "ja") == FORMS[form](of, tuple(drawn), "ja")
