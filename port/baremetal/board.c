#include "board.h"

/* A device delivers bytes, perhaps several texts in one block. */
static uint8_t block[32];
static uint8_t at, have;

int board_read(void *port, void *buf, size_t n)
{
    uint8_t *out = buf;
    size_t k = 0;
    int r;

    (void)port;
    if (at == have) {
        r = device_read(block, sizeof block);
        if (r <= 0)
            return r;
        at = 0;
        have = (uint8_t)r;
    }
    while (k < n && at < have && block[at] != BOARD_END)
        out[k++] = block[at++];
    if (k == 0)
        at++;
    return (int)k;
}

int board_write(void *port, const void *buf, size_t n)
{
    (void)port;
    return device_write(buf, n);
}

/* The stack may have run over the data, so nothing is read from there. */
void board_fault(void)
{
    volatile char said[6];

    said[0] = 'f';
    said[1] = 'a';
    said[2] = 'u';
    said[3] = 'l';
    said[4] = 't';
    said[5] = '\n';
    device_write((const char *)said, sizeof said);
    device_exit(BOARD_FAULT);
}
