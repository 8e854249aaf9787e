# `make demo` and `make test` need only Python and make; `make help` names the rest.

.DEFAULT_GOAL := help
.PHONY: demo test check pictures lock clean help
SHELL := /bin/sh

# Say which Python with `make demo PYTHON=/path/to/python3.12`; otherwise the first of these that is new enough.
PYTHONS := $(or $(PYTHON),python3 python3.13 python3.12 python3.11 python)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCKED := --require-hashes --requirement
UV_LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(UPGRADE)

demo: .venv/.palabre ## Open a small community in the browser, with the bot in it (make demo ARGS=--fresh begins anew)
	@exec $(BIN)/palabre demo $(ARGS)

test: .venv/.development ## Run every test (make test ARGS="-k reopening" runs some of them)
	@$(BIN)/python -m pytest --numprocesses logical $(ARGS)

check: .venv/.development ## Everything that is checked besides the tests: form, types, floors, dependencies, policies
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	PYTHONPATH=. $(BIN)/lint-imports --no-logo
	$(BIN)/deptry --no-ansi .
	$(BIN)/palabre policy check

pictures: .venv/.development ## Take the pictures of the README anew, in a real browser
	@mkdir -p docs/pictures && PICTURES=docs/pictures TEST_BROWSER_REQUIRED=1 $(BIN)/python -m pytest -q tests/e2e/test_pictures.py

lock: .venv/.development ## Choose versions anew where pyproject.toml asks for it (UPGRADE=--upgrade: everywhere)
	$(UV_LOCK) --extra postgres --group build --output-file requirements.lock pyproject.toml
	$(UV_LOCK) --extra postgres --extra language --extra cel --group build --group dev --constraint requirements.lock \
		--output-file requirements-dev.lock pyproject.toml

clean: ## Remove what the other targets made; databases and settings stay
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

help: ## Name the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 16

# Each stamp says that the environment holds what its lock says; development has all that the other has.
# An environment made by `uv venv` comes without pip.
.venv/.palabre: requirements.lock pyproject.toml | .venv/bin/python
	@echo "Installing what Palabre needs into .venv (once) ..."
	@$(PIP) --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null
	@$(PIP) install $(LOCKED) requirements.lock
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

.venv/.development: requirements-dev.lock pyproject.toml | .venv/bin/python
	@echo "Installing what Palabre and its tests need into .venv (once) ..."
	@$(PIP) --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null
	@$(PIP) install $(LOCKED) requirements-dev.lock
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch .venv/.palabre $@

.venv/bin/python:
	@for python in $(PYTHONS); do \
		if "$$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then \
			"$$python" -m venv .venv && exit 0; \
			rm -rf .venv; \
			echo "Python could not make a virtual environment; on Debian and Ubuntu: apt install python3-venv" >&2; \
			exit 1; \
		fi; \
	done; \
	echo "Palabre needs Python 3.11, 3.12 or 3.13, and none of these is one: $(PYTHONS)." >&2; \
	echo "Install it from python.org or your system's packages, or name it: make demo PYTHON=/path/to/python3.12" >&2; \
	exit 1
