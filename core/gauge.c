#include "gauge.h"

#include "sent.h"

enum { TOP = 20 /* terms, or so */, AHEAD = 8 /* records */ };

static uint8_t byte(uint32_t x) { return (uint8_t)(x < 255 ? x : 255); }

void pi_scope_init(pi_scope *s) { memset(s, 0, sizeof *s); }

void pi_scope_terms(pi_scope *s)
{
    uint16_t n = 0, i = PI_LEVELS;

    while (i > 0 && n + s->u.level[i - 1] <= TOP)
        n = (uint16_t)(n + s->u.level[--i]);
    /* The least salience of level i: damping keeps 15 and less, then eight steps double it. */
    i = (uint16_t)(4 * i);
    s->top = (uint16_t)(i < 16 ? i : (8 + i % 8) << (i / 8 - 1));
    s->mass = (UINT32_C(1) << 26) / (s->mass ? s->mass : 1);
    s->doc[PI_G_DOC_PEAK - PI_G_DOC] = byte(s->peak * (s->mass >> 16)); /* <= 1024 */
    memset(&s->u, 0, sizeof s->u);
}

void pi_scope_record(pi_scope *s, const pi_rec *r)
{
    s->u.sum.words += r->words;
    s->u.sum.names += r->names;
    s->u.sum.person += r->person;
    s->u.sum.quotes += (r->flags & (PI_SENT_QUOTE | PI_REC_SAY)) != 0;
    s->u.sum.heads += (r->flags & (PI_SENT_HEADING | PI_SENT_PARA)) != 0;
}

void pi_scope_done(pi_scope *s, uint16_t records)
{
    uint8_t *doc = s->doc;
    uint16_t n = records ? records : 1;

    /* The sums are below 2^16 * 2^11. */
    doc[PI_G_DOC_WORDS - PI_G_DOC] = byte(s->u.sum.words * 4 / n);
    doc[PI_G_DOC_NAMES - PI_G_DOC] = byte(s->u.sum.names * 16 / n);
    doc[PI_G_DOC_PERSON - PI_G_DOC] = byte(s->u.sum.person * 16 / n);
    doc[PI_G_DOC_QUOTES - PI_G_DOC] = byte(s->u.sum.quotes * 255 / n);
    doc[PI_G_DOC_HEADS - PI_G_DOC] = byte(s->u.sum.heads * 255 / n);
    doc[PI_G_DOC_TYPES - PI_G_DOC] = byte(s->types * UINT32_C(4) / n);
    doc[PI_G_DOC_LENGTH - PI_G_DOC] = pi_terms_damp(records);
    memset(&s->u, 0, sizeof s->u);
}

void pi_scope_choose(const pi_rank *k, const pi_rec *r)
{
    pi_scope *s = k->scope;
    uint8_t i;

    for (i = 0; i < r->nterms; i++) {
        pi_term *e = pi_terms_find(k->terms, k->buckets, r->terms[i]);

        if (e == NULL)
            continue;
        if (PI_GAINS && (e->rarity & PI_TERM_COVERED) == 0)
            s->u.choice.covered += pi_terms_salience(e);
        if ((e->rarity & PI_TERM_COVERED) != PI_TERM_COVERED)
            e->rarity = (uint8_t)(e->rarity + PI_TERM_COVER);
    }
    if (PI_GAINS) {
        s->u.choice.words += r->words;
        s->u.choice.sentences++;
    }
}

/* Share of the mass, in 1/1024; salience <= mass. */
static uint32_t share(const pi_scope *s, uint32_t salience) { return (salience * s->mass) >> 16; }

static void gauge_terms(const pi_rank *k, const pi_rec *r, uint8_t *g)
{
    const pi_scope *s = k->scope;
    uint32_t mass = 0, recur = 0, fresh = 0, fresh_recur = 0; /* <= 12 * 1776 */
    uint16_t most = 0;
    uint32_t lead = 0;
    uint8_t i, covered = 0, spread;

    for (i = 0; i < r->nterms; i++) {
        const pi_term *e = pi_terms_find(k->terms, k->buckets, r->terms[i]);
        uint16_t salience;
        int again, top, named;

        if (e == NULL)
            continue;
        salience = pi_terms_salience(e);
        again = e->spread > 1;
        top = salience >= s->top;
        named = (e->rarity & PI_TERM_NAME) != 0;
        mass += salience;
        if (salience > most)
            most = salience;
        g[PI_G_RARITY] = (uint8_t)(g[PI_G_RARITY] + (e->rarity & 15)); /* <= 12 * 15 */
        spread = (uint8_t)(e->spread > 16 ? 15 : e->spread > 0 ? e->spread - 1 : 0);
        g[PI_G_SPREAD] = (uint8_t)(g[PI_G_SPREAD] + spread); /* <= 12 * 15 */
        if (e->first == 0)
            lead += salience;
        g[PI_G_NAMED] = (uint8_t)(g[PI_G_NAMED] + named);
        g[PI_G_TOP] = (uint8_t)(g[PI_G_TOP] + top);
        g[PI_G_OFTEN] = (uint8_t)(g[PI_G_OFTEN] + (e->spread > 2));
        g[PI_G_LEAD] = (uint8_t)(g[PI_G_LEAD] + (e->first == 0));
        g[PI_G_HEAD] = (uint8_t)(g[PI_G_HEAD] + (e->first < 3));
        g[PI_G_NEW] = (uint8_t)(g[PI_G_NEW] + (e->first == r->ordinal));
        if (again)
            recur += salience;
        if (e->rarity & PI_TERM_COVERED) {
            covered++;
            g[PI_G_AGAIN] = (uint8_t)(g[PI_G_AGAIN] + ((e->rarity & PI_TERM_COVERED) > PI_TERM_COVER));
            continue;
        }
        fresh += salience;
        if (again)
            fresh_recur += salience;
        g[PI_G_FRESH_SPREAD] = (uint8_t)(g[PI_G_FRESH_SPREAD] + spread);
        g[PI_G_FRESH_TERMS]++;
        g[PI_G_FRESH_NAMED] = (uint8_t)(g[PI_G_FRESH_NAMED] + named);
        g[PI_G_TOP_FRESH] = (uint8_t)(g[PI_G_TOP_FRESH] + top);
        g[PI_G_LEAD_FRESH] = (uint8_t)(g[PI_G_LEAD_FRESH] + (e->first == 0));
    }
    mass = share(s, mass);
    g[PI_G_MASS] = byte(mass);
    g[PI_G_LEAD_MASS] = byte(share(s, lead));
    g[PI_G_RECUR] = byte(share(s, recur));
    g[PI_G_FRESH] = byte(share(s, fresh));
    g[PI_G_FRESH_RECUR] = byte(share(s, fresh_recur));
    g[PI_G_PEAK] = (uint8_t)(s->peak ? UINT32_C(255) * most / s->peak : 0);
    if (r->nterms) {
        /* mass / nterms over 1024 / types */
        g[PI_G_MEAN] = byte((mass * s->types / r->nterms) >> 7);
        g[PI_G_COVERED] = (uint8_t)(255u * covered / r->nterms);
    }
}

static uint8_t opening(const pi_rec *r)
{
    return (uint8_t)((r->flags & PI_REC_PRONOUN ? 1 : 0) | (r->flags & PI_REC_CONNECT ? 2 : 0)
                     | (r->flags & PI_SENT_QUOTE ? 4 : 0));
}

static uint8_t shared_terms(const pi_rec *a, const pi_rec *b)
{
    uint8_t i, j, n = 0;

    for (i = 0; i < a->nterms; i++)
        for (j = 0; j < b->nterms; j++)
            n = (uint8_t)(n + (a->terms[i] == b->terms[j]));
    return n;
}

static void gauge_neighbours(const pi_rank *k, const pi_rec *r, const pi_trail *at, uint8_t *g)
{
    const pi_rec *rec = k->tab.rec;
    uint16_t next = r->next;
    uint8_t n;

    g[PI_G_NEXT] = next != PI_NIL ? opening(&rec[next]) : 8;
    g[PI_G_NEXT_WORDS] = next != PI_NIL ? byte(rec[next].words) : 0;
    g[PI_G_PREV] = at->prev != PI_NIL ? opening(&rec[at->prev]) : 8;
    g[PI_G_PREV_WORDS] = at->prev != PI_NIL ? byte(rec[at->prev].words) : 0;
    g[PI_G_BEFORE] = 255;
    if (at->chosen != PI_NIL) {
        uint16_t distance = (uint16_t)(r->ordinal - rec[at->chosen].ordinal);

        g[PI_G_BEFORE] = (uint8_t)(distance < 254 ? distance : 254);
        g[PI_G_SHARED] = shared_terms(r, &rec[at->chosen]);
    }
    for (n = 1; n <= AHEAD && next != PI_NIL && !pi_rank_chosen(&rec[next]); n++)
        next = rec[next].next;
    g[PI_G_AFTER] = (uint8_t)(next != PI_NIL && n <= AHEAD ? n : AHEAD + 1);
}

void pi_gauge(const pi_rank *k, const pi_rec *r, const pi_trail *at, uint8_t g[PI_GAUGES])
{
    const pi_scope *s = k->scope;
    uint16_t after = (uint16_t)(r->ordinal < k->sentences ? k->sentences - r->ordinal - 1 : 0);
    uint16_t weight = (uint16_t)(r->weight + 128), none = (uint16_t)(8 * r->words); /* <= 15 * 2048 */

    memset(g, 0, PI_GAUGES);
    g[PI_G_ORDINAL] = byte(r->ordinal);
    g[PI_G_PLACE] = (uint8_t)(after ? UINT32_C(255) * r->ordinal / k->sentences : 255);
    g[PI_G_TO_END] = byte(after);
    g[PI_G_WORDS] = byte(r->words);
    g[PI_G_CONTENT] = byte((uint32_t)(r->words - r->stops));
    if (r->words) {
        g[PI_G_STOPS] = (uint8_t)(UINT32_C(255) * r->stops / r->words);
        g[PI_G_LETTERS] = byte(r->length * UINT32_C(4) / r->words);
    }
    g[PI_G_NAMES] = r->names;
    g[PI_G_NUMBERS] = r->numbers;
    g[PI_G_OPENING] = opening(r);
    g[PI_G_FORM] = (uint8_t)((r->flags & PI_SENT_HEADING ? 1 : 0) | (r->flags & PI_SENT_QUESTION ? 2 : 0)
                             | (r->flags & PI_SENT_PARA ? 4 : 0) | (r->flags & PI_REC_CREDIT ? 8 : 0));
    g[PI_G_TALK] = (uint8_t)((r->flags & PI_REC_SAY ? 1 : 0) | (r->flags & PI_REC_DATE ? 2 : 0));
    g[PI_G_WEIGHT] = weight > none ? byte((uint32_t)(weight - none)) : 0;
    g[PI_G_FIRST] = (uint8_t)((r->flags & PI_REC_FIRST) >> 13);
    g[PI_G_PERSON] = r->person;
    g[PI_G_QUOTES] = r->quotes;
    gauge_terms(k, r, g);
    gauge_neighbours(k, r, at, g);
    g[PI_G_CHOSEN] = byte(s->u.choice.sentences);
    g[PI_G_CHOSEN_WORDS] = byte(s->u.choice.words >> 1);
    g[PI_G_COVERAGE] = byte(share(s, s->u.choice.covered) >> 2);
    memcpy(g + PI_G_DOC, s->doc, PI_DOCS);
}
