/* Articles with their summaries as the scorer sees them, and what each sentence would add to a summary. Host only. */
#ifndef LAB_RANK_DOCS_H
#define LAB_RANK_DOCS_H

#include "rouge.h"
#include "state.h"

typedef struct {
    char *text, *summary;
    size_t length;
} rank_doc;

typedef struct {
    rank_doc *doc;
    size_t n;
} rank_docs;

/* Reads every `step`-th row from row `first` on; of rows with the member "src": "cnn" only every `cnn`-th. A byline of the Daily Mail, which half
 * of its older articles have, is left out. Ends the program on errors. */
void rank_load(rank_docs *d, const char *path, unsigned first, unsigned step, unsigned cnn);

enum { RANK_SENTENCES = 4096 };

/* A text that the core has read, at the start of a selection. */
typedef struct {
    const rank_doc *doc;
    pith p;
    pi_view v;
    size_t n;                       /* records, in text order */
    uint16_t rec[RANK_SENTENCES];
    /* What a summary of them scores: counts over the stems and pairs of stems of the reference. */
    size_t words[RANK_SENTENCES];   /* of each sentence */
    size_t from[RANK_SENTENCES + 1], pair_from[RANK_SENTENCES + 1];
    uint16_t *word, *pair;          /* those of the reference, sentence after sentence */
    size_t room, nref, npairs;
    uint16_t want[2][RANK_SENTENCES], have[2][RANK_SENTENCES];
    size_t hits[2], chosen_words, chosen;
} rank_text;

/* Reads a document with a work area of `cells`; summaries may be scored when `score` is set. Texts of more than
 * RANK_SENTENCES sentences or reference words are cut there. */
void rank_read(rank_text *t, const rank_doc *doc, const pith_model *m, pith_cell *work, size_t cells, int score);

/* ROUGE-1 + ROUGE-2 (F1 without stemming's ties, pairs within sentences) that sentence i would add to the choice. */
double rank_gain(const rank_text *t, size_t i);

/* Chooses sentence i. */
void rank_take(rank_text *t, size_t i);

/* The lines of the sentences that the core has chosen, on the heap. */
char *rank_summary(const rank_text *t);

/* Mean ROUGE (F1 in percent) of what the core chooses with its own length, or of `sentences`; *length is their mean number. */
rouge_score rank_measure(const rank_docs *d, const pith_model *m, pith_cell *work, size_t cells, uint16_t sentences, double *length);

#endif
