/* The tables of the English models. */
#ifndef PI_EN_H
#define PI_EN_H

#include "model.h"

enum { PI_EN_LEX_COUNT = 884, PI_EN_FREQ_COUNT = 1860, PI_EN_FREQ_SMALL_COUNT = 430 };

extern const PI_ROM uint16_t pi_en_lex[]; /* en_words.c, from en.words */
extern const PI_ROM uint8_t pi_en_stem[]; /* en_stem.c, from en.stem */
extern const PI_ROM uint16_t pi_en_freq[]; /* en_freq.c, from en.freq */
extern const PI_ROM uint16_t pi_en_freq_small[]; /* en_freq_small.c, from its beginning */
extern const PI_ROM uint16_t pi_en_plain_weights[]; /* en_plain.c */
extern const PI_ROM uint8_t pi_en_rank[]; /* en_rank.c, from en.rank */
extern const PI_ROM uint8_t pi_en_rank_small[]; /* en_rank_small.c, from en_small.rank */
extern const PI_ROM uint16_t pi_en_same[]; /* en_same.c, from en.same */

#endif
