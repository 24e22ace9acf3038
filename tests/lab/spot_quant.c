#include "spot_quant.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jsonl.h"
#include "spot_words.h"

enum { L = PI_SPOT_LABELS, SCALES = 16, ROUNDS = 20 };

typedef struct {
    uint8_t row, scale;
} code;

static double dot(const float *a, const float *b)
{
    double sum = 0;
    int l;

    for (l = 0; l < L; l++)
        sum += (double)(a[l] * b[l]);
    return sum;
}

/* The row of the book in whose direction w points most. */
static unsigned nearest(const float (*book)[L], unsigned n, const float *w)
{
    unsigned i, top = 0;
    double best = -1, x;

    for (i = 0; i < n; i++)
        if ((x = dot(book[i], w)) > best) {
            best = x;
            top = i;
        }
    return top;
}

static void normalize(float *b)
{
    double n = sqrt(dot(b, b));
    int l;

    for (l = 0; l < L; l++)
        b[l] = (float)(n > 0 ? (double)b[l] / n : 0);
}

/* Directions by k-means on the sphere; a row counts by its energy times the square root of its uses. */
static void make_book(float (*book)[L], unsigned n, const crf *m)
{
    float (*sum)[L] = lab_alloc(n * sizeof *sum);
    unsigned round, i;
    size_t r;
    int l;

    for (i = 0; i < n; i++) {
        memcpy(book[i], m->rows[m->n / 4 * i / n].w, sizeof book[i]);
        normalize(book[i]);
    }
    for (round = 0; round < ROUNDS; round++) {
        memset(sum, 0, n * sizeof *sum);
        for (r = 0; r < m->n; r++) {
            const float *w = m->rows[r].w;
            float weight = sqrtf(sqrtf((float)m->rows[r].count)) * (float)sqrt(dot(w, w));

            i = nearest((const float(*)[L])book, n, w);
            for (l = 0; l < L; l++)
                sum[i][l] += weight * w[l];
        }
        for (i = 0; i < n; i++)
            if (dot(sum[i], sum[i]) > 0) {
                memcpy(book[i], sum[i], sizeof book[i]);
                normalize(book[i]);
            }
    }
    free(sum);
}

/* Rounds the book to 8 bits; book[] becomes what the bytes say. */
static void round_book(float (*book)[L], unsigned n, uint8_t *bytes)
{
    unsigned i;
    int l;

    for (i = 0; i < n; i++)
        for (l = 0; l < L; l++) {
            long x = lround((double)book[i][l] * 127);

            bytes[i * L + (unsigned)l] = (uint8_t)x;
            book[i][l] = (float)x / 127;
        }
}

static void settle(crf_row *r, const float (*book)[L], unsigned n, const double *scale, code *c)
{
    unsigned i = nearest(book, n, r->w), s, top = 0;
    double want = dot(book[i], r->w) / (dot(book[i], book[i]) + 1e-9);
    int l;

    for (s = 1; s < SCALES; s++)
        if (fabs(scale[s] - want) < fabs(scale[top] - want))
            top = s;
    c->row = (uint8_t)i;
    c->scale = (uint8_t)top;
    for (l = 0; l < L; l++)
        r->w[l] = (float)(scale[top] * (double)book[i][l]);
    r->frozen = 1;
}

void spot_quantize(pi_spot_model *model, crf *m, crf_data *d, uint16_t buckets, unsigned n, double rate, double decay)
{
    static const double steps[] = { 0.25, 0.5, 0.7, 0.85, 0.95, 1.0 };
    float (*book)[L] = lab_alloc(n * sizeof *book);
    uint8_t *bytes = lab_alloc(n * L), *scales = lab_alloc(SCALES);
    double scale[SCALES], top = 0;
    code *codes = lab_alloc((m->n + 1) * sizeof *codes);
    bucket_table t;
    size_t r = 0, i, in = 0;
    int s;

    table_new(&t, buckets);
    for (r = 0; r < m->n; r++) /* those without room get no weight, and the rest makes up for them */
        if (!table_enter(&t, m->rows[r].hash, 4, 1, 1)) {
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
    make_book(book, n, m);
    round_book(book, n, bytes);
    for (r = 0; r < m->n; r++)
        top = sqrt(dot(m->rows[r].w, m->rows[r].w)) > top ? sqrt(dot(m->rows[r].w, m->rows[r].w)) : top;
    for (s = 0; s < SCALES; s++) {
        scales[s] = (uint8_t)lround(255 * pow(1.3, s - (SCALES - 1)));
        scale[s] = top * scales[s] / 255;
    }
    for (s = 0, r = 0; s < 6; s++) {
        size_t to = (size_t)(steps[s] * (double)m->n + 0.5);

        for (; r < to; r++)
            settle(m->rows + r, (const float(*)[L])book, n, scale, codes + r);
        if (s < 5)
            fprintf(stderr, "loss %.4f\n", crf_train(m, d, rate * 0.5, decay, (uint32_t)(100 + s)));
    }
    free(t.bytes);
    table_new(&t, buckets);
    for (i = 0; i < m->n; i++)
        table_enter(&t, m->rows[i].hash, 4, codes[i].row, codes[i].scale);
    model->rows = t.bytes;
    model->row_buckets = buckets;
    model->book = bytes;
    model->scales = scales;
    free(codes);
    free(book);
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

void spot_write(const pi_spot_model *model, unsigned book, const char *path, const char *name)
{
    FILE *f = fopen(path, "w");
    int large = model->word_buckets > 1300 || model->row_buckets > 1300;

    if (!f) {
        fprintf(stderr, "cannot write %s\n", path);
        exit(1);
    }
    fprintf(f, "/* Tagger of English names: %u bytes of tables. Generated by tests/lab/spot_train.c; format: spot_model.h. */\n"
               "#include \"spot_model.h\"\n%s",
            24u * model->word_buckets + 24u * model->row_buckets + book * L + SCALES,
            large ? "\n#if SIZE_MAX > 0xFFFF /* objects of over 32 KB */\n" : "");
    write_bytes(f, "words", model->words, 24u * model->word_buckets);
    write_bytes(f, "rows", model->rows, 24u * model->row_buckets);
    write_bytes(f, "book", model->book, book * L);
    write_bytes(f, "scales", model->scales, SCALES);
    fprintf(f, "\nextern const pi_spot_model %s;\nconst pi_spot_model %s = { %u, %u, words, rows, book, scales };\n", name, name,
            model->word_buckets, model->row_buckets);
    if (large)
        fputs("#endif\n", f);
    fclose(f);
}
