/* Counting: a term joins the record of its sentence and the tables. */
#include "state.h"

static int has_term(const pi_rec *r, uint16_t term)
{
    uint8_t i;

    for (i = 0; i < r->nterms; i++)
        if (r->terms[i] == term)
            return 1;
    return 0;
}

/* Notes a term that is new in the sentence's record, if it is among its most telling. */
static void note_term(pi_core *c, uint16_t term, uint8_t worth)
{
    pi_rec *r = &c->cur;
    uint8_t least = r->nterms, low = UINT8_MAX, i;

    if (least < PI_REC_TERMS) {
        r->nterms++;
        c->cur_least = 0;
    } else if (worth <= c->cur_least) {
        return;
    } else {
        for (i = 0; i < PI_REC_TERMS; i++)
            if (c->cur_worth[i] < low) {
                low = c->cur_worth[i];
                least = i;
            }
        c->cur_least = low; /* what takes its place may be worth more */
        if (worth <= low)
            return;
    }
    r->terms[least] = term;
    c->cur_worth[least] = worth;
}

/* Notes how the term is written here, and the letters when they will not be seen again. */
static void add_form(pi_view *v, const pi_token *t, uint16_t term, uint16_t salience)
{
    pi_form *f = pi_forms_add(v->forms, v->c->form_buckets, term, salience, t);
    uint8_t *b, k;

    if (f == NULL || !pi_keeps(v->c))
        return;
    b = v->form_text[f - v->forms].b;
    if (f->votes > 1 && b[0])
        return;
    b[0] = 0;
    f->at = t->offset; /* the letters are those that stand there */
    if (t->length > PI_FORM_KEPT)
        return;
    /* All, or what was read before the fresh text, or none of it, which was given up. */
    k = (uint8_t)pi_store_read(&v->k.tab, t->offset, b, t->length);
    if (k < t->length && t->offset + k >= v->fresh_at)
        memcpy(b + k, v->fresh + (t->offset + k - v->fresh_at), (size_t)(t->length - k));
}

static void count_query(pi_core *c, uint16_t term)
{
    uint8_t i;

    for (i = 0; i < c->nquery; i++)
        if (c->query[i] == term)
            c->cur.query = pi_inc8(c->cur.query);
}

void pi_count_term(pi_view *v, const pi_token *t, const pi_known *w, int named)
{
    pi_core *c = v->c;
    pi_term *e = pi_terms_add(v->k.terms, v->k.buckets, w->term, w->rarity & 15, &c->loss.terms);
    uint8_t now = (uint8_t)c->loss.sentences;

    if (PI_GAINS && e && named)
        e->rarity |= PI_TERM_NAME;

    /* A term that the table saw last in another sentence is not in the record, but for one that left the table and came
     * back within a sentence: it may stand there twice. */
    if ((e && (e->spread == 0 || e->last != now)) || !has_term(&c->cur, w->term)) {
        /* Rare terms first, the capitalised before others (measured: choosing by rarity beats choosing by
         * salience so far). */
        note_term(c, w->term, (uint8_t)((w->rarity & 15) + (named ? 2 : 0)));
        if (e) {
            e->last = now;
            e->spread = pi_inc8(e->spread);
            if (e->first == 255 && c->ordinal < 255)
                e->first = (uint8_t)c->ordinal;
        }
    }
    if (c->nquery > 0)
        count_query(c, w->term);
    if (c->form_buckets && t->kind == PI_TOK_WORD && t->chars > 1 && !(t->flags & PI_TOK_POSS))
        add_form(v, t, w->term, e ? pi_terms_salience(e) : 0);
}
