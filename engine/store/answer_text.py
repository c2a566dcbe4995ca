"""Writes a consultation as YAML for people: in the order of the questions, and always alike for the same answers."""

import re
from collections.abc import Iterator
from itertools import groupby

from engine.interview.visible import escaped, is_hidden, storable, visible
from engine.model.answers import Answer, Cluster, Confidence, Consultation, Unknown, Value
from engine.model.book import Book

HEADER = "# Shuseki 回答ファイル / answer file"
END = "# ここまで / end of file"
"""The last line. A file that has the header and not this line was cut off, even where the rest is good YAML."""

# Stands without quotes only what no reader of YAML could take for anything but these words.
_PLAIN = re.compile(r"[^\W\d_](?:[\w ・、。（）/%+-]*[\w。）%+])?")
_NOT_PLAIN = frozenset({"y", "n", "yes", "no", "true", "false", "on", "off", "null"})


def render(consultation: Consultation, book: Book) -> str:
    """The text of the file. Lone surrogates and NUL, which no file can hold, become the replacement character."""
    lines = [HEADER, "cluster:", *_cluster(consultation.cluster), f"as_of: {consultation.as_of.isoformat()}"]
    if consultation.scenario:
        lines.append(f"scenario: {_text(consultation.scenario, 2)}")
    lines += ["answers:", *_answers(consultation, book)] if consultation.answers else ["answers: {}"]
    return "\n".join([*lines, END, ""])


def looks_cut_off(text: str, header: str = HEADER) -> bool:
    """Whether this program wrote the file, which then begins with ``header``, and its last line is gone."""
    lines = text.splitlines()
    return bool(lines) and lines[0].strip() == header and END not in (line.rstrip() for line in lines)


def _cluster(cluster: Cluster) -> Iterator[str]:
    for name in ("name", "name_en"):
        if value := getattr(cluster, name):
            yield f"  {name}: {_text(value, 4)}"
    if cluster.area:
        yield f"  area: [{', '.join(_quoted(code) for code in cluster.area)}]"
    if cluster.level:
        yield f"  level: {cluster.level}"
    for name in ("industry", "industry_en"):
        if value := getattr(cluster, name):
            yield f"  {name}: {_text(value, 4)}"
    if cluster.division:
        yield f"  division: {_quoted(cluster.division)}"


def _answers(consultation: Consultation, book: Book) -> Iterator[str]:
    """Answers by section in the book's order; those to questions the book does not have come last, so none is lost."""
    given = consultation.answers
    known = [question for question in book.ordered_questions if question.id in given]
    titles = {section.id: section.title for section in book.sections}
    for section, questions in groupby(known, key=lambda question: question.section):
        yield f"  # {visible(titles[section].ja)} / {visible(titles[section].en)}"
        for question in questions:
            yield from _answer(question.id, given[question.id])
    for strange in sorted(given.keys() - book.questions.keys()):
        yield from _answer(strange, given[strange])


def _answer(question: str, answer: Answer) -> Iterator[str]:
    value = _value(answer.value)
    more = list(_more(answer))
    if not more:
        yield f"  {_text(question, 4)}: {value}"
        return
    yield f"  {_text(question, 4)}:"
    yield f"    value: {value}"
    yield from more


def _more(answer: Answer) -> Iterator[str]:
    if answer.confidence is not Confidence.SURE:
        yield f"    confidence: {answer.confidence.value}"
    for name in ("source", "note", "participant"):
        if text := getattr(answer, name):
            yield f"    {name}: {_text(text, 6)}"
    if answer.at is not None:
        yield f'    at: "{answer.at.isoformat()}"'


def _value(value: Value | Unknown) -> str:
    if isinstance(value, Unknown):
        return "unknown"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, tuple):
        return f"[{', '.join(flat(option) for option in value)}]"
    return flat(value)


def _text(text: str, indent: int) -> str:
    """A text as it stands behind its key: bare, as a block of lines, or in quotes."""
    text = storable(text)
    if "\n" in text and _fits_block(text):
        margin = " " * indent
        return "|-\n" + "\n".join(margin + line if line else "" for line in text.split("\n"))
    return flat(text)


def flat(text: str) -> str:
    """A text on one line, also within brackets: bare, or in quotes."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _NOT_PLAIN
    return text if plain else _quoted(text)


def _fits_block(text: str) -> bool:
    """Whether a block keeps the text exactly: no line break at its end, no blank line of spaces, nothing hidden."""
    lines = text.split("\n")
    clean = all(line == "" or line.strip() for line in lines) and not any(is_hidden(c) for c in text if c != "\n")
    return clean and bool(lines[-1]) and bool(lines[0]) and not lines[0].startswith(" ")


def _quoted(text: str) -> str:
    """The text in double quotes, with what is hidden written as escapes, so that a reader of the file sees it."""
    body = "".join(_in_quotes(c) for c in storable(text))
    return f'"{body}"'


def _in_quotes(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character == "\n":
        return "\\n"
    return escaped(character) if is_hidden(character) else character
