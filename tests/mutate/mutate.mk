# Mutation: does a test notice when the core is changed in one place?
MUTANTS = 40
SEED = 1
MUTATED = $(sort $(wildcard core/*.c))
mutate: test $(B)/target/stream.65536 ## changes MUTANTS=40 places of each MUTATED=core/*.c by SEED=1 and counts what the tests catch; hours for all (MUTANTS=0)
	@B=$(B) CC="$(CC)" nice sh tests/mutate/mutate.sh $(SEED) $(MUTANTS) $(MUTATED)

.PHONY: mutate
