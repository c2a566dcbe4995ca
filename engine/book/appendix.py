"""Checks what stands beside the reasoning: logic models, the study's sections, the glossary, usual names."""

import unicodedata
from collections.abc import Iterator
from typing import get_args

from engine.book.examples import KIND as EXAMPLES
from engine.book.examples import SOURCE
from engine.book.ground import Found, Ground, Trail, every_file, item_file, nodes, unknown
from engine.book.languages import JAPANESE
from engine.book.problems import both, visible
from engine.model.appendix import OutcomeStage
from engine.model.problem import Severity
from engine.model.text import Citation, Lang


def logic_models_complete(ground: Ground) -> Iterator[Found]:
    """Every generic measure has a logic model, and that has an indicator for each stage."""
    for name in sorted(ground.names["measures"] - ground.names["logic_models"]):
        yield Found(
            code="missing_item",
            file=item_file("logic_models", name),
            path=(),
            what=both(
                f"施策「{visible(name)}」のロジックモデルがありません。",
                f"The measure '{visible(name)}' has no logic model.",
            ),
            why=both("報告書に案を示せません。", "A report could not show a draft."),
            remedy=both("ファイルを加えてください。", "Add the file."),
        )
    for name, model in ground.book.logic_models.items():
        for stage in OutcomeStage:
            if not model.indicators_of(stage):
                yield Found(
                    code="indicator_missing",
                    file=item_file("logic_models", name),
                    path=("indicators",),
                    what=both(
                        f"「{stage.value}」の指標がありません。", f"There is no indicator of the stage '{stage.value}'."
                    ),
                    remedy=both("指標を加えてください。", "Add an indicator."),
                )


def cited_sections(ground: Ground) -> Iterator[Found]:
    """Every section that is cited is described."""
    for file, path, part in every_file(ground.book):
        for inner, node in nodes(part, path):
            if isinstance(node, Citation) and not ground.has("study_sections", node.section):
                yield unknown(ground, "study_sections", node.section, file, (*inner, "section"))
    for name, example in ground.book.examples.items():
        for key, answer in example.answers.items():
            section = answer.source.partition(" ")[0]
            if SOURCE.fullmatch(answer.source) and not ground.has("study_sections", section):
                where: Trail = ("answers", key, "source")
                yield unknown(ground, "study_sections", section, item_file(EXAMPLES, name), where)


def sections_in_order(ground: Ground) -> Iterator[Found]:
    """No two sections have one place, and each cites its own heading."""
    seen: dict[int, str] = {}
    for name, section in ground.book.study_sections.items():
        file = item_file("study_sections", name)
        if section.order in seen:
            what = both(
                f"順番が「{seen[section.order]}」と同じです。", f"Its order is that of '{seen[section.order]}'."
            )
            yield Found("repeated_order", file, ("order",), what, both("順番を直してください。", "Correct the order."))
        seen.setdefault(section.order, name)
        for n, citation in enumerate(section.citations):
            if citation.section != name:
                what = both(
                    f"出典の節が「{visible(name)}」ではありません。", f"The citation is not of '{visible(name)}'."
                )
                remedy = both("この節の見出しを引いてください。", "Cite the heading of this section.")
                yield Found("other_section", file, ("citations", n, "section"), what, remedy)


def wordings_claimed_once(ground: Ground) -> Iterator[Found]:
    """No two terms explain the same word, however it is written, so that a word in a text has one meaning."""
    claimed: dict[str, str] = {}
    for name, term in ground.book.glossary.items():
        for wording in dict.fromkeys(folded(wording) for wording in term.wordings):
            if wording in claimed:
                other = claimed[wording]
                what = both(
                    f"「{visible(wording)}」は用語「{other}」にもあります。",
                    f"'{visible(wording)}' is claimed by the term '{other}' too.",
                )
                remedy = both("どちらか一方に書いてください。", "Keep it with one of them.")
                yield Found("wording_claimed_twice", item_file("glossary", name), (), what, remedy)
            claimed.setdefault(wording, name)


def names_once(ground: Ground) -> Iterator[Found]:
    """No set of usual names lists one name twice, however it is written."""
    for item, names in ground.book.usual_names.items():
        for lang in get_args(Lang):
            written = [folded(name) for name in getattr(names, lang)]
            for n, name in enumerate(written):
                if name in written[:n]:
                    what = both(f"「{visible(name)}」が二度あります。", f"'{visible(name)}' is listed twice.")
                    remedy = both("一つにしてください。", "Keep one of them.")
                    yield Found("repeated_name", item_file("usual_names", item), (lang, n), what, remedy)


def names_in_language(ground: Ground) -> Iterator[Found]:
    """Usual names in English have no Japanese letters; a warning only, as with other texts."""
    for item, names in ground.book.usual_names.items():
        for n, name in enumerate(names.en):
            if JAPANESE.search(name):
                what = both("英語の欄が日本語です。", "The English name is Japanese.")
                remedy = both("英語で書いてください。", "Write it in English.")
                file = item_file("usual_names", item)
                yield Found("not_english", file, ("en", n), what, remedy, severity=Severity.WARNING)


def folded(wording: str) -> str:
    """A wording whatever its width, case and form."""
    return unicodedata.normalize("NFKC", wording).casefold()
