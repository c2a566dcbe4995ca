"""The rules of the gap check as a small book of their own, whose questions are the facts that they read.

So the evaluators, and the checks of conditions, serve these rules as they serve all others.
"""

from collections.abc import Iterator
from typing import Any

from engine.book.conclusions import stages_conclude
from engine.book.conditions import fact_of, uses, values_fit
from engine.book.ground import Found, Ground
from engine.book.problems import both, did_you_mean, visible
from engine.book.sources import GAP_FACTS
from engine.model.book import Book
from engine.model.questions import Option, Question
from engine.model.rules import GapFact
from engine.model.text import Basis

_KINDS = tuple(name for name, field in Book.model_fields.items() if "dict" in str(field.annotation))


def gap_book(book: Book) -> Book:
    """The facts of the gap check as questions, and its rules; of the knowledge nothing but the phases."""
    kept: dict[str, Any] = {
        **{name: {} for name in _KINDS},
        "version": f"{book.version}/gaps",
        "sections": (),
        "thresholds": book.thresholds,
        "rule_files": book.gap_files,
        "phases": book.phases,
        "questions": {name: _question(n, fact) for n, (name, fact) in enumerate(book.gap_facts.items())},
    }
    return Book.model_construct(**kept)


def _question(n: int, fact: GapFact) -> Question:
    options = tuple(Option.model_construct(id=option.id, label=option.label) for option in fact.options)
    return Question.model_construct(
        id=fact.id,
        section="gaps",
        order=n,
        kind="choice" if options else "number",
        text=fact.text,
        help=fact.text,
        why=fact.text,
        options=options,
        basis=Basis.JUDGEMENT,
        citations=(),
    )


def gap_rules_fit(ground: Ground) -> Iterator[Found]:
    """Rules of the gap check conclude gaps, and read facts that are declared, with values these can have."""
    within = Ground(gap_book(ground.book), ground.unread)
    yield from stages_conclude(within)
    yield from values_fit(within)
    declared = ground.book.gap_facts
    for use in uses(within):
        fact = fact_of(use.leaf)
        if fact is None or fact not in declared:
            what = both(
                f"「{visible(fact or '')}」という点検の事実はありません。",
                f"There is no fact '{visible(fact or '')}' of the gap check.",
            )
            remedy = both(f"{GAP_FACTS} に加えてください。", f"Declare it in {GAP_FACTS}.")
            yield use.found("unknown_fact", what, did_you_mean(fact or "", declared, remedy))


def gap_rows_exist(ground: Ground) -> Iterator[Found]:
    """What words show is a row of a sheet or a question, and is named once."""
    known = ground.names["sheets"] | ground.names["questions"]
    seen: set[str] = set()
    for n, row in enumerate(ground.book.gap_rows):
        if row.about not in known:
            what = both(f"「{visible(row.about)}」という行や質問はありません。", f"There is no '{visible(row.about)}'.")
            remedy = both("表の行か質問のidを書いてください。", "Write the id of a row of a sheet or of a question.")
            yield Found(
                "unknown_reference", GAP_FACTS, ("rows", n, "about"), what, did_you_mean(row.about, known, remedy)
            )
        elif row.about in seen:
            what = both(f"「{visible(row.about)}」が二度使われています。", f"'{visible(row.about)}' is used twice.")
            yield Found(
                "repeated_name", GAP_FACTS, ("rows", n, "about"), what, both("一つにまとめてください。", "Merge them.")
            )
        seen.add(row.about)


def gap_facts_named_once(ground: Ground) -> Iterator[Found]:
    """No fact of the gap check is declared twice, and no value of one."""
    for name, fact in ground.book.gap_facts.items():
        ids = [option.id for option in fact.options]
        for twice in sorted({one for one in ids if ids.count(one) > 1}):
            yield Found(
                code="repeated_name",
                file=GAP_FACTS,
                path=("facts", list(ground.book.gap_facts).index(name), "options"),
                what=both(f"「{visible(twice)}」が二度使われています。", f"'{visible(twice)}' is used twice."),
                remedy=both("別の名前にしてください。", "Give it another name."),
            )
