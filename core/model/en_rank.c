/* Weights of the scorer, plus 128, in the order of the features of rank.c. Set by hand. */
#include "en.h"

const PI_ROM uint16_t pi_en_rank[] = {
    128 + 60,  /* lead */
    128 + 30,  /* early */
    128 + 30,  /* salience */
    128 + 20,  /* recurring terms */
    128 - 40,  /* covered */
    128 - 60,  /* short */
    128 - 20,  /* long */
    128 - 20,  /* dangling */
    128 - 90,  /* heading */
    128 - 128, /* credit */
    128 - 20,  /* quote */
    128 - 30,  /* question */
    128 + 8,   /* names */
    128 + 4,   /* number */
    128 + 127  /* query */
};
