# IMR Desk. `make` alone lists what there is. What takes more than a line lives in packaging/.

BIN := .venv/bin
# How pytest runs: `make test TESTS=tests/review` for a part, `make test TESTS="-n 0 -x"` for one process.
TESTS ?= -n auto --dist worksteal
PYTEST := QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 $(BIN)/python -m pytest

.DEFAULT_GOAL := help
.PHONY: help run test check bench soak package clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

run: ## set up what is missing, write out/sample.imr and open the program on it
	@packaging/set_up.sh run
	@$(BIN)/python -m ui.first_run

test: ## set up what is missing and pass the tests, without a screen
	@packaging/set_up.sh dev
	@$(PYTEST) $(TESTS)

check: ## everything that must hold before a change lands: style, types, imports, tests
	@packaging/set_up.sh dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	@$(PYTEST) $(TESTS)

bench: ## measure, against a yardstick in the same run
	@packaging/set_up.sh dev
	@$(PYTEST) tests/benchmarks --override-ini python_files='bench_*.py' -p no:randomly -n 0 -s

soak: ## kill the program at random moments, at least 500 times within 20 minutes, and look at what it leaves
	@packaging/set_up.sh dev
	@$(PYTEST) tests/soak --override-ini python_files='soak_*.py' -o faulthandler_timeout=0 -p no:randomly -n 0 -s

package: ## build the source archive and the wheel into dist/, and look into both
	@packaging/set_up.sh dev
	@$(BIN)/python packaging/build_package.py

clean: ## remove what the other targets built, .venv included; out/ stays, since a review may be kept there
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
