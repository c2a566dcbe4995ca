"""The sentences of the gap check in both languages. They carry no knowledge: names and reasons come from the book."""

from collections.abc import Iterable

from engine.assess.words import TIMING, join, text
from engine.model.book import Book
from engine.model.knowledge import Actor, Measure, Resource
from engine.model.register import ExistingMeasure
from engine.model.rules import GapKind
from engine.model.text import LocalizedText

MOST_NAMED = 3
"""Existing measures named in one sentence; all of them stand in its explanation."""
ACTOR: dict[str, LocalizedText] = {
    Actor.INDUSTRY: text("産", "industry"),
    Actor.ACADEMIA: text("学", "academia"),
    Actor.MUNICIPALITY: text("自治体", "local government"),
    Actor.STATE: text("国", "state"),
}
RESOURCE: dict[str, LocalizedText] = {
    Resource.PEOPLE: text("ヒト", "people"),
    Resource.MONEY: text("カネ", "money"),
    Resource.GOODS: text("モノ", "goods"),
    Resource.INFORMATION: text("情報", "information"),
    Resource.VISION: text("ビジョン", "vision"),
    Resource.INSTITUTION: text("制度", "institution"),
}


def measure_named(book: Book, measure: Measure) -> LocalizedText:
    """A generic measure with its type and phases."""
    orders = "・".join(str(book.phases[phase].order) for phase in measure.phases)
    return text(
        f"「{measure.title.ja}」（{measure.type}フェーズ{orders}）",
        f"'{measure.title.en}' ({measure.type}, phase {orders.replace('・', ' and ')})",
    )


def on_measure(kind: GapKind, book: Book, measure: Measure, serving: Iterable[ExistingMeasure]) -> LocalizedText:
    """The finding about a generic measure in one sentence."""
    name = measure_named(book, measure)
    ja, en = _ON_MEASURE[kind]
    by = _some(serving)
    return text(ja.format(name=name.ja, by=by.ja), en.format(name=name.en, by=by.en))


def _some(serving: Iterable[ExistingMeasure]) -> LocalizedText:
    """The first existing measures by name, and how many more there are."""
    names = [one.name for one in serving]
    most = MOST_NAMED + (len(names) == MOST_NAMED + 1)
    shown, more = names[:most], len(names) - most
    ja = "、".join(f"「{name}」" for name in shown) + (f"ほか{more}件" if more > 0 else "")
    return text(ja, ", ".join(f"'{name}'" for name in shown) + (f" and {more} more" if more > 0 else ""))


_ON_MEASURE: dict[GapKind, tuple[str, str]] = {
    "missing": ("いま必要な{name}に対応する事業がない。", "Nothing in the register serves {name}, which is due now."),
    "repair": (
        "前の段階の{name}に欠けがあり、対応する事業もない。",
        "Part of {name}, of an earlier phase, is missing, and nothing in the register serves it.",
    ),
    "unconfirmed": (
        "いま必要な{name}には、候補の{by}があるだけで、確認されていない。",
        "For {name}, due now, there is only a suggestion, not confirmed: {by}.",
    ),
    "thin": ("{name}に対応する事業は{by}だが、手薄。", "{name} is served by {by}, but thinly."),
    "differs": (
        "{name}は回答では未実施だが、一覧には{by}がある。",
        "By the answers {name} is absent, but the register has {by}.",
    ),
    "unlisted": (
        "{name}は回答では実施済みだが、一覧に対応する事業がない。",
        "By the answers {name} is in place, but nothing in the register serves it.",
    ),
    "readiness": (
        "志向や弱い点に関わる{name}に、備える事業がない。",
        "Nothing in the register prepares for {name}, which aspiration or weakness calls for.",
    ),
    "ahead": (
        "{by}は先のフェーズの{name}に当たる。前のフェーズの要因はまだ満たされていない。",
        "{by}: this serves {name} of a later phase, while an earlier key factor is not met yet.",
    ),
}


def lacking(actors: Iterable[str], resources: Iterable[str]) -> LocalizedText:
    """What a thin measure does not show; empty where it is nothing."""
    found = join([ACTOR[one] for one in actors] + [RESOURCE[one] for one in resources], ja="・", en=", ")
    return text(f"見えないもの：{found.ja}。", f"Not seen: {found.en}.") if found.ja else text("", "")


def on_phase(book: Book, phase: str, there: int, total: int) -> LocalizedText:
    """How far the next phase is prepared."""
    item = book.phases[phase]
    if not there:
        return text(
            f"次のフェーズ「{item.title.ja}」（{item.type}）の施策{total}件に、対応する事業はまだない。",
            f"Nothing in the register serves the next phase, '{item.title.en}' ({item.type}): {total} measures.",
        )
    return text(
        f"次のフェーズ「{item.title.ja}」（{item.type}）の施策{total}件のうち、{there}件に対応する事業がある。",
        f"Of {total} measures of the next phase, '{item.title.en}' ({item.type}), the register serves {there}.",
    )


def on_orphan(existing: ExistingMeasure, *, confirmed: bool) -> LocalizedText:
    """An existing measure that serves no measure of the types in question."""
    if confirmed:
        return text(
            f"「{existing.name}」は、この型の施策に当たらない。", f"'{existing.name}' serves no measure of the type."
        )
    return text(
        f"「{existing.name}」に当たる施策が見当たらない（未確認）。",
        f"No measure was found that '{existing.name}' serves (not confirmed).",
    )


def on_pair(one: ExistingMeasure, other: ExistingMeasure) -> LocalizedText:
    """Two existing measures that may double each other."""
    whose = [f"{m.name}（{m.department}）" if m.department else m.name for m in (one, other)]
    return text(
        f"「{whose[0]}」と「{whose[1]}」は重なっているおそれがある。",
        f"'{whose[0]}' and '{whose[1]}' may double each other.",
    )


def first_line(total: int, missing: int, repair: int, suggested: int, *, types: LocalizedText) -> LocalizedText:
    """The result of the check in a sentence or two; ``suggested``: measures due that only a suggestion covers."""
    head = text(
        f"{total}事業を{types.ja}の施策と照らした。", f"{total} measures were laid over what {types.en} calls for."
    )
    to_confirm = (_to_confirm(suggested),) if suggested else ()
    return join((head, _lack(missing, repair), *to_confirm), ja="", en=" ")


def _lack(missing: int, repair: int) -> LocalizedText:
    if not missing + repair:
        return text(
            "いま必要な施策で、対応する事業も候補もないものはない。",
            "Nothing that is due now is without a measure or a suggestion.",
        )
    made_up = f"、前の段階から補うべき施策は{repair}件" if repair else ""
    also = f", and {repair} of an earlier phase to make up for" if repair else ""
    return text(
        f"いま必要で対応する事業のない施策は{missing}件{made_up}。", f"Due now and without a measure: {missing}{also}."
    )


def _to_confirm(suggested: int) -> LocalizedText:
    return text(
        f"候補があるだけで未確認の施策は{suggested}件。", f"Due with a suggestion only, not confirmed: {suggested}."
    )


NO_TYPE = text(
    "型が定まらないため、施策との過不足は点検しない。国の政策方向性との照合だけを示す。",
    "As no type is judged, nothing is called missing; only the national directions are looked at.",
)
NO_MEASURES = text("一覧から読み取れた事業がない。", "No measure could be read from the register.")


def due(timing: str | None) -> LocalizedText:
    """A timing in words."""
    return TIMING[timing] if timing in TIMING else text("取り組み済み", "nothing left to do")
