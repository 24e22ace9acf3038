#include "rank_docs.h"

#include <stdio.h>
#include <stdlib.h>

#include "jsonl.h"

/* After the byline "By. Some One for MailOnline." the lines that go with it: "And Reuters.", "Follow @@ name.". */
static const char *skip_byline(const char *s)
{
    static const char *const with[] = { "And ", "Follow ", "Updated", "PUBLISHED", "Published", "Created", "UPDATED" };
    size_t i;
    const char *dot;

    if (strncmp(s, "By. ", 4) != 0)
        return s;
    s += 4;
    for (;;) {
        dot = strstr(s, ". ");
        if (!dot || dot - s > 80)
            return s;
        s = dot + 2;
        if (*s >= '0' && *s <= '9')
            continue;
        for (i = 0; i < sizeof with / sizeof *with && strncmp(s, with[i], strlen(with[i])) != 0; i++) {
        }
        if (i == sizeof with / sizeof *with)
            return s;
    }
}

void rank_load(rank_docs *d, const char *path, unsigned first, unsigned step, unsigned cnn)
{
    size_t room = 0;
    unsigned long row = 0, of_cnn = 0;
    jsonl j;
    int got;

    memset(d, 0, sizeof *d);
    if (jsonl_open(&j, path)) {
        fprintf(stderr, "cannot open %s\n", path);
        exit(1);
    }
    while ((got = jsonl_next(&j)) > 0) {
        char *text, *summary, *src;
        int skip;
        const char *from;

        if (row++ % step != first)
            continue;
        src = jsonl_string(&j, "src");
        skip = src && strcmp(src, "cnn") == 0 && of_cnn++ % cnn != 0;
        free(src);
        if (skip)
            continue;
        text = jsonl_string(&j, "text");
        summary = jsonl_string(&j, "summary");
        if (!text || !summary || !*text) {
            free(text);
            free(summary);
            continue;
        }
        if (d->n == room) {
            room = 2 * room + 1024;
            d->doc = lab_realloc(d->doc, room * sizeof *d->doc);
        }
        from = skip_byline(text);
        memmove(text, from, strlen(from) + 1);
        d->doc[d->n].text = text;
        d->doc[d->n].length = strlen(text);
        d->doc[d->n++].summary = summary;
    }
    if (got < 0 || jsonl_close(&j)) {
        fprintf(stderr, "%s: row %lu is not read\n", path, j.row);
        exit(1);
    }
}

/* Number of a stem or pair among those of the reference, or NONE. */
enum { NONE = 0xFFFF };

static struct {
    uint16_t *slot; /* of a stem's number */
    size_t size;
} stems;

static uint16_t slot_of(uint32_t stem) { return stem < stems.size ? stems.slot[stem] : NONE; }

static void set_slot(uint32_t stem, uint16_t slot)
{
    if (stem >= stems.size) {
        size_t i = stems.size;

        stems.size = 2 * (size_t)stem + 1024;
        stems.slot = lab_realloc(stems.slot, stems.size * sizeof *stems.slot);
        for (; i < stems.size; i++)
            stems.slot[i] = NONE;
    }
    stems.slot[stem] = slot;
}

/* The pairs of the reference, in the order in which they were met. */
static uint32_t pair_key[RANK_SENTENCES];
static size_t pair_count;

static uint16_t pair_of(uint16_t a, uint16_t b)
{
    uint32_t key = (uint32_t)a << 16 | b;
    size_t i;

    if (a == NONE || b == NONE)
        return NONE;
    for (i = 0; i < pair_count && pair_key[i] != key; i++) {
    }
    return i < pair_count ? (uint16_t)i : NONE;
}

/* What the reference has, in want[]. */
static void read_reference(rank_text *t, const rouge_text *ref)
{
    size_t i, n = ref->words < RANK_SENTENCES ? ref->words : RANK_SENTENCES;
    uint16_t count = 0, before = NONE;

    memset(t->want, 0, sizeof t->want);
    pair_count = 0;
    t->nref = n;
    t->npairs = n ? n - 1 : 0;
    for (i = 0; i < n; i++) {
        uint16_t s = slot_of(ref->word[i]), p;

        if (s == NONE)
            set_slot(ref->word[i], s = count++);
        t->want[0][s]++;
        if (i > 0) {
            p = pair_of(before, s);
            if (p == NONE) {
                p = (uint16_t)pair_count;
                pair_key[pair_count++] = (uint32_t)before << 16 | s;
            }
            t->want[1][p]++;
        }
        before = s;
    }
}

static void read_sentence(rank_text *t, size_t i, const char *s, size_t n)
{
    rouge_text r;
    size_t k, w = t->from[i], p = t->pair_from[i];
    uint16_t before = NONE;

    rouge_read(&r, s, n);
    if (w + r.words > t->room || p + r.words > t->room) {
        t->room = 2 * (t->room + r.words);
        t->word = lab_realloc(t->word, t->room * sizeof *t->word);
        t->pair = lab_realloc(t->pair, t->room * sizeof *t->pair);
    }
    for (k = 0; k < r.words; k++) {
        uint16_t a = slot_of(r.word[k]), b = pair_of(before, a);

        if (a != NONE)
            t->word[w++] = a;
        if (b != NONE)
            t->pair[p++] = b;
        before = a;
    }
    t->words[i] = r.words;
    t->from[i + 1] = w;
    t->pair_from[i + 1] = p;
    rouge_free(&r);
}

void rank_read(rank_text *t, const rank_doc *doc, const pith_model *m, pith_cell *work, size_t cells, int score)
{
    pith_config cfg;
    rouge_text ref;
    uint16_t i;
    size_t k;

    memset(&cfg, 0, sizeof cfg);
    cfg.model = m;
    cfg.flags = PITH_NO_KEYWORDS;
    t->doc = doc;
    if (pith_init(&t->p, &cfg, work, cells) || pith_feed(&t->p, doc->text, doc->length) || pith_end(&t->p)) {
        fputs("the core refuses a text\n", stderr);
        exit(1);
    }
    if (pi_view_of(&t->v, &t->p) != PITH_OK)
        exit(1);
    while (t->v.c->sel.phase != PI_SEL_SCORE)
        pith_select(&t->p, NULL);
    t->n = 0;
    for (i = t->v.c->store.head; i != PI_NIL && t->n < RANK_SENTENCES; i = t->v.k.tab.rec[i].next)
        t->rec[t->n++] = i;
    t->chosen_words = t->chosen = t->hits[0] = t->hits[1] = 0;
    memset(t->have, 0, sizeof t->have);
    if (!score)
        return;
    rouge_read(&ref, doc->summary, strlen(doc->summary));
    read_reference(t, &ref);
    t->from[0] = t->pair_from[0] = 0;
    for (k = 0; k < t->n; k++) {
        const pi_rec *r = &t->v.k.tab.rec[t->rec[k]];

        read_sentence(t, k, doc->text + r->offset, r->length);
    }
    for (k = 0; k < t->nref; k++)
        set_slot(ref.word[k], NONE);
    rouge_free(&ref);
}

static double f1(size_t hits, size_t nref, size_t n) { return hits ? 2.0 * (double)hits / (double)(nref + n) : 0; }

static double score(const rank_text *t, size_t hits1, size_t hits2, size_t words)
{
    return f1(hits1, t->nref, words) + f1(hits2, t->npairs, words ? words - 1 : 0);
}

static size_t new_hits(const rank_text *t, int n, const uint16_t *list, size_t count, uint16_t *have)
{
    size_t k, hits = 0;

    for (k = 0; k < count; k++)
        hits += have[list[k]]++ < t->want[n][list[k]];
    return hits;
}

double rank_gain(const rank_text *ct, size_t i)
{
    rank_text *t = (rank_text *)(uintptr_t)ct; /* have[] is put back */
    const uint16_t *w = t->word + t->from[i], *p = t->pair + t->pair_from[i];
    size_t nw = t->from[i + 1] - t->from[i], np = t->pair_from[i + 1] - t->pair_from[i], k;
    size_t h1 = new_hits(t, 0, w, nw, t->have[0]), h2 = new_hits(t, 1, p, np, t->have[1]);

    for (k = 0; k < nw; k++)
        t->have[0][w[k]]--;
    for (k = 0; k < np; k++)
        t->have[1][p[k]]--;
    return score(t, t->hits[0] + h1, t->hits[1] + h2, t->chosen_words + t->words[i])
        - score(t, t->hits[0], t->hits[1], t->chosen_words);
}

void rank_take(rank_text *t, size_t i)
{
    t->hits[0] += new_hits(t, 0, t->word + t->from[i], t->from[i + 1] - t->from[i], t->have[0]);
    t->hits[1] += new_hits(t, 1, t->pair + t->pair_from[i], t->pair_from[i + 1] - t->pair_from[i], t->have[1]);
    t->chosen_words += t->words[i];
    t->chosen++;
    pi_rank_choose(&t->v.k, t->rec[i]);
}

char *rank_summary(const rank_text *t)
{
    char *s = lab_alloc(t->doc->length + RANK_SENTENCES + 1), *to = s;
    pith_item item;
    uint16_t i;
    uint32_t k;

    for (i = 0; pith_sentence(&t->p, i, &item) == PITH_OK; i++) {
        for (k = 0; k < item.length; k++) {
            char c = t->doc->text[item.offset + k];

            *to++ = c == '\n' ? ' ' : c;
        }
        *to++ = '\n';
    }
    *to = 0;
    return s;
}

rouge_score rank_measure(const rank_docs *d, const pith_model *m, pith_cell *work, size_t cells, uint16_t sentences, double *length)
{
    static rank_text t;
    pith_budget b = { 0, 0, 0, 0, 0, 0, 0 };
    rouge_score all = { 0, 0, 0 };
    size_t i;

    b.sentences = sentences;
    *length = 0;
    for (i = 0; i < d->n; i++) {
        rouge_text ref, hyp;
        rouge_score one;
        char *s;

        rank_read(&t, &d->doc[i], m, work, cells, 0);
        t.v.c->sel.phase = PI_SEL_NONE;
        while (pith_select(&t.p, &b) == PITH_MORE) {
        }
        *length += t.v.c->sel.sentences;
        s = rank_summary(&t);
        rouge_read(&ref, d->doc[i].summary, strlen(d->doc[i].summary));
        rouge_read(&hyp, s, strlen(s));
        one = rouge_compare(&ref, &hyp);
        all.r1 += 100 * one.r1 / (double)d->n;
        all.r2 += 100 * one.r2 / (double)d->n;
        all.lsum += 100 * one.lsum / (double)d->n;
        rouge_free(&ref);
        rouge_free(&hyp);
        free(s);
    }
    *length /= (double)d->n;
    return all;
}
