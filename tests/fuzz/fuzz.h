/* What fuzz targets share. A target defines LLVMFuzzerTestOneInput, as libFuzzer and AFL++ want it; replay.c calls it with
 * files, so that every compiler and board can repeat an input. A broken invariant aborts. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

#define HOLD(condition) \
    do { \
        if (!(condition)) { \
            fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #condition); \
            abort(); \
        } \
    } while (0)

/* Reads decisions from the front of the input; 0 when it is used up. */
typedef struct {
    const uint8_t *at, *end;
} fuzz_input;

static inline unsigned fuzz_byte(fuzz_input *in) { return in->at < in->end ? *in->at++ : 0; }
static inline unsigned fuzz_word(fuzz_input *in)
{
    unsigned high = fuzz_byte(in);

    return high << 8 | fuzz_byte(in);
}

/* Sizes of pieces, from a seed. */
static inline uint32_t fuzz_next(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static inline size_t fuzz_piece(uint32_t *seed, size_t left)
{
    uint32_t r = fuzz_next(seed);
    size_t n = r & 1 ? 1 + (r >> 8) % 3 : 1 + (r >> 8) % 97;

    return n < left ? n : left;
}

/* Cells with canaries on both sides, in memory of their own that a sanitizer watches. */
enum { FUZZ_GUARD = 4 };

#endif
