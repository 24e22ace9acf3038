# Netduino Plus 2, STM32F405: Cortex-M4, 1 MB flash, 128 KB RAM
ARCH  := arm
CPU   := -mcpu=cortex-m4 -mthumb -mfloat-abi=soft
FLASH := 0x08000000 1024K
RAM   := 0x20000000 128K
UART  := stm32 0x40011000
IRQ   := 37
CELLS := 24576
RUN   := qemu-system-arm -M netduinoplus2
