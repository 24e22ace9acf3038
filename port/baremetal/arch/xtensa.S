/* Xtensa lx106. The reset vector is the first byte, the exception vectors stand at fixed places behind it.
 * Literals of l32r would have to stand before the code, so addresses are loaded from a table by hand. */
    .section .vectors, "ax"
    .globl _start
    .begin no-transform
_start:
    j reset
    .balign 4
table:
    .word stack_high, start, board_fault
    .org 0x30                   /* exception in kernel mode */
    j fault
    .org 0x50                   /* in user mode */
    j fault
    .org 0x70                   /* within an exception */
    j fault
    .org 0x80
reset:
    movi a0, 0
    wsr.ps a0
    rsync
    movi a0, 5
    slli a0, a0, 28             /* 0x50000000, where this code stands */
    wsr.vecbase a0
    l32i a1, a0, 4
    l32i a2, a0, 8
    callx0 a2
1:  j 1b
fault:
    movi a0, 5
    slli a0, a0, 28
    l32i a1, a0, 4
    l32i a2, a0, 12
    callx0 a2
    .end no-transform
