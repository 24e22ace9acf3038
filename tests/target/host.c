/* The device of a program that runs under an operating system: standard input and output. */
#include "board.h"
#include "pith_io.h"

#include <stdio.h>
#include <stdlib.h>

void device_init(void) {}

int device_read(void *buf, size_t n)
{
    size_t k = fread(buf, 1, n, stdin);

    return k > 0 ? (int)k : ferror(stdin) ? PITH_IO_PORT : 0;
}

int device_write(const void *buf, size_t n)
{
    return fwrite(buf, 1, n, stdout) == n ? 0 : PITH_IO_PORT;
}

void device_exit(int status)
{
    exit(status);
}

size_t board_stack_size(void) { return 0; }
size_t board_stack_used(void) { return 0; }
void board_check(void) {}
