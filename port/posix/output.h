/* Standard output, buffered. The first error sticks: later calls return it and write nothing. */
#ifndef OUTPUT_H
#define OUTPUT_H

#include "message.h"

#include <stdint.h>

typedef struct {
    size_t n;
    int error; /* errno of the first failure, or 0 */
    uint8_t buf[1 << 16];
} output;

/* All return 0 or E_OUTPUT. */
int output_write(void *out, const void *text, size_t n); /* a pith_sink's function, with an output as port */
int output_text(output *out, const char *text);
int output_number(output *out, uint64_t n);
int output_flush(output *out);

/* Flushes and closes; says what went wrong, unless it was a closed pipe. */
int output_close(output *out);

#endif
