/* ROUGE of a summary against the references of a row. Host only. */
#ifndef LAB_ROUGE_ROW_H
#define LAB_ROUGE_ROW_H

#include "jsonl.h"
#include "rouge.h"

/* Scores (0 to 1) of `hyp`, a sentence a line, against the row's "summary", or the best of each against its "refs". All 0 when it
 * has neither. */
void rouge_row(const jsonl *row, const char *hyp, rouge_score *best);

#endif
