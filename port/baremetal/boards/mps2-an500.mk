# ARM MPS2+ with AN500: Cortex-M7, 4 MB RAM for code, 4 MB for data
ARCH  := arm
CPU   := -mcpu=cortex-m7 -mthumb -mfloat-abi=soft
FLASH := 0x00000000 4096K
RAM   := 0x20000000 4096K
UART  := cmsdk 0x40004000
IRQ   := 0
CELLS := 262144
RUN   := qemu-system-arm -M mps2-an500
