/* What is known of a word: its properties, its term, how rare that is. Layer 3.
 *
 * Hides stemming, the look-ups in the model's tables, and the memo that spares them for words met
 * lately. The memo changes no result but where two words of a text share all 32 bits of the hash (short ones with letters
 * beyond ASCII may): it is keyed by these and the kind of token, since "Ph.D" is a word and "ph.d" a link. */
#ifndef PI_KNOWN_H
#define PI_KNOWN_H

#include "model.h"
#include "word.h"

typedef struct {
    uint32_t hash; /* of the folded word; 0: nothing is known */
    uint16_t term; /* upper half of the stem's hash, never 0; 0 for a function word */
    uint8_t lex;   /* class in the lexicon */
    uint8_t rarity; /* low four bits; above them the learnt weight */
} pi_known; /* 8 bytes */

/* The words met lately, with the model that tells of the others and, where it is asked for most, a part of it. */
typedef struct {
    const pith_model *model;
    pi_rom16p flags; /* of the lexicon's classes: see lex.h */
    pi_known *slot;
    uint16_t slots; /* a power of two, at least 2; or 0 */
} pi_memo;

/* Hash of the stem of a word, which is stemmed in place; of the token itself where that is no word, or has more than
 * PI_WORD_KEPT - 4 bytes, so that it may not have been kept whole. */
uint32_t pi_know_stem(const pith_model *m, pi_token *t);

/* Looks a word up without the memo. */
void pi_know_anew(const pi_memo *m, pi_token *t, pi_known *known);

/* Looks a word, number or link up; stems the token's folded bytes in place unless the memo has it. The answer stands in
 * the memo or in *own. A word has two slots: a new one enters the second and goes to the first when it is met again. */
static inline const pi_known *pi_know(const pi_memo *m, pi_token *t, pi_known *own)
{
    pi_known *k = m->slot;

    if (m->slots && t->hash) { /* 0 is that of a free slot */
        k += (t->hash + 2u * t->kind) & (m->slots - 1u) & ~1u; /* tokens of two kinds never meet */
        if (k->hash == t->hash)
            return k;
        if (k[1].hash == t->hash) {
            *own = *k;
            *k = k[1];
            k[1] = *own;
            return k;
        }
        own = k + 1;
    }
    pi_know_anew(m, t, own);
    return own;
}

#endif
