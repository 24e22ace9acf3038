/* Trains the scorer.
 *
 * usage: rank_train TRAIN.jsonl[.xz] [KEY=VALUE]...
 *
 * A state is an article with some sentences chosen; every other sentence of it is a sample, labelled with what it
 * would add to ROUGE-1 + ROUGE-2 of the choice. The states of the first round come from choosing at random or as
 * the labels say, those of the following ones from the model of the round before (Ross, Gordon and Bagnell's data
 * aggregation, 2011). Deterministic. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "jsonl.h"
#include "lex.h"
#include "rank_docs.h"
#include "rank_fit.h"
#include "rank_names.h"
#include "rank_words.h"

enum { CELLS = 1 << 18, MODEL_MAX = 16384 };

extern const pith_model pith_en, pith_en_small;

static struct {
    const char *check, *out, *freq, *freq_out, *without;
    unsigned first, step, rounds, seed, memory, states, words, cnn, small;
    double unit, ridge;
    rank_how how;
} o = { NULL, NULL, NULL, NULL, NULL, 0, 6, 2, 1, 65536, 4, 1, 4, 0, 0.005, 300, { 60, 10, 8192, 10000, 0.9, 10, 6, 120000, { 0 } } };

static pith_cell work[CELLS];
static uint32_t seed;

static unsigned chance(unsigned below)
{
    seed = seed * 1664525u + 1013904223u;
    return (unsigned)((uint64_t)seed * below >> 32);
}

static double table_scale;
static rank_whole scorer;
static uint8_t bytes[MODEL_MAX]; /* the same for the core */
static pith_model model;

/* Adds the candidates of the present state; returns the one to choose next or -1: the best by the model, or by the
 * policy of the first round. */
static long add_state(rank_text *t, rank_samples *s, uint32_t state, int round)
{
    pi_trail at = { PI_NIL, PI_NIL };
    long best = -1, oracle = -1, first = -1, any = -1;
    double most = -1e9, most_gain = -1e9;
    unsigned n = 0;
    size_t i;

    for (i = 0; i < t->n; i++) {
        const pi_rec *r = &t->v.k.tab.rec[t->rec[i]];

        if (!pi_rank_chosen(r) && !(r->flags & PI_REC_CREDIT) && r->nterms > 1 && r->words > 2) {
            uint8_t g[PI_GAUGES];
            double gain = rank_gain(t, i), got;

            pi_gauge(&t->v.k, r, &at, g);
            rank_add(s, g, gain, state);
            got = round ? pi_gain(&model, g) : 0;
            if (got > most) {
                most = got;
                best = (long)i;
            }
            if (gain > most_gain) {
                most_gain = gain;
                oracle = (long)i;
            }
            if (first < 0)
                first = (long)i;
            if (chance(++n) == 0)
                any = (long)i;
        }
        if (pi_rank_chosen(r))
            at.chosen = t->rec[i];
        at.prev = t->rec[i];
    }
    if (round == 0) {
        unsigned c = chance(10);

        return c < 5 ? oracle : c < 8 ? first : any;
    }
    return chance(20) ? best : any;
}

static void sample(const rank_docs *d, rank_samples *s, int round)
{
    static rank_text t;
    static uint32_t state;
    size_t i;
    unsigned k;

    for (i = 0; i < d->n; i++) {
        rank_read(&t, &d->doc[i], &model, work, o.memory / 4, 1);
        if (t.nref == 0)
            continue;
        for (k = 0; k < o.states; k++) {
            long next = add_state(&t, s, state++, round);

            if (next < 0)
                break;
            rank_take(&t, (size_t)next);
        }
    }
}

/* The best candidates by the model of the states that it reaches. */
static void sample_best(const rank_docs *d, rank_samples *s, int states)
{
    static rank_text t;
    static uint32_t state;
    size_t i, k;
    int n;

    s->n = 0;
    for (i = 0; i < d->n; i++) {
        rank_read(&t, &d->doc[i], &model, work, o.memory / 4, 1);
        for (n = 0; n < states && t.nref > 0; n++) {
            pi_trail at = { PI_NIL, PI_NIL };
            uint8_t g[PI_GAUGES], now[PI_GAUGES], top[PI_GAUGES];
            long best = -1;
            int most = -32768;

            for (k = 0; k < t.n; k++) {
                const pi_rec *r = &t.v.k.tab.rec[t.rec[k]];

                if (!pi_rank_chosen(r) && !(r->flags & PI_REC_CREDIT) && r->nterms > 1 && r->words > 2) {
                    int got;

                    pi_gauge(&t.v.k, r, &at, g);
                    memcpy(now, g, sizeof now);
                    got = pi_gain(&model, g);
                    if (got > most) {
                        most = got;
                        best = (long)k;
                        memcpy(top, now, sizeof top);
                    }
                }
                if (pi_rank_chosen(r))
                    at.chosen = t.rec[k];
                at.prev = t.rec[k];
            }
            if (best < 0)
                break;
            rank_add(s, top, rank_gain(&t, (size_t)best), state++);
            rank_take(&t, (size_t)best);
        }
    }
}

/* Learns the weights of stems from what the model leaves of the first two states. */
static void learn_words(const rank_docs *d, const rank_model *m, uint16_t *freq)
{
    static rank_text t;
    static rank_words w;
    size_t i, k;
    unsigned n;

    for (i = 0; i < d->n; i++) {
        rank_read(&t, &d->doc[i], &model, work, o.memory / 4, 1);
        for (n = 0; n < 2 && t.nref > 0; n++) {
            pi_trail at = { PI_NIL, PI_NIL };
            long best = -1;
            int most = -32768;
            size_t begun = w.n;
            double sum = 0;

            for (k = 0; k < t.n; k++) {
                const pi_rec *r = &t.v.k.tab.rec[t.rec[k]];

                if (!pi_rank_chosen(r)) {
                    uint8_t g[PI_GAUGES];
                    int got;

                    pi_gauge(&t.v.k, r, &at, g);
                    got = pi_gain(&model, g);
                    rank_words_add(&w, &t, k, rank_gain(&t, k) - m->bias - got / table_scale);
                    sum += w.rest[w.n - 1];
                    if (got > most) {
                        most = got;
                        best = (long)k;
                    }
                } else {
                    at.chosen = t.rec[k];
                }
                at.prev = t.rec[k];
            }
            for (k = begun; k < w.n; k++) /* what a state's candidates have in common does not rank them */
                w.rest[k] -= (float)(sum / (double)(w.n - begun));
            if (best < 0)
                break;
            rank_take(&t, (size_t)best);
        }
    }
    rank_words_learn(&w, &model, freq, o.ridge, o.unit);
}

static void set_threshold(int units)
{
    scorer.threshold = units;
    rank_pack(&scorer, bytes, sizeof bytes);
}

/* From here on the core rates by `m`, and goes on for any gain. */
static void use(const rank_model *m)
{
    rank_round(m, &scorer, &table_scale);
    set_threshold((int)floor(-m->bias * table_scale + 0.5));
}

static rouge_score measure(const rank_docs *d, uint16_t sentences, double *length)
{
    return rank_measure(d, &model, work, o.memory / 4, sentences, length);
}

static void show(const char *what, rouge_score r, double length)
{
    fprintf(stderr, "  %s: ROUGE-1 %.2f  ROUGE-2 %.2f  ROUGE-Lsum %.2f  sentences %.2f\n", what, r.r1, r.r2, r.lsum, length);
}

/* The threshold that serves `d` best. */
static void tune(const rank_docs *d, const rank_model *m)
{
    double best = -1, length, gain;
    int at = 0, units;

    for (gain = -0.01; gain < 0.0301; gain += 0.005) {
        rouge_score r;

        units = (int)floor((gain - m->bias) * table_scale + 0.5);
        set_threshold(units);
        r = measure(d, 0, &length);
        fprintf(stderr, "  at %.3f:", gain);
        show("", r, length);
        if (2 * r.r1 + r.r2 + r.lsum > best) {
            best = 2 * r.r1 + r.r2 + r.lsum;
            at = units;
        }
    }
    fprintf(stderr, "  threshold %.4f\n", at / table_scale + m->bias);
    set_threshold(at);
}

static void option(const char *s)
{
    const char *v = strchr(s, '=');
    size_t n = v ? (size_t)(v - s) : 0;
    static const struct {
        const char *name;
        unsigned *n;
        double *x;
        const char **text;
        size_t *size;
    } table[] = {
        { "first", &o.first, NULL, NULL, NULL }, { "step", &o.step, NULL, NULL, NULL },
        { "rounds", &o.rounds, NULL, NULL, NULL }, { "seed", &o.seed, NULL, NULL, NULL },
        { "memory", &o.memory, NULL, NULL, NULL }, { "states", &o.states, NULL, NULL, NULL },
        { "stops", &o.how.states, NULL, NULL, NULL }, { "tables", &o.how.tables, NULL, NULL, NULL }, { "levels", &o.how.levels, NULL, NULL, NULL },
        { "sweeps", &o.how.sweeps, NULL, NULL, NULL }, { "bytes", NULL, NULL, NULL, &o.how.bytes },
        { "ridge", NULL, &o.how.ridge, NULL, NULL }, { "small", &o.small, NULL, NULL, NULL }, { "cnn", &o.cnn, NULL, NULL, NULL }, { "words", &o.words, NULL, NULL, NULL }, { "unit", NULL, &o.unit, NULL, NULL },
        { "wridge", NULL, &o.ridge, NULL, NULL }, { "centre", NULL, &o.how.centre, NULL, NULL },
        { "check", NULL, NULL, &o.check, NULL }, { "out", NULL, NULL, &o.out, NULL },
        { "freq", NULL, NULL, &o.freq, NULL }, { "freqout", NULL, NULL, &o.freq_out, NULL },
        { "without", NULL, NULL, &o.without, NULL }, { "pick", &o.how.pick, NULL, NULL, NULL },
    };
    size_t i;

    for (i = 0; i < sizeof table / sizeof *table; i++) {
        if (strlen(table[i].name) != n || strncmp(table[i].name, s, n) != 0)
            continue;
        if (table[i].n)
            *table[i].n = (unsigned)strtoul(v + 1, NULL, 10);
        if (table[i].size)
            *table[i].size = strtoul(v + 1, NULL, 10);
        if (table[i].x)
            *table[i].x = strtod(v + 1, NULL);
        if (table[i].text)
            *table[i].text = v + 1;
        return;
    }
    fprintf(stderr, "rank_train: unknown option %s\n", s);
    exit(2);
}

/* Leaves out the gauges of a list of names with commas between. */
static void leave_out(const char *names)
{
    while (*names) {
        size_t n = strcspn(names, ",");
        unsigned g = 0;

        while (g < PI_GAUGES && (strlen(rank_names[g]) != n || strncmp(rank_names[g], names, n) != 0))
            g++;
        if (g == PI_GAUGES) {
            fprintf(stderr, "rank_train: no gauge %.*s\n", (int)n, names);
            exit(2);
        }
        o.how.without[g] = 1;
        names += n + (names[n] == ',');
    }
}

/* The readable source of the scorer: see mkrank.c. */
static void write_model(const char *path)
{
    unsigned i, k, n;
    FILE *f = fopen(path, "w");

    if (!f) {
        fprintf(stderr, "cannot write %s\n", path);
        exit(1);
    }
    fprintf(f, "# The scorer, learnt by tests/lab/rank_train.c (see PROVENANCE.md): expected gain as a sum of tables over pairs of\n"
               "# gauges (core/gauge.h), in units of 1/%.1f ROUGE-1 + ROUGE-2. The source of the table that tests/lab/mkrank.c makes.\n",
            table_scale);
    fprintf(f, "threshold %d\n", scorer.threshold);
    for (i = 0; i < PI_GAUGES; i++) {
        if (scorer.edges[i])
            fprintf(f, "gauge %s", rank_names[i]);
        for (k = 0; k < scorer.edges[i]; k++)
            fprintf(f, " %d%s", scorer.edge[i][k], k + 1u < scorer.edges[i] ? "" : "\n");
    }
    for (n = 0; n < scorer.tables; n++) {
        unsigned a = scorer.table[n].a, b = scorer.table[n].b;

        fprintf(f, "table %s %s\n", rank_names[a], rank_names[b]);
        for (i = 0; i <= scorer.edges[a]; i++)
            for (k = 0; k <= scorer.edges[b]; k++)
                fprintf(f, "%s%d%s", k ? " " : "  ", scorer.table[n].cell[i * RANK_LEVELS + k], k < scorer.edges[b] ? "" : "\n");
    }
    fclose(f);
}

/* The frequencies with the weights that were learnt: the lines of the source, each with its weight. */
static void write_words(const char *from, const char *path)
{
    FILE *in = fopen(from, "r"), *f = fopen(path, "w");
    char line[256], stem[128];
    unsigned rarity, n;

    if (!in || !f) {
        fprintf(stderr, "cannot read %s or write %s\n", from, path);
        exit(1);
    }
    while (fgets(line, sizeof line, in)) {
        uint32_t h = 0;

        if (line[0] == '#' || sscanf(line, "%127s %u", stem, &rarity) != 2) {
            fputs(line, f);
            continue;
        }
        for (n = 0; stem[n]; n++)
            h = pi_hash_step(h, (uint8_t)stem[n]);
        fprintf(f, "%s %u %u\n", stem, rarity, (unsigned)pi_freq(&model, pi_hash_end(h)) >> 4);
    }
    fclose(in);
    fclose(f);
}

int main(int argc, char **argv)
{
    static rank_model m;
    static rank_samples s;
    static uint16_t freq[257 + 5 * 2048];
    rank_docs train, tuning, check;
    double length;
    int i;
    rouge_score r;
    unsigned round;

    if (argc < 2) {
        fputs("usage: rank_train TRAIN.jsonl[.xz] [KEY=VALUE]...\n", stderr);
        return 2;
    }
    for (i = 2; i < argc; i++)
        option(argv[i]);
    if (o.without)
        leave_out(o.without);
    seed = o.seed;
    model = o.small ? pith_en_small : pith_en;
    model.rank = bytes;
    for (i = 0; i < 257 + model.freq_count + (model.freq_count + 3) / 4; i++)
        freq[i] = i < 257 + model.freq_count || o.words > o.rounds ? model.freq[i] : 0x8888;
    model.freq = freq;
    rank_load(&train, argv[1], o.first, o.step, o.cnn);
    rank_load(&tuning, argv[1], 3, 10, 5);
    if (o.check)
        rank_load(&check, o.check, 0, 1, 1);
    fprintf(stderr, "%lu articles\n", (unsigned long)train.n);
    for (round = 0; round <= o.rounds; round++) {
        if (round == 1)
            s.n = 0; /* states of the model alone from here on */
        if (round == o.words)
            learn_words(&train, &m, freq);
        sample(&train, &s, (int)round);
        fprintf(stderr, "round %u: %lu samples\n", round, (unsigned long)s.n);
        rank_fit(&m, &s, &o.how);
        use(&m);
        if (round < o.rounds)
            continue;
        sample_best(&train, &s, 6);
        rank_fit_states(&m, &s, &o.how);
        use(&m);
        tune(&tuning, &m);
        r = measure(&tuning, 0, &length);
        show("tuning", r, length);
        if (o.check) {
            r = measure(&check, 0, &length);
            show("check", r, length);
            r = measure(&check, 3, &length);
            show("check, three", r, length);
        }
    }
    if (o.out)
        write_model(o.out);
    if (o.freq && o.freq_out)
        write_words(o.freq, o.freq_out);
    return 0;
}
