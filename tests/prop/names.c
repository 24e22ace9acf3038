/* Properties of names and quantities over random texts: chunking, suspension and a summary read beside them change nothing; what
 * is found lies in order, apart, within the text; entities add up to mentions; nothing is written outside the work area.
 *
 * usage: names [ROUNDS [SEED]]      A failure prints the round's seed, with which it repeats. */
#include <stdlib.h>

#include "gen.h"

#define PROP_NAME "names"
#include "prop.h"

enum { ROOM = 4000, CELLS_MOST = 2000, GUARD = 8, SUM_CELLS = 600 };

static char text[ROOM + 64];
static pith_cell area[CELLS_MOST + 2 * GUARD], sum_area[SUM_CELLS];

typedef struct {
    uint32_t hash, end;
    unsigned n, dropped; /* found; of these given no entity */
    pith_entity first;
    result summary;
} outcome;

/* Between words of the text, words and signs of names and quantities. */
static size_t salt(gen_rng *rng, size_t n)
{
    static const char *const parts[] = { "Angela Merkel", "May 2010", "$5m", "U.S.", "12", "1,000.5", "Bank of England", "20%", "three", "dozen", "of", "-",
                                         "'90s", "next week", "p.m.", "Iranian-backed", "10/12/2020", "Monday,", "million", "and a half", "1st", "$", "Mr.",
                                         "(WHO)", "12:30:15", "1-2-3-4-5-6-7-8-9", "km", "from" };
    size_t i, k;

    for (i = 0; i + 40 < n; i += 1 + gen_below(rng, 60))
        if (text[i] == ' ') {
            const char *part = parts[gen_below(rng, sizeof parts / sizeof *parts)];

            k = strlen(part);
            memcpy(text + i + 1, part, k);
            text[i + 1 + k] = ' ';
            i += k;
        }
    return n;
}

static void note(outcome *o, const pith_names *p, const pith_item *f, size_t n)
{
    char value[PITH_VALUE_MAX];
    int k = pith_names_value(p, value, sizeof value), i;

    HOLDS(f->length > 0 && f->offset >= o->end && f->offset + f->length <= n && f->count > 0);
    HOLDS((f->kind >= PITH_PERSON && f->kind <= PITH_MISC) || (f->kind >= PITH_DATE && f->kind <= PITH_NUMBER));
    HOLDS(k >= 0 && k <= (int)sizeof value && (f->kind >= PITH_DATE || k == 0));
    o->end = f->offset + f->length;
    o->n++;
    o->dropped += f->score == 0;
    o->hash = (o->hash ^ f->offset) * 0x9E3779B1u + f->length;
    o->hash = (o->hash ^ f->score ^ (uint32_t)f->kind << 16 ^ (uint32_t)f->flags << 24) * 0x9E3779B1u + f->count;
    for (i = 0; i < k; i++)
        o->hash = o->hash * 33 + (uint8_t)value[i];
}

static void move(pith_names *p, const pith_names_config *cfg, size_t cells)
{
    static pith_cell copy[CELLS_MOST];
    pith_names moved = *p;

    memcpy(copy, area + GUARD, cells * sizeof *copy);
    memset(area + GUARD, 0x11, cells * sizeof *copy);
    memset(p, 0x22, sizeof *p);
    memcpy(area + GUARD, copy, cells * sizeof *copy);
    *p = moved;
    HOLDS(pith_names_resume(p, cfg, area + GUARD, cells) == PITH_OK);
}

/* The end of a text comes with moves between what it finds when this is set, and for this many cells. */
static const pith_names_config *moves;
static size_t moved_cells;

static void feed(outcome *o, pith_names *p, pith *sum, size_t at, size_t k, size_t n)
{
    const char *s = k ? text + at : NULL;
    pith_item f;
    size_t taken;
    int more;

    for (;;) {
        more = sum ? pith_names_with(p, sum, s, k, &taken, &f) : pith_names_scan(p, s, k, &taken, &f);
        if (!HOLDS(taken <= k))
            return;
        s = s ? s + taken : s;
        k -= taken;
        if (more != PITH_MORE)
            break;
        note(o, p, &f, n);
        if (moves)
            move(p, moves, moved_cells);
    }
    HOLDS(more == PITH_OK && k == 0);
}

static void finish(outcome *o, pith_names *p, pith *sum, size_t n)
{
    static const pith_budget two = { 2, 0, 0, 0, 0, 0, 0 };
    unsigned mentions = 0;
    pith_entity e;
    pith_loss loss;
    uint16_t i;

    HOLDS(pith_names_end(p) == PITH_OK);
    if (moves)
        move(p, moves, moved_cells);
    feed(o, p, sum, n, 0, n);
    HOLDS(pith_names_losses(p, &loss) == PITH_OK && loss.bytes == n);
    memset(&o->first, 0, sizeof o->first);
    pith_names_entity(p, 0, &o->first);
    for (i = 0; pith_names_entity(p, i, &e) == PITH_OK; i++) {
        mentions += e.count;
        HOLDS(e.first <= e.last && e.last < n && e.forms > 0);
    }
    HOLDS(i == 0 || (loss.terms ? mentions <= o->n : mentions == o->n - o->dropped));
    if (sum) {
        while (pith_select(sum, &two) == PITH_MORE) { }
        for (i = 0; i < 2 && pith_sentence(sum, i, &o->summary.chosen[i]) == PITH_OK; i++)
            o->summary.n++;
        pith_losses(sum, &o->summary.loss);
    }
}

static void begin(outcome *o, pith_names *p, const pith_names_config *cfg, size_t cells, pith *sum)
{
    static const pith_config plain = { &pith_en, 0, 0, 0, 0, 0 };

    memset(o, 0, sizeof *o);
    memset(area, 0xA5, sizeof area);
    HOLDS(pith_names_init(p, cfg, area + GUARD, cells) == PITH_OK);
    if (sum)
        HOLDS(pith_init(sum, &plain, sum_area, SUM_CELLS) == PITH_OK);
}

static void compare(const outcome *a, const outcome *b, size_t cells)
{
    size_t i;

    HOLDS(a->n == b->n && a->hash == b->hash && memcmp(&a->first, &b->first, sizeof a->first) == 0);
    for (i = 0; i < GUARD; i++)
        HOLDS(area[i].w == 0xA5A5A5A5u && area[GUARD + cells + i].w == 0xA5A5A5A5u);
}

static void one_round(void)
{
    static outcome whole, pieces;
    pith_names_config cfg = { &pith_en, &pith_en_names_small, 0, 0, NULL };
    static pith_names p;
    size_t n, room, cells, at, k;
    static pith sum;
    gen_rng rng;

    rng.x = seed;
    room = 200 + gen_below(&rng, ROOM - 200); /* a statement of its own: compilers order what is in one as they like */
    n = gen_text(&rng, (int)gen_below(&rng, GEN_KINDS), text, room);
    n = salt(&rng, n);
    cfg.entities = (uint8_t)(gen_below(&rng, 3) ? 1 + gen_below(&rng, 90) : 0);
    cfg.letters = (uint8_t)(4 * gen_below(&rng, 17));
    cfg.quantities = gen_below(&rng, 4) ? &pith_en_quantities : NULL;
    cells = cfg.entities ? CELLS_MOST - gen_below(&rng, 600) : gen_below(&rng, CELLS_MOST);
    if (pith_names_init(&p, &cfg, area + GUARD, cells) == PITH_E_SPACE)
        cfg.entities = 0;

    begin(&whole, &p, &cfg, cells, NULL);
    feed(&whole, &p, NULL, 0, n, n);
    finish(&whole, &p, NULL, n);

    begin(&pieces, &p, &cfg, cells, NULL);
    for (at = 0; at < n; at += k) {
        k = 1 + gen_below(&rng, gen_below(&rng, 4) ? 20 : 900);
        k = k < n - at ? k : n - at;
        feed(&pieces, &p, NULL, at, k, n);
        if (gen_below(&rng, 20) == 0)
            move(&p, &cfg, cells);
    }
    moves = &cfg;
    moved_cells = cells;
    finish(&pieces, &p, NULL, n);
    moves = NULL;
    compare(&pieces, &whole, cells);

    begin(&pieces, &p, &cfg, cells, &sum);
    for (at = 0; at < n; at += k) {
        k = 1 + gen_below(&rng, 300);
        k = k < n - at ? k : n - at;
        feed(&pieces, &p, &sum, at, k, n);
    }
    finish(&pieces, &p, &sum, n);
    compare(&pieces, &whole, cells);
}

int main(int argc, char **argv)
{
    unsigned long rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : 4000, i;
    uint32_t first = (uint32_t)(argc > 2 ? strtoul(argv[2], NULL, 10) : 1);

    for (i = 0; i < rounds; i++) {
        seed = first + (uint32_t)i;
        one_round();
    }
    return check_done("names");
}
