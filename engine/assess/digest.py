"""The digest printed with every result: it names the input that gave it."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date

from engine.model.answers import Answer, Unknown

LENGTH = 16


def digest(knowledge_version: str, answers: Mapping[str, Answer], as_of: date) -> str:
    """SHA-256 over answers, confidence, date and knowledge version; not over notes, names, times or language."""
    canonical = {
        "knowledge": knowledge_version,
        "as_of": as_of.isoformat(),
        "answers": {q: [_plain(a), a.confidence.value] for q, a in sorted(answers.items())},
    }
    text = json.dumps(canonical, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def _plain(answer: Answer) -> object:
    value = answer.value
    if isinstance(value, Unknown):
        return {"unknown": True}
    if isinstance(value, tuple):
        return sorted(value)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
