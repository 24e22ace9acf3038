/* The part of start-up that is the same everywhere: memory, the stack's paint, main.
 *
 * The start code of an architecture (arch/) sets the stack pointer and jumps to start(). The linker
 * script (sections.ld) puts the stack at the very start of RAM, so that it overflows into addresses where
 * nothing is, instead of into data. */
#include "board.h"

extern uint32_t data_from[], data_low[], data_high[], bss_low[], bss_high[];
extern uint8_t stack_low[], stack_high[];

enum { PAINT = 0xC5 };

void start(void);
void start_main(void);

/* The stack grows down from stack_high, and this function stands at most BOARD_UNPAINTED bytes below. */
void start_main(void)
{
    volatile uint8_t *p = stack_low;
    uintptr_t end = (uintptr_t)stack_high - BOARD_UNPAINTED;

    while ((uintptr_t)p < end)
        *p++ = PAINT;
    device_init();
    device_exit(main());
}

void start(void)
{
    uint32_t *d = data_low;
    const uint32_t *s = data_from;

    if (d != s)
        while ((uintptr_t)d < (uintptr_t)data_high)
            *d++ = *s++;
    for (d = bss_low; (uintptr_t)d < (uintptr_t)bss_high; d++)
        *d = 0;
    start_main();
}

size_t board_stack_size(void)
{
    return (size_t)((uintptr_t)stack_high - (uintptr_t)stack_low);
}

size_t board_stack_used(void)
{
    const volatile uint8_t *p = stack_low;

    while ((uintptr_t)p < (uintptr_t)stack_high && *p == PAINT)
        p++;
    return (size_t)((uintptr_t)stack_high - (uintptr_t)p);
}

void board_check(void)
{
    const volatile uint8_t *p = stack_low;
    uint8_t i;

    for (i = 0; i < BOARD_GUARD; i++)
        if (p[i] != PAINT)
            board_fault();
}
