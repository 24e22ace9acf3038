/* Nordic nRF51 UART (micro:bit: transmit on pin 24, receive on pin 25). */
#include "reg.h"

enum { START_RX = 0x000, START_TX = 0x008, RX_READY = 0x108, TX_READY = 0x11C, INTERRUPT_ON = 0x304, INTERRUPT_OFF = 0x308, ENABLE = 0x500,
       PIN_TX = 0x50C, PIN_RX = 0x514, RX = 0x518, TX = 0x51C, BAUD = 0x524 };

static void uart_init(void)
{
    REG32(ENABLE) = 4;
    REG32(BAUD) = 0x01D7E000; /* 115200 */
    REG32(PIN_TX) = 24;
    REG32(PIN_RX) = 25;
    REG32(START_RX) = 1;
    REG32(START_TX) = 1;
}

static int uart_ready(void) { return REG32(RX_READY) != 0; }

static void uart_interrupt(int on) { REG32(on ? INTERRUPT_ON : INTERRUPT_OFF) = 4; }

static uint8_t uart_get(void)
{
    while (!uart_ready()) {
    }
    REG32(RX_READY) = 0;
    return (uint8_t)REG32(RX);
}

static void uart_put(uint8_t c)
{
    REG32(TX_READY) = 0;
    REG32(TX) = c;
    while (!REG32(TX_READY)) {
    }
}
