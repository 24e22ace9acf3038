/* The word table of a tagger of names: classes from running text, lists of names, connectors. Host only. */
#ifndef LAB_SPOT_WORDS_H
#define LAB_SPOT_WORDS_H

#include <stdint.h>

/* A bucket table as the core reads it. */
typedef struct {
    uint8_t *bytes;
    uint16_t buckets;
    uint8_t each; /* bytes of a bucket */
} bucket_table;

void table_new(bucket_table *t, uint16_t buckets, uint8_t each);
/* Enters an entry unless its bucket is full or has the fingerprint. Returns whether it did. */
int table_enter(bucket_table *t, uint32_t hash, uint8_t high, uint8_t first, uint8_t second, uint8_t third);

extern double cap_worth; /* how many times more a capitalized word counts when words are chosen */

/* CLASSES.tsv as word_classes writes it, the file of connectors, and the directory of the lists of names ("" for none). */
void words_read(const char *classes, const char *joins, const char *lists, const char *codes);
/* The table of the words worth most. */
void words_table(bucket_table *t, uint16_t buckets);
/* Had the word been met `less` times less, would that table have no room for it? */
int words_unknown(uint32_t hash, uint32_t less);
/* Takes a word out of a table of words. */
void table_remove(bucket_table *t, uint32_t hash);

#endif
