"""From a rule down to the answers: its supports where it holds, else its conditions, each with how it stands."""

from collections.abc import Iterable, Iterator
from itertools import product

from engine.analysis.explanation.grounds import STANDING, Grounds, every, parts_of
from engine.analysis.explanation.leaf_words import answer_words, leaf_words, open_words
from engine.analysis.explanation.nodes import node, note, passages
from engine.analysis.explanation.verdict_facts import verdict_rules
from engine.assess.words import text
from engine.inference.leaves import leaf_fact
from engine.inference.verdict import Truth
from engine.interview.visible import flowing
from engine.model.book import COMPUTED_FACTS
from engine.model.explanation import Explanation
from engine.model.rules import All, AnyOf, Condition, Finding, In, Is, Not, Rule
from engine.model.text import LocalizedText

Atom = tuple[Condition, bool]
"""A test, and whether it or its negation is called for."""
Support = tuple[Atom, ...]

_ANY = text("次のいずれか", "any of these")
_ALL = text("次のすべて", "all of these")


def conclusion(
    grounds: Grounds, key: str, statement: LocalizedText, *more: Explanation, about: str = ""
) -> Explanation:
    """A conclusion as its rules have it, with all of them below."""
    below = (*rules_for(grounds, key), *more)
    return node("conclusion", statement, STANDING[truth_of(grounds, key)], below, about=about or key)


def truth_of(grounds: Grounds, key: str) -> Truth:
    """Whether a conclusion follows; known not to also at stages that do not derive it (type and cautions)."""
    truths = [grounds.holds(grounds.book.rule[rule]) for rule in grounds.engine.network.rules_for.get(key, ())]
    if True in truths:
        return True
    return False if truths and None not in truths else None


def rules_for(grounds: Grounds, key: str) -> tuple[Explanation, ...]:
    """The rules that can give a conclusion: those that hold first, then the open ones, then those that fail."""
    return ranked(grounds, (grounds.book.rule[rule] for rule in grounds.engine.network.rules_for.get(key, ())))


def ranked(grounds: Grounds, rules: Iterable[Rule]) -> tuple[Explanation, ...]:
    """Rules as nodes: what holds first, then what is open, then what fails."""
    order = ("holds", "open", "fails")
    return tuple(sorted((rule_node(grounds, rule) for rule in rules), key=lambda n: order.index(n.standing or "open")))


def rule_node(grounds: Grounds, rule: Rule) -> Explanation:
    """A rule in words, what it stands on or lacks, its reason, and its places in the study."""
    truth = grounds.holds(rule)
    inside = tuple(_supported(grounds, rule.when)) if truth else tuple(_conditions(grounds, rule.when, True, top=True))
    reason = rule.reason
    why = () if reason is None else (note(text(f"理由：{reason.ja}", f"reason: {reason.en}")),)
    return node(
        "rule",
        rule.reads,
        STANDING[truth],
        (*inside, *why, *passages(rule.citations)),
        about=rule.id,
        basis=rule.basis,
        citations=rule.citations,
    )


def _supported(grounds: Grounds, condition: Condition) -> Iterator[Explanation]:
    """The shortest of the supports, and the others folded under it."""
    shortest, *others = supports(grounds, condition)
    yield from (_atom(grounds, atom) for atom in shortest)
    if others:
        ja, en = f"ほかに{len(others)}通りの根拠でも成り立つ", f"It holds on {len(others)} more grounds as well"
        yield note(text(ja, en), (_support(grounds, n, one) for n, one in enumerate(others, 2)))


def _support(grounds: Grounds, number: int, support: Support) -> Explanation:
    return node(
        "note",
        text(f"根拠{number}", f"grounds {number}"),
        "holds",
        [_atom(grounds, atom) for atom in support],
        about="support",
    )


def supports(grounds: Grounds, condition: Condition) -> list[Support]:
    """Every set of tests that makes a condition known to hold, the shortest first, none twice."""
    found = dict.fromkeys(tuple(dict.fromkeys(one)) for one in _supports(grounds, condition, True))
    return sorted(found, key=lambda one: (len(one), repr(one)))


def _supports(grounds: Grounds, condition: Condition, wanted: bool) -> list[Support]:
    match condition:
        case Not():
            return _supports(grounds, condition.not_, not wanted)
        case All() | AnyOf():
            inner = [_supports(grounds, part, wanted) for part in parts_of(condition)]
            if every(condition, wanted):
                return [tuple(atom for one in choice for atom in one) for choice in product(*inner)]
            return [one for found in inner for one in found]
    return [((leaf, wanted),) for leaf in _each(grounds, condition, wanted) if grounds.truth(leaf, wanted)]


def _each(grounds: Grounds, leaf: Condition, wanted: bool) -> tuple[Condition, ...]:
    """A test for any of several options is met by each of them on its own."""
    several = isinstance(leaf, In) and grounds.engine.network.domains[leaf.fact].kind == "several"
    if isinstance(leaf, In) and several and wanted:
        return tuple(Is.model_construct(fact=leaf.fact, value=value) for value in leaf.values)
    return (leaf,)


def _conditions(grounds: Grounds, condition: Condition, wanted: bool, *, top: bool = False) -> Iterator[Explanation]:
    """The conditions as they are written; a negation is carried to the tests. All of a rule's need no heading."""
    match condition:
        case Not():
            yield from _conditions(grounds, condition.not_, not wanted, top=top)
        case All() | AnyOf():
            parts = [n for part in parts_of(condition) for n in _conditions(grounds, part, wanted)]
            if every(condition, wanted) and top:
                yield from parts
            else:
                words = _ALL if every(condition, wanted) else _ANY
                yield node("condition", words, STANDING[grounds.truth(condition, wanted)], parts)
        case _:
            yield _atom(grounds, (condition, wanted))


def _atom(grounds: Grounds, atom: Atom) -> Explanation:
    leaf, wanted = atom
    if isinstance(leaf, Finding):
        rules = grounds.engine.network.rules_for[f"finding:{leaf.finding}"]
        alone = wanted and len(rules) == 1
        return rule_node(grounds, grounds.book.rule[rules[0]]) if alone else finding_node(grounds, leaf.finding, wanted)
    name = leaf_fact(leaf)
    words, standing = leaf_words(grounds.book, leaf, wanted), STANDING[grounds.truth(leaf, wanted)]
    if name in COMPUTED_FACTS:
        values = (leaf.value,) if isinstance(leaf, Is) else leaf.values if isinstance(leaf, In) else ()
        below = ranked(grounds, verdict_rules(grounds, name, tuple(map(str, values))))
        return node("fact", words, standing, below, about=name)
    return node("condition", words, standing, (given(grounds, name),), about=name)


def given(grounds: Grounds, question: str) -> Explanation:
    """What was answered to a question, or that nothing was."""
    asked, answer = grounds.book.questions[question], grounds.answers.get(question)
    if answer is None or not answer.known:
        return node("question", open_words(asked, answer), "open", about=question)
    remark = flowing(answer.note)
    below = (note(text(f"メモ：{remark}", f"note: {remark}")),) if remark else ()
    return node("answer", answer_words(asked, answer), "holds", below, about=question)


def brief(rule: Explanation) -> Explanation:
    """A rule without its reason and passages: what it says and the answers it stands on."""
    kept = tuple(child for child in rule.children if child.kind not in ("note", "citation"))
    return rule.model_copy(update={"children": kept})


def finding_node(grounds: Grounds, name: str, wanted: bool = True, *, every_rule: bool = False) -> Explanation:
    """A finding (what answers mean) with the rules that give it, and so down to the answers.

    Of a finding that holds only the rules that give it are told, unless ``every_rule`` is wanted.
    """
    rules = rules_for(grounds, f"finding:{name}")
    truth = grounds.truth(Finding.model_construct(finding=name))
    told = [rule for rule in rules if rule.standing == "holds"] if truth and not every_rule else rules
    standing = STANDING[truth if wanted or truth is None else not truth]
    return node("fact", _finding_words(len(rules), wanted), standing, told, about=f"finding:{name}")


def _finding_words(rules: int, wanted: bool) -> LocalizedText:
    if rules == 1:
        if wanted:
            return text("回答から言えること：次が成り立つ", "from the answers it can be said that this holds")
        return text("回答から言えること：次が成り立たない", "from the answers it can be said that this does not hold")
    if wanted:
        return text("回答から言えること：次のいずれかが成り立つ", "from the answers: any one of the following holds")
    return text("回答から言えること：次のどれも成り立たない", "from the answers none of these holds")
