"""``schema``: the JSON Schema of what ``advise``, ``gaps`` and its batch print as JSON."""

import json
from typing import Annotated

import typer

from engine.interview.nearest import nearest
from engine.model.problem import ShusekiError
from tui.commands import shared
from tui.words import problems

NAMES = ("assessment", "gaps", "gaps-comparison", "gaps-batch")
"""What there are schemas of: the file under ``docs/schema`` is named so, with ``_`` for ``-``."""
WhatArgument = Annotated[str, typer.Argument(metavar="[NAME]", show_default=False)]


def schema(schema_name: WhatArgument = "assessment", lang: shared.LangOption = None) -> None:
    """Print the JSON Schema of an assessment, or of a gap check."""
    shared.chosen(lang)
    if schema_name not in NAMES:
        meant = nearest(schema_name, NAMES)
        raise ShusekiError(problems.bad_value("NAME", schema_name, (meant,) if meant else NAMES))
    shared.give(published(schema_name))


def published(name: str = "assessment") -> str:
    """The schema as it is published under ``docs/schema``."""
    found = _schema(name)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": found["title"]}
    return json.dumps({**head, **found}, ensure_ascii=False, indent=2)


def _schema(name: str) -> dict[str, object]:
    from engine.model.assessment import Assessment
    from engine.model.gap_batch import BatchSummary
    from engine.model.gap_comparison import GapComparison
    from engine.model.gaps import GapCheck
    from engine.model.text import Frozen

    models: tuple[type[Frozen], ...] = (Assessment, GapCheck, GapComparison, BatchSummary)
    return models[NAMES.index(name)].model_json_schema(by_alias=True, mode="serialization")
