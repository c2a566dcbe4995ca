"""What the guide shows is what the program accepts."""

import re
from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter

from engine.book.loading import load
from engine.model.rules import Condition, Rule, Stage

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "rules-guide.md").read_text("utf-8")
_ROWS = sorted({row for row in re.findall(r"`(\{[^`…]+\})`", GUIDE) if not re.match(r"\{\w+: …", row)})


def test_the_rule_shown_is_the_rule_shipped() -> None:
    blocks = [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)]
    (shown,) = (block["rules"][0] for block in blocks if "rules" in block)
    rule = Rule.model_validate({**shown, "id": "phase/PH.B.2/arrived", "stage": Stage.PHASE})
    assert rule == load(cache=None).rule["phase/PH.B.2/arrived"]


def test_the_question_shown_is_the_question_shipped() -> None:
    blocks = [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)]
    (shown,) = (block["text"] for block in blocks if "text" in block)
    assert load(cache=None).questions["b_diff"].text.model_dump() == shown


@pytest.mark.parametrize("written", _ROWS)
def test_every_condition_shown_is_accepted(written: str) -> None:
    assert TypeAdapter(Condition).validate_python(yaml.safe_load(written))
