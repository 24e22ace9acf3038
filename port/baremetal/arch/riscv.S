# RISC-V in machine mode, RV32 and RV64. Where something lies below the stack, the board's file asks for a
# guard: PMP entry 0, locked, makes it untouchable.
    .section .vectors, "ax"
    .globl _start
_start:
    .option push
    .option norelax
    la gp, __global_pointer$
    .option pop
    csrw mie, zero
    la t0, fault
    csrw mtvec, t0
    csrr t0, mhartid
    bnez t0, park
    la t0, guard_low
    la t1, stack_low
    beq t0, t1, 1f
    srli t0, t0, 2
    ori t0, t0, 31          # NAPOT: five ones are 256 bytes
    csrw pmpaddr0, t0
    li t0, 0x98             # locked, NAPOT, no access
    csrw pmpcfg0, t0
1:  la sp, stack_high
    call start
park:
    wfi
    j park

    .balign 4
fault:
    la sp, stack_high
    call board_fault
