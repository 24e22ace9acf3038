/* Counting: a word joins the record of its sentence and the tables. */
#include "lex.h"
#include "state.h"

/* Notes a term in the sentence's record, if it is new there and among its most telling. Returns 0 when
 * the record has it already. */
static int note_term(pi_core *c, uint16_t term, uint8_t worth)
{
    pi_rec *r = &c->cur;
    uint8_t n = r->nterms, least = n, i;

    for (i = 0; i < n; i++)
        if (r->terms[i] == term)
            return 0;
    if (n < PI_REC_TERMS) {
        r->nterms++;
        c->cur_least = 0;
    } else if (worth <= c->cur_least) {
        return 1;
    } else {
        for (i = least = 0; i < PI_REC_TERMS; i++)
            if (c->cur_worth[i] < c->cur_worth[least])
                least = i;
        c->cur_least = c->cur_worth[least]; /* what takes its place may be worth more */
        if (worth <= c->cur_least)
            return 1;
    }
    r->terms[least] = term;
    c->cur_worth[least] = worth;
    return 1;
}

/* Notes how the term is written here, and the letters when they will not be seen again. */
static void add_form(pi_view *v, const pi_token *t, uint16_t term, uint16_t salience)
{
    pi_form *f = pi_forms_add(v->forms, v->c->form_buckets, term, salience, (uint16_t)(t->hash >> 16), t->offset,
                              t->length);
    uint8_t *b;

    if (f == NULL || v->c->keep == 0)
        return;
    b = v->form_text[f - v->forms].b;
    if (f->votes > 1 && b[0])
        return;
    b[0] = 0;
    f->at = t->offset; /* the letters are those that stand there */
    pi_read_keep(v);
    if (t->length <= PI_FORM_KEPT && pi_store_read(&v->k.tab, t->offset, b, t->length) < t->length)
        b[0] = 0;
}

static void add_term(pi_view *v, const pi_token *t, const pi_known *w, int named)
{
    pi_core *c = v->c;
    pi_term *e = pi_terms_add(v->k.terms, v->k.buckets, w->term, w->rarity, &c->loss.terms);
    int fresh;
    uint8_t i;

    /* Rare terms first, the capitalised before others (measured: choosing by rarity beats choosing by
     * salience so far). */
    fresh = note_term(c, w->term, (uint8_t)(w->rarity + (named ? 2 : 0)));
    if (e && fresh) {
        e->spread = pi_inc8(e->spread);
        if (e->first == 255 && c->ordinal < 255)
            e->first = (uint8_t)c->ordinal;
    }
    for (i = 0; i < c->nquery; i++)
        if (c->query[i] == w->term)
            c->cur.query = pi_inc8(c->cur.query);
    if (c->form_buckets && t->kind == PI_TOK_WORD && t->chars > 1 && !(t->flags & PI_TOK_POSS))
        add_form(v, t, w->term, e ? pi_terms_salience(e) : 0);
}

/* What the first word tells of a sentence. */
static uint16_t first_word(uint16_t lex)
{
    return (uint16_t)((lex & PI_LEX_PRONOUN ? PI_REC_PRONOUN : 0) | (lex & PI_LEX_CONNECT ? PI_REC_CONNECT : 0)
                      | (lex & PI_LEX_CREDIT ? PI_REC_CREDIT : 0));
}

void pi_count_word(pi_view *v, const pi_token *t, const pi_known *w, uint16_t lex)
{
    pi_core *c = v->c;
    pi_rec *r = &c->cur;
    int named = 0, first = r->words == 0;

    r->words++; /* <= PITH_SENTENCE_MAX */
    c->loss.words = pi_inc32(c->loss.words);
    if (first) {
        r->flags |= first_word(lex);
    } else if (t->shape > PI_SHAPE_LOWER && w->term) {
        named = 1;
        r->names = pi_inc8(r->names);
    }
    if (lex & (PI_LEX_SAY | PI_LEX_DATE))
        r->flags = (uint16_t)(r->flags | (lex & PI_LEX_SAY ? PI_REC_SAY : 0) | (lex & PI_LEX_DATE ? PI_REC_DATE : 0));
    if (t->kind == PI_TOK_NUMBER || t->flags & PI_TOK_DIGIT)
        r->numbers = pi_inc8(r->numbers);
    if (w->term)
        add_term(v, t, w, named);
    else
        r->stops = pi_inc8(r->stops);
}
