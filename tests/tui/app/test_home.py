import threading

from engine.model.answers import Cluster
from engine.model.problem import Place, ShusekiError
from engine.store import database_refusals as refusals
from engine.store.database import Store
from tests.tui.app.driving import DAY, begin, opened, press, rest, shown, stored, together
from tui.app import ShusekiApp
from tui.screens.consultation import ConsultationScreen
from tui.screens.home import HomeScreen
from tui.screens.problem import ProblemScreen
from tui.session import Session


def kept(name: str) -> str:
    """A consultation that was begun in an earlier run; its id."""
    with Store.open() as store:
        return store.create(Cluster(name=name), DAY)


async def test_the_empty_list_says_what_to_do():
    async with opened() as pilot:
        assert "n で新しい相談を始めます" in shown(pilot)
        assert "シナリオ" not in shown(pilot)
        await press(pilot, "f2")
        assert "Press n to begin one" in shown(pilot)


async def test_the_list_stands_before_the_store_is_open(monkeypatch):
    id = kept("先に見える")
    gate, opening = threading.Event(), Session.open_store

    def held(session: Session) -> None:
        gate.wait()
        opening(session)

    monkeypatch.setattr(Session, "open_store", held)
    app = ShusekiApp("ja")
    async with app.run_test(size=(120, 36)) as pilot:
        while "先に見える" not in shown(pilot):
            await pilot.pause(0.02)
        session = app.screen.session
        assert not session.is_open
        assert session.resume(id).consultation.cluster.name == "先に見える"
        gate.set()


async def test_a_store_that_cannot_be_opened_after_all_is_told(monkeypatch):
    id = kept("先に見える")

    def refused(**_: object) -> Store:
        raise ShusekiError(refusals.read_only(Place(file="x")))

    with monkeypatch.context() as patched:
        patched.setattr(Store, "open", refused)
        async with opened() as pilot:
            assert "先に見える" in shown(pilot)
            assert "保存先に書き込めません" in shown(pilot)
            await press(pilot, "enter", "f8")
            assert isinstance(pilot.app.screen, ProblemScreen)
    with Store.open() as store:
        assert store.load(id).answers == {}


async def test_an_example_opens_as_a_copy():
    async with opened(size=(80, 24)) as pilot:
        await press(pilot, "e", "enter")
        assert isinstance(pilot.app.screen, ConsultationScreen)
        first = next(iter(pilot.app.screen.sitting.book.examples.values()))
    assert stored() == first


async def test_deleting_asks_first_and_hides():
    async with opened() as pilot:
        await begin(pilot, "消す")
        await press(pilot, "escape", "d", "enter")
        assert "消す" in shown(pilot)
        await press(pilot, "ｄ", "down", "enter")
        assert "保存された相談はまだありません" in shown(pilot)
    with Store.open() as store:
        assert len(store.list(deleted=True)) == 1


async def test_markup_in_a_name_is_shown_as_it_was_typed():
    async with opened() as pilot:
        await begin(pilot, "[red]集積[/red]")
        assert "[red]集積[/red]" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "b シナリオ" in shown(pilot)
        assert "[red]集積[/red]" in shown(pilot)


async def test_a_database_that_is_none_is_told(tmp_path, monkeypatch):
    (tmp_path / "broken.db").write_text("no database at all, and long enough to be looked at" * 50)
    monkeypatch.setenv("SHUSEKI_DATABASE_URL", f"sqlite:///{tmp_path / 'broken.db'}")
    from tui.app import ShusekiApp

    app = ShusekiApp("en")
    async with app.run_test(size=(80, 24)) as pilot:
        while not app.screen.problems:
            await rest(pilot)
        await rest(pilot)
        assert "broken.db" in together(shown(pilot))
