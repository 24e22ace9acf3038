/* From weights to the tables of a tagger of names. Host only. */
#ifndef LAB_SPOT_QUANT_H
#define LAB_SPOT_QUANT_H

#include "crf.h"

/* Sets the weights of *model: the rows of m that find room in `buckets`, each by rows of two books of `book` rows and a
 * scale. The rows are trained on with the weights that the tables would give them, and choose their codes anew at times; then the
 * books are trained. */
void spot_quantize(pi_spot_model *model, crf *m, crf_data *d, uint16_t buckets, unsigned book, double rate, double decay);

/* Writes the tables as C. */
void spot_write(const pi_spot_model *model, unsigned book, const char *path, const char *name);

#endif
