# QEMU's virt machine: RV32IMC; code and data in one RAM, so the stack has a guard
ARCH  := riscv
CPU   := -march=rv32imc_zicsr -mabi=ilp32
FLASH := 0x80000000 512K
RAM   := 0x80080000 512K
GUARD := 256
UART  := 16550 0x10000000
CELLS := 65536
RUN   := qemu-system-riscv32 -M virt -bios none
