"""Stands before the real durable_rules on PYTHONPATH, so that a run finds none: see `make tests-without-durable`."""

raise ModuleNotFoundError("No module named 'durable'", name="durable")
