# Everything that one does with Rankfall from a checkout. `make` or `make help` lists it.

STUDY ?= studies/fig1-annealing.yaml
BASELINES ?= .build/baselines.jsonl
BENCH_JSON ?= .build/performance.json
BENCH_PAGE ?= docs/performance.md
SURVIVAL_LINES ?= .build/survival.jsonl
SURVIVAL_PAGE ?= docs/survival-performance.md
COVERAGE_PAGE ?= docs/survival-coverage.md
# Options for rankfall-bench, such as --quick.
BENCH ?=
# Tests are built with testable imports, the program without. In one folder each would undo the other's build (two minutes a turn).
TEST_BUILD ?= .build-test
SETUP = @scripts/setup.sh
# Long runs of code that other tests go through as well; and a file size limit, under which the sanitizers themselves cannot start.
# Leaks are not looked for: Foundation's own (reading an empty file, Process) would end every program that it starts with status 1.
UNSANITIZED = --skip StatisticalTests --skip CompressionTests --skip whenTheDiskIsFull
# Any C compiler will do for the TestU01 harness; clang comes with Swift.
HARNESS_CC ?= $(shell command -v cc || echo clang)

.DEFAULT_GOAL := help
.PHONY: help setup run studies test lint bench bench-survival coverage tables verify-ladder soak smallcrush sanitize fuzz clean

help: ## say what there is
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)$$/\1|\2/' \
	  | awk -F'|' '{ printf "  make %-14s %s\n", $$1, $$2 }'

setup: ## install what is missing beside Swift (Debian)
	$(SETUP)

run: setup ## build, run the study STUDY (default: Figure 1's), say where the results are
	swift build -c release --product rankfall
	"$$(swift build -c release --show-bin-path)/rankfall" run $(STUDY)
	@echo "The results are in results/$$(sed -n "s/^study:[[:space:]]*//p" $(STUDY) | head -n 1 | tr -d "\"' ")/: summary.md is the place to begin."

# The binary is copied: a build that comes while studies run must not touch it.
studies: setup ## run every study, bounds, audit and landscape; check that the chains are those of results/chains.sha256 (about an hour)
	swift build -c release --product rankfall
	cp "$$(swift build -c release --show-bin-path)/rankfall" .build/rankfall-studies
	scripts/studies.sh .build/rankfall-studies

lint: ## check the style of all Swift files, and that threads share values by one lock
	scripts/lint.sh

# One release build serves the unit tests and the statistical ones: a debug build is about 100 times slower in the hot loops.
test: setup lint ## check the style, build, run all tests
	swift test -c release --scratch-path $(TEST_BUILD)

sanitize: setup ## run the unit tests under the thread and the address sanitizer (release builds: debug ones would take hours)
	swift test -c release --sanitize=thread --scratch-path .build-tsan $(UNSANITIZED)
	ASAN_OPTIONS=detect_leaks=0 swift test -c release --sanitize=address --scratch-path .build-asan $(UNSANITIZED)

FUZZ_SEED ?= 1
FUZZ_COUNT ?= 100000
FUZZ_COMMANDS ?= 2000
fuzz: setup ## feed 100000 wrong studies, data files and matrices, and 2000 command lines, to the program; what fails is in .build/fuzz
	swift build -c release --product rankfall
	swift build -c release --product rankfall-fuzz
	"$$(swift build -c release --show-bin-path)/rankfall-fuzz" $(FUZZ_SEED) $(FUZZ_COUNT) $(FUZZ_COMMANDS) \
	  "$$(swift build -c release --show-bin-path)/rankfall" .build/fuzz

bench: ## measure Rankfall beside other tools; write docs/performance.md and docs/survival-performance.md (10 minutes, a quiet machine)
	$(SETUP) --benchmarks
	swift build -c release --product rankfall-bench
	benchmarks/run.sh $(BASELINES)
	"$$(swift build -c release --show-bin-path)/rankfall-bench" --baselines $(BASELINES) --json $(BENCH_JSON) \
	  --page $(BENCH_PAGE) $(BENCH)
	$(MAKE) bench-survival

bench-survival: ## measure the survival statistics beside lifelines and R; write docs/survival-performance.md (5 minutes)
	$(SETUP) --benchmarks
	swift build -c release --product survival-bench
	swift build -c release --product rankfall
	benchmarks/survival.sh "$$(swift build -c release --show-bin-path)" $(SURVIVAL_LINES)
	"$$(swift build -c release --show-bin-path)/survival-bench" page $(SURVIVAL_LINES) --page $(SURVIVAL_PAGE)

coverage: setup ## simulate how often each survival interval holds the truth; write docs/survival-coverage.md (10 minutes)
	swift build -c release --product survival-coverage
	"$$(swift build -c release --show-bin-path)/survival-coverage" --page $(COVERAGE_PAGE)

# The folder is made anew: a store that is there would be taken for the answer of the program as it is now.
verify-ladder: ## simulate the noise ladder again with numpy and compare it with Rankfall, rung by rung (5 to 10 minutes and a build)
	$(SETUP) --verification
	swift build -c release --product rankfall
	rm -rf .build/verification-ladder
	verification/run.sh "$$(swift build -c release --show-bin-path)/rankfall" .build/verification-ladder

soak: ## kill runs with -9 at 1000 random moments, fill 50 disks, and compare every folder that comes of it (20 minutes)
	$(SETUP) --verification
	swift build -c release --product rankfall
	rm -rf .build/soak
	verification/soak.py "$$(swift build -c release --show-bin-path)/rankfall" .build/soak

tables: setup ## write the sections of a study's tables in docs/tables.md, as the program has them
	swift build -c release --product rankfall
	scripts/tables.sh "$$(swift build -c release --show-bin-path)/rankfall"

smallcrush: ## test the random streams with TestU01's SmallCrush (some minutes; TestU01 is in Debian non-free)
	$(SETUP) --testu01
	swift build -c release --product stream-dump
	$(HARNESS_CC) -O2 -Wall -Wextra -o .build/smallcrush tools/smallcrush/smallcrush.c -ltestu01 -ltestu01probdist -ltestu01mylib -lm
	tools/smallcrush/run.sh "$$(swift build -c release --show-bin-path)/stream-dump" .build/smallcrush

clean: ## remove what was built; results stay
	rm -rf .build $(TEST_BUILD) .build-tsan .build-asan .venv-bench .venv-verification
