bench: all ## speed against `wc -w`, instructions per byte, time and memory from 1 MB to 1 GB (DATA: novels instead of our own texts)
	@PITH=$(B)/pith DATA="$(DATA)" sh tests/bench/bench.sh

.PHONY: bench

WORST = $(B)/tests/bench/worst
$(WORST): $(WORST).o $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@

worst: $(B)/pith $(WORST) ## instructions a byte of the worst texts for each stage, against ordinary text
	@PITH=$(B)/pith WORST=$(WORST) sh tests/bench/worst.sh

worst-short: $(B)/pith $(WORST) ## the same of the worst of them
	@PITH=$(B)/pith WORST=$(WORST) BYTES=6000 KINDS='letters abbreviations references bridges bad-bytes same-keys' sh tests/bench/worst.sh

.PHONY: worst worst-short

SIZE ?= 1000
SOAK = $(B)/tests/bench/soak
$(SOAK): $(SOAK).o $(B)/tests/prop/gen.o $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@

soak: $(SOAK) ## SIZE megabytes (1000) of mixed text through one process: memory, time of a byte, counts at their limits
	@$(SOAK) $(SIZE) 25

.PHONY: soak
