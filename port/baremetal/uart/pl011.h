/* ARM PL011, as in the Stellaris parts. The clock of the divisor is the board's own. */
#include "reg.h"

enum { DATA = 0x00, FLAGS = 0x18, CONTROL = 0x30, INTERRUPTS = 0x38, RX_EMPTY = 0x10, TX_FULL = 0x20 };

static void uart_init(void) { REG32(CONTROL) = 0x301; }
static int uart_ready(void) { return !(REG32(FLAGS) & RX_EMPTY); }

static void uart_interrupt(int on) { REG32(INTERRUPTS) = on ? 0x50 : 0; } /* received, and left over */

static uint8_t uart_get(void)
{
    while (!uart_ready()) {
    }
    return (uint8_t)REG32(DATA);
}

static void uart_put(uint8_t c)
{
    while (REG32(FLAGS) & TX_FULL) {
    }
    REG32(DATA) = c;
}
