#include "spot_quant.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jsonl.h"
#include "spot_words.h"

double book_rate = 0.02;

enum { L = PI_SPOT_LABELS, SCALES = 16, ROUNDS = 20 };

typedef struct {
    uint8_t first, second, scale;
} code;

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

/* The nearest row to w / scale; its squared distance in *far. */
static unsigned nearest(const book *b, const float *w, double scale, double *far)
{
    unsigned i, top = 0;
    float v[L], best = HUGE_VALF;
    int l;

    for (l = 0; l < b->size; l++)
        v[l] = (float)((double)w[b->from + l] / scale);
    for (i = 0; i < b->n; i++) {
        float sum = 0;

        for (l = 0; l < b->size; l++)
            sum += (v[l] - b->row[i][l]) * (v[l] - b->row[i][l]);
        if (sum < best) {
            best = sum;
            top = i;
        }
    }
    *far = (double)best;
    return top;
}

/* By k-means over rows of length 1; a row counts by its energy times the square root of its uses. */
static void make_book(book *b, const crf *m, unsigned n, int from, int size)
{
    float (*sum)[L] = lab_alloc(n * sizeof *sum), *weight = lab_alloc(n * sizeof *weight);
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
            float x = (float)(length * length * sqrt(m->rows[r].count));

            i = nearest(b, w, length, &far);
            weight[i] += x;
            for (l = 0; l < size; l++)
                sum[i][l] += x * w[from + l] / (float)length;
        }
        for (i = 0; i < n; i++)
            for (l = 0; l < size && weight[i] > 0; l++)
                b->row[i][l] = sum[i][l] / weight[i];
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

/* Trains the books while each row keeps its place in them. */
static void train_books(crf *m, crf_data *d, book *a, book *b, const code *codes, const double *scale, double rate)
{
    crf_tie t;
    size_t r;
    int l, e;

    t.code = lab_alloc((m->n + 1) * sizeof *t.code);
    for (r = 0; r < m->n; r++) {
        t.code[r][0] = codes[r].first;
        t.code[r][1] = codes[r].second;
        t.code[r][2] = codes[r].scale;
    }
    t.book[0] = a->row;
    t.book[1] = b->row;
    t.g[0] = lab_alloc(a->n * sizeof *t.g[0]);
    t.g[1] = lab_alloc(b->n * sizeof *t.g[1]);
    memset(t.g[0], 0, a->n * sizeof *t.g[0]);
    memset(t.g[1], 0, b->n * sizeof *t.g[1]);
    t.split = PI_SPOT_SPLIT;
    for (l = 0; l < L; l++)
        t.order[l] = ordered(l);
    memcpy(t.scale, scale, sizeof t.scale);
    m->tie = &t;
    for (e = 0; e < 3; e++)
        fprintf(stderr, "books: loss %.4f\n", crf_train(m, d, rate / (1 + e), 0, (uint32_t)(200 + e)));
    m->tie = NULL;
    free(t.code);
    free(t.g[0]);
    free(t.g[1]);
}

/* Sets a row to the nearest thing that the tables can say. */
static void settle(crf_row *r, const book *a, const book *b, const double *scale, code *c)
{
    double best = HUGE_VAL, length = norm(r->w);
    unsigned s;
    int l;

    to_order(r->w);
    for (s = 0; s < SCALES; s++) {
        double x, y;
        unsigned i, j;

        if ((scale[s] < length * 0.6 || scale[s] > length * 1.6) && s > 0 && s < SCALES - 1)
            continue;
        i = nearest(a, r->w, scale[s], &x);
        j = nearest(b, r->w, scale[s], &y);
        if ((x + y) * scale[s] * scale[s] < best) {
            best = (x + y) * scale[s] * scale[s];
            c->first = (uint8_t)i;
            c->second = (uint8_t)j;
            c->scale = (uint8_t)s;
        }
    }
    for (l = 0; l < L; l++)
        r->w[l] = (float)(scale[c->scale] * (double)(l < a->size ? a->row[c->first][l] : b->row[c->second][l - a->size]));
    from_order(r->w);
    r->frozen = 1;
}

void spot_quantize(pi_spot_model *model, crf *m, crf_data *d, uint16_t buckets, unsigned n, double rate, double decay)
{
    static const double steps[] = { 0.25, 0.5, 0.7, 0.85, 0.95, 1.0 };
    book first, second;
    uint8_t *scales = lab_alloc(SCALES);
    double scale[SCALES], top = 0;
    code *codes = lab_alloc((m->n + 1) * sizeof *codes);
    bucket_table t;
    size_t r = 0, i, in = 0;
    int s;

    table_new(&t, buckets, PI_SPOT_ROW_BYTES);
    for (r = 0; r < m->n; r++) /* those without room get no weight, and the rest makes up for them */
        if (!table_enter(&t, m->rows[r].hash, 4, 1, 1, 1)) {
            memset(m->rows[r].w, 0, sizeof m->rows[r].w);
            m->rows[r].frozen = 2;
        } else {
            in++;
        }
    fprintf(stderr, "features: %lu of %lu, room for %u\n", (unsigned long)in, (unsigned long)m->n, buckets * 8u);
    crf_prune(m, in);
    for (r = 0; r < m->n; r++)
        for (s = 0; s < L; s++)
            m->rows[r].g[s] *= 0.1f; /* steps wide enough to make up for what is frozen */
    crf_bind(m, d);
    for (r = 0; r < m->n; r++)
        to_order(m->rows[r].w);
    make_book(&first, m, n, 0, PI_SPOT_SPLIT);
    make_book(&second, m, n, PI_SPOT_SPLIT, L - PI_SPOT_SPLIT);
    for (r = 0; r < m->n; r++)
        from_order(m->rows[r].w);
    for (r = 0; r < m->n; r++)
        top = norm(m->rows[r].w) > top ? norm(m->rows[r].w) : top;
    for (s = 0; s < SCALES; s++) {
        scales[s] = (uint8_t)lround(255 * pow(1.3, s - (SCALES - 1)));
        scale[s] = top * scales[s] / 255;
    }
    for (s = 0, r = 0; s < 6; s++) {
        size_t to = (size_t)(steps[s] * (double)m->n + 0.5);

        for (; r < to; r++)
            settle(m->rows + r, &first, &second, scale, codes + r);
        if (s < 5)
            fprintf(stderr, "loss %.4f\n", crf_train(m, d, rate * (s < 2 ? 0.5 : 0.7 - 0.1 * s), decay, (uint32_t)(100 + s)));
    }
    if (m->n)
        train_books(m, d, &first, &second, codes, scale, book_rate);
    round_book(&first);
    round_book(&second);
    free(t.bytes);
    table_new(&t, buckets, PI_SPOT_ROW_BYTES);
    for (i = 0; i < m->n; i++)
        table_enter(&t, m->rows[i].hash, 4, codes[i].first, codes[i].scale, codes[i].second);
    model->rows = t.bytes;
    model->row_buckets = buckets;
    model->first = first.bytes;
    model->second = second.bytes;
    model->scales = scales;
    free(codes);
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
            24u * model->word_buckets + 32u * model->row_buckets + size * L + SCALES,
            large ? "\n#if SIZE_MAX > 0xFFFF /* objects of over 32 KB */\n" : "");
    write_bytes(f, "words", model->words, 24u * model->word_buckets);
    write_bytes(f, "rows", model->rows, 32u * model->row_buckets);
    write_bytes(f, "first", model->first, size * PI_SPOT_SPLIT);
    write_bytes(f, "second", model->second, size * (L - PI_SPOT_SPLIT));
    write_bytes(f, "scales", model->scales, SCALES);
    fprintf(f, "\nconst pith_names_model %s = { %u, %u, words, rows, first, second, scales, pi_en_same };\n", name,
            model->word_buckets, model->row_buckets);
    if (large)
        fputs("#endif\n", f);
    fclose(f);
}
