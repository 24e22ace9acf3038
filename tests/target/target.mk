# The targets: every board of port/baremetal, user-mode emulation of other processors, and the host with its
# compilers. `make target` runs all, `make target-NAME` one; `make golden` writes what they must print.
TOOLS   = $(B)/target
TARGET  = tests/target
HEADERS = $(wildcard core/*.h core/model/*.h port/*.h port/baremetal/*.h)
SOURCES = $(CORE) port/pith_io.c port/baremetal/board.c $(TARGET)/host.c

# NAME: compiler and its flags; NAME.run: emulator
hosted.s390x    = s390x-linux-gnu-gcc -O2 -static
hosted.mips     = mips-linux-gnu-gcc -O2 -static
hosted.mipsel   = mipsel-linux-gnu-gcc -Os -static
hosted.ppc64    = powerpc64-linux-gnu-gcc -O2 -static
hosted.armhf    = arm-linux-gnueabihf-gcc -O2 -static
hosted.aarch64  = aarch64-linux-gnu-gcc -O3 -static
hosted.riscv64  = riscv64-linux-gnu-gcc -O2 -static
hosted.armhf.run   = qemu-arm
HOSTED = s390x mips mipsel ppc64 armhf aarch64 riscv64
$(foreach t,$(filter-out armhf,$(HOSTED)),$(eval hosted.$t.run = qemu-$t))

HOST_OPT = O0 O1 O2 O3 Os
HOSTS = $(HOST_OPT:%=gcc-%) $(HOST_OPT:%=clang-%) gcc-m32-O0 gcc-m32-O2 clang-m32-Os
$(foreach t,$(HOSTS),$(eval hosted.$t = $(firstword $(subst -, ,$t)) -$(subst -, -,$(wordlist 2,3,$(subst -, ,$t)))))
$(foreach t,$(HOSTS),$(eval hosted.$t = $(subst -, -,$t)))

TARGETS = host $(BOARDS) atmega2560-far $(HOSTED) $(HOSTS)

# tools of the host
$(TOOLS)/run: $(TARGET)/run.c
	@mkdir -p $(@D)
	@$(CC) -D_DEFAULT_SOURCE $(WARN) -O2 $< -o $@
$(TOOLS)/icount.so: $(TARGET)/icount.c $(TARGET)/profile.h
	@mkdir -p $(@D)
	@$(CC) -std=gnu99 -Wall -Wextra -Werror -O2 -shared -fPIC $< -o $@
$(TOOLS)/simrun: $(TARGET)/simrun.c $(TARGET)/profile.h
	@mkdir -p $(@D)
	@$(CC) -std=gnu99 -Wall -Wextra -Werror -O2 -I/usr/include/simavr $< -lsimavr -lelf -o $@

# the host's own answers
HOST_CELLS = 65536
$(TOOLS)/host/golden: $(TARGET)/golden.c $(SOURCES) $(HEADERS)
	@mkdir -p $(@D)
	@$(CC) $(WARN) -O2 -DWORK_CELLS=$(HOST_CELLS) -Icore -Iport -Iport/baremetal $(filter %.c,$^) -o $@
$(TOOLS)/host/names: $(TARGET)/names.c $(SOURCES) $(HEADERS)
	@mkdir -p $(@D)
	@$(CC) $(WARN) -O2 -Icore -Iport -Iport/baremetal $(filter %.c,$^) -o $@
define host_program
$(TOOLS)/host/$1.%: port/baremetal/$1.c $(SOURCES) $(HEADERS)
	@mkdir -p $$(@D)
	@$(CC) $(WARN) -O1 -DWORK_CELLS=$$* -Icore -Iport -Iport/baremetal $$(filter %.c,$$^) -o $$@
$(TOOLS)/$1.expect.%: $(TOOLS)/$1.stream $(TOOLS)/host/$1.%
	@$(TOOLS)/host/$1.$$* < $$< > $$@
endef
$(foreach p,main twice,$(eval $(call host_program,$p)))

TEXTS = $(wildcard tests/texts/*.txt)
$(TOOLS)/stream.%: $(TARGET)/stream.sh $(TARGET)/cases.txt $(TEXTS)
	@mkdir -p $(@D)
	@sh $(TARGET)/stream.sh $* > $@
# what all must print is what the host prints; that it still is what was committed is tested once (target-host)
$(TOOLS)/golden.txt: $(TOOLS)/host/golden $(TOOLS)/stream.$(HOST_CELLS)
	@$(TOOLS)/host/golden < $(TOOLS)/stream.$(HOST_CELLS) > $@.tmp; test $$? = 42
	@sed '/^#/d' $@.tmp > $@
$(TOOLS)/names.stream: $(TARGET)/stream.sh $(TARGET)/names_cases.txt $(TEXTS)
	@mkdir -p $(@D)
	@CASES=names_cases.txt sh $(TARGET)/stream.sh $(HOST_CELLS) > $@
$(TOOLS)/names.expect: $(TOOLS)/host/names $(TOOLS)/names.stream
	@$(TOOLS)/host/names < $(TOOLS)/names.stream > $@.tmp; test $$? = 42
	@sed '/^#/d' $@.tmp > $@
$(TOOLS)/expect.%: $(TOOLS)/golden.txt
	@mkdir -p $(@D)
	@awk -v cells=$* '/^@/ { split($$0, c, / c/); on = c[2] + 0 <= cells } on' $< > $@
$(TOOLS)/sleep.stream: $(TEXTS)
	@mkdir -p $(@D)
	@{ echo "@ all L$$(cat $(TEXTS) | wc -c | tr -d ' ') c512 k40 n3 z7001"; cat $(TEXTS); } > $@
$(TOOLS)/sleep.expect: $(TOOLS)/sleep.stream $(TOOLS)/host/golden
	@sed 's/ z7001$$//' $< | $(TOOLS)/host/golden > $@.tmp; sed '1d; /^#/d' $@.tmp > $@
$(TOOLS)/main.stream: $(TEXTS) $(TARGET)/article.txt
	@mkdir -p $(@D)
	@{ cat $(TARGET)/article.txt; printf '\004'; cat tests/texts/chapter.txt; printf '\004\004'; } > $@
$(TOOLS)/twice.stream: $(TEXTS)
	@mkdir -p $(@D)
	@{ for t in news news wiki wiki; do cat tests/texts/$$t.txt; printf '\004'; done; printf '\004'; } > $@
.SECONDARY:

golden: $(TOOLS)/golden.txt $(TOOLS)/names.expect ## writes tests/golden/core.txt and names.txt, what every target must print
	@mkdir -p tests/golden
	cp $< tests/golden/core.txt
	cp $(TOOLS)/names.expect tests/golden/names.txt

target-host: $(TOOLS)/golden.txt $(TOOLS)/names.expect
	@{ diff tests/golden/core.txt $< && diff tests/golden/names.txt $(TOOLS)/names.expect; } > $<.diff && echo "host               as committed: ok" && mkdir -p $(TOOLS)/passed && touch $(TOOLS)/passed/host || \
	  { echo "host               FAILED: differs from tests/golden (\`make golden\` accepts it)"; head -n 20 $<.diff; false; }
.PHONY: target-host

# $(call target_rules,NAME,DIRECTORY,DEVICE,CELLS,RUN,PROGRAM): every test whose program is there; PROGRAM may be empty
define target_rules
target-$1: $(if $6,$2/$6.uart $(TOOLS)/$6.expect.$4 $(TOOLS)/$6.stream) $(TOOLS)/run $(TOOLS)/simrun $(TOOLS)/stream.$4 $(TOOLS)/expect.$4 \
  $(TOOLS)/sleep.stream $(TOOLS)/sleep.expect
	@DIR=$2 TOOLS=$(TOOLS) sh $(TARGET)/target.sh $1 $3 $4 "$5"
	@mkdir -p $(TOOLS)/passed && touch $(TOOLS)/passed/$1
.PHONY: target-$1
endef

# The stack of the tagger is deeper than that of a summary. See size.mk for NAMES_BOARDS.
NAMES_HOSTED = $(HOSTED) gcc-O0 clang-O3 gcc-m32-O2 clang-m32-Os
NAMES_STACK  = 2048

define target_board
$(call board_program,$1,$(TARGET)/overflow,$($1.device))
target-$1: $($1.dir)/overflow.$($1.device)
ifeq ($($1.program),main)
$(call board_program,$1,$(TARGET)/golden,uart)
$(if $(findstring semi,$($1.device)),$(call board_program,$1,$(TARGET)/golden,semi))
target-$1: $($1.dir)/golden.$($1.device)
endif
ifneq ($(filter $1,$(NAMES_BOARDS)),)
$(call board_program,$1,$(TARGET)/names,$($1.device))
$($1.dir)/names.$($1.device): $1.link += -Wl,--defsym=stack_size=$(NAMES_STACK)
target-$1: $($1.dir)/names.$($1.device) $(TOOLS)/names.stream $(TOOLS)/names.expect
endif
$(call target_rules,$1,$($1.dir),$($1.device),$($1.cells),$($1.run),$($1.program))
endef
$(foreach b,$(BOARDS),$(eval $(call target_board,$b)))

define target_hosted
$(TOOLS)/$1/golden.semi: $(TARGET)/golden.c $(SOURCES)
$(TOOLS)/$1/main.uart: port/baremetal/main.c $(SOURCES)
$(TOOLS)/$1/names.semi: $(TARGET)/names.c $(SOURCES)
$(TOOLS)/$1/golden.semi $(TOOLS)/$1/main.uart $(TOOLS)/$1/names.semi: $(HEADERS)
	@mkdir -p $$(@D)
	@$(hosted.$1) -std=c99 -Wall -Wextra -Werror -DWORK_CELLS=$(HOST_CELLS) -Icore -Iport -Iport/baremetal $$(filter %.c,$$^) -o $$@
target-$1: $(TOOLS)/$1/golden.semi $(if $(filter $1,$(NAMES_HOSTED)),$(TOOLS)/$1/names.semi $(TOOLS)/names.stream $(TOOLS)/names.expect)
$(call target_rules,$1,$(TOOLS)/$1,semi,$(HOST_CELLS),$(hosted.$1.run),$(if $(hosted.$1.run),main))
endef
$(foreach t,$(HOSTED) $(HOSTS),$(eval $(call target_hosted,$t)))

# $(call target_sum,LIST): all of them, whatever fails; then the sum
target_sum = +@rm -rf $(TOOLS)/passed; $(MAKE) -k --no-print-directory $(1:%=target-%) || true; \
  passed=$$(ls $(TOOLS)/passed 2>/dev/null | wc -l | tr -d ' '); \
  echo "target: $$passed passed, $$(($(words $1) - passed)) failed"; [ $$passed = $(words $1) ]

target: ## all targets: boards in emulators, other processors, the host's compilers
	$(call target_sum,$(TARGETS))
target-boards: ## the boards alone
	$(call target_sum,host $(BOARDS))

# an AVR whose tables lie beyond 64 KB
$(eval $(call board_load,$(TARGET)/far.mk))
$(eval $(call board_rules,atmega2560-far))
atmega2560-far.link += -Wl,--defsym=far_at=0x12346
$(eval $(call target_board,atmega2560-far))

# Cortex-M0 code with memory enough for tables of any size
$(eval $(call board_load,$(TARGET)/m0.mk))
$(eval $(call board_rules,m0))
$(eval $(call board_program,m0,$(TARGET)/golden,semi))
$(eval $(call board_program,m0,$(TARGET)/names,semi))

watchdog: $(m0.dir)/golden.semi $(TOOLS)/run $(TOOLS)/icount.so $(WORST) ## no call runs longer than its bound, on Cortex-M0, with full tables
	@DIR=$(m0.dir)/watchdog PROGRAM=$< TOOLS=$(TOOLS) WORST=$(WORST) sh $(TARGET)/watchdog.sh "$(m0.run)"

.PHONY: golden target target-boards watchdog
