/* The tokens read last: names look at two before a capital, and are given these alone when one comes. Layer 2. */
#ifndef PI_LATELY_H
#define PI_LATELY_H

#include "word.h"

enum { PI_LATELY = 2 /* tokens before the one that is looked at */,
       PI_BRIEF = 24 /* bytes of a token up to its first letters: a multiple of the widest load */ };
typedef char pi_brief_fits[PI_BRIEF > offsetof(pi_token, folded) && PI_BRIEF <= sizeof(pi_token) ? 1 : -1];

/* Are signs and minor words passed over, too? Where code is to be small, plain words alone: what is found is the same. */
#ifdef __OPTIMIZE_SIZE__
enum { PI_LATELY_ALL = 0 };
#else
enum { PI_LATELY_ALL = 1 };
#endif

/* Fixed-width members without addresses. */
typedef struct {
    pi_token tok[PI_LATELY + 1];
    uint8_t begins[PI_LATELY + 1]; /* a sentence */
    uint8_t at;        /* place of the token that is looked at */
    uint8_t n;         /* tokens put aside before it */
    uint8_t passed;    /* reading passed over some without stopping */
    uint8_t minor;     /* of these the last ones, at most n, are minor words of a quantity that may begin */
    uint8_t sentences; /* closed before the token that was read last, modulo 256 */
} pi_lately;

/* Most tokens: a small word of letters and inner apostrophes. */
static inline int pi_is_plain(const pi_token *t)
{
    return t->kind == PI_TOK_WORD && t->shape <= PI_SHAPE_LOWER && !(t->flags & PI_TOK_PARTS);
}

/* Copies the next token; of a plain word, and of a sign, the first letter alone. */
PI_INLINE void pi_lately_take(pi_lately *l, const pi_token *t)
{
    pi_token *to = l->tok + l->at;

    if (t->kind == PI_TOK_NUMBER || t->shape > PI_SHAPE_LOWER || t->flags & PI_TOK_PARTS) {
        *to = *t;
        return;
    }
#ifdef __OPTIMIZE_SIZE__ /* where memcpy of so few bytes is a call that takes longer */
    to->offset = t->offset;
    to->hash = t->hash;
    to->mark = t->mark;
    to->length = t->length;
    to->gap = t->gap;
    to->kind = t->kind;
    to->shape = t->shape;
    to->chars = t->chars;
    to->flags = t->flags;
    to->n = t->n;
    to->folded[0] = t->folded[0];
#else
    memcpy(to, t, PI_BRIEF);
#endif
}

/* Puts it aside. */
PI_INLINE void pi_lately_aside(pi_lately *l, uint8_t begins)
{
    l->begins[l->at] = begins;
    l->at = (uint8_t)(l->at < PI_LATELY ? l->at + 1 : 0);
    l->n = (uint8_t)(l->n < PI_LATELY ? l->n + 1 : l->n);
}

/* Place of the earliest that was put aside. */
static inline uint8_t pi_lately_first(const pi_lately *l)
{
    return (uint8_t)(l->at >= l->n ? l->at - l->n : l->at + PI_LATELY + 1 - l->n);
}

#endif
