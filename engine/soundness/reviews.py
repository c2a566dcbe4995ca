"""Checks that what we concluded ourselves can be looked into: a reason or a source, and a date of review."""

from collections.abc import Iterator

from engine.book.ground import Found, rule_file
from engine.book.problems import both
from engine.book.sources import REVIEWED
from engine.model.text import Basis
from engine.soundness.survey import Survey, head


def judgements_reasoned(survey: Survey) -> Iterator[Found]:
    """What we inferred or judged has a reason or a source; a weight that we judged has a reason."""
    for placed in survey.placed:
        rule = placed.rule
        bare = rule.basis is not Basis.STATED and rule.reason is None and not rule.citations
        weighed = rule.then.evidence is not None and rule.basis is Basis.JUDGEMENT and rule.reason is None
        if bare or weighed:
            yield Found(
                code="unreasoned",
                file=placed.name,
                path=("rules", placed.n),
                what=both("この判断には理由も出典もありません。", "This judgement has neither a reason nor a source.")
                if bare
                else both("この重みには理由がありません。", "This weight has no reason."),
                why=both("根拠を問われたときに答えられません。", "Nobody could say what it rests on."),
                remedy=both("reason か citations を書いてください。", "Add 'reason' or 'citations'.")
                if bare
                else both("reason を書いてください。", "Add 'reason'."),
            )


def files_reviewed(survey: Survey) -> Iterator[Found]:
    """Each file of rules has its date of review, and each date its file."""
    reviewed = survey.about.reviewed
    if reviewed is None:
        return
    files = [rule_file(file) for file in (*survey.book.rule_files, *survey.book.gap_files)]
    for name in files:
        if name not in reviewed:
            yield Found(
                code="review_missing",
                file=name,
                path=head(name),
                what=both("この規則が点検された記録がありません。", "No review of these rules is recorded."),
                remedy=both(
                    f"調査と照らして点検し、{REVIEWED} に日付を書いてください。",
                    f"Go through them against the study and write the date into {REVIEWED}.",
                ),
            )
    for name in sorted(set(reviewed) - set(files)):
        yield Found(
            code="review_of_nothing",
            file=REVIEWED,
            path=("reviewed", name),
            what=both("このファイルはありません。", "There is no such file."),
            remedy=both("この行を消してください。", "Remove this line."),
        )
