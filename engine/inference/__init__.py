"""Derives conclusions from answers: the condition tree, two independent evaluators, and the verdicts."""
