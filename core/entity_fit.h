/* How well a mention fits an entity. Layer 3; private to the entity table. */
#ifndef PI_ENTITY_FIT_H
#define PI_ENTITY_FIT_H

#include "entity.h"

/* 0 to 5, as entity.h says. `same`: the mention's group of same names. */
uint8_t pi_entity_fit(const pi_entity *e, const pi_mention *m, uint8_t same);

/* A bit for a hash of a name; quantities have one of their own. */
#define PI_ENTITY_KEY UINT32_C(0x80000000)
static inline uint32_t pi_entity_bit(uint32_t hash)
{
    hash &= 31;
    return (uint32_t)1 << (hash < 31 ? hash : 0);
}

/* Bits of the hashes by which the mention may be known by others. */
uint32_t pi_mention_keys(const pi_mention *m, uint8_t same);

#endif
