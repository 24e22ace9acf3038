# STM32VLDISCOVERY, STM32F100RB: Cortex-M3, 128 KB flash, 8 KB RAM
ARCH  := arm
CPU   := -mcpu=cortex-m3 -mthumb
FLASH := 0x08000000 128K
RAM   := 0x20000000 8K
UART  := stm32 0x40013800
IRQ   := 37
CELLS := 1280
RUN   := qemu-system-arm -M stm32vldiscovery
