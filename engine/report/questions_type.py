"""Of the questions to expect those about the type: why not another one, and what would change it."""

from collections.abc import Iterator

from engine.analysis.explanation import explain
from engine.assess import engine_for
from engine.model.analysis import Analysis
from engine.model.assessment import Assessment, Because, Support
from engine.model.knowledge import TypeCode
from engine.report.blocks import Block, Bullets, Line, Paragraph
from engine.report.counterfactual import chosen
from engine.report.counterfactual_sentences import Sentences
from engine.report.phrases import Phrases, ours
from engine.report.questions_words import word

_TYPES: tuple[TypeCode, ...] = ("A-1", "A-2", "B")
_MOST_CHANGES = 3
_MOST_REASONS = 2
_MOST_MISTAKES = 2


def why_not(say: Phrases, assessment: Assessment) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Of each type that the verdict does not name: its points, what speaks against it, whether it is still possible.

    Where only the parent A is named, one question for both: why it is open whether A-1 or A-2.
    """
    verdict = assessment.type
    if "A" in verdict.types:
        yield word("why_parent", say.lang), (Bullets(tuple(_figures(say, assessment, one) for one in _TYPES[:2])),)
    for code in _TYPES:
        if code not in verdict.types and not ("A" in verdict.types and code.startswith("A-")):
            yield word("why_not", say.lang, type=say.type(code)), tuple(_why_not(say, assessment, code))


def _figures(say: Phrases, assessment: Assessment, code: TypeCode) -> Line:
    """The points of a type against what is needed, as its explanation gives them."""
    consultation = say.consultation
    engine = engine_for(say.book)
    tree = explain(engine, consultation.answers, consultation.as_of, code, assessment)
    told = say.say(tree.children[0].statement)
    return Line(say.pair(say.type(code), told), ours(say.book.viewpoints.values()))


def _why_not(say: Phrases, assessment: Assessment, code: TypeCode) -> Iterator[Block]:
    possible = any(code in label.split("+") for label in assessment.type.possible)
    speaking_for, against = _evidence(assessment, code)
    lines = [_figures(say, assessment, code)]
    if code.startswith("A-") and not _within_a(assessment):
        lines.append(Line(word("two_steps", say.lang)))
    if speaking_for:
        lines.append(Line(word("speaks_for", say.lang), below=say.reasons(speaking_for[:_MOST_REASONS])))
    if against:
        lines.append(Line(word("speaks_against", say.lang), below=say.reasons(against[:_MOST_REASONS])))
    else:
        lines.append(Line(word("none_against" if not speaking_for else "little_for", say.lang)))
    lines.append(Line(word("still" if possible else "never", say.lang)))
    yield Bullets(tuple(lines))


def _evidence(assessment: Assessment, code: TypeCode) -> tuple[list[Because], list[Because]]:
    """What speaks for and against a type; where its parent is not named either, what bears on that as well."""
    bearing = {code, "A"} if code.startswith("A-") and not _within_a(assessment) else {code}
    found: list[Support] = [one for one in assessment.type.support if one.type in bearing]
    viewpoints = [viewpoint for support in found for viewpoint in support.viewpoints]
    return [b for one in viewpoints for b in one.for_], [b for one in viewpoints for b in one.against]


def decided_on(assessment: Assessment) -> bool:
    """Whether any answer speaks for or against a type yet."""
    return any(one.for_ or one.against for support in assessment.type.support for one in support.viewpoints)


def turned_by_mistakes(say: Phrases, analysis: Analysis | None) -> tuple[Line, ...]:
    """The fewest given answers that, were they mistaken, would make the type another."""
    result = next((one for one in analysis.changes if one.target == "type"), None) if analysis else None
    sets = [*result.found, *result.premises] if result else []
    mistakes = [one for one in sets if all(change.nature == "correct" for change in one.changes)]
    least = min((len(one.changes) for one in mistakes), default=0)
    sentences = Sentences(say, engine_for(say.book))
    return tuple(sentences.told(one) for one in mistakes if len(one.changes) == least)[:_MOST_MISTAKES]


def _within_a(assessment: Assessment) -> bool:
    return any(one.startswith("A") for one in assessment.type.types)


def what_changes(say: Phrases, assessment: Assessment, analysis: Analysis | None) -> Iterator[Block]:
    """The smallest changes that turn the type; without analysis the questions that would settle it."""
    verdict = assessment.type
    if verdict.settled:
        yield Paragraph(Line(word("what_changes_settled", say.lang)))
    result = next((one for one in analysis.changes if one.target == "type"), None) if analysis else None
    if result is not None and result.found:
        sentences = Sentences(say, engine_for(say.book))
        told = [Line(sentences.told(one).text) for one in chosen(result.found, _MOST_CHANGES)]
        more = [Line(word("what_changes_more", say.lang))] if len(result.found) > _MOST_CHANGES else []
        yield Bullets((*told, *more))
    elif result is not None and not verdict.settled:
        yield Paragraph(Line(word("what_changes_none", say.lang, size=result.size_searched)))
    if not verdict.settled and verdict.settled_by and not (result and result.found):
        below = tuple(Line(say.say(one.text)) for one in verdict.settled_by)
        yield Bullets((Line(word("what_changes_ask", say.lang), below=below),))
