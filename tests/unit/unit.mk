# Unit tests: each tests/unit/NAME.c is a program that ends with "NAME: N passed, N failed".
UNIT = $(patsubst tests/unit/%.c,$(B)/tests/unit/%,$(sort $(wildcard tests/unit/*.c)))

$(UNIT): %: %.o $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@

unit: $(UNIT) ## unit tests alone
	@sh tests/run.sh $(UNIT)

.PHONY: unit
