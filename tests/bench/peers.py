"""The same rules in two other engines: CLIPS by clipspy, and ZEN by zen-engine as a table and as an expression.

Each is used in the quickest of the ways we tried. A peer that is not installed raises ImportError when it is made.
"""

import json

from engine.inference.branches import FactTest
from engine.inference.facts import Facts, Scalar
from engine.inference.trace import Support
from tests.bench.firing import Numbered


class Clips:
    """CLIPS: one relation a fact, one rule an alternative; what fired is gathered in a global and read at the end."""

    name = "clipspy"

    def __init__(self, alternatives: Numbered) -> None:
        import clips

        self.alternatives = alternatives
        self.relations = _names(alternatives)
        self.environment = clips.Environment()
        self.environment.build("(defglobal ?*fired* = (create$))")
        for n, (_, branch) in enumerate(alternatives):
            patterns = " ".join(self._pattern(test, f"?v{i}") for i, test in enumerate(branch))
            self.environment.build(f"(defrule r{n} {patterns} => (bind ?*fired* (create$ ?*fired* {n})))")

    def _pattern(self, test: FactTest, variable: str) -> str:
        if test.values:
            return f"({self.relations[test.key]} {'|'.join(_clips(value) for value in test.values)})"
        bounds = [(">=", test.low), ("<", test.high)]
        tests = [f":({operator} {variable} {bound!r})" for operator, bound in bounds if bound is not None]
        return f"({self.relations[test.key]} {'&'.join([variable, *tests])})"

    def prepare(self, facts: Facts) -> str:
        return " ".join(f"({self.relations[k]} {_clips(v)})" for k, v in facts.items() if k in self.relations)

    def fire(self, prepared: str) -> set[Support]:
        self.environment.reset()
        self.environment.load_facts(prepared)
        self.environment.run()
        return {self.alternatives[n][0] for n in self.environment.find_global("fired").value}


class _Zen:
    def __init__(self, alternatives: Numbered) -> None:
        self.alternatives = alternatives
        self.variables = _names(alternatives)
        self.conditions = [" and ".join(self._test(test) for test in branch) for _, branch in alternatives]

    def _test(self, test: FactTest) -> str:
        name = self.variables[test.key]
        if len(test.values) == 1:
            return f"{name} == {json.dumps(test.values[0], ensure_ascii=False)}"
        if test.values:
            return f"{name} in {json.dumps(test.values, ensure_ascii=False)}"
        bounds = [(">=", test.low), ("<", test.high)]
        return " and ".join([f"{name} != null", *(f"{name} {o} {b!r}" for o, b in bounds if b is not None)])

    def prepare(self, facts: Facts) -> Facts:
        return {self.variables[k]: v for k, v in facts.items() if k in self.variables}


class ZenTable(_Zen):
    """A decision graph with one table that collects every row whose condition holds."""

    name = "zen table"

    def __init__(self, alternatives: Numbered) -> None:
        import zen

        super().__init__(alternatives)
        self.decision = zen.ZenEngine().create_decision(zen.ZenDecisionContent(json.dumps(self._graph())))

    def _graph(self) -> dict[str, object]:
        rows = [{"_id": f"r{n}", "when": c, "fired": str(n)} for n, c in enumerate(self.conditions)]
        content = {
            "hitPolicy": "collect",
            "inputs": [{"id": "when", "name": "when"}],
            "outputs": [{"id": "fired", "name": "fired", "field": "fired"}],
            "rules": rows,
        }
        kinds = {"in": "inputNode", "rules": "decisionTableNode", "out": "outputNode"}
        nodes = [{"id": i, "name": i, "type": kind, "position": {"x": 0, "y": 0}} for i, kind in kinds.items()]
        nodes[1]["content"] = content
        ends = [("in", "rules"), ("rules", "out")]
        return {"nodes": nodes, "edges": [{"id": a, "sourceId": a, "targetId": b, "type": "edge"} for a, b in ends]}

    def fire(self, prepared: Facts) -> set[Support]:
        return {self.alternatives[int(row["fired"])][0] for row in self.decision.evaluate(prepared)["result"]}


class ZenExpression(_Zen):
    """All conditions as one list in one compiled expression: quick, but no rule has a name of its own there."""

    name = "zen expression"

    def __init__(self, alternatives: Numbered) -> None:
        import zen

        super().__init__(alternatives)
        self.expression = zen.compile_expression(f"[{', '.join(self.conditions)}]")

    def fire(self, prepared: Facts) -> set[Support]:
        truths = self.expression.evaluate(prepared)
        return {self.alternatives[n][0] for n, truth in enumerate(truths) if truth is True}


PEERS = (Clips, ZenTable, ZenExpression)


def _names(alternatives: Numbered) -> dict[str, str]:
    """A plain name for each fact that some rule tests: keys hold slashes and dots."""
    keys = sorted({test.key for _, branch in alternatives for test in branch})
    return {key: f"f{n}" for n, key in enumerate(keys)}


def _clips(value: Scalar) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(float(value))
