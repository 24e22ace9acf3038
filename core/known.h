/* What is known of a word: its properties, its term, how rare that is. Layer 3.
 *
 * Hides stemming, the look-ups in the model's tables, and the memo that spares them for words met
 * lately. The memo changes no result: it is keyed by all 32 bits of the word's hash. */
#ifndef PI_KNOWN_H
#define PI_KNOWN_H

#include "model.h"
#include "word.h"

typedef struct {
    uint32_t hash; /* of the folded word; 0: nothing is known */
    uint16_t term; /* upper half of the stem's hash, never 0; 0 for a function word */
    uint8_t lex;   /* class in the lexicon */
    uint8_t rarity;
} pi_known; /* 8 bytes */

/* Looks a word, number or link up. Stems the token's folded bytes in place. */
void pi_know_anew(const pith_model *m, pi_token *t, pi_known *known);

/* The same with a memo of `slots`, a power of two, or 0 when there is none. A word has two slots: a new one
 * enters the second and goes to the first when it is met again. The answer stands in the memo or in *own. */
static inline const pi_known *pi_know(const pith_model *m, pi_known *memo, uint16_t slots, pi_token *t, pi_known *own)
{
    pi_known *k;

    if (slots == 0 || t->hash == 0) {
        pi_know_anew(m, t, own);
        return own;
    }
    k = memo + (t->hash & (slots - 1u) & ~1u);
    if (k->hash == t->hash)
        return k;
    if (k[1].hash != t->hash) {
        pi_know_anew(m, t, ++k);
        return k;
    }
    *own = *k;
    *k = k[1];
    k[1] = *own;
    return k;
}

#endif
