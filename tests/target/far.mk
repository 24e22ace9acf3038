# The ATmega2560 as if a model were larger than 64 KB: tables are far (24-bit pointers) and lie in the second 64 KB
include port/baremetal/boards/atmega2560.mk
CPU += -DPI_ROM=__memx
