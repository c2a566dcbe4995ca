"""What ``gaps`` gives out: report, JSON, explanations, and the files beside them."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from engine.model.problem import ShusekiError
from tui.commands import shared
from tui.commands.advise import give
from tui.commands.formats import printed, width
from tui.words import gaps as words
from tui.words import reports as report_words

if TYPE_CHECKING:
    from engine.model.book import Book
    from engine.model.gap_comparison import GapComparison
    from engine.policy.checked import Checked
    from tui.commands.gaps import Asked
    from tui.commands.gaps_reading import Given


def report(book: "Book", found: "Checked", compared: "GapComparison | None", asked: "Asked") -> None:
    """The check in the format asked for; what it is compared with is part of it, and is the whole of JSON."""
    if asked.public:
        shared.tell((report_words.names_stand_as_typed(),), asked.lang)
    give(_made(book, found, compared, asked), asked.form, asked.output, force=asked.force)


def _made(book: "Book", found: "Checked", compared: "GapComparison | None", asked: "Asked") -> bytes:
    if asked.form == "json":
        return (compared or found.check).model_dump_json(by_alias=True, indent=2).encode()
    from engine.report.edition import Edition
    from tui.reporting import Wanted, places, rendered

    edition = Edition(public=asked.public, brief=asked.brief, places=places(found.consultation.cluster))
    parts = (found.consultation, found.assessment, found.register, found.mapping, found.check)
    if asked.form == "xlsx":
        from engine.report.gaps.workbook import gaps_workbook

        return gaps_workbook(book, *parts, asked.lang, edition, compared)
    from engine.report.gaps.document import gaps_document

    document = gaps_document(book, *parts, asked.lang, edition, compared)
    return rendered(document, Wanted(asked.form, asked.lang), width())


def listing(found: "Checked", asked: "Asked") -> None:
    """The findings by id, one a line, or as JSON from ids to sentences."""
    findings = found.check.findings
    if asked.form == "json":
        text = json.dumps({one.id: one.text.get(asked.lang) for one in findings}, ensure_ascii=False, indent=2)
    else:
        from engine.interview.visible import flowing

        text = "\n".join(f"{one.id}  {flowing(one.text.get(asked.lang))}" for one in findings)
    shared.give(text or words.no_findings(asked.lang), asked.output, force=asked.force)


def explained(book: "Book", found: "Checked", finding: str, asked: "Asked") -> None:
    """Why one finding is there.

    Raises:
        ShusekiError: there is no such finding.
    """
    from engine.assess import engine_for
    from engine.policy.gaps import explain_gap

    ids = [one.id for one in found.check.findings]
    if finding not in ids:
        raise ShusekiError(words.unknown_finding(finding, ids))
    parts = (found.consultation, found.assessment, found.register, found.mapping, found.check)
    tree = explain_gap(engine_for(book), *parts, finding)
    if asked.form == "json":
        text = tree.model_dump_json(indent=2)
    else:
        from engine.report.explanation import document

        text = printed(document(tree, asked.lang), asked.form)
    shared.give(text, asked.output, force=asked.force)


def side_files(book: "Book", found: "Checked", given: "Given", asked: "Asked") -> None:
    """The mapping file and the copy of the register, where they were asked for."""
    if asked.write_mapping is not None:
        from engine.store.mapping_draft import draft

        text = draft(book, found.register, found.mapping, found.check.types)
        _write("mapping", asked.write_mapping, text.encode(), asked)
    if asked.copy is not None and given.measures is not None:
        from engine.report.register_copy import register_copy

        data = register_copy(Path(given.measures), found.register, found.mapping, found.check, book, asked.lang)
        _write("copy", asked.copy, data, asked)


def _write(what: str, path: str, data: bytes, asked: "Asked") -> None:
    from engine.store.atomic import write_atomically

    write_atomically(Path(path), data, overwrite=asked.force)
    print(words.written(what, path, asked.lang), file=sys.stderr)
