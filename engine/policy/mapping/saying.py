"""What an existing measure says, weighed against every target; and the rule by which that becomes a score."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from engine.model.register import ExistingMeasure
from engine.policy.mapping.index import Index
from engine.policy.mapping.pieces import joints, plain


@dataclass(frozen=True)
class Rule:
    """The figures of the rule; chosen once for all, on no case alone."""

    near: float = 0.3
    """A score below this is not near enough to suggest anything."""
    beside: float = 0.6
    """Others of a type are suggested down to this share of the type's best."""
    outline: float = 0.7
    """How much the outline counts beside the name."""
    longest: float = 8.0
    """An outline counts no more than one this telling."""
    enough: float = 0.9
    """How much must be said before the share that speaks for a measure is trusted."""
    share: float = 0.4
    """How much it matters that other things are said besides: at 1 wholly, at 0 not."""
    against: int = 2
    """How steeply ordinary work that is nearer speaks against."""
    department: float = 0.15
    """How much a department of other work counts, as a share of all that is said."""
    field: float = 1.0
    """How much it counts that the name names a field of other work, likewise."""
    like: float = 0.3
    """A concrete measure is like it from this share of what is said."""


RULE = Rule()


_LONGEST_NAME, _LONGEST_OUTLINE = 200, 1000
"""Characters read: enough for any measure, so that a cell of a hostile workbook takes no longer."""


@dataclass(frozen=True)
class Said:
    """What is said in all (``total``), how much speaks for each target, and for the nearest ordinary work."""

    read: tuple[tuple[str, list[tuple[str, int, int]], float], ...]
    """Name and outline, each with its pieces and how much they count."""
    total: float
    speaks: list[float]
    against: float

    def scores(self, targets: Iterable[int], rule: Rule) -> dict[int, float]:
        """How near each target is, from 0 to 1.

        It is the share of what is said that speaks for the target, less where little is said at all, and less where
        ordinary work of another kind is nearer.
        """
        found = {}
        for target in targets:
            for_it = self.speaks[target]
            if for_it > 0:
                sure = 1 - math.exp(-for_it / rule.enough)
                found[target] = (
                    (for_it / self.total) ** rule.share * sure / (1 + (self.against / for_it) ** rule.against)
                )
        return found


def said(index: Index, measure: ExistingMeasure, rule: Rule) -> Said:
    """What a measure's name, outline and indicator say."""
    outlined = f"{measure.outline[:_LONGEST_OUTLINE]} {measure.kpi[:_LONGEST_NAME]}".strip()
    texts = plain(measure.name[:_LONGEST_NAME]), plain(outlined)
    speaks = [0.0] * len(index.targets)
    name = list(index.cutter.pieces(texts[0]))
    outline = list(index.cutter.pieces(texts[1])) if texts[1] else []
    total = _add(index, name, 1.0, speaks)
    much = sum(index.weighed(piece)[0] for piece, _, _ in outline)
    share = rule.outline * min(1.0, rule.longest / much) if much else 0.0
    total += _add(index, outline, share, speaks)
    for n in index.fields.of_name(texts[0]):
        speaks[n] += rule.field * total
    contrast = speaks[index.measures : index.measures + index.contrasts]
    if measure.department:
        for n in index.fields.of_department(measure.department):
            contrast[n - index.measures] += rule.department * total
    return Said(((texts[0], name, 1.0), (texts[1], outline, share)), total, speaks, max(contrast, default=0.0))


def _add(index: Index, pieces: list[tuple[str, int, int]], counts: float, speaks: list[float]) -> float:
    """Add what pieces say to what speaks for each target; how much they say in all."""
    total = 0.0
    for piece, _, _ in pieces:
        weight, vector = index.weighed(piece)
        total += weight * counts
        for target, amount in vector:
            speaks[target] += amount * counts
    for pair in joints(pieces):
        weight, vector = index.weighed(pair)
        total += weight * counts
        for target, amount in vector:
            speaks[target] += amount * counts
    return total
