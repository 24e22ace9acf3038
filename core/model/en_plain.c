/* Weights of the plain score, plus 128, in the order of the features of rank.c. Found by coordinate ascent on 1,500
 * articles of news/cnndm.train (ROUGE-1 + ROUGE-2 + ROUGE-Lsum / 2 of three sentences). */
#include "en.h"

const PI_ROM uint16_t pi_en_plain_weights[] = {
    128 + 67, /* lead */
    128 + 60, /* early */
    128 + 27, /* salience */
    128 + 80, /* recurring terms */
    128 + 20, /* covered */
    128 - 128, /* short */
    128 - 72, /* long */
    128 + 3, /* dangling */
    128 - 90, /* heading */
    128 - 128, /* credit */
    128 - 25, /* quote */
    128 - 60, /* question */
    128 + 8, /* names */
    128 + 7, /* number */
    128 + 127 /* query */
};

const pith_model pith_en_plain = {
    PI_MODEL_VERSION, PI_EN_LEX_COUNT, 0,
    pi_en_lex, NULL, pi_en_stem, pi_en_plain_weights, NULL
};
