# Unit tests: each tests/unit/NAME.c is a program that ends with "NAME: N passed, N failed".
UNIT = $(patsubst tests/unit/%.c,$(B)/tests/unit/%,$(sort $(wildcard tests/unit/*.c)))

$(UNIT): %: %.o $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@

unit: $(UNIT) ## unit tests alone
	@sh tests/run.sh $(UNIT)

.PHONY: unit

# Integers: -ftrapv stops at signed overflow; clang also at conversions that lose bits, shifts and divisions (of unsigned numbers
# hashes and offsets wrap by design). tests/integer.txt lists what is meant to.
INTEGER = -O1 -g -fsanitize=implicit-conversion,signed-integer-overflow,shift,integer-divide-by-zero -fno-sanitize-recover=all \
	-fsanitize-ignorelist=tests/integer.txt
hardened: ## unit tests where signed overflow traps, and where conversions that lose bits do
	@$(MAKE) -s B=$(B)/trapv CC=gcc CFLAGS='-O1 -g -ftrapv' unit
	@$(MAKE) -s B=$(B)/integer CC=clang CFLAGS='$(INTEGER)' LDFLAGS='$(INTEGER)' unit

domains: $(B)/tests/unit/domains ## all sequences of one to four bytes through the decoder, all sizes of the work area to 64 KB: ten minutes
	@$< all

.PHONY: hardened domains
