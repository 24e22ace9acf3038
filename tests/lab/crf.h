/* Linear model over hashed features of islands, trained as a conditional random field whose labels are known as
 * sets: what a source does not mark may be anything that it does not mark. Host only. */
#ifndef LAB_CRF_H
#define LAB_CRF_H

#include <stddef.h>
#include <stdint.h>

#include "spot.h"

typedef struct {
    uint32_t hash;
    float mass; /* sum of the weights of the words that have it */
    float w[PI_SPOT_LABELS], g[PI_SPOT_LABELS];
} crf_row;

struct crf;

/* Rows whose weights are said by books: that of label l is scale times an entry at order[l], of the row's own row in the first book
 * when that is below `split`, else of the second. */
typedef struct {
    uint8_t (*code)[3]; /* of each row of the model: in the first book, in the second, scale */
    float (*book[2])[PI_SPOT_LABELS], (*g[2])[PI_SPOT_LABELS];
    int order[PI_SPOT_LABELS], split;
    double scale[16];
    double rate; /* of the books, times that of the rows */
    /* Chooses codes anew by the rows' own weights, at regular times in a pass; those then take the steps of the weights that stand
     * for them (straight-through estimator, Bengio et al. 2013). Or a null pointer: the books alone are trained. */
    void (*renew)(struct crf *m);
} crf_tie;

typedef struct crf {
    crf_tie *tie; /* or a null pointer: rows have weights of their own */
    crf_row *rows;
    size_t n;
    uint32_t *slots; /* row + 1 by hash */
    uint32_t mask;
    float (*sum)[PI_SPOT_LABELS]; /* of the weights at `times` times, while they are averaged, or a null pointer */
    unsigned times;
} crf;

/* Words of islands: features, labels that may be, labels that are right. */
typedef struct {
    uint32_t first; /* of the features */
    uint8_t n, last; /* features; last word of its island */
    uint32_t may, right; /* bit per label */
    float weight;
} crf_word;

typedef struct {
    crf_word *words;
    size_t n, room;
    uint32_t *features; /* hashes */
    uint32_t *bound;    /* of each, the model's row + 1, or 0 */
    size_t nf, froom;
} crf_data;

void crf_add(crf_data *d, const uint32_t *f, uint8_t n, uint32_t may, uint32_t right, float weight, int last);

/* Rows of a model for every feature that at least `least` words have. */
void crf_new(crf *m, const crf_data *d, uint32_t least);
/* Drops the rows that are worth least, by norm times square root of mass, but `rows`. */
void crf_prune(crf *m, size_t rows);
/* Looks the features of the data up in the model. */
void crf_bind(crf *m, crf_data *d);
void crf_free(crf *m);
uint32_t crf_find(const crf *m, uint32_t hash); /* row + 1; 0 */

/* One pass over the data in an order that depends on `seed` alone. Returns the mean loss of an island. */
extern double crf_drop; /* share of the features that are left out while training */
double crf_train(crf *m, crf_data *d, double rate, double decay, uint32_t seed);
/* Between the two, passes note the weights at regular times; then the weights become the means of those (Polyak and
 * Juditsky 1992). */
void crf_average_from(crf *m);
void crf_average(crf *m);

/* Labels of an island of n words by their scores; returns the margin-free probability of the best path. */
double crf_label(const float (*score)[PI_SPOT_LABELS], const uint32_t *may, size_t n, uint8_t *label);
/* Labels drawn by their probability. */
void crf_draw(const float (*score)[PI_SPOT_LABELS], const uint32_t *may, size_t n, uint32_t *seed, uint8_t *label);
void crf_score(const crf *m, const uint32_t *f, uint8_t n, float *score);

#endif
