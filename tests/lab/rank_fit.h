/* Fits sums of tables over pairs of gauges (core/gain.h) to labels. Host only. */
#ifndef LAB_RANK_FIT_H
#define LAB_RANK_FIT_H

#include <stddef.h>

#include "rank_pack.h"

/* Samples: candidates, those of one state after one another. */
typedef struct {
    size_t n, room;
    uint8_t (*g)[PI_GAUGES];
    float *label;
    uint32_t *state; /* number of the state, ascending */
} rank_samples;

void rank_add(rank_samples *s, const uint8_t g[PI_GAUGES], double label, uint32_t state);

typedef struct {
    uint8_t a, b;
    float cell[RANK_CELLS]; /* of level i of a and k of b: cell[i * RANK_LEVELS + k] */
} rank_table;

typedef struct {
    uint8_t edges[PI_GAUGES], edge[PI_GAUGES][RANK_EDGES];
    unsigned tables;
    rank_table table[RANK_TABLES];
    double bias;
} rank_model;

typedef struct {
    unsigned tables; /* at most */
    unsigned levels; /* of a gauge, at most RANK_EDGES + 1 */
    size_t bytes;    /* of the whole model, at most */
    double ridge;    /* samples of value 0 that each cell has beforehand */
    double centre;   /* 0 to 1: how much of the mean error of a state does not count */
    unsigned sweeps;
    unsigned states; /* tables of rank_fit_states */
    unsigned pick;   /* samples, or so, that choose a pair of gauges */
    uint8_t without[PI_GAUGES]; /* 1: the gauge is in no table */
} rank_how;

/* Tables that tell candidates of a state apart; gauges that are the same for all of them are paired with others. */
void rank_fit(rank_model *m, const rank_samples *s, const rank_how *how);

/* Adds tables of gauges that are the same for all candidates of a state, to what a model leaves of the labels: they
 * say when to stop. */
void rank_fit_states(rank_model *m, const rank_samples *s, const rank_how *how);

/* The model in units of 1 / *scale, which is chosen so that its cells fit; gauges of no table have no edges any more. The
 * threshold is left 0. */
void rank_round(const rank_model *m, rank_whole *whole, double *scale);

#endif
