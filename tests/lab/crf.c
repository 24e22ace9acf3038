#include "crf.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "jsonl.h"

enum { L = PI_SPOT_LABELS, N = PI_SPOT_ISLAND, NOTES = 8 /* times in a pass that weights are noted or codes chosen anew */ };

void crf_add(crf_data *d, const uint32_t *f, uint8_t n, uint32_t may, uint32_t right, float weight, int last)
{
    crf_word *w;

    if (d->n == d->room)
        d->words = lab_realloc(d->words, (d->room = 2 * d->room + 4096) * sizeof *d->words);
    if (d->nf + n > d->froom)
        d->features = lab_realloc(d->features, (d->froom = 2 * d->froom + 65536) * sizeof *d->features);
    w = d->words + d->n++;
    w->first = (uint32_t)d->nf;
    w->n = n;
    w->last = (uint8_t)last;
    w->may = may;
    w->right = may & right ? may & right : may;
    w->weight = weight;
    memcpy(d->features + d->nf, f, n * sizeof *f);
    d->nf += n;
}

/* Sorts n hashes by radix; other[] has room for as many. */
static void sort(uint32_t *hash, uint32_t *other, size_t n)
{
    unsigned shift, i;
    size_t at, to[257];

    for (shift = 0; shift < 32; shift += 8) {
        uint32_t *swap = hash;

        memset(to, 0, sizeof to);
        for (at = 0; at < n; at++)
            to[(hash[at] >> shift & 255) + 1]++;
        for (i = 0; i < 256; i++)
            to[i + 1] += to[i];
        for (at = 0; at < n; at++)
            other[to[hash[at] >> shift & 255]++] = hash[at];
        hash = other;
        other = swap;
    } /* four times there and back */
}

static void insert(crf *m, uint32_t row)
{
    uint32_t i = m->rows[row].hash & m->mask;

    while (m->slots[i])
        i = (i + 1) & m->mask;
    m->slots[i] = row + 1;
}

uint32_t crf_find(const crf *m, uint32_t hash)
{
    uint32_t i = hash & m->mask;

    while (m->slots[i] && m->rows[m->slots[i] - 1].hash != hash)
        i = (i + 1) & m->mask;
    return m->slots[i];
}

void crf_new(crf *m, const crf_data *d, uint32_t least)
{
    uint32_t *all = lab_alloc(d->nf * sizeof *all), *other = lab_alloc(d->nf * sizeof *other);
    size_t i, j, n = 0;

    memcpy(all, d->features, d->nf * sizeof *all);
    sort(all, other, d->nf);
    free(other);
    for (i = 0; i < d->nf; i = j) {
        for (j = i; j < d->nf && all[j] == all[i]; j++)
            ;
        n += j - i >= least;
    }
    m->tie = NULL;
    m->sum = NULL;
    m->rows = lab_alloc(n * sizeof *m->rows);
    memset(m->rows, 0, n * sizeof *m->rows);
    m->n = 0;
    for (m->mask = 1; m->mask < 2 * n; m->mask *= 2)
        ;
    m->slots = lab_alloc(m->mask * sizeof *m->slots);
    memset(m->slots, 0, m->mask * sizeof *m->slots);
    m->mask--;
    for (i = 0; i < d->nf; i = j) {
        for (j = i; j < d->nf && all[j] == all[i]; j++)
            ;
        if (j - i < least)
            continue;
        m->rows[m->n].hash = all[i];
        insert(m, (uint32_t)m->n++);
    }
    free(all);
}

void crf_bind(crf *m, crf_data *d)
{
    size_t i;
    uint8_t j;

    d->bound = lab_realloc(d->bound, d->nf * sizeof *d->bound);
    for (i = 0; i < m->n; i++)
        m->rows[i].mass = 0;
    for (i = 0; i < d->n; i++)
        for (j = 0; j < d->words[i].n; j++) {
            uint32_t row = crf_find(m, d->features[d->words[i].first + j]);

            d->bound[d->words[i].first + j] = row;
            if (row)
                m->rows[row - 1].mass += d->words[i].weight;
        }
}

double crf_worth(const crf_row *r)
{
    double sum = 0;
    int l;

    for (l = 0; l < L; l++)
        sum += (double)(r->w[l] * r->w[l]);
    return sum * (double)r->mass;
}

static int by_worth(const void *a, const void *b)
{
    const crf_row *p = (const crf_row *)a, *q = (const crf_row *)b;
    double x = crf_worth(p), y = crf_worth(q);

    return x < y ? 1 : x > y ? -1 : p->hash < q->hash ? -1 : 1;
}

void crf_prune(crf *m, size_t rows)
{
    uint32_t i;

    qsort(m->rows, m->n, sizeof *m->rows, by_worth);
    if (m->n > rows)
        m->n = rows;
    memset(m->slots, 0, (m->mask + (size_t)1) * sizeof *m->slots);
    for (i = 0; i < m->n; i++)
        insert(m, i);
}

void crf_free(crf *m)
{
    free(m->rows);
    free(m->slots);
}

void crf_score(const crf *m, const uint32_t *f, uint8_t n, float *score)
{
    uint8_t i, l;

    memset(score, 0, L * sizeof *score);
    for (i = 0; i < n; i++) {
        uint32_t row = crf_find(m, f[i]);

        if (row)
            for (l = 0; l < L; l++)
                score[l] += m->rows[row - 1].w[l];
    }
}

/* What may follow what: 0, L and U are followed by 0, B, U; B and I by I and L of their kind. */
static int is_out(int l) { return l == 0 || (l - 1) & 2; }

/* exp(score - top) of the labels that `set` has. */
static void raise(const float *score, uint32_t set, double *e)
{
    int l;

    for (l = 0; l < L; l++)
        e[l] = set >> l & 1 ? exp((double)score[l]) : 0;
}

/* Sums over the paths up to and from each word; scaled to 1 a word. Returns the logarithm of the sum of all. */
static double passes(const float (*score)[L], const uint32_t *set, size_t n, double (*p)[L])
{
    double e[N][L], a[N][L], b[L], next[L], log_sum = 0, out, sum;
    size_t i;
    int l;

    for (i = 0; i < n; i++) {
        raise(score[i], set[i], e[i]);
        out = 1;
        if (i)
            for (l = 0, out = 0; l < L; l++)
                out += is_out(l) ? a[i - 1][l] : 0;
        for (l = 0, sum = 0; l < L; l++) {
            int d = (l - 1) & 3, k = l - d;

            if (l && (d == PI_SPOT_I || d == PI_SPOT_L))
                a[i][l] = i ? e[i][l] * (a[i - 1][k] + a[i - 1][k + 1]) : 0;
            else
                a[i][l] = e[i][l] * out;
            sum += i + 1 < n || is_out(l) ? a[i][l] : 0;
        }
        if (!(sum > 0))
            return -HUGE_VAL;
        for (l = 0; l < L; l++)
            a[i][l] /= sum;
        log_sum += log(sum);
    }
    for (l = 0; l < L; l++)
        b[l] = is_out(l);
    for (i = n; i-- > 0;) {
        for (l = 0, sum = 0; l < L; l++)
            sum += p[i][l] = a[i][l] * b[l];
        for (l = 0; l < L; l++)
            p[i][l] /= sum;
        if (i == 0)
            break;
        for (l = 0, out = 0; l < L; l++)
            if (l == 0 || ((l - 1) & 3) == PI_SPOT_B || ((l - 1) & 3) == PI_SPOT_U)
                out += e[i][l] * b[l];
        for (l = 0, sum = 0; l < L; l++) {
            int k = l - ((l - 1) & 3);

            next[l] = is_out(l) ? out : e[i][k + 1] * b[k + 1] + e[i][k + 2] * b[k + 2];
            sum += next[l];
        }
        for (l = 0; l < L; l++)
            b[l] = next[l] / sum;
    }
    return log_sum;
}

/* Features are left out at random, so that a word that is known by heart does not hide what its context tells. */
static uint32_t random_state;
double crf_drop = 0;

static int dropped(void)
{
    random_state = random_state * UINT32_C(1664525) + UINT32_C(1013904223);
    return random_state < crf_drop * 4294967296.0;
}

/* The entry of a book that label l of a row is said by; the one of its sums of squares in *g. */
static float *tied(const crf_tie *t, uint32_t row, int l, float **g)
{
    int second = t->order[l] >= t->split, at = t->order[l] - (second ? t->split : 0), i = t->code[row][second];

    *g = &t->g[second][i][at];
    return &t->book[second][i][at];
}

static void tied_score(const crf_tie *t, uint32_t row, float *score)
{
    float scale = (float)t->scale[t->code[row][2]], *g;
    int l;

    for (l = 0; l < L; l++)
        score[l] += scale * *tied(t, row, l, &g);
}

/* Entries start at the size of a row of length 1: the 1 keeps first steps small. */
static void tied_step(const crf_tie *t, uint32_t row, const float *gradient, double rate)
{
    float scale = (float)t->scale[t->code[row][2]], *g;
    int l;

    for (l = 0; l < L; l++) {
        float *b = tied(t, row, l, &g), x = scale * gradient[l];

        *g += x * x;
        *b -= (float)rate * x / sqrtf(*g + 1);
    }
}

static double island(crf *m, crf_data *d, size_t from, size_t n, double rate, double decay)
{
    uint32_t used[N * PI_SPOT_FEATURES], k = 0;
    float score[N][L];
    double free_p[N][L], right_p[N][L], z, y;
    uint32_t may[N], right[N];
    size_t i, j;
    int l, different = 0;

    for (i = 0; i < n; i++) {
        const crf_word *w = d->words + from + i;

        memset(score[i], 0, sizeof score[i]);
        for (j = 0; j < w->n; j++) {
            uint32_t row = d->bound[w->first + j];

            if (row && dropped())
                row = 0;
            used[k++] = row;
            if (row && m->tie)
                tied_score(m->tie, row - 1, score[i]);
            else if (row)
                for (l = 0; l < L; l++)
                    score[i][l] += m->rows[row - 1].w[l];
        }
        may[i] = w->may;
        right[i] = w->right;
        different |= w->may != w->right;
    }
    if (!different)
        return 0;
    z = passes((const float(*)[L])score, may, n, free_p);
    y = passes((const float(*)[L])score, right, n, right_p);
    if (y == -HUGE_VAL)
        return 0;
    for (i = 0, k = 0; i < n; i++) {
        const crf_word *w = d->words + from + i;
        float g[L];

        for (l = 0; l < L; l++)
            g[l] = (float)(w->weight * (free_p[i][l] - right_p[i][l]));
        for (j = 0; j < w->n; j++) {
            uint32_t row = used[k++];
            crf_row *r = m->rows + row - 1;

            if (row && m->tie)
                tied_step(m->tie, row - 1, g, rate * m->tie->rate);
            if (row == 0 || (m->tie && !m->tie->renew))
                continue;
            for (l = 0; l < L; l++) {
                float x = g[l] + (float)decay * w->weight * r->w[l];

                r->g[l] += x * x;
                r->w[l] -= (float)rate * x / sqrtf(r->g[l] + 1e-4f);
            }
        }
    }
    return (z - y) * d->words[from].weight;
}

void crf_average_from(crf *m)
{
    m->sum = lab_alloc((m->n + 1) * sizeof *m->sum);
    memset(m->sum, 0, m->n * sizeof *m->sum);
    m->times = 0;
}

static void note(crf *m)
{
    size_t r;
    int l;

    for (r = 0; r < m->n; r++)
        for (l = 0; l < L; l++)
            m->sum[r][l] += m->rows[r].w[l];
    m->times++;
}

void crf_average(crf *m)
{
    size_t r;
    int l;

    for (r = 0; r < m->n; r++)
        for (l = 0; l < L && m->times; l++)
            m->rows[r].w[l] = m->sum[r][l] / (float)m->times;
    free(m->sum);
    m->sum = NULL;
}

double crf_train(crf *m, crf_data *d, double rate, double decay, uint32_t seed)
{
    uint32_t *order = lab_alloc((d->n + 1) * sizeof *order), n = 0;
    size_t i, j;
    double loss = 0;

    random_state = seed;
    for (i = 0; i < d->n; i = j) {
        for (j = i + 1; !d->words[j - 1].last; j++)
            ;
        order[n++] = (uint32_t)i;
    }
    for (i = n; i > 1; i--) {
        uint32_t x, t;

        seed = seed * UINT32_C(1664525) + UINT32_C(1013904223);
        x = (uint32_t)((uint64_t)seed * i >> 32);
        t = order[x];
        order[x] = order[i - 1];
        order[i - 1] = t;
    }
    for (i = 0; i < n; i++) {
        for (j = order[i] + 1; !d->words[j - 1].last; j++)
            ;
        loss += island(m, d, order[i], j - order[i], rate, decay);
        if (i % (n / NOTES + 1) != n / NOTES)
            continue;
        if (m->tie && m->tie->renew)
            m->tie->renew(m);
        if (m->sum)
            note(m);
    }
    free(order);
    return loss / (n ? n : 1);
}

double crf_label(const float (*score)[L], const uint32_t *may, size_t n, uint8_t *label)
{
    float best[N][L];
    uint8_t back[N][L];
    double p[N][L], sum;
    size_t i;
    int l, k, top;

    for (i = 0; i < n; i++)
        for (l = 0; l < L; l++) {
            int d = (l - 1) & 3, inner = l && (d == PI_SPOT_I || d == PI_SPOT_L);

            top = -1;
            if (i)
                for (k = 0; k < L; k++)
                    if ((inner ? k == l - d || k == l - d + 1 : is_out(k)) && (top < 0 || best[i - 1][k] > best[i - 1][top]))
                        top = k;
            best[i][l] = (may[i] >> l & 1) && (i || !inner) ? score[i][l] + (i ? best[i - 1][top] : 0) : -1e9f;
            back[i][l] = (uint8_t)(top < 0 ? 0 : top);
        }
    for (l = top = 0; l < L; l++)
        if (is_out(l) && best[n - 1][l] > best[n - 1][top])
            top = l;
    sum = passes(score, may, n, p);
    for (i = n; i-- > 0;) {
        label[i] = (uint8_t)top;
        top = back[i][top];
    }
    return exp((double)best[n - 1][label[n - 1]] - sum);
}

void crf_draw(const float (*score)[L], const uint32_t *may, size_t n, uint32_t *seed, uint8_t *label)
{
    uint32_t set[N];
    double p[N][L], x;
    size_t i;
    int l;

    memcpy(set, may, n * sizeof *set);
    for (i = 0; i < n; i++) {
        passes(score, set, n, p); /* given the labels that are drawn */
        *seed = *seed * UINT32_C(1664525) + UINT32_C(1013904223);
        x = *seed / 4294967296.0;
        for (l = 0; l < L - 1 && (x -= p[i][l]) >= 0; l++)
            ;
        while (!(p[i][l] > 0))
            l = l ? l - 1 : L - 1; /* the rest of rounding */
        label[i] = (uint8_t)l;
        set[i] = UINT32_C(1) << l;
    }
}
