"""``schema``: the JSON Schema of an assessment, as ``advise --format json`` prints one."""

import json

from tui.commands import shared


def schema(lang: shared.LangOption = None) -> None:
    """Print the JSON Schema of an assessment."""
    shared.chosen(lang)
    shared.give(published())


def published() -> str:
    """The schema as it is published under ``docs/schema``."""
    from engine.model.assessment import Assessment

    found = Assessment.model_json_schema(by_alias=True, mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Assessment"}
    return json.dumps({**head, **found}, ensure_ascii=False, indent=2)
