/* STM32F1/F2/F4 USART. Clock gates, pins and divisor are the board's own; emulators need none. What
 * arrives before the receiver is on is lost: send after the first line came out. */
#include "reg.h"

enum { STATUS = 0x00, DATA = 0x04, CONTROL = 0x0C, RX_FULL = 0x20, TX_EMPTY = 0x80,
       ON = 0x2000, TX_ON = 0x08, RX_ON = 0x04, RX_INTERRUPT = 0x20 };

static void uart_init(void) { REG32(CONTROL) = ON | TX_ON | RX_ON; }
static int uart_ready(void) { return (REG32(STATUS) & RX_FULL) != 0; }

static void uart_interrupt(int on) { REG32(CONTROL) = ON | TX_ON | RX_ON | (on ? RX_INTERRUPT : 0); }

static uint8_t uart_get(void)
{
    while (!uart_ready()) {
    }
    return (uint8_t)REG32(DATA);
}

static void uart_put(uint8_t c)
{
    while (!(REG32(STATUS) & TX_EMPTY)) {
    }
    REG32(DATA) = c;
}
