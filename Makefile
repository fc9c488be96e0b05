# Needs make and Python >= 3.11, nothing else. `make help` explains every target.

.DEFAULT_GOAL := help
.PHONY: help setup assets run demo test e2e bench lint types fix lock clean

PY := .venv/bin/python
# Extra arguments, for example: make test ARGS="tests/villages -k money"
ARGS ?=
# The Python that makes .venv: the first on PATH that runs and is recent enough.
ifndef PYTHON
PYTHON := $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo "$$name"; break; }; done)
endif
# Checks must not touch a portal's own data folder.
CHECK_ENV := env -u DATABASE_URL -u CELERY_BROKER_URL -u CACHE_URL \
	LOG_LEVEL=WARNING PORTAL_DATA=$(CURDIR)/.cache/check PUBLIC_URL=https://portal.example
# SQLite rebuilds a table for a new column with a default, which the linter takes for a column
# without; tests/config/test_migrations.py reads what stands in these.
HARMLESS := 0002_columns_with_defaults
# The migration before it empties these tables: drafts that the commands make again.
EMPTIED := 0003_lifecycle
# Apps of others: their migrations are not ours to judge.
FOREIGN := auth axes contenttypes knox otp_static otp_totp sessions
CODE := config villages branches cadres collective_economy rectification

help: ## Show this list
	@awk 'BEGIN { FS = ":.*## " } /^[a-z0-9]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "  Settings by environment: PORT, HOST, PORTAL_DATA, DATABASE_URL, CELERY_BROKER_URL,"
	@echo "  CACHE_URL, PUBLIC_URL, ALLOWED_HOSTS, DEMO_PASSWORD, PORTAL_TODAY"

setup: ## Install everything requirements.lock names into .venv, start nothing
	@if [ -z "$(PYTHON)" ]; then \
		echo "安装失败：没有找到 Python 3.11 或更高版本，请先安装，例如 apt install python3 python3-venv。" >&2; \
		exit 1; fi
	@$(PYTHON) -I config/install.py

assets: setup ## Fetch and copy the browser files into static/vendor
	@$(PY) -m config.assets

run: setup assets ## Start the portal (with a demo county when the database is empty)
	@$(PY) -m config.launch run --with-parent

demo: setup ## Load the demo county into an empty database
	@$(PY) manage.py demo $(ARGS)

test: setup assets ## Run the tests (ARGS=… goes to pytest)
	@# Dozens of processes import the same code: whoever forbids compiled files pays for each.
	@PYTHONDONTWRITEBYTECODE= $(PY) -m pytest -n 3 --dist loadgroup -m "not long" $(ARGS)

e2e: setup assets ## Drive all pages in a browser: roles, widths, accessibility
	@$(PY) -m pytest tests/browser -m long
	@$(PY) -m pytest tests/e2e -o norecursedirs='.* data' $(ARGS)

bench: setup ## Measure each path beside its floor (QUICK=1 for minutes, ARGS=P7 for one path)
	@$(PY) -m tests.bench $(if $(QUICK),--quick) $(ARGS)

lint: setup ## Style, templates, security, migrations, import layers, deployment checks
	@mkdir -p .cache/check
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m djlint templates --lint --quiet
	$(PY) -m bandit --quiet --recursive --severity-level medium --configfile pyproject.toml $(CODE)
	.venv/bin/lint-imports
	$(CHECK_ENV) $(PY) manage.py makemigrations --check --dry-run
	$(CHECK_ENV) $(PY) manage.py lintmigrations --settings config.settings_lint \
		--quiet ok ignore --ignore-name-contains _initial --ignore-name $(HARMLESS) $(EMPTIED) \
		--exclude-apps $(FOREIGN)
	$(CHECK_ENV) $(PY) manage.py check --deploy --fail-level WARNING

types: setup ## Check types with mypy
	@# Without its cache: Django's plugin loses managers when only a part is checked again.
	$(PY) -m mypy --cache-dir=/dev/null $(CODE)

fix: setup ## Repair style where a tool can
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

lock: setup ## Resolve pyproject.toml anew into requirements.lock
	$(PY) -m uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header \
		--group tools pyproject.toml --output-file requirements.lock $(ARGS)

clean: ## Remove caches and built browser files; .venv and data stay
	rm -rf .assets .cache .mypy_cache .pytest_cache .ruff_cache .import_linter_cache static/vendor
	find . -name __pycache__ -type d -not -path './.venv/*' -prune -exec rm -rf {} +
