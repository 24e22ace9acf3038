/* Texts that are hard to cut, for the comparison: the same seed gives the same text. */
#ifndef REFERENCE_TEXTS_H
#define REFERENCE_TEXTS_H

#include "../prop/gen.h"

/* Words and signs in any order: what joins tokens. Returns the length, at most `room`. */
size_t text_soup(gen_rng *rng, char *buf, size_t room);

/* Words, abbreviations, stops, quotes and brackets in lines of some width: what ends sentences. */
size_t text_prose(gen_rng *rng, char *buf, size_t room);

/* The i-th of the texts of n signs, of TEXT_SIGNS: what joins tokens. */
enum { TEXT_SIGNS = 16 };
size_t text_signs(unsigned long i, unsigned n, char *buf);

/* The i-th of the texts of n words or signs, each with one of three kinds of white space behind it, TEXT_PIECES in all: what ends
 * sentences. */
enum { TEXT_PIECES = 51 };
size_t text_pieces(unsigned long i, unsigned n, char *buf);

/* A word with English ends, perhaps of no language: at most 31 bytes. */
size_t text_word(gen_rng *rng, uint8_t word[32]);

#endif
