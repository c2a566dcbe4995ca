"""The program as it is, telling after each paint what stands on the screen; run in a pseudo-terminal by ``face``.

Usage: python -m tests.bench.watched FD: lines of JSON go to this file descriptor.
"""

import json
import os
import sys
from typing import Any

from textual.app import App

from tui.app import run
from tui.screens.consultation import ConsultationScreen


def watch(told: int) -> None:
    """Has every paint followed by a line; of another screen than the interview, what it lists."""
    paint = App._display

    def painted(app: App[Any], screen: Any, renderable: Any) -> None:
        paint(app, screen, renderable)
        os.write(told, json.dumps(_standing(app.screen)).encode() + b"\n")

    App._display = painted  # type: ignore[method-assign]


def _standing(screen: Any) -> dict[str, object]:
    if not isinstance(screen, ConsultationScreen):
        return {"screen": type(screen).__name__, "listed": len(getattr(screen, "listed", ()))}
    asked = screen.question
    return {
        "screen": "ConsultationScreen",
        "answered": len(screen.sitting.answers),
        "current": screen.sitting.current,
        "question": asked.id if asked else "",
        "kind": asked.kind if asked else "",
        "options": len(asked.options) if asked else 0,
    }


if __name__ == "__main__":
    watch(int(sys.argv[1]))
    run("ja")
