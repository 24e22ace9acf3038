#include "known.h"

#include "lex.h"
#include "stem.h"

/* Hash of the token's stem; of the token itself where that is no word that was kept whole. */
static uint32_t stem_hash(const pith_model *m, pi_token *t)
{
    uint32_t h = 0;
    uint8_t i, n;

    if (t->n >= PI_WORD_KEPT || t->kind != PI_TOK_WORD)
        return t->hash;
    n = pi_stem(m->stem, t->folded, t->n);
    for (i = 0; i < n; i++)
        h = pi_hash_step(h, t->folded[i]);
    return pi_hash_end(h);
}

const pi_known *pi_know(const pith_model *m, pi_known *memo, uint16_t slots, pi_token *t, pi_known *own)
{
    pi_known *k = slots ? memo + (t->hash & (slots - 1u)) : own;
    uint32_t h;

    if (slots && k->hash == t->hash && t->hash != 0)
        return k;
    k->hash = t->hash;
    k->lex = t->kind == PI_TOK_WORD ? pi_lex_class(m, t->hash) : 0;
    k->term = 0;
    k->rarity = 0;
    if (pi_lex_flags(m, k->lex) & PI_LEX_STOP)
        return k;
    h = stem_hash(m, t);
    k->term = (uint16_t)(h >> 16 ? h >> 16 : 1);
    k->rarity = pi_freq(m, h);
    return k;
}
