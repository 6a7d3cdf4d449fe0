# Two commands matter: `make run` and `make test`. Both set up everything they need.
.DEFAULT_GOAL := help
.PHONY: help run test check format lint types contracts shapes screenshots accuracy corpus learn bench fuzz tour faults lock \
  clean

PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.run-ready
PREPARED := $(VENV)/.prepared
DEV_READY := $(VENV)/.dev-ready
PEERS := .venv-peers
PEERS_READY := $(PEERS)/.ready
LEARN := .venv-learn
LEARN_READY := $(LEARN)/.ready
INSTALL := $(BIN)/python -m pip install --disable-pip-version-check --no-input --quiet --quiet

help:  ## list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

run: $(PREPARED)  ## start the dashboard on http://localhost:8501 (PORT=... for another)
	@echo "Dashboard: http://localhost:$(PORT)   (Ctrl+C stops it)"
	@$(BIN)/python -m streamlit run dashboard/app.py --server.port $(PORT) --server.headless true

test: $(DEV_READY)  ## run the tests that every change must pass
	@$(BIN)/python -m pytest

check: $(DEV_READY) format lint types contracts test  ## everything a change must pass

format: $(DEV_READY)
	@$(BIN)/ruff format --check .

lint: $(DEV_READY)
	@$(BIN)/ruff check .

types: $(DEV_READY)
	@$(BIN)/mypy

contracts: $(DEV_READY)
	@$(BIN)/lint-imports

shapes: $(DEV_READY)  ## make geo/shapes again: make shapes SOURCE=path/to/world_map.gpkg
	@$(BIN)/python -m geo.build $(SOURCE)
	@$(BIN)/python -m dashboard.charts.region.shape_making

screenshots: $(DEV_READY)  ## take the pictures in docs/screenshots again
	@$(BIN)/python -m tests.browser.screenshots

accuracy: $(DEV_READY) $(PEERS_READY)  ## score ours and other tools on annotated texts (PART=dev ERRORS=20)
	@$(BIN)/python -m tests.accuracy --part $(or $(PART),test) --errors $(or $(ERRORS),0)

corpus: $(DEV_READY)  ## compare every brief's facts with what its reader expects (UPDATE=1 to write them)
	@$(BIN)/python -m tests.corpus $(if $(UPDATE),--update)

learn: $(DEV_READY) $(LEARN_READY)  ## learn from the annotated texts which words speak for which kind
	@$(BIN)/python -m tests.accuracy.learning

bench: $(DEV_READY) $(PEERS_READY)  ## measure speed beside what others do, into docs/benchmarks.md (NAME=reruns)
	@$(BIN)/python -m tests.benchmarks $(NAME)

fuzz: $(DEV_READY)  ## extract from 100,000 mutated texts and from very long ones (COUNT=... SEED=...)
	@$(BIN)/python -m tests.fuzz --count $(or $(COUNT),100000) --seed $(or $(SEED),1)

tour: $(DEV_READY)  ## what only a browser shows, at length: menus, keys, themes, nginx, pictures; before a release
	@$(BIN)/python -m pytest -m tour tests

faults: $(DEV_READY)  ## kill builds, fill disks, start a cluster: the tests that take minutes
	@$(BIN)/python -m pytest -m faults tests

lock: $(DEV_READY)  ## resolve requirements*.txt again
	@for spec in "requirements.txt:" "requirements-dev.txt:--group dev --constraint requirements.txt"; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --upgrade --custom-compile-command "make lock" \
	    pyproject.toml --group build $${spec#*:} --output-file $${spec%%:*} || exit 1; done
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --upgrade --custom-compile-command "make lock" \
	  --group peers --output-file requirements-peers.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --upgrade --custom-compile-command "make lock" \
	  --group learn --output-file requirements-learn.txt

clean:  ## remove the environment and caches
	rm -rf $(VENV) $(PEERS) $(LEARN) .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info build

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; set PYTHON=python3.12 or the like."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "Python's venv module is missing; on Debian: apt-get install python3-venv"; exit 1; }
	@echo "Setting up $(VENV) (once) ..."
	@$(PYTHON) -m venv $(VENV)

$(RUN_READY): requirements.txt pyproject.toml | $(BIN)/python
	@$(INSTALL) --require-hashes --requirement requirements.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

# Compiling and reading belong to setting up; where nothing can be kept, each start does it.
$(PREPARED): $(RUN_READY)
	-@$(BIN)/python -m compileall -q dashboard data geo
	-@$(BIN)/python -m dashboard prepare
	-@$(BIN)/python -m data check > /dev/null
	@touch $@

$(DEV_READY): requirements-dev.txt $(RUN_READY) | $(BIN)/python
	@$(INSTALL) --require-hashes --requirement requirements-dev.txt
	@touch $@

$(PEERS_READY) $(LEARN_READY): .venv-%/.ready: requirements-%.txt | $(BIN)/python
	@echo "Setting up .venv-$* (once) ..."
	@$(PYTHON) -m venv .venv-$*
	@.venv-$*/bin/python -m pip install --disable-pip-version-check --no-input --quiet --quiet \
	  --require-hashes --requirement $<
	@touch $@
