/* What a board gives to the program on it, and the few functions that a new board has to bring.
 *
 * A program is main() and these calls; exactly one set of drivers is linked to it (boards/NAME.mk says
 * which). The signatures of board_read and board_write fit pith_source and pith_sink. */
#ifndef BOARD_H
#define BOARD_H

#include <stddef.h>
#include <stdint.h>

/* For programs. `port` is ignored. board_read waits for at least one byte: 1 to n; 0: the text ends here,
 * and the next call reads the next text; or the driver's error, <= PITH_IO_PORT. board_write: 0 or such. */
int board_read(void *port, void *buf, size_t n);
int board_write(void *port, const void *buf, size_t n);

/* Bytes of stack that the board has, and the most that was in use since reset (a multiple of 1 to 4, found
 * by the paint of start.c; at least BOARD_UNPAINTED). Both are 0 where the stack is not ours. */
size_t board_stack_size(void);
size_t board_stack_used(void);

/* Call it between steps of work: where no hardware watches the end of the stack, it stops the board
 * (board_fault) when the paint of the guard there is gone. */
void board_check(void);

/* Says "fault" and exits with BOARD_FAULT. Reached from every exception that nobody expected. */
#if defined(__GNUC__)
__attribute__((noreturn))
#endif
void board_fault(void);

enum {
    BOARD_FAULT = 99,    /* exit status */
    BOARD_UNPAINTED = 64, /* bytes at the top of the stack that start.c uses itself */
    BOARD_GUARD = 32,    /* bytes at the end of the stack that board_check looks at */
    BOARD_END = 0x04     /* in the incoming bytes: a text ends here (EOT) */
};

/* For drivers: a UART (uart.c over uart/NAME.h) or an emulator's semihosting. device_read waits for at
 * least one byte and returns 1 to n, 0 when nothing can come any more, or an error; it need not know of
 * BOARD_END. device_exit does not return. */
void device_init(void);
int device_read(void *buf, size_t n);
int device_write(const void *buf, size_t n);
#if defined(__GNUC__)
__attribute__((noreturn))
#endif
void device_exit(int status);

/* From an architecture's start code (arch/), where it can: lets interrupt n in, or shuts it out. The
 * handler of the UART is ARCH_INTERRUPT; the start code enters it for the board's IRQ. */
void arch_interrupt(unsigned n, int on);
#ifdef __AVR__
#define ARCH_INTERRUPT __attribute__((signal, used)) __vector_uart
#else
#define ARCH_INTERRUPT uart_interrupt_handler
#endif
void ARCH_INTERRUPT(void);

int main(void);

#endif
