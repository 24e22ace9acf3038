/* The PC's 16550, byte-wide registers. */
#include "reg.h"

enum { DATA = 0, STATE = 5, RX_FULL = 0x01, TX_EMPTY = 0x20 };

static void uart_init(void) {}
static int uart_ready(void) { return REG8(STATE) & RX_FULL; }

static inline void uart_interrupt(int on) { (void)on; } /* polled */

static uint8_t uart_get(void)
{
    while (!uart_ready()) {
    }
    return REG8(DATA);
}

static void uart_put(uint8_t c)
{
    while (!(REG8(STATE) & TX_EMPTY)) {
    }
    REG8(DATA) = c;
}
