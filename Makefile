# The words of this project: make check test golden cassettes catalog wheel bench. PYTHON names the interpreter of the environment.
PYTHON ?= .venv/bin/python

.PHONY: check test golden cassettes catalog wheel bench

.venv/bin/python:
	python3 -m venv .venv && .venv/bin/python -m pip install -q -e '.[dev]'

check: $(PYTHON)
	$(PYTHON) -m ruff check . && $(PYTHON) -m ruff format --check . && $(PYTHON) -m mypy && $(PYTHON) -m gapwriter.cli catalog lint gapwriter/catalog

test: $(PYTHON)
	$(PYTHON) -m pytest --cov --cov-report=term:skip-covered

golden: $(PYTHON)
	$(PYTHON) -m tests.golden

cassettes: $(PYTHON)
	$(PYTHON) -m tests.cassettes

catalog: $(PYTHON)
	$(PYTHON) -m gapwriter.cli catalog compile gapwriter/catalog

wheel: $(PYTHON)
	$(PYTHON) -m build --wheel

bench: $(PYTHON)
	$(PYTHON) -m benchmarks
