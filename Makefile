# Two commands matter: `make run` (from nothing to the served desk) and `make test` (from nothing to every check passed).
# Assumed: make, and a Python of at least 3.11 with venv. Everything else is installed here, in .venv, from the lock files.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; exit; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
UV := uv==0.13.9
ON_UV := $(BIN)/uv pip

.DEFAULT_GOAL := help
.PHONY: help run test test-slow pictures lint words model bench lock clean python system

help: ## What there is to do
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{ printf "  make %-12s %s\n", $$1, $$2 }'

run: $(VENV)/run.ok ## From nothing to the served desk on http://127.0.0.1:8000
	@$(BIN)/desk up

test: $(VENV)/test.ok ## From nothing to all checks and tests passed
	@$(BIN)/python tests/everything.py

test-slow: $(VENV)/test.ok ## The long forms of some tests, and the branches of the rules (before a release)
	@$(BIN)/python tests/everything.py --slow

pictures: system ## Screenshots of every page in both languages, in artefacts/screenshots
	@DESK_PICTURES=yes $(BIN)/pytest -q -p no:cacheprovider tests/browser

lint: $(VENV)/test.ok ## Style, types, arrows and translations alone
	@$(BIN)/python tests/everything.py --no-tests

words: $(VENV)/test.ok ## Bring the message catalogue up to date with the templates
	@$(BIN)/python -m desk.words update

bench: $(VENV)/bench.ok ## Speeds, printed as ratios and CPU time
	@for file in benchmarks/*.py; do echo "== $$file"; $(BIN)/python $$file || exit 1; done

model: $(VENV)/run.ok ## Train the second opinion again after the corpus changed
	@$(BIN)/python corpus/train_weights.py

lock: $(VENV)/uv.ok ## Resolve the lock files again
	@$(ON_UV) compile -q --upgrade --universal --generate-hashes --python-version 3.11 --custom-compile-command "make lock" \
		pyproject.toml --extra postgresql --extra build -o requirements.lock
	@$(ON_UV) compile -q --upgrade --universal --generate-hashes --python-version 3.11 --custom-compile-command "make lock" \
		-c requirements.lock pyproject.toml --extra postgresql --extra build --extra test -o requirements-test.lock

clean: ## Remove the virtual environment and what tests left (never the data folder)
	rm -rf $(VENV) artefacts dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage

python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer was not found. Install it (Debian, Ubuntu: apt install python3 python3-venv) or name it: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "$(PYTHON) is no Python of 3.11 or newer. Name another: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "$(PYTHON) has no venv. Debian, Ubuntu: apt install $$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"; exit 1; }

# A Chromium, Japanese fonts and a PostgreSQL for the tests: taken where found, else installed (tests/system.py says what and why).
system: $(VENV)/test.ok
	@$(BIN)/python tests/system.py

$(VENV)/uv.ok:
	@$(MAKE) --no-print-directory python
	@echo "Making a virtual environment in $(VENV) …"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check $(UV)
	@touch $@

$(VENV)/run.ok: requirements.lock pyproject.toml $(VENV)/uv.ok
	@echo "Installing the desk …"
	@$(ON_UV) install -q --python $(VENV) --require-hashes -r requirements.lock
	@$(ON_UV) install -q --python $(VENV) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test.ok: requirements-test.lock pyproject.toml $(VENV)/uv.ok
	@echo "Installing the desk and what its tests need …"
	@$(ON_UV) install -q --python $(VENV) --require-hashes -r requirements-test.lock
	@$(ON_UV) install -q --python $(VENV) --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/run.ok

$(VENV)/bench.ok: $(VENV)/test.ok
	@$(ON_UV) install -q --python $(VENV) "alt-profanity-check>=1.7" "better-profanity>=0.7"
	@touch $@
