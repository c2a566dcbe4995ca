"""Why a measure is recommended, when and in which order, or why it is not; who acts, and how cases did it."""

from collections.abc import Iterator

from engine.analysis.explanation.grounds import Grounds
from engine.analysis.explanation.nodes import advice, group, node, note, passages, told
from engine.analysis.explanation.phases import factor_fact, phase
from engine.analysis.explanation.reasoning import brief, conclusion, rule_node
from engine.analysis.explanation.type_figures import verdict_words
from engine.assess.measures import standing as status_of
from engine.assess.words import PRIORITY, STANDING, TIMING, join, text
from engine.inference.evaluate import shown_types
from engine.model.assessment import Recommendation
from engine.model.explanation import Explanation, Standing
from engine.model.knowledge import Measure, NationalScheme
from engine.model.rules import Stage
from engine.model.text import Basis

_WHO = {
    "city": text("市町村", "Municipality"),
    "prefecture": text("都道府県", "Prefecture"),
    "state": text("国", "State"),
    "firms": text("企業", "Firms"),
    "academia": text("大学・研究機関", "Academia"),
}
_LEVEL = {
    "in_place": text("実施済みとみなす", "counted as in place"),
    "partly": text("一部実施とみなす", "counted as partly in place"),
}
_STANDS: dict[Standing, tuple[str, str]] = {
    "holds": ("施策「{}」を推奨する", "The measure '{}' is recommended"),
    "fails": ("施策「{}」は推奨しない", "The measure '{}' is not recommended"),
    "open": ("施策「{}」は回答しだいで推奨しうる", "The measure '{}' may come to be recommended as answers turn out"),
}


def measure(grounds: Grounds, name: str) -> Explanation:
    """A measure: what it is, why now or not, what it works towards, how far it is there, and what goes with it."""
    item = grounds.book.measures[name]
    advised = next((r for r in grounds.assessment.recommendations if r.measure == name), None)
    standing = _standing(grounds, name, advised)
    ja, en = _STANDS[standing]
    below = (
        *((_when(advised),) if advised else ()),
        note(item.summary, basis=item.basis, citations=item.citations),
        *(() if advised else _not_advised(grounds, item)),
        *(_state(grounds, item) if standing != "fails" else ()),
        *_type_support(grounds, item),
        *_beside(grounds, item, advised),
        *passages(item.citations),
    )
    return node("conclusion", text(ja.format(item.title.ja), en.format(item.title.en)), standing, below, about=name)


def _standing(grounds: Grounds, name: str, advised: Recommendation | None) -> Standing:
    if advised:
        return "holds"
    return "open" if name in grounds.assessment.possible_measures else "fails"


def _when(advised: Recommendation) -> Explanation:
    """Timing and order of beginning with how they came about."""
    timing, priority = TIMING[advised.timing], PRIORITY[advised.priority]
    return note(
        text(
            f"着手順「{priority.ja}」、時期「{timing.ja}」：{advised.how.ja}",
            f"Begin '{priority.en}', timing '{timing.en}': {advised.how.en}",
        ),
        basis=Basis.JUDGEMENT,
    )


def _not_advised(grounds: Grounds, item: Measure) -> Iterator[Explanation]:
    """Why it is not recommended: its type is not named, or nothing of its phases is missing."""
    if item.type not in shown_types(grounds.outcome.type):
        why = verdict_words(grounds, item.type)
        yield note(
            text(
                f"施策は判定した型のものを推奨する。{item.type}は判定に含まれない：{why.ja}",
                f"Measures recommended are those of the type in the verdict, and {item.type} is not in it: {why.en}",
            )
        )
        return
    status = STANDING[status_of(grounds.outcome, item.id)]
    words = text(
        f"対象のフェーズの要因は満たされ、施策に欠けるところがあるとも分かっていない（実施状況：{status.ja}）。",
        f"The factor of its phase is met, and nothing of it is known to be missing (status: {status.en}).",
    )
    yield note(words, (phase(grounds, one) for one in item.phases))


def _state(grounds: Grounds, item: Measure) -> tuple[Explanation, ...]:
    """What its timing and order of beginning turn on."""
    return (*_status(grounds, item), *_served(grounds, item.id), *_raised(grounds, item.id))


def _status(grounds: Grounds, item: Measure) -> tuple[Explanation, ...]:
    """How far it is there, with the rules for both levels."""
    keys = {level: f"status:{item.id}:{level}" for level in _LEVEL}
    given = {level: key for level, key in keys.items() if key in grounds.engine.network.rules_for}
    status = STANDING[status_of(grounds.outcome, item.id)]
    below = [conclusion(grounds, key, _LEVEL[level]) for level, key in given.items()]
    return group(text(f"実施状況：{status.ja}", f"Status: {status.en}"), below)


def _served(grounds: Grounds, name: str) -> tuple[Explanation, ...]:
    files = [f for f in grounds.book.rule_files if f.stage is Stage.MEASURES and f.id == name]
    facts = [factor_fact(grounds, served.factor, served.fact) for file in files for served in file.serves]
    return group(text("働きかける事実", "Facts it works towards"), facts)


def _raised(grounds: Grounds, name: str) -> tuple[Explanation, ...]:
    key = f"raise_priority:{name}"
    if key not in grounds.engine.network.rules_for:
        return ()
    return (conclusion(grounds, key, text("着手を一段早める理由があるか", "Whether something has it begun earlier")),)


def _type_support(grounds: Grounds, item: Measure) -> tuple[Explanation, ...]:
    """The rules that speak for its type, the strongest first, where the type is in the verdict."""
    if item.type not in shown_types(grounds.outcome.type):
        return ()
    held = [
        (evidence.weight, rule)
        for rule in grounds.book.rules
        if (evidence := rule.then.evidence) is not None
        and evidence.pull == "for"
        and evidence.type in (item.type, item.type[:1])
        and grounds.holds(rule)
    ]
    rules = [brief(rule_node(grounds, rule)) for _, rule in sorted(held, key=lambda one: -one[0])]
    return group(text(f"{item.type}とみる根拠", f"Why the type is {item.type}"), rules)


def _beside(grounds: Grounds, item: Measure, advised: Recommendation | None) -> Iterator[Explanation]:
    """Who acts, state schemes, how cases did it, and what to watch for."""
    book = grounds.book
    acts = [note(join((_WHO[one.who], one.does), ja="：", en=": "), basis=one.basis) for one in item.who_acts]
    yield from group(text("誰が動くか", "Who can act"), acts)
    yield from group(
        text("調査に出てくる国の制度", "Schemes of the state named by the study"), map(_scheme, item.schemes)
    )
    precedents = advised.precedents if advised else ()
    cases = [
        note(join((book.cases[p.case].title, p.text), ja="：", en=": "), basis=Basis.STATED, citations=p.citations)
        for p in precedents
    ]
    yield from group(text("事例での進め方", "How cases did it"), cases)
    pitfalls = [p for p in book.pitfalls.values() if item.id in p.bears_on]
    pitfalls_told = [note(p.summary, (advice(p),), basis=p.basis, citations=p.citations) for p in pitfalls]
    yield from group(text("留意点", "Cautions"), pitfalls_told)
    yield from group(text("報告書での記述", "In the study"), map(told, item.bullets))


def _scheme(scheme: NationalScheme) -> Explanation:
    words = text(
        f"{scheme.name.ja}（調査時点（令和4年度）・現況要確認）",
        f"{scheme.name.en} (as of the study, fiscal 2022; check whether it still stands)",
    )
    return note(words, basis=Basis.STATED, citations=scheme.citations)
