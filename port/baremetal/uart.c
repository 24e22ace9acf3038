/* A device behind a UART. The driver of the board's UART (uart/NAME.h) gives
 *   uart_init()         switches it on, 8 data bits, no parity
 *   uart_ready()        a received byte waits
 *   uart_get()          takes a byte, waits while there is none
 *   uart_put(byte)      sends, waits while the transmitter is busy
 *   uart_interrupt(on)  a received byte raises an interrupt, or does not
 *
 * Where the board's file names the interrupt (IRQ), bytes are taken by it into a ring while the core works.
 * When the ring is full the interrupt goes off until there is room, so the bytes wait in the UART, whose
 * flow control (RTS) holds the sender back. Where it names none, the UART is polled, and on a real line
 * the sender must wait while the core works. */
#include "board.h"

#include UART_DRIVER

#ifdef UART_IRQ

enum { RING = 64 }; /* a power of two, at most 128 */

/* Only the interrupt moves `in`, only device_read moves `out`; both run freely, RING divides 256. */
static volatile uint8_t ring[RING];
static volatile uint8_t ring_in, ring_out;

static void listen(int on)
{
    uart_interrupt(on);
    arch_interrupt(UART_IRQ, on);
}

void ARCH_INTERRUPT(void)
{
    while (uart_ready()) {
        if ((uint8_t)(ring_in - ring_out) == RING) {
            listen(0);
            return;
        }
        ring[ring_in % RING] = uart_get();
        ring_in = (uint8_t)(ring_in + 1);
    }
}

static void begin(void)
{
    listen(1);
}

static int waiting(void)
{
    return ring_in != ring_out;
}

static uint8_t take(void)
{
    uint8_t c;

    while (!waiting()) {
    }
    c = ring[ring_out % RING];
    ring_out = (uint8_t)(ring_out + 1);
    listen(1);
    return c;
}

#else

static void begin(void) {}

static int waiting(void)
{
    return uart_ready();
}

static uint8_t take(void)
{
    return uart_get();
}

#endif

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
    begin();
}

int device_read(void *buf, size_t n)
{
    uint8_t *b = buf;
    size_t k = 0;

    do
        b[k++] = take();
    while (k < n && waiting());
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
