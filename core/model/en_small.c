/* English with smaller tables: fewer background frequencies, a smaller scorer. */
#include "en.h"

const pith_model pith_en_small = {
    PI_MODEL_VERSION, PI_EN_LEX_COUNT, PI_EN_FREQ_SMALL_COUNT,
    pi_en_lex, pi_en_freq_small, pi_en_stem, pi_en_plain_weights, pi_en_rank_small
};
