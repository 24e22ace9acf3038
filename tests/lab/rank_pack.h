/* A scorer in whole numbers, and its bytes as the core reads them (core/gain.h). Host only. */
#ifndef LAB_RANK_PACK_H
#define LAB_RANK_PACK_H

#include "gain.h"

enum { RANK_EDGES = 15, RANK_LEVELS = RANK_EDGES + 1, RANK_CELLS = RANK_LEVELS * RANK_LEVELS, RANK_TABLES = 255 };

typedef struct {
    int threshold;
    uint8_t edges[PI_GAUGES], edge[PI_GAUGES][RANK_EDGES];
    unsigned tables;
    struct {
        uint8_t a, b;
        int8_t cell[RANK_CELLS]; /* of level i of a and k of b: cell[i * RANK_LEVELS + k] */
    } table[RANK_TABLES];
} rank_whole;

/* Returns the number of bytes; ends the program when they are more than `room`. */
size_t rank_pack(const rank_whole *m, uint8_t *out, size_t room);

#endif
