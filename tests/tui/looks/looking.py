"""What is wrong with a screen as it is drawn: cut off, badly broken, in the wrong language."""

import re
import unicodedata
from collections.abc import Iterator

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, OptionList

from engine.report.wrap import NO_END, NO_START
from tests.tui.app.driving import Driver, shown
from tests.tui.looks.stages import Stage
from tui.texts import Lang
from tui.widgets.hint_bar import HintBar

JAPANESE = re.compile("[ぁ-んァ-ヶー一-龯々]+")
ENGLISH = re.compile(r"[A-Za-z][a-z']+(?: [A-Za-z][a-z']+){3,}")
MARKS = "?!%"
"""Characters of kinsoku that also stand alone, as marks before a line."""
NAMES_OF_LANGUAGES = "日本語"


def faults(pilot: Driver, stage: Stage, lang: Lang) -> list[str]:
    """Everything that is wrong, in words."""
    text = shown(pilot)
    width, height = pilot.app.size
    lines = text.split("\n")
    found = [f"line of {cell_len(line)} cells: {line}" for line in lines if cell_len(line) > width]
    found += [f"{len(lines)} lines"] if len(lines) != height else []
    found += [f"no word of ours: {key}" for key in re.findall(r"\bkey\.\w+|\{\w*\}", text)]
    found += [f"drawn too wide in Japan: {sign!r}" for sign in sorted(set(text)) if _uncertain(sign)]
    for widget in drawn(pilot):
        found += [f"{_name(widget)}: {fault}" for fault in (*cut(widget), *broken(widget))]
    return found + [f"in the other language: {words}" for words in foreign(pilot, stage, lang)]


def drawn(pilot: Driver) -> list[Widget]:
    """The widgets of the screen on top that are seen."""
    screen = pilot.app.screen
    return [widget for widget in screen._compositor.visible_widgets if widget is not screen and widget.is_attached]


def lines_of(widget: Widget) -> list[Content]:
    """What a widget draws itself, line by line; nothing for one that holds others or comes from Textual."""
    if not type(widget).__module__.startswith("tui."):
        return []
    rendered = widget.render()
    return list(rendered.split("\n", allow_blank=True)) if isinstance(rendered, Content) and rendered.plain else []


def cut(widget: Widget) -> Iterator[str]:
    """Text that there is no room for, and that no scrolling brings into view."""
    lines, size = lines_of(widget), widget.content_size
    for line in lines:
        if line.cell_length > size.width and not _wraps(widget):
            yield f"{line.cell_length} cells where there is room for {size.width}: {line.plain}"
    if len(lines) > size.height:
        yield f"{len(lines)} lines where there is room for {size.height}"
    if isinstance(widget, Input) and cell_len(widget.placeholder) > size.width:
        yield f"placeholder of {cell_len(widget.placeholder)} cells in {size.width}: {widget.placeholder}"
    if (lines or isinstance(widget, Input | OptionList)) and (hidden := _hidden(widget)):
        yield hidden


def broken(widget: Widget) -> Iterator[str]:
    """Lines that begin or end with a character that must not stand there."""
    lines = [line.plain.strip() for line in lines_of(widget)]
    for before, line in zip(["", *lines], lines, strict=False):
        first, last = line[:1], line[-1:]
        if before and first in NO_START and first not in MARKS:
            yield f"a line begins with {first}: {line}"
        if last in NO_END:
            yield f"a line ends with {last}: {line}"


def foreign(pilot: Driver, stage: Stage, lang: Lang) -> list[str]:
    """Words in the language that is not spoken, but those that belong there."""
    text = re.sub(stage.foreign, "", visible_text(pilot)) if stage.foreign else visible_text(pilot)
    if lang == "ja":
        return ENGLISH.findall(text)
    return JAPANESE.findall(text.replace(NAMES_OF_LANGUAGES, ""))


def visible_text(pilot: Driver) -> str:
    """All that the screen on top draws; not what shows through from below."""
    return "\n".join(strip.text for strip in visible_strips(pilot))


def visible_strips(pilot: Driver) -> list[Strip]:
    """The lines of the screen on top; of a dialog those within its frame, and its footer."""
    strips, region = pilot.app.screen._compositor.render_strips(), _top(pilot)
    found = [strip.crop(region.x, region.right) for strip in strips[region.y : region.bottom]]
    footer = strips[-1:] if pilot.app.screen.query(HintBar) and region != pilot.app.screen.region else []
    return [*found, *footer]


def _top(pilot: Driver) -> Region:
    screen = pilot.app.screen
    frames = [widget.region for widget in screen.query("#dialog, #--input, CommandList") if widget.visible]
    return Region.from_union(frames) if frames else screen.region


def _hidden(widget: Widget) -> str:
    """Whether part of a widget lies outside of what holds it, where that does not scroll."""
    region, holder = widget.region, widget.parent
    while isinstance(holder, Widget):
        if holder.visible and not holder.region.contains_region(region):
            scrolls = holder.styles.overflow_y in ("auto", "scroll")
            wide = holder.region.x <= region.x and region.right <= holder.region.right
            if not (scrolls and wide):
                return f"{region} is not within {_name(holder)} {holder.region}"
            return ""
        holder = holder.parent
    return ""


def _wraps(widget: Widget) -> bool:
    return widget.styles.text_wrap == "wrap"


def _uncertain(sign: str) -> bool:
    """Whether a sign that draws (no letter, no quotation mark) is two cells wide on some terminals."""
    drawn_sign = "\u2190" <= sign <= "\u27bf"
    return drawn_sign and unicodedata.east_asian_width(sign) == "A"


def _name(widget: Widget) -> str:
    return f"{type(widget).__name__}#{widget.id}"
