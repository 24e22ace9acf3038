/* What the property programs share: a check that says how to repeat its round, and all that a selection
 * answers, to be compared. A program defines PROP_NAME before it includes this. */
#ifndef PROP_H
#define PROP_H

#include "check.h"
#include "pith.h"

enum { CHOSEN_MOST = 400, KEYS_MOST = 64 };

typedef struct {
    pith_loss loss;
    unsigned n, keys;
    pith_item chosen[CHOSEN_MOST], key[KEYS_MOST];
} result;

static uint32_t seed; /* of this round */

static inline int holds(int ok, const char *what, const char *file, int line)
{
    if (!check_at(ok, what, file, line))
        fprintf(stderr, "    repeat with: " PROP_NAME " 1 %lu\n", (unsigned long)seed);
    return ok;
}
#define HOLDS(cond) holds(!!(cond), #cond, __FILE__, __LINE__)

static inline int same_item(const pith_item *a, const pith_item *b)
{
    return a->offset == b->offset && a->length == b->length && a->score == b->score && a->count == b->count
        && a->kind == b->kind && a->flags == b->flags;
}

static inline int same(const result *a, const result *b)
{
    unsigned i;

    if (a->n != b->n || a->keys != b->keys || memcmp(&a->loss, &b->loss, sizeof a->loss) != 0)
        return 0;
    for (i = 0; i < a->n; i++)
        if (!same_item(&a->chosen[i], &b->chosen[i]))
            return 0;
    for (i = 0; i < a->keys; i++)
        if (!same_item(&a->key[i], &b->key[i]))
            return 0;
    return 1;
}

#endif
