# ColdFire MCF5208: big-endian; code and data in one RAM, the stack at its very start
ARCH  := m68k
CPU   := -mcpu=5208
FLASH := 0x40010000 512K
RAM   := 0x40000000 64K
UART  := mcf 0xFC060000
CELLS := 14336
RUN   := qemu-system-m68k -M mcf5208evb
