"""Every rule has been seen to hold and to fail, every condition true and false; what is missing is named."""

from tests.helpers import shipped_book
from tests.rules.coverage import Item, items, table


def test_every_rule_and_every_condition_has_been_seen_both_ways() -> None:
    missing = [f"{item.name} ({', '.join(item.missing)})" for item in items(shipped_book()) if not item.covered]
    assert missing == []


def test_the_report_names_what_has_not_been_seen() -> None:
    rule = shipped_book().rules[0]
    whole = Item(rule, None, (True, False), (False, False))
    leaf = Item(rule, "core_company is True", (False, False), (True, False))
    report = list(table([whole, leaf]))
    assert f"never seen to fail: {rule.id}" in report
    assert f"never seen false: {rule.id}: core_company is True" in report
