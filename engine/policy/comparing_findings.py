"""Finds which findings two checks share, and why a finding is in one of them only."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from engine.model.gap_comparison import FindingChange, FindingKept, Reason
from engine.model.gaps import Covered, GapFinding
from engine.policy.checked import Checked
from engine.policy.comparing_entries import Pairs

_REASONS: tuple[Reason, ...] = get_args(Reason)


@dataclass(frozen=True)
class Seen:
    """One of the two checks, its existing measures named so that both sides understand them."""

    checked: Checked
    tokens: dict[str, Hashable]

    @cached_property
    def findings(self) -> dict[Hashable, GapFinding]:
        """The findings by what they are about, whatever ids the existing measures have in this register."""
        return {self._about(finding): finding for finding in self.checked.check.findings}

    def _about(self, finding: GapFinding) -> Hashable:
        subject = finding.measure or finding.phase
        return finding.kind, subject or frozenset(self.tokens[one] for one in finding.existing)

    def names(self, finding: GapFinding) -> tuple[str, ...]:
        """The names of the existing measures that a finding is about."""
        return tuple(self._names[one] for one in finding.existing)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {one.id: one.name for one in self.checked.register.measures}

    @cached_property
    def covered(self) -> dict[str, Covered]:
        """The generic measures of the types in question."""
        return {one.measure: one for one in self.checked.check.covered}

    @cached_property
    def places(self) -> dict[str, tuple[int, int, bool]]:
        """Where work stands, by type."""
        return {one.type: (one.low, one.high, one.complete) for one in self.checked.assessment.phases}

    @cached_property
    def links(self) -> dict[Hashable, tuple[str, frozenset[str]]]:
        """What each existing measure is taken to serve, and how firmly."""
        found = ((one.id, self.checked.mapping.of(one.id)) for one in self.checked.register.measures)
        return {self.tokens[id]: (link.standing, frozenset(link.generic)) for id, link in found}

    def serving(self, measure: str) -> frozenset[Hashable]:
        """What serves a generic measure here."""
        covered = self.covered.get(measure)
        return frozenset(self.tokens[one] for one in covered.existing) if covered else frozenset()


class Beside:
    """The findings of two checks beside each other."""

    def __init__(self, pairs: Pairs) -> None:
        """Take the two checks of ``pairs``."""
        before, after = pairs.tokens
        self._before, self._after = Seen(pairs.before, before), Seen(pairs.after, after)
        changed = {change.after.id for change in pairs.changes if change.after and change.before}
        self._described_otherwise = {after[one] for one in changed}

    def closed(self) -> tuple[FindingChange, ...]:
        """Findings of the first check that the second has not."""
        return tuple(self._only(self._before, self._after))

    def new(self) -> tuple[FindingChange, ...]:
        """Findings of the second check that the first had not."""
        return tuple(self._only(self._after, self._before))

    def remaining(self) -> tuple[FindingKept, ...]:
        """Findings of both, in the order of the second."""
        return tuple(
            FindingKept(
                before=self._before.findings[about].id,
                after=finding.id,
                finding=finding,
                names=self._after.names(finding),
            )
            for about, finding in self._after.findings.items()
            if about in self._before.findings
        )

    def _only(self, here: Seen, there: Seen) -> Iterator[FindingChange]:
        for about, finding in here.findings.items():
            if about not in there.findings:
                found = set(self._reasons(finding, here, there)) or {self._rest(here, there)}
                reasons = tuple(one for one in _REASONS if one in found)
                yield FindingChange(finding=finding, names=here.names(finding), reasons=reasons)

    def _reasons(self, finding: GapFinding, here: Seen, there: Seen) -> Iterator[Reason]:
        if finding.type is not None and finding.type not in there.places:
            yield "type"
        elif finding.measure is not None:
            yield from self._of_measure(finding.measure, here, there)
        elif finding.phase is not None:
            if here.places[str(finding.type)] != there.places[str(finding.type)]:
                yield "due"
            measures = [one.measure for one in here.checked.check.covered if finding.phase in one.phases]
            yield from (one for measure in measures for one in self._of_register(measure, here, there))
        else:
            yield from self._of_existing(finding.existing, here, there)

    def _of_measure(self, measure: str, here: Seen, there: Seen) -> Iterator[Reason]:
        one, other = here.covered[measure], there.covered[measure]
        if one.by_answers != other.by_answers:
            yield "answers"
        if here.places[one.type] != there.places[one.type]:
            yield "due"
        yield from self._of_register(measure, here, there)

    def _of_register(self, measure: str, here: Seen, there: Seen) -> Iterator[Reason]:
        """What of registers and mappings bears on a generic measure."""
        one, other = here.serving(measure), there.serving(measure)
        for token in one ^ other:
            yield from self._of_token(token, here, there)
        if (one & other) & self._described_otherwise:
            yield "register"
        if any(here.links[token] != there.links[token] for token in one & other):
            yield "mapping"

    def _of_existing(self, existing: Iterable[str], here: Seen, there: Seen) -> Iterator[Reason]:
        for one in existing:
            yield from self._of_token(here.tokens[one], here, there)
        if here.places.keys() != there.places.keys():
            yield "type"

    def _of_token(self, token: Hashable, here: Seen, there: Seen) -> Iterator[Reason]:
        """What became of one existing measure."""
        if token not in here.links or token not in there.links or token in self._described_otherwise:
            yield "register"
        elif here.links[token] != there.links[token]:
            yield "mapping"

    @staticmethod
    def _rest(here: Seen, there: Seen) -> Reason:
        """Where nothing nearer tells: key factors and aspirations are answers too."""
        return "answers" if here.checked.assessment.digest != there.checked.assessment.digest else "register"
