/* The inner loop of reading: runs of ASCII letters. Layer 1. */
#ifndef PI_SCAN_H
#define PI_SCAN_H

#include "base.h"

typedef struct {
    uint32_t hash; /* by pi_hash_step, of the folded letters; starts from the value it has */
    pi_byte all;   /* AND of the letters and what it was: bit 5 is set when none of them is a capital */
} pi_scan;

PI_TINY int pi_is_gap(pi_byte byte) { return byte == ' ' || byte == '\n' || byte == '\r'; }

/* These end a token that ends in a letter, whatever follows: a blank, or a sign that joins nothing. */
static inline int pi_ends_word(pi_byte byte)
{
    return pi_is_gap(byte) || byte == ',' || byte == ';' || byte == '"' || byte == ')' || byte == '!';
}

static inline int pi_is_letter(pi_byte byte) { return (pi_byte)((byte | 0x20) - 'a') <= 'z' - 'a'; }

/* Folds the ASCII letters at s, at most n, into folded[]. Returns their number. */
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

/* Goes on behind the first k letters of a word: copies the small ASCII letters at s[k], s[k + 1] ... into folded[], below
 * n. Returns how many letters there are then. About 11 instructions each. */
static inline size_t pi_scan_more(uint32_t *hash, const uint8_t *s, size_t n, uint8_t *folded, size_t k)
{
    uint32_t h = *hash;

    if (k < n)
        do { /* a loop that is tested at its end is shorter by two instructions of 14 */
            pi_byte byte = s[k];

            if ((pi_byte)(byte - 'a') > 'z' - 'a')
                break;
            folded[k] = (uint8_t)byte;
            h = (h << 5) + h + byte;
        } while (++k < n);
    *hash = h;
    return k;
}

static inline size_t pi_scan_small(uint32_t *hash, const uint8_t *s, size_t n, uint8_t *folded)
{
    *hash = folded[0] = s[0] | 0x20;
    return pi_scan_more(hash, s, n, folded, 1);
}

/* pi_scan_word takes the letters that a word begins with, at most n of them: the first, which is one and may be a
 * capital, and the small ones behind it. *hash becomes theirs. It may write eight at once, 0 behind the
 * letters: before any other token pi_scan_clear does so, too, lest what stands behind a word should depend on the pieces
 * of the text. */
#if PI_WIDE
#define PI_EACH(byte) (UINT64_MAX / 255 * (byte))

static inline void pi_scan_clear(uint8_t *folded) { memset(folded, 0, 8); }

/* Eight at a time: about 40 instructions for a word of up to eight. No sum carries from byte to byte. */
static inline size_t pi_scan_word(uint32_t *hash, const uint8_t *s, size_t n, uint8_t *folded)
{
    uint64_t low, t, outside, mask, h;
    size_t k = 8;

    if (n < 8)
        return pi_scan_small(hash, s, n, folded);
    low = s[0] | (uint64_t)s[1] << 8 | (uint64_t)s[2] << 16 | (uint64_t)s[3] << 24 | (uint64_t)s[4] << 32
        | (uint64_t)s[5] << 40 | (uint64_t)s[6] << 48 | (uint64_t)s[7] << 56;
    low |= 0x20;
    t = low & PI_EACH(0x7F);
    outside = ~((t + PI_EACH(0x80 - 'a')) & ~(t + PI_EACH(0x7F - 'z')) & ~low) & PI_EACH(0x80);
    mask = (outside & (0 - outside)) >> 7; /* the bit 8 * k of the first that is no small letter; 0: there is none */
    mask--;
    if (outside)
        k = (size_t)(((mask & PI_EACH(1)) * PI_EACH(1)) >> 56);
    low &= mask;
    folded[0] = (uint8_t)low, folded[1] = (uint8_t)(low >> 8);
    folded[2] = (uint8_t)(low >> 16), folded[3] = (uint8_t)(low >> 24);
    folded[4] = (uint8_t)(low >> 32), folded[5] = (uint8_t)(low >> 40);
    folded[6] = (uint8_t)(low >> 48), folded[7] = (uint8_t)(low >> 56);
    /* The last letter goes to the top; neighbours are joined: two, four, eight, each sum below its share of bits. */
    h = low << (64 - 8 * k);
    h = (h & UINT64_C(0x00FF00FF00FF00FF)) * 33 + (h >> 8 & UINT64_C(0x00FF00FF00FF00FF));
    h = (h & UINT64_C(0x0000FFFF0000FFFF)) * (33 * 33) + (h >> 16 & UINT64_C(0x0000FFFF0000FFFF));
    *hash = (uint32_t)h * UINT32_C(1185921) /* 33^4 */ + (uint32_t)(h >> 32);
    return k < 8 ? k : pi_scan_more(hash, s, n, folded, 8);
}
#else
static inline void pi_scan_clear(uint8_t *folded) { (void)folded; }

static inline size_t pi_scan_word(uint32_t *hash, const uint8_t *s, size_t n, uint8_t *folded)
{
    return pi_scan_small(hash, s, n, folded);
}
#endif

#endif
