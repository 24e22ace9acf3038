#include "entity_keys.h"

/* The rows of a group of entities stand one after another. */
static size_t group_of(uint16_t at) { return (size_t)(at / PI_KEY_GROUP) * PI_KEY_ROWS; }

static uint16_t bit(uint16_t at) { return (uint16_t)(1u << at % PI_KEY_GROUP); }

uint16_t pi_keys_next(const uint16_t *rows, const uint16_t *hash, uint8_t hashes, uint16_t from, uint16_t n)
{
    const uint16_t *group = rows + group_of(from);
    uint8_t skip = from % PI_KEY_GROUP, i;

    for (; from < n; from = (uint16_t)(from + PI_KEY_GROUP - skip), skip = 0, group += PI_KEY_ROWS) {
        unsigned some = 0;

        for (i = 0; i < hashes; i++)
            some |= group[hash[i] & 31] & group[hash[i] >> 5 & 31];
        some >>= skip;
        if (some == 0)
            continue;
        for (; (some & 15) == 0; some >>= 4)
            from = (uint16_t)(from + 4);
        for (; (some & 1) == 0; some >>= 1)
            from++;
        return from < n ? from : n;
    }
    return n;
}

void pi_keys_add(uint16_t *rows, uint16_t at, uint16_t hash)
{
    uint16_t *group = rows + group_of(at);

    group[hash & 31] |= bit(at);
    group[hash >> 5 & 31] |= bit(at);
}

void pi_keys_clear(uint16_t *rows, uint16_t at)
{
    uint16_t *group = rows + group_of(at), rest = (uint16_t)~bit(at);
    uint8_t i;

    for (i = 0; i < PI_KEY_ROWS; i++)
        group[i] &= rest;
}

void pi_keys_join(uint16_t *rows, uint16_t at, uint16_t from)
{
    uint16_t *to = rows + group_of(at), own = bit(at), other = bit(from);
    const uint16_t *group = rows + group_of(from);
    uint8_t i;

    for (i = 0; i < PI_KEY_ROWS; i++)
        if (group[i] & other)
            to[i] |= own;
}
