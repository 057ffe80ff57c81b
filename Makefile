# `make cv` and `make test` start from a fresh clone with nothing but python3 and make.
#
#     make cv PYTHON=/path/to/python3.12     another interpreter
#     make cv TO=html                        no PDFs, so no system libraries
#     make test PYTEST_ARGS='-k dates'       some of the tests

TO ?= html,pdf
PYTEST_ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
PROFILES := $(wildcard profiles/*/profile.*)

# Other people's validators, which some tests take as judges: .ci/run puts them there.
ifneq ($(wildcard build/node/node_modules),)
export CVPRESS_NODE_MODULES ?= $(CURDIR)/build/node/node_modules
endif
ifneq ($(wildcard build/verapdf/cli-*.jar),)
export CVPRESS_VERAPDF ?= $(CURDIR)/$(lastword $(sort $(wildcard build/verapdf/cli-*.jar)))
endif

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help cv test accept lint gallery bench bench-peers clean distclean install system

help: ## Say what can be made
	@grep -h '^[a-z-]*:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

cv: install ## Install what is missing, check the example profiles and build all their documents
	@$(BIN)/cvpress validate $(PROFILES)
	@$(BIN)/cvpress build --to $(TO)
	@echo "cvpress: the examples are in build/, a folder for each person"

test: $(VENV)/.test lint ## Install what is missing and run the whole test suite
	@$(BIN)/pytest -n 2 $(PYTEST_ARGS)

accept: $(VENV)/.test ## Take the output of today as what the tests expect
	@$(BIN)/pytest --accept $(PYTEST_ARGS)

lint: $(VENV)/.test ## Style, types and import floors
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo

gallery: install ## Render the showcase in every theme into docs/gallery/
	@$(BIN)/python scripts/build-gallery

bench: install ## Measure, beside the peers that make bench-peers installs
	@$(BIN)/python -m benchmarks.run $(BENCH_ARGS)
	@$(BIN)/python -m benchmarks.themes
	@$(BIN)/python -m benchmarks.stages

bench-peers: ## Install the peers into build/peers
	@sh benchmarks/install-peers

clean: ## Remove what was made, but for the environment
	@rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find src tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## Remove the environment too
	@rm -rf $(VENV)

# Asked for at every run: it costs a twentieth of a second, and a library may have gone.
system:
	@python=$$(sh scripts/find-python $(PYTHON)) && sh scripts/setup-system "$$python" "$(TO)"

install: $(VENV)/.install

# An environment whose interpreter has gone (another version, a moved folder) is made anew.
$(VENV)/.install: pyproject.toml | system
	@echo "cvpress: installing into $(VENV)/"
	@$(BIN)/python -c '' 2>/dev/null || "$$(sh scripts/find-python $(PYTHON))" -m venv --clear $(VENV)
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.install
	@echo "cvpress: installing the tools of the tests into $(VENV)/"
	@$(PIP) install --editable '.[test]'
	@touch $@
