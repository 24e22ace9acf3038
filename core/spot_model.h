/* What a tagger of names knows: a table of words, and weights of hashed features. Layer 1.
 *
 * Both tables are buckets of 8 entries, whose bytes stand apart: 8 low bytes of fingerprints, 8 first bytes, 8 second
 * bytes, and so on. A hash h belongs to bucket (h >> 16) * buckets >> 16; its fingerprint are its low bits, 1 instead of
 * 0; an empty entry has the fingerprint 0.
 *
 * Words: fingerprint of 10 bits, class, then 2 upper bits of the fingerprint and a code of 6 bits. A capitalized
 * word has an entry of its own, at its hash XOR PI_SPOT_CASED.
 * Features: fingerprint of 12 bits, number in the first book, then 4 upper bits of the fingerprint and a scale, then the number
 * in the second book. The weight of label l is scales[scale] times what the first book's row says for l below PI_SPOT_SPLIT,
 * or what the second's says. (Two books of half a row: 1 point of F1 above one book of whole rows at equal bytes.)
 */
#ifndef PI_SPOT_MODEL_H
#define PI_SPOT_MODEL_H

#include "base.h"
#include "pith.h"

enum { PI_SPOT_BUCKET = 8, PI_SPOT_KINDS = 5, PI_SPOT_LABELS = 1 + 4 * PI_SPOT_KINDS, PI_SPOT_FEATURES = 56,
       PI_SPOT_NONE = 0xFFFF,
       PI_SPOT_WORD_BYTES = 3 * PI_SPOT_BUCKET, PI_SPOT_ROW_BYTES = 4 * PI_SPOT_BUCKET,
       PI_SPOT_SPLIT = 1 + 2 * PI_SPOT_KINDS /* labels of the first book */ };

#define PI_SPOT_CASED UINT32_C(0xA5A5A5A5)

/* Kinds in the order of the labels. */
enum { PI_NAME_PERSON, PI_NAME_PLACE, PI_NAME_ORG, PI_NAME_GROUP, PI_NAME_MISC };

/* Codes of words that steer the islands. */
enum { PI_SPOT_CODE_LEADS = 60,   /* title ("Mr") or epithet ("old") before a person: part of the name in novels, no name itself */
       PI_SPOT_CODE_ARTICLE = 61, /* connector that begins names in novels: "the" */
       PI_SPOT_CODE_JOINS = 62,   /* connector: "of" */
       PI_SPOT_CODE_ALONE = 63  /* capitalized, yet begins no island: "I" */ };

struct pith_names_model {
    uint16_t word_buckets, row_buckets;
    pi_rom8p words; /* PI_SPOT_WORD_BYTES * word_buckets, less than 65536 */
    pi_rom8p rows;  /* PI_SPOT_ROW_BYTES * row_buckets, less than 65536 */
    pi_rom8p first, second; /* books: rows of weights plus 128: in the first B of each kind, none, U of each; then L and I */
    pi_rom8p scales; /* 16, none is 0 */
    pi_rom8p fiction; /* 256: 128 plus what a word of each class by a name tells of fiction: 16 times the logarithm of the odds */
    pi_rom16p same;  /* names of one thing: see entity.h */
};
typedef struct pith_names_model pi_spot_model;

/* The fingerprint of a hash, of 8 bits and those in `high`. */
static inline unsigned pi_spot_print(uint32_t h, uint8_t high)
{
    unsigned print = (unsigned)(h & ((0x100u << high) - 1));

    return print ? print : 1;
}

/* Place of a fingerprint in the bucket at t; 8: none. `high`: bits of it that stand beside the scale or code. */
#if PI_WIDE
static inline uint64_t pi_spot_eight(pi_rom8p t)
{
    return pi_rom8(t, 0) | (uint64_t)pi_rom8(t, 1) << 8 | (uint64_t)pi_rom8(t, 2) << 16 | (uint64_t)pi_rom8(t, 3) << 24
        | (uint64_t)pi_rom8(t, 4) << 32 | (uint64_t)pi_rom8(t, 5) << 40 | (uint64_t)pi_rom8(t, 6) << 48 | (uint64_t)pi_rom8(t, 7) << 56;
}

/* Bit 8 * i + 7 for the lowest place i that has the fingerprint, others above; 0: none has. */
static inline uint64_t pi_spot_marks(pi_rom8p t, unsigned print, uint8_t high)
{
    const uint64_t each = UINT64_MAX / 255;
    uint64_t x = pi_spot_eight(t) ^ each * (print & 0xFF), y = pi_spot_eight(t + 2 * PI_SPOT_BUCKET);

    x |= (y >> (8 - high) & each * ((1u << high) - 1)) ^ each * (print >> 8);
    return (x - each) & ~x & each * 0x80; /* the lowest is of the first byte that was 0: none below it borrows */
}

/* That place; of no marks 0. */
static inline uint8_t pi_spot_first(uint64_t marks)
{
    return (uint8_t)(((marks & (0 - marks)) >> 7) * UINT64_C(0x0001020304050607) >> 56); /* 1 << 8 * i brings i to the top */
}

static inline uint8_t pi_spot_place(pi_rom8p t, unsigned print, uint8_t high)
{
    uint64_t marks = pi_spot_marks(t, print, high);

    return marks ? pi_spot_first(marks) : PI_SPOT_BUCKET;
}
#else
static inline uint8_t pi_spot_place(pi_rom8p t, unsigned print, uint8_t high)
{
    pi_byte low = print & 0xFF;
    uint8_t i = pi_rom8(t, 0) == low ? 0 : pi_rom8(t, 1) == low ? 1 : pi_rom8(t, 2) == low ? 2 : pi_rom8(t, 3) == low ? 3
        : pi_rom8(t, 4) == low ? 4 : pi_rom8(t, 5) == low ? 5 : pi_rom8(t, 6) == low ? 6 : pi_rom8(t, 7) == low ? 7 : PI_SPOT_BUCKET;

    for (; i < PI_SPOT_BUCKET; i++)
        if (pi_rom8(t, (uint16_t)(2 * PI_SPOT_BUCKET + i)) >> (8 - high) == (uint8_t)(print >> 8) && pi_rom8(t, i) == low)
            break;
    return i;
}
#endif

/* Bucket of a hash, of `bytes`. */
static inline uint16_t pi_spot_bucket(uint16_t buckets, uint8_t bytes, uint32_t h)
{
    return (uint16_t)(((h >> 16) * buckets >> 16) * bytes);
}

/* Entry of a hash in a table, as the offset of its first byte after the fingerprint; or PI_SPOT_NONE. */
PI_INLINE uint16_t pi_spot_find(pi_rom8p table, uint16_t buckets, uint8_t bytes, uint32_t h, uint8_t high)
{
    uint16_t at = pi_spot_bucket(buckets, bytes, h);
    uint8_t i = pi_spot_place(table + at, pi_spot_print(h, high), high);

    return i < PI_SPOT_BUCKET ? (uint16_t)(at + PI_SPOT_BUCKET + i) : PI_SPOT_NONE;
}

#endif
