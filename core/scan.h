/* The inner loop of reading: runs of ASCII letters. Layer 1. */
#ifndef PI_SCAN_H
#define PI_SCAN_H

#include "base.h"

typedef struct {
    uint32_t hash; /* by pi_hash_step, of the folded letters; starts from the value it has */
    pi_byte all;   /* AND of the letters and what it was: bit 5 is set when none of them is a capital */
} pi_scan;

static inline int pi_is_letter(pi_byte byte) { return (pi_byte)((byte | 0x20) - 'a') <= 'z' - 'a'; }

/* Folds the ASCII letters at s, at most n, into folded[]. Returns their number. About 14 instructions each; in
 * line, since a word has but four. */
static inline size_t pi_scan_letters(pi_scan *r, const uint8_t *s, size_t n, uint8_t *folded)
{
    uint32_t hash = r->hash;
    pi_byte all = r->all;
    size_t i;

    for (i = 0; i < n; i++) {
        pi_byte byte = s[i], low = byte | 0x20;

        if ((pi_byte)(low - 'a') > 'z' - 'a')
            break;
        folded[i] = (uint8_t)low;
        all &= byte;
        hash = (hash << 5) + hash + low;
    }
    r->hash = hash;
    r->all = all;
    return i;
}

#endif
