"""The command line. Answers ``--version`` before it loads anything, and turns every error into one clear message."""

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
    _speak_utf8()
    if arguments == ["--version"]:
        print(f"shuseki {_version()}")
        return 0
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_output()
        return 0
    finally:
        gc.enable()
    return code


def _run(arguments: list[str]) -> int:
    # A command lives for half a second and keeps what it builds: looking for garbage meanwhile takes a tenth of that,
    # and looking through every installed package for plugins of pydantic a twentieth.
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from tui.words.language import asked_in, language

    lang = language(asked_in(arguments))
    try:
        return _done(arguments, lang)
    except (BrokenPipeError, KeyboardInterrupt) as stopped:
        if isinstance(stopped, BrokenPipeError):
            raise
        return 130
    except Exception as error:
        return _told(error, lang)


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
    found = error.problems if isinstance(error, ShusekiError) else (problems.unexpected(error),)
    for problem in found:
        print(problem.tell(lang), file=sys.stderr)
    return _MISUSE


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("shuseki")
    except PackageNotFoundError:
        return "(not installed)"


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
