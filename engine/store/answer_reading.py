"""Turns the tree of an answer file into a Consultation, and tells every Problem in it instead of stopping at one."""

from datetime import date, datetime

from engine.interview.dates import read_date
from engine.interview.reading import read_answer, read_confidence
from engine.model.answers import Answer, Confidence, Consultation
from engine.model.book import Book
from engine.model.problem import Place, Problem, ShusekiError
from engine.model.questions import Question
from engine.store import content_refusals as refusals
from engine.store.cluster_reading import read_cluster
from engine.store.entries import Findings, TooManyError, is_open, raw
from engine.store.yaml_tree import Entries, Node

_TOP = ("cluster", "as_of", "scenario", "answers")
_TEXTS = ("source", "note", "participant")
_FIELDS = ("value", "confidence", *_TEXTS, "at")


def read_tree(tree: Node, book: Book, where: Place, today: date) -> tuple[Consultation, tuple[Problem, ...]]:
    """The consultation and the warnings.

    Raises:
        ShusekiError: with the Problems found; where they are very many, with the first of them.
    """
    findings = Findings(where)
    consultation = None
    try:
        consultation = _consultation(tree, book, findings, today)
    except TooManyError:
        findings.problems.append(refusals.more_problems(where))
    if consultation is None or findings.problems:
        raise ShusekiError(*findings.problems)
    return consultation, tuple(findings.warnings)


def _consultation(tree: Node, book: Book, findings: Findings, today: date) -> Consultation | None:
    if not isinstance(tree, Entries):
        place = findings.where.model_copy(update={"line": tree.line})
        return findings.keep(refusals.not_a_mapping(place, tree, ", ".join(_TOP)))
    findings.known_entries(tree, _TOP)
    cluster = read_cluster(tree, findings)
    as_of = _as_of(tree, findings, today)
    scenario = findings.text(tree, "scenario").strip()
    answers = _answers(tree, book, findings)
    if cluster is None or as_of is None:
        return None
    return Consultation(cluster=cluster, as_of=as_of, scenario=scenario, answers=answers)


def _as_of(tree: Entries, findings: Findings, today: date) -> date | None:
    text = findings.text(tree, "as_of")
    if text:
        return findings.keep(read_date(text, findings.place(tree, "as_of")))
    findings.warnings.append(refusals.as_of_missing(findings.where, today))
    return today


def _answers(tree: Entries, book: Book, findings: Findings) -> dict[str, Answer]:
    _, node = tree.entries.get("answers", (1, None))
    if node is None or is_open(node):
        return {}
    if not isinstance(node, Entries):
        findings.keep(refusals.not_a_mapping(findings.at(node.line, "answers"), node, "core_company: yes"))
        return {}
    left_open = [name for name, (_, value) in node.entries.items() if name in book.questions and is_open(value)]
    if left_open:
        findings.warnings.append(refusals.left_open(findings.where, left_open))
    found = [_answer(name, node, book, findings) for name in node.entries if name not in left_open]
    return {answer.question: answer for answer in found if answer is not None}


def _answer(name: str, of: Entries, book: Book, findings: Findings) -> Answer | None:
    _, node = of.entries[name]
    question = book.questions.get(name)
    if question is None:
        return findings.keep(refusals.unknown_question(findings.place(of, name), name, book.questions))
    if isinstance(node, Entries):
        return _long_form(question, of, node, findings)
    value = read_answer(question, raw(node), findings.place(of, name))
    return findings.keep(value if isinstance(value, Problem) else Answer(question=name, value=value))


def _long_form(question: Question, of: Entries, entry: Entries, findings: Findings) -> Answer | None:
    findings.known_entries(entry, _FIELDS)
    confidence, at = _confidence(entry, findings), _time(entry, findings)
    source, note, participant = (findings.text(entry, field) for field in _TEXTS)
    line, node = entry.entries.get("value", (1, None))
    if node is None or is_open(node):
        return findings.keep(refusals.value_missing(findings.place(of, question.id)))
    value = read_answer(question, raw(node), findings.at(line, question.id))
    if isinstance(value, Problem):
        return findings.keep(value)
    return Answer(
        question=question.id,
        value=value,
        confidence=confidence or Confidence.SURE,
        source=source,
        note=note,
        participant=participant,
        at=at,
    )


def _confidence(entry: Entries, findings: Findings) -> Confidence | None:
    word = findings.word(entry, "confidence")
    return findings.keep(read_confidence(word, findings.place(entry, "confidence"))) if word else None


def _time(entry: Entries, findings: Findings) -> datetime | None:
    word = findings.word(entry, "at")
    if not word:
        return None
    try:
        return datetime.fromisoformat(word)
    except ValueError:
        return findings.keep(refusals.not_a_time(findings.place(entry, "at"), word))
