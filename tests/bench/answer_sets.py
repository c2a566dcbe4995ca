"""The answers that are evaluated: the shipped examples, and every question answered."""

from engine.model.answers import Value
from engine.model.book import Book
from engine.model.questions import Question

FULL = "(all answered)"


def answer_sets(book: Book) -> dict[str, dict[str, Value]]:
    """Each example by its name, then the fully answered set."""
    examples = {name: book.examples[name].known() for name in sorted(book.examples)}
    return {**examples, FULL: {q.id: _some(q) for q in book.ordered_questions}}


def _some(question: Question) -> Value:
    """Yes, the first option, all options, or a number."""
    if question.kind == "yes_no":
        return True
    if question.kind == "number":
        return 1000.0
    options = tuple(sorted(option.id for option in question.options))
    return options if question.kind == "several" else question.options[0].id
