#include "spot_quant.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jsonl.h"
#include "spot_words.h"

enum { L = PI_SPOT_LABELS, SCALES = 16, ROUNDS = 20, CHOOSING = 10, BOOKS = 3 /* passes */ };

static const double BOOK_RATE = 0.02;

/* Number of a label in the order of the books. */
static int ordered(int l)
{
    static const int part[] = { 0, 16, 11, 6 }; /* B, I, L, U */

    return l == 0 ? PI_SPOT_KINDS : part[(l - 1) & 3] + (l - 1) / 4;
}

static void to_order(float *w)
{
    float v[L];
    int l;

    for (l = 0; l < L; l++)
        v[ordered(l)] = w[l];
    memcpy(w, v, sizeof v);
}

static void from_order(float *w)
{
    float v[L];
    int l;

    for (l = 0; l < L; l++)
        v[l] = w[ordered(l)];
    memcpy(w, v, sizeof v);
}

/* A book: n rows of what is said for labels from .. from + size - 1. */
typedef struct {
    unsigned n;
    int from, size;
    float (*row)[L];
    uint8_t *bytes;
} book;

static double norm(const float *w)
{
    double sum = 0;
    int l;

    for (l = 0; l < L; l++)
        sum += (double)(w[l] * w[l]);
    return sqrt(sum);
}

/* The nearest row to w / scale, where label l's distance counts h[l] times; its squared distance in *far. */
static unsigned nearest(const book *b, const float *w, const float *h, double scale, double *far)
{
    unsigned i, top = 0;
    float v[L], best = HUGE_VALF;
    int l;

    for (l = 0; l < b->size; l++)
        v[l] = (float)((double)w[b->from + l] / scale);
    for (i = 0; i < b->n; i++) {
        float sum = 0;

        for (l = 0; l < b->size; l++)
            sum += h[b->from + l] * (v[l] - b->row[i][l]) * (v[l] - b->row[i][l]);
        if (sum < best) {
            best = sum;
            top = i;
        }
    }
    *far = (double)best;
    return top;
}

/* How much an error of each weight of a row matters, in the order of the books, 1 on average: the root of the sum of squares of
 * its gradients (of the diagonal of the empirical Fisher information), of their mean at least a tenth. */
static void importance(const crf_row *r, float *h)
{
    double mean = 0, sum = 0;
    int l;

    for (l = 0; l < L; l++)
        mean += (double)r->g[l] / L;
    for (l = 0; l < L; l++)
        sum += sqrt((double)r->g[l] + 0.1 * mean + 1e-12) / L;
    for (l = 0; l < L; l++)
        h[ordered(l)] = (float)(sqrt((double)r->g[l] + 0.1 * mean + 1e-12) / sum);
}

/* By k-means over rows of length 1; a row counts by its energy times the square root of its mass. */
static void make_book(book *b, const crf *m, unsigned n, int from, int size)
{
    float (*sum)[L] = lab_alloc(n * sizeof *sum), (*weight)[L] = lab_alloc(n * sizeof *weight), h[L];
    unsigned round, i;
    size_t r;
    int l;

    b->n = n;
    b->from = from;
    b->size = size;
    b->row = lab_alloc(n * sizeof *b->row);
    b->bytes = lab_alloc(n * (size_t)size);
    for (i = 0; i < n; i++)
        for (l = 0; l < size; l++)
            b->row[i][l] = (float)((double)m->rows[m->n / 2 * i / n].w[from + l] / (norm(m->rows[m->n / 2 * i / n].w) + 1e-9));
    for (round = 0; round < ROUNDS; round++) {
        memset(sum, 0, n * sizeof *sum);
        memset(weight, 0, n * sizeof *weight);
        for (r = 0; r < m->n; r++) {
            const float *w = m->rows[r].w;
            double length = norm(w) + 1e-9, far;
            float x = (float)(length * length * sqrt((double)m->rows[r].mass));

            importance(m->rows + r, h);
            i = nearest(b, w, h, length, &far);
            for (l = 0; l < size; l++) {
                weight[i][l] += x * h[from + l];
                sum[i][l] += x * h[from + l] * w[from + l] / (float)length;
            }
        }
        for (i = 0; i < n; i++)
            for (l = 0; l < size; l++)
                if (weight[i][l] > 0)
                    b->row[i][l] = sum[i][l] / weight[i][l];
    }
    free(sum);
    free(weight);
}

/* Rounds to 8 bits. */
static void round_book(const book *b)
{
    unsigned i;
    int l;

    for (i = 0; i < b->n; i++)
        for (l = 0; l < b->size; l++) {
            long x = lround((double)b->row[i][l] * 127);

            x = x > 127 ? 127 : x < -128 ? -128 : x;
            b->bytes[i * (unsigned)b->size + (unsigned)l] = (uint8_t)(x + 128);
            b->row[i][l] = (float)x / 127;
        }
}

/* Codes for the nearest thing to a row that the tables can say. */
static void settle(const crf_row *r, const book *a, const book *b, const double *scale, uint8_t code[3])
{
    double best = HUGE_VAL, length = norm(r->w);
    float h[L], w[L];
    unsigned s;

    importance(r, h);
    memcpy(w, r->w, sizeof w);
    to_order(w);
    for (s = 0; s < SCALES; s++) {
        double x, y;
        unsigned i, j;

        if ((scale[s] < length * 0.6 || scale[s] > length * 1.6) && s > 0 && s < SCALES - 1)
            continue;
        i = nearest(a, w, h, scale[s], &x);
        j = nearest(b, w, h, scale[s], &y);
        if ((x + y) * scale[s] * scale[s] < best) {
            best = (x + y) * scale[s] * scale[s];
            code[0] = (uint8_t)i;
            code[1] = (uint8_t)j;
            code[2] = (uint8_t)s;
        }
    }
}

static book first, second;

static void settle_all(crf *m)
{
    size_t r;

    for (r = 0; r < m->n; r++)
        settle(m->rows + r, &first, &second, m->tie->scale, m->tie->code[r]);
}

/* Leaves in m the rows that find room in so many buckets. */
static void fit(crf *m, uint16_t buckets)
{
    bucket_table t;
    size_t r, in = 0;

    table_new(&t, buckets, PI_SPOT_ROW_BYTES);
    for (r = 0; r < m->n; r++)
        if (table_enter(&t, m->rows[r].hash, 4, 1, 1, 1))
            in++;
        else
            memset(m->rows[r].w, 0, sizeof m->rows[r].w);
    free(t.bytes);
    fprintf(stderr, "features: %lu of %lu, room for %u\n", (unsigned long)in, (unsigned long)m->n, buckets * 8u);
    crf_prune(m, in);
}

/* First books from the rows' weights, and the scales. */
static void make_books(crf *m, crf_tie *t, unsigned n, uint8_t *scales)
{
    double top = 0;
    size_t r;
    int s;

    for (r = 0; r < m->n; r++) {
        top = norm(m->rows[r].w) > top ? norm(m->rows[r].w) : top;
        to_order(m->rows[r].w);
    }
    make_book(&first, m, n, 0, PI_SPOT_SPLIT);
    make_book(&second, m, n, PI_SPOT_SPLIT, L - PI_SPOT_SPLIT);
    for (r = 0; r < m->n; r++)
        from_order(m->rows[r].w);
    for (s = 0; s < SCALES; s++) {
        scales[s] = (uint8_t)lround(255 * pow(1.3, s - (SCALES - 1)));
        t->scale[s] = top * scales[s] / 255;
    }
    t->book[0] = first.row;
    t->book[1] = second.row;
}

static void forget(crf_tie *t, unsigned n)
{
    memset(t->g[0], 0, n * sizeof *t->g[0]);
    memset(t->g[1], 0, n * sizeof *t->g[1]);
}

/* Trains rows that choose their codes, then the books alone. */
static void train_tied(crf *m, crf_data *d, crf_tie *t, unsigned n, double rate, double decay)
{
    int l, e;

    t->code = lab_alloc((m->n + 1) * sizeof *t->code);
    t->g[0] = lab_alloc(n * sizeof *t->g[0]);
    t->g[1] = lab_alloc(n * sizeof *t->g[1]);
    forget(t, n);
    t->split = PI_SPOT_SPLIT;
    for (l = 0; l < L; l++)
        t->order[l] = ordered(l);
    t->renew = settle_all;
    t->rate = 0.1;
    m->tie = t;
    settle_all(m);
    for (e = 0; e < CHOOSING; e++)
        fprintf(stderr, "codes: loss %.4f\n", crf_train(m, d, rate / (2 + 0.6 * e), decay, (uint32_t)(100 + e)));
    t->renew = NULL;
    t->rate = 1;
    forget(t, n);
    for (e = 0; e < BOOKS; e++)
        fprintf(stderr, "books: loss %.4f\n", crf_train(m, d, BOOK_RATE / (1 + e), 0, (uint32_t)(200 + e)));
    m->tie = NULL;
    free(t->g[0]);
    free(t->g[1]);
}

void spot_quantize(pi_spot_model *model, crf *m, crf_data *d, uint16_t buckets, unsigned n, double rate, double decay)
{
    uint8_t *scales = lab_alloc(SCALES);
    crf_tie tie;
    bucket_table t;
    size_t r;
    int l;

    fit(m, buckets);
    crf_bind(m, d);
    for (r = 0; r < m->n; r++)
        for (l = 0; l < L; l++)
            m->rows[r].g[l] *= 0.1f; /* steps wide enough to make up for what is rounded */
    make_books(m, &tie, n, scales);
    train_tied(m, d, &tie, n, rate, decay);
    round_book(&first);
    round_book(&second);
    table_new(&t, buckets, PI_SPOT_ROW_BYTES);
    for (r = 0; r < m->n; r++)
        table_enter(&t, m->rows[r].hash, 4, tie.code[r][0], tie.code[r][2], tie.code[r][1]);
    model->rows = t.bytes;
    model->row_buckets = buckets;
    model->first = first.bytes;
    model->second = second.bytes;
    model->scales = scales;
    free(tie.code);
    free(first.row);
    free(second.row);
}

static void write_bytes(FILE *f, const char *what, const uint8_t *b, size_t n)
{
    size_t i, column = 0;

    fprintf(f, "\nstatic const PI_ROM uint8_t %s[] = {", what);
    for (i = 0; i < n; i++) {
        if (column == 0 || column > 112)
            column = (size_t)fprintf(f, "\n    ") + 1;
        column += (size_t)fprintf(f, "%u%s", b[i], i + 1 < n ? "," : "");
    }
    fprintf(f, "\n};\n");
}

void spot_write(const pi_spot_model *model, unsigned size, const char *path, const char *name)
{
    FILE *f = fopen(path, "w");
    int large = model->word_buckets > 1300 || model->row_buckets > 1300;

    if (!f) {
        fprintf(stderr, "cannot write %s\n", path);
        exit(1);
    }
    fprintf(f, "/* Tagger of English names: %u bytes of tables. Generated by tests/lab/spot_train.c; format: spot_model.h. */\n"
               "#include \"en.h\"\n#include \"spot_model.h\"\n%s",
            24u * model->word_buckets + 32u * model->row_buckets + size * L + SCALES + 256u,
            large ? "\n#if SIZE_MAX > 0xFFFF /* objects of over 32 KB */\n" : "");
    write_bytes(f, "words", model->words, 24u * model->word_buckets);
    write_bytes(f, "rows", model->rows, 32u * model->row_buckets);
    write_bytes(f, "first", model->first, size * PI_SPOT_SPLIT);
    write_bytes(f, "second", model->second, size * (L - PI_SPOT_SPLIT));
    write_bytes(f, "scales", model->scales, SCALES);
    write_bytes(f, "fiction", model->fiction, 256);
    fprintf(f, "\nconst pith_names_model %s = { %u, %u, words, rows, first, second, scales, fiction, pi_en_same };\n", name,
            model->word_buckets, model->row_buckets);
    if (large)
        fputs("#endif\n", f);
    fclose(f);
}
