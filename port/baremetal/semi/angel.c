/* Semihosting of ARM and RISC-V: the text is the emulator's standard input (or the debugger's), the result
 * its standard output, the status its own. */
#include "board.h"

enum { SYS_OPEN = 0x01, SYS_WRITE = 0x05, SYS_READ = 0x06, SYS_EXIT_EXTENDED = 0x20,
       READ_MODE = 0, WRITE_MODE = 4, APPLICATION_EXIT = 0x20026 };

#if defined(__arm__)
static uintptr_t call(uintptr_t op, const uintptr_t *block)
{
    register uintptr_t r0 __asm__("r0") = op;
    register const uintptr_t *r1 __asm__("r1") = block;

    __asm__ volatile("bkpt 0xAB" : "+r"(r0) : "r"(r1) : "memory", "lr", "cc");
    return r0;
}
#else
/* The three instructions must be long ones and must not straddle a page. */
__attribute__((noinline, aligned(16))) static uintptr_t call(uintptr_t op, const uintptr_t *block)
{
    register uintptr_t a0 __asm__("a0") = op;
    register const uintptr_t *a1 __asm__("a1") = block;

    __asm__ volatile(".option push\n .option norvc\n .balign 16\n"
                     "slli x0, x0, 0x1f\n ebreak\n srai x0, x0, 7\n .option pop"
                     : "+r"(a0) : "r"(a1) : "memory");
    return a0;
}
#endif

static uintptr_t in, out;

static uintptr_t open_console(uintptr_t mode)
{
    uintptr_t block[3] = { (uintptr_t)":tt", 0, 3 };

    block[1] = mode;
    return call(SYS_OPEN, block);
}

void device_init(void)
{
    in = open_console(READ_MODE);
    out = open_console(WRITE_MODE);
}

int device_read(void *buf, size_t n)
{
    uintptr_t block[3];
    uintptr_t left;

    block[0] = in;
    block[1] = (uintptr_t)buf;
    block[2] = n;
    left = call(SYS_READ, block); /* the bytes that were NOT read */
    return left > n ? 0 : (int)(n - left);
}

int device_write(const void *buf, size_t n)
{
    uintptr_t block[3];

    block[0] = out;
    block[1] = (uintptr_t)buf;
    block[2] = n;
    call(SYS_WRITE, block);
    return 0;
}

void device_exit(int status)
{
    uintptr_t block[2];

    block[0] = APPLICATION_EXIT;
    block[1] = (uintptr_t)status;
    call(SYS_EXIT_EXTENDED, block);
    for (;;) {
    }
}
