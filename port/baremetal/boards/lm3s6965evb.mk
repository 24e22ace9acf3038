# Stellaris LM3S6965: Cortex-M3, 256 KB flash, 64 KB RAM
ARCH  := arm
CPU   := -mcpu=cortex-m3 -mthumb
FLASH := 0x00000000 256K
RAM   := 0x20000000 64K
UART  := pl011 0x4000C000
IRQ   := 5
CELLS := 14336
RUN   := qemu-system-arm -M lm3s6965evb
