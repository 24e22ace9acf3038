# ATmega2560: 8-bit, 256 KB flash, 8 KB RAM
ARCH  := avr
CPU   := -mmcu=atmega2560 -DVECTORS=57
FLASH := 0 256K
RAM   := 0x200 8K
UART  := avr 0xC0
IRQ   := 25
CELLS := 1280
RUN   := simrun atmega2560
