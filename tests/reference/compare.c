/* The core against the reference, on random texts and on every short text of some signs.
 *
 * usage: compare [ROUNDS [SEED [SIGNS]]]      A failure prints the text, what both make of it, and what repeats it. SIGNS: of
 * the short texts, 0 to 6; 4 when there is no other argument, else 0. */
#include <stdlib.h>

#include "check.h"
#include "pith.h"
#include "ref.h"
#include "sent.h"
#include "texts.h"
#include "word.h"

enum { ROOM = 4000, SHOWN = 300, CELLS = 1 << 14 };

static char text[ROOM];
static size_t length;
static pith_cell work[CELLS];
static uint32_t seed; /* of this round; 0: of no round */

static void show_text(void)
{
    size_t i;

    fputs("    text: \"", stderr);
    for (i = 0; i < length && i < SHOWN; i++)
        fprintf(stderr, text[i] >= ' ' && text[i] <= '~' && text[i] != '"' && text[i] != '\\' ? "%c" : "\\%03o", text[i] & 0xFF);
    fprintf(stderr, "\"%s\n", length > SHOWN ? "..." : "");
    if (seed)
        fprintf(stderr, "    repeat with: compare 1 %lu\n", (unsigned long)seed);
}

static void show_core(const pi_token *t)
{
    fprintf(stderr, "    core      %.*s|%.*s| at %lu: kind %u gap %u indent %u shape %u flags %u chars %u mark %x class %u\n", t->length,
            text + t->offset, t->n, (const char *)t->folded, (unsigned long)t->offset, t->kind, t->gap, t->indent, t->shape,
            t->flags, t->chars, t->mark, t->class);
}

static void show_reference(const ref_token *t)
{
    fprintf(stderr, "    reference %.*s|%.*s| at %lu: kind %u gap %u indent %lu shape %u flags %u chars %lu mark %lx class %u\n", (int)t->length,
            text + t->offset, (int)t->n, (const char *)t->folded, (unsigned long)t->offset, t->kind, t->gap, (unsigned long)t->indent,
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

static int same_tokens(const ref_text *r, const ref_tokens *want)
{
    pi_cutter c;
    size_t at = 0, i = 0;

    pi_cut_init(&c, 0);
    for (;;) {
        at += pi_cut(&c, (const uint8_t *)text + at, length - at);
        if (!c.ready && at == length)
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

static void show_sentence(const char *who, uint32_t offset, uint32_t bytes, unsigned heading)
{
    fprintf(stderr, "    %-9s %lu + %lu%s: %.*s\n", who, (unsigned long)offset, (unsigned long)bytes, heading ? ", heading" : "",
            (int)bytes, text + offset);
}

/* The core's next sentence: 1, or 0 when there is no more. */
static int next_sentence(pith *p, size_t *at, int *ended, pith_item *found)
{
    for (;;) {
        size_t taken;
        int got = pith_scan(p, text + *at, length - *at, &taken, found);

        *at += taken;
        if (got == PITH_MORE)
            return 1;
        if (*ended)
            return 0;
        if (*at == length) {
            pith_end(p);
            *ended = 1;
        }
    }
}

static int same_sentences(const ref_sentences *want)
{
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };
    pith p;
    pith_item s;
    size_t at = 0, i;
    int ended = 0;

    pith_init(&p, &cfg, work, CELLS);
    for (i = 0; next_sentence(&p, &at, &ended, &s); i++) {
        const ref_sentence *r = &want->s[i];

        if (i == want->n || s.offset != r->offset || s.length != r->length
            || !(s.flags & PITH_HEADING) != !(r->flags & PI_SENT_HEADING)) {
            show_sentence("core", s.offset, s.length, s.flags & PITH_HEADING);
            if (i < want->n)
                show_sentence("reference", r->offset, r->length, r->flags & PI_SENT_HEADING);
            return 0;
        }
    }
    if (i < want->n)
        show_sentence("reference", want->s[i].offset, want->s[i].length, want->s[i].flags & PI_SENT_HEADING);
    return i == want->n;
}

static void compare(void)
{
    ref_text r = ref_decode((const uint8_t *)text, length);
    ref_tokens t = ref_cut(&r);
    ref_sentences s;

    if (!CHECK(same_tokens(&r, &t)))
        show_text();
    ref_know(&t, "core/model", 1);
    s = ref_split(&t, PITH_SENTENCE_MAX);
    if (!CHECK(same_sentences(&s)))
        show_text();
    free(s.s);
    ref_tokens_free(&t);
    ref_text_free(&r);
}

/* All texts of n signs. */
static void every_text(unsigned n)
{
    unsigned long i, all = 1;
    unsigned k;

    for (k = 0; k < n; k++)
        all *= TEXT_SIGNS;
    seed = 0;
    for (i = 0; i < all; i++) {
        length = text_signs(i, n, text);
        compare();
    }
}

int main(int argc, char **argv)
{
    unsigned long rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : 2000, i;
    uint32_t first = (uint32_t)(argc > 2 ? strtoul(argv[2], NULL, 10) : 1);
    gen_rng rng;

    for (i = 0; i < rounds && check_failed < 20; i++) {
        seed = rng.x = first + (uint32_t)i;
        switch (seed % 3) {
        case 0: length = text_soup(&rng, text, ROOM); break;
        case 1: length = text_prose(&rng, text, ROOM); break;
        default: length = gen_text(&rng, (int)gen_below(&rng, GEN_KINDS), text, 200 + gen_below(&rng, ROOM - 200));
        }
        compare();
    }
    every_text(argc > 3 ? (unsigned)strtoul(argv[3], NULL, 10) : argc > 1 ? 0 : 4);
    return check_done("compare");
}
