#include "terms.h"

/* term * buckets < 2^32; the result is below `buckets`. */
static uint16_t bucket(uint16_t term, uint16_t buckets)
{
    return (uint16_t)(((uint32_t)term * buckets) >> 16);
}

pi_term *pi_terms_find(pi_term *table, uint16_t buckets, uint16_t term)
{
    pi_term *e = table + (size_t)bucket(term, buckets) * PI_WAYS;
    uint8_t i;

    for (i = 0; i < PI_WAYS; i++, e++)
        if (e->term == term)
            return e;
    return NULL;
}

pi_term *pi_terms_add(pi_term *table, uint16_t buckets, uint16_t term, uint8_t rarity, uint32_t *lost)
{
    pi_term *e = table + (size_t)bucket(term, buckets) * PI_WAYS, *end = e + PI_WAYS, *same = NULL, *worst = e;
    uint32_t least = UINT32_MAX;

#ifndef __OPTIMIZE_SIZE__
    /* Looks at all of them, since a processor cannot foresee which it is (measured: 6% of all time). */
    for (; e < end; e++)
        same = e->term == term ? e : same;
    e -= PI_WAYS;
#endif
    /* A free one, or the first of the least count and, among these, of the least rarity. */
    for (; same == NULL && e < end; e++) {
        uint32_t worth = (uint32_t)e->count << 8 | (uint8_t)(e->rarity << 4);

        if (e->term == term)
            same = e;
        if (worth < least) {
            least = worth;
            worst = e;
        }
    }
    if (same) {
        same->count = pi_inc16(same->count);
        return same;
    }
    /* Misra and Gries' frequent items, per bucket: a newcomer wears the weakest down and takes its
     * place when nothing is left of it, so a term with more than a fifth of the bucket's occurrences stays. */
    if (worst->term != 0) {
        *lost = pi_inc32(*lost);
        if (worst->count > 1) {
            worst->count--;
            return NULL;
        }
    }
    worst->term = term;
    worst->count = 1;
    worst->rarity = rarity;
    worst->first = 255;
    worst->spread = 0;
    return worst;
}

#if !defined __GNUC__ || defined __OPTIMIZE_SIZE__
uint8_t pi_terms_damp(uint16_t count)
{
    uint8_t steps = 0;

    if (count <= 8)
        return (uint8_t)count;
    if (count >= 16 << 8) { /* in a long text most are far greater */
        count >>= 8;
        steps = 8 * 8;
    }
    while (count >= 16) {
        count >>= 1;
        steps = (uint8_t)(steps + 8);
    }
    return (uint8_t)(steps + count); /* <= 8 * 12 + 15 */
}
#endif

pi_form *pi_forms_add(pi_form *table, uint16_t buckets, uint16_t term, uint16_t score, const pi_token *t)
{
    pi_form *e = table + (size_t)bucket(term, buckets) * PI_WAYS, *end = e + PI_WAYS, *worst = e;
    uint16_t form = (uint16_t)(t->hash >> 16), least = UINT16_MAX;

    do {
        if (e->term == term) {
            e->score = score;
            if (e->form == form && e->length == t->length) { /* other bytes may fold to it: a curly apostrophe */
                e->votes = pi_inc8(e->votes);
                return e;
            }
            if (--e->votes > 0)
                return NULL;
            worst = e;
            least = 0;
            break;
        }
        if (e->score < least) { /* at most 1776; 0 of a free one */
            least = e->score;
            worst = e;
        }
    } while (++e < end);
    if (least > score)
        return NULL;
    worst->term = term;
    worst->score = score;
    worst->form = form;
    worst->at = t->offset;
    worst->length = t->length;
    worst->votes = 1;
    return worst;
}
