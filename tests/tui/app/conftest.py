"""A database and a cache of its own for every test, and a way to wait that never sleeps."""

import gc
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.helpers import shipped_book


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHUSEKI_DATABASE_URL", f"sqlite:///{tmp_path / 'shuseki.db'}")
    monkeypatch.setenv("SHUSEKI_CACHE_DIR", str(cache))
    monkeypatch.setenv("SHUSEKI_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setattr("tui.screens.home_judging.AFTER", 0)
    # `rest` waits for what is worked out ahead, and that is most of the work there is; test_ahead.py asks for it.
    monkeypatch.setattr("tui.screens.answering.READING_SECONDS", 3600.0)
    # After every key Textual waits twice, 20 ms each at least, until the processor is idle. `rest` looks at what waits.
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 0.002)
    monkeypatch.setattr("textual._wait.SLEEP_IDLE", 0.0005)
    # One book for all: loading it and compiling its rules take longer than most of what is tested here.
    monkeypatch.setattr("tui.session.load", shipped_book)
    # A program collects and freezes once in its life; here hundreds of programs would, each all that the others left.
    monkeypatch.setattr("tui.session.gc", SimpleNamespace(collect=nothing, freeze=nothing, enable=gc.enable))


def nothing() -> None:
    """Stands in for what a test need not wait for."""
