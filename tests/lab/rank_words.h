/* Learns what each listed stem tells for its sentence. Host only. */
#ifndef LAB_RANK_WORDS_H
#define LAB_RANK_WORDS_H

#include "rank_docs.h"

/* Sentences with what a model without words leaves unexplained of their labels. */
typedef struct {
    size_t n, room, used, space;
    float *rest;
    size_t *from;   /* the stems of sentence i stand from from[i] up to from[i + 1] */
    uint16_t *stem; /* indices in the model's frequency table */
} rank_words;

void rank_words_add(rank_words *w, const rank_text *t, size_t sentence, double rest);

/* Ridge regression by coordinate descent; then each weight is cut to four bits, PI_FREQ_PLAIN for none, and stored in
 * the table `freq` (core/lex.h). A weight of one is `unit` of the label. */
void rank_words_learn(const rank_words *w, const pith_model *m, uint16_t *freq, double ridge, double unit);

#endif
