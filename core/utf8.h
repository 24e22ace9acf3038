/* UTF-8, a byte at a time, resumable after any byte. Layer 1.
 *
 * Malformed input is replaced as the Unicode Standard recommends (15.0, 3.9, table 3-7): one U+FFFD for
 * each maximal subpart of an ill-formed sequence. */
#ifndef PI_UTF8_H
#define PI_UTF8_H

#include "base.h"

#define PI_UTF8_REPLACEMENT UINT32_C(0xFFFD)

typedef struct {
    uint32_t cp;    /* the code point, once complete; its first bits before that */
    uint8_t length; /* bytes of the sequence read so far */
    uint8_t need;   /* bytes still missing; 0: between code points */
    uint8_t lo, hi; /* range of the next byte */
} pi_utf8;

/* What a byte did. */
enum {
    PI_UTF8_MORE, /* taken; the code point is not complete */
    PI_UTF8_CHAR, /* taken; cp and length are complete */
    PI_UTF8_BAD,  /* taken; it begins nothing: cp = U+FFFD, length = 1 */
    PI_UTF8_CUT   /* not taken: the sequence before it broke off: cp = U+FFFD, length = 1 to 3. Give it again */
};

/* A state of all zero bytes is between code points. */
uint8_t pi_utf8_step(pi_utf8 *d, uint8_t byte);

/* Between code points: the length of the one at s, if all of it stands in the n bytes and it has 2 or 3 of them
 * without special ranges; else 0, and pi_utf8_step tells more. */
uint8_t pi_utf8_whole(const uint8_t *s, size_t n, uint32_t *cp);

/* The text ends. Returns PI_UTF8_CUT if a sequence broke off, else PI_UTF8_MORE. */
uint8_t pi_utf8_end(pi_utf8 *d);

/* Writes cp <= 0x10FFFF as 1 to 4 bytes; returns their number. */
uint8_t pi_utf8_put(uint32_t cp, uint8_t *out);

#endif
