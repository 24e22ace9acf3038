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
 * learnt no gains. It is 16384 and a feature of 0 to 255 times its weight for each of these, within 1 to 65535; divisions leave no rest:
 *   lead        w / (1 + ordinal), below ordinal 32; w = 255 up to 160 sentences read, then 255 * 160 / sentences
 *   early       w * (32 - ordinal) / 32, likewise
 *   salience    sum of the saliences (terms.h) of its terms that are not covered, over 4; from 128 sentences on over 8, from 512
 *               over 16, from 2048 over 32
 *   recurring   the same of those that occurred twice or more
 *   covered     255 * terms that are covered / terms
 *   short       31 * (8 - words), below 8 words
 *   long        6 * (words - 30), above 30 words
 *   255 each for: dangling (begins with a pronoun or connective), heading, credit, quote, question, number
 *   names       32 * names
 *   query       191 + 64 * words of the query in it, if there is one
 * A term is covered that a chosen sentence has. */
uint16_t pi_rank_plain(const pi_rank *k, const pi_rec *r);

/* Score of a record given the choice so far, Q0.16: 1/2 is no gain. 32768 + 16 * gain, less 12288 for a heading, and less 2000 in a brief
 * summary for a dangling sentence if the record before it, if any, is not chosen; within 1 to 65535. A summary is brief that may have up to
 * 6 sentences, 1000 bytes, 166 words, has a limit of rows, or none. In a text of more than 160 sentences PI_G_PLACE is 50 for all. */
uint16_t pi_rank_score(const pi_rank *k, const pi_rec *r, const pi_trail *at);

/* What the reader asked for comes first, by the number of such words up to three; then the score. */
static inline uint32_t pi_rank_worth(const pi_rec *r, uint16_t score)
{
    return ((uint32_t)(r->query < 3 ? r->query : 3) << 16) | score;
}

#define pi_rank_evict PI_BUILT(pi_rank_evict)
/* Makes room: drops the worst of a few neighbours in the text, as they stand with what is known so far, where
 * records stand close, so what stays is spread over the text. Returns how many were dropped, 0 if there
 * were none. */
uint16_t pi_rank_evict(const pi_rank *k);

#define pi_rank_start PI_BUILT(pi_rank_start)
/* Starts a selection. Candidates are the records within the range of the budget. Is there room for all of them, and was no sentence of
 * the text left out of the table, then all are chosen. Else at each step that one joins which has the greatest worth, the first in the
 * text of equal ones, of those that fit into what is left of each limit and are text of the article: more than two words, more than one
 * term, no credit. What fits nowhere as the first is chosen alone, any candidate, by its worth: PITH_OVER. At the first step and
 * every 63rd all are rated; with at most 128 records at the others, too, but for those whose latest score lies 20 or more below fair, over 256. Fair
 * is what these sum up to at that step, shared among all records. Else those are rated anew, from the first of
 * the text on, whose worth as it was is above that of the best before them; with at most 128 records the best alone, until it is the best as rated at this step.
 * The plain score decides where the model has no gains, or the limit of bytes is more than a quarter of the range (of words: a 24th). Without a limit a
 * summary ends after three sentences by the plain score, by gains before a sentence that has no word of the query and whose score is below
 * 32768 + 16 * the threshold of gain.h; all of a text is not chosen then only because nothing limits it. Percents are of the range,
 * at least one byte. */
void pi_rank_start(const pi_rank *k, const pith_budget *b, uint32_t text_bytes);

/* One bounded step. Returns 1 while there is more to do. */
int pi_rank_step(const pi_rank *k);

/* Chooses a record. For training; a selection does so by itself. */
void pi_rank_choose(const pi_rank *k, uint16_t i);

#endif
