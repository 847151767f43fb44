# Everything a newcomer needs: `make demo`, `make test`, `make run`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= out/screenshots

.PHONY: run test screenshots setup setup-dev

$(VENV)/.app: requirements/app.txt requirements/build.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/app.txt -r requirements/build.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.app
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

setup: $(VENV)/.app

setup-dev: $(VENV)/.dev

run: setup
	$(BIN)/workshop-studio

test: setup-dev
	$(BIN)/python tools/check.py

screenshots: setup-dev
	$(BIN)/python tools/screenshots.py $(OUT)
