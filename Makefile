# `make help` lists what there is. Needs python3 (3.11 or newer, with venv) and make; everything else goes into .venv.
# Package indexes are those of your own pip configuration: none is named here.

PYTHON ?= python3
VENV := .venv
OWN = quality/articles/*.jsonl quality/articles/check/*.jsonl quality/sentences/*.jsonl quality/sentences/check/*.jsonl
GOLD = ../shared/gold/*.jsonl ../shared/gold/check/*.jsonl $(OWN)
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# The locks name every package, so nothing is resolved here: what is not in them is not installed.
PINNED := --no-deps --only-binary :all: --require-hashes
PIP_COMPILE := pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options

.DEFAULT_GOAL := help
.PHONY: help demo test check format docs accuracy floors bench wheel lock clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

demo: $(VENV)/.run ## read the articles of examples/ and print their briefs
	@for file in examples/*.txt; do \
		$(BIN)/marsad read "$$file" --date "$$(basename "$$file" | cut -c1-10)" || exit 1; echo; \
	done

test: check ## all checks and tests
	$(BIN)/python -m pytest

check: $(VENV)/.dev ## format, lint, types, layers, language data, generated pages
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/marsad language check
	$(BIN)/python -m marsad.views.record_kinds --check

format: $(VENV)/.dev ## put the code into the form that `make check` expects
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(VENV)/.run ## write the generated pages of docs/ again
	$(BIN)/python -m marsad.views.record_kinds
	$(BIN)/python -m tests.story

accuracy: $(VENV)/.run ## score on ../shared/gold and write docs/accuracy.md
	$(BIN)/marsad evaluate $(GOLD) --report docs/accuracy.md

floors: $(VENV)/.run ## raise quality/floors.toml to the figures of today (ARGS=--allow-regression lowers too)
	$(BIN)/marsad evaluate $(GOLD) --floors quality/floors.toml $(ARGS)

bench: $(VENV)/.run ## measure speed and memory (ARGS=--json for a machine)
	$(BIN)/python -m benchmarks.run $(ARGS)

wheel: $(VENV)/.run ## build the package, with compiled language data, into dist/
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .

lock: ## pin all dependencies again, with hashes (after a change of requirements/*.in)
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check pip-tools
	cd requirements && for name in run build dev; do ../.venv-lock/bin/$(PIP_COMPILE) $$name.in -o $$name.txt || exit 1; done
	rm -rf .venv-lock

clean: ## remove everything that make has made
	rm -rf $(VENV) .venv-lock build dist marsad/_compiled .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "marsad: expected Python 3.11 or newer as '$(PYTHON)', got: $$($(PYTHON) --version 2>&1)." \
		"Choose one with: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "marsad: '$(PYTHON)' can't make virtual environments. On Debian: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# A stamp is older than what it was installed from: install again.
$(VENV)/.run: requirements/run.txt requirements/build.txt pyproject.toml hatch_build.py | $(BIN)/python
	$(PIP) $(PINNED) -r requirements/run.txt -r requirements/build.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(PIP) $(PINNED) -r requirements/dev.txt
	@touch $@
