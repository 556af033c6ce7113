# Nothing but Python 3.11 or newer is needed; everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin
SOURCES := service training tests benchmarks

.DEFAULT_GOAL := help
.PHONY: help setup check test test-training test-ray serve wheel prove format clean

help:  ## show the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

.venv/pip:
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade 'pip>=25.1'
	@touch $@

.venv/serve: .venv/pip pyproject.toml
	$(BIN)/pip install --quiet --editable .
	@touch $@

.venv/dev: .venv/pip pyproject.toml
	$(BIN)/pip install --quiet --editable . --group dev
	@touch .venv/serve $@

.venv/train: .venv/dev
	$(BIN)/pip install --quiet --group train
	@touch $@

.venv/ray: .venv/dev
	$(BIN)/pip install --quiet --editable '.[ray]'
	@touch $@

setup: .venv/dev  ## make .venv with all that development needs

serve: .venv/serve  ## serve on http://127.0.0.1:8000
	$(BIN)/deckname serve

check: .venv/dev  ## lint, types, layers
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports

test: .venv/dev  ## tests with coverage; no torch, no network
	$(BIN)/python -m pytest --ignore=tests/training --cov

test-training: .venv/train  ## the training road on a tiny model; installs torch
	$(BIN)/python -m pytest tests/training training

test-ray: .venv/ray  ## Ray in local mode; Spark has no target, it needs Java (docs/tables.md)
	$(BIN)/python -m pytest tests/integrations/test_ray.py

wheel: .venv/dev  ## dist/deckname-*.whl with the model inside
	$(BIN)/pip wheel --quiet --no-deps --wheel-dir dist .

prove: wheel  ## the Dockerfile's steps by hand: clean venv, unprivileged user, no network
	tests/prove_image.sh

format: .venv/dev  ## format the code
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

clean:  ## remove .venv and build results
	rm -rf .venv dist
