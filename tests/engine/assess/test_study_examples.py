"""The study's own clusters, judged from their answer files: types as the study gives, phases as its tables support.

The expectations were written from section 2-2-5 and 2-1-1 by hand; each says by which words.
"""

import pytest

from engine.assess import assess
from engine.assess.engine import Engine
from engine.model.assessment import Assessment, PhaseVerdict

TYPED = {
    "hiroshima": "A-1",
    "hamamatsu": "A-1",
    "gunma": "A-1",
    "toyama_pharma": "A-2",
    "shikokuchuo": "A-2",
    "ishikawa": "A-2",
    "sakaki": "A-2",
    "ishikari": "B",
    "osaka_bay": "B",
    "hokusei": "B",
}

ESTABLISHED = {
    # 三つの段の欄がすべて埋まる: 中核企業の巻き込み、産学官の共同研究、先端領域の研究（2-2-5）
    "hiroshima": {1, 2, 3},
    # 機器メーカーが域内のサプライヤー育成を推進 / 多数の産学官連携組織が（2-2-5）
    "hamamatsu": {1, 2},
    # 産学官での連携体制は構築されているが（2-2-5）
    "gunma": {1, 2},
    # 高度研究設備の開放、懇話会の構想、コンソーシアム（2-2-5）
    "toyama_pharma": {1, 2, 3},
    # 化繊紙研究会での研究開発体制、官による構想策定（2-2-5）
    "shikokuchuo": {1, 2},
    # 織機の生産から始まった工作機械産業が集積（2-2-5）
    "ishikawa": {1},
    # 加工業の集積、計測器等の共同保有とテクノセンター（2-1-1, 2-2-5）
    "sakaki": {1, 2},
    # 誘致競争力の保持と、連関性を高める施策の継続（2-2-5）
    "kitakami": {2, 3},
    # 産業を絞った誘致、用地開発力、70社79拠点（2-2-4）
    "hokusei": {1, 2},
}

NOT_COMPLETE = {
    # 輸送機械での次世代研究は始動したばかり（2-2-5）
    "gunma": "A-1",
    # 今後大学とも連携し、先端領域での開発（2-2-5）
    "shikokuchuo": "A-2",
    # 市町村レベルにおける有効な連関性は特段見当たらず（2-2-5）
    "hokusei": "B",
    # 地域に根付かせる施策も検討（2-2-5）
    "osaka_bay": "B",
    "ishikari": "B",
}

WORK_STANDS_AT = {"gunma": ("A-1", 3), "shikokuchuo": ("A-2", 3), "hokusei": ("B", 3), "sakaki": ("A-2", 3)}


def judged(engine: Engine, name: str) -> Assessment:
    example = engine.book.examples[name]
    return assess(engine.book, example.answers, example.as_of, engine=engine)


def phase_of(engine: Engine, name: str, type_: str) -> PhaseVerdict:
    return next(p for p in judged(engine, name).phases if p.type == type_)


def test_all_twenty_clusters_of_the_study_are_there(bits_engine: Engine) -> None:
    assert len(bits_engine.book.examples) == 20
    assert set(TYPED) | {"kitakami", "toyama_machinery"} <= set(bits_engine.book.examples)


@pytest.mark.parametrize(("name", "type_"), TYPED.items())
def test_a_tabulated_cluster_has_the_type_of_the_study(name: str, type_: str, bits_engine: Engine) -> None:
    verdict = judged(bits_engine, name).type
    assert (verdict.kind, verdict.types) == ("single", (type_,))


@pytest.mark.parametrize("name", ["kitakami", "toyama_machinery"])
def test_a_cluster_that_combines_both_origins_is_not_flattened(name: str, bits_engine: Engine) -> None:
    """外発型・内発型の両者を複合 / 内発・誘致の両輪（2-1-1）."""
    verdict = judged(bits_engine, name).type
    assert verdict.kind == "hybrid"
    assert "B" in verdict.types
    assert any(t.startswith("A") for t in verdict.types)


@pytest.mark.parametrize("name", ESTABLISHED)
def test_what_the_table_tells_of_as_done_is_established(name: str, bits_engine: Engine) -> None:
    type_ = TYPED.get(name, "B")
    assert ESTABLISHED[name] <= set(phase_of(bits_engine, name, type_).established)


@pytest.mark.parametrize(("name", "type_"), NOT_COMPLETE.items())
def test_what_is_only_begun_or_considered_is_not_complete_nor_can_be(
    name: str, type_: str, bits_engine: Engine
) -> None:
    phase = phase_of(bits_engine, name, type_)
    assert not phase.complete
    assert "complete" not in phase.possible


@pytest.mark.parametrize("name", WORK_STANDS_AT)
def test_work_stands_where_the_table_leaves_off(name: str, bits_engine: Engine) -> None:
    type_, order = WORK_STANDS_AT[name]
    phase = phase_of(bits_engine, name, type_)
    assert (phase.low, phase.high) == (order, order)


@pytest.mark.parametrize("name", ["hiroshima", "toyama_pharma"])
def test_a_deep_dive_with_all_three_phases_told_is_complete(name: str, bits_engine: Engine) -> None:
    phase = phase_of(bits_engine, name, TYPED[name])
    assert phase.complete
    assert phase.possible == ("complete",)


def test_no_cluster_of_the_study_falls_outside_its_scope(bits_engine: Engine) -> None:
    for name in bits_engine.book.examples:
        assert judged(bits_engine, name).type.kind != "out_of_scope", name


def test_the_evaluators_tell_the_same_of_every_cluster_of_the_study(
    bits_engine: Engine, durable_engine: Engine
) -> None:
    for name in bits_engine.book.examples:
        ours = judged(bits_engine, name).model_dump(exclude={"evaluator"})
        assert judged(durable_engine, name).model_dump(exclude={"evaluator"}) == ours, name
