/* Texts of a lab program through the core's own cutter, splitter and tagger, island by island. Host only. */
#ifndef LAB_SPOT_WALK_H
#define LAB_SPOT_WALK_H

#include <stdio.h>

#include "bio.h"
#include "crf.h"
#include "spot_fiction.h"

/* unmarked: kinds that the source leaves unmarked, a bit each. */
typedef struct {
    const char *file, *tags;
    double weight;
    uint8_t unmarked;
    unsigned cut;
    char fold, silver, dev;
    char titles; /* marks titles as part of the names of persons, on purpose */
    char novels; /* its documents are the novels, in their order */
    char mixed;  /* some of its documents are of novels, some are not */
} source;

/* What labelled texts say of a capitalized word. */
typedef struct {
    uint32_t hash, kind[1 + PI_SPOT_KINDS], first, last, all;
} witness;

enum { WITNESSES = 1 << 20, WALK_SLOTS = 512 };

/* What becomes of an island. */
enum { COUNT /* its words */, COLLECT /* its features and right labels go to data */, PREDICT /* labelled by a model */, DEVICE /* by the tables */ };

typedef struct {
    uint8_t *labels; /* predicted, of every word of an island in order of the text */
    size_t n, room, read;
} answers;

typedef struct {
    unsigned long right[PI_SPOT_KINDS], found[PI_SPOT_KINDS], gold[PI_SPOT_KINDS];
} score;

typedef struct {
    int mode;
    pi_spotter k;
    pi_spot spot;
    pi_spot_memo memo[WALK_SLOTS];
    const source *from;
    const bio_doc *doc;
    const crf *model;
    crf_data *data;
    answers *answers; /* written by PREDICT, read by COLLECT */
    score *score;
    witness *table;
    FILE *spans;
    uint32_t seed; /* of the labels of spans, which are drawn by their probability */
    uint8_t drawn[PI_SPOT_ISLAND];
    double factor; /* of the source's weight */
    int errors, mentions; /* print them */
    fiction_data *fiction; /* where COUNT counts */
    int begins; /* COUNT: the document has had no island */
} walk;

/* Walks through a document. */
void walk_doc(walk *w, const bio_doc *d);
void print_score(const char *name, const score *s);

#endif
