/* Keywords: which form of a term leads, and which terms keep a place. */
#include "ref.h"

#include <stdlib.h>
#include <string.h>

#include "word.h"

/* The entry of a term, or that of the least score, which may be free; the first of equal ones. */
static ref_keyword *place_of(ref_keyword *bucket, uint32_t term)
{
    ref_keyword *least = bucket;
    int i;

    for (i = 0; i < REF_WAYS; i++)
        if (bucket[i].term == term)
            return &bucket[i];
    for (i = 1; i < REF_WAYS; i++)
        if (bucket[i].score < least->score)
            least = &bucket[i];
    return least;
}

static void vote(ref_keywords *k, const ref_token *t, uint32_t salience)
{
    ref_keyword *e = place_of(&k->e[(uint32_t)t->term * REF_BUCKETS / 65536 * REF_WAYS], t->term);
    uint32_t form = t->hash >> 16;

    if (e->term == t->term) {
        e->score = salience;
        if (e->form == form && e->length == t->length) {
            e->votes += e->votes < 255;
            return;
        }
        if (--e->votes > 0)
            return;
    } else if (e->score > salience) {
        return;
    }
    e->term = t->term;
    e->at = t->offset;
    e->length = t->length;
    e->form = form;
    e->votes = 1;
    e->score = salience;
}

static int by_score(const void *a, const void *b)
{
    const ref_keyword *x = a, *y = b;

    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

ref_keywords ref_forms(const ref_tokens *l)
{
    ref_keywords k;
    ref_terms terms = { NULL, 0 };
    size_t i;

    memset(&k, 0, sizeof k);
    for (i = 0; i < l->n; i++) {
        const ref_token *t = &l->t[i];
        ref_term *e;

        if (t->kind > PI_TOK_LINK || t->term == 0)
            continue;
        e = ref_find_or_add(&terms, t);
        e->count++;
        if (t->kind == PI_TOK_WORD && t->chars > 1 && !(t->flags & PI_TOK_POSS))
            vote(&k, t, ref_salience(e));
    }
    qsort(k.e, REF_BUCKETS * REF_WAYS, sizeof *k.e, by_score);
    while (k.n < REF_BUCKETS * REF_WAYS && k.e[k.n].term)
        k.n++;
    free(terms.e);
    return k;
}
