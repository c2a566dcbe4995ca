"""The double-entry specification of the rules: what the sentence of each says, as examples, and how they come out.

The entries (``tests/rules/<stage>/<file>.yaml``) are written from the sentence of a rule (``reads``) alone. An example
is a set of answers; beside them it may state facts of the verdicts (``type_kind``, ``leading_type``, ``working_phase``,
``factor_met``: what is not listed is not so, a fact left out is unknown).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from engine.inference.bits import BitEvaluator, Lanes, Masks
from engine.inference.facts import Facts, absences, flatten
from engine.inference.network import Network
from engine.model.book import COMPUTED_FACTS, Book
from engine.model.rules import Rule, Then
from tests.helpers import values

FOLDER = Path(__file__).parent
Outcome = Literal["holds", "fails", "open"]
OUTCOMES: tuple[Outcome, ...] = ("holds", "fails", "open")


@dataclass(frozen=True)
class Entry:
    """What the sentence of one rule says: what it concludes, and answers by how the rule comes out on them."""

    rule: str
    concludes: Mapping[str, Any]
    examples: Mapping[Outcome, tuple[Mapping[str, Any], ...]]


@cache
def entries() -> Mapping[str, Entry]:
    """All entries by rule. A rule with two of them is an error."""
    found: dict[str, Entry] = {}
    for path in sorted(FOLDER.glob("*/*.yaml")):
        for raw in yaml.safe_load(path.read_text(encoding="utf-8")):
            entry = Entry(raw["rule"], raw["concludes"], {o: tuple(raw.get(o) or ()) for o in OUTCOMES})
            assert entry.rule.rsplit("/", 1)[0] == f"{path.parent.name}/{path.stem}", f"{entry.rule} in {path}"
            assert found.setdefault(entry.rule, entry) is entry, f"{entry.rule} has two entries"
    return found


def concluded(then: Then) -> dict[str, Any]:
    """A conclusion in the words of the entries. Its subject is named by the file, see ``subject``."""
    match then:
        case Then(evidence=e) if e is not None:
            return {"type": e.type, "pull": e.pull, "weight": e.weight}
        case Then(status=s) if s is not None:
            return {"level": s.level}
        case Then(direction=d) if d is not None:
            return {"relevance": d.relevance}
        case Then(requirement=q) if q is not None:
            return {"requirement": q.requirement}
    factor = then.necessary or then.supporting
    if factor is not None:
        return {"fact": factor.fact}
    (name,) = then.model_fields_set
    words = {"renewal_risk": "risk", "renewal_direction": "speaks_for", "aspired_direction": "aspires"}
    return {"earlier": True} if name == "raise_priority" else {words.get(name, name): getattr(then, name)}


def subject(then: Then) -> str | None:
    """What a conclusion is about: viewpoint, phase, measure, direction or industry; the rule's file has its name."""
    factor = then.necessary or then.supporting
    named = (
        then.evidence and then.evidence.viewpoint,
        factor and factor.factor,
        then.status and then.status.measure,
        then.raise_priority,
        then.direction and then.direction.direction,
        then.requirement and then.requirement.industry,
        then.renewal_direction,
        then.aspired_direction,
    )
    return next((name for name in named if name), None)


def facts_of(network: Network, example: Mapping[str, Any]) -> Facts:
    """The flat facts an example states, and what it leaves unanswered."""
    verdicts = {key: value for key, value in example.items() if key in COMPUTED_FACTS}
    given = values(network.book, {key: value for key, value in example.items() if key not in COMPUTED_FACTS})
    facts = flatten(given, {q: network.domains[q] for q in network.book.questions})
    facts |= absences(facts, network.domains, network.book.questions)
    for name, value in verdicts.items():
        listed = set(value) if isinstance(value, list) else {value}
        assert listed <= set(COMPUTED_FACTS[name]), f"{name}: {value}"
        facts |= {name: value} if name == "type_kind" else {f"{name}/{o}": o in listed for o in COMPUTED_FACTS[name]}
    return facts


class Trial:
    """Every example of every entry side by side, each in a lane of its own."""

    def __init__(self, network: Network, of: Iterable[Entry]) -> None:
        """State the facts of all examples; the findings follow by the rules of ``network``."""
        self.examples = [(e, o, example) for e in of for o in OUTCOMES for example in e.examples[o]]
        self.lanes = Lanes(len(self.examples))
        self.wanted: dict[str, dict[Outcome, int]] = {}
        for n, (entry, outcome, example) in enumerate(self.examples):
            self.wanted.setdefault(entry.rule, dict.fromkeys(OUTCOMES, 0))[outcome] |= 1 << n
            for key, value in facts_of(network, example).items():
                by_value = self.lanes.facts.setdefault(key, {})
                by_value[value] = by_value.get(value, 0) | 1 << n
        BitEvaluator(network).findings(self.lanes)

    def of_rule(self, rule: str) -> int:
        """The lanes of the examples of one rule."""
        lanes = 0
        for mask in self.wanted.get(rule, {}).values():
            lanes |= mask
        return lanes

    def differences(self, rule: Rule, came: Masks) -> Iterator[str]:
        """Each example of the rule that came out otherwise, in a sentence."""
        holds, fails = came
        masks: dict[Outcome, int] = {"holds": holds, "fails": fails, "open": ~(holds | fails)}
        for wanted, mask in self.wanted.get(rule.id, {}).items():
            wrong = mask & ~masks[wanted]
            while wrong:
                n = (wrong & -wrong).bit_length() - 1
                wrong &= wrong - 1
                out = next(o for o in OUTCOMES if masks[o] >> n & 1)
                yield f"{rule.id}: {dict(self.examples[n][2])} came out '{out}', its sentence says '{wanted}'"


def conclusion_differs(rule: Rule, entry: Entry) -> bool:
    """Whether a rule concludes something else than its sentence, or about something else than its file."""
    about = subject(rule.then)
    return concluded(rule.then) != dict(entry.concludes) or about not in (None, rule.id.split("/")[1])


def unpaired(book: Book) -> set[str]:
    """Rules without an entry and entries without a rule."""
    return set(book.rule) ^ set(entries())
