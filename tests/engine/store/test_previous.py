"""The consultation before this one, about the same cluster."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from engine.model.answers import Cluster
from engine.model.problem import ShusekiError
from engine.store.database import Store
from tests.engine.store.consultations import KITAKAMI
from tests.engine.store.test_database import Clock

AS_OF = date(2026, 4, 1)
ONE = Cluster(name="燕の洋食器", area=("152137", "152048"), level="region", industry="金属製品", division="24")


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open("sqlite://", clock=Clock()) as opened:
        yield opened


def like(**changes: Any) -> Cluster:
    return ONE.model_copy(update=changes)


SAME = {
    "the name, however typed": Cluster(name=" 燕の 洋食器"),
    "area and division": like(name="別名", industry="食器", area=("152048", "152137")),
    "area and industry where one has no division": like(name="別名", division=None, industry="金属製品 "),
}
OTHER = {
    "another division there": like(name="別名", division="25"),
    "another area": like(name="別名", area=("152137",)),
    "another industry there": like(name="別名", division=None, industry="食器"),
    "no area and another name": like(name="別名", area=()),
    "area alone": like(name="別名", division=None, industry=""),
}


@pytest.mark.parametrize("before", SAME)
def test_the_same_cluster(store: Store, before: str) -> None:
    id = store.create(SAME[before], AS_OF)
    store.create(KITAKAMI.cluster, AS_OF)
    assert store.previous(store.create(ONE, AS_OF)) == id


@pytest.mark.parametrize("before", OTHER)
def test_another_cluster(store: Store, before: str) -> None:
    store.create(OTHER[before], AS_OF)
    assert store.previous(store.create(ONE, AS_OF)) is None


def test_the_latest_of_those_begun_earlier(store: Store) -> None:
    first, second, third = (store.create(ONE, AS_OF) for _ in range(3))
    store.redate(first, date(2027, 4, 1))  # changed last, but begun first
    assert [store.previous(id) for id in (first, second, third)] == [None, first, second]


def test_deleted_ones_and_scenarios_are_passed_over(store: Store) -> None:
    first, second = store.create(ONE, AS_OF), store.create(ONE, AS_OF)
    store.branch(first, "もしも")
    third = store.create(ONE, AS_OF)
    store.delete(second)
    assert store.previous(third) == first
    store.restore(second)
    assert store.previous(third) == second


def test_a_scenario_is_asked_for_what_came_before_the_consultation_it_comes_from(store: Store) -> None:
    first, second = store.create(ONE, AS_OF), store.create(ONE, AS_OF)
    branch = store.branch(store.branch(second, "一"), "二")
    store.create(ONE, AS_OF)
    assert store.previous(branch) == first


def test_it_follows_a_change_of_the_name(store: Store) -> None:
    first, second = store.create(ONE, AS_OF), store.create(KITAKAMI.cluster, AS_OF)
    assert store.previous(second) is None
    store.rename(second, ONE)
    assert store.previous(second) == first


def test_no_such_consultation(store: Store) -> None:
    with pytest.raises(ShusekiError):
        store.previous("nonsense")


def test_the_list_tells_area_level_division_and_day(store: Store) -> None:
    id = store.create(ONE, AS_OF)
    (summary,) = store.list()
    assert (summary.area, summary.level, summary.division, summary.as_of) == (ONE.area, "region", "24", AS_OF)
    store.redate(id, date(2027, 4, 1))
    store.rename(id, Cluster(name="x"))
    (summary,) = store.list()
    assert (summary.area, summary.level, summary.division, summary.as_of) == ((), None, None, date(2027, 4, 1))
