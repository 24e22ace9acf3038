/* The core against the reference, on random texts and on every short text of some signs.
 *
 * usage: compare [ROUNDS [SEED [SIGNS]]]      A failure prints the text, what both make of it, and what repeats it. SIGNS: of
 * the short texts, 0 to 6; 4 when there is no other argument, else 0. */
#include <stdlib.h>

#include "check.h"
#include "pith.h"
#include "ref.h"
#include "sent.h"
#include "state.h"
#include "texts.h"
#include "word.h"

enum { ROOM = 4000, SHOWN = 300, CELLS = 1 << 18, CELLS_FEW = 4096 };

static char text[ROOM];
static size_t length;
static pith_cell work[CELLS];
static unsigned long skipped; /* texts that could not be compared to the end */
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

static void show_sentence(const char *who, uint32_t offset, uint32_t bytes, unsigned heading, unsigned score, unsigned count)
{
    fprintf(stderr, "    %-9s %lu + %lu%s, score %u, %u words: %.*s\n", who, (unsigned long)offset, (unsigned long)bytes,
            heading ? ", heading" : "", score, count, (int)(bytes < SHOWN ? bytes : SHOWN), text + offset);
}

static void show_item(const pith_item *s) { show_sentence("core", s->offset, s->length, s->flags & PITH_HEADING, s->score, s->count); }

static void show_wanted(const ref_sentence *s)
{
    show_sentence("reference", s->offset, s->length, s->flags & PI_SENT_HEADING, s->score, s->words);
}

/* Is what the core found this sentence? */
static int same_item(const pith_item *s, const ref_sentence *r)
{
    return s->offset == r->offset && s->length == r->length && s->score == r->score && s->count == r->words && s->kind == PITH_SENTENCE
        && !(s->flags & PITH_HEADING) == !(r->flags & PI_SENT_HEADING);
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

/* Reads the text sentence by sentence. */
static int same_sentences(pith *p, const ref_sentences *want)
{
    pith_item s;
    size_t at = 0, i;
    int ended = 0;

    for (i = 0; next_sentence(p, &at, &ended, &s); i++)
        if (i == want->n || !same_item(&s, &want->s[i])) {
            show_item(&s);
            if (i < want->n)
                show_wanted(&want->s[i]);
            return 0;
        }
    if (i < want->n)
        show_wanted(&want->s[i]);
    return i == want->n;
}

static uint32_t byte(uint32_t x) { return x < 255 ? x : 255; }

/* Does the core's record tell the same of the sentence? */
static int same_record(const pi_rec *c, const ref_sentence *r)
{
    return c->offset == r->offset && c->length == r->length && c->ordinal == r->ordinal && c->words == r->words && c->flags == r->flags
        && c->rows == byte(r->rows) && c->query == byte(r->query) && c->names == byte(r->names) && c->numbers == byte(r->numbers)
        && c->stops == byte(r->stops) && c->person == byte(r->person) && c->weight == r->weight && c->nterms == r->nterms
        && memcmp(c->terms, r->terms, r->nterms * sizeof *r->terms) == 0;
}

static void show_terms(const uint16_t *terms, unsigned n)
{
    unsigned i;

    fputs(" terms", stderr);
    for (i = 0; i < n; i++)
        fprintf(stderr, " %x", terms[i]);
    fputc('\n', stderr);
}

static void show_record(const pi_rec *c, const ref_sentence *r)
{
    fprintf(stderr, "    core      %lu + %u: ordinal %u words %u flags %x rows %u query %u names %u numbers %u stops %u person %u weight %u",
            (unsigned long)c->offset, c->length, c->ordinal, c->words, c->flags, c->rows, c->query, c->names, c->numbers, c->stops,
            c->person, c->weight);
    show_terms(c->terms, c->nterms);
    fprintf(stderr, "    reference %lu + %lu: ordinal %lu words %lu flags %lx rows %lu query %lu names %lu numbers %lu stops %lu person %lu weight %lu",
            (unsigned long)r->offset, (unsigned long)r->length, (unsigned long)r->ordinal, (unsigned long)r->words,
            (unsigned long)r->flags, (unsigned long)r->rows, (unsigned long)r->query, (unsigned long)r->names, (unsigned long)r->numbers,
            (unsigned long)r->stops, (unsigned long)r->person, (unsigned long)r->weight);
    show_terms(r->terms, r->nterms);
}

static int is_wanted(const pith_config *cfg, const ref_sentence *s)
{
    return s->offset >= cfg->from && (cfg->to == 0 || s->offset + s->length <= cfg->to);
}

static int same_records(const pith *p, const pith_config *cfg, const ref_sentences *want)
{
    pi_view v;
    size_t i = 0;
    uint16_t at;

    pi_view_of(&v, p);
    for (at = v.c->store.head; at != PI_NIL; at = v.k.tab.rec[at].next, i++) {
        while (i < want->n && !is_wanted(cfg, &want->s[i]))
            i++;
        if (i == want->n || !same_record(&v.k.tab.rec[at], &want->s[i])) {
            if (i < want->n)
                show_record(&v.k.tab.rec[at], &want->s[i]);
            return 0;
        }
    }
    while (i < want->n && !is_wanted(cfg, &want->s[i]))
        i++;
    return i == want->n;
}

static int same_counts(const pith *p, const ref_text *r, const ref_tokens *t, const ref_sentences *s)
{
    pith_loss got, want;
    size_t i;

    memset(&want, 0, sizeof want);
    want.bytes = (uint32_t)length;
    want.malformed = r->malformed;
    want.sentences = (uint32_t)s->n;
    for (i = 0; i < t->n; i++) {
        want.words += t->t[i].kind <= PI_TOK_LINK;
        want.cut_words += (t->t[i].flags & PI_TOK_CONT) != 0;
    }
    for (i = 0; i < s->n; i++)
        want.cut += (s->s[i].flags & PI_SENT_CUT) != 0;
    pith_losses(p, &got);
    if (memcmp(&got, &want, sizeof got) == 0)
        return 1;
    fprintf(stderr, "    core      %lu bytes, %lu words, %lu sentences, %lu malformed, %lu cut words, %lu cut, %lu terms lost, %lu dropped\n"
            "    reference %lu bytes, %lu words, %lu sentences, %lu malformed, %lu cut words, %lu cut\n",
            (unsigned long)got.bytes, (unsigned long)got.words, (unsigned long)got.sentences, (unsigned long)got.malformed,
            (unsigned long)got.cut_words, (unsigned long)got.cut, (unsigned long)got.terms, (unsigned long)got.dropped,
            (unsigned long)want.bytes, (unsigned long)want.words, (unsigned long)want.sentences, (unsigned long)want.malformed,
            (unsigned long)want.cut_words, (unsigned long)want.cut);
    return 0;
}

static void show_budget(const pith_config *cfg, const pith_budget *b)
{
    fprintf(stderr, "    columns %u, from %lu to %lu; %u sentences, %u rows, %lu words, %lu bytes, %u percent, from %lu to %lu\n", cfg->columns,
            (unsigned long)cfg->from, (unsigned long)cfg->to, b->sentences, b->rows, (unsigned long)b->words, (unsigned long)b->bytes,
            b->percent, (unsigned long)b->from, (unsigned long)b->to);
}

static int same_choice(pith *p, const pith_config *cfg, const pith_budget *b, ref_sentences *l, ref_terms *terms)
{
    char *chosen = ref_alloc(NULL, l->n);
    pith_item s;
    int over, same = 1;
    size_t i;
    uint16_t k = 0;

    ref_choose(l, terms, cfg, b, (uint32_t)length, chosen, &over);
    while (pith_select(p, b) == PITH_MORE) { }
    for (i = 0; i < l->n && same; i++) {
        if (!chosen[i])
            continue;
        same = pith_sentence(p, k, &s) == PITH_OK && same_item(&s, &l->s[i]) && !(s.flags & PITH_OVER) == !over;
        if (!same)
            show_wanted(&l->s[i]);
        if (!same && pith_sentence(p, k, &s) == PITH_OK)
            show_item(&s);
        k++;
    }
    if (same && pith_sentence(p, k, &s) == PITH_OK) {
        same = 0;
        show_item(&s);
    }
    if (!same)
        show_budget(cfg, b);
    free(chosen);
    return same;
}

/* Limits of a selection, any of them. */
static void draw_budget(gen_rng *rng, const pith_config *cfg, pith_budget *b)
{
    uint32_t n = (uint32_t)length + 1;

    memset(b, 0, sizeof *b);
    if (gen_below(rng, 2))
        b->sentences = (uint16_t)(1 + gen_below(rng, 8));
    if (gen_below(rng, 4) == 0)
        b->words = 1 + gen_below(rng, 100);
    if (gen_below(rng, 4) == 0)
        b->bytes = 1 + gen_below(rng, n);
    if (gen_below(rng, 4) == 0)
        b->percent = (uint8_t)(1 + gen_below(rng, 100));
    if (cfg->columns && gen_below(rng, 2))
        b->rows = (uint16_t)(1 + gen_below(rng, 30));
    if (gen_below(rng, 6) == 0) {
        b->from = gen_below(rng, n);
        b->to = gen_below(rng, 2) ? b->from + gen_below(rng, n) : 0;
    }
}

static void draw_config(gen_rng *rng, pith_config *cfg)
{
    uint32_t n = (uint32_t)length + 1;

    memset(cfg, 0, sizeof *cfg);
    if (gen_below(rng, 2))
        cfg->columns = (uint16_t)(1 + gen_below(rng, 60));
    if (gen_below(rng, 8) == 0) {
        cfg->from = gen_below(rng, n);
        cfg->to = gen_below(rng, 2) ? cfg->from + gen_below(rng, n) : 0;
    }
}

static const char *const queries[] = { "", "", "harbour", "boats Brown", "The said HARBOUR's 2019", "a of", "a@b.org, minister minister" };

/* Counts and choices with one of the models. */
static void compare_summaries(gen_rng *rng, const ref_text *r, ref_tokens *t, ref_sentences *s, const pith_model *model)
{
    static pith p;
    const char *asked = queries[gen_below(rng, sizeof queries / sizeof *queries)];
    ref_text q = ref_decode((const uint8_t *)asked, strlen(asked));
    ref_tokens query = ref_cut(&q);
    ref_terms terms;
    pith_config cfg;
    pith_budget b;
    unsigned i;

    draw_config(rng, &cfg);
    cfg.model = model;
    ref_know(t, "core/model", model != &pith_en_plain);
    ref_know(&query, "core/model", model != &pith_en_plain);
    terms = ref_count(s, t, cfg.columns, &query);
    CHECK(pith_init(&p, &cfg, work, length < 20 ? CELLS_FEW : CELLS) == PITH_OK && pith_query(&p, asked, strlen(asked)) == PITH_OK);
    if (!CHECK(same_sentences(&p, s)) || !CHECK(same_records(&p, &cfg, s)) || !CHECK(same_counts(&p, r, t, s)))
        show_text();
    for (i = 0; i < 3 && model == &pith_en_plain; i++) {
        draw_budget(rng, &cfg, &b);
        if (!CHECK(same_choice(&p, &cfg, &b, s, &terms)))
            show_text();
    }
    free(terms.e);
    ref_tokens_free(&query);
    ref_text_free(&q);
}

/* Do two words share a hash? Then the core takes one for the other: see known.h. */
static int ambiguous(const ref_tokens *t)
{
    size_t i, k;

    for (i = 0; i < t->n; i++)
        for (k = 0; k < i && t->t[i].kind <= PI_TOK_LINK; k++)
            if (t->t[i].hash == t->t[k].hash && t->t[k].kind <= PI_TOK_LINK
                && (t->t[i].n != t->t[k].n || memcmp(t->t[i].folded, t->t[k].folded, t->t[i].n) != 0))
                return 1;
    return 0;
}

static void compare(gen_rng *rng)
{
    ref_text r = ref_decode((const uint8_t *)text, length);
    ref_tokens t = ref_cut(&r);
    ref_sentences s;

    if (!CHECK(same_tokens(&r, &t)))
        show_text();
    ref_know(&t, "core/model", 0);
    s = ref_split(&t, PITH_SENTENCE_MAX);
    if (ambiguous(&t))
        skipped++;
    else
        compare_summaries(rng, &r, &t, &s, gen_below(rng, 2) ? &pith_en : &pith_en_plain);
    free(s.s);
    ref_tokens_free(&t);
    ref_text_free(&r);
}

/* All texts of n signs. */
static void every_text(unsigned n)
{
    unsigned long i, all = 1;
    unsigned k;
    gen_rng rng = { 1 };

    for (k = 0; k < n; k++)
        all *= TEXT_SIGNS;
    seed = 0;
    for (i = 0; i < all; i++) {
        length = text_signs(i, n, text);
        compare(&rng);
    }
}

int main(int argc, char **argv)
{
    unsigned long rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : 2000, i;
    uint32_t first = (uint32_t)(argc > 2 ? strtoul(argv[2], NULL, 10) : 1);
    gen_rng rng;
    int kind;

    for (i = 0; i < rounds && check_failed < 20; i++) {
        seed = rng.x = first + (uint32_t)i;
        length = 200 + gen_below(&rng, ROOM - 200); /* a statement each: compilers order what is in one as they like */
        kind = (int)gen_below(&rng, GEN_KINDS);
        if (seed % 3 == 0)
            length = text_soup(&rng, text, ROOM);
        else if (seed % 3 == 1)
            length = text_prose(&rng, text, ROOM);
        else
            length = gen_text(&rng, kind, text, length);
        compare(&rng);
    }
    every_text(argc > 3 ? (unsigned)strtoul(argv[3], NULL, 10) : argc > 1 ? 0 : 4);
    if (skipped)
        printf("compare: %lu texts have two words of one hash\n", skipped);
    return check_done("compare");
}
