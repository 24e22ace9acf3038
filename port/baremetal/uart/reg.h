/* Registers. UART_AT is the address of the board's UART, from its file in boards/. */
#ifndef REG_H
#define REG_H

#include <stdint.h>

#define REG32(offset) (*(volatile uint32_t *)(uintptr_t)(UART_AT + (offset)))
#define REG8(offset) (*(volatile uint8_t *)(uintptr_t)(UART_AT + (offset)))

#endif
