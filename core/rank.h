/* Scoring and selection. Layer 3.
 *
 * Hides: what makes a sentence worth choosing. A candidate is scored given what is chosen already, so
 * the same function ranks a full table (nothing chosen) and drives the greedy selection. */
#ifndef PI_RANK_H
#define PI_RANK_H

#include "model.h"
#include "store.h"
#include "terms.h"

/* Progress of a selection; part of the state. */
typedef struct {
    pith_budget left;   /* limits; percent is resolved into bytes */
    uint32_t words, bytes;
    uint32_t best_worth;   /* of this step so far: see rank.c */
    uint16_t sentences, rows;
    uint16_t prev, cursor; /* record to look at next */
    uint16_t best;         /* best candidate of this step so far */
    uint8_t phase;         /* PI_SEL_* */
    uint8_t step;          /* 1 to 63, then again from 1: marks scores of this step */
    uint8_t over;          /* nothing fitted: the one that is chosen now is longer than the budget */
    uint8_t whole;         /* the text fits as it is */
    uint8_t pad[2];
} pi_sel;

enum { PI_SEL_NONE, PI_SEL_CLEAR, PI_SEL_MEASURE, PI_SEL_SCORE, PI_SEL_PICK, PI_SEL_DONE };

/* What scoring looks at, made anew for every call of the API. */
typedef struct {
    pi_tab tab;
    pi_term *terms;
    const pith_model *model;
    pi_sel *sel;
    uint16_t buckets;
    uint16_t sentences; /* read so far, saturating */
} pi_rank;

/* Score of a record given the choice so far, Q0.16. */
uint16_t pi_rank_score(const pi_rank *k, const pi_rec *r);

/* Makes room: drops the worst of the next few records, as they stand with what is known so far. The
 * hand that goes round the table looks at neighbours in the text, so what stays is spread over it. Returns
 * how many were dropped, 0 if there were none. */
uint16_t pi_rank_evict(const pi_rank *k);

void pi_rank_start(const pi_rank *k, const pith_budget *b, uint32_t text_bytes);

/* One bounded step. Returns 1 while there is more to do. */
int pi_rank_step(const pi_rank *k);

/* Is the record chosen? */
static inline int pi_rank_chosen(const pi_rec *r) { return r->state >> 7; }

#endif
