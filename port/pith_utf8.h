/* UTF-8 for output: where a code point of a text ends, and what is malformed (maximal subparts, as the
 * core counts them). */
#ifndef PITH_UTF8_H
#define PITH_UTF8_H

#include <stdint.h>

/* Zero it to start. */
typedef struct {
    uint8_t b[4];   /* the bytes of the code point */
    uint8_t n;      /* how many */
    uint8_t left;   /* bytes still to come */
    uint8_t lo, hi; /* range of the next one */
} pith_utf8;

enum {
    PITH_UTF8_MORE,  /* not complete */
    PITH_UTF8_CHAR,  /* b[0..n) is a code point */
    PITH_UTF8_BAD,   /* b[0..n) is malformed */
    PITH_UTF8_AGAIN  /* b[0..n) is malformed, and the byte given is not part of it: give it again */
};

/* Takes the next byte. At the end of the text, bytes with left > 0 are malformed. */
int pith_utf8_put(pith_utf8 *u, uint8_t c);

#endif
