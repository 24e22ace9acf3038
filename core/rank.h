/* Scoring and selection. Layer 3.
 *
 * Hides: what makes a sentence worth choosing. A candidate is scored given what is chosen already, so
 * the same function scores the first and the last of the greedy selection. */
#ifndef PI_RANK_H
#define PI_RANK_H

#include "gain.h"

/* Progress of a selection; part of the state. */
typedef struct pi_sel {
    pith_budget left;   /* limits; percent is resolved into bytes */
    uint32_t words, bytes;
    uint32_t best_worth;   /* of this step so far: see rank.c */
    uint16_t sentences, rows;
    uint16_t cursor;       /* record to look at next, or what else a phase counts */
    pi_trail trail;        /* of the cursor */
    uint16_t best;         /* best candidate of this step so far */
    pi_trail best_trail;
    uint8_t phase;         /* PI_SEL_* */
    uint8_t step;          /* 1 to 63, then again from 1: marks scores of this step */
    uint8_t over;          /* nothing fitted: the one that is chosen now is longer than the budget */
    uint8_t end;           /* PI_SEL_WHOLE and the like */
} pi_sel;

enum { PI_SEL_NONE, PI_SEL_TERMS, PI_SEL_CLEAR, PI_SEL_MEASURE, PI_SEL_SCORE, PI_SEL_PICK, PI_SEL_DONE };

enum { PI_SEL_WHOLE = 1 /* the text fits as it is */, PI_SEL_OWN = 2 /* no limit: ends when nothing adds enough */,
       PI_SEL_PLAIN = 4 /* a generous limit: the plain score decides */, PI_SEL_BRIEF = 8 /* its sentences must stand alone */ };

/* Score by a few features and hand-set weights, Q0.16: decides who stays in a full table, and all where the model has
 * learnt no gains. */
uint16_t pi_rank_plain(const pi_rank *k, const pi_rec *r);

/* Score of a record given the choice so far, Q0.16: 1/2 is no gain. */
uint16_t pi_rank_score(const pi_rank *k, const pi_rec *r, const pi_trail *at);

/* What the reader asked for comes first, by the number of such words up to three; then the score. */
static inline uint32_t pi_rank_worth(const pi_rec *r, uint16_t score)
{
    return ((uint32_t)(r->query < 3 ? r->query : 3) << 16) | score;
}

/* Makes room: drops the worst of a few neighbours in the text, as they stand with what is known so far, where
 * records stand close, so what stays is spread over the text. Returns how many were dropped, 0 if there
 * were none. */
uint16_t pi_rank_evict(const pi_rank *k);

void pi_rank_start(const pi_rank *k, const pith_budget *b, uint32_t text_bytes);

/* One bounded step. Returns 1 while there is more to do. */
int pi_rank_step(const pi_rank *k);

/* Chooses a record. For training; a selection does so by itself. */
void pi_rank_choose(const pi_rank *k, uint16_t i);

#endif
