/* ARM CMSDK UART, as in the MPS2 boards. */
#include "reg.h"

enum { DATA = 0x00, STATE = 0x04, CONTROL = 0x08, CLEAR = 0x0C, DIVIDER = 0x10, TX_FULL = 1, RX_FULL = 2 };

static void uart_init(void)
{
    REG32(DIVIDER) = 217; /* 25 MHz / 115200 */
    REG32(CONTROL) = 3;
}

static int uart_ready(void) { return (REG32(STATE) & RX_FULL) != 0; }

static void uart_interrupt(int on) { REG32(CONTROL) = on ? 0x0B : 3; }

static uint8_t uart_get(void)
{
    while (!uart_ready()) {
    }
    REG32(CLEAR) = 2; /* first: the next byte may raise it again */
    return (uint8_t)REG32(DATA);
}

static void uart_put(uint8_t c)
{
    while (REG32(STATE) & TX_FULL) {
    }
    REG32(DATA) = c;
}
