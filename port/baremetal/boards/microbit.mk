# BBC micro:bit, Nordic nRF51822: Cortex-M0, 256 KB flash, 16 KB RAM
ARCH  := arm
CPU   := -mcpu=cortex-m0 -mthumb
FLASH := 0x00000000 256K
RAM   := 0x20000000 16K
UART  := nrf51 0x40002000
IRQ   := 2
CELLS := 3072
RUN   := qemu-system-arm -M microbit
