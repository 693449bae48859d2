# Needs Python 3.11 or newer, git and make. Everything else comes from requirements/dev.lock.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
UV := uv==0.13.9

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help demo test lock generate bench format

help: ## Show this list
	@sed -n 's/^\([a-z]*\):[^#]*## /make \1#/p' Makefile | while IFS='#' read -r name what; do printf '%-15s %s\n' "$$name" "$$what"; done

demo: $(READY) ## Walk through a plan from the first draft to the signed document
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh examples/demo.sh

# pytest stays last: its closing line, with the counts, is the last line of the output.
test: $(READY) ## Check style, types, layers and behavior, as CI does
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --dist loadgroup --cov

format: $(READY) ## Format the code and mend what can be mended without thinking
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

generate: $(READY) ## Write the generated files anew: schemas, lexicons, reference pages
	$(BIN)/python -m tools.generate

bench: $(READY) ## Measure the speed and compare it with the one on record
	$(BIN)/python -m bench.compare

lock: ## Write requirements/dev.lock anew from pyproject.toml (make lock UPGRADE=1 for the newest versions)
	$(PYTHON) -m venv build/uv
	build/uv/bin/python -m pip install -qq --disable-pip-version-check $(UV)
	UV_CUSTOM_COMPILE_COMMAND="make lock" build/uv/bin/uv pip compile --quiet --no-config $(if $(UPGRADE),--upgrade) \
		--no-strip-extras --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--extra sign --extra word --group dev --output-file requirements/dev.lock pyproject.toml

$(READY): requirements/dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("pipctl needs Python 3.11 or newer" if sys.version_info < (3, 11) else 0)'
	@echo "Setting up .venv from requirements/dev.lock"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
