# Two commands on a fresh machine: `make demo` (the main job) and `make test` (every check).
PYTHON ?= python3
BIN := .venv/bin
STORE := build/demo

.PHONY: install dev extras demo browser test lint lock clean
.DELETE_ON_ERROR:

install: .venv/.installed       ## .venv/bin/riwaya, from the lock
dev: .venv/.dev                 ## the same, with what the checks need

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Riwaya needs Python 3.11 or newer; try: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv

# hatchling comes hashed from the dev lock too; --no-build-isolation keeps pip from fetching another.
.venv/.installed: .venv/bin/python requirements.lock requirements-build.lock pyproject.toml
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock -r requirements-build.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: .venv/.installed requirements-dev.lock
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

# About a gigabyte where pip finds the processor-only build of torch, three where it does not; out of the lock for that.
extras: dev                     ## what reads a user's own transformer, so that its tests run
	$(BIN)/pip install --quiet torch==2.13.0 transformers==5.23.0

demo: install                   ## samples in, the main story's dossier out
	$(BIN)/riwaya build samples --store $(STORE)
	$(BIN)/riwaya dossier 1 --store $(STORE)
	@mkdir -p build
	@$(BIN)/riwaya dossier 1 --store $(STORE) --format html > build/dossier.html
	@echo
	@echo "The same dossier as a page: $(CURDIR)/build/dossier.html"
	@echo "Next:  $(BIN)/riwaya stories --store $(STORE)"
	@echo "       $(BIN)/riwaya statements samples"
	@echo "       $(BIN)/riwaya build YOUR/PAGES --store build/mine"

lint: dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# Pages are looked at in Debian's Chromium. Where it is absent and apt may be used it is installed; else the tests say so.
browser:
	@for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null && exit 0; done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1; fi; \
	command -v chromium >/dev/null || echo "no Chromium here, and none could be installed: browser tests will be skipped"

test: dev lint browser          ## every check
	$(BIN)/python -m pytest

# Written anew only when a dependency is changed on purpose; needs uv.
lock:
	uv pip compile pyproject.toml --generate-hashes --universal --python-version 3.11 --no-emit-index-url -q -o requirements.lock
	uv pip compile --group build --generate-hashes --universal --python-version 3.11 --no-emit-index-url -q -o requirements-build.lock
	uv pip compile pyproject.toml --group dev -c requirements.lock -c requirements-build.lock --generate-hashes --universal --python-version 3.11 --no-emit-index-url -q -o requirements-dev.lock

clean:
	rm -rf .venv build
