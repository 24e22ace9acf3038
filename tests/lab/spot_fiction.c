#include "spot_fiction.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jsonl.h"

enum { CLASSES = 256, BEFORE = 7 /* islands that are told with one */, STEPS = 150 };

static const double RIDGE = 3e-4, RATE = 0.1, UNIT = 16;

void fiction_island(fiction_data *d, int novel, int begins, double weight)
{
    if (d->n == d->room) {
        d->room = 2 * d->room + 4096;
        d->count = lab_realloc(d->count, d->room * sizeof *d->count);
        d->novel = lab_realloc(d->novel, d->room);
        d->begins = lab_realloc(d->begins, d->room);
        d->weight = lab_realloc(d->weight, d->room * sizeof *d->weight);
    }
    memset(d->count[d->n], 0, sizeof *d->count);
    d->novel[d->n] = (unsigned char)novel;
    d->begins[d->n] = (unsigned char)begins;
    d->weight[d->n++] = weight;
}

void fiction_word(fiction_data *d, uint8_t class) { d->count[d->n - 1][class]++; }

void fiction_free(fiction_data *d)
{
    free(d->count);
    free(d->novel);
    free(d->begins);
    free(d->weight);
}

/* One step of gradient descent (Adagrad); both kinds of text weigh the same. Returns the mean loss. */
static double step(const fiction_data *d, const double sum[2], double *w, double *square)
{
    double g[CLASSES], loss = 0;
    float window[CLASSES];
    size_t i, first = 0;
    int k;

    memset(g, 0, sizeof g);
    for (i = 0; i < d->n; i++) {
        double x = 0, p, weight = d->weight[i] / sum[d->novel[i]] / 2;

        if (d->begins[i])
            first = i;
        if (i == first)
            memset(window, 0, sizeof window);
        for (k = 0; k < CLASSES; k++)
            window[k] += d->count[i][k];
        if (i - first > BEFORE)
            for (k = 0; k < CLASSES; k++)
                window[k] -= d->count[i - BEFORE - 1][k];
        for (k = 0; k < CLASSES; k++)
            x += w[k] * (double)window[k];
        p = 1 / (1 + exp(-x));
        loss -= weight * log((d->novel[i] ? p : 1 - p) + 1e-12);
        for (k = 0; k < CLASSES; k++)
            g[k] += weight * (p - d->novel[i]) * (double)window[k];
    }
    for (k = 0; k < CLASSES; k++) {
        g[k] += RIDGE * w[k];
        square[k] += g[k] * g[k];
        w[k] -= RATE * g[k] / sqrt(square[k] + 1e-12);
    }
    return loss;
}

void fiction_learn(const fiction_data *d, uint8_t table[256])
{
    double w[CLASSES], square[CLASSES], sum[2] = { 0, 0 }, loss = 0;
    size_t i;
    int k;

    for (i = 0; i < d->n; i++)
        sum[d->novel[i]] += d->weight[i];
    memset(w, 0, sizeof w);
    memset(square, 0, sizeof square);
    for (k = 0; k < STEPS; k++)
        loss = step(d, sum, w, square);
    fprintf(stderr, "fiction: %lu islands, loss %.4f\n", (unsigned long)d->n, loss);
    for (k = 0; k < CLASSES; k++) {
        double x = 128 + floor(UNIT * w[k] + 0.5);

        table[k] = (uint8_t)(x < 0 ? 0 : x > 255 ? 255 : x);
    }
}
