/* ROUGE-1, ROUGE-2 and ROUGE-Lsum (Lin 2004), F1 with Porter stems, as the common implementations
 * compute them. Host only. */
#ifndef LAB_ROUGE_H
#define LAB_ROUGE_H

#include <stddef.h>
#include <stdint.h>

/* A text as numbers of stems: equal stems have equal numbers for the life of the program. */
typedef struct {
    uint32_t *word;
    size_t words;
    size_t *line; /* line i is word[line[i]] up to word[line[i + 1]]; line[lines] == words */
    size_t lines;
} rouge_text;

typedef struct {
    double r1, r2, lsum; /* 0 to 1 */
} rouge_score;

/* Reads n bytes of UTF-8, lines without a word left out. */
void rouge_read(rouge_text *t, const char *s, size_t n);
void rouge_free(rouge_text *t);

rouge_score rouge_compare(const rouge_text *ref, const rouge_text *hyp);

/* Porter's stemmer of 1980. The n bytes of w are lower-case ASCII letters; returns the new length, at most n + 1
 * while it works: w has room for one more. */
size_t rouge_stem(char *w, size_t n);

#endif
