/* Semihosting of ColdFire, as libgloss defines it: results come back in block[0]. The emulator's exit status is
 * always 0, so the status is said as on a UART; output goes to its standard error; its console blocks
 * without an end, so standard input is opened as a file. */
#include "board.h"

enum { HOSTED_EXIT = 0, HOSTED_OPEN = 2, HOSTED_READ = 4, HOSTED_WRITE = 5 };

static uint32_t in;

static void call(int op, void *block)
{
    register int d0 __asm__("d0") = op;
    register void *d1 __asm__("d1") = block;

    __asm__ volatile(".balign 4\n nop\n .word 0x4ac8\n .long 0x4e7bf000" : "+d"(d0), "+d"(d1) : : "memory");
}

void device_init(void)
{
    static const char name[] = "/dev/stdin";
    uint32_t block[4] = { 0, sizeof name, 0, 0 };

    block[0] = (uint32_t)name;
    call(HOSTED_OPEN, block);
    in = block[0];
}

int device_read(void *buf, size_t n)
{
    uint32_t block[3];

    block[0] = in;
    block[1] = (uint32_t)buf;
    block[2] = n;
    call(HOSTED_READ, block);
    return (int32_t)block[0] < 0 ? 0 : (int)block[0];
}

int device_write(const void *buf, size_t n)
{
    uint32_t block[3];

    block[0] = 1;
    block[1] = (uint32_t)buf;
    block[2] = n;
    call(HOSTED_WRITE, block);
    return 0;
}

void device_exit(int status)
{
    char said[5] = { '\n', BOARD_END, '0', '0', '\n' };

    said[2] = (char)('0' + status / 10 % 10);
    said[3] = (char)('0' + status % 10);
    device_write(said, sizeof said);
    call(HOSTED_EXIT, 0);
    for (;;) {
    }
}
