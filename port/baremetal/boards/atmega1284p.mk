# ATmega1284P: 8-bit, 128 KB flash, 16 KB RAM
ARCH  := avr
CPU   := -mmcu=atmega1284p -DVECTORS=35
FLASH := 0 128K
RAM   := 0x100 16K
UART  := avr 0xC0
IRQ   := 20
CELLS := 3072
RUN   := simrun atmega1284p
