/* Cortex-M, all of them: vectors, reset, faults. */
#include "board.h"

extern uint8_t stack_low[], stack_high[];

void start(void);
void _start(void);
void fault(void);

#if defined(__ARM_ARCH_8M_MAIN__)
/* ARMv8-M watches the end of the stack in hardware. */
#define WATCH_STACK "ldr r0, =stack_low\n msr msplim, r0\n"
#else
#define WATCH_STACK
#endif

__attribute__((naked, noreturn)) void _start(void)
{
    __asm__ volatile(WATCH_STACK "ldr r0, =stack_high\n mov sp, r0\n ldr r0, =start\n bx r0\n .ltorg");
}

/* The stack may be gone, and what is left of main is not needed: start afresh at its top. */
__attribute__((naked, noreturn)) void fault(void)
{
    __asm__ volatile("ldr r0, =stack_high\n mov sp, r0\n ldr r0, =board_fault\n bx r0\n .ltorg");
}

typedef union {
    void (*code)(void);
    void *stack;
} vector;

#ifndef UART_IRQ
#define UART_IRQ 0
#endif
#define NVIC_ENABLE ((volatile uint32_t *)0xE000E100)
#define NVIC_DISABLE ((volatile uint32_t *)0xE000E180)

void arch_interrupt(unsigned n, int on)
{
    (on ? NVIC_ENABLE : NVIC_DISABLE)[n / 32] = UINT32_C(1) << n % 32;
}

/* Absent in programs that do not use the UART. */
__attribute__((weak)) void ARCH_INTERRUPT(void);

/* NMI, hard, memory, bus and usage fault; after the first 16 the board's own interrupts. */
__attribute__((section(".vectors"), used)) static const vector vectors[16 + UART_IRQ + 1] = {
    { .stack = stack_high }, { _start }, { fault }, { fault }, { fault }, { fault }, { fault },
    [16 + UART_IRQ] = { ARCH_INTERRUPT },
};
