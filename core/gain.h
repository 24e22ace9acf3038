/* What a candidate would add to a summary: a sum of learnt tables over pairs of gauges. Layer 3.
 *
 * The model is a generalized additive model with pairwise terms (Lou, Caruana, Gehrke and Hooker 2013), read from
 * bytes, n = model->rank:
 *     2    threshold, int16_t, low byte first: a summary without a budget ends before a gain that is below it
 *     1    number of tables
 *     for each gauge: number e of its edges, 0 to 15, and the edges, ascending; its level is the number of edges
 *          that are not above it, 0 to e
 *     for each table: gauges a and b; edges of b + 1; number of cells - 1; the cells, (edges of a + 1) * (edges of b + 1),
 *          each 128 more than what it adds, those of b in a row
 * in units that the trainer chooses. */
#ifndef PI_GAIN_H
#define PI_GAIN_H

#include "gauge.h"

/* The expected gain; |gain| <= 255 * 128. Uses the gauges up: they become levels. */
int16_t pi_gain(const pith_model *m, uint8_t g[PI_GAUGES]);

/* The least gain that a summary without a budget goes on for. */
int16_t pi_gain_threshold(const pith_model *m);

#endif
