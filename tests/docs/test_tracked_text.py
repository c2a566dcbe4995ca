"""Nothing in the repository tells of the machine it was written on, of a registry, or of work left undone."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Written in pieces, so that this file does not find itself.
_FORBIDDEN = {
    "a path of one machine": re.compile(
        r"(?<![\w.])/(?:work|root|home/(?!me/|local/)\w+|Users/\w+|tmp/bash)" + r"/|\b[A-Z]:\\Users\\\w"
    ),
    "the address of a registry": re.compile(
        "pypi" + r"\.org|python" + "hosted|--(?:extra-)?index" + "-url", re.IGNORECASE
    ),
    "work left undone": re.compile(r"\b(?:TO" + "DO|FIX" + "ME|XX" + r"X)\b"),
}


def tracked() -> list[Path]:
    """Every file that Git keeps or would keep."""
    try:
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no Git work tree")
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def text_of(path: Path) -> str:
    """The text of a file; nothing where it is not text."""
    data = path.read_bytes()
    return "" if b"\0" in data else data.decode("utf-8", errors="replace")


@pytest.mark.parametrize("what", _FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for path in tracked()
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if _FORBIDDEN[what].search(line)
    ]
    assert not found, "\n".join(found)
