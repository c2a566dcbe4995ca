"""A database and a cache of its own for every test, and a way to wait that never sleeps."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHUSEKI_DATABASE_URL", f"sqlite:///{tmp_path / 'shuseki.db'}")
    monkeypatch.setenv("SHUSEKI_CACHE_DIR", str(cache))
    monkeypatch.setenv("SHUSEKI_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setattr("tui.screens.home_judging.AFTER", 0)
