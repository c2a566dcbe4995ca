# make run    sets up and opens Shuseki; without a terminal it prints the consultation of 北上川流域
# make test   sets up and runs the tests but the slow ones
# make check  everything that must hold before a change goes in: lint, types, imports, all tests (CI runs this)
# make rule-coverage  which rules and conditions the examples and cases have shown both ways; fails where one is missing
# make mutation       every rule broken in every way: is it noticed? Some minutes; writes docs/mutation.md
# make bundle dist/bundle: wheels and starters for an office PC without network or compiler (PLATFORM=linux to try it here)
# Another Python: make PYTHON=python3.12 …

BIN := .venv/bin
SETUP := bash scripts/setup.sh
PLATFORM ?= windows
MAKEFLAGS += --no-print-directory

.DEFAULT_GOAL := help
.PHONY: help setup run test check lint types imports tests tests-without-durable bench rule-coverage mutation bundle clean

help:
	@sed -n 's/^# //p' Makefile

setup:
	@$(SETUP) dev

run:
	@$(SETUP) run
	@if [ -t 0 ] && [ -t 1 ]; then exec $(BIN)/shuseki; else exec $(BIN)/shuseki advise --example kitakami; fi

test: setup
	@$(BIN)/python -m pytest -q -n 2 -m "not slow"

# -k: a complaint about style does not hide a failing test, nor the other way round; any failure fails the whole.
check: setup
	@$(MAKE) -k lint types imports tests-without-durable tests

lint: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup
	@$(BIN)/mypy

imports: setup
	@$(BIN)/lint-imports --no-logo

tests: setup
	@$(BIN)/python -m pytest -q -n 2

# As on Windows or Python 3.13: the import of durable_rules fails, the product's own evaluator answers.
tests-without-durable: setup
	@PYTHONPATH=scripts/without_durable $(BIN)/python -m pytest -q -n 2 -m "not slow"

bench:
	@$(SETUP) bench
	@$(BIN)/python -m tests.bench

rule-coverage: setup
	@$(BIN)/python -m tests.rules.coverage

mutation: setup
	@$(BIN)/python -m tests.mutation docs/mutation.md

bundle: setup
	@$(BIN)/python scripts/bundle.py --platform $(PLATFORM)

clean:
	@rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
