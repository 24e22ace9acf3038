/* The way of most tokens: words of ASCII letters. It has no calls but for the last, so that little is saved and restored. */
#include "scan.h"
#include "token.h"

size_t pi_cut_word(pi_cutter *c, const uint8_t *s, size_t n)
{
    pi_token *t = &c->tok;
    pi_scan r = { 0, 0xFF };
    size_t k;

    pi_cut_begin(c);
    k = pi_scan_word(&r, s, n < PI_WORD_KEPT ? n : PI_WORD_KEPT, t->folded);
    t->mark = t->folded[0];
    t->kind = PI_TOK_WORD;
    t->shape = PI_SHAPE_LOWER;
    t->n = t->length = t->chars = (uint8_t)k;
    t->hash = r.hash;
    if (!(r.all & 0x20) || k == n || !pi_ends_word(s[k]))
        return pi_cut_odd(c, s, n);
    pi_cut_whole(c, r.hash, k);
    return k;
}
