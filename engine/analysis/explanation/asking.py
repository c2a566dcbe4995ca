"""Why a question is asked now: the conclusions its answer can still tell, with the rules that read it."""

from collections.abc import Iterable, Iterator

from engine.analysis.explanation.grounds import Grounds
from engine.analysis.explanation.names import key_target, name_of
from engine.analysis.explanation.nodes import node, note, passages
from engine.analysis.explanation.reasoning import given, rule_node, truth_of
from engine.assess.words import text
from engine.inference.possible import Completions
from engine.model.explanation import Explanation
from engine.model.rules import Rule
from engine.model.text import LocalizedText

_BEYOND = text("いまの回答からは判定されない型に関わるもの", "Of types that the verdict cannot come to any more")


def why_asked(grounds: Grounds, question: str) -> Explanation:
    """Which open conclusions the question feeds, by type, phase, measures and the rest.

    Of an answered question this tells what its answer decides: what would be open without it.
    """
    asked = grounds.book.questions[question]
    without = grounds.without(question) if question in grounds.known else grounds
    fed = _fed(without, question)
    open_, beyond = _split(without, fed)
    below = [
        given(grounds, question),
        note(asked.why, basis=asked.basis, citations=asked.citations),
        *_applies(without, question),
        *(_about(grounds, without, target, rules, question) for target, rules in open_.items()),
    ]
    if beyond:
        below.append(
            note(_BEYOND, (_about(grounds, without, target, rules, question) for target, rules in beyond.items()))
        )
    if not fed:
        below.append(note(_nothing_left(question in grounds.known)))
    title = text(f"「{asked.text.ja.rstrip('。')}」を尋ねる理由", f"Why ask: {asked.text.en}")
    return node("question", title, "open" if fed else None, (*below, *passages(asked.citations)), about=question)


def _nothing_left(answered: bool) -> LocalizedText:
    if answered:
        return text("この回答がなくても、結論は変わらない。", "The conclusions would be the same without this answer.")
    return text(
        "この質問の答えで変わりうる結論は、もう残っていない。", "No conclusion is left that its answer could change."
    )


def _applies(grounds: Grounds, question: str) -> Iterator[Explanation]:
    condition = grounds.book.questions[question].applies_when
    if condition is not None and grounds.truth(condition) is False:
        yield note(
            text("これまでの回答からは、当てはまらない質問である。", "From the answers so far it does not apply.")
        )


def _fed(grounds: Grounds, question: str) -> dict[str, list[Rule]]:
    """The rules the answer can still decide, of conclusions not given already, by what they are about."""
    found: dict[str, list[Rule]] = {}
    for rule in grounds.book.rules:
        about = key_target(rule.then)
        if about and truth_of(grounds, rule.then.key) is not True and grounds.live(rule.when, question):
            found.setdefault(about, []).append(rule)
    return dict(sorted(found.items(), key=lambda one: _place(grounds, one[0])))


def _place(grounds: Grounds, target: str) -> int:
    book = grounds.book
    kinds: tuple[Iterable[str], ...] = (("type",), book.phases, ("renewal",), book.renewal_directions, book.measures)
    return next((n for n, kind in enumerate(kinds) if target in kind), len(kinds))


def _split(grounds: Grounds, fed: dict[str, list[Rule]]) -> tuple[dict[str, list[Rule]], dict[str, list[Rule]]]:
    """What bears on types still possible, and what only on others."""
    types = {t for label in grounds.assessment.type.possible for t in label.split("+")}
    types |= {"A-1", "A-2"} if "A" in types else set()
    book = grounds.book

    def ruled_out(target: str) -> bool:
        item = book.phases.get(target) or book.measures.get(target)
        return item is not None and item.type not in types

    return (
        {target: rules for target, rules in fed.items() if not ruled_out(target)},
        {target: rules for target, rules in fed.items() if ruled_out(target)},
    )


def _about(grounds: Grounds, without: Grounds, target: str, rules: list[Rule], question: str) -> Explanation:
    """One thing the question bears on, with the rules as they stand now."""
    name = name_of(grounds.book, target)
    words = text(f"関わる先：{name.ja}", f"Bears on: {name.en}")
    if target == "type":
        words = _on_type(without, question)
    below = (rule_node(grounds, rule) for rule in rules)
    return node("conclusion", words, "open" if without is grounds else None, below, about=target)


def _on_type(grounds: Grounds, question: str) -> LocalizedText:
    """Whether the answer alone can change the verdict on type, exactly."""
    if question in Completions(grounds.engine.reading, grounds.known).settling():
        return text(
            "関わる先：型の判定（答えによって判定が変わりうる）",
            "Bears on: the type (its answer can change the verdict)",
        )
    return text(
        "関わる先：型の判定（根拠の厚みだけで、この答えひとつでは判定は変わらない）",
        "Bears on: the type (the points only; this answer alone does not change the verdict)",
    )
