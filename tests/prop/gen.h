/* Random texts of several genres, and noise. The same seed gives the same text everywhere. */
#ifndef GEN_H
#define GEN_H

#include <stddef.h>
#include <stdint.h>

enum { GEN_NEWS, GEN_DIALOGUE, GEN_LIST, GEN_WRAPPED, GEN_CAPITALS, GEN_UNICODE, GEN_NOISE, GEN_BYTES,
       GEN_RUNS, GEN_KINDS };

typedef struct { uint32_t x; } gen_rng;

/* 32 random bits (xorshift32); rng->x must not be 0. */
uint32_t gen_next(gen_rng *rng);

/* 0 <= result < n */
uint32_t gen_below(gen_rng *rng, uint32_t n);

/* Fills buf with up to `room` bytes of text of a genre; returns the length, at least room / 2. */
size_t gen_text(gen_rng *rng, int genre, char *buf, size_t room);

#endif
