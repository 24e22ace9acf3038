/* Cuts a sentence that is longer than the budget (PITH_OVER) to a number of bytes and words, after a whole
 * word when it can, and ends it with an ellipsis. The text passes twice: to be measured, then to go out. */
#ifndef CUT_H
#define CUT_H

#include "pith_io.h"

typedef struct {
    const pith_sink *out;
    uint32_t bytes, words; /* limits; 0: none */
    uint32_t at;           /* bytes seen */
    uint32_t ends;         /* words that ended before `at` */
    uint32_t word, code;   /* where the last word, the last code point ends that leave room for an ellipsis */
    uint32_t fit;          /* bytes that may pass */
} cut;

void cut_init(cut *c, uint32_t bytes, uint32_t words, const pith_sink *out);

/* pith_sink functions with a cut as port. The text is folded (pith_io_emit). */
int cut_measure(void *c, const void *text, size_t n); /* returns 0 */
int cut_write(void *c, const void *text, size_t n);   /* returns as `out` */

/* Between the passes. Returns 1 when the text will be cut. */
int cut_decide(cut *c);

/* After the second pass: the ellipsis, if it was cut and there is room. Returns as `out`. */
int cut_end(cut *c);

#endif
