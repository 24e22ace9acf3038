/* A device behind a UART, polled. The driver of the board's UART (uart/NAME.h) gives
 *   uart_init()     switches it on, 8 data bits, no parity
 *   uart_ready()    a received byte waits
 *   uart_get()      takes a byte, waits while there is none
 *   uart_put(byte)  sends, waits while the transmitter is busy
 *
 * On a real line the sender must wait while the core works (at most its longest call, see README.md), or
 * bytes come in through an interrupt: see ring.h. */
#include "board.h"

#include UART_DRIVER

static void put_status(int status)
{
    uart_put('\n');
    uart_put(BOARD_END);
    uart_put((uint8_t)('0' + status / 10 % 10));
    uart_put((uint8_t)('0' + status % 10));
    uart_put('\n');
}

void device_init(void)
{
    uart_init();
}

int device_read(void *buf, size_t n)
{
    uint8_t *b = buf;
    size_t k = 0;

    do
        b[k++] = uart_get();
    while (k < n && uart_ready());
    return (int)k;
}

int device_write(const void *buf, size_t n)
{
    const uint8_t *b = buf;

    while (n--)
        uart_put(*b++);
    return 0;
}

/* The line has no status of its own: it is said as BOARD_END, two digits, and the board waits for its
 * reset. */
void device_exit(int status)
{
    put_status(status);
    for (;;) {
    }
}
