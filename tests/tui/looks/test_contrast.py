"""The three themes: every text that is drawn stands out from its ground."""

import re
from itertools import product
from pathlib import Path

import pytest
from rich.color import Color as Drawn
from textual.color import Color
from textual.pilot import Pilot

from tests.tui.app.driving import press, rest
from tests.tui.looks.looking import visible_strips
from tests.tui.looks.stages import STAGES, Stage
from tui import themes
from tui.app import ShusekiApp

WANTED = {themes.AI.name: 4.5, themes.WASHI.name: 4.5, themes.PROJECTOR.name: 7.0}
LOOKED_AT = ("home", "asking", "diagnosis", "palette", "problem", "new-refused", "review", "help")
LOOKED_AT += ("tab-2", "gaps-3", "gaps-mapping")
QUICK = ("asking", "palette")


def contrast(first: Color, second: Color) -> float:
    """As WCAG defines it: 1 to 21."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_is_measured_as_it_is_defined() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)


def pairs(pilot: Pilot[None]) -> dict[tuple[str, str], str]:
    """Every colour of text with its ground on the screen on top, and some of the text.

    What shows through from below a dialog is dimmed on purpose, and left out.
    """
    found = {}
    for strip in visible_strips(pilot):
        for segment in strip:
            style = segment.style
            if style and style.color and style.bgcolor and segment.text.strip():
                text, ground = hexed(style.color), hexed(style.bgcolor)
                found[(ground, text) if style.reverse else (text, ground)] = segment.text
    return found


def hexed(color: Drawn) -> str:
    return color.get_truecolor().hex


def stages() -> list[object]:
    chosen = [stage for stage in STAGES if stage.name in LOOKED_AT]
    return [
        pytest.param(stage, id=stage.name, marks=() if stage.name in QUICK else pytest.mark.slow) for stage in chosen
    ]


@pytest.mark.parametrize("stage", stages())
async def test_text_stands_out_from_its_ground_in_every_theme(stage: Stage) -> None:
    faint = []
    async with stage.open("ja", (120, 36)) as pilot:
        for _ in themes.THEMES:
            name = pilot.app.theme
            for (text, ground), words in pairs(pilot).items():
                if contrast(Color.parse(text), Color.parse(ground)) < WANTED[name]:
                    faint.append(f"{name}: {text} on {ground}: {words.strip()}")
            # The palette offers the themes themselves, and closes then.
            await press(pilot, *(("escape", "f9", "ctrl+p") if stage.name == "palette" else ("f9",)))
            await rest(pilot)
    assert not faint, "\n".join(faint)


@pytest.mark.parametrize("theme", themes.THEMES, ids=lambda theme: theme.name)
def test_colours_of_text_stand_out_from_every_ground(theme: "themes.Theme") -> None:
    """Pairs that a screen may come to have: each colour that the styles give to text, on each ground they lay."""
    app = ShusekiApp()
    app.theme = theme.name
    known = app.get_css_variables()
    styles = "".join(path.read_text(encoding="utf-8") for path in Path("tui/styles").glob("*.tcss"))
    inks = {"foreground", "foreground-muted", "text-error", *re.findall(r"[^-]color: \$([\w-]+)", styles)}
    grounds = {"background", "surface", "panel", *re.findall(r"background: \$([\w-]+)", styles)}
    inks, grounds = inks - {"block-cursor-foreground"}, grounds - {"block-cursor-background"}
    for ink, ground in (*product(inks, grounds), ("block-cursor-foreground", "block-cursor-background")):
        ratio = contrast(Color.parse(known[ink]), Color.parse(known[ground]))
        assert ratio >= WANTED[theme.name], (ink, ground, ratio)


def test_only_the_projector_is_sparse() -> None:
    assert [themes.is_sparse(name) for name in themes.NAMES] == [False, False, True]
    assert [themes.following(name) for name in themes.NAMES] == [*themes.NAMES[1:], themes.NAMES[0]]
    assert themes.following("gone") == themes.NAMES[0]
