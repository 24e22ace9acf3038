/* The plain score: a few features, weighed. */
#include "ref.h"

#include "sent.h"
#include "store.h"

/* Weights of en_plain.c. */
enum { LEAD = 67, EARLY = 60, SALIENCE = 27, RECUR = 80, COVERED = 20, SHORT = -128, LONG = -72, DANGLING = 3, HEADING = -90,
       CREDIT = -128, QUOTE = -25, QUESTION = -60, NAMES = 8, NUMBER = 7, QUERY = 127 };

static long most(unsigned long x, long limit) { return x < (unsigned long)limit ? (long)x : limit; }

/* Occurrences damped: see pi_terms_damp. */
uint32_t ref_damped(uint32_t count)
{
    uint32_t doubled = 0;

    if (count > 65535)
        count = 65535;
    for (; count >= 16; doubled++)
        count /= 2;
    return count + 8 * doubled;
}

ref_term *ref_find(const ref_terms *l, uint32_t term)
{
    size_t i;

    for (i = 0; i < l->n; i++)
        if (l->e[i].term == term)
            return &l->e[i];
    return NULL;
}

uint32_t ref_salience(const ref_term *e) { return ref_damped(e->count) * (e->rarity + 1); }

uint32_t ref_plain(const ref_sentence *s, const ref_terms *t, size_t sentences)
{
    unsigned long fresh = 0, recur = 0, covered = 0, divisor = sentences < 128 ? 4 : sentences < 512 ? 8 : sentences < 2048 ? 16 : 32;
    long sum = 16384, lead = sentences <= 160 ? 255 : (long)(255 * 160 / sentences);
    size_t i;

    for (i = 0; i < s->nterms; i++) {
        const ref_term *e = ref_find(t, s->terms[i]);
        uint32_t salience = ref_salience(e);

        if (e->covered) {
            covered++;
        } else {
            fresh += salience;
            recur += e->count > 1 ? salience : 0;
        }
    }
    if (s->ordinal < 32) {
        sum += LEAD * (lead / (long)(1 + s->ordinal));
        sum += EARLY * (lead * (long)(32 - s->ordinal) / 32);
    }
    sum += SALIENCE * most(fresh / divisor, 255);
    sum += RECUR * most(recur / divisor, 255);
    if (s->nterms)
        sum += COVERED * (long)(255 * covered / s->nterms);
    if (s->words < 8)
        sum += SHORT * 31 * (long)(8 - s->words);
    if (s->words > 30)
        sum += LONG * most((s->words - 30) * 6, 255);
    sum += s->flags & (PI_REC_PRONOUN | PI_REC_CONNECT) ? DANGLING * 255 : 0;
    sum += s->flags & PI_SENT_HEADING ? HEADING * 255 : 0;
    sum += s->flags & PI_REC_CREDIT ? CREDIT * 255 : 0;
    sum += s->flags & PI_SENT_QUOTE ? QUOTE * 255 : 0;
    sum += s->flags & PI_SENT_QUESTION ? QUESTION * 255 : 0;
    sum += NAMES * most(32 * (unsigned long)s->names, 255);
    sum += s->numbers ? NUMBER * 255 : 0;
    sum += s->query ? QUERY * most(191 + 64 * s->query, 255) : 0;
    return (uint32_t)(sum < 1 ? 1 : sum > 65535 ? 65535 : sum);
}
