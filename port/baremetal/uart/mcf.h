/* ColdFire UART module. */
#include "reg.h"

enum { STATE = 0x04, COMMAND = 0x08, BUFFER = 0x0C, RX_FULL = 1, TX_EMPTY = 4 };

static void uart_init(void) { REG8(COMMAND) = 5; } /* receiver and transmitter on */
static int uart_ready(void) { return REG8(STATE) & RX_FULL; }

static inline void uart_interrupt(int on) { (void)on; } /* polled */

static uint8_t uart_get(void)
{
    while (!uart_ready()) {
    }
    return REG8(BUFFER);
}

static void uart_put(uint8_t c)
{
    while (!(REG8(STATE) & TX_EMPTY)) {
    }
    REG8(BUFFER) = c;
}
