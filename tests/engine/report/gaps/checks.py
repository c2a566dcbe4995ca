"""A gap check made by hand from shipped knowledge, with something of every kind, for the tests of its documents."""

from functools import cache

from engine.assess.words import text
from engine.model.assessment import Because, Fact
from engine.model.gaps import (
    Covered,
    DirectionCheck,
    FactorCoverage,
    GapCheck,
    GapFinding,
    HeatCell,
    HeatMap,
    SheetCheck,
    SheetLine,
)
from engine.model.knowledge import Actor, Measure, Resource
from engine.model.problem import Problem
from engine.model.register import (
    ColumnChoice,
    ExistingMeasure,
    Layout,
    Link,
    Mapping,
    Origin,
    Register,
    Suggestion,
    UnreadRow,
)
from engine.model.rules import GapKind
from tests.engine.report.reports import assessed, book

EXAMPLE = "sakaki"
HOSTILE = '=HYPERLINK("http://example.invalid","x")'
"""What a spreadsheet would run if it were let."""
_NAMES = (
    ("ものづくり人材育成事業", "町内製造業の若手技能者向けに旋盤・測定の講座を開く。", "MS.A-2.hr"),
    ("工場等設置奨励金", "工場を新設した企業に固定資産税相当額を交付する。", "MS.A-2.attract"),
    ("見本市出展支援事業", "展示会への共同出展を補助する。", "MS.A-2.brand"),
    ("見本市等出展補助事業", "展示会への出展料を補助する。", "MS.A-2.brand"),
    ("創業支援事業", "創業塾と貸工場の賃料補助。", "MS.A-2.startup"),
    (HOSTILE, "\u202e悪意のある名称", ""),
    ("商店街活性化イベント", "", ""),
)


@cache
def register() -> Register:
    measures = tuple(
        ExistingMeasure(
            id=f"e{n:02d}",
            name=name,
            outline=outline,
            department="産業振興課",
            budget=1_200_000 * n,
            kpi="秘密の指標",
            progress="running",
            origin=Origin(sheet="事業一覧", row=n + 4),
        )
        for n, (name, outline, _) in enumerate(_NAMES, 1)
    )
    columns = (ColumnChoice(field="name", column=2, heading="事業名"),)
    return Register(
        name="令和8年度_事業一覧.xlsx",
        fiscal_year=2026,
        measures=measures,
        unread=(_unread(),),
        layouts=(Layout(sheet="事業一覧", header=4, columns=columns, unit=1_000),),
    )


def _unread() -> UnreadRow:
    problem = Problem(
        code="no_name",
        what=text("事業名がありません。", "The row has no name."),
        remedy=text("事業名を書いてください。", "Write one."),
    )
    return UnreadRow(origin=Origin(sheet="事業一覧", row=20), text="未読の行の中身", problem=problem)


@cache
def mapping() -> Mapping:
    links = []
    for n, (_, _, generic) in enumerate(_NAMES, 1):
        suggested = (Suggestion(measure=generic, score=0.7, words=("内々の語",)),) if generic else ()
        standing = "confirmed" if n in (1, 7) else "suggested" if generic else "open"
        served = (generic,) if generic else ()
        links.append(Link(existing=f"e{n:02d}", generic=served, standing=standing, suggestions=suggested))
    return Mapping(links=tuple(links))


def because(rule: str, *facts: tuple[str, str]) -> Because:
    said = book().gap_rule[rule]
    told = tuple(Fact(key, value, "register") for key, value in facts)
    return Because(rule=rule, text=said.reads, basis=said.basis, facts=told, citations=said.citations)


def _rule(kind: GapKind) -> str:
    return next(name for name, rule in book().gap_rule.items() if rule.then.gap == kind)


def _of(kind: GapKind, measure: str = "", *existing: str, **more: object) -> GapFinding:
    item = book().measures.get(measure)
    fields: dict[str, object] = {
        "id": f"{kind}:{measure or ':'.join(existing)}",
        "kind": kind,
        "text": text(f"{item.title.ja if item else '事業'}の点検結果。", "A finding."),
        "type": item.type if item else None,
        "phase": item.phases[0] if item else None,
        "measure": measure or None,
        "existing": existing,
        "because": (because(_rule(kind), ("due", "now"), ("in_register", "nothing")),),
    }
    return GapFinding(**(fields | more))  # type: ignore[arg-type]


def _findings() -> tuple[GapFinding, ...]:
    absent = ["MS.A-2.vision", "MS.A-2.link", "MS.A-2.share", "MS.A-2.joint_start", "MS.A-2.rd_support"]
    missing = [_of("missing", one, timing="now", priority="next", rests_on=("phase",)) for one in absent]
    missing[3] = _of("missing", absent[3], timing="now", priority="first")
    return (
        *missing,
        _of("repair", "MS.A-2.risk_money", timing="repair", priority="next"),
        _of("thin", "MS.A-2.hr", "e01", actors=("academia",), resources=("people",), rests_on=("suggestion",)),
        _of("doubled", "", "e03", "e04"),
        _of("ahead", "MS.A-2.startup", "e05", timing="prepare"),
        _of("orphan", "", "e07"),
    )


def _measures() -> list[Measure]:
    return [one for one in book().measures.values() if one.type == "A-2"]


def _there(measure: str) -> tuple[str, ...]:
    return tuple(f"e{n:02d}" for n, (_, _, generic) in enumerate(_NAMES, 1) if generic == measure)


def _covered(one: Measure) -> Covered:
    existing = _there(one.id)
    coverage = "there" if "e01" in existing else "suggested" if existing else "nothing"
    return Covered(measure=one.id, type="A-2", phases=one.phases, timing="now", coverage=coverage, existing=existing)  # type: ignore[arg-type]


def _heat(kind: str) -> HeatMap:
    phases = ("PH.A-2.1", "PH.A-2.2", "PH.A-2.3")
    rows = phases if kind == "phase_resource" else tuple(map(str, Actor))
    cells = []
    for row in rows:
        for column in Resource:
            needed = [m for m in _measures() if (row in m.phases or row in m.actors) and column in m.resources]
            there = [m.id for m in needed if "e01" in _there(m.id)]
            suggested = [m.id for m in needed if _there(m.id) and m.id not in there]
            missing = [m.id for m in needed if not _there(m.id)]
            ids = tuple(m.id for m in needed)
            cells.append(
                HeatCell(
                    row=row,
                    column=column,
                    needed=ids,
                    there=tuple(there),
                    suggested=tuple(suggested),
                    missing=tuple(missing),
                )
            )
    return HeatMap(kind=kind, rows=rows, columns=tuple(map(str, Resource)), cells=tuple(cells))  # type: ignore[arg-type]


def _factor(phase: str) -> FactorCoverage:
    found = [m.id for m in _measures() if phase in m.phases]
    there = [one for one in found if "e01" in _there(one)]
    suggested = [one for one in found if _there(one) and one not in there]
    missing = [one for one in found if not _there(one)]
    return FactorCoverage(
        phase=phase,
        status="partly",
        measures=tuple(found),
        there=tuple(there),
        suggested=tuple(suggested),
        missing=tuple(missing),
    )


def _directions() -> tuple[DirectionCheck, ...]:
    found = []
    for name, item in book().national_directions.items():
        found.append(
            DirectionCheck(
                direction=name,
                relevance="some",
                does=("e01", "e03"),
                missing=("MS.A-2.vision",),
                homework=tuple(one.text for one in item.homework),
                ask_state=tuple(one.text for one in item.ask_state),
                schemes=item.schemes,
            )
        )
    return tuple(found)


def _sheets() -> tuple[SheetCheck, ...]:
    rows = {name: [r for r in book().sheets.values() if r.sheet == name] for name in ("hr", "dx", "land")}
    industry = next(iter(book().industries.values()))
    location = tuple(SheetLine(row=one.id, coverage="nothing", requirement="unknown") for one in industry.requirements)
    return (
        SheetCheck(sheet="location", lines=location),
        *(
            SheetCheck(
                sheet=name,  # type: ignore[arg-type]
                lines=tuple(
                    SheetLine(row=r.id, coverage="suggested", existing=("e01",), prefectural=r.prefectural)
                    for r in found
                ),
            )
            for name, found in rows.items()
        ),
    )


@cache
def check() -> GapCheck:
    return GapCheck(
        digest="gap-digest",
        knowledge_version=book().version,
        assessment=assessed(EXAMPLE).digest,
        register_name=register().name,
        fiscal_year=2026,
        types=("A-2",),
        first_line=text("いま要る施策のうち6件に、対応する事業がありません。", "Six measures have nothing."),
        measures_total=len(_NAMES),
        confirmed=2,
        suggested=4,
        open=1,
        findings=_findings(),
        covered=tuple(map(_covered, _measures())),
        factors=tuple(_factor(f"PH.A-2.{n}") for n in (1, 2, 3)),
        heat_maps=(_heat("phase_resource"), _heat("actor_resource")),
        directions=_directions(),
        sheets=_sheets(),
        unread=register().unread,
    )
