; AVR: vectors, stack, .data out of flash, .bss. Registers: r1 is zero, as the compiler expects.
    .section .vectors, "ax", @progbits
    .globl _start
_start:
    jmp reset
    .weak __vector_uart
    .rept UART_IRQ - 1
    jmp board_fault
    .endr
    jmp __vector_uart
    .rept VECTORS - UART_IRQ - 1
    jmp board_fault
    .endr
reset:
    clr r1
    out 0x3f, r1
    ldi r28, lo8(stack_high - 1)
    ldi r29, hi8(stack_high - 1)
    out 0x3e, r29
    out 0x3d, r28
    ldi r26, lo8(data_low)
    ldi r27, hi8(data_low)
    ldi r30, lo8(data_from)
    ldi r31, hi8(data_from)
    ldi r17, hi8(data_high)
#ifdef __AVR_HAVE_ELPM__
    ldi r16, hh8(data_from)
    out 0x3b, r16
#endif
    rjmp 2f
1:
#ifdef __AVR_HAVE_ELPM__
    elpm r0, Z+
#else
    lpm r0, Z+
#endif
    st X+, r0
2:  cpi r26, lo8(data_high)
    cpc r27, r17
    brne 1b
    ldi r17, hi8(bss_high)
    rjmp 2f
1:  st X+, r1
2:  cpi r26, lo8(bss_high)
    cpc r27, r17
    brne 1b
    jmp start_main

; Each source has a switch of its own, so "off" is done by the UART. Not within a handler, which is left by reti.
    .section .text.arch_interrupt, "ax", @progbits
    .globl arch_interrupt
arch_interrupt:
    or r22, r23
    breq 1f
    sei
1:  ret
