"""Checks findings: what is read is concluded by some rule, and none rests on itself."""

from collections.abc import Iterator

from engine.book.conclusions import each_rule
from engine.book.conditions import circles, leaves
from engine.book.ground import Found, Ground, Trail, rule_file
from engine.book.problems import both, did_you_mean, visible
from engine.model.rules import Finding


def findings_given(ground: Ground) -> Iterator[Found]:
    """Every finding that is read is concluded by some rule."""
    given = {rule.then.finding for rule in ground.book.rules if rule.then.finding}
    for file, n, rule in each_rule(ground):
        for path, leaf in leaves(rule.when, ("rules", n, "when")):
            if isinstance(leaf, Finding) and leaf.finding not in given and ground.rules_complete:
                yield Found(
                    code="unknown_finding",
                    file=rule_file(file),
                    path=(*path, "finding"),
                    what=both(
                        f"所見「{visible(leaf.finding)}」を導く規則がありません。",
                        f"No rule concludes the finding '{visible(leaf.finding)}'.",
                    ),
                    remedy=did_you_mean(
                        leaf.finding,
                        given,
                        both("その所見を導く規則を加えてください。", "Add a rule that concludes it."),
                    ),
                )


def findings_in_circles(ground: Ground) -> Iterator[Found]:
    """No finding rests on itself."""
    reads: dict[str, set[str]] = {}
    place: dict[tuple[str, str], tuple[str, Trail]] = {}
    for file, n, rule in each_rule(ground):
        if rule.then.finding:
            for path, leaf in leaves(rule.when, ("rules", n, "when")):
                if isinstance(leaf, Finding):
                    reads.setdefault(rule.then.finding, set()).add(leaf.finding)
                    place.setdefault((rule.then.finding, leaf.finding), (rule_file(file), (*path, "finding")))
    for circle in circles(reads):
        where, path = place[circle[0], circle[1]]
        yield Found(
            code="finding_circle",
            file=where,
            path=path,
            what=both(
                f"所見が循環しています（{' → '.join(circle)}）。", f"Findings go in a circle ({' -> '.join(circle)})."
            ),
            why=both("所見が自らを根拠にすることになります。", "A finding would rest on itself."),
            remedy=both("いずれかの規則から所見の条件を外してください。", "Take the finding out of one of the rules."),
        )
