/* SiFive UART. Reading RX takes the byte, so uart_ready keeps what it saw. */
#include "reg.h"

enum { TX = 0x00, RX = 0x04, TX_CONTROL = 0x08, RX_CONTROL = 0x0C };

static uint32_t seen = UINT32_C(0x80000000); /* top bit: empty */

static void uart_init(void)
{
    REG32(TX_CONTROL) = 1;
    REG32(RX_CONTROL) = 1;
}

static int uart_ready(void)
{
    if (seen >> 31)
        seen = REG32(RX);
    return !(seen >> 31);
}

static inline void uart_interrupt(int on) { (void)on; } /* polled */

static uint8_t uart_get(void)
{
    uint8_t c;

    while (!uart_ready()) {
    }
    c = (uint8_t)seen;
    seen = UINT32_C(0x80000000);
    return c;
}

static void uart_put(uint8_t c)
{
    while (REG32(TX) >> 31) {
    }
    REG32(TX) = c;
}
