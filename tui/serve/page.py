"""The page and the few files it needs, all of them from this machine: nothing is fetched from elsewhere."""

from collections.abc import Mapping
from html import escape
from importlib.resources import files
from importlib.resources.abc import Traversable

from engine.model.text import Lang
from tui.words.serving import word

_THEIRS = ("textual_serve", "static")
_OURS = ("tui.serve", "static")
STATIC: Mapping[str, tuple[tuple[str, ...], str]] = {
    "boot.js": ((*_OURS, "boot.js"), "text/javascript"),
    "page.css": ((*_OURS, "page.css"), "text/css"),
    "terminal.js": ((*_THEIRS, "js", "textual.js"), "text/javascript"),
    "terminal.css": ((*_THEIRS, "css", "xterm.css"), "text/css"),
}
"""Every file there is, by its name in a URL: where it lies, and what it is."""

_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="static/terminal.css">
<link rel="stylesheet" href="static/page.css">
<script src="static/boot.js"></script>
<script src="static/terminal.js"></script>
</head>
<body>
<div class="told opening"><p>{opening}</p><noscript><p>{no_script}</p></noscript></div>
<div class="told closed" role="alert"><p>{closed}</p><p><a href="./">{again}</a></p></div>
<div class="textual-terminal" data-session-websocket-url="{socket}" data-font-size="16"></div>
</body>
</html>
"""


def page(lang: Lang, socket: str) -> str:
    """The page of the terminal; ``socket`` is the URL of its websocket."""
    names = ("title", "opening", "no_script", "closed", "again")
    words = {name: escape(word(name, lang)) for name in names}
    return _PAGE.format(lang=lang, socket=escape(socket), **words)


def content(name: str) -> bytes:
    """The bytes of a file of ``STATIC``."""
    (package, *path), _ = STATIC[name]
    found: Traversable = files(package)
    for part in path:
        found = found / part
    return found.read_bytes()
