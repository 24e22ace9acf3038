/* The way of most tokens, a blank and a word: about 14 instructions for a letter, 60 for the word. */
#include "scan.h"
#include "token.h"

/* Begins a word with the ASCII letters at s, n >= 1, and completes it if it ends there beyond doubt, or at a dot and
 * white space, which are then read, too. Returns the bytes read. */
static inline size_t new_word(pi_cutter *c, const uint8_t *s, size_t n)
{
    pi_token *t = &c->tok;
    pi_scan r = { 0, 0xFF };
    size_t k = pi_scan_letters(&r, s, n < PI_WORD_KEPT ? n : PI_WORD_KEPT, t->folded);

    pi_cut_begin(c);
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

size_t pi_cut(pi_cutter *c, const uint8_t *text, size_t n)
{
    size_t i = 0;

    c->ready = 0;
    if (c->stop | c->queued)
        pi_cut_on(c, text, 0);
    while (!c->ready && i < n) {
        if (!(c->mode | c->utf8.need)) {
            if (text[i] == ' ' && c->gap == PI_GAP_NONE) {
                c->gap = PI_GAP_BLANK;
                c->blanks = c->indent = 1;
                c->at++;
                if (++i == n)
                    break;
            }
            if (pi_is_letter(text[i])) {
                i += new_word(c, text + i, n - i);
                continue;
            }
        }
        i += pi_cut_on(c, text + i, n - i);
    }
    c->offset += (uint32_t)i;
    return i;
}
