# The commands people use; `make` alone lists them. Only pip (and, for `make test` and `make office`, apt) uses the network.
#   make run PORT=9000             .env.example lists every setting
#   make run PYTHON=python3.12     another Python than python3
#   make test ARGS="-k tempo"      further arguments for pytest, refresh.py or the benchmarks

PYTHON ?= python3
VENV := .venv/bin/python
# Wheels only: a fresh machine has no compiler, and a clear refusal beats a failed build.
INSTALL := $(VENV) -m pip install --quiet --disable-pip-version-check --only-binary :all:

.DEFAULT_GOAL := help
.PHONY: help run test refresh bench office validate screenshots lint format

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

run: .venv/runtime ## open the dashboard at http://127.0.0.1:8050 (HOST, PORT)
	$(VENV) app.py

test: .venv/development ## every test, real browser included
	BROWSER_PATH="$$(bin/find-browser)" && export BROWSER_PATH && $(VENV) -m pytest -n auto --maxprocesses 4 --dist loadgroup $(ARGS)

refresh: .venv/runtime ## fetch the sources, compute and publish a release
	$(VENV) refresh.py $(ARGS)

bench: .venv/development ## measure what is claimed about speed
	$(VENV) -m benchmarks $(ARGS)

office: ## install LibreOffice (about 100 MB), so that `make test` opens briefings in it as well
	@bin/find-office

validate: .venv/development ## check the statistics against others, write docs/validation.md and docs/methods.md
	$(VENV) -m validation $(ARGS)

screenshots: .venv/development ## pictures of every page into screenshots/ (ARGS="--only dark.390")
	BROWSER_PATH="$$(bin/find-browser)" && export BROWSER_PATH && $(VENV) -m tests.screenshots $(ARGS)

lint: .venv/development ## layout, lint and types
	$(VENV) -m ruff format --check .
	$(VENV) -m ruff check .
	$(VENV) -m mypy --explicit-package-bases .

format: .venv/development ## lay the code out as `make lint` wants it
	$(VENV) -m ruff check --fix .
	$(VENV) -m ruff format .

# Built anew when the requirements change, so that nothing stays behind that they no longer name.
.venv/runtime: requirements.txt
	@bin/check-python "$(PYTHON)"
	@echo "Installing the pinned requirements into .venv: about a minute, once."
	"$(PYTHON)" -m venv --clear .venv
	$(INSTALL) -r requirements.txt
	@touch $@

.venv/development: requirements-dev.txt .venv/runtime
	$(INSTALL) -r requirements-dev.txt
	@touch $@
