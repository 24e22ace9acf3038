# SiFive Freedom E310: RV32IMAC, code in serial flash, 16 KB RAM
ARCH  := riscv
CPU   := -march=rv32imac_zicsr -mabi=ilp32
FLASH := 0x20400000 512K
RAM   := 0x80000000 16K
UART  := sifive 0x10013000
CELLS := 3072
RUN   := qemu-system-riscv32 -M sifive_e
