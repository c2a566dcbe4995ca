"""What is remembered between runs: language, theme, plain characters, folder. Only what a person chose by key."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.model.text import Lang

FOLDER = "SHUSEKI_CONFIG_DIR"
"""The environment variable that names another folder for the file."""
FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """What was chosen; nothing where nothing was. ``registers``: the folder a register was last taken from.

    ``broken``: the file was there and could not be used.
    """

    lang: "Lang | None" = None
    theme: str | None = None
    plain: bool | None = None
    registers: str | None = None
    broken: bool = False


def read() -> Settings:
    """What is remembered. A file that cannot be used counts as none."""
    try:
        found = json.loads(path().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError):
        return Settings(broken=True)
    return _checked(found) if isinstance(found, dict) else Settings(broken=True)


def remember(**chosen: str | bool) -> bool:
    """Adds to what is remembered, whole or not at all; whether it could be written."""
    settings = replace(read(), **chosen, broken=False)  # type: ignore[arg-type]
    kept = {name: value for name, value in asdict(settings).items() if value is not None and name != "broken"}
    try:
        _write(json.dumps(kept, ensure_ascii=False, indent=2) + "\n")
    except OSError:
        return False
    return True


def path() -> Path:
    """Where the file is."""
    if folder := os.environ.get(FOLDER):
        return Path(folder) / FILE
    from platformdirs import user_config_path

    return user_config_path("shuseki", appauthor=False) / FILE


def _write(text: str) -> None:
    """In one step: whoever reads meanwhile finds the old file or the new one."""
    target = path()
    target.parent.mkdir(parents=True, exist_ok=True)
    written = target.with_name(f"{FILE}.{os.getpid()}")
    try:
        written.write_text(text, encoding="utf-8")
        written.replace(target)
    except OSError:
        with suppress(OSError):
            written.unlink()
        raise


def _checked(found: Mapping[str, Any]) -> Settings:
    """Each value that is of its kind; a theme that is no more is found out where themes are known."""
    kinds: dict[str, Any] = {"theme": str, "plain": bool, "lang": str, "registers": str}
    named = {field.name for field in fields(Settings)} - {"broken"}
    good = {name: found[name] for name in named & found.keys() if isinstance(found[name], kinds[name])}
    if good.get("lang", "ja") not in ("ja", "en"):
        del good["lang"]
    return Settings(**good, broken=len(good) < len(named & found.keys()))
