"""The same folders of its own for every test as where the app is driven."""

from tests.tui.app.conftest import cache, own_folders

__all__ = ["cache", "own_folders"]
