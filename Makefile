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

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(WARN) $(CFLAGS) -Icore -Iport -Itests -MMD -MP -c $< -o $@

$(LIB): $(CORE_OBJ)
	@rm -f $@
	$(AR) rcs $@ $^

include $(wildcard port/*/*.mk tests/*/*.mk)

clean: ## removes what was built
	rm -rf $(B)

.PHONY: all help clean
.DELETE_ON_ERROR:
-include $(shell find $(B) -name '*.d' 2>/dev/null)
