/* The plain score and the greedy choice by it: the rules of rank.h. */
#include "ref.h"

#include <stdlib.h>
#include <string.h>

#include "sent.h"
#include "store.h"

/* Weights of en_plain.c. */
enum { LEAD = 67, EARLY = 60, SALIENCE = 27, RECUR = 80, COVERED = 20, SHORT = -128, LONG = -72, DANGLING = 3, HEADING = -90,
       CREDIT = -128, QUOTE = -25, QUESTION = -60, NAMES = 8, NUMBER = 7, QUERY = 127 };

static long most(unsigned long x, long limit) { return x < (unsigned long)limit ? (long)x : limit; }

/* Occurrences damped: see pi_terms_damp. */
static uint32_t damped(uint32_t count)
{
    uint32_t doubled = 0;

    if (count > 65535)
        count = 65535;
    for (; count >= 16; doubled++)
        count /= 2;
    return count + 8 * doubled;
}

static ref_term *find(const ref_terms *l, uint32_t term)
{
    size_t i;

    for (i = 0; i < l->n; i++)
        if (l->e[i].term == term)
            return &l->e[i];
    return NULL;
}

uint32_t ref_plain(const ref_sentence *s, const ref_terms *t, size_t sentences)
{
    unsigned long fresh = 0, recur = 0, covered = 0, divisor = sentences < 128 ? 4 : sentences < 512 ? 8 : sentences < 2048 ? 16 : 32;
    long sum = 16384, lead = sentences <= 160 ? 255 : (long)(255 * 160 / sentences);
    size_t i;

    for (i = 0; i < s->nterms; i++) {
        const ref_term *e = find(t, s->terms[i]);
        uint32_t salience = damped(e->count) * (e->rarity + 1);

        if (e->covered) {
            covered++;
        } else {
            fresh += salience;
            recur += e->count > 1 ? salience : 0;
        }
    }
    if (s->ordinal < 32) {
        sum += LEAD * (lead / (long)(1 + s->ordinal));
        sum += EARLY * (lead * (long)(32 - s->ordinal) / 32);
    }
    sum += SALIENCE * most(fresh / divisor, 255);
    sum += RECUR * most(recur / divisor, 255);
    if (s->nterms)
        sum += COVERED * (long)(255 * covered / s->nterms);
    if (s->words < 8)
        sum += SHORT * 31 * (long)(8 - s->words);
    if (s->words > 30)
        sum += LONG * most((s->words - 30) * 6, 255);
    sum += s->flags & (PI_REC_PRONOUN | PI_REC_CONNECT) ? DANGLING * 255 : 0;
    sum += s->flags & PI_SENT_HEADING ? HEADING * 255 : 0;
    sum += s->flags & PI_REC_CREDIT ? CREDIT * 255 : 0;
    sum += s->flags & PI_SENT_QUOTE ? QUOTE * 255 : 0;
    sum += s->flags & PI_SENT_QUESTION ? QUESTION * 255 : 0;
    sum += NAMES * most(32 * (unsigned long)s->names, 255);
    sum += s->numbers ? NUMBER * 255 : 0;
    sum += s->query ? QUERY * most(191 + 64 * s->query, 255) : 0;
    return (uint32_t)(sum < 1 ? 1 : sum > 65535 ? 65535 : sum);
}

/* A summary that grows. */
typedef struct {
    pith_budget left; /* with percent as bytes */
    uint32_t sentences, rows, words, bytes;
} summary;

static int fits(const summary *c, const ref_sentence *s)
{
    return (!c->left.sentences || c->sentences < c->left.sentences) && (!c->left.rows || c->rows + most(s->rows, 255) <= c->left.rows)
        && (!c->left.words || c->words + s->words <= c->left.words)
        && (!c->left.bytes || c->bytes + s->length + (c->sentences > 0) <= c->left.bytes);
}

static void join(summary *c, const ref_sentence *s)
{
    c->bytes += s->length + (c->sentences > 0);
    c->words += s->words;
    c->rows += (uint32_t)most(s->rows, 255);
    c->sentences++;
}

static int within(const ref_sentence *s, uint32_t from, uint32_t to)
{
    return s->offset >= from && (to == 0 || s->offset + s->length <= to);
}

static uint32_t worth(const ref_sentence *s) { return s->score + 65536 * (uint32_t)most(s->query, 3); }

/* The best candidate by the scores it has, the first of equal ones; NULL: none fits. */
static ref_sentence *best_of(ref_sentences *l, const summary *c, const char *out, int all)
{
    ref_sentence *best = NULL;
    size_t i;

    for (i = 0; i < l->n; i++) {
        ref_sentence *s = &l->s[i];

        if (out[i] || !fits(c, s) || (!all && (s->flags & PI_REC_CREDIT || s->nterms < 2 || s->words < 3)))
            continue;
        if (!best || worth(s) > worth(best))
            best = s;
    }
    return best;
}

size_t ref_choose(ref_sentences *l, ref_terms *t, const pith_config *cfg, const pith_budget *b, uint32_t bytes, char *chosen, int *over)
{
    summary c = { *b, 0, 0, 0, 0 }, all;
    uint32_t to = b->to && b->to < bytes ? b->to : bytes, span = to > b->from ? to - b->from : 0;
    char *out = ref_alloc(NULL, l->n), *fresh = ref_alloc(NULL, l->n); /* no candidates, or chosen; rated since the last choice */
    size_t i, k, candidates = 0;
    int whole = 1;

    if (b->percent) {
        uint32_t limit = (uint32_t)((uint64_t)span * b->percent / 100);

        limit += limit == 0;
        if (!b->bytes || limit < b->bytes)
            c.left.bytes = limit;
    }
    if (!b->sentences && !b->rows && !b->words && !c.left.bytes)
        c.left.sentences = 3;
    all = c;
    for (i = 0; i < l->n; i++) {
        chosen[i] = 0;
        out[i] = !within(&l->s[i], cfg->from, cfg->to);
        whole &= !out[i];
        candidates += !out[i];
        out[i] |= !within(&l->s[i], b->from, b->to);
        if (!out[i] && !fits(&all, &l->s[i]))
            whole = 0;
        if (!out[i])
            join(&all, &l->s[i]);
    }
    for (i = 0; i < t->n; i++)
        t->e[i].covered = 0;
    *over = 0;
    memset(fresh, 0, l->n);
    for (k = 0; !c.left.sentences || k < c.left.sentences; k++) {
        ref_sentence *s;

        for (i = 0; i < l->n; i++)
            if (!out[i] && (candidates <= 128 || k % 63 == 0)) {
                l->s[i].score = ref_plain(&l->s[i], t, l->n);
                fresh[i] = 1;
            }
        while ((s = best_of(l, &c, out, whole || *over)) != NULL && !fresh[s - l->s]) {
            s->score = ref_plain(s, t, l->n);
            fresh[s - l->s] = 1;
        }
        if (!s && k == 0 && !*over) {
            *over = 1;
            c.left.rows = 0;
            c.left.words = c.left.bytes = 0;
            c.left.sentences = 1;
            s = best_of(l, &c, out, 1);
        }
        if (!s)
            break;
        chosen[s - l->s] = out[s - l->s] = 1;
        join(&c, s);
        for (i = 0; i < s->nterms; i++)
            find(t, s->terms[i])->covered = 1;
        memset(fresh, 0, l->n);
    }
    free(out);
    free(fresh);
    return k;
}
