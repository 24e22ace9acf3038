# Pith. `make` builds the command and the library, `make test` passes the tests; `make help` lists the rest.

CFLAGS   ?= -O2 -g
WARN      = -std=c99 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wvla -Wundef -Werror
B        ?= build
DATA     ?=

CORE      = $(sort $(wildcard core/*.c core/model/*.c))
CORE_OBJ  = $(CORE:%.c=$(B)/%.o)
LIB       = $(B)/libpith.a

all: $(B)/pith ## the command build/pith and the library build/libpith.a (default)

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

# What was compiled with other flags is compiled again.
$(B)/flags: always
	@mkdir -p $(@D)
	@echo '$(CFLAGS)' | cmp -s - $@ || echo '$(CFLAGS)' > $@

$(B)/%.o: %.c $(B)/flags
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(WARN) $(CFLAGS) -Icore -Iport -Itests -MMD -MP -c $< -o $@

$(LIB): $(CORE_OBJ)
	@rm -f $@
	@echo "  AR $@"
	@$(AR) rcs $@ $^

include $(wildcard port/*/*.mk tests/*/*.mk)

TESTS = $(UNIT) $(PROP) $(REFERENCE) $(FAULT) $(PORT_TEST)

test: all $(TESTS) $(SOAK) $(FUZZ) $(FAULTY) ## every test that runs on this machine; ends with "N passed, N failed"
	@PITH=$(B)/pith FAULTY=$(FAULTY) CC="$(CC)" sh tests/run.sh $(TESTS) $(SOAK) tests/port/command.sh tests/fault/command.sh tests/fuzz/replay.sh tests/readme.sh

# A program in which valgrind finds an error counts as failed. The properties repeat fewer rounds: each
# instruction costs about thirty; the cutter's own tests, and those of whole domains, are left to the sanitizers.
memcheck: all $(TESTS) ## unit tests, properties and the command under valgrind
	@B=$(B) sh tests/memcheck.sh $(filter-out %/word %/utf8 %/domains,$(UNIT)) $(PROP)

analyze: ## static analysis by gcc, clang, cppcheck, its MISRA C:2012 addon; ten minutes on a busy machine
	@GCC=gcc sh tests/analyze.sh gcc clang cppcheck misra

analyze-core: ## the core alone, by gcc alone
	@CORE_ONLY=1 GCC=gcc sh tests/analyze.sh gcc

# By unit tests and properties alone, whose results are exact: what other tests reach on their way is not counted.
coverage: ## lines and branches of core/ that unit tests and properties reach; fails unless all but what tests/coverage.txt proves
	@mkdir -p $(B)/cov
	@find $(B)/cov -name '*.gcda' -delete
	@GCOV_ERROR_FILE=/dev/null $(MAKE) -s CC=gcc B=$(B)/cov CFLAGS="-O0 -g --coverage" LDFLAGS=--coverage unit prop >$(B)/cov/log || (tail -n 20 $(B)/cov/log; false)
	@sh tests/coverage.sh $(B)/cov

clean: ## removes what was built
	rm -rf $(B)

.PHONY: all help test memcheck analyze analyze-core coverage clean always
.DELETE_ON_ERROR:
-include $(shell find $(B) -name '*.d' 2>/dev/null)
