/* Learns the weights of the sentence splitter (core/sent.c), and measures it.
 *
 * usage: sent_train learn FILE.jsonl... > NAME.sent    weights in readable form
 *        sent_train fold FILE.jsonl...                 5-fold cross-validation, by blocks of rows
 *        sent_train eval FILE.jsonl...                 sentence F1 with the built-in English model
 *        sent_train errors FILE.jsonl...               the same, and every wrong end in its context
 *        sent_train table NAME < NAME.sent > NAME_sent.c
 * FILEs have rows {"text", "sentences"}. The features are those of pi_sent_ask itself, on the gold
 * history; the model is a logistic regression by AdaGrad, quantised to int8_t. Fixed order and seed. */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jsonl.h"
#include "lex.h"
#include "sent.h"

enum { FOLDS = 5, BLOCK = 40, EPOCHS = 40, SCALE = 12, TOKENS_MAX = 20000 };

typedef struct {
    uint8_t n, end;
    uint16_t f[PI_SENT_FEATURES];
} sample;

typedef struct {
    char *text;
    size_t length;
    size_t *ends; /* gold: bytes other than white space before each end */
    size_t nends;
    unsigned file, fold;
} row;

static row *rows;
static size_t nrows, nsamples, unreachable;
static sample *samples;
static double weight[PI_SENT_WEIGHTS];
static uint8_t quantised[PI_SENT_WEIGHTS];
static pith_model model;

static int is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static size_t solid(const char *s, size_t n)
{
    size_t k = 0;

    while (n > 0)
        k += !is_blank(s[--n]);
    return k;
}

static void read_rows(const char *path, unsigned file)
{
    jsonl j;
    size_t i, in_file = 0;
    int got;

    if (jsonl_open(&j, path) != 0) {
        fprintf(stderr, "sent_train: cannot open %s\n", path);
        exit(1);
    }
    while ((got = jsonl_next(&j)) != 0) {
        row r;
        char *s;

        if (got < 0)
            continue;
        r.text = jsonl_string(&j, "text");
        if (r.text == NULL)
            continue;
        r.length = strlen(r.text);
        r.ends = NULL;
        r.nends = 0;
        r.file = file;
        r.fold = (unsigned)(in_file++ / BLOCK % FOLDS);
        for (i = 0; (s = jsonl_element(&j, "sentences", i)) != NULL; i++) {
            r.ends = lab_realloc(r.ends, (i + 1) * sizeof *r.ends);
            r.ends[i] = (i ? r.ends[i - 1] : 0) + solid(s, strlen(s));
            free(s);
        }
        r.nends = i;
        if (i == 0 || r.ends[i - 1] != solid(r.text, r.length)) {
            free(r.text);
            free(r.ends);
            continue;
        }
        rows = lab_realloc(rows, (nrows + 1) * sizeof *rows);
        rows[nrows++] = r;
    }
    if (jsonl_close(&j) != 0) {
        fprintf(stderr, "sent_train: cannot read %s\n", path);
        exit(1);
    }
}

/* The next token of a text; 0 at its end. */
static int next_token(pi_cutter *c, const row *r, size_t *at)
{
    *at += pi_cut(c, (const uint8_t *)r->text + *at, r->length - *at);
    if (!c->ready)
        pi_cut_end(c);
    return c->ready;
}

static uint16_t lex_of(const pi_token *t) { return t->kind == PI_TOK_WORD ? pi_lex(&pith_en, t->hash) : 0; }

static void sample_row(const row *r)
{
    pi_cutter c;
    pi_sent s;
    size_t at = 0, before = 0, k = 0, seen = 0;

    pi_cut_init(&c, 0);
    pi_sent_init(&s, PITH_SENTENCE_MAX);
    while (next_token(&c, r, &at)) {
        const pi_token *t = &c.tok;
        sample *p;
        uint16_t lex = lex_of(t);
        int end;

        samples = lab_realloc(samples, (nsamples + 1) * sizeof *samples);
        p = &samples[nsamples];
        p->n = pi_sent_ask(&s, t, lex, p->f);
        before += solid(r->text + seen, (s.held ? s.held_from : t->offset) - seen);
        seen = s.held ? s.held_from : t->offset;
        while (k < r->nends && r->ends[k] < before) {
            k++;
            unreachable++;
        }
        end = k < r->nends && r->ends[k] == before && before > 0;
        k += (size_t)end;
        p->end = (uint8_t)end;
        if (p->n == PI_SENT_NO)
            unreachable += (size_t)end;
        else if (p->n != PI_SENT_YES)
            nsamples++;
        pi_sent_tell(&s, t, lex, end);
    }
}

static uint32_t seed;

static uint32_t draw(uint32_t n)
{
    seed = seed * 1664525u + 1013904223u;
    return (uint32_t)((uint64_t)(seed >> 8) * n >> 24);
}

static void learn(double decay)
{
    static double sum2[PI_SENT_WEIGHTS];
    size_t i, e;
    unsigned k;

    memset(weight, 0, sizeof weight);
    memset(sum2, 0, sizeof sum2);
    seed = 1;
    for (e = 0; e < EPOCHS; e++) {
        for (i = nsamples; i > 1; i--) {
            size_t o = draw((uint32_t)i);
            sample x = samples[i - 1];
            samples[i - 1] = samples[o];
            samples[o] = x;
        }
        for (i = 0; i < nsamples; i++) {
            const sample *p = &samples[i];
            double z = 0, g;

            for (k = 0; k < p->n; k++)
                z += weight[p->f[k]];
            g = p->end - 1 / (1 + exp(-z));
            for (k = 0; k < p->n; k++) {
                double *w = &weight[p->f[k]], d = g - decay * *w;
                sum2[p->f[k]] += d * d;
                *w += 0.3 * d / sqrt(sum2[p->f[k]] + 1e-3);
            }
        }
    }
    for (k = 0; k < PI_SENT_WEIGHTS; k++) {
        double v = floor(weight[k] * SCALE + 0.5);
        v = v > 127 ? 127 : v < -127 ? -127 : v;
        quantised[k] = (uint8_t)(int)v;
    }
    model = pith_en;
    model.sent = quantised;
}

typedef struct {
    size_t right, gold, found;
} tally;

static void count_row(const row *r, const pith_model *m, tally *n, int show)
{
    pi_cutter c;
    pi_sent s;
    size_t at = 0, before = 0, seen = 0, k = 0, from = 0;
    int ended = 1, open = 1;

    pi_cut_init(&c, 0);
    pi_sent_init(&s, PITH_SENTENCE_MAX);
    n->gold += r->nends;
    while (open) {
        open = next_token(&c, r, &at);
        ended = open ? pi_sent_token(&s, m, &c.tok, lex_of(&c.tok)) : pi_sent_end(&s);
        if (!ended)
            continue;
        before += solid(r->text + seen, s.to - seen);
        seen = s.to;
        while (k < r->nends && r->ends[k] < before) {
            if (show)
                printf("missed  %.*s\n", 0, "");
            k++;
        }
        n->found++;
        n->right += k < r->nends && r->ends[k] == before && from == (k ? r->ends[k - 1] : 0);
        from = before;
    }
}

static void show_row(const row *r, const pith_model *m)
{
    pi_cutter c;
    pi_sent s;
    size_t at = 0, i, g = 0, p = 0, k = 0;
    char *found = lab_alloc(r->length + 1);
    int open = 1;

    memset(found, 0, r->length + 1);
    pi_cut_init(&c, 0);
    pi_sent_init(&s, PITH_SENTENCE_MAX);
    while (open) {
        open = next_token(&c, r, &at);
        if (open ? pi_sent_token(&s, m, &c.tok, lex_of(&c.tok)) : pi_sent_end(&s))
            found[s.to] = 1;
    }
    for (i = 0; i < r->length; i++) {
        if (is_blank(r->text[i]))
            continue;
        g = g < r->nends && r->ends[g] < k ? g + 1 : g;
        p = k > 0 && g < r->nends && r->ends[g] == k;
        {
            size_t b = i;
            while (b > 0 && is_blank(r->text[b - 1]))
                b--;
            if (k > 0 && p != (size_t)found[b]) {
                size_t a = b > 50 ? b - 50 : 0;
                printf("%s %.*s ||| %.*s\n", p ? "MISS" : "FALSE", (int)(b - a), r->text + a, 50, r->text + i);
            }
        }
        k++;
    }
    free(found);
}

static void measure(const pith_model *m, int fold, const char *what, int show)
{
    tally n = { 0, 0, 0 };
    size_t i;

    for (i = 0; i < nrows; i++) {
        if (fold >= 0 && rows[i].fold != (unsigned)fold)
            continue;
        count_row(&rows[i], m, &n, 0);
        if (show)
            show_row(&rows[i], m);
    }
    printf("%s: gold %zu found %zu P %.2f R %.2f F1 %.2f\n", what, n.gold, n.found,
           100.0 * (double)n.right / (double)n.found, 100.0 * (double)n.right / (double)n.gold,
           200.0 * (double)n.right / (double)(n.found + n.gold));
}
static void tally_file(const pith_model *m, int fold, unsigned file, tally *n)
{
    size_t i;

    for (i = 0; i < nrows; i++) {
        if (rows[i].file == file && (fold < 0 || rows[i].fold == (unsigned)fold))
            count_row(&rows[i], m, n, 0);
    }
}

static double f1(const tally *n) { return 200.0 * (double)n->right / (double)(n->found + n->gold); }

int main(int argc, char **argv)
{
    size_t i;
    int a, k;
    double decay = getenv("DECAY") ? atof(getenv("DECAY")) : 1e-4;

    for (a = 2; a < argc; a++)
        read_rows(argv[a], (unsigned)a - 2);
    if (argc > 2 && strcmp(argv[1], "fold") == 0) {
        tally n[8];
        memset(n, 0, sizeof n);
        for (k = 0; k < FOLDS; k++) {
            nsamples = 0;
            for (i = 0; i < nrows; i++)
                if (rows[i].fold != (unsigned)k)
                    sample_row(&rows[i]);
            learn(decay);
            for (a = 2; a < argc; a++)
                tally_file(&model, k, (unsigned)a - 2, &n[a - 2]);
        }
        for (a = 2; a < argc; a++)
            printf("%s F1 %.2f  (P %.2f R %.2f)\n", argv[a], f1(&n[a - 2]), 100.0 * (double)n[a-2].right / (double)n[a-2].found, 100.0 * (double)n[a-2].right / (double)n[a-2].gold);
        if (getenv("SHOW")) {
            for (k = 0; k < FOLDS; k++) {
                nsamples = 0;
                for (i = 0; i < nrows; i++)
                    if (rows[i].fold != (unsigned)k)
                        sample_row(&rows[i]);
                learn(decay);
                for (i = 0; i < nrows; i++)
                    if (rows[i].fold == (unsigned)k) {
                        printf("%u ", rows[i].file);
                        show_row(&rows[i], &model);
                    }
            }
        }
    } else if (argc > 2 && strcmp(argv[1], "eval") == 0) {
        measure(&pith_en, -1, "eval", 0);
    } else if (argc > 2 && strcmp(argv[1], "learn") == 0) {
        for (i = 0; i < nrows; i++)
            sample_row(&rows[i]);
        learn(decay);
        for (i = 0; i < PI_SENT_WEIGHTS; i++)
            printf("%d\n", quantised[i] < 128 ? quantised[i] : quantised[i] - 256);
    }
    return 0;
}
