#include "same.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sent.h"
#include "state.h"
#include "word.h"

static void show_sentence(const char *who, uint32_t offset, uint32_t bytes, unsigned heading, unsigned score, unsigned count)
{
    fprintf(stderr, "    %-9s %lu + %lu%s, score %u, %u words: %.*s\n", who, (unsigned long)offset, (unsigned long)bytes,
            heading ? ", heading" : "", score, count, (int)(bytes < SHOWN ? bytes : SHOWN), input + offset);
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
        int got = pith_scan(p, input + *at, input_n - *at, &taken, found);

        *at += taken;
        if (got == PITH_MORE)
            return 1;
        if (*ended)
            return 0;
        if (*at == input_n) {
            pith_end(p);
            *ended = 1;
        }
    }
}

/* Reads the text sentence by sentence. */
int same_sentences(pith *p, const ref_sentences *want)
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
    fprintf(stderr,
            "    reference %lu + %lu: ordinal %lu words %lu flags %lx rows %lu query %lu names %lu numbers %lu stops %lu person %lu weight %lu",
            (unsigned long)r->offset, (unsigned long)r->length, (unsigned long)r->ordinal, (unsigned long)r->words,
            (unsigned long)r->flags, (unsigned long)r->rows, (unsigned long)r->query, (unsigned long)r->names, (unsigned long)r->numbers,
            (unsigned long)r->stops, (unsigned long)r->person, (unsigned long)r->weight);
    show_terms(r->terms, r->nterms);
}

static int is_wanted(const pith_config *cfg, const ref_sentence *s)
{
    return s->offset >= cfg->from && (cfg->to == 0 || s->offset + s->length <= cfg->to);
}

int same_records(const pith *p, const pith_config *cfg, const ref_sentences *want)
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

static void show_counts(const char *who, const pith_loss *l)
{
    fprintf(stderr, "    %-9s %lu bytes, %lu words, %lu sentences, %lu malformed, %lu cut words, %lu cut, %lu terms lost, %lu dropped\n", who,
            (unsigned long)l->bytes, (unsigned long)l->words, (unsigned long)l->sentences, (unsigned long)l->malformed,
            (unsigned long)l->cut_words, (unsigned long)l->cut, (unsigned long)l->terms, (unsigned long)l->dropped);
}

/* What the same text counts when it is read for names. */
static void count_by_names(pith_loss *got)
{
    static const pith_names_config cfg = { &pith_en, &pith_en_names_small, 0, 0, NULL };
    static pith_names p;
    const char *at = input;
    size_t left = input_n, taken;
    pith_item name;

    pith_names_init(&p, &cfg, NULL, 0);
    for (; pith_names_scan(&p, at, left, &taken, &name) == PITH_MORE; at += taken, left -= taken) { }
    pith_names_end(&p);
    while (pith_names_scan(&p, NULL, 0, &taken, &name) == PITH_MORE) { }
    pith_names_losses(&p, got);
}

int same_counts(const pith *p, const ref_text *r, const ref_tokens *t, const ref_sentences *s, int names)
{
    pith_loss got, want;
    size_t i;

    memset(&want, 0, sizeof want);
    want.bytes = (uint32_t)input_n;
    want.malformed = r->malformed;
    want.sentences = (uint32_t)s->n;
    for (i = 0; i < t->n; i++) {
        want.words += t->t[i].kind <= PI_TOK_LINK;
        want.cut_words += (t->t[i].flags & PI_TOK_CONT) != 0;
    }
    for (i = 0; i < s->n; i++)
        want.cut += (s->s[i].flags & PI_SENT_CUT) != 0;
    pith_losses(p, &got);
    if (memcmp(&got, &want, sizeof got) == 0 && names)
        count_by_names(&got);
    if (memcmp(&got, &want, sizeof got) == 0)
        return 1;
    show_counts("core", &got);
    show_counts("reference", &want);
    return 0;
}

int same_keywords(const pith *p, const ref_tokens *t, const ref_terms *terms)
{
    ref_keywords want = ref_forms(t);
    pith_item got;
    uint16_t i;

    for (i = 0; i < PITH_KEYWORDS_MAX; i++) {
        int there = pith_keyword(p, i, &got) == PITH_OK;
        const ref_keyword *k = &want.e[i];

        if (!there && i >= want.n)
            return 1;
        if (there && i < want.n && got.offset == k->at && got.length == k->length && got.score == (k->score < 4095 ? k->score * 16 : 65535)
            && got.count == ref_find(terms, k->term)->count && got.kind == PITH_KEYWORD && got.flags == 0)
            continue;
        if (there)
            fprintf(stderr, "    core      keyword %u: %lu + %lu, score %u, count %u\n", i, (unsigned long)got.offset,
                    (unsigned long)got.length, got.score, got.count);
        if (i < want.n)
            fprintf(stderr, "    reference keyword %u: %lu + %lu, score 16 * %lu\n", i, (unsigned long)k->at, (unsigned long)k->length,
                    (unsigned long)k->score);
        return 0;
    }
    return 1;
}

/* Is the text of a sentence kept, if any is? */
static int same_kept(const pith *p, const pith_config *cfg, const pith_item *s)
{
    char got[PITH_SENTENCE_MAX];
    int n = pith_text(p, s, got, sizeof got);

    return cfg->keep ? n == (int)s->length && memcmp(got, input + s->offset, s->length) == 0 : n == PITH_E_SPACE;
}

static void show_budget(const pith_config *cfg, const pith_budget *b)
{
    fprintf(stderr, "    columns %u, from %lu to %lu; %u sentences, %u rows, %lu words, %lu bytes, %u percent, from %lu to %lu\n", cfg->columns,
            (unsigned long)cfg->from, (unsigned long)cfg->to, b->sentences, b->rows, (unsigned long)b->words, (unsigned long)b->bytes,
            b->percent, (unsigned long)b->from, (unsigned long)b->to);
}

int same_choice(pith *p, const pith_config *cfg, const pith_budget *b, ref_sentences *l, ref_terms *terms)
{
    char *chosen = ref_alloc(NULL, l->n);
    pith_item s;
    int over, same = 1;
    size_t i;
    uint16_t k = 0;

    ref_choose(l, terms, cfg, b, (uint32_t)input_n, chosen, &over);
    while (pith_select(p, b) == PITH_MORE) { }
    for (i = 0; i < l->n && same; i++) {
        if (!chosen[i])
            continue;
        same = pith_sentence(p, k, &s) == PITH_OK && same_item(&s, &l->s[i]) && !(s.flags & PITH_OVER) == !over && same_kept(p, cfg, &s);
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
