"""What is found out about an assessment beyond itself: how sure it is, what would change it, what to ask next."""

from engine.model.counterfactual import Counterfactuals
from engine.model.next_question import NextQuestion
from engine.model.robustness import Robustness
from engine.model.text import Frozen


class Analysis(Frozen):
    """Robustness, counterfactuals of type and phase, and the next best question, all of the same answers."""

    robustness: Robustness
    changes: tuple[Counterfactuals, ...]
    next_question: NextQuestion
