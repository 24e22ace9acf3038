/* English. */
#include "en.h"

const pith_model pith_en = {
    PI_MODEL_VERSION, PI_EN_LEX_COUNT, PI_EN_FREQ_COUNT,
    pi_en_lex, pi_en_freq, pi_en_stem, pi_en_plain_weights, pi_en_rank
};
