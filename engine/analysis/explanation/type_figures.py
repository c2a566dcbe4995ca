"""How the points decide a type, in figures: totals, thresholds, the two steps, and why a type is not named."""

from dataclasses import dataclass

from engine.analysis.explanation.grounds import Grounds
from engine.assess.words import join, text
from engine.inference.verdict import VIEWPOINTS
from engine.model.assessment import ViewpointId
from engine.model.knowledge import TypeOrParent
from engine.model.text import LocalizedText

Pair = tuple[TypeOrParent, TypeOrParent]
STEPS: tuple[Pair, Pair] = (("A", "B"), ("A-1", "A-2"))


@dataclass(frozen=True)
class Contest:
    """One step of the decision: two types, their points, and which of them it names."""

    pair: Pair
    totals: dict[TypeOrParent, int]
    positive: dict[TypeOrParent, int]
    named: tuple[TypeOrParent, ...]
    declared: bool
    support: int
    viewpoints: int
    margin: int

    @property
    def leader(self) -> TypeOrParent:
        """The better supported; of equals the first."""
        a, b = self.pair
        return a if self.totals[a] >= self.totals[b] else b

    @property
    def other(self) -> TypeOrParent:
        """The other one."""
        a, b = self.pair
        return b if self.leader == a else a

    @property
    def lead(self) -> int:
        """By how many points."""
        return self.totals[self.leader] - self.totals[self.other]

    def reaches(self, type_: TypeOrParent) -> bool:
        """Whether a type has the least support for being named."""
        return self.totals[type_] >= self.support


def contest(grounds: Grounds, pair: Pair) -> Contest:
    """The step between two types, on the answers as they are. Restates the decision, and tests hold it to that."""
    limits, points = grounds.book.thresholds, grounds.outcome.points
    totals = {t: sum(points[t].values()) for t in pair}
    positive = {t: sum(n > 0 for n in points[t].values()) for t in pair}
    declared = pair == STEPS[0] and grounds.outcome.conclusions.truth("hybrid:both_origins") is True
    found = Contest(pair, totals, positive, (), declared, limits.type_support, limits.hybrid_viewpoints, limits.margin)
    broad = all(n >= limits.hybrid_viewpoints for n in positive.values())
    if all(found.reaches(t) for t in pair) and (broad or declared):
        named: tuple[TypeOrParent, ...] = (found.leader, found.other)
    else:
        named = (found.leader,) if found.reaches(found.leader) and found.lead >= limits.margin else ()
    return Contest(
        pair, totals, positive, named, declared, limits.type_support, limits.hybrid_viewpoints, limits.margin
    )


def signed(number: int) -> str:
    """Points with their sign."""
    return f"{number:+d}" if number else "0"


def totals_words(found: Contest) -> LocalizedText:
    """The points of both."""
    return join(text(f"{t} 計{signed(n)}点", f"{t} {signed(n)} in all") for t, n in found.totals.items())


def step_words(found: Contest, number: int) -> LocalizedText:
    """The step and what it decides, in one sentence."""
    a, b = found.pair
    head, how = totals_words(found), _decided(found)
    return text(f"手順{number}　{a}か{b}か：{head.ja}。{how.ja}", f"Step {number}, {a} or {b}: {head.en}. {how.en}")


def _decided(found: Contest) -> LocalizedText:
    first, second, least = found.leader, found.other, found.support
    if len(found.named) > 1 and found.declared:
        return text(
            f"両方が{least}点に届き、成長の経緯が「両方」と答えられているため、両方を挙げる。",
            f"Both reach {least} and growth is answered to be both, so both are named.",
        )
    if len(found.named) > 1:
        return text(
            f"両方が{least}点に届き、それぞれ{found.viewpoints}つ以上の視点で支持されるため、両方を挙げる。",
            f"Both reach {least}, each with support in {found.viewpoints} or more viewpoints, so both are named.",
        )
    if found.named:
        return text(
            f"{first}は{least}点に届き、{second}に{found.lead}点差（必要な差は{found.margin}点）をつけるため、{first}とする。",
            f"{first} reaches {least} and leads by {found.lead} (needed: {found.margin}), so it is {first}.",
        )
    if found.reaches(first):
        return text(
            f"差が{found.lead}点で、必要な{found.margin}点に満たないため、どちらとも定めない。",
            f"The lead is {found.lead} and {found.margin} is needed, so neither is named.",
        )
    return text(
        f"どちらも判定の目安（{least}点）に届かないため、どちらとも定めない。",
        f"Neither reaches the {least} points needed to be named.",
    )


def verdict_words(grounds: Grounds, type_: TypeOrParent) -> LocalizedText:
    """Why a type is named or not, in figures."""
    if grounds.outcome.type.kind == "out_of_scope":
        return text(
            "調査の範囲の外にあるため、型を判定しない。", "The cluster lies outside the study: no type is judged."
        )
    first = contest(grounds, STEPS[0])
    if type_ in STEPS[0]:
        return _standing_in(first, type_)
    if "A" not in first.named:
        head = totals_words(first)
        return text(
            f"手順1でAが挙がらないため（{head.ja}）、{type_}は比べるまでもなく挙がらない。",
            f"Step 1 does not name A ({head.en}), so {type_} is not reached.",
        )
    return _standing_in(contest(grounds, STEPS[1]), type_)


def _standing_in(found: Contest, type_: TypeOrParent) -> LocalizedText:
    total, rival = found.totals[type_], found.other if type_ == found.leader else found.leader
    own, least = signed(total), found.support
    if type_ in found.named:
        return text(
            f"計{own}点で、必要な{least}点に届く（{rival}は計{signed(found.totals[rival])}点）。",
            f"{own} in all, {least} needed ({rival} has {signed(found.totals[rival])}).",
        )
    if total < least:
        return text(
            f"計{own}点で、判定の目安（{least}点）に{least - total}点届かない。",
            f"{own} in all, {least - total} short of the {least} points needed to be named.",
        )
    if not found.lead:
        return text(
            f"計{own}点で{rival}と並び、どちらとも定めない。", f"{own} in all, level with {rival}: neither is named."
        )
    views = {t: found.positive[t] for t in found.pair}
    ja, en = "、".join(f"{t}は{n}つ" for t, n in views.items()), ", ".join(f"{t}: {n}" for t, n in views.items())
    return text(
        f"計{own}点で必要な点には届くが、{rival}に{abs(total - found.totals[rival])}点及ばない。"
        f"両方を挙げるには、両方が{found.viewpoints}つ以上の視点で支持される必要がある（{ja}）。",
        f"{own} in all is enough by itself, but {rival} leads by {abs(total - found.totals[rival])}. To name both, "
        f"each needs support in {found.viewpoints} viewpoints ({en}).",
    )


def viewpoint_words(grounds: Grounds, type_: TypeOrParent, viewpoint: ViewpointId) -> LocalizedText:
    """The points of a type within one viewpoint: its strongest for minus its strongest against."""
    title, points = grounds.book.viewpoints[viewpoint].title, grounds.outcome.points[type_][viewpoint]
    for_, against = (strongest(grounds, type_, viewpoint, pull) for pull in ("for", "against"))
    ja, en = title.ja.replace("　", "「", 1), title.en
    quoted = ja + "」" if "「" in ja else ja
    return text(
        f"{quoted}：{signed(points)}点（最も強い支持{for_}、最も強い不支持{against}）",
        f"{en}: {signed(points)} (strongest for {for_}, strongest against {against})",
    )


def strongest(grounds: Grounds, type_: TypeOrParent, viewpoint: str, pull: str) -> int:
    """The greatest weight of the evidence that holds; 0 where none does."""
    evidence = [r.then.evidence for r in grounds.book.rules if r.then.evidence and grounds.holds(r)]
    matching = [e for e in evidence if (e.type, e.viewpoint, e.pull) == (type_, viewpoint, pull)]
    return max((e.weight for e in matching), default=0)


def tally(grounds: Grounds, type_: TypeOrParent) -> LocalizedText:
    """The points of a type by viewpoint, on one line."""
    points = grounds.outcome.points[type_]
    ja = "、".join(f"視点{n} {signed(points[v])}" for n, v in enumerate(VIEWPOINTS, 1))
    en = ", ".join(f"viewpoint {n} {signed(points[v])}" for n, v in enumerate(VIEWPOINTS, 1))
    total = signed(sum(points.values()))
    return text(f"{type_} 計{total}点（{ja}）", f"{type_}: {total} in all ({en})")
