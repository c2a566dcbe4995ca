"""Makes the pictures of README.md in docs/images, from the program as it is.

Run it with the folder of the repository as the working folder: ``python scripts/screenshot.py``.
"""

import asyncio
import html
import os
import re
import tempfile
from pathlib import Path

from rich.cells import cell_len

SIZE = (128, 40)
EXAMPLES = ("sakaki", "hiroshima", "kitakami")
TARGET = Path("docs/images")
CONFIRMED = ("m", "c", "down", "enter", "escape")
"""The keys that confirm in the gap check what is suggested, so that the picture shows more than suggestions."""
PICTURES = {
    "home": (),
    "consultation": ("enter",),
    "result": ("enter", "f5"),
    "road-map": ("enter", "f5", "2"),
    "gap-check": ("end", "m", "enter", *CONFIRMED, "3"),
}
"""Each picture, and the keys that lead to it from the list of consultations. Last stands the made-up city."""
CELL = 12.2
"""The width of a cell in the pictures that Rich draws."""
_TEXT = re.compile(
    r'<text(?P<before>[^>]*?) x="(?P<x>[\d.]+)"(?P<middle>[^>]*?) textLength="[\d.]+"(?P<after>[^>]*)>'
    r"(?P<text>[^<]*)</text>"
)
_APART = re.compile(r"\S+(?: \S+)*")
_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)


async def picture(keys: tuple[str, ...]) -> str:
    """The screen these keys lead to, as SVG."""
    from tests.tui.app.driving import opened, press

    async with opened("ja", SIZE) as pilot:
        await press(pilot, *keys)
        return pilot.app.export_screenshot(title="Shuseki")


def keep_examples() -> None:
    """The made-up city with its register, and copies of some examples, to be shown in the list."""
    from engine.policy.register import proposed, taken
    from tui import sampling
    from tui.session import Session
    from tui.texts import say

    session = Session.open()
    opened = sampling.register(say("ja", "gaps.sample_name"))
    register = taken(opened, [one.layout for one in proposed(opened)])
    session.store.registers.add(sampling.sat(session).id, register)
    for example in EXAMPLES:
        session.copy(example)
    session.close()


def with_true_widths(svg: str) -> str:
    """Textual counts characters where it should count cells, which squeezes Japanese."""
    return _TEXT.sub(_set, svg)


def self_contained(svg: str) -> str:
    """Rich names fonts of a distant server, which a page must not load and most refuse to."""
    return _COMMENT.sub("", _FONT.sub("", svg)).replace("Fira Code, monospace", "monospace")


def _set(found: re.Match[str]) -> str:
    """One piece of text, counted in cells; what stands apart is placed apart, whatever a font makes of it."""
    plain = html.unescape(found["text"]).replace("\u00a0", " ")
    return "".join(_placed(found, plain, words) for words in _APART.finditer(plain))


def _placed(found: re.Match[str], plain: str, words: re.Match[str]) -> str:
    left = float(found["x"]) + CELL * cell_len(plain[: words.start()])
    text = html.escape(words[0]).replace(" ", "&#160;")
    place = f'x="{left:.1f}" textLength="{CELL * cell_len(words[0]):.1f}"'
    return f"<text{found['before']} {place}{found['middle']}{found['after']}>{text}</text>"


def main() -> None:
    """Writes the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SHUSEKI_DATABASE_URL"] = f"sqlite:///{folder}/picture.db"
        os.environ["SHUSEKI_CONFIG_DIR"] = folder
        keep_examples()
        TARGET.mkdir(parents=True, exist_ok=True)
        for name, keys in PICTURES.items():
            svg = self_contained(with_true_widths(asyncio.run(picture(keys))))
            (TARGET / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
