/* The core against the reference, on random texts and on every short text of some signs.
 *
 * usage: compare [ROUNDS [SEED [SIGNS]]]      A failure prints the text, what both make of it, and what repeats it. SIGNS: of
 * the short texts, 0 to 6; 4 when there is no other argument, else 0. */
#include <stdlib.h>

#include "check.h"
#include "../prop/gen.h"
#include "pith.h"
#include "ref.h"
#include "word.h"

enum { ROOM = 4000, SHOWN = 300 };

static char text[ROOM];
static size_t length;
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

static uint32_t hash_of(const uint8_t *s, size_t n)
{
    uint32_t h = 0;

    while (n--)
        h = pi_hash_step(h, *s++);
    return pi_hash_end(h);
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
        && c->hash == hash_of(r->folded, r->n);
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

static void compare(void)
{
    ref_text r = ref_decode((const uint8_t *)text, length);
    ref_tokens t = ref_cut(&r);

    if (!CHECK(same_tokens(&r, &t)))
        show_text();
    ref_tokens_free(&t);
    ref_text_free(&r);
}

/* Signs that join words, in any order. */
static const char *const parts[] = {
    "a", "B", "the", "End", "NATO", "s", "7", "2024", ".", ".", ".", ",", "'", "\xE2\x80\x99", "-", "--", "@", "#", "/",
    ":", "://", "?", "!", "&", "_", "%", "$", " ", " ", "\n", "\r\n", "\t", "(", ")", "\"", "\xC2\xAD",
    "\xCC\x81", "\xC3\x89", "\xC3\xA9", "\xE4\xB8\xAD", "\xE3\x80\x82", "\xE2\x80\xA6", "\xE2\x80\x9C",
    "\xEF\xBB\xBF", "\xE2\x80\x8D", "\xF0\x9F\x98\x80", "\xF0\x9F\x9A\xA2", "\xE2\x80\x98", "\xE2\x80\x93", "\xE2\x80\x90", "\xEF\xBC\x97", "\xC2\xA0",
    "\xE2\x80\xA8", "\f", "\xD0\x96", "\xCE\xA3", "\xCF\x82", "\xD7\xA9", "\xE3\x81\x82", "[", "]", "n't", "*", "$", "=", "Ph", "e.g", "x.org", "\xFF", "\xE2\x80", "\xF0\x90", "\xC3", "http://",
    "incomprehensibilities", "www.", ".org", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
};
enum { PARTS = sizeof parts / sizeof parts[0] };

static void append(const char *s, size_t n)
{
    if (n <= ROOM - length) {
        memcpy(text + length, s, n);
        length += n;
    }
}

static void make_soup(gen_rng *rng)
{
    uint32_t n = 2 + gen_below(rng, 20);

    length = 0;
    while (n--) {
        const char *p = parts[gen_below(rng, PARTS)];
        uint32_t k = gen_below(rng, 60) ? 1 : 1 + gen_below(rng, (uint32_t)(300 / strlen(p)));

        while (k--)
            append(p, strlen(p));
    }
}

/* All texts of `n` of the signs of an alphabet. */
static void every_text(unsigned n)
{
    static const char *const sign[] = { "a", "B", "7", ".", "-", "'", " ", "/", ":", ",", "@", "&", "_", "?", "s", "\n" };
    enum { SIGNS = sizeof sign / sizeof sign[0] };
    unsigned long i, all = 1;
    unsigned k;

    for (k = 0; k < n; k++)
        all *= SIGNS;
    seed = 0;
    for (i = 0; i < all; i++) {
        unsigned long x = i;

        for (k = 0, length = 0; k < n; k++, x /= SIGNS)
            append(sign[x % SIGNS], 1);
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
        if (gen_below(&rng, 2))
            make_soup(&rng);
        else
            length = gen_text(&rng, (int)gen_below(&rng, GEN_KINDS), text, 200 + gen_below(&rng, ROOM - 200));
        compare();
    }
    every_text(argc > 3 ? (unsigned)strtoul(argv[3], NULL, 10) : argc > 1 ? 0 : 4);
    return check_done("compare");
}
