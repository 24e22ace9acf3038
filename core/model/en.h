/* The tables of the English models. */
#ifndef PI_EN_H
#define PI_EN_H

#include "model.h"

enum { PI_EN_LEX_COUNT = 868 };

extern const PI_ROM uint16_t pi_en_lex[]; /* en_words.c, from en.words */
extern const PI_ROM uint8_t pi_en_sent[]; /* en_sent.c, from en.sent */
extern const PI_ROM uint8_t pi_en_stem[]; /* en_stem.c, from en.stem */

#endif
