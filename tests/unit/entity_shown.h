/* Entities by what they say: their order, histogram, votes, and quantities. */
#ifndef ENTITY_SHOWN_H
#define ENTITY_SHOWN_H

#include "mentions.h"

enum { P = PI_NAME_PERSON, L = PI_NAME_PLACE, O = PI_NAME_ORG, M = PI_NAME_MISC, QUANTITY = PI_SPOT_KINDS,
       CAPITALS = PI_MENTION_CAPS | PI_MENTION_SHOUTED };

/* The numbers of the entities, in their order. */
static const char *ordered(void)
{
    static char out[8 * ROOM];
    size_t n = 0;
    uint16_t i;

    out[0] = 0;
    for (i = 0; i < table.n; i++) {
        CHECK(order[i] < table.n);
        CHECK_INT(entities[order[i]].rank, i);
        n += (size_t)snprintf(out + n, sizeof out - n, "%u ", (unsigned)entities[order[i]].number);
    }
    return out;
}

static const char *parts(uint16_t at)
{
    static char out[8 * PI_ENTITY_PARTS];
    size_t n = 0;
    uint8_t i;

    for (i = 0; i < PI_ENTITY_PARTS; i++)
        n += (size_t)snprintf(out + n, sizeof out - n, "%u ", (unsigned)entities[at].part[i]);
    return out;
}

static const char *votes(uint16_t at)
{
    static char out[8 * PI_SPOT_KINDS];
    size_t n = 0;
    uint8_t i;

    for (i = 0; i < PI_SPOT_KINDS; i++)
        n += (size_t)snprintf(out + n, sizeof out - n, "%u ", (unsigned)entities[at].vote[i]);
    return out;
}

/* A quantity by its digits; of `value` 0 its words alone tell what it is. */
static uint16_t add_quantity(uint32_t offset, uint16_t digits, uint8_t value, uint32_t words)
{
    pi_mention m;
    pi_quantity v;

    memset(&m, 0, sizeof m);
    memset(&v, 0, sizeof v);
    v.low = digits;
    v.form = value;
    memcpy(m.word, &v, sizeof v);
    m.offset = offset;
    m.length = 5;
    m.whole = words;
    m.n = 1;
    m.kind = QUANTITY + PI_QUANT_NUMBER;
    return join(&m, "five");
}

#endif
