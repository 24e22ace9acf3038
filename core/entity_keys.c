#include "entity_keys.h"

/* The rows of a group of entities stand one after another. */
static size_t group_of(uint16_t at) { return (size_t)(at / PI_KEY_GROUP) * PI_KEY_ROWS; }

static uint16_t bit(uint16_t at) { return (uint16_t)(1u << at % PI_KEY_GROUP); }

/* Those of the next group. */
static uint16_t match(pi_keys_search *k)
{
    const uint16_t *group = k->group;
    unsigned some = 0;
    uint8_t i;

    for (i = 0; i < k->hashes; i++)
        some |= (unsigned)(group[k->hash[i] & 31] & group[k->hash[i] >> 5 & 31]);
    k->group = group + PI_KEY_ROWS;
    return (uint16_t)some;
}

void pi_keys_seek(pi_keys_search *k, const uint16_t *rows, const uint16_t *hash, uint8_t hashes, uint16_t from, uint16_t n)
{
    k->group = rows + group_of(from);
    k->hash = hash;
    k->hashes = hashes;
    k->first = (uint16_t)(from - from % PI_KEY_GROUP);
    k->n = n;
    k->some = from < n ? (uint16_t)(match(k) & 0xFFFFu << from % PI_KEY_GROUP) : 0;
}

/* Place of the lowest bit that is set: each four bits of the factor are others (de Bruijn). */
static uint8_t lowest(unsigned some)
{
    static const PI_ROM uint8_t place[PI_KEY_GROUP] = { 0, 1, 2, 5, 3, 9, 6, 11, 15, 4, 8, 10, 14, 7, 13, 12 };

    return pi_rom8(place, (uint16_t)((some & (0u - some)) * 0x09AFu) >> 12);
}

uint16_t pi_keys_next(pi_keys_search *k)
{
    uint16_t at = k->first;
    unsigned some = k->some;

    while (some == 0) {
        at = (uint16_t)(at + PI_KEY_GROUP);
        if (at >= k->n)
            return k->n;
        some = match(k);
    }
    k->first = at;
    k->some = (uint16_t)(some & (some - 1));
    at = (uint16_t)(at + lowest(some));
    return at < k->n ? at : k->n;
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
