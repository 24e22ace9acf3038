/* How well a mention fits an entity. Layer 3; private to the entity table. */
#ifndef PI_ENTITY_FIT_H
#define PI_ENTITY_FIT_H

#include "entity.h"
#include "entity_keys.h"

/* 0 to 5, as entity.h says. `same`: the mention's group of same names. */
uint8_t pi_entity_fit(const pi_entity *e, const pi_mention *m, uint8_t same);

/* The hashes by which entities may know the mention, one at least: names that fit have one in common. Returns their number. */
uint8_t pi_mention_keys(const pi_mention *m, uint8_t same, uint16_t key[PI_KEYS]);

#endif
