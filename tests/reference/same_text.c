#include "same.h"

#include <stdio.h>
#include <string.h>

#include "word.h"

static void show_core(const pi_token *t)
{
    fprintf(stderr, "    core      %.*s|%.*s| at %lu: kind %u gap %u indent %u shape %u flags %u chars %u mark %x class %u\n", t->length,
            input + t->offset, t->n, (const char *)t->folded, (unsigned long)t->offset, t->kind, t->gap, t->indent, t->shape,
            t->flags, t->chars, t->mark, t->class);
}

static void show_reference(const ref_token *t)
{
    fprintf(stderr, "    reference %.*s|%.*s| at %lu: kind %u gap %u indent %lu shape %u flags %u chars %lu mark %lx class %u\n", (int)t->length,
            input + t->offset, (int)t->n, (const char *)t->folded, (unsigned long)t->offset, t->kind, t->gap, (unsigned long)t->indent,
            t->shape, t->flags, (unsigned long)t->chars, (unsigned long)t->mark, t->class);
}

/* Bytes of the folded token that are kept: whole code points. */
static size_t kept(const ref_token *r)
{
    size_t n = PI_WORD_KEPT;

    if (r->n <= n)
        return r->n;
    while ((r->folded[n] & 0xC0) == 0x80)
        n--;
    return n;
}

static int same_token(const pi_token *c, const ref_token *r)
{
    int word = r->kind <= PI_TOK_LINK;

    return c->offset == r->offset && c->length == r->length && c->kind == r->kind && c->gap == r->gap
        && c->indent == (r->indent > 255 ? 255 : r->indent) && c->shape == r->shape && c->flags == r->flags
        && c->chars == r->chars && (word || (c->mark == r->mark && c->class == r->class))
        && c->n == kept(r) && memcmp(c->folded, r->folded, c->n) == 0
        && c->hash == r->hash;
}

int same_tokens(const ref_text *r, const ref_tokens *want)
{
    pi_cutter c;
    size_t at = 0, i = 0;

    pi_cut_init(&c, 0);
    for (;;) {
        at += pi_cut(&c, (const uint8_t *)input + at, input_n - at);
        if (!c.ready && at == input_n)
            pi_cut_end(&c);
        if (!c.ready)
            break;
        if (i == want->n || !same_token(&c.tok, &want->t[i])) {
            show_core(&c.tok);
            if (i < want->n)
                show_reference(&want->t[i]);
            return 0;
        }
        i++;
    }
    if (i < want->n)
        show_reference(&want->t[i]);
    if (c.malformed != r->malformed)
        fprintf(stderr, "    malformed: core %lu, reference %lu\n", (unsigned long)c.malformed, (unsigned long)r->malformed);
    return i == want->n && c.malformed == r->malformed;
}
