"""The command line. Answers ``--version`` before it loads anything, and turns every error into one clear message."""

import errno
import gc
import io
import os
import sys
from collections.abc import Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from engine.model.text import Lang

_MISUSE = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; its exit code: 0 fine, 1 findings, 2 misuse."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _have_streams()
    _speak_utf8()
    try:
        code = _run(arguments)
    except BrokenPipeError:
        _forget_output()
        return 0
    except OSError as error:
        return _told(error, "en")
    finally:
        gc.enable()
    return code


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        print(f"shuseki {_version()}", flush=True)
        return 0
    # A command lives for half a second and keeps what it builds: looking for garbage meanwhile takes a tenth of that,
    # and looking through every installed package for plugins of pydantic a twentieth.
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from tui.words.language import asked_in, language

    lang = language(asked_in(arguments))
    try:
        code = _done(arguments, lang)
        sys.stdout.flush()
    except (BrokenPipeError, KeyboardInterrupt) as stopped:
        if isinstance(stopped, BrokenPipeError):
            raise
        return 130
    except Exception as error:
        return _told(error, lang)
    return code


def _done(arguments: list[str], lang: "Lang") -> int:
    """Opens the terminal interface if nothing else is asked for, or runs the command."""
    from tui.opening import on_terminal, opening

    asked = opening(arguments)
    if asked is not None and on_terminal():
        from tui.app import run as open_app

        open_app(asked.lang, plain=asked.plain)
        return 0
    from tui.program import run

    return run(arguments, lang)


def _told(error: Exception, lang: "Lang") -> int:
    """The error as Problems on stderr; one that nobody foresaw becomes a Problem too."""
    from engine.model.problem import ShusekiError
    from tui.words import problems

    if os.environ.get("SHUSEKI_DEBUG"):
        import traceback

        traceback.print_exception(error)
    found = error.problems if isinstance(error, ShusekiError) else (problems.unforeseen(error),)
    for problem in found:
        print(problem.tell(lang), file=sys.stderr)
    if isinstance(error, OSError):
        _forget_output()
    return _MISUSE


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("shuseki")
    except PackageNotFoundError:
        return "(not installed)"


class _NoOutput(io.TextIOWrapper):
    """Stands for a standard output that was closed: what is written there fails as it does on a full disk."""

    def __init__(self) -> None:
        super().__init__(_Nowhere(), encoding="utf-8", write_through=True)


class _Nowhere(io.RawIOBase):
    """Takes no byte."""

    name = "<stdout>"

    def writable(self) -> bool:
        return True

    def write(self, data: object, /) -> int:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def _have_streams() -> None:
    """Python has None for a stream that was closed before it began; whoever reads nothing is told nothing."""
    # The checker takes them for always there.
    streams: dict[str, object] = vars(sys)
    if streams["stdout"] is None:
        sys.stdout = _NoOutput()
    if streams["stderr"] is None:
        sys.stderr = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    if streams["stdin"] is None:
        sys.stdin = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


def _speak_utf8() -> None:
    """UTF-8 into pipes and files everywhere; no character a console lacks stops the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper) and not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")


def _forget_output() -> None:
    """Nobody reads on: give the interpreter's last flush somewhere to go."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return


if __name__ == "__main__":
    sys.exit(main())
