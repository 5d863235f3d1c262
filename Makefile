# The tasks of the project. `make demo` and `make test` need nothing but make and Python 3.11 or later.

# Where to look for a Python, in this order; `make demo PYTHON=python3.13` chooses one.
PYTHON ?= python3.11 python3.12 python3.13 python3.14 python3 python

# Where `make demo` writes.
OUTPUT ?= build

python := .venv/bin/python
pip := $(python) -m pip --quiet --disable-pip-version-check install --constraint constraints.txt

.PHONY: help demo test lint fresh check bench generate clean

help:
	@echo "make demo      render specs/ to Word documents in $(OUTPUT)/"
	@echo "make test      run all tests"
	@echo "make lint      style, types, import contracts, specs"
	@echo "make fresh     whether what is generated is what it would be now"
	@echo "make check     what CI runs: all of the above"
	@echo "make bench     measure speed, against peers"
	@echo "make generate  write anew what is generated: docs, schema, examples"
	@echo "make clean     remove what the above made, .venv included"

demo: .venv/installed
	@$(python) -m sopgen render specs --output "$(OUTPUT)"
	@echo "The documents are in $(OUTPUT)/"

test: .venv/installed-dev
	@$(python) -m pytest --numprocesses auto --cov --cov-report=

lint: .venv/installed-dev
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy
	.venv/bin/lint-imports --no-logo
	$(python) -m sopgen validate specs --fail-on note

fresh: .venv/installed-dev
	$(python) docs/generate.py --check
	$(python) examples/generate.py --check

check: test lint demo fresh

bench: .venv/installed-dev
	@$(python) -m benchmarks

generate: .venv/installed-dev
	$(python) docs/generate.py
	$(python) examples/generate.py

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# The build backend is pinned like everything else: it is installed first, and used where it is.
.venv/installed: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Installing sopgen into .venv"
	@$(pip) hatchling editables
	@$(pip) --no-build-isolation --editable .
	@touch $@

.venv/installed-dev: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Installing sopgen and what its tests need into .venv"
	@$(pip) hatchling editables
	@$(pip) --no-build-isolation --editable ".[dev]"
	@touch .venv/installed $@

.venv/bin/python:
	@for candidate in $(PYTHON); do \
	    if "$$candidate" -c 'import sys, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; then \
	        exec "$$candidate" -m venv --clear .venv; \
	    fi; \
	done; \
	echo "sopgen needs Python 3.11 to 3.14 with the venv module, and none of these is one: $(PYTHON)." >&2; \
	echo "Install one (on Debian and Ubuntu: apt install python3 python3-venv), or name it: make demo PYTHON=/path/to/python3" >&2; \
	exit 1
