/* Is what the core makes of a text what the reference makes of it? Where it is not, both are printed. */
#ifndef REFERENCE_SAME_H
#define REFERENCE_SAME_H

#include "ref.h"

/* The text that is compared. */
enum { ROOM = 40000, SHOWN = 300 /* bytes of it that are printed */ };
extern char input[ROOM];
extern size_t input_n;

/* same_text.c: code points and tokens. */
int same_tokens(const ref_text *r, const ref_tokens *want);

/* same_summary.c, with p as pith_init and pith_query left it, in this order: reads the text sentence by sentence; its records; its counts, those of a
 * reader of names with them;
 * its keywords, without kept text; the choice for a budget. */
int same_sentences(pith *p, const ref_sentences *want);
int same_records(const pith *p, const pith_config *cfg, const ref_sentences *want);
int same_counts(const pith *p, const ref_text *r, const ref_tokens *t, const ref_sentences *s, int names);
int same_keywords(const pith *p, const ref_tokens *t, const ref_terms *terms);
int same_choice(pith *p, const pith_config *cfg, const pith_budget *b, ref_sentences *l, ref_terms *terms);

#endif
