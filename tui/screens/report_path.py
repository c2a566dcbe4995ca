"""Where a report is written: the name proposed for its file, and the path that was meant by what was typed."""

import os
from pathlib import Path

from engine.interview.visible import safe_file_name
from engine.model.answers import Consultation
from tui.reporting import SUFFIXES
from tui.screens.paths import read_path
from tui.texts import Lang, say

_KNOWN = {suffix for suffixes in SUFFIXES.values() for suffix in suffixes}


def proposed(asked: Consultation, form: str, *, public: bool, lang: Lang) -> str:
    """A file name of what the report is about; what the public does not see is not in the name either."""
    parts = [asked.cluster.name, "" if public else asked.scenario, asked.as_of.isoformat()]
    parts += [say(lang, "report.public_name")] if public else []
    return safe_file_name(" ".join(part for part in parts if part), SUFFIXES[form][0])


def with_suffix_of(path: str, form: str) -> str:
    """The path with the usual suffix of a format in the place of that of another format."""
    suffix = Path(path).suffix
    return path[: -len(suffix)] + SUFFIXES[form][0] if suffix.lower() in _KNOWN else path


def meant(typed: str, form: str, name: str) -> str:
    """The whole path: in a folder the file has the ``name`` proposed; empty where nothing was typed."""
    given = read_path(typed)
    if not given:
        return ""
    path = os.path.abspath(given)
    if os.path.isdir(path):
        return os.path.join(path, name)
    return path if Path(path).suffix else path + SUFFIXES[form][0]
