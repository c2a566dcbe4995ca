"""``gaps``: a register of existing measures laid over what type and phase need; comparisons, files, a whole folder."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.model.problem import ShusekiError
from engine.model.text import Lang
from tui.commands import gaps_reading as reading
from tui.commands import shared, sources
from tui.commands.advise import BriefOption, PublicOption, ReportFormat
from tui.commands.explain import ListOption
from tui.commands.formats import chosen_format
from tui.reporting import BINARY
from tui.words import gaps as words
from tui.words import problems
from tui.words import reports as report_words

if TYPE_CHECKING:
    from engine.model.book import Book
    from engine.model.gap_comparison import GapComparison
    from engine.policy.checked import Checked

SourceArgument = Annotated[str | None, typer.Argument(metavar="[FILE]", show_default=False)]
MeasuresArgument = Annotated[str | None, typer.Argument(metavar="[MEASURES]", show_default=False)]
MappingOption = Annotated[str | None, typer.Option("--mapping", metavar="FILE.yaml", show_default=False)]
WriteMappingOption = Annotated[str | None, typer.Option("--write-mapping", metavar="FILE.yaml", show_default=False)]
YearOption = Annotated[int | None, typer.Option("--fiscal-year", metavar="YEAR", show_default=False)]
SheetOption = Annotated[list[str] | None, typer.Option("--sheet", metavar="NAME", show_default=False)]
UnitOption = Annotated[str | None, typer.Option("--unit", metavar="円|千円|万円|百万円", show_default=False)]
ExplainOption = Annotated[str | None, typer.Option("--explain", metavar="FINDING", show_default=False)]
PreviousOption = Annotated[str | None, typer.Option("--previous", metavar="MEASURES", show_default=False)]
PreviousAnswersOption = Annotated[str | None, typer.Option("--previous-answers", metavar="FILE", show_default=False)]
AgainstOption = Annotated[
    tuple[str, str] | None, typer.Option("--against", metavar="FILE MEASURES", show_default=False)
]
CopyOption = Annotated[str | None, typer.Option("--copy", metavar="FILE.xlsx", show_default=False)]
TemplateOption = Annotated[str | None, typer.Option("--template", metavar="FILE.xlsx", show_default=False)]
BatchOption = Annotated[str | None, typer.Option("--batch", metavar="DIR", show_default=False)]
JobsOption = Annotated[int | None, typer.Option("--jobs", metavar="N", min=1, show_default=False)]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for, but for the consultation and the register themselves."""

    lang: Lang
    form: str
    output: str | None
    force: bool
    public: bool
    brief: bool
    explain: str | None
    list_: bool
    write_mapping: str | None
    copy: str | None


def gaps(
    gaps_file: SourceArgument = None,
    measures: MeasuresArgument = None,
    lang: shared.LangOption = None,
    report_form: ReportFormat = None,
    output: shared.OutputOption = None,
    force: shared.ForceOption = False,
    mapping: MappingOption = None,
    write_mapping: WriteMappingOption = None,
    fiscal_year: YearOption = None,
    sheet: SheetOption = None,
    unit: UnitOption = None,
    brief: BriefOption = False,
    public_gaps: PublicOption = False,
    explain_finding: ExplainOption = None,
    list_findings: ListOption = False,
    previous_measures: PreviousOption = None,
    previous_answers: PreviousAnswersOption = None,
    against: AgainstOption = None,
    copy: CopyOption = None,
    register_template: TemplateOption = None,
    batch: BatchOption = None,
    jobs: JobsOption = None,
) -> None:
    """Lay a register of existing measures over what type and phase need."""
    speak = shared.chosen(lang)
    output = shared.file_or_none(output)
    how = reading.reading(sheet or (), fiscal_year, unit)
    if batch is not None:
        from tui.commands import gaps_batch

        alone = {
            "FILE": gaps_file,
            "--write-mapping": write_mapping,
            "--explain": explain_finding,
            "--list": list_findings,
            "--brief": brief,
            "--public": public_gaps,
            "--previous": previous_measures,
            "--previous-answers": previous_answers,
            "--against": against,
            "--copy": copy,
            "--template": register_template,
            "--sheet": sheet,
            "--unit": unit,
            "--fiscal-year": fiscal_year,
        }
        gaps_batch.refuse_others(alone)
        raise typer.Exit(gaps_batch.run(gaps_batch.Batch(batch, output, report_form, mapping, jobs, force), speak))
    if jobs is not None:
        raise ShusekiError(words.needs_option("--jobs", "--batch"))
    if register_template is not None:
        _template(register_template, gaps_file, speak, force=force)
        return
    asked = Asked(
        speak,
        chosen_format(report_form, output),
        output,
        force,
        public_gaps,
        brief,
        explain_finding,
        list_findings,
        write_mapping,
        copy,
    )
    given = _given(gaps_file, measures, mapping, how)
    other = _other(given, previous_measures, previous_answers, against)
    _refuse(asked, given, other)
    raise typer.Exit(_run(asked, given, other, years=against is None))


def _given(file: str | None, measures: str | None, mapping: str | None, how: reading.Reading) -> reading.Given:
    """The consultation and its register.

    Raises:
        ShusekiError: one of them was left out. Of a saved consultation the register may be: it may be kept with it.
    """
    if file is None:
        raise ShusekiError(problems.missing_argument("FILE"))
    if measures is None and sources.saved_id(file) is None:
        raise ShusekiError(words.no_measures_given())
    return reading.Given(file, measures, mapping, how)


def _other(
    given: reading.Given, previous: str | None, answers: str | None, against: tuple[str, str] | None
) -> reading.Given | None:
    """What the check is compared with, if anything."""
    if previous is not None and against is not None:
        raise ShusekiError(words.do_not_go_together("--previous", "--against"))
    if answers is not None and previous is None:
        raise ShusekiError(words.needs_option("--previous-answers", "--previous"))
    if previous is not None:
        return reading.Given(answers or given.source, previous, given.mapping, reading.Reading())
    return reading.Given(against[0], against[1], None, reading.Reading()) if against else None


def _refuse(asked: Asked, given: reading.Given, other: reading.Given | None) -> None:
    """Stop before any work where options do not go together or files would be written over."""
    if asked.explain is not None and asked.list_:
        raise ShusekiError(words.do_not_go_together("--explain", "--list"))
    if (asked.explain is not None or asked.list_) and asked.form not in ("text", "json", "md"):
        raise ShusekiError(words.bad_format(asked.form, ("text", "json", "md")))
    if asked.form == "json" and asked.brief:
        raise ShusekiError(report_words.not_of_json("--brief"))
    if asked.form == "json" and asked.public:
        raise ShusekiError(report_words.not_of_json("--public"))
    if asked.form in BINARY and asked.output is None and sys.stdout.isatty():
        raise ShusekiError(report_words.no_terminal_for(asked.form))
    outputs = {"-o": asked.output, "--write-mapping": asked.write_mapping, "--copy": asked.copy}
    inputs = [given.source, given.measures, given.mapping, *((other.source, other.measures) if other else ())]
    reading.refuse_inputs(outputs, inputs)
    if asked.copy is not None and given.measures is None:
        raise ShusekiError(words.needs_option("--copy", "MEASURES"))
    _refuse_suffix("--copy", asked.copy, (".xlsx",))
    _refuse_suffix("--write-mapping", asked.write_mapping, (".yaml", ".yml"))
    for path in outputs.values():
        shared.refuse_existing(path, asked.force)


def _refuse_suffix(option: str, path: str | None, suffixes: tuple[str, ...]) -> None:
    """Stop where a file would have a name that promises something else than what it holds."""
    if path is not None and not path.lower().endswith(suffixes):
        raise ShusekiError(words.wrong_name(option, path, suffixes[0]))


def _run(asked: Asked, given: reading.Given, other: reading.Given | None, *, years: bool) -> int:
    """Check, compare, write; the exit code."""
    from tui.commands import gaps_giving as giving

    book = shared.load_book()
    found = reading.check(book, given, asked.lang)
    compared = _compared(book, found, other, asked.lang, years=years) if other else None
    giving.side_files(book, found, given, asked)
    if asked.list_:
        giving.listing(found, asked)
        return 0
    if asked.explain is not None:
        giving.explained(book, found, asked.explain, asked)
        return 0
    giving.report(book, found, compared, asked)
    return int(found.has_gaps)


def _compared(book: "Book", found: "Checked", other: reading.Given, lang: Lang, *, years: bool) -> "GapComparison":
    from engine.policy.comparing import compare_checks

    if years:
        return compare_checks(reading.previous(book, found, other, lang), found)
    return compare_checks(found, reading.check(book, other, lang), relation="clusters")


def _template(path: str, file: str | None, lang: Lang, *, force: bool) -> None:
    """Write the template of a register; nothing else is needed for it."""
    if file is not None:
        raise ShusekiError(words.do_not_go_together("--template", "FILE"))
    _refuse_suffix("--template", path, (".xlsx",))
    shared.refuse_existing(path, force)
    from engine.report.register_template import register_template
    from engine.store.atomic import write_atomically

    write_atomically(Path(path), register_template(shared.load_book(), lang), overwrite=force)
    print(words.written("template", path, lang), file=sys.stderr)
