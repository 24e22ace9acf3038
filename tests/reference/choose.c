/* The greedy choice: the rules of rank.h. */
#include "ref.h"

#include <stdlib.h>
#include <string.h>

#include "sent.h"
#include "store.h"

/* A summary that grows. */
typedef struct {
    pith_budget left; /* with percent as bytes */
    uint32_t sentences, rows, words, bytes;
    int learnt;       /* gains decide */
    int own;          /* no limit: it ends when no sentence adds enough */
    int brief;        /* its sentences must stand alone */
} summary;

static uint32_t at_most_255(uint32_t x) { return x < 255 ? x : 255; }

static int fits(const summary *c, const ref_sentence *s)
{
    return (!c->left.sentences || c->sentences < c->left.sentences) && (!c->left.rows || c->rows + at_most_255(s->rows) <= c->left.rows)
        && (!c->left.words || c->words + s->words <= c->left.words)
        && (!c->left.bytes || c->bytes + s->length + (c->sentences > 0) <= c->left.bytes);
}

static void join(summary *c, const ref_sentence *s)
{
    c->bytes += s->length + (c->sentences > 0);
    c->words += s->words;
    c->rows += at_most_255(s->rows);
    c->sentences++;
}

static int within(const ref_sentence *s, uint32_t from, uint32_t to)
{
    return s->offset >= from && (to == 0 || s->offset + s->length <= to);
}

static uint32_t worth(const ref_sentence *s) { return s->score + 65536 * (s->query < 3 ? s->query : 3); }

/* Fits into what is left, and text of the article; or `all` is. */
static int suits(const ref_sentence *s, const summary *c, int all)
{
    return fits(c, s) && (all || (!(s->flags & PI_REC_CREDIT) && s->nterms > 1 && s->words > 2));
}

/* The best candidate by the scores it has, the first of equal ones; NULL: none fits. */
static ref_sentence *best_of(ref_sentences *l, const summary *c, const char *out, const char *chosen, int all)
{
    ref_sentence *best = NULL;
    size_t i;

    for (i = 0; i < l->n; i++) {
        ref_sentence *s = &l->s[i];

        if (!out[i] && !chosen[i] && suits(s, c, all) && (!best || worth(s) > worth(best)))
            best = s;
    }
    return best;
}

/* The score of sentence i now. */
static uint32_t rate(const ref_sentences *l, size_t i, const ref_terms *t, const summary *c, const char *out, const char *chosen)
{
    const ref_sentence *s = &l->s[i];
    size_t before = i;
    long score;

    if (!c->learnt)
        return ref_plain(s, t, l->n);
    score = ref_gain(l, i, t, out, chosen, "core/model");
    if (s->flags & PI_SENT_HEADING)
        score -= 12288;
    while (before > 0 && out[before - 1])
        before--;
    if (c->brief && s->flags & (PI_REC_PRONOUN | PI_REC_CONNECT) && (before == 0 || !chosen[before - 1]))
        score -= 2000;
    return (uint32_t)(score < 1 ? 1 : score > 65535 ? 65535 : score);
}

/* The limits of a budget, what they mean for the way to choose. */
static summary begin(const pith_config *cfg, const pith_budget *b, uint32_t bytes)
{
    summary c = { *b, 0, 0, 0, 0, cfg->model != &pith_en_plain, 0, 0 };
    uint32_t to = b->to && b->to < bytes ? b->to : bytes, span = to > b->from ? to - b->from : 0;

    if (b->percent) {
        uint32_t limit = (uint32_t)((uint64_t)span * b->percent / 100);

        limit += limit == 0;
        if (!b->bytes || limit < b->bytes)
            c.left.bytes = limit;
    }
    if (c.left.bytes > span / 4 || b->words > span / 24)
        c.learnt = 0;
    if (!b->sentences && !b->rows && !b->words && !c.left.bytes) {
        c.own = c.learnt;
        if (!c.own)
            c.left.sentences = 3;
    }
    c.brief = c.own || b->rows || (b->sentences && b->sentences <= 6) || (c.left.bytes && c.left.bytes <= 1000)
        || (b->words && b->words <= 166);
    return c;
}

size_t ref_choose(ref_sentences *l, ref_terms *t, const pith_config *cfg, const pith_budget *b, uint32_t bytes, char *chosen, int *over)
{
    summary c = begin(cfg, b, bytes), all = c;
    char *out = ref_alloc(NULL, l->n), *range = ref_alloc(NULL, l->n); /* no records; out of the budget's range, too */
    char *fresh = ref_alloc(NULL, l->n);                               /* rated since the last choice */
    size_t i, k, records = 0, fair = 0;
    int whole = !c.own;

    for (i = 0; i < l->n; i++) {
        chosen[i] = fresh[i] = 0;
        out[i] = !within(&l->s[i], cfg->from, cfg->to);
        range[i] = out[i] || !within(&l->s[i], b->from, b->to);
        records += !out[i];
        if (out[i] || (!range[i] && !fits(&all, &l->s[i])))
            whole = 0;
        if (!range[i])
            join(&all, &l->s[i]);
    }
    for (i = 0; i < t->n; i++)
        t->e[i].covered = 0;
    *over = 0;
    for (k = 0; !c.left.sentences || k < c.left.sentences; k++) {
        ref_sentence *s;

        size_t sum = 0;

        for (i = 0; i < l->n; i++)
            if (!out[i] && !chosen[i] && (k % 63 == 0 || (records <= 128 && l->s[i].score / 256 + 20 >= fair))) {
                l->s[i].score = rate(l, i, t, &c, out, chosen);
                fresh[i] = 1;
                if (!range[i] && suits(&l->s[i], &c, whole))
                    sum += l->s[i].score;
            }
        if (k % 63 == 0 && records > 0)
            fair = sum / records / 256;
        if (records > 128) { /* what is better than the best before it, as it was rated, is rated anew */
            ref_sentence *best = NULL;

            for (i = 0; i < l->n; i++)
                if (!range[i] && !chosen[i] && suits(&l->s[i], &c, whole) && (!best || worth(&l->s[i]) > worth(best))) {
                    if (!fresh[i])
                        l->s[i].score = rate(l, i, t, &c, out, chosen);
                    fresh[i] = 1;
                    if (!best || worth(&l->s[i]) > worth(best))
                        best = &l->s[i];
                }
        }
        while ((s = best_of(l, &c, range, chosen, whole)) != NULL && !fresh[s - l->s]) {
            s->score = rate(l, (size_t)(s - l->s), t, &c, out, chosen);
            fresh[s - l->s] = 1;
        }
        if (!s && k == 0) {
            *over = 1;
            c.left.rows = 0;
            c.left.words = c.left.bytes = 0;
            c.left.sentences = 1;
            s = best_of(l, &c, range, chosen, 1);
        }
        if (!s || (c.own && k > 0 && s->query == 0 && s->score < 32768 + 16 * ref_threshold("core/model")))
            break;
        chosen[s - l->s] = 1;
        join(&c, s);
        for (i = 0; i < s->nterms; i++)
            ref_find(t, s->terms[i])->covered = 1;
        memset(fresh, 0, l->n);
    }
    free(out);
    free(range);
    free(fresh);
    return k;
}
