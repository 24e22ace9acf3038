/* Learns what the classes of words around names tell of fiction. Host only. */
#ifndef LAB_SPOT_FICTION_H
#define LAB_SPOT_FICTION_H

#include <stddef.h>
#include <stdint.h>

/* Islands of names, in order of the texts: how often words of each class stand in one or by it. */
typedef struct {
    float (*count)[256];
    unsigned char *novel, *begins; /* of each: is its text a novel, is it the first of its text? */
    double *weight;
    size_t n, room;
} fiction_data;

void fiction_island(fiction_data *d, int novel, int begins, double weight);
/* Counts a word of the last island. */
void fiction_word(fiction_data *d, uint8_t class);
/* pi_spot_model.fiction: what such a word adds to the logarithm of the odds that the text is a novel, by logistic regression over
 * islands with those before them. */
void fiction_learn(const fiction_data *d, uint8_t table[256]);
void fiction_free(fiction_data *d);

#endif
