"""Every key is told, and every letter works with an input method on."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace

import pytest
from textual.binding import ActiveBinding, Binding

import tui.screens
import tui.widgets
from tests.tui.looks.looking import JAPANESE
from tests.tui.looks.stages import NAMES, STAGES, Stage
from tui.app import ShusekiApp
from tui.palette import Palette
from tui.screens.face import Face
from tui.screens.help import rows, untold
from tui.screens.help_texts import HELP, PURPOSE
from tui.screens.key_names import full_width, keys_of, listed, name_of
from tui.texts import TEXTS

QUICK = ("asking", "diagnosis", "home")


def classes() -> Iterator[type]:
    """Every class of the terminal interface that binds keys."""
    yield from (ShusekiApp, Palette)
    for package in (tui.screens, tui.widgets):
        for found in pkgutil.iter_modules(package.__path__):
            module = importlib.import_module(f"{package.__name__}.{found.name}")
            for one in vars(module).values():
                if isinstance(one, type) and one.__module__ == module.__name__ and "BINDINGS" in vars(one):
                    yield one


def bound() -> list[tuple[type, Binding]]:
    return [(one, binding) for one in classes() for binding in one.BINDINGS if isinstance(binding, Binding)]


BOUND = bound()


def test_bindings_are_found() -> None:
    assert len(BOUND) > 80
    assert {"ConsultationScreen", "RowList", "Outline", "Dialog"} <= {one.__name__ for one, _ in BOUND}


@pytest.mark.parametrize("one", sorted({one.__name__ for one, _ in BOUND}))
def test_letters_are_also_bound_as_an_input_method_sends_them(one: str) -> None:
    for owner, binding in BOUND:
        if owner.__name__ == one:
            keys = keys_of(binding)
            missing = [key for key in keys if (wide := full_width(key)) and wide not in keys]
            assert not missing, (binding.key, "needs", [full_width(key) for key in missing])


def test_what_an_input_method_makes_of_a_key() -> None:
    assert [full_width(key) for key in ("m", "1", "question_mark", "slash", "plus")] == list("ｍ１？／＋")
    assert [full_width(key) for key in ("f5", "ctrl+p", "enter", "escape", "ｍ")] == [None] * 5


def test_every_description_is_a_text_in_both_languages() -> None:
    for owner, binding in BOUND:
        assert not binding.description or binding.description in TEXTS, (owner, binding)
        assert not binding.show or binding.description, (owner, binding)


def test_names_of_keys() -> None:
    assert listed("1-3, Up Down") == {"1", "2", "3", "Up", "Down"}
    assert listed("F8, u") == {"F8", "u"}
    assert [name_of(key) for key in ("question_mark", "ctrl+s", "pageup", "f10")] == ["?", "Ctrl+S", "PgUp", "F10"]
    assert [name_of(key) for key in ("ｍ", "fullwidth_question_mark", "う")] == [None] * 3


def test_every_topic_has_its_purpose_in_both_languages() -> None:
    assert set(PURPOSE) == set(HELP) - {"everywhere"}
    for ja, en in PURPOSE.values():
        assert ja.endswith("。")
        assert en.endswith(".")


@pytest.mark.parametrize(
    "stage",
    [pytest.param(s, id=s.name, marks=() if s.name in QUICK else pytest.mark.slow) for s in STAGES],
)
async def test_help_tells_every_key_of_the_screen(stage: Stage) -> None:
    async with stage.open("ja", (80, 24)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, Face)
        told = {key for row in rows(screen.HELP or "", "ja") for key in listed(row.keys)}
        nodes = [screen, *screen.focus_chain]
        ours = {id(binding) for _, binding in BOUND}
        keys = {
            name
            for node in nodes
            for owner in type(node).__mro__
            for binding in vars(owner).get("BINDINGS", ())
            if id(binding) in ours
            for key in keys_of(binding)
            if (name := name_of(key)) is not None
        }
        assert keys
        assert not keys - told, f"{stage.screen} ({screen.HELP}) does not tell {sorted(keys - told)}"
        more = (*rows(screen.HELP or "", "ja"), *untold(screen.HELP or "", screen.active_bindings.values(), "ja"))
        english = [row for row in more if not JAPANESE.search(row.text) and row.text != "ASCII"]
        assert not english, f"{stage.screen}: not in Japanese: {english}"


def test_stages_have_names_of_their_own() -> None:
    assert len(set(NAMES)) == len(NAMES)


def test_what_textual_binds_is_not_told_in_its_own_english() -> None:
    theirs = Binding("ctrl+pageup", "page_left", "Page Left", id="textual")
    ours = replace(theirs, description="閉じる", key="ctrl+f11")
    found = [ActiveBinding(None, binding, True, "") for binding in (theirs, ours)]  # type: ignore[arg-type]
    assert [told.text for told in untold("home", found, "ja")] == ["閉じる"]
