/* WebAssembly: the page (or the test's script) imports nothing but these three. The stack stands first in
 * memory, so that an overflow traps. */
#include "board.h"

#define IMPORT(name) __attribute__((import_module("env"), import_name(name)))

IMPORT("read") int host_read(void *buf, size_t n);
IMPORT("write") void host_write(const void *buf, size_t n);
IMPORT("exit") __attribute__((noreturn)) void host_exit(int status);

/* The linker puts the stack at [0, __global_base); address 0 is left out, since it is a null pointer. */
extern uint8_t __global_base[];

enum { LOW = 16, PAINT = 0xC5 };

void run(void);

__attribute__((export_name("run"))) void run(void)
{
    volatile uint8_t *p = (volatile uint8_t *)LOW;

    while (p < __global_base - BOARD_UNPAINTED)
        *p++ = PAINT;
    device_exit(main());
}

size_t board_stack_size(void)
{
    return (size_t)__global_base;
}

size_t board_stack_used(void)
{
    const volatile uint8_t *p = (const volatile uint8_t *)LOW;

    while (p < __global_base && *p == PAINT)
        p++;
    return (size_t)__global_base - (size_t)p;
}

void board_check(void) {}

void device_init(void) {}
int device_read(void *buf, size_t n) { return host_read(buf, n); }

int device_write(const void *buf, size_t n)
{
    host_write(buf, n);
    return 0;
}

void device_exit(int status)
{
    host_exit(status);
}
