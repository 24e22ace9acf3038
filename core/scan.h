/* The inner loop of reading: runs of ASCII letters. Layer 1. */
#ifndef PI_SCAN_H
#define PI_SCAN_H

#include "base.h"

typedef struct {
    uint32_t hash; /* by pi_hash_step, of the folded letters; starts from the value it has */
    uint8_t all;   /* AND of the letters: bit 5 is set when none of them is a capital; 0xFF of none */
} pi_scan;

static inline int pi_is_letter(uint8_t byte) { return (uint8_t)((byte | 0x20) - 'a') <= 'z' - 'a'; }

/* Folds the ASCII letters at s, at most n, into folded[]. Returns their number. About 15 instructions each;
 * in line, since a word has but four. */
static inline uint8_t pi_scan_letters(pi_scan *r, const uint8_t *s, uint8_t n, uint8_t *folded)
{
    const uint8_t *at = s, *end = s + n;
    uint32_t hash = r->hash;
    uint_fast8_t all = 0xFF;

    for (; at < end; at++) {
        uint_fast8_t byte = *at, low = byte | 0x20;
        if ((uint_fast8_t)(low - 'a') > 'z' - 'a')
            break;
        *folded++ = (uint8_t)low;
        all &= byte;
        hash = (hash << 5) + hash + low;
    }
    r->hash = hash;
    r->all = (uint8_t)all;
    return (uint8_t)(at - s);
}

#endif
