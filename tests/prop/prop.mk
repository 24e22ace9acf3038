# Properties over seeded random texts: each tests/prop/NAME.c but gen.c is a program.
PROP = $(patsubst tests/prop/%.c,$(B)/tests/prop/%,$(filter-out tests/prop/gen.c,$(sort $(wildcard tests/prop/*.c))))

$(PROP): %: %.o $(B)/tests/prop/gen.o $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@

prop: $(PROP) ## properties over random texts alone
	@sh tests/run.sh $(PROP)

.PHONY: prop
