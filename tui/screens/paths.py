"""Reads a path as people give it (quoted, as an address, from their home folder), and finds the files it may mean."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

SUFFIXES = (".yaml", ".yml")
_QUOTES = {'"': '"', "'": "'", "“": "”", "「": "」", "＂": "＂"}
_WINDOWS = re.compile(r"([A-Za-z]):[\\/]")
_MOST = 400


def read_path(text: str) -> str:
    """The path that was meant: without quotes, ``file://`` and escapes of a shell; ``~`` is the home folder.

    A path of Windows is taken as it is there, and under ``/mnt`` where Windows lends its disks to Linux.
    """
    plain = text.strip().strip("\u200b\ufeff\u202a\u202c")
    if len(plain) > 1 and _QUOTES.get(plain[0]) == plain[-1]:
        plain = plain[1:-1].strip()
    if plain.lower().startswith("file:"):
        plain = url2pathname(_local(plain))
    disk = _WINDOWS.match(plain)
    if disk and os.name != "nt":
        lent = f"/mnt/{disk[1].lower()}"
        plain = f"{lent}/{plain[3:]}".replace("\\", "/") if os.path.isdir(lent) else plain
    elif os.name != "nt" and "\\" in plain and not os.path.exists(plain):
        plain = re.sub(r"\\(.)", r"\1", plain)
    return os.path.expanduser(plain)


def of_windows(path: str) -> bool:
    """Whether it names a disk of Windows, and this is no Windows."""
    return os.name != "nt" and bool(_WINDOWS.match(path))


def completions(text: str, suffixes: tuple[str, ...] = SUFFIXES) -> list[tuple[str, bool]]:
    """The folders, and files with these suffixes, that begin as ``text`` does, each with whether it is a folder."""
    path = read_path(text)
    folder, begun = os.path.split(path)
    found = sorted(
        _entries(folder or ".", begun.casefold(), suffixes), key=lambda entry: (not entry[1], entry[0].casefold())
    )
    return [(os.path.join(folder, name) + (os.sep if inside else ""), inside) for name, inside in found]


def _entries(folder: str, begun: str, suffixes: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """What cannot be looked into holds nothing."""
    try:
        with os.scandir(folder) as entries:
            for entry, _ in zip(entries, range(_MOST), strict=False):
                name = entry.name
                if not name.casefold().startswith(begun) or (name.startswith(".") and not begun):
                    continue
                if entry.is_dir() or name.casefold().endswith(suffixes):
                    yield name, entry.is_dir()
    except (OSError, ValueError):
        return


def beside(name: str) -> str:
    """Where a new file of this name is offered to be written: in the folder for documents, else at home."""
    home = Path.home()
    folder = next((one for one in (home / "Documents", home) if os.access(one, os.W_OK)), Path.cwd())
    return str(folder / name)


def _local(address: str) -> str:
    """The path in an address of a file; a server in it becomes the beginning of a Windows share."""
    parts = urlsplit(address)
    return f"//{parts.netloc}{parts.path}" if parts.netloc not in ("", "localhost") else parts.path
