# Everything a newcomer needs: `make demo`, `make test`, `make run`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BENCH_OUT ?= out/benchmarks
PIP := $(BIN)/python -m pip install -q --disable-pip-version-check

.PHONY: demo run test screenshots bench setup setup-dev

$(VENV)/.app: requirements/app.txt requirements/build.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements/app.txt -r requirements/build.txt
	$(PIP) --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.app
	$(PIP) --require-hashes -r requirements/dev.txt
	touch $@

setup: $(VENV)/.app

setup-dev: $(VENV)/.dev

demo: OUT ?= out/demo
demo: setup
	$(BIN)/workshop-studio demo --out "$(OUT)"

run: setup
	$(BIN)/workshop-studio

test: setup-dev
	$(BIN)/python tools/check.py

screenshots: OUT ?= out/screenshots
screenshots: setup-dev
	$(BIN)/python tools/screenshots.py "$(OUT)"

bench: setup
	$(BIN)/python benchmarks/startup.py --out $(BENCH_OUT)
	for one in countdown projection advice acts resume replug; do \
		$(BIN)/python benchmarks/$$one.py --out $(BENCH_OUT) || exit 1; \
	done
