# Programs for boards. `make board-NAME` builds build/board/NAME/PROGRAM.uart, the device main behind the
# board's UART (or its emulator's semihosting where there is none): boards/NAME.mk is all that differs.
#
# boards/NAME.mk: ARCH, CPU (compiler flags), FLASH and RAM (address, size), UART (driver, address; empty:
# none), IRQ (of the UART; empty: polled), CELLS (of the work area), RUN (an emulator); perhaps STACK (bytes), GUARD (256: see riscv.S), PROGRAM
# (main or twice).
BOARD_DIR = port/baremetal
BOARDS   := $(basename $(notdir $(wildcard $(BOARD_DIR)/boards/*.mk)))

BOARD_OPT    ?= -Os
BOARD_CFLAGS  = $(BOARD_OPT) -ffreestanding -fbuiltin -ffunction-sections -fdata-sections
BOARD_WARN    = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wvla -Wundef -Werror
BOARD_GCC     = -std=c99 $(BOARD_WARN) -fno-pic -fno-stack-protector -fno-asynchronous-unwind-tables -fcallgraph-info=su

# what differs per architecture: compiler, its flags, semihosting driver, start code, linker script
arm.cc      = arm-none-eabi-gcc $(BOARD_GCC)
arm.semi    = semi/angel.c
arm.start   = arch/arm.c start.c
riscv.cc    = riscv64-unknown-elf-gcc $(BOARD_GCC)
riscv.semi  = semi/angel.c
riscv.start = arch/riscv.S start.c
m68k.cc     = m68k-linux-gnu-gcc $(BOARD_GCC) -fno-pie
m68k.ld     = -static -no-pie -Wl,--build-id=none
m68k.semi   = semi/m68k.c
m68k.start  = arch/m68k.S start.c
xtensa.cc   = xtensa-lx106-elf-gcc $(BOARD_GCC)
xtensa.semi = semi/xtensa.c
xtensa.start = arch/xtensa.S start.c
# named address spaces are a GNU extension of C, and this compiler is too old for -fcallgraph-info
avr.cc      = avr-gcc -std=gnu99 -Wall -Wextra -Wshadow -Wvla -Wundef -Werror
avr.script  = avr.ld
avr.start   = arch/avr.S start.c
wasm.cc     = clang -std=c99 $(BOARD_WARN)
wasm.semi   = semi/wasm.c

board_size = $(word 2,$1)

# $(call board_program,BOARD,SOURCE,DEVICE): SOURCE.c as build/board/BOARD/NAME.DEVICE.elf
define board_program
$(B)/board/$1/$(notdir $2).$3: $(B)/board/$1/$2.o $(B)/board/$1/port/pith_io.o $$($1.common) $$($1.$3) $$($1.core) $$($1.script)
	@$$($1.link) $$(filter %.o,$$^) $$($1.lib) -o $$@
endef

# the variables of a board, with what boards/NAME.mk said, and its rules
define board_rules
$1.arch   := $(ARCH)
$1.program := $(PROGRAM)
$1.cells  := $(CELLS)
$1.run    := $(RUN)
$1.ram    := $(call board_size,$(RAM))
$1.device := $(if $($(ARCH).semi),semi,uart)
$1.dir    := $(B)/board/$1
$1.cc     := $($(ARCH).cc) $(CPU) -DWORK_CELLS=$(CELLS) -Icore -Iport -Iport/baremetal -isystem port/baremetal/libc
$1.defs   := $(if $(UART),-DUART_DRIVER='"uart/$(word 1,$(UART)).h"' -DUART_AT=$(word 2,$(UART))) $(if $(IRQ),-DUART_IRQ=$(IRQ))
$1.core   := $(CORE:%.c=$(B)/board/$1/%.o)
$1.common := $(patsubst %,$(B)/board/$1/$(BOARD_DIR)/%.o,$(basename $($(ARCH).start)) board libc/mem)
$1.semi   := $(patsubst %,$(B)/board/$1/$(BOARD_DIR)/%.o,$(basename $($(ARCH).semi)))
$1.uart   := $(if $(UART),$(B)/board/$1/$(BOARD_DIR)/uart.o,$(patsubst %,$(B)/board/$1/$(BOARD_DIR)/%.o,$(basename $($(ARCH).semi))))
$1.script := $(if $(FLASH),$(BOARD_DIR)/$(or $($(ARCH).script),sections.ld))
ifneq ($(FLASH),)
$1.link   := $(firstword $($(ARCH).cc)) $(CPU) $($(ARCH).ld) -nostdlib -nostartfiles -Wl,--gc-sections \
  -Wl,--defsym=flash_at=$(word 1,$(FLASH)) -Wl,--defsym=flash_size=$(call board_size,$(FLASH)) \
  -Wl,--defsym=ram_at=$(word 1,$(RAM)) -Wl,--defsym=ram_size=$(call board_size,$(RAM)) \
  -Wl,--defsym=stack_size=$(STACK) -Wl,--defsym=guard_size=$(GUARD) \
  -T $(BOARD_DIR)/$(or $($(ARCH).script),sections.ld)
$1.lib    := -lgcc
else
$1.link   := wasm-ld --no-entry --gc-sections --stack-first -z stack-size=$(STACK) --initial-memory=131072 --max-memory=131072
endif

$(B)/board/$1/%.o: %.c
	@mkdir -p $$(@D)
	@$$($1.cc) $(BOARD_CFLAGS) -fstack-usage $$($1.defs) -MMD -MP -c $$< -o $$@
$(B)/board/$1/%.o: %.S
	@mkdir -p $$(@D)
	@$(firstword $($(ARCH).cc)) $(CPU) $$($1.defs) -c $$< -o $$@
$(call board_program,$1,$(BOARD_DIR)/$(PROGRAM),uart)
board-$1: $(B)/board/$1/$(PROGRAM).uart
	@echo $$<
.PHONY: board-$1
endef

# $(call board_load,FILE)
define board_load
ARCH :=
CPU :=
FLASH :=
RAM :=
UART :=
IRQ :=
CELLS :=
RUN :=
STACK := 1024
PROGRAM := main
GUARD := 0
include $1
endef

$(foreach b,$(BOARDS),$(eval $(call board_load,$(BOARD_DIR)/boards/$b.mk))$(eval $(call board_rules,$b)))

boards: $(BOARDS:%=board-%) ## the device main for every board
.PHONY: boards
