/* A state is taken up: what follows from the options is set anew, the rest looked through; about forty instructions for each
 * record, chunk and word of the memo. A program that does not call pith_resume links nothing of it. */
#include "lex.h"
#include "state.h"
#include "valid.h"

/* Lists that share a table of n entries, one behind the other in a single chain. An entry that two lists have, or one twice,
 * makes the chain a circle, which is longer than n. */
typedef struct {
    uint16_t *next;  /* of the first entry */
    size_t step;     /* in units of it, to the next entry's */
    uint16_t n, seen, end;
} chain;

static uint16_t *next_of(const chain *c, uint16_t i) { return c->next + i * c->step; }

/* Puts a list behind the others, and in a second pass takes them apart again. */
static int link_list(chain *c, uint16_t first, int apart)
{
    uint16_t i = first;

    if (i == PI_NIL)
        return 1;
    if (apart) {
        if (c->end != PI_NIL) {
            while (*next_of(c, c->end) != first)
                c->end = *next_of(c, c->end);
            *next_of(c, c->end) = PI_NIL;
        }
        c->end = first;
        return 1;
    }
    if (c->end != PI_NIL)
        *next_of(c, c->end) = first;
    for (; i != PI_NIL; i = *next_of(c, i)) {
        if (i >= c->n || ++c->seen > c->n)
            return 0;
        c->end = i;
    }
    return 1;
}

/* Every record is on the list in text order or on the free one; the hand of eviction is on the first. */
static int valid_records(const pi_tab *t)
{
    const pi_store *s = t->s;
    chain c = { NULL, sizeof(pi_rec) / sizeof(uint16_t), 0, 0, PI_NIL };
    int hand = s->hand == PI_NIL;
    uint16_t i;

    c.next = &t->rec->next;
    c.n = s->nrecs;
    if (!link_list(&c, s->head, 0) || c.seen != s->used || c.end != s->tail || !link_list(&c, s->free_rec, 0) || c.seen != c.n)
        return 0;
    c.end = PI_NIL;
    link_list(&c, s->head, 1);
    link_list(&c, s->free_rec, 1);
    for (i = s->head; i != PI_NIL; i = t->rec[i].next)
        hand |= i == s->hand;
    for (i = 0; i < s->nrecs; i++)
        if (t->rec[i].nterms > PI_REC_TERMS)
            return 0;
    return hand;
}

/* Every chunk belongs to one record, to the text that is being read, or to the free ones. */
static int valid_chunks(const pi_tab *t)
{
    const pi_store *s = t->s;
    chain c = { NULL, sizeof(pi_chunk) / sizeof(uint16_t), 0, 0, PI_NIL };
    int apart;
    uint16_t i;

    c.next = &t->chunk->next;
    c.n = s->nchunks;
    for (apart = 0; apart < 2; apart++) {
        c.end = PI_NIL;
        for (i = s->head; i != PI_NIL; i = t->rec[i].next)
            if (!link_list(&c, t->rec[i].text, apart))
                return 0;
        if (!link_list(&c, s->first, apart) || (!apart && s->first != PI_NIL && c.end != s->last))
            return 0;
        if (!apart && c.n - c.seen != s->chunks_left)
            return 0;
        if (!link_list(&c, s->free_chunk, apart) || c.seen != c.n)
            return 0;
    }
    return s->fill <= PI_CHUNK;
}

/* An index of a record, or none. */
static int valid_index(const pi_view *v, uint16_t i) { return i == PI_NIL || i < v->c->store.nrecs; }

/* The sum of scores of no record is 0: else it would be divided by their number. */
static int valid_selection(const pi_view *v)
{
    const pi_sel *s = v->k.sel;

    if (s->phase == PI_SEL_NONE || s->phase >= PI_SEL_DONE)
        return s->phase <= PI_SEL_DONE;
    if (s->phase == PI_SEL_TERMS)
        return s->cursor <= v->k.buckets; /* it counts parts of the table, of which each has many buckets */
    return (v->c->store.used > 0 || s->best_worth == 0) && valid_index(v, s->cursor) && valid_index(v, s->trail.prev)
        && valid_index(v, s->trail.chosen) && valid_index(v, s->best)
        && (s->best == PI_NIL || (valid_index(v, s->best_trail.prev) && valid_index(v, s->best_trail.chosen)));
}

/* Letters that are kept of a form are as many as it has. */
static int valid_forms(const pi_view *v)
{
    uint16_t i, n = pi_keeps(v->c) ? (uint16_t)(v->c->form_buckets * PI_WAYS) : 0;

    for (i = 0; i < n; i++)
        if (v->form_text[i].b[0] && v->forms[i].length > PI_FORM_KEPT)
            return 0;
    return 1;
}

/* The memo stays: of two words with one hash it tells the same, and that may not depend on whether the state was moved. Its classes are
 * indices: each is 0 or what the lexicon says. */
static int valid_memo(const pi_memo *m)
{
    uint16_t i;

    for (i = 0; i < m->slots; i++)
        if (m->slot[i].lex && m->slot[i].lex != pi_lex_class(m->model, m->slot[i].hash))
            return 0;
    return 1;
}

static int valid_state(const pi_view *v)
{
    const pi_core *c = v->c;

    return c->nquery <= PI_QUERY_WORDS && c->nevents <= PI_EVENTS && c->cur.nterms <= PI_REC_TERMS && c->run <= c->columns
        && pi_valid_cutter(&c->cut) && valid_records(&v->k.tab) && valid_chunks(&v->k.tab) && valid_selection(v) && valid_forms(v)
        && valid_memo(&v->memo);
}

int pith_resume(pith *p, const pith_config *cfg, pith_cell *work, size_t cells)
{
    int err = pi_config_check(p, cfg, work, cells);
    pi_view v;

    if (err)
        return err;
    p->work = NULL; /* not usable unless all is well */
    if (pi_core_of(p)->magic != PI_MAGIC || pi_core_of(p)->options != pi_config_hash(cfg, cells))
        return PITH_E_STATE;
    p->model = cfg->model;
    p->work = work;
    pi_config_set(pi_core_of(p), cfg, cells);
    pi_view_of(&v, p);
    if (valid_state(&v))
        return PITH_OK;
    p->work = NULL;
    return PITH_E_STATE;
}
