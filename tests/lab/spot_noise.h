/* Texts with marked names, made worse without a change of length, so that the marks stay right. Host only. */
#ifndef LAB_SPOT_NOISE_H
#define LAB_SPOT_NOISE_H

#include "bio.h"

/* "lower", "upper": ASCII letters; "wrap": lines end at the first blank from the 60th column on; "ocr": of 50 letters and digits one is
 * read as another that looks like it. Returns 0, or -1 when it knows no such noise. The same texts give the same bytes. */
int noise_add(bio_set *set, const char *noise);

#endif
