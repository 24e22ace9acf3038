#include "rank_fit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "jsonl.h"

enum { WIDTH = RANK_LEVELS };

void rank_add(rank_samples *s, const uint8_t g[PI_GAUGES], double label, uint32_t state)
{
    if (s->n == s->room) {
        s->room = s->room * 3 / 2 + 65536;
        s->g = lab_realloc(s->g, s->room * sizeof *s->g);
        s->label = lab_realloc(s->label, s->room * sizeof *s->label);
        s->state = lab_realloc(s->state, s->room * sizeof *s->state);
    }
    memcpy(s->g[s->n], g, PI_GAUGES);
    s->label[s->n] = (float)label;
    s->state[s->n++] = state;
}

/* The best place to cut values [from, to) by squared error, with a little for cutting in halves. Returns the gain. */
static double best_cut(const double *sum, const double *count, unsigned from, unsigned to, double even, unsigned *cut)
{
    double s = 0, n = 0, all = 0, total = 0, best = 0;
    unsigned i;

    for (i = from; i < to; i++) {
        all += sum[i];
        total += count[i];
    }
    for (i = from; i + 1 < to; i++) {
        double gain, rest;

        s += sum[i];
        n += count[i];
        rest = total - n;
        if (n < 1 || rest < 1)
            continue;
        gain = s * s / n + (all - s) * (all - s) / rest - all * all / total + even * n * rest / total;
        if (gain > best) {
            best = gain;
            *cut = i + 1;
        }
    }
    return best;
}

/* Edges of a gauge: a regression tree on it alone, grown best first. */
static void find_edges(rank_model *m, const rank_samples *s, unsigned g, unsigned levels, double variance)
{
    double sum[256] = { 0 }, count[256] = { 0 };
    unsigned bound[WIDTH + 1] = { 0, 256 }, n = 1, i, k;
    size_t j;

    for (j = 0; j < s->n; j++) {
        sum[s->g[j][g]] += s->label[j] - m->bias;
        count[s->g[j][g]]++;
    }
    while (n < levels) {
        double best = 0;
        unsigned at = 0, where = 0, cut;

        for (i = 0; i < n; i++) {
            double gain = best_cut(sum, count, bound[i], bound[i + 1], variance * 0.01, &cut);

            if (gain > best) {
                best = gain;
                at = cut;
                where = i;
            }
        }
        if (best <= 0)
            break;
        for (k = n + 1; k > where + 1; k--)
            bound[k] = bound[k - 1];
        bound[where + 1] = at;
        n++;
    }
    m->edges[g] = (uint8_t)(n - 1);
    for (i = 1; i < n; i++)
        m->edge[g][i - 1] = (uint8_t)bound[i];
}

typedef struct {
    const rank_samples *s;
    uint8_t *level[PI_GAUGES]; /* columns */
    float *rest;               /* what is not explained */
    float *mean;               /* centre times the mean of `rest` in the sample's state */
    double centre, ridge;
    unsigned pick;
} fit;

static void centre(fit *f)
{
    const rank_samples *s = f->s;
    size_t i = 0, k, e;

    if (f->centre <= 0)
        return;
    for (; i < s->n; i = e) {
        double sum = 0;

        for (e = i; e < s->n && s->state[e] == s->state[i]; e++)
            sum += f->rest[e];
        for (k = i; k < e; k++)
            f->mean[k] = (float)(f->centre * sum / (double)(e - i));
    }
}

/* Adds the best step to a table. */
static void refit(fit *f, rank_table *t, double rate)
{
    const uint8_t *a = f->level[t->a], *b = f->level[t->b];
    double sum[RANK_CELLS] = { 0 };
    unsigned count[RANK_CELLS] = { 0 }, c;
    float step[RANK_CELLS];
    size_t i;

    centre(f);
    for (i = 0; i < f->s->n; i++) {
        c = a[i] * (unsigned)WIDTH + b[i];
        sum[c] += f->rest[i] - f->mean[i];
        count[c]++;
    }
    for (c = 0; c < RANK_CELLS; c++) {
        step[c] = count[c] ? (float)(rate * (sum[c] - f->ridge * t->cell[c]) / (count[c] + f->ridge)) : 0;
        t->cell[c] += step[c];
    }
    for (i = 0; i < f->s->n; i++)
        f->rest[i] -= step[a[i] * WIDTH + b[i]];
}

static size_t table_bytes(const rank_model *m, unsigned a, unsigned b)
{
    return 2 + (size_t)(m->edges[a] + 1) * (size_t)(m->edges[b] + 1);
}

/* Is the gauge the same for all candidates of a state? */
static int of_state(unsigned g) { return g >= PI_G_DOC || g == PI_G_CHOSEN || g == PI_G_CHOSEN_WORDS; }

/* The pair of gauges that explains most of what is left, for each byte's price. Returns 0 when none fits. */
static int pick_pair(const fit *f, const rank_model *m, size_t room, int states, unsigned *pa, unsigned *pb)
{
    size_t stride = f->s->n / f->pick + 1, n = 0, i;
    uint8_t *level[PI_GAUGES];
    float *rest = lab_alloc((f->s->n / stride + 1) * sizeof *rest);
    double best = 0;
    unsigned a, b, c, t;

    for (i = 0; i < f->s->n; i += stride)
        rest[n++] = f->rest[i] - f->mean[i];
    for (a = 0; a < PI_GAUGES; a++) {
        level[a] = lab_alloc(n);
        for (i = n = 0; i < f->s->n; i += stride)
            level[a][n++] = f->level[a][i];
    }
    for (a = 0; a < PI_GAUGES; a++) {
        for (b = a + 1; b < PI_GAUGES; b++) {
            float sum[RANK_CELLS] = { 0 };
            uint32_t count[RANK_CELLS] = { 0 };
            double gain = 0;

            for (t = 0; t < m->tables && (m->table[t].a != a || m->table[t].b != b); t++) {
            }
            if ((of_state(a) && of_state(b)) != states || t < m->tables || table_bytes(m, a, b) > room || m->edges[a] == 0 || m->edges[b] == 0)
                continue;
            for (i = 0; i < n; i++) {
                c = level[a][i] * (unsigned)WIDTH + level[b][i];
                sum[c] += rest[i];
                count[c]++;
            }
            for (c = 0; c < RANK_CELLS; c++)
                gain += count[c] ? (double)sum[c] * sum[c] / (count[c] + f->ridge / (double)stride + 20) : 0;
            gain /= pow((double)table_bytes(m, a, b), 0.5);
            if (gain > best) {
                best = gain;
                *pa = a;
                *pb = b;
            }
        }
    }
    for (a = 0; a < PI_GAUGES; a++)
        free(level[a]);
    free(rest);
    return best > 0;
}

static void find_levels(fit *f, const rank_model *m)
{
    uint8_t of[256];
    unsigned g, v, k;
    size_t i;

    for (g = 0; g < PI_GAUGES; g++) {
        f->level[g] = lab_alloc(f->s->n);
        for (v = 0; v < 256; v++) {
            for (k = 0; k < m->edges[g] && m->edge[g][k] <= v; k++) {
            }
            of[v] = (uint8_t)k;
        }
        for (i = 0; i < f->s->n; i++)
            f->level[g][i] = of[f->s->g[i][g]];
    }
}

static size_t bytes_of(const rank_model *m)
{
    size_t bytes = 3;
    unsigned i;

    for (i = 0; i < PI_GAUGES; i++)
        bytes += 1u + m->edges[i];
    for (i = 0; i < m->tables; i++)
        bytes += table_bytes(m, m->table[i].a, m->table[i].b);
    return bytes;
}

/* Grows tables on what `f` has left. */
static void grow(fit *f, rank_model *m, const rank_how *how, unsigned tables, size_t bytes, int states)
{
    unsigned begun = m->tables, a = 0, b = 0, w, t;
    size_t used = bytes_of(m);

    while (m->tables < tables && used < bytes && pick_pair(f, m, bytes - used, states, &a, &b)) {
        rank_table *one = &m->table[m->tables++];

        memset(one, 0, sizeof *one);
        one->a = (uint8_t)a;
        one->b = (uint8_t)b;
        used += table_bytes(m, a, b);
        refit(f, one, 0.7);
        if (m->tables % 8 == 0)
            for (t = begun; t < m->tables; t++)
                refit(f, &m->table[t], 0.7);
        centre(f);
    }
    for (w = 0; w < how->sweeps; w++)
        for (t = begun; t < m->tables; t++)
            refit(f, &m->table[t], 0.7);
}

static void open_fit(fit *f, const rank_model *m, const rank_samples *s, const rank_how *how, double ridge, double part)
{
    size_t i;

    f->s = s;
    f->centre = part;
    f->ridge = ridge;
    f->pick = how->pick;
    f->rest = lab_alloc(s->n * sizeof *f->rest);
    f->mean = lab_alloc(s->n * sizeof *f->mean);
    for (i = 0; i < s->n; i++) {
        f->rest[i] = (float)(s->label[i] - m->bias);
        f->mean[i] = 0;
    }
    find_levels(f, m);
}

static double error(const fit *f)
{
    double sum = 0;
    size_t i;

    for (i = 0; i < f->s->n; i++)
        sum += (double)(f->rest[i] - f->mean[i]) * (f->rest[i] - f->mean[i]);
    return sqrt(sum / (double)f->s->n);
}

static void close_fit(fit *f)
{
    unsigned g;

    for (g = 0; g < PI_GAUGES; g++)
        free(f->level[g]);
    free(f->rest);
    free(f->mean);
}

void rank_fit(rank_model *m, const rank_samples *s, const rank_how *how)
{
    double sum = 0, square = 0, before;
    size_t i;
    unsigned g;
    fit f;

    memset(m, 0, sizeof *m);
    for (i = 0; i < s->n; i++) {
        sum += s->label[i];
        square += (double)s->label[i] * s->label[i];
    }
    m->bias = sum / (double)s->n;
    for (g = 0; g < PI_GAUGES; g++) /* a gauge without edges is paired with none */
        if (!how->without[g])
            find_edges(m, s, g, how->levels, square / (double)s->n - m->bias * m->bias);
    open_fit(&f, m, s, how, how->ridge, how->centre);
    centre(&f);
    before = error(&f);
    grow(&f, m, how, how->tables, how->bytes, 0);
    fprintf(stderr, "  %u tables, %lu bytes, error %.5f of %.5f\n", m->tables, (unsigned long)bytes_of(m), error(&f), before);
    close_fit(&f);
}

void rank_fit_states(rank_model *m, const rank_samples *s, const rank_how *how)
{
    double before, bias = 0;
    unsigned t;
    size_t i;
    fit f;

    open_fit(&f, m, s, how, how->ridge / 30, 0);
    for (t = 0; t < m->tables; t++) {
        const rank_table *one = &m->table[t];

        for (i = 0; i < s->n; i++)
            f.rest[i] -= one->cell[f.level[one->a][i] * WIDTH + f.level[one->b][i]];
    }
    for (i = 0; i < s->n; i++)
        bias += f.rest[i] / (double)s->n;
    m->bias += bias;
    for (i = 0; i < s->n; i++)
        f.rest[i] -= (float)bias;
    before = error(&f);
    grow(&f, m, how, m->tables + how->states, how->bytes + how->states * 102, 1);
    fprintf(stderr, "  %u tables, %lu bytes, error of the best %.5f of %.5f, bias %.4f\n", m->tables, (unsigned long)bytes_of(m),
            error(&f), before, bias);
    close_fit(&f);
}

void rank_round(const rank_model *m, rank_whole *whole, double *scale)
{
    double most = 0;
    unsigned t, i;

    for (t = 0; t < m->tables; t++)
        for (i = 0; i < RANK_CELLS; i++)
            if (fabs(m->table[t].cell[i]) > most)
                most = fabs(m->table[t].cell[i]);
    *scale = most > 0 ? 127.0 / most : 1;
    memset(whole, 0, sizeof *whole);
    memcpy(whole->edge, m->edge, sizeof whole->edge);
    whole->tables = m->tables;
    for (t = 0; t < m->tables; t++) {
        const rank_table *one = &m->table[t];

        whole->table[t].a = one->a;
        whole->table[t].b = one->b;
        whole->edges[one->a] = m->edges[one->a];
        whole->edges[one->b] = m->edges[one->b];
        for (i = 0; i < RANK_CELLS; i++)
            whole->table[t].cell[i] = (int8_t)floor(one->cell[i] * *scale + 0.5);
    }
}
