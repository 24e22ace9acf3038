/* Stemming: runs the suffix program of a model over a folded word. Layer 2.
 *
 * Hides the form of the program; which suffixes a language has stands in the model alone. */
#ifndef PI_STEM_H
#define PI_STEM_H

#include "base.h"

/* Stems the n folded bytes of w in place, n <= PI_WORD_KEPT; w has room for one byte more than n.
 * `program` is a model's (a null pointer: no stemming). Returns the new length, >= 1. */
uint8_t pi_stem(pi_rom8p program, uint8_t *w, uint8_t n);

#endif
