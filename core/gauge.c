#include "gauge.h"

#include "sent.h"

enum { TOP = 20 /* terms, or so */ };

/* In a text of more sentences than those that gains are learnt from have, no place is better than another: all are said to be at
 * a fifth of it. Measured on squality: ROUGE-1 44.8 instead of 44.1, and the choice spread over the whole story. */
enum { LONG = 160, ANYWHERE = 50 };

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

        if (e != NULL)
            e->rarity |= PI_TERM_COVERED;
    }
    if (PI_GAINS) {
        s->u.choice.words += r->words;
        s->u.choice.sentences++;
    }
}

/* Share of the mass, in 1/1024; salience <= mass. */
static uint32_t share(const pi_scope *s, uint32_t salience) { return (salience * s->mass) >> 16; }

/* Counts of terms, four bits each, of which the greatest is PI_REC_TERMS; below them eight for the sum of what is at most 15 each. */
enum { SPREAD = 0, TERM = 8, NAME = 12, AMONG_TOP = 16, OFTEN = 20, HEAD = 24, NEW = 28 };
typedef char counts_fit[PI_REC_TERMS * 15 <= 255 && PI_REC_TERMS <= 15 ? 1 : -1];

static uint8_t count(uint32_t counts, unsigned which) { return (uint8_t)(counts >> which & 15); }

static void gauge_terms(const pi_rank *k, const pi_rec *r, uint8_t *g)
{
    const pi_scope *s = k->scope;
    uint32_t all = 0, fresh = 0;          /* counts: of all terms, of those that are not covered */
    uint32_t masses = 0, fresh_masses = 0; /* salience, <= 12 * 1776 < 2^16; above it that of terms which other sentences have */
    uint32_t lead = 0;
    uint8_t i, rarity = 0; /* <= 12 * 15 */

    for (i = 0; i < r->nterms; i++) {
        const pi_term *e = pi_terms_find(k->terms, k->buckets, r->terms[i]);
        uint32_t salience, one = UINT32_C(1) << TERM;
        pi_byte spread, first;

        if (e == NULL)
            continue;
        salience = pi_terms_salience(e);
        spread = e->spread;
        first = e->first;
        rarity = (uint8_t)(rarity + (e->rarity & 15));
        if (e->rarity & PI_TERM_NAME)
            one += UINT32_C(1) << NAME;
        if (salience >= s->top)
            one += UINT32_C(1) << AMONG_TOP;
        if (first < 3) {
            one += UINT32_C(1) << HEAD;
            if (first == 0)
                lead += salience;
        }
        if (first == r->ordinal)
            one += UINT32_C(1) << NEW;
        if (spread > 1) {
            one += spread > 16 ? 15 : spread - 1u;
            if (spread > 2)
                one += UINT32_C(1) << OFTEN;
            salience |= salience << 16;
        }
        all += one;
        masses += salience;
        if (!(e->rarity & PI_TERM_COVERED)) {
            fresh += one;
            fresh_masses += salience;
        }
    }
    g[PI_G_RARITY] = rarity;
    g[PI_G_RECUR] = byte(share(s, masses >> 16));
    g[PI_G_TOP] = count(all, AMONG_TOP);
    g[PI_G_OFTEN] = count(all, OFTEN);
    g[PI_G_SPREAD] = (uint8_t)all;
    g[PI_G_LEAD_MASS] = byte(share(s, lead));
    g[PI_G_HEAD] = count(all, HEAD);
    g[PI_G_NEW] = count(all, NEW);
    g[PI_G_FRESH] = byte(share(s, fresh_masses & 0xFFFF));
    g[PI_G_FRESH_RECUR] = byte(share(s, fresh_masses >> 16));
    g[PI_G_FRESH_TERMS] = count(fresh, TERM);
    g[PI_G_FRESH_NAMED] = count(fresh, NAME);
    g[PI_G_FRESH_SPREAD] = (uint8_t)fresh;
    g[PI_G_TOP_FRESH] = count(fresh, AMONG_TOP);
    if (r->nterms) {
        /* mass / nterms over 1024 / types */
        g[PI_G_MEAN] = byte((share(s, masses & 0xFFFF) * s->types / r->nterms) >> 7);
        g[PI_G_COVERED] = (uint8_t)(255u * count(all - fresh, TERM) / r->nterms);
    }
}

static uint8_t opening(const pi_rec *r)
{
    return (uint8_t)((r->flags & PI_REC_PRONOUN ? 1 : 0) | (r->flags & PI_REC_CONNECT ? 2 : 0)
                     | (r->flags & PI_SENT_QUOTE ? 4 : 0));
}

static void gauge_neighbours(const pi_rank *k, const pi_rec *r, const pi_trail *at, uint8_t *g)
{
    const pi_rec *rec = k->tab.rec;
    uint16_t next = r->next;

    g[PI_G_NEXT] = next != PI_NIL ? opening(&rec[next]) : 8;
    g[PI_G_NEXT_WORDS] = next != PI_NIL ? byte(rec[next].words) : 0;
    g[PI_G_PREV_WORDS] = at->prev != PI_NIL ? byte(rec[at->prev].words) : 0;
    g[PI_G_BEFORE] = 255;
    if (at->chosen != PI_NIL) {
        uint16_t distance = (uint16_t)(r->ordinal - rec[at->chosen].ordinal);

        g[PI_G_BEFORE] = (uint8_t)(distance < 254 ? distance : 254);
    }
}

void pi_gauge(const pi_rank *k, const pi_rec *r, const pi_trail *at, uint8_t g[PI_GAUGES])
{
    const pi_scope *s = k->scope;
    uint16_t after = (uint16_t)(r->ordinal < k->sentences ? k->sentences - r->ordinal - 1 : 0);
    uint16_t weight = (uint16_t)(r->weight + 128), none = (uint16_t)(8 * r->words); /* <= 15 * 2048 */

    g[PI_G_STOPS] = g[PI_G_LETTERS] = g[PI_G_MEAN] = g[PI_G_COVERED] = 0; /* should there be no words or terms */
    g[PI_G_ORDINAL] = byte(r->ordinal);
    g[PI_G_PLACE] = (uint8_t)(k->sentences > LONG ? ANYWHERE : after ? UINT32_C(255) * r->ordinal / k->sentences : 255);
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
    g[PI_G_TALK] = (uint8_t)((r->flags & PI_REC_SAY ? 1 : 0) | (r->flags & PI_REC_DATE ? 2 : 0));
    g[PI_G_WEIGHT] = weight > none ? byte((uint32_t)(weight - none)) : 0;
    g[PI_G_FIRST] = (uint8_t)((r->flags & PI_REC_FIRST) >> 13);
    g[PI_G_PERSON] = r->person;
    gauge_terms(k, r, g);
    gauge_neighbours(k, r, at, g);
    g[PI_G_CHOSEN] = byte(s->u.choice.sentences);
    g[PI_G_CHOSEN_WORDS] = byte(s->u.choice.words >> 1);
    memcpy(g + PI_G_DOC, s->doc, PI_DOCS);
}
