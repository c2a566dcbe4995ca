"""Reads the study's clusters as answered in ``knowledge/examples``, and checks them against the questions.

Answer files of users are read elsewhere, forgivingly; these are ours, so every answer has to fit as it stands and says
by section and words where the study tells it. What the study does not tell is left out.
"""

import re
from collections.abc import Iterator

from engine.book.ground import Found, Ground, Trail, item_file, unknown
from engine.book.problems import both, did_you_mean, visible
from engine.book.strict_yaml import Mapping, Sequence
from engine.model.answers import Answer
from engine.model.questions import Question

KIND = "examples"
SOURCE = re.compile(r"\d(?:-\d){0,2} (\S{2,25})")
"""A source in an example: the section, a space, and words of the text without white space."""


def shaped(data: Mapping) -> Mapping:
    """The data of an answer file as a Consultation has it: every answer in full, and naming its question."""
    answers = data.get("answers")
    if isinstance(answers, Mapping):
        for question, given in answers.items():
            full = given if isinstance(given, Mapping) else Mapping()
            if full is not given:
                full["value"] = given
            full.setdefault("question", question)
            value = full.get("value")
            if isinstance(value, Sequence) and all(isinstance(option, str) for option in value):
                full["value"] = sorted(map(str, value))
            answers[question] = full
    return data


def examples_fit(ground: Ground) -> Iterator[Found]:
    """Each example is a case of the study, and answers questions that are there with values they can have."""
    for name, example in ground.book.examples.items():
        file = item_file(KIND, name)
        if not ground.has("cases", name):
            yield unknown(ground, "cases", name, file, ())
        for key, answer in example.answers.items():
            question = ground.book.questions.get(key)
            if question is None and not ground.has("questions", key):
                yield unknown(ground, "questions", key, file, ("answers", key))
            elif answer.question != key or (question and not _fits(answer, question)):
                yield _misfit(file, ("answers", key, "value"), answer, question)
            if not SOURCE.fullmatch(answer.source):
                yield _no_source(file, ("answers", key, "source"), answer.source)


def _fits(answer: Answer, question: Question) -> bool:
    value = answer.value
    options = {option.id for option in question.options}
    match question.kind:
        case "yes_no":
            return isinstance(value, bool)
        case "choice":
            return isinstance(value, str) and value in options
        case "several":
            return isinstance(value, tuple) and options.issuperset(value) and len(set(value)) == len(value)
        case "number":
            low, high = question.minimum, question.maximum
            return isinstance(value, float) and (low is None or low <= value) and (high is None or value <= high)


def _misfit(file: str, path: Trail, answer: Answer, question: Question | None) -> Found:
    options = [option.id for option in question.options] if question else []
    kind = question.kind if question else ""
    asked = both(
        f"種類 {kind} の値を書いてください。{'、'.join(options)}", f"Write a value of kind {kind}. {', '.join(options)}"
    )
    value = ", ".join(answer.value) if isinstance(answer.value, tuple) else str(answer.value)
    return Found(
        code="value_does_not_fit",
        file=file,
        path=path,
        what=both(
            f"「{visible(value)}」はこの質問の値ではありません。",
            f"'{visible(value)}' is not a value of this question.",
        ),
        remedy=did_you_mean(value, options, asked),
    )


def _no_source(file: str, path: Trail, source: str) -> Found:
    return Found(
        code="source_form",
        file=file,
        path=path,
        what=both(
            f"出典「{visible(source)}」は節と語句の形ではありません。",
            f"The source '{visible(source)}' is not a section and words.",
        ),
        remedy=both("「2-2-3 本文の語句」の形で書いてください。", "Write it as '2-2-3 words-of-the-text'."),
    )
