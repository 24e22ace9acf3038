/* Word tables of a model: the closed-class lexicon and the background frequencies. Layer 2.
 *
 * Both are keyed by pi_hash_end() of the word's bytes and hold a fingerprint of that hash, so a word
 * that is not listed is taken for one that is with a small probability: about 1 in 20,000 for the
 * lexicon, n / 1,048,576 for n listed stems.
 *
 * Lexicon, in 16-bit units, n = model->lex_count:
 *     257  starts[i]: first entry whose hash has i in its top 8 bits; starts[256] = n
 *     n    the 16 bits of the hash below those, ascending within equal top bits
 *     (n + 1) / 2   classes: entry i has byte i, low byte first
 *     the rest      flags[class], PI_LEX_*; those of class 0, which is that of words that are not listed, are 0
 *
 * Frequencies, in 16-bit units, n = model->freq_count:
 *     257  starts[i]: first entry whose hash has i in its top 8 bits; starts[256] = n
 *     n    (12 bits of the hash below those) << 4 | rarity, ascending within equal top bits
 *     (n + 3) / 4   weights: what the stem tells for its sentence, four bits each, the lowest first */
#ifndef PI_LEX_H
#define PI_LEX_H

#include "model.h"

enum { PI_LEX_BITS = 8,    /* top bits of the hash that choose the part of the lexicon */
       PI_FREQ_BITS = 8,   /* the same for frequencies */
       PI_FREQ_RARE = 15,  /* rarity of a stem that is not listed */
       PI_FREQ_PLAIN = 8   /* its weight */ };

/* Class of a folded word by its hash, 1 to 255; 0 when it is not listed or there is no lexicon. */
uint8_t pi_lex_class(const pith_model *m, uint32_t hash);

/* The flags PI_LEX_* of the classes; none when there is no lexicon. */
static inline pi_rom16p pi_lex_classes(const pith_model *m)
{
    static const PI_ROM uint16_t none[1] = { 0 };
    enum { WORDS = (1 << PI_LEX_BITS) + 1 };

    return m->lex ? m->lex + WORDS + m->lex_count + ((m->lex_count + 1) >> 1) : none;
}

/* Flags of a folded word by its hash. */
static inline uint16_t pi_lex(const pith_model *m, uint32_t hash)
{
    return pi_rom16(pi_lex_classes(m), pi_lex_class(m, hash));
}

/* Rarity of a stem by its hash, 0 (the commonest) to 14, PI_FREQ_RARE when it is not listed; plus 16 times its weight. */
enum { PI_FREQ_NONE = 0xFFFF };
uint8_t pi_freq(const pith_model *m, uint32_t hash);

/* Where the stem stands among those listed, or PI_FREQ_NONE. */
uint16_t pi_freq_find(const pith_model *m, uint32_t hash);

#endif
