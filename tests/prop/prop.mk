# Properties over seeded random texts: each tests/prop/NAME.c but gen.c is a program.
PROP = $(patsubst tests/prop/%.c,$(B)/tests/prop/%,$(filter-out tests/prop/gen.c,$(sort $(wildcard tests/prop/*.c))))

$(PROP): %: %.o $(B)/tests/prop/gen.o $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@

prop: $(PROP) ## properties over random texts alone
	@sh tests/run.sh $(PROP)

ROUNDS = 200000
FIRST = 100000
prop-long: $(PROP) ## the same, of ROUNDS=200000 texts from the seed FIRST=100000 on, which the tests do not have: minutes
	@for t in $(PROP); do $$t $(ROUNDS) $(FIRST) || exit 1; done

.PHONY: prop prop-long
