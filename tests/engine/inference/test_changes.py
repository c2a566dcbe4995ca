"""Sets of changes as lanes: each set once, its facts in its lane, the smallest of those in a mask."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from engine.inference.changes import ChangeSets, ones, sets_up_to
from engine.inference.facts import Facts

SAME: Facts = {"b": False, "c/x": True, "c/y": True, "untouched": 3.0}
WAYS: dict[str, list[Facts]] = {
    "a": [{"a": True}, {"a": False}],
    "b": [{"b": True}],
    "c": [{"c/x": True, "c/y": False}, {"c/x": False, "c/y": False}, {"c/x": False, "c/y": True}],
    "d": [{"d": 1.0}],
}


def every_set(counts: list[int], most: int) -> list[tuple[int, ...]]:
    """All sets of options, no two of one question, by thought rather than by blocks."""
    of = [question for question, count in enumerate(counts) for _ in range(count)]
    return [
        picked
        for size in range(most + 1)
        for picked in combinations(range(len(of)), size)
        if len({of[n] for n in picked}) == size
    ]


@given(st.lists(st.integers(0, 3), max_size=5), st.integers(0, 3))
def test_each_set_has_one_lane_and_smaller_sets_come_first(counts: list[int], most: int) -> None:
    sets = ChangeSets({}, {f"q{n}": [{f"q{n}": float(w)} for w in range(c)] for n, c in enumerate(counts)}, most)
    found = [sets.picked(lane) for lane in range(sets.size)]
    assert sorted(found, key=lambda picked: (len(picked), picked)) == every_set(counts, most)
    assert [len(picked) for picked in found] == sorted(map(len, found))
    assert sets_up_to(counts, most) == [sum(len(p) == size for p in found) for size in range(most + 1)]


def test_each_lane_states_the_facts_of_its_set() -> None:
    sets = ChangeSets(SAME, WAYS, 3)
    for lane in range(sets.size):
        expected = dict(SAME)
        for n in sets.picked(lane):
            expected |= sets.options[n][1]
        assert {k: v for k, of in sets.lanes.facts.items() for v, mask in of.items() if mask >> lane & 1} == expected


def test_the_first_lane_is_without_change() -> None:
    sets = ChangeSets(SAME, {}, 3)
    assert (sets.size, sets.picked(0)) == (1, ())
    assert sets.lanes.facts == {key: {value: 1} for key, value in SAME.items()}


def test_masks_tell_which_sets_hold_an_option_and_change_a_question() -> None:
    sets = ChangeSets(SAME, WAYS, 2)
    for lane in range(sets.size):
        picked = sets.picked(lane)
        assert {n for n, mask in enumerate(sets.having) if mask >> lane & 1} == set(picked)
        assert {q for q, mask in sets.changing.items() if mask >> lane & 1} == {sets.options[n][0] for n in picked}


@given(st.data())
def test_the_smallest_sets_are_those_without_a_part_among_them(data: st.DataObject) -> None:
    sets = ChangeSets(SAME, WAYS, 3)
    mask = data.draw(st.integers(0, (1 << sets.size) - 1))
    among = {sets.picked(lane) for lane in ones(mask)}
    expected = {p for p in among if not any(set(other) < set(p) for other in among)}
    found = list(sets.smallest(mask))
    assert set(found) == expected
    assert len(found) == len(expected)


@given(st.integers(0, 1 << 200))
def test_ones_are_the_lanes_of_a_mask_in_order(mask: int) -> None:
    assert list(ones(mask)) == [lane for lane in range(mask.bit_length()) if mask >> lane & 1]
