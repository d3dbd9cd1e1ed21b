# Makebelieve: say it, play it. `make help` lists the commands; each works alone in a fresh clone.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory --no-builtin-rules

VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
WEB := src/makebelieve/_web
# uv and npm talk to whatever registry this machine is set up for; certificates of its own count too.
export UV_SYSTEM_CERTS ?= 1
export UV_DEFAULT_INDEX ?= $(PIP_INDEX_URL)
ifeq ($(strip $(UV_DEFAULT_INDEX)),)
unexport UV_DEFAULT_INDEX
endif
export VIRTUAL_ENV := $(CURDIR)/$(VENV)
export PROMPT
export SEED ?= 0
PORT ?=
# Processes that run tests at once.
JOBS ?= $(shell n=$$(nproc 2>/dev/null || echo 2); echo $$((n > 4 ? 4 : n)))

ENGINE_SOURCES := $(shell find web/engine/src -type f 2>/dev/null) web/engine/vite.config.ts web/engine/package.json
WORLD_SOURCES := $(shell find web/worlds -type f -not -path '*/node_modules/*' -not -path '*/test/*' 2>/dev/null)
EMBED_SOURCES := $(shell find web/embed -type f -not -path '*/node_modules/*' -not -path '*/test/*' 2>/dev/null)
PLAYER_SOURCES := $(shell find web/player -type f -not -path '*/node_modules/*' -not -path '*/test/*' 2>/dev/null)

.PHONY: help setup setup-test play serve test test-all test-web test-python lint format bench gallery dist sbom audit clean chromium databases

help: ## List the commands.
	@echo "Makebelieve: a sentence becomes a game that is proven winnable."; echo
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile
	@echo; echo '  make play PROMPT="a tiny red fox jumps across the clouds" SEED=7'

# --- what the rest needs; stamps make repeated calls instant -------------------------------------------------------------------------

$(STAMPS)/uv: requirements-build.lock
	@scripts/step "Python environment in $(VENV)" scripts/bootstrap
	@mkdir -p $(STAMPS) && touch $@

# Installing for tests satisfies playing too, never the other way round.
$(STAMPS)/python: requirements.lock pyproject.toml | $(STAMPS)/uv
	@if [ $(STAMPS)/python-test -nt requirements-dev.lock ] && [ $(STAMPS)/python-test -nt pyproject.toml ]; then :; else \
	  scripts/step "Python packages" $(BIN)/uv pip sync --require-hashes requirements.lock && \
	  scripts/step "Makebelieve itself" $(BIN)/uv pip install --no-deps --build-constraints requirements-build.lock -e .; fi
	@touch $@

$(STAMPS)/python-test: requirements-dev.lock pyproject.toml | $(STAMPS)/uv
	@scripts/step "Python packages, with those for tests" $(BIN)/uv pip sync --require-hashes requirements-dev.lock
	@scripts/step "Makebelieve itself" $(BIN)/uv pip install --no-deps --build-constraints requirements-build.lock -e .
	@touch $@ $(STAMPS)/python

node_modules/.stamp: package.json package-lock.json web/engine/package.json web/player/package.json web/worlds/package.json web/embed/package.json
	@scripts/step "Node.js" scripts/check-node
	@scripts/step "Web packages" npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(WEB)/engine.js: $(ENGINE_SOURCES) node_modules/.stamp
	@scripts/step "Simulation core" node_modules/.bin/vite build web/engine --config web/engine/vite.config.ts --logLevel warn
	@touch $@

$(WEB)/play.html: $(PLAYER_SOURCES) $(WEB)/engine.js
	@scripts/step "Web player" node_modules/.bin/vite build web/player --config web/player/vite.config.ts --logLevel warn
	@touch $@

$(WEB)/picture.js: $(PLAYER_SOURCES) $(ENGINE_SOURCES) node_modules/.stamp
	@scripts/step "Picture painter" node_modules/.bin/vite build web/player --config web/player/vite.picture.config.ts --logLevel warn
	@touch $@

$(WEB)/world.html: $(WORLD_SOURCES) node_modules/.stamp
	@scripts/step "World player" node_modules/.bin/vite build web/worlds --config web/worlds/vite.config.ts --logLevel warn
	@touch $@

$(WEB)/embed.js: $(EMBED_SOURCES) node_modules/.stamp
	@scripts/step "Embed module" node_modules/.bin/vite build web/embed --config web/embed/vite.config.ts --logLevel warn
	@touch $@

$(WEB)/embed.global.js: $(EMBED_SOURCES) node_modules/.stamp
	@scripts/step "Embed script" node_modules/.bin/vite build web/embed --config web/embed/vite.config.ts --mode global --logLevel warn
	@touch $@

# Compiling the synthesiser takes ten seconds once; it lies beside its source from then on.
$(STAMPS)/music: $(wildcard src/makebelieve/music/synth/*.py src/makebelieve/music/*.py) requirements.lock | $(STAMPS)/python
	@scripts/step "Music synthesiser" $(BIN)/python -m makebelieve.music.warm
	@touch $@

$(STAMPS)/art: $(wildcard src/makebelieve/art/raster/*.py) requirements.lock | $(STAMPS)/python
	@scripts/step "Picture renderer" $(BIN)/python -m makebelieve.art.warm
	@touch $@

WEB_ASSETS := $(WEB)/engine.js $(WEB)/play.html $(WEB)/picture.js $(WEB)/world.html $(WEB)/embed.js $(WEB)/embed.global.js

setup: $(STAMPS)/python $(WEB_ASSETS) $(STAMPS)/music $(STAMPS)/art ## Install what playing needs (Python and web packages) and build the web assets.

setup-test: $(STAMPS)/python-test $(WEB_ASSETS) $(STAMPS)/music $(STAMPS)/art chromium databases ## Install what the tests need too (Chromium, PostgreSQL, Redis).

chromium:
	@if ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then \
	  scripts/step "Chromium for the browser tests" scripts/apt-install chromium fonts-dejavu-core || \
	  { echo "Chromium cannot be installed by this user: browser tests will be skipped. As root: apt-get install chromium" >&2; \
	    [ -z "$${CI:-}" ]; }; fi

# The tests start servers of their own; the system's are not wanted.
databases:
	@if ! { ls /usr/lib/postgresql/*/bin/initdb || command -v initdb; } >/dev/null 2>&1 || \
	  ! { command -v redis-server || command -v valkey-server; } >/dev/null 2>&1; then \
	  scripts/step "PostgreSQL and Redis for the tests" scripts/apt-install --no-services postgresql redis-server || \
	  { echo "PostgreSQL and Redis cannot be installed by this user: their tests will be skipped." \
	      "As root: apt-get install postgresql redis-server" >&2; [ -z "$${CI:-}" ]; }; fi

# --- what it is for ---------------------------------------------------------------------------------------------------------------------

play: setup ## Make a game from PROMPT="..." (SEED=0) and open it in the browser.
	@if [ -z "$${PROMPT:-}" ]; then echo 'usage: make play PROMPT="a tiny red fox jumps across the clouds"' >&2; exit 2; fi
	@$(BIN)/makebelieve play "$$PROMPT" --seed "$$SEED" $(if $(PORT),--port $(PORT))

serve: setup ## Run the server (PORT=8000).
	@$(BIN)/makebelieve serve $(if $(PORT),--port $(PORT))

# --- checks -----------------------------------------------------------------------------------------------------------------------------

test: setup-test ## Lint, then all tests but the slow ones.
	@scripts/run-tests "not slow" $(JOBS)

test-all: setup-test ## Lint, then all tests.
	@scripts/run-tests "" $(JOBS)

lint: $(STAMPS)/python-test node_modules/.stamp ## Format, lint, types and import rules, Python and TypeScript.
	@scripts/lint

format: $(STAMPS)/python-test node_modules/.stamp ## Put all sources into the house's format.
	@$(BIN)/ruff check --fix --exit-zero .
	@$(BIN)/ruff format .
	@node_modules/.bin/biome check --write web

bench: setup-test ## Run the benchmarks (BENCH="language.py" for one); each prints ratios to a baseline of the same run.
	@scripts/run-bench $(BENCH)

gallery: $(STAMPS)/python ## Draw contact sheets of sprites, tiles and backdrops into build/gallery.
	@$(BIN)/python scripts/make_gallery.py

dist: $(STAMPS)/python-test $(WEB_ASSETS) ## Build the wheel and the source archive into dist/.
	@rm -rf dist
	@scripts/step "Wheel and source archive" $(BIN)/uv build --build-constraints requirements-build.lock --out-dir dist

sbom: $(STAMPS)/python-test node_modules/.stamp ## Write CycloneDX bills of materials into build/sbom.
	@scripts/step "Bills of materials" $(BIN)/python scripts/supply_chain.py sbom

audit: $(STAMPS)/python-test ## Check what is locked against ADVISORIES, files or folders in the OSV format.
	@scripts/step "Advisories" $(BIN)/python scripts/advisories.py $(ADVISORIES)

clean: ## Remove what was built (installed packages stay).
	rm -rf build dist $(WEB) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
