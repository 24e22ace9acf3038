/* WebAssembly: the page (or the test's script) imports nothing but these three. The stack stands first in
 * memory, so that an overflow traps. */
#include "board.h"

#define IMPORT(name) __attribute__((import_module("env"), import_name(name)))

IMPORT("read") int host_read(void *buf, size_t n);
IMPORT("write") void host_write(const void *buf, size_t n);
IMPORT("exit") _Noreturn void host_exit(int status);

void run(void);

__attribute__((export_name("run"))) void run(void)
{
    device_exit(main());
}

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

size_t board_stack_size(void) { return 0; }
size_t board_stack_used(void) { return 0; }
void board_check(void) {}
