/* What a model says of texts that nobody marked. Host only. */
#ifndef LAB_SPOT_SELF_H
#define LAB_SPOT_SELF_H

#include "spot_walk.h"

/* Labels every `step`-th article and piece of the novels by the model. Writes `codes`: what is known of each capitalized word (code
 * TAB count TAB hash), and `spans`: the marked texts themselves, of a part. */
void label_all(walk *w, const crf *m, unsigned long step, const char *news, const char *novels, const char *codes, const char *spans);

/* Reads texts that label_all marked. */
void read_spans(bio_set *set, const char *path);

#endif
