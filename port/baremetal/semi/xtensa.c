/* Semihosting of the Xtensa simulator (SIMCALL), and the division that Debian's libgcc for lx106 lacks. */
#include "board.h"

enum { SYS_EXIT = 1, SYS_READ = 3, SYS_WRITE = 4 };

static int call(int op, int a, int b, int c)
{
    register int a2 __asm__("a2") = op;
    register int a3 __asm__("a3") = a;
    register int a4 __asm__("a4") = b;
    register int a5 __asm__("a5") = c;

    __asm__ volatile("simcall" : "+r"(a2), "+r"(a3) : "r"(a4), "r"(a5) : "memory");
    return a2;
}

void device_init(void) {}

int device_read(void *buf, size_t n)
{
    int r = call(SYS_READ, 0, (int)buf, (int)n);

    return r < 0 ? 0 : r;
}

int device_write(const void *buf, size_t n)
{
    call(SYS_WRITE, 1, (int)buf, (int)n);
    return 0;
}

void device_exit(int status)
{
    call(SYS_EXIT, status, 0, 0);
    for (;;) {
    }
}

uint32_t __udivsi3(uint32_t n, uint32_t d);
uint32_t __umodsi3(uint32_t n, uint32_t d);

static uint32_t divide(uint32_t n, uint32_t d, uint32_t *rest)
{
    uint32_t q = 0, r = 0;
    int i;

    for (i = 31; i >= 0; i--) {
        r = r << 1 | (n >> i & 1);
        if (r >= d) {
            r -= d;
            q |= UINT32_C(1) << i;
        }
    }
    *rest = r;
    return q;
}

uint32_t __udivsi3(uint32_t n, uint32_t d)
{
    uint32_t rest;

    return divide(n, d, &rest);
}

uint32_t __umodsi3(uint32_t n, uint32_t d)
{
    uint32_t rest;

    divide(n, d, &rest);
    return rest;
}
