/* Which entities may be known by a hash. Layer 3; private to the entity table.
 *
 * Hides a bit-sliced signature file (Roberts 1979): a hash sets two of the 32 bits of an entity's signature, and bit b of all
 * signatures stands in row b, 16 entities to a word, which one AND of two words passes. Of the entities of a novel 2 in 100 are then
 * compared with a name (where a hash set one bit, 8). */
#ifndef PI_ENTITY_KEYS_H
#define PI_ENTITY_KEYS_H

#include "base.h"

enum { PI_KEY_ROWS = 32, PI_KEY_GROUP = 16 /* entities */, PI_KEYS = 5 /* of a mention, at most */ };

/* Rows that the signatures of so many entities take. */
static inline uint16_t pi_keys_rows(uint16_t room) { return (uint16_t)((room + PI_KEY_GROUP - 1) / PI_KEY_GROUP * PI_KEY_ROWS); }

/* A search: the entities, `from` or behind it and below n, that may know one of the hashes. */
typedef struct {
    const uint16_t *group; /* rows of the next group */
    const uint16_t *hash;
    uint16_t first, n; /* first entity of the group that is looked at; end of the search */
    uint16_t some;     /* of that group, those not given yet */
    uint8_t hashes;
} pi_keys_search;
void pi_keys_seek(pi_keys_search *k, const uint16_t *rows, const uint16_t *hash, uint8_t hashes, uint16_t from, uint16_t n);

/* The next of them; n: there is none. The hashes must stay; what entities know may not change. */
uint16_t pi_keys_next(pi_keys_search *k);

/* The entity knows the hash. */
void pi_keys_add(uint16_t *rows, uint16_t at, uint16_t hash);

/* It knows none. */
void pi_keys_clear(uint16_t *rows, uint16_t at);

/* It knows what `from` knows, too. */
void pi_keys_join(uint16_t *rows, uint16_t at, uint16_t from);

#endif
