# Faults: flash that loses power, drivers that fail. Each program is short by itself; the long forms are called by hand.
FAULT_COMMON = flash
FAULT = $(patsubst tests/fault/%.c,$(B)/tests/fault/%,$(filter-out $(FAULT_COMMON:%=tests/fault/%.c),$(sort $(wildcard tests/fault/*.c))))
N ?= 1000000
SEED ?= 1

$(FAULT): %: %.o $(FAULT_COMMON:%=$(B)/tests/fault/%.o) $(B)/tests/prop/gen.o $(B)/port/pith_io.o $(B)/port/pith_save.o $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@

fault: $(FAULT) ## faults of drivers, flash and memory alone, in their short form
	@sh tests/run.sh $(FAULT)

powercut: $(B)/tests/fault/powercut ## N power cuts (1000000) from SEED (1) on
	@$< $(N) $(SEED)

.PHONY: fault powercut
