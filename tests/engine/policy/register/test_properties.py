"""Whatever a CSV file holds: nothing crashes, and no row is lost without a word."""

import csv
import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from engine.model.problem import ShusekiError
from engine.model.register import ExistingMeasure, Register
from engine.policy.register import open_register, proposed, taken
from engine.policy.register.blocks import blocks
from engine.policy.register.rows import Frame, kinds

HEADINGS = st.sampled_from(
    (
        "事業名", "施策名", "事業概要", "担当課", "予算額（千円）", "R7当初予算", "R8当初予算",
        "開始年度", "終期", "事業期間", "対象者", "KPI", "国", "財源内訳", "状況", "備考",
        "増減", "No", "とりくみ", "name", "budget", "施策コード", "",
    )
)  # fmt: skip
CELLS = st.one_of(
    st.sampled_from(
        (
            "創業支援事業", "設備投資補助金", "商工課", "1,200", "△5", "－", "R8",
            "令和6～8", "継続", "廃止", "国1/2", "企業、大学", "合計", "小計", "【商工課】",
            "※注記", "〃", "事業名", "=1+1", "○", "1", "0", "12千円",
            "MS.A-2.hr", "未定", "", "",
        )
    ),
    st.text(max_size=30),
    st.integers(-(10**7), 10**7).map(str),
)  # fmt: skip
GRIDS = st.integers(2, 7).flatmap(
    lambda width: st.tuples(
        st.lists(st.lists(CELLS, min_size=0, max_size=width), max_size=3),
        st.lists(HEADINGS, min_size=width, max_size=width),
        st.lists(st.lists(CELLS, min_size=0, max_size=width), max_size=12),
    )
)


def written(path: Path, grid: tuple[list[list[str]], list[str], list[list[str]]]) -> Path:
    notes, header, rows = grid
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([*notes, header, *rows])
    path.write_bytes(stream.getvalue().encode("utf-8", "surrogatepass"))
    return path


@given(GRIDS)
def test_every_row_is_a_measure_or_told_of_or_no_measure(
    tmp_path: Path, grid: tuple[list[list[str]], list[str], list[list[str]]]
) -> None:
    path = written(tmp_path / "any.csv", grid)
    try:
        opened = open_register(path)
        layouts = [proposal.layout for proposal in proposed(opened)]
        register = taken(opened, layouts)
    except ShusekiError:
        return
    measured = {measure.origin.row for measure in register.measures if measure.origin}
    told = {unread.origin.row for unread in register.unread}
    (sheet,) = opened.sheets
    seen: set[int] = set()
    for frame in blocks(Frame.of(sheet, layouts[0])):
        for row, kind in kinds(frame):
            seen.add(row)
            if kind == "measure":
                assert row in measured or row in {u.origin.row for u in register.unread if not u.taken}
            elif kind in ("continued", "unnamed"):
                assert row in told
        seen |= set(range(frame.header.first, frame.header.data))
    assert {row for row in sheet.numbers if row >= layouts[0].header} <= seen
    # Halves side by side have a measure each in one row.
    places = {(measure.origin.row, measure.id) for measure in register.measures if measure.origin}
    assert len(measured) <= len(places) == len(register.measures)


@given(GRIDS)
def test_a_register_is_the_same_each_time_and_as_json(
    tmp_path: Path, grid: tuple[list[list[str]], list[str], list[list[str]]]
) -> None:
    path = written(tmp_path / "any.csv", grid)
    try:
        opened = open_register(path)
        layouts = [proposal.layout for proposal in proposed(opened)]
        register = taken(opened, layouts)
    except ShusekiError:
        return
    assert taken(open_register(path), layouts) == register
    assert Register.model_validate_json(register.model_dump_json()) == register
    assert len({measure.id for measure in register.measures}) == len(register.measures)
    again = proposed(opened, layouts)
    assert [proposal.sureness for proposal in again] == ["remembered"] * len(again)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any.bin"
    path.write_bytes(data)
    try:
        opened = open_register(path)
    except ShusekiError as error:
        problem = error.problems[0]
    else:
        assert opened.kind == "csv"
        return
    assert problem.where.file


NAMES = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=20)


@given(st.lists(st.tuples(NAMES, st.integers(0, 10**9)), min_size=2, max_size=8))
def test_what_was_written_is_read(tmp_path: Path, rows: list[tuple[str, int]]) -> None:
    named = [(f"{name}支援事業", amount) for name, amount in rows]
    text = "\n".join(["事業名,担当課,予算額（円）", *(f"{name},商工課,{amount}" for name, amount in named)])
    path = tmp_path / "plain.csv"
    path.write_text(text, encoding="utf-8")
    opened = open_register(path)
    measures: tuple[ExistingMeasure, ...] = taken(opened, [p.layout for p in proposed(opened)]).measures
    assert [(measure.name, measure.budget) for measure in measures] == named
