/* What a candidate would add to a summary: a sum of learnt tables over pairs of gauges. Layer 3.
 *
 * The model is a generalized additive model with pairwise terms (Lou, Caruana, Gehrke and Hooker 2013), read from
 * bytes, n = model->rank:
 *     2    threshold, int16_t, low byte first: a summary without a budget ends before a gain that is below it
 *     for each gauge: number of bytes that follow; its edges, 1 to 255, each one less, ascending; 255. Its level is the number
 *          of edges that are not above it, 0 to 15
 *     groups of tables with the same first gauge:
 *          number of tables, 1 to 255; the gauge; its levels
 *          for each table: the second gauge; number of cells, at most 255
 *          for each its cells, each 128 more than what it adds: those of the first gauge's levels in a row
 *     0
 * in units that the trainer chooses. */
#ifndef PI_GAIN_H
#define PI_GAIN_H

#include "gauge.h"

/* The expected gain; |gain| <= 255 * 128. Uses the gauges up: they become levels. */
int16_t pi_gain(const pith_model *m, uint8_t g[PI_GAUGES]);

/* The least gain that a summary without a budget goes on for. */
int16_t pi_gain_threshold(const pith_model *m);

#endif
