# Xtensa lx106, the core of the ESP8266, on QEMU's simulator machine; tables are read in whole words, as that chip's
# flash demands
ARCH  := xtensa
CPU   := -mlongcalls -DPITH_CONFIG='"rom_words.h"'
FLASH := 0x50000000 512K
RAM   := 0x60000000 80K
CELLS := 14336
STACK := 1280
RUN   := qemu-system-xtensa -M sim -cpu lx106
