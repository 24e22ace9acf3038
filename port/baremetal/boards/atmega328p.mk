# ATmega328P (Arduino Uno): 8-bit, 32 KB flash, 2 KB RAM; no room for kept text, so texts are sent twice; none
# for learnt scores either
ARCH  := avr
CPU   := -mmcu=atmega328p -mcall-prologues -mrelax -flto -DVECTORS=26 -DPI_NO_GAINS -DPI_NO_NAMES -DPI_NO_TEXT
FLASH := 0 32K
RAM   := 0x100 2K
UART  := avr 0xC0
IRQ   := 18
CELLS := 128
STACK := 640
RUN   := simrun atmega328p
PROGRAM := twice
