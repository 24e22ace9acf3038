#include "known.h"

#include "lex.h"
#include "stem.h"

uint32_t pi_know_stem(const pith_model *m, pi_token *t)
{
    uint32_t h = 0;
    uint8_t i, n;

    /* A code point of up to 4 bytes may have found no room. */
    if (t->n > PI_WORD_KEPT - 4 || t->kind != PI_TOK_WORD)
        return t->hash;
    n = pi_stem(m->stem, t->folded, t->n);
    if (n == 0)
        return t->hash;
    for (i = 0; i < n; i++)
        h = pi_hash_step(h, t->folded[i]);
    return pi_hash_end(h);
}

void pi_know_anew(const pi_memo *memo, pi_token *t, pi_known *known)
{
    const pith_model *m = memo->model;
    uint32_t h;

    known->hash = t->hash;
    known->lex = t->kind == PI_TOK_WORD ? pi_lex_class(m, t->hash) : 0;
    known->term = 0;
    known->rarity = PI_FREQ_PLAIN << 4;
    if (pi_rom16(memo->flags, known->lex) & PI_LEX_STOP)
        return;
    h = pi_know_stem(m, t);
    known->term = (uint16_t)(h >> 16 ? h >> 16 : 1);
    known->rarity = pi_freq(m, h);
}
