/* The way of most tokens: words of ASCII letters, of which none but the first is a capital. It has no calls but for
 * the last, so that little is saved and restored. */
#include "scan.h"
#include "token.h"

size_t pi_cut_word(pi_cutter *c, const uint8_t *s, size_t n)
{
    pi_token *t = &c->tok;
    const uint8_t *from = s;
    uint8_t gap = c->gap;
    uint32_t hash;
    size_t k;

    if (gap == PI_GAP_NONE && *s == ' ') {
        s++;
        n--;
    }
    if (!pi_is_letter(*s))
        return 0;
    t->offset = c->at + (uint32_t)(s - from);
    t->gap = s == from ? gap : PI_GAP_BLANK;
    t->flags = t->indent = 0;
    if (gap != PI_GAP_NONE) {
        if (gap >= PI_GAP_LINE)
            t->indent = c->indent;
        c->gap = c->blanks = c->indent = c->cr = 0;
    }
    pi_scan_clear(t->folded);
    k = pi_scan_word(&hash, s, n < PI_WORD_KEPT ? n : PI_WORD_KEPT, t->folded);
    t->mark = t->folded[0];
    t->kind = PI_TOK_WORD;
    t->shape = *s & 0x20 ? PI_SHAPE_LOWER : k > 1 ? PI_SHAPE_CAP : PI_SHAPE_INITIAL;
    t->n = t->length = t->chars = (uint8_t)k;
    if (k < n && (s[k] == ' ' || pi_ends_word(s[k]))) {
        t->hash = pi_hash_end(hash);
        c->ready = PI_CUT_PLAIN;
        s += k;
        c->at += (uint32_t)(s - from);
        return (size_t)(s - from);
    }
    t->hash = hash;
    return (size_t)(s - from) + pi_cut_odd(c, s, n);
}
