# Mutation: does a test notice when the core is changed in one place?
MUTANTS = 10
SEED = 1
MUTATED = $(sort $(wildcard core/*.c))
JOBS = 2
MUTATE = B=$(B) CC="$(CC)" JOBS=$(JOBS) nice sh tests/mutate/mutate.sh
MUTANT_TESTS = all $(UNIT) $(PROP) $(REFERENCE) $(B)/target/stream.65536 $(B)/target/names.stream

mutate: ## changes MUTANTS=10 places of each file of the core by SEED=1, JOBS=2 files at a time, counts what tests catch; MUTANTS=0 is all, for hours
	+@$(MAKE) -s --no-print-directory $(MUTANT_TESTS)
	@$(MUTATE) each 9 $(SEED) $(MUTANTS) $(MUTATED)

# One place in each file; the tests that the long form has catch eight in ten of them at the least.
mutate-short:
	+@$(MAKE) -s --no-print-directory $(MUTANT_TESTS)
	@$(MUTATE) sum 8 3 1 $(MUTATED) && echo "mutate: 1 passed, 0 failed"

.PHONY: mutate mutate-short
