# ARM MPS2+ with AN505: Cortex-M33, secure world alone
ARCH  := arm
CPU   := -mcpu=cortex-m33 -mthumb -mfloat-abi=soft
FLASH := 0x10000000 4096K
RAM   := 0x38000000 2048K
UART  := cmsdk 0x50200000
IRQ   := 32
CELLS := 262144
RUN   := qemu-system-arm -M mps2-an505
