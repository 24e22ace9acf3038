/* What a tagger of names knows: a table of words, and weights of hashed features. Layer 1.
 *
 * Both tables are buckets of 8 entries of 3 bytes: 8 low bytes of fingerprints, 8 first bytes, 8 second bytes. A hash h
 * belongs to bucket (h >> 16) * buckets >> 16; its fingerprint are its low bits, 1 instead of 0; an empty entry
 * has the fingerprint 0.
 *
 * Words: fingerprint of 10 bits, class, then 2 upper bits of the fingerprint and a code of 6 bits. A capitalized
 * word has an entry of its own, at its hash XOR PI_SPOT_CASED.
 * Features: fingerprint of 12 bits, number of a row of the book, then 4 upper bits of the fingerprint and a
 * scale. The weight of label l is book[row][l] * scales[scale]. */
#ifndef PI_SPOT_MODEL_H
#define PI_SPOT_MODEL_H

#include "base.h"

enum { PI_SPOT_BUCKET = 8, PI_SPOT_KINDS = 5, PI_SPOT_LABELS = 1 + 4 * PI_SPOT_KINDS, PI_SPOT_FEATURES = 56,
       PI_SPOT_NONE = 0xFFFF };

#define PI_SPOT_CASED UINT32_C(0xA5A5A5A5)

/* Kinds in the order of the labels. */
enum { PI_NAME_PERSON, PI_NAME_PLACE, PI_NAME_ORG, PI_NAME_GROUP, PI_NAME_MISC };

/* Codes of words that steer the islands. */
enum { PI_SPOT_CODE_JOINS = 62, /* connector: "of" */
       PI_SPOT_CODE_ALONE = 63  /* capitalized, yet begins no island: "I" */ };

typedef struct {
    uint16_t word_buckets, row_buckets;
    pi_rom8p words; /* 24 * word_buckets bytes, less than 65536 */
    pi_rom8p rows;  /* 24 * row_buckets bytes, less than 65536 */
    pi_rom8p book;  /* rows of PI_SPOT_LABELS weights, two's complement */
    pi_rom8p scales; /* 16 */
} pi_spot_model;

/* Entry of a hash in a table, as the offset of its first byte after the fingerprint; or PI_SPOT_NONE.
 * `high`: bits of the fingerprint beside the scale or code. */
static inline uint16_t pi_spot_find(pi_rom8p table, uint16_t buckets, uint32_t h, uint8_t high)
{
    uint16_t at = (uint16_t)(((h >> 16) * buckets >> 16) * (3u * PI_SPOT_BUCKET));
    uint16_t mask = (uint16_t)((0x100u << high) - 1), print = (uint16_t)(h & mask);
    uint8_t i, low;

    if (print == 0)
        print = 1;
    low = (uint8_t)print;
    for (i = 0; i < PI_SPOT_BUCKET; i++)
        if (pi_rom8(table, (uint16_t)(at + i)) == low
            && pi_rom8(table, (uint16_t)(at + 2 * PI_SPOT_BUCKET + i)) >> (8 - high) == (uint8_t)(print >> 8))
            return (uint16_t)(at + PI_SPOT_BUCKET + i);
    return PI_SPOT_NONE;
}

#endif
