"""Stands before the real durable_rules on PYTHONPATH, so that a run finds none: see `make tests-without-durable`."""

raise ModuleNotFoundError("No module named 'durable_rules_engine'", name="durable_rules_engine")
