/* The gauges of a candidate, and the gain that the learnt tables tell from them: gauge.h and gain.h. */
#include "ref.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gauge.h"
#include "sent.h"

static const char *const name[PI_GAUGES] = {
    "ordinal", "place", "to-end", "words", "content", "stops", "names", "numbers", "opening", "talk", "weight", "person", "letters", "rarity",
    "recur", "mean", "top", "often", "spread", "first", "lead-mass", "head", "new", "next", "next-words", "prev-words", "chosen",
    "chosen-words", "fresh", "fresh-recur", "fresh-terms", "fresh-named", "fresh-spread", "covered", "top-fresh", "before",
    "doc-length", "doc-words", "doc-names", "doc-person", "doc-quotes", "doc-heads", "doc-types"
};

/* A table adds value[level of the first gauge][level of the second]. */
enum { LEVELS = 16 };
typedef struct {
    unsigned first, second;
    long value[LEVELS][LEVELS];
} table;

static table *tables;
static size_t ntables;
static long edge[PI_GAUGES][LEVELS], threshold; /* edges are below 0 where there are no more */

static unsigned gauge_of(const char *s)
{
    unsigned i;

    for (i = 0; i < PI_GAUGES; i++)
        if (strcmp(name[i], s) == 0)
            return i;
    fprintf(stderr, "en.rank: gauge %s is not known\n", s);
    exit(1);
}

static void read_numbers(char *s, long *to)
{
    unsigned n = 0;

    for (s = strtok(s, " \n"); s && n < LEVELS; s = strtok(NULL, " \n"))
        to[n++] = strtol(s, NULL, 10);
}

static void read_line(char *line)
{
    static unsigned row;
    char a[50], b[50];
    int at = 0;

    if (sscanf(line, "threshold %ld", &threshold) == 1 || line[0] == '#')
        return;
    if (sscanf(line, "gauge %49s %n", a, &at) == 1) {
        read_numbers(line + at, edge[gauge_of(a)]);
    } else if (sscanf(line, "table %49s %49s", a, b) == 2) {
        tables = ref_grow(tables, ntables, sizeof *tables);
        memset(&tables[ntables], 0, sizeof *tables);
        tables[ntables].first = gauge_of(a);
        tables[ntables++].second = gauge_of(b);
        row = 0;
    } else if (line[0] == ' ' && row < LEVELS) {
        read_numbers(line, tables[ntables - 1].value[row++]);
    }
}

static void read_tables(const char *dir)
{
    char path[1000], line[1000];
    FILE *f;

    if (ntables)
        return;
    memset(edge, -1, sizeof edge);
    snprintf(path, sizeof path, "%s/en.rank", dir);
    f = fopen(path, "r");
    if (!f) {
        perror(path);
        exit(1);
    }
    while (fgets(line, sizeof line, f))
        read_line(line);
    fclose(f);
}

static long byte(long x) { return x < 0 ? 0 : x < 255 ? x : 255; }

/* What the text as a whole has. */
typedef struct {
    long mass, types, records;
    uint32_t top; /* level of the terms at the top */
} whole;

static uint32_t level_of(const ref_term *e) { return ref_damped(ref_salience(e)) / 4; }

static whole measure(const ref_sentences *l, const ref_terms *t, const char *out)
{
    whole w = { 0, (long)t->n, 0, 18 };
    size_t i, n;

    for (i = 0; i < l->n; i++)
        w.records += !out[i];
    for (i = 0; i < t->n; i++)
        w.mass += (long)ref_salience(&t->e[i]);
    for (; w.top > 0; w.top--) {
        for (i = n = 0; i < t->n; i++)
            n += level_of(&t->e[i]) >= w.top - 1;
        if (n > 20)
            break;
    }
    return w;
}

/* Share of the mass, in 1/1024. */
static long share(const whole *w, long salience) { return (salience * ((1L << 26) / (w->mass ? w->mass : 1))) >> 16; }

static void gauge_terms(const ref_sentence *s, const ref_terms *t, const whole *w, long *g)
{
    long all = 0, recurring = 0, fresh = 0, fresh_recurring = 0, lead = 0, covered = 0;
    size_t i;

    for (i = 0; i < s->nterms; i++) {
        const ref_term *e = ref_find(t, s->terms[i]);
        long salience = (long)ref_salience(e), others = e->spread > 16 ? 15 : (long)e->spread - 1, top = level_of(e) >= w->top;

        all += salience;
        recurring += others > 0 ? salience : 0;
        lead += e->first == 0 ? salience : 0;
        g[PI_G_RARITY] += (long)e->rarity;
        g[PI_G_TOP] += top;
        g[PI_G_OFTEN] += e->spread > 2;
        g[PI_G_SPREAD] += others;
        g[PI_G_HEAD] += e->first < 3;
        g[PI_G_NEW] += e->first == s->ordinal;
        covered += e->covered;
        if (e->covered)
            continue;
        fresh += salience;
        fresh_recurring += others > 0 ? salience : 0;
        g[PI_G_FRESH_TERMS]++;
        g[PI_G_FRESH_NAMED] += e->named;
        g[PI_G_FRESH_SPREAD] += others;
        g[PI_G_TOP_FRESH] += top;
    }
    g[PI_G_RECUR] = share(w, recurring);
    g[PI_G_LEAD_MASS] = share(w, lead);
    g[PI_G_FRESH] = share(w, fresh);
    g[PI_G_FRESH_RECUR] = share(w, fresh_recurring);
    if (s->nterms) {
        g[PI_G_MEAN] = share(w, all) * w->types / (long)s->nterms / 128;
        g[PI_G_COVERED] = 255 * covered / (long)s->nterms;
    }
}

static long opening(const ref_sentence *s)
{
    return (s->flags & PI_REC_PRONOUN ? 1 : 0) + (s->flags & PI_REC_CONNECT ? 2 : 0) + (s->flags & PI_SENT_QUOTE ? 4 : 0);
}

static void gauge_others(const ref_sentences *l, size_t i, const char *out, const char *chosen, long *g)
{
    size_t k;

    g[PI_G_NEXT] = 8;
    for (k = i + 1; k < l->n; k++)
        if (!out[k]) {
            g[PI_G_NEXT] = opening(&l->s[k]);
            g[PI_G_NEXT_WORDS] = (long)l->s[k].words;
            break;
        }
    for (k = 0; k < i; k++)
        if (!out[k])
            g[PI_G_PREV_WORDS] = byte((long)l->s[k].words);
    g[PI_G_BEFORE] = 255;
    for (k = 0; k < l->n; k++) {
        if (!chosen[k])
            continue;
        g[PI_G_CHOSEN]++;
        g[PI_G_CHOSEN_WORDS] += (long)l->s[k].words;
        if (k < i)
            g[PI_G_BEFORE] = l->s[i].ordinal - l->s[k].ordinal < 254 ? (long)(l->s[i].ordinal - l->s[k].ordinal) : 254;
    }
    g[PI_G_CHOSEN_WORDS] /= 2;
}

static void gauge_text(const ref_sentences *l, const whole *w, const char *out, long *g)
{
    size_t i;

    for (i = 0; i < l->n; i++) {
        const ref_sentence *s = &l->s[i];

        if (out[i])
            continue;
        g[PI_G_DOC_WORDS] += 4 * (long)s->words;
        g[PI_G_DOC_NAMES] += 16 * byte((long)s->names);
        g[PI_G_DOC_PERSON] += 16 * byte((long)s->person);
        g[PI_G_DOC_QUOTES] += s->flags & (PI_SENT_QUOTE | PI_REC_SAY) ? 255 : 0;
        g[PI_G_DOC_HEADS] += s->flags & (PI_SENT_HEADING | PI_SENT_PARA) ? 255 : 0;
    }
    g[PI_G_DOC_TYPES] = 4 * w->types;
    for (i = PI_G_DOC_WORDS; i < PI_GAUGES; i++)
        g[i] /= w->records;
    g[PI_G_DOC_LENGTH] = ref_damped((uint32_t)w->records);
}

long ref_gain(const ref_sentences *l, size_t i, const ref_terms *t, const char *out, const char *chosen, const char *dir)
{
    const ref_sentence *s = &l->s[i];
    long g[PI_GAUGES] = { 0 }, words = (long)s->words, ordinal = (long)s->ordinal, after = (long)l->n - ordinal - 1, gain = 0;
    unsigned level[PI_GAUGES], k;
    whole w = measure(l, t, out);
    size_t n;

    read_tables(dir);
    after = after < 0 ? 0 : after;
    g[PI_G_ORDINAL] = ordinal;
    g[PI_G_PLACE] = l->n > 160 ? 50 : after ? 255 * ordinal / (long)l->n : 255;
    g[PI_G_TO_END] = after;
    g[PI_G_WORDS] = words;
    g[PI_G_CONTENT] = words - byte((long)s->stops);
    if (words) {
        g[PI_G_STOPS] = 255 * byte((long)s->stops) / words;
        g[PI_G_LETTERS] = 4 * (long)s->length / words;
    }
    g[PI_G_NAMES] = (long)s->names;
    g[PI_G_NUMBERS] = (long)s->numbers;
    g[PI_G_OPENING] = opening(s);
    g[PI_G_TALK] = (s->flags & PI_REC_SAY ? 1 : 0) + (s->flags & PI_REC_DATE ? 2 : 0);
    g[PI_G_WEIGHT] = 128 + (long)s->weight - 8 * words;
    g[PI_G_PERSON] = (long)s->person;
    g[PI_G_FIRST] = (long)(s->flags & PI_REC_FIRST) >> 13;
    gauge_terms(s, t, &w, g);
    gauge_others(l, i, out, chosen, g);
    gauge_text(l, &w, out, g);
    for (k = 0; k < PI_GAUGES; k++)
        for (level[k] = 0; level[k] < LEVELS - 1 && edge[k][level[k]] >= 0 && edge[k][level[k]] <= byte(g[k]);)
            level[k]++;
    for (n = 0; n < ntables; n++)
        gain += tables[n].value[level[tables[n].first]][level[tables[n].second]];
    return 32768 + 16 * gain;
}

long ref_threshold(const char *dir)
{
    read_tables(dir);
    return threshold;
}
