PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test test-faults test-attacks test-sae test-slow test-browser test-servers check clean

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

$(STAMP): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) setuptools
	$(PIP) torch  # alone and pinned: as somebody's dependency it would bring gigabytes of GPU libraries
	$(PIP) --no-build-isolation -e '.[dev]'
	touch $(STAMP)

demo: $(STAMP)
	$(BIN)/clio demo --out demo

test: $(STAMP)
	$(BIN)/python -m pytest -n 2 --ignore=tests/faults --ignore=tests/flows

test-faults: $(STAMP)
	$(BIN)/python -m pytest -n 2 tests/faults tests/flows  # runs that are killed start from processes of their own

test-attacks: $(STAMP)
	$(BIN)/python -m pytest -n 2 -m "attacks and not slow" tests/privacy_evals

test-sae: $(STAMP)
	$(BIN)/python -m pytest -m slow tests/sae  # trains a decoder once per machine, five minutes of one processor

test-slow: $(STAMP)
	$(BIN)/python -m pytest -m slow

test-browser: $(STAMP)
	$(BIN)/python -m pytest -m browser

test-servers: $(STAMP)
	$(BIN)/python -m pytest -m servers tests/servers

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy tests/benchmarks  # nothing else runs them often enough to notice what has moved
	$(BIN)/lint-imports

clean:
	rm -rf $(VENV) demo
