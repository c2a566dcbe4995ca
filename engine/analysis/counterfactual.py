"""Counterfactuals (反実仮想): the smallest sets of changed answers that lead to another type, phase or measure."""

from collections.abc import Iterable, Iterator, Mapping

from engine.analysis.counterfactual_aims import Aim, aims, labels, targets
from engine.analysis.counterfactual_aims import destinations_of_phase as _places
from engine.analysis.counterfactual_options import Option
from engine.analysis.counterfactual_search import Search, Searched
from engine.assess.engine import Engine
from engine.interview.nearest import nearest
from engine.interview.visible import shown
from engine.model.answers import Answer
from engine.model.book import Book
from engine.model.counterfactual import MOST_CHANGES, Counterfactual, Counterfactuals, Shift
from engine.model.problem import Problem, ShusekiError
from engine.model.text import LocalizedText


def counterfactuals(
    engine: Engine, answers: Mapping[str, Answer], target: str | None = None, towards: str | None = None
) -> tuple[Counterfactuals, ...]:
    """What would change the verdict, proved smallest by looking at every set of up to three changes.

    Only answers count that a planner could honestly change or learn: what is unknown, what is not a given of history,
    and what was answered with less than full confidence. Where nothing is found, ``premises`` tells what would have to
    be mistaken.

    Args:
        engine: with the book.
        answers: as they are. Answers to questions the book does not have are ignored.
        target: ``type``, ``phase`` (of each type shown), a type (where its work stands), a phase, or a measure
            (whether it is recommended); by default type and phase, each type shown by itself.
        towards: a verdict label (``A-1``, ``A-2+B``) or a phase (``PH.A-2.3``): only sets that lead there.

    Raises:
        ShusekiError: there is no such target or outcome, or they do not go together.
    """
    _verify(engine.book, target, towards)
    search = Search(engine, answers)
    found = aims(engine, search.known, target, towards)
    if not found and towards is not None:
        raise ShusekiError(_mismatch(target or "", towards))
    return tuple(_counterfactuals(search, aim) for aim in found)


def _counterfactuals(search: Search, aim: Aim) -> Counterfactuals:
    honest = search.search(aim, lambda option: option.honest)
    reached = aim.towards == honest.present
    nothing = not honest.found and not reached
    beyond = search.search(aim, lambda _: True) if nothing else honest
    size = min(honest.size, beyond.size)
    return Counterfactuals.model_construct(
        target=aim.about,
        towards=aim.towards,
        present=honest.present,
        reached=reached,
        size_searched=size,
        exact=size == MOST_CHANGES,
        candidates=honest.candidates,
        sets=honest.sets,
        found=_told(aim, honest),
        premises=tuple(_least(_told(aim, beyond))) if nothing else (),
        none_up_to=size if nothing else None,
    )


def _least(found: Iterable[Counterfactual]) -> Iterator[Counterfactual]:
    """Of the sets that lead to each outcome those of the fewest changes. The fewest come first."""
    least: dict[str, int] = {}
    for one in found:
        if len(one.changes) <= least.setdefault(one.outcome.after, len(one.changes)):
            yield one


def _told(aim: Aim, searched: Searched) -> tuple[Counterfactual, ...]:
    def one(options: tuple[Option, ...], outcome: str) -> Counterfactual:
        return Counterfactual.model_construct(
            changes=tuple(option.change for option in options),
            outcome=Shift.model_construct(about=aim.about, before=searched.present, after=outcome),
        )

    return tuple(one(options, outcome) for options, outcome in searched.found)


def _verify(book: Book, target: str | None, towards: str | None) -> None:
    if target is not None and target not in targets(book):
        raise ShusekiError(_unknown_target(target, nearest(target, targets(book))))
    ends = (*labels(), *_places(book))
    if towards is not None and towards not in ends and "+".join(sorted(towards.split("+"))) not in ends:
        raise ShusekiError(_unknown_end(towards, nearest(towards, ends)))


def _unknown_target(name: str, meant: str | None) -> Problem:
    ja, en = _guess(meant)
    return Problem(
        code="unknown_target",
        what=LocalizedText(
            ja=f"「{shown(name)}」が変わる条件は調べられません。", en=f'"{shown(name)}" is nothing that could change.'
        ),
        remedy=LocalizedText(
            ja=f"{ja}type、phase、型（A-1）、フェーズ（PH.B.2）、施策（MS.…）のいずれかです。",
            en=f"{en}It is one of: type, phase, a type (A-1), a phase (PH.B.2), a measure (MS...).",
        ),
    )


def _unknown_end(name: str, meant: str | None) -> Problem:
    ja, en = _guess(meant)
    return Problem(
        code="unknown_outcome",
        what=LocalizedText(ja=f"「{shown(name)}」という判定はありません。", en=f'There is no verdict "{shown(name)}".'),
        remedy=LocalizedText(
            ja=f"{ja}型（A-1、A-2+B、undetermined など）かフェーズ（PH.A-2.3、PH.B.complete など）を指定してください。",
            en=f"{en}Give a type (A-1, A-2+B, undetermined, ...) or a phase (PH.A-2.3, PH.B.complete, ...).",
        ),
    )


def _mismatch(target: str, towards: str) -> Problem:
    return Problem(
        code="outcome_of_other_target",
        what=LocalizedText(
            ja=f"「{shown(towards)}」は「{shown(target)}」の判定ではありません。",
            en=f'"{shown(towards)}" is no outcome of "{shown(target)}".',
        ),
        remedy=LocalizedText(
            ja="対象を省くか、その対象の判定を指定してください。",
            en="Leave the target out, or give an outcome of that target.",
        ),
    )


def _guess(meant: str | None) -> tuple[str, str]:
    return (f"「{meant}」のことですか。", f'Did you mean "{meant}"? ') if meant else ("", "")
