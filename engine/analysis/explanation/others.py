"""Why the remaining conclusions came or not: directions, renewal, location, cautions, scope, near cases, findings."""

from collections.abc import Iterable

from engine.analysis.explanation.grounds import Grounds
from engine.analysis.explanation.nodes import advice, group, node, note, passages, told
from engine.analysis.explanation.reasoning import conclusion, finding_node, truth_of
from engine.analysis.explanation.types import scope_rules
from engine.assess.words import join, text
from engine.model.assessment import Relevance
from engine.model.explanation import Explanation, Standing
from engine.model.knowledge import Pitfall, Requirement
from engine.model.text import LocalizedText

RELEVANCE: dict[Relevance, LocalizedText] = {
    "high": text("大いに関わる", "concerns this cluster much"),
    "some": text("一定程度関わる", "concerns this cluster to some extent"),
    "none_seen": text("回答からは関わりが見えない", "no connection seen in the answers"),
    "unknown": text("回答が足りず分からない", "too few answers to tell"),
}
_RISKS = {
    "dependence": text("単一の中核産業に依存している", "The region depends on one core industry"),
    "delay_next_generation": text("次世代化が遅れている", "Next generation is delayed"),
    "delay_diversification": text("多様化が遅れている", "Diversification is delayed"),
}
_REQUIREMENT = {
    "met": text("満たす", "met"),
    "not_met": text("満たさない", "not met"),
    "unknown": text("不明", "unknown"),
    "not_asked": text("尋ねる質問がない", "no question asks about it"),
}
_FITS = text("この方向を検討できる", "This direction can be considered")
_ASPIRED = text("この方向を志向している", "The region aspires to this direction")
_CASES = text("例となる事例", "Cases")


def national_direction(grounds: Grounds, name: str) -> Explanation:
    """How far a national direction concerns this cluster; it addresses the state and is a hypothesis."""
    item = grounds.book.national_directions[name]
    relevance = next(d.relevance for d in grounds.assessment.directions if d.direction == name)
    standing: Standing = {"high": "holds", "some": "holds", "none_seen": "fails"}.get(relevance, "open")  # type: ignore[assignment]
    levels = [
        conclusion(grounds, key, RELEVANCE[level])
        for level in ("high", "some")
        if (key := f"direction:{name}:{level}") in grounds.engine.network.rules_for
    ]
    hypothesis = text(
        "国に向けた仮説であり、自治体が選ぶものではない。",
        "A hypothesis addressed to the state; no municipality chooses it.",
    )
    below = (
        *levels,
        note(item.summary, basis=item.basis, citations=item.citations),
        note(hypothesis),
        *group(text("地域でできること", "What the region can do"), map(told, item.homework)),
        *group(text("国（経済産業局）に尋ねること", "What to bring to the regional bureau"), map(told, item.ask_state)),
        *passages(item.citations),
    )
    words = join((item.title, RELEVANCE[relevance]), ja="：", en=": ")
    return node("conclusion", words, standing, below, about=name)


def renewal(grounds: Grounds) -> Explanation:
    """The macro view: dependence and the two delays."""
    found = grounds.assessment.renewal
    standing: Standing = (
        "open" if found.risk == "unknown" else "holds" if found.risk in ("risk", "one_reading") else "fails"
    )
    below = [conclusion(grounds, f"renewal_risk:{key}", words) for key, words in _RISKS.items()]
    reading = text(
        "依存に、次世代化と多様化の両方の遅れが重なれば衰退のおそれがある。遅れが一方だけの場合は、原文の読み方で分かれる。",
        "Decline may follow where dependence goes with both delays. With one alone it turns on how the study is read.",
    )
    return node("conclusion", found.text, standing, (*below, note(reading)), about="renewal")


def renewal_direction(grounds: Grounds, name: str) -> Explanation:
    """What speaks for a direction of renewal, and whether it is aspired to."""
    item = grounds.book.renewal_directions[name]
    fits = truth_of(grounds, f"renewal_direction:{name}")
    standing: Standing = "holds" if fits else "open" if fits is None else "fails"
    stands = {
        "holds": text("回答の中に支えるものがある", "something in the answers speaks for it"),
        "fails": text("回答の中に支えるものはない", "nothing in the answers speaks for it"),
        "open": text("回答が足りず分からない", "too few answers to tell"),
    }[standing]
    keys = {f"renewal_direction:{name}": _FITS, f"aspired_direction:{name}": _ASPIRED}
    below = (
        *(conclusion(grounds, key, words) for key, words in keys.items() if key in grounds.engine.network.rules_for),
        note(item.summary, basis=item.basis, citations=item.citations),
        *group(_CASES, (note(grounds.book.cases[case].title) for case in item.cases)),
        *passages(item.citations),
    )
    return node("conclusion", join((item.title, stands), ja="：", en=": "), standing, below, about=name)


def industry(grounds: Grounds, name: str) -> Explanation:
    """The requirements of an industry against the region's conditions."""
    item = grounds.book.industries[name]
    fit = next(one for one in grounds.assessment.location if one.industry == name)
    count = text(
        f"立地要件を満たす{fit.met}、満たさない{fit.not_met}、不明{fit.unknown}",
        f"requirements of location met {fit.met}, not met {fit.not_met}, unknown {fit.unknown}",
    )
    standing: Standing = "fails" if fit.not_met else "open" if fit.unknown or not fit.met else "holds"
    below = [requirement(grounds, name, one) for one in item.requirements]
    words = join((item.title, count), ja="：", en=": ")
    return node("conclusion", words, standing, (*below, *passages(item.citations)), about=name)


def requirement(grounds: Grounds, owner: str, item: Requirement) -> Explanation:
    """One requirement of location, with the rules that tell whether it is met."""
    fit = next(one for one in grounds.assessment.location if one.industry == owner)
    status = next(one.status for one in fit.requirements if one.requirement == item.id)
    words = join((item.text, _REQUIREMENT[status]), ja="：", en=": ")
    found = conclusion(grounds, f"requirement:{owner}:{item.id}", words, *passages(item.citations), about=item.id)
    return found.model_copy(update={"basis": item.basis, "citations": item.citations})


def caution(grounds: Grounds, name: str) -> Explanation:
    """Whether a reservation or a pitfall applies here."""
    item = grounds.book.pitfalls.get(name) or grounds.book.cautions[name]
    told_ = note(item.summary, basis=item.basis, citations=item.citations)
    lesson = (advice(item),) if isinstance(item, Pitfall) else ()
    return conclusion(grounds, f"caution:{name}", item.title, told_, *lesson, *passages(item.citations), about=name)


def scope(grounds: Grounds) -> Explanation:
    """Whether the cluster is within what the study is about."""
    rules = scope_rules(grounds, only_held=False)
    outside = grounds.outcome.type.kind == "out_of_scope"
    standing: Standing = "fails" if outside else "open" if any(r.standing == "open" for r in rules) else "holds"
    words = {
        "fails": text("調査の範囲の外にある", "The cluster lies outside the study"),
        "open": text("調査の範囲にあるかはまだ決まらない", "Whether it lies within the study is open"),
        "holds": text("調査の範囲にある", "The cluster lies within the study"),
    }[standing]
    below = group(text("範囲の外とする規則", "Rules that put it outside"), rules)
    return node("conclusion", words, standing, below, about="scope")


def near_case(grounds: Grounds, name: str) -> Explanation:
    """Whether a case of the study is near, with what is alike and what differs."""
    item = grounds.book.cases[name]
    near = next((one for one in grounds.assessment.cases if one.case == name), None)
    alike = _plain(near.alike) if near else ()
    differs = _plain(near.differs) if near else ()
    words = text("近い事例", "a near case") if near else text("近い事例には挙がらない", "not among the nearest cases")
    below = (
        note(item.summary, basis=item.basis, citations=item.citations),
        *group(text("似ている点", "What is alike"), alike),
        *group(text("違う点", "What differs"), differs),
        *group(text("その事例の成功要因", "What made that case succeed"), map(told, item.success_factors)),
        *passages(item.citations),
    )
    standing: Standing = "holds" if near else "fails"
    return node("conclusion", join((item.title, words), ja="：", en=": "), standing, below, about=name)


def _plain(texts: Iterable[LocalizedText]) -> tuple[Explanation, ...]:
    return tuple(note(one) for one in texts)


def finding(grounds: Grounds, name: str) -> Explanation:
    """What answers mean: a finding with its rules."""
    return finding_node(grounds, name, every_rule=True)


def plain(grounds: Grounds, key: str) -> Explanation:
    """Any other conclusion of the rules, by its key."""
    rules = grounds.engine.network.rules_for[key]
    return conclusion(grounds, key, grounds.book.rule[rules[0]].reads)
