# What the core may include, need and cost: `make layers symbols stack size`, and `make budget`, which measures every
# board and writes tests/size/budget.tsv; `make budget-check` fails when a figure has grown.
SIZE = tests/size
EMULATE = $(B)/target# where target.mk builds its tools

arm.bin    = arm-none-eabi-
riscv.bin  = riscv64-unknown-elf-
m68k.bin   = m68k-linux-gnu-
xtensa.bin = xtensa-lx106-elf-
avr.bin    = avr-
# see stack.awk
m68k.stack = -v call=4
avr.stack  = -v plain=3

# WebAssembly has neither registers nor an instruction counter here, and the ATmega328P no room for the golden set
BUDGETS = $(filter-out wasm32 atmega328p,$(BOARDS))

# those that have room for names and quantities, too: code and tables of 128 KB, 16 KB of RAM
NAMES_BOARDS = microbit lm3s6965evb netduinoplus2 mps2-an500 mps2-an505 sifive_e virt mcf5208evb lx106 atmega1284p

layers: ## includes go downwards, the core takes nothing from ports
	@awk -f $(SIZE)/layers.awk $(wildcard core/*.[ch] core/model/*.[ch] port/*.[ch] port/*/*.[ch])

symbols: $(CORE_OBJ) $(foreach b,$(BUDGETS),$($b.core)) ## what the core's objects leave undefined, no writable data
	@sh $(SIZE)/symbols.sh '' host $(CORE_OBJ)
	@$(foreach b,$(BUDGETS),sh $(SIZE)/symbols.sh $($($b.arch).bin) $b $($b.core) &&) true

$(B)/budget/%.tsv: $(EMULATE)/run $(EMULATE)/simrun $(EMULATE)/icount.so $(EMULATE)/sleep.stream $(SIZE)/budget.sh $(SIZE)/stack.awk
	@mkdir -p $(@D)
	@DIR=$($*.dir) TOOLS=$(EMULATE) sh $(SIZE)/budget.sh $* $($*.device) $($*.cells) "$($*.run)" $($($*.arch).bin) "$($($*.arch).stack)" $(if $(filter $*,$(NAMES_BOARDS)),names) > $@
$(foreach b,$(BUDGETS),$(eval $(B)/budget/$b.tsv: $($b.dir)/golden.$($b.device) $(EMULATE)/stream.$($b.cells)))
$(foreach b,$(filter $(NAMES_BOARDS),$(BUDGETS)),$(eval $(B)/budget/$b.tsv: $($b.dir)/names.$($b.device)))

$(B)/budget.tsv: $(BUDGETS:%=$(B)/budget/%.tsv)
	@{ printf 'target\tprofile\tcode\ttables\tstate\twork\tstack_api\tstack_all\tstack_used\tper_byte\tlongest\tcall\n'; cat $^; } > $@

budget: $(B)/budget.tsv ## measures flash, RAM, stack, instructions on every board; writes budget.tsv and the README's table
	@cp $< $(SIZE)/budget.tsv
	@awk -v table='awk -f $(SIZE)/table.awk $(SIZE)/budget.tsv' -f $(SIZE)/readme.awk README.md > $(B)/README.1
	@awk -v table='awk -v profile=names -f $(SIZE)/table.awk $(SIZE)/budget.tsv' -f $(SIZE)/readme.awk $(B)/README.1 > $(B)/README.md && cp $(B)/README.md README.md
	@column -t $< 2>/dev/null || cat $<

budget-check: $(B)/budget.tsv ## fails when a figure grew past the committed one
	@awk -f $(SIZE)/check.awk $(SIZE)/budget.tsv $<

stack: $(B)/budget/microbit.tsv ## worst-case stack of every API call on Cortex-M0, from the call graph
	@awk -v calls=pith_io_emit:board_write -f $(SIZE)/stack.awk $(microbit.dir)/budget/symbols \
	  $$(find $(microbit.dir)/core $(microbit.dir)/port $(microbit.dir)/tests/target/golden.* -name '*.su' -o -name '*.ci' | grep -v baremetal/main) \
	  $(microbit.dir)/budget/disassembly

size: $(microbit.core) ## flash of every object on Cortex-M0, -Os
	@arm-none-eabi-size -A $(microbit.core) | awk ' \
	  /:$$/ { sub(/.*board\/microbit\//, ""); sub(/ .*/, ""); name = $$0; order[++n] = name } \
	  /^\.text/ { code[name] += $$2; all += $$2 } /^\.(s?rodata|data)/ { table[name] += $$2; tables += $$2 } \
	  END { printf "%-24s %7s %7s\n", "Cortex-M0, -Os", "code", "tables"; \
	    for (i = 1; i <= n; i++) printf "%-24s %7d %7d\n", order[i], code[order[i]], table[order[i]]; \
	    printf "%-24s %7d %7d\n", "total", all, tables }'

profile: $(B)/budget/microbit.tsv ## where the instructions go on Cortex-M0, by call, file and function; 4 KB with kept text
	@arm-none-eabi-nm -A $(microbit.core) $(microbit.dir)/port/baremetal/libc/mem.o | awk ' \
	  NR == FNR { if ($$2 ~ /^[Tt]$$/ || $$3 ~ /^[Tt]$$/) { sub(/.*board\/microbit\//, "", $$1); sub(/\.o:.*/, ".c", $$1); file[$$NF] = $$1 } next } \
	  $$1 == "call" { print } \
	  $$1 == "func" && $$2 in file { n[$$2] = $$3; f[file[$$2]] += $$3; all += $$3 } \
	  END { for (x in f) printf "%5.1f%% %9d %s\n", 100 * f[x] / all, f[x], x | "sort -k2nr"; close("sort -k2nr"); \
	    for (x in n) printf "%5.1f%% %9d %s\n", 100 * n[x] / all, n[x], x | "sort -k2nr | head -n 24" }' - $(microbit.dir)/budget/kept.report

# The limit holds on x86-64; of other machines the bytes are printed.
small: $(LIB) ## the least code, on this machine, with hand-set scores and without kept text: at most 16384 bytes on x86-64; it answers as the whole core
	@B=$(B) LIB=$(LIB) GCC=gcc sh $(SIZE)/small.sh $(if $(filter x86_64,$(shell uname -m)),16384,0) $(CORE)

RULES = layers symbols small tables-check watchdog worst-short budget-check
rules: ## layers, symbols, the least code, tables, watchdog, the worst texts, budget-check
	+@n=0; for r in $(RULES); do $(MAKE) -s --no-print-directory $$r && n=$$((n + 1)); done; \
	  echo "rules: $$n passed, $$(($(words $(RULES)) - n)) failed"; [ $$n = $(words $(RULES)) ]

.PHONY: layers symbols small budget budget-check stack size profile rules
