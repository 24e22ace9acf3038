/* What sentences and the text have: words, terms, rows. */
#include "ref.h"

#include <string.h>

#include "model.h"
#include "sent.h"
#include "store.h"
#include "word.h"

ref_term *ref_find_or_add(ref_terms *l, const ref_token *t)
{
    ref_term *e = ref_find(l, t->term);

    if (!e) {
        l->e = ref_grow(l->e, l->n, sizeof *l->e);
        e = &l->e[l->n++];
        memset(e, 0, sizeof *e);
        e->term = t->term;
        e->rarity = t->rarity;
        e->first = 255;
    }
    return e;
}

/* Counts an occurrence in the k-th sentence. It is new there when the sentence has not had the term, or does not keep it. */
static void count(ref_term *e, const ref_sentence *s, size_t k, int named)
{
    size_t i = 0;

    while (i < s->nterms && s->terms[i] != e->term)
        i++;
    if (e->count == 0 && s->ordinal < 255)
        e->first = s->ordinal;
    if (e->count == 0 || e->last != k || i == s->nterms)
        e->spread++;
    e->count++;
    e->last = k;
    e->named |= named;
}

/* The terms of a sentence that are kept: the rarest, names being rarer by two. */
static void keep_term(ref_sentence *s, uint32_t worth[REF_TERMS], const ref_token *t, int named)
{
    uint32_t least = 0, i, own = t->rarity + (named ? 2u : 0);

    for (i = 0; i < s->nterms; i++)
        if (s->terms[i] == t->term)
            return;
    if (s->nterms < REF_TERMS) {
        least = s->nterms++;
    } else {
        for (i = 1; i < REF_TERMS; i++)
            if (worth[i] < worth[least])
                least = i;
        if (own <= worth[least])
            return;
    }
    s->terms[least] = t->term;
    worth[least] = own;
}

static uint32_t first_word(const ref_token *t)
{
    uint32_t flags = 0;

    if (t->lex & PI_LEX_PRONOUN)
        flags |= PI_REC_PRONOUN;
    if (t->lex & PI_LEX_CONNECT)
        flags |= PI_REC_CONNECT;
    if (t->lex & PI_LEX_CREDIT)
        flags |= PI_REC_CREDIT;
    if (t->term == 0)
        flags |= (t->chars < 3 ? 1u : t->chars == 3 ? 2u : 3u) << 13;
    return flags;
}

/* Rows of runs of tokens, between which there are blanks. What waited before the first token counted begins the row. */
static uint32_t rows_of(const ref_sentence *s, const ref_tokens *l, uint32_t columns)
{
    uint32_t waited = l->t[s->from].offset > s->offset ? l->t[s->from].offset - s->offset : 0;
    uint32_t rows = 1, run = waited < columns ? waited : columns, before = 0; /* columns of the row before the run and its blank */
    size_t i;

    for (i = s->from; i < s->to; i++) {
        if (l->t[i].gap != PI_GAP_NONE && before + run > 0) {
            before += run + 1;
            run = 0;
        }
        run += l->t[i].chars;
        if (before > 0 && before + run > columns) {
            before = 0;
            rows++;
        }
        while (run > columns) {
            run -= columns;
            rows++;
        }
    }
    return rows;
}

ref_terms ref_count(ref_sentences *l, const ref_tokens *t, uint32_t columns, const ref_tokens *query)
{
    ref_terms terms = { NULL, 0 };
    uint32_t ordinal = 0;
    size_t k, i, q, asked;

    for (k = 0; k < l->n; k++) {
        ref_sentence *s = &l->s[k];
        uint32_t worth[REF_TERMS] = { 0 };

        s->ordinal = ordinal;
        ordinal += !(s->flags & PI_SENT_HEADING);
        s->words = s->stops = s->names = s->numbers = s->person = s->weight = s->query = s->nterms = 0;
        s->flags &= PI_SENT_HEADING | PI_SENT_PARA | PI_SENT_QUOTE | PI_SENT_QUESTION | PI_SENT_CUT;
        for (i = s->from; i < s->to; i++) {
            const ref_token *w = &t->t[i];
            int named = w->shape > PI_SHAPE_LOWER && s->words > 0;

            s->numbers += (w->flags & PI_TOK_DIGIT) != 0;
            if (w->kind > PI_TOK_LINK)
                continue;
            if (s->words++ == 0)
                s->flags |= first_word(w);
            s->weight += w->weight;
            s->person += (w->lex & PI_LEX_PERSON) != 0;
            s->flags |= (w->lex & PI_LEX_SAY ? (uint32_t)PI_REC_SAY : 0) | (w->lex & PI_LEX_DATE ? (uint32_t)PI_REC_DATE : 0);
            if (w->term == 0) {
                s->stops++;
                continue;
            }
            s->names += (uint32_t)named;
            count(ref_find_or_add(&terms, w), s, k, named);
            keep_term(s, worth, w, named);
            for (q = asked = 0; q < query->n && asked < 8; q++)
                if (query->t[q].term) {
                    asked++;
                    s->query += query->t[q].term == w->term;
                }
        }
        s->rows = columns ? rows_of(s, t, columns) : 0;
        s->score = ref_plain(s, &terms, k + 1);
    }
    return terms;
}
