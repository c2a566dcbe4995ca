"""``examples``: the study's clusters as answer files."""

import json
from typing import TYPE_CHECKING

from engine.interview.visible import visible
from tui.commands import shared

if TYPE_CHECKING:
    from engine.model.answers import Consultation


def examples(json_: shared.JsonOption = False, lang: shared.LangOption = None) -> None:
    """List the examples made from the study's cases."""
    speak = shared.chosen(lang)
    found = shared.load_book().examples
    if json_:
        shared.give(json.dumps([_entry(name, one) for name, one in found.items()], ensure_ascii=False, indent=2))
        return
    names = {n: (speak == "en" and one.cluster.name_en) or one.cluster.name for n, one in found.items()}
    longest = max(map(len, names), default=0)
    shared.give("".join(f"{name:<{longest}}  {visible(title)}\n" for name, title in names.items()))


def _entry(name: str, one: "Consultation") -> dict[str, object]:
    cluster = one.cluster.model_dump(mode="json")
    return {"id": name, "cluster": cluster, "as_of": one.as_of.isoformat(), "answered": len(one.answers)}
