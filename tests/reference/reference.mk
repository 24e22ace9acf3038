# The differential test: a reference of its own against the core.
REFERENCE = $(B)/tests/reference/compare

$(REFERENCE): $(patsubst %.c,$(B)/%.o,$(wildcard tests/reference/*.c)) $(B)/tests/prop/gen.o $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@

reference: N = 100000
reference: $(REFERENCE) ## the core against a slow and obvious reference: N=100000 random texts from SEED=1 on, every text of 5 signs; six minutes
	@$< $(N) $(SEED) 5

.PHONY: reference
