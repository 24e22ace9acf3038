#include "rank_pack.h"

#include <stdio.h>
#include <stdlib.h>

static uint8_t *at, *end;

static void put(unsigned value)
{
    if (at == end) {
        fputs("the scorer outgrows its room\n", stderr);
        exit(1);
    }
    *at++ = (uint8_t)(value & 0xFF);
}

size_t rank_pack(const rank_whole *m, uint8_t *out, size_t room)
{
    unsigned g, t, i, k, n;

    at = out;
    end = out + room;
    put((unsigned)m->threshold);
    put((unsigned)m->threshold >> 8);
    for (g = 0; g < PI_GAUGES; g++) {
        put(m->edges[g] + 1u);
        for (i = 0; i < m->edges[g]; i++)
            put(m->edge[g][i] - 1u);
        put(255);
    }
    for (g = 0; g < PI_GAUGES; g++) {
        for (t = n = 0; t < m->tables; t++)
            n += m->table[t].a == g;
        if (n == 0)
            continue;
        put(n);
        put(g);
        put(m->edges[g] + 1u);
        for (t = 0; t < m->tables; t++) {
            if (m->table[t].a != g)
                continue;
            i = (m->edges[g] + 1u) * (m->edges[m->table[t].b] + 1u);
            if (i > 255) {
                fputs("a table of the scorer has more than 255 cells\n", stderr);
                exit(1);
            }
            put(m->table[t].b);
            put(i);
        }
        for (t = 0; t < m->tables; t++) {
            if (m->table[t].a != g)
                continue;
            for (k = 0; k <= m->edges[m->table[t].b]; k++)
                for (i = 0; i <= m->edges[g]; i++)
                    put((unsigned)(m->table[t].cell[i * RANK_LEVELS + k] + 128));
        }
    }
    put(0);
    return (size_t)(at - out);
}
