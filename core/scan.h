/* The inner loop of reading: runs of ASCII letters. Layer 1. */
#ifndef PI_SCAN_H
#define PI_SCAN_H

#include "base.h"

typedef struct {
    uint32_t hash; /* by pi_hash_step, of the folded letters; starts from the value it has */
    uint8_t all;   /* AND of the letters: bit 5 is set when none of them is a capital; 0xFF of none */
} pi_scan;

/* Folds the ASCII letters at s, at most n, into folded[]. Returns their number. About 17 instructions each. */
uint8_t pi_scan_letters(pi_scan *r, const uint8_t *s, uint8_t n, uint8_t *folded);

#endif
