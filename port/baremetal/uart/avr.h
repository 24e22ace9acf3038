/* USART0 of the ATmegas that have it at 0xC0 (328P, 1284P, 2560). */
#include "reg.h"

enum { STATE = 0, CONTROL = 1, FORMAT = 2, BAUD_LOW = 4, BAUD_HIGH = 5, DATA = 6,
       RX_FULL = 0x80, TX_EMPTY = 0x20, DOUBLE = 0x02 };

static void uart_init(void)
{
    REG8(BAUD_HIGH) = 0;
    REG8(BAUD_LOW) = 0; /* 2 Mbit/s at 16 MHz */
    REG8(STATE) = DOUBLE;
    REG8(FORMAT) = 6;
    REG8(CONTROL) = 0x18;
}

static int uart_ready(void) { return REG8(STATE) & RX_FULL; }

static void uart_interrupt(int on) { REG8(CONTROL) = on ? 0x98 : 0x18; }

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
