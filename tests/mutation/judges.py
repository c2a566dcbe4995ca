"""What notices a mutant: the rules' examples, the checks of the book, and whole clusters with what must come out.

None of them compares with an output that was once recorded: examples and expectations are written by hand.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property

from engine.assess import assess
from engine.assess.engine import Engine
from engine.book import verify as at_load
from engine.book.ground import Ground
from engine.book.sources import Roots, collect
from engine.inference.bits import BitEvaluator
from engine.inference.network import Network
from engine.model.book import Book
from engine.soundness import verify as soundness
from engine.soundness.about import About, read_about
from tests.engine.assess import test_study_examples as study
from tests.engine.assess.test_cases import differences
from tests.helpers import AS_OF, answered, case, case_names
from tests.mutation.mutants import Mutant
from tests.rules.specification import Trial, conclusion_differs, entries

MEANS = ("rule examples", "checks", "clusters")


class Judges:
    """Everything that is kept from one mutant to the next."""

    def __init__(self, book: Book) -> None:
        """``book`` is the unbroken one."""
        self.book = book
        self.network = Network(book)
        self.trial = Trial(self.network, entries().values())
        self.by: dict[str, Callable[[Mutant], bool]] = {
            "rule examples": self.by_rule_examples,
            "checks": self.by_checks,
            "clusters": self.by_clusters,
        }

    def first(self, mutant: Mutant) -> str | None:
        """The first means that notices the mutant, cheapest first; None if none does."""
        return next((means for means in MEANS if self.by[means](mutant)), None)

    def by_rule_examples(self, mutant: Mutant) -> bool:
        """Whether the rule is missed, concludes what its sentence does not say, or comes out otherwise somewhere."""
        if mutant.rule is None or (entry := entries().get(mutant.subject)) is None:
            return False
        if mutant.made is None or conclusion_differs(mutant.made, entry):
            return True
        came = BitEvaluator(self.network).condition(mutant.made.when, self.trial.lanes)
        if any(self.trial.differences(mutant.made, came)):
            return True
        return mutant.made.then.finding is not None and self._others_notice(mutant.book)

    def _others_notice(self, book: Book) -> bool:
        """Whether rules that read a finding come out otherwise."""
        network = Network(book)
        trial, evaluator = Trial(network, entries().values()), BitEvaluator(network)
        return any(any(trial.differences(r, evaluator.condition(r.when, trial.lanes))) for r in book.rules)

    def by_checks(self, mutant: Mutant) -> bool:
        """Whether loading or ``shuseki check`` finds something in the broken book that it does not find otherwise."""
        return bool(self._found(mutant.book) - self._sound)

    @cached_property
    def _sound(self) -> Counter[tuple[str, str, str]]:
        return self._found(self.book)

    @cached_property
    def _about(self) -> About:
        return read_about(collect(Roots.of(None, None)))[0]

    def _found(self, book: Book) -> Counter[tuple[str, str, str]]:
        found = list(at_load.run(Ground(book)))
        if not found:
            found, _ = soundness.parted(soundness.examined(book, self._about), self._about.accepted)
        return Counter((one.code, one.file, one.what.en) for one in found)

    def by_clusters(self, mutant: Mutant) -> bool:
        """Whether a made-up cluster or one of the study comes out otherwise than it must."""
        engine = Engine(mutant.book, use_durable=False)
        return any(clusters_gone_wrong(engine))


def clusters_gone_wrong(engine: Engine) -> Iterator[str]:
    """The clusters whose assessment is not what was written down for them."""
    for name in case_names():
        answers, expect = case(name)
        result = assess(engine.book, answered(engine.book, answers), AS_OF, engine=engine)
        if differences(expect, result):
            yield name
    for test, arguments in study_tests():
        try:
            test(*arguments, engine)
        except (AssertionError, StopIteration):
            yield f"{test.__name__}{arguments}"


def study_tests() -> Iterator[tuple[Callable[..., None], tuple[str, ...]]]:
    """The expectations of the study's own clusters, with their arguments."""
    for name, type_ in study.TYPED.items():
        yield study.test_a_tabulated_cluster_has_the_type_of_the_study, (name, type_)
    for name in ("kitakami", "toyama_machinery"):
        yield study.test_a_cluster_that_combines_both_origins_is_not_flattened, (name,)
    for name in study.ESTABLISHED:
        yield study.test_what_the_table_tells_of_as_done_is_established, (name,)
    for name, type_ in study.NOT_COMPLETE.items():
        yield study.test_what_is_only_begun_or_considered_is_not_complete_nor_can_be, (name, type_)
    for name in study.WORK_STANDS_AT:
        yield study.test_work_stands_where_the_table_leaves_off, (name,)
    for name in ("hiroshima", "toyama_pharma"):
        yield study.test_a_deep_dive_with_all_three_phases_told_is_complete, (name,)
    yield study.test_no_cluster_of_the_study_falls_outside_its_scope, ()
