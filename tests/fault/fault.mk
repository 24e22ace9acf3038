# Faults: flash that loses power, drivers that fail. Each program is short by itself; the long forms are called by hand.
FAULT_COMMON = flash shim
FAULT = $(patsubst tests/fault/%.c,$(B)/tests/fault/%,$(filter-out $(FAULT_COMMON:%=tests/fault/%.c),$(sort $(wildcard tests/fault/*.c))))
N ?= 1000000
SEED ?= 1

$(FAULT): %: %.o $(B)/tests/fault/flash.o $(B)/tests/prop/gen.o $(B)/port/pith_io.o $(B)/port/pith_save.o $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@

# The command with system calls that fail.
FAULTY = $(B)/tests/fault/faulty
$(FAULTY): $(B)/tests/fault/shim.o $(POSIX_OBJ) $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) -Wl,--wrap=read,--wrap=pread,--wrap=pread64,--wrap=write $^ -o $@

fault: $(B)/pith $(FAULT) $(FAULTY) ## faults of drivers, flash, terminals and system calls alone, in their short form
	@PITH=$(B)/pith FAULTY=$(FAULTY) sh tests/run.sh $(FAULT) tests/fault/command.sh

fault-long: $(FAULT) $(FAULTY) ## the same of system calls and pith_io at some thousand calls each
	@$(B)/tests/fault/io 400 $(SEED) && PIECE=60 FAULTY=$(FAULTY) sh tests/fault/command.sh

# Another processor, of the other byte order: programs for it run in an emulator.
FAR = s390x
# Those of Linux for 32-bit words are the same, but stand where those of 64-bit words do.
LINUX_HEADERS = -idirafter /usr/include/$(shell $(CC) -print-multiarch)
fault-far: ## faults, and states that are taken up, on s390x in an emulator, and with 32-bit words
	@$(MAKE) -s B=$(B)/$(FAR) CC=$(FAR)-linux-gnu-gcc LDFLAGS=-static $(B)/$(FAR)/tests/fault/faulty \
	  $(B)/$(FAR)/tests/unit/resume $(FAULT:$(B)/%=$(B)/$(FAR)/%) >/dev/null
	@printf '#!/bin/sh\nexec qemu-$(FAR) %s "$$@"\n' $(abspath $(B)/$(FAR)/tests/fault/faulty) > $(B)/$(FAR)/faulty && chmod +x $(B)/$(FAR)/faulty
	@for t in fault/io fault/save unit/resume; do qemu-$(FAR) $(B)/$(FAR)/tests/$$t || exit 1; done
	@qemu-$(FAR) $(B)/$(FAR)/tests/fault/powercut 3000 && MODES='plain json' PIECE=1500 FAULTY=$(B)/$(FAR)/faulty sh tests/fault/command.sh
	@$(MAKE) -s B=$(B)/m32 CC='$(CC) -m32 $(LINUX_HEADERS)' $(B)/m32/pith $(B)/m32/tests/fault/faulty $(B)/m32/tests/unit/resume $(FAULT:$(B)/%=$(B)/m32/%) >/dev/null
	@PITH=$(B)/m32/pith FAULTY=$(B)/m32/tests/fault/faulty sh tests/run.sh $(B)/m32/tests/unit/resume $(FAULT:$(B)/%=$(B)/m32/%) tests/fault/command.sh

powercut: $(B)/tests/fault/powercut ## N power cuts (1000000) from SEED (1) on
	@$< $(N) $(SEED)

.PHONY: fault fault-long fault-far powercut
