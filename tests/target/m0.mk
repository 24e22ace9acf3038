# Cortex-M0 code on a machine with more memory than any Cortex-M0 has; not a target, used by `make watchdog`
ARCH  := arm
CPU   := -mcpu=cortex-m0 -mthumb
FLASH := 0x00000000 4096K
RAM   := 0x20000000 4096K
UART  := cmsdk 0x40004000
CELLS := 262144
STACK := 2048
RUN   := qemu-system-arm -M mps2-an385
