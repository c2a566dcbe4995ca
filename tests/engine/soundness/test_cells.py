"""The table of coverage: covered or explained, and never both."""

from engine.model.knowledge import Actor, Resource
from engine.soundness.about import About, CellFile, EmptyCells
from engine.soundness.cells import cells_explained, covered, table
from tests.engine.soundness.surveys import YES, book, codes, finding, found
from tests.helpers import shipped_book, text

SHIPPED = shipped_book()
ENV = SHIPPED.measures["MS.B.env"]
OF = book(finding("one", YES), phases={"PH.B.2": SHIPPED.phases["PH.B.2"]}, measures={"MS.B.env": ENV})
EMPTY = [spot for spot in ((a, r) for a in Actor for r in Resource) if ("PH.B.2", *spot) not in covered(OF)]


def stated(spots: list[tuple[Actor, Resource]], reason: str = "why") -> About:
    cells = [EmptyCells(phase="PH.B.2", actor=a, resources=(r,), reason=reason) for a, r in spots]
    return About(CellFile.model_validate({"reasons": {"why": text("why")}, "cells": cells}))


def test_the_table_has_every_cell_of_every_phase() -> None:
    assert len(table(SHIPPED, About())) == 9 * len(Actor) * len(Resource)
    by_place = {(c.phase, c.actor, c.resource): c.measures for c in table(OF, About())}
    assert by_place["PH.B.2", Actor.STATE, Resource.GOODS] == ("MS.B.env",)


def test_cells_that_are_covered_or_explained_are_fine() -> None:
    assert codes(cells_explained, OF, stated(EMPTY)) == []


def test_a_cell_that_is_neither_is_told() -> None:
    assert codes(cells_explained, OF, stated(EMPTY[1:])) == ["cell_unexplained"]


def test_an_empty_cell_that_is_covered_is_told() -> None:
    place = (ENV.actors[0], ENV.resources[0])
    assert found(cells_explained, OF, stated([*EMPTY, place])) == [
        ("cell_not_empty", "knowledge/empty_cells.yaml", ("cells", len(EMPTY), "resources", 0))
    ]


def test_a_cell_stated_twice_is_told() -> None:
    assert codes(cells_explained, OF, stated([*EMPTY, EMPTY[0]])) == ["cell_not_empty"] * 2


def test_reasons_have_their_name_and_their_use() -> None:
    assert set(codes(cells_explained, OF, stated(EMPTY, "other"))) == {"cell_reason"}


def test_a_phase_that_is_not_there_is_told() -> None:
    about = stated(EMPTY)
    lost = EmptyCells(phase="PH.B.9", actor=Actor.STATE, resources=(Resource.GOODS,), reason="why")
    cells = about.cells.model_copy(update={"cells": (*about.cells.cells, lost)})
    assert codes(cells_explained, OF, About(cells)) == ["unknown_reference"]
