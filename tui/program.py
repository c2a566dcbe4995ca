"""The Typer program: its commands, their help in the user's language, and what misuse of it means."""

import re
from collections.abc import Callable
from typing import Annotated, Any

import typer

from engine.interview.nearest import nearest
from engine.model.problem import Problem, ShusekiError
from engine.model.text import Lang
from tui.commands import shared
from tui.commands.advise import advise
from tui.commands.check import check
from tui.commands.compare import compare
from tui.commands.examples import examples
from tui.commands.explain import explain
from tui.commands.gaps import gaps
from tui.commands.interview import interview
from tui.commands.next import next_
from tui.commands.questions import questions
from tui.commands.robustness import robustness
from tui.commands.scenario import scenario
from tui.commands.schema import schema
from tui.commands.serve import serve
from tui.commands.sheets import sheets
from tui.commands.transfer import export, import_
from tui.commands.whatif import whatif
from tui.words import help as helps
from tui.words import problems

# Typer carries its own Click or uses the one installed, by version; its public error leads to both.
_UsageError: Any = typer.BadParameter.__mro__[1]
_ClickError: Any = typer.BadParameter.__mro__[2]

_EXTRA = re.compile(r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)")

_COMMANDS: dict[str, Callable[..., None]] = {
    "advise": advise,
    "interview": interview,
    "questions": questions,
    "explain": explain,
    "whatif": whatif,
    "robustness": robustness,
    "next": next_,
    "compare": compare,
    "gaps": gaps,
    "scenario": scenario,
    "examples": examples,
    "sheets": sheets,
    "check": check,
    "export": export,
    "import": import_,
    "schema": schema,
    "serve": serve,
}


def run(arguments: list[str], lang: Lang) -> int:
    """Run a command; its exit code."""
    program = _program(lang)
    try:
        with helps.headings(lang, wanted="--help" in arguments):
            result = program.main(args=arguments, prog_name="shuseki", standalone_mode=False)
    except typer.Exit as done:
        return done.exit_code
    except typer.Abort:
        return 130
    except SystemExit as stopped:
        # Click turns a reader that stops into exit code 1; for the user it is no error.
        if isinstance(stopped.__context__, BrokenPipeError):
            raise stopped.__context__ from None
        raise
    except _ClickError as error:
        raise ShusekiError(_misuse(error)) from error
    return result if isinstance(result, int) else 0


def _program(lang: Lang) -> Any:
    """The program as Click has it, with help in the user's language."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(invoke_without_command=True)(_start)
    for name, command in _COMMANDS.items():
        app.command(name)(command)
    program: Any = typer.main.get_command(app)
    program.help = helps.PROGRAM.get(lang)
    for name, command in program.commands.items():
        command.help = command.short_help = helps.COMMANDS[name].get(lang)
        _translate(command, lang)
    _translate(program, lang)
    return program


def _translate(command: Any, lang: Lang) -> None:
    for parameter in command.params:
        if parameter.name in helps.PARAMETERS:
            parameter.help = helps.PARAMETERS[parameter.name].get(lang)


def _start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version")] = False,
    lang: shared.LangOption = None,
    plain: Annotated[bool, typer.Option("--plain")] = False,
) -> None:
    """Without a command: it is the terminal interface that was meant, and there is no terminal (``tui.opening``)."""
    shared.chosen(lang)
    if lang is not None:
        # Said before the command it holds for the command as well.
        context.default_map = {name: {"lang": lang} for name in _COMMANDS}
    if context.invoked_subcommand is None:
        raise ShusekiError(problems.no_terminal())


def _misuse(error: Any) -> Problem:
    """What Click found, as one of our problems."""
    kind = type(error).__name__
    parameter = getattr(error, "param", None)
    name = _name(parameter) if parameter is not None else str(getattr(error, "param_hint", "") or "")
    if kind == "NoSuchOption":
        return problems.unknown_option(error.option_name, next(iter(error.possibilities or ()), None))
    if kind == "BadParameter" and parameter is not None:
        return _bad_value(name, parameter)
    if kind == "MissingParameter" or kind == "BadOptionUsage":
        return problems.missing_argument(name or str(getattr(error, "option_name", "")))
    if wrong := _wrong_command(error):
        return problems.unknown_command(wrong, nearest(wrong, _COMMANDS))
    extra = _EXTRA.match(error.message)
    return problems.extra_argument(extra[1]) if extra else problems.misuse(error.message)


def _bad_value(name: str, parameter: Any) -> Problem:
    """A value of the wrong kind; the library's own words for it are English, and do not name the option.

    Where it keeps kind and bounds depends on its version: on the parameter, or on a type of the parameter.
    """
    wanted = getattr(parameter, "type", None) or parameter
    if choices := getattr(wanted, "choices", ()):
        return problems.wrong_kind(name, tuple(map(str, choices)))
    least, most = getattr(wanted, "min", None), getattr(wanted, "max", None)
    kind = getattr(getattr(parameter, "type_descriptor", None), "annotation", getattr(wanted, "name", ""))
    whole = least is not None or most is not None or "int" in str(kind)
    return problems.bad_number(name, least, most) if whole else problems.wrong_kind(name)


def _name(parameter: Any) -> str:
    """A parameter as the user writes it."""
    return parameter.opts[-1] if parameter.param_type_name == "option" else str(parameter.metavar or parameter.name)


def _wrong_command(error: Any) -> str:
    """The word that was meant for a command and is none."""
    context = getattr(error, "ctx", None)
    if context is None or not hasattr(context.command, "commands"):
        return ""
    rest = [*getattr(context, "_protected_args", ()), *context.args]
    quoted = str(error.message).split("'")
    return rest[0] if rest else quoted[1] if len(quoted) > 2 else ""
