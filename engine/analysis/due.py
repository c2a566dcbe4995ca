"""When measures are due in many scenarios at once: what ``assess.measures`` decides for one set of answers."""

from functools import cache

from engine.analysis.outlook import Cells
from engine.assess.engine import Engine
from engine.assess.measures import URGENCY, orders_of, served
from engine.inference.judged import Judged, Standing, union
from engine.model.assessment import Order, Timing
from engine.model.knowledge import Measure

TimingMasks = dict[Timing, int]


class Due:
    """For each measure the scenarios in which it is recommended, by timing."""

    def __init__(self, engine: Engine, judged: Judged) -> None:
        self.engine = engine
        self.judged = judged
        self.timings = cache(self._timings)

    def recommended(self, measure: str) -> int:
        """The lanes in which a measure is recommended."""
        return recommended_in(self.judged, self.engine.book.measures[measure])

    def cells(self, measure: str) -> Cells:
        """The lanes by timing, and those in which it is not recommended."""
        found: Cells = {timing: mask for timing, mask in self.timings(measure).items() if mask}
        return {**found, "not": self.judged.everywhere & ~union(found.values())}

    def _timings(self, measure: str) -> TimingMasks:
        item = self.engine.book.measures[measure]
        standing, shown = self.judged.standings[item.type], self.judged.shows(item.type)
        lacks = self.judged.truth(f"status:{measure}:in_place")[1]
        by_order = [_due_in(order, standing, lacks, self.judged.everywhere) for order in orders_of(item)]
        left, found = shown, TimingMasks()
        for timing in URGENCY:
            found[timing] = left & union(masks[timing] for masks in by_order)
            left &= ~found[timing]
        return self._brought_forward(item, found, standing)

    def _brought_forward(self, measure: Measure, found: TimingMasks, standing: Standing) -> TimingMasks:
        """What is ahead but works on a necessary fact missing where work stands is due now."""
        missing = 0
        for fact in served(self.engine, measure.id):
            phase = self.engine.book.phases[fact.factor]
            if phase.type == measure.type:
                lacks = self.judged.truth(f"necessary:{fact.factor}:{fact.fact}")[1]
                missing |= lacks & standing.between[phase.order]
        moved = missing & (found["prepare"] | found["later"])
        return {
            "now": found["now"] | moved,
            "repair": found["repair"],
            "prepare": found["prepare"] & ~moved,
            "later": found["later"] & ~moved,
        }


def recommended_in(judged: Judged, measure: Measure) -> int:
    """The lanes in which a measure is recommended, whenever it is due.

    Its type is shown, and in one of its phases there is something left to do: the factor is not met, or the measure is
    known not to be there in full, or all three factors are met and it belongs to the last phase.
    """
    standing = judged.standings[measure.type]
    lacks = judged.truth(f"status:{measure.id}:in_place")[1]
    left = (~standing.established[n] | lacks | (standing.complete & standing.high[n]) for n in orders_of(measure))
    return judged.shows(measure.type) & union(left)


def _due_in(order: Order, standing: Standing, lacks: int, everywhere: int) -> TimingMasks:
    """When a measure of one phase is due, of whatever type is shown."""
    established, reached = standing.established[order], standing.reached
    open_ = everywhere & ~established
    last = standing.complete & standing.high[order]
    next_ = union(mask for n, mask in standing.high.items() if n == order - 1)
    return {
        "repair": established & lacks,
        "now": (established & ~lacks & last) | (open_ & reached[order]),
        "prepare": open_ & ~reached[order] & next_,
        "later": open_ & ~reached[order] & ~next_,
    }
