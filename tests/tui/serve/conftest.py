"""Skips everything here where the extra is not installed; gives every test folders of its own."""

from pathlib import Path

import pytest

pytest.importorskip("aiohttp", reason="the extra 'serve' is not installed")
pytest.importorskip("textual_serve", reason="the extra 'serve' is not installed")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHUSEKI_DATABASE_URL", f"sqlite:///{tmp_path / 'shuseki.db'}")
    monkeypatch.setenv("SHUSEKI_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("SHUSEKI_CONFIG_DIR", str(tmp_path / "config"))
