"""``serve``: opens the terminal interface in a browser, for whoever has the URL that it prints."""

import gc
import sys
from importlib.util import find_spec
from typing import Annotated

import typer

from engine.model.problem import ShusekiError
from tui.commands import shared
from tui.words import serving

HostOption = Annotated[str, typer.Option("--host", metavar="IP")]
PortOption = Annotated[int, typer.Option("--port", min=0, max=65535, show_default=False)]

LIBRARIES = ("aiohttp", "textual_serve")
LOOPBACK = "127.0.0.1"


def serve(host: HostOption = LOOPBACK, port: PortOption = 0, lang: shared.LangOption = None) -> None:
    """Serve the terminal interface to browsers of this machine, or of others if a host is named."""
    speak = shared.chosen(lang)
    if not all(find_spec(name) for name in LIBRARIES):
        raise ShusekiError(serving.missing())
    from tui.serve.checks import Gate, is_address, is_loopback
    from tui.serve.server import listening
    from tui.serve.server import serve as run

    if not is_address(host):
        raise ShusekiError(serving.no_address(host))
    gc.enable()
    with listening(host, port) as bound:
        gate = Gate(host, bound.getsockname()[1])
        if not is_loopback(host):
            print(serving.word("exposed", speak), file=sys.stderr)
        print(serving.word("open_this", speak), file=sys.stderr, flush=True)
        print(gate.url, flush=True)
        run(gate, bound, speak)
    print(serving.word("ended", speak), file=sys.stderr)
