/* English without background frequencies: a word counts by its use in the text alone. */
#include "en.h"

const pith_model pith_en_small = {
    PI_MODEL_VERSION, PI_EN_LEX_COUNT, 0, 0,
    pi_en_lex, NULL, pi_en_stem, NULL, pi_en_rank
};
