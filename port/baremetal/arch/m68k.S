| ColdFire. The emulator starts at the ELF entry; the stack pointer must be set here.
    .section .vectors, "ax"
    .globl _start
vectors:
    .long stack_high, _start
    .rept 254
    .long fault
    .endr
_start:
    move.w #0x2700, %sr
    lea stack_high, %sp
    move.l #vectors, %d0
    movec %d0, %vbr
    jsr start
1:  bra.s 1b
fault:
    move.w #0x2700, %sr
    lea stack_high, %sp
    jsr board_fault
    .section .note.GNU-stack, "", %progbits
