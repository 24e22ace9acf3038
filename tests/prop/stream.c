/* Properties of reading and selection over random texts: chunking, work size, suspension and selection
 * in between change nothing; what is chosen is whole, ordered, disjoint and inside its limits; nothing
 * is written outside the work area.
 *
 * usage: stream [ROUNDS [SEED]]      A failure prints the round's seed, with which it repeats. */
#include <stdlib.h>

#include "gen.h"

#define PROP_NAME "stream"
#include "prop.h"

enum { ROOM = 6000, CELLS_MOST = 4096, GUARD = 8 };

static char text[ROOM];
static pith_cell area[CELLS_MOST + 2 * GUARD];

static pith_cell *guarded(size_t cells)
{
    memset(area, 0xA5, sizeof area);
    (void)cells;
    return area + GUARD;
}

static int untouched(size_t cells)
{
    size_t i;

    for (i = 0; i < GUARD; i++)
        if (area[i].w != 0xA5A5A5A5u || area[GUARD + cells + i].w != 0xA5A5A5A5u)
            return 0;
    return 1;
}

static void ask(pith *p, const pith_budget *b, result *r)
{
    uint16_t i;
    unsigned long steps = 0;

    memset(r, 0, sizeof *r);
    while (pith_select(p, b) == PITH_MORE)
        if (++steps > 100000) {
            HOLDS(steps <= 100000);
            break;
        }
    for (i = 0; i < CHOSEN_MOST && pith_sentence(p, i, &r->chosen[i]) == PITH_OK; i++)
        r->n++;
    for (i = 0; i < KEYS_MOST && pith_keyword(p, i, &r->key[i]) == PITH_OK; i++)
        r->keys++;
    pith_losses(p, &r->loss);
}

static void show(const char *name, const result *r)
{
    unsigned i;

    fprintf(stderr, "    %s: %lu words, %lu sentences, %lu dropped, %lu terms lost, %lu unkept, %u keywords\n", name,
            (unsigned long)r->loss.words, (unsigned long)r->loss.sentences, (unsigned long)r->loss.dropped,
            (unsigned long)r->loss.terms, (unsigned long)r->loss.unkept, r->keys);
    for (i = 0; i < r->n; i++)
        fprintf(stderr, "        %lu + %lu, score %u\n", (unsigned long)r->chosen[i].offset,
                (unsigned long)r->chosen[i].length, r->chosen[i].score);
}

static int is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

static void whole_and_ordered(const result *r, size_t n, const pith_config *cfg, const pith_budget *b)
{
    unsigned i;
    uint32_t end = 0, bytes = 0, words = 0;

    for (i = 0; i < r->n; i++) {
        const pith_item *s = &r->chosen[i];

        if (!HOLDS(s->length > 0 && s->offset >= end && s->offset + s->length <= n))
            return;
        end = s->offset + s->length;
        bytes += s->length + (i > 0);
        words += s->count;
        HOLDS(!is_blank(text[s->offset]) && !is_blank(text[end - 1]));
        HOLDS(s->length <= PITH_SENTENCE_MAX || r->loss.sentences == 0);
        HOLDS(cfg->from <= s->offset && (cfg->to == 0 || end <= cfg->to));
        HOLDS(b->from <= s->offset && (b->to == 0 || end <= b->to || r->loss.sentences == 0));
    }
    if (r->n && !(r->chosen[0].flags & PITH_OVER)) {
        HOLDS(b->sentences == 0 || r->n <= b->sentences);
        HOLDS(b->bytes == 0 || bytes <= b->bytes);
        HOLDS(b->words == 0 || words <= b->words);
    }
}

static void kept_text_is_exact(const pith *p, const result *r, size_t n)
{
    static char buf[ROOM];
    unsigned i;

    for (i = 0; i < r->n; i++) {
        const pith_item *s = &r->chosen[i];
        int k = pith_text(p, s, buf, sizeof buf);

        HOLDS(s->offset + s->length <= n);
        HOLDS(k == (int)s->length && memcmp(buf, text + s->offset, s->length) == 0);
    }
}

static void options(gen_rng *rng, pith_config *cfg, pith_budget *b, size_t n)
{
    memset(cfg, 0, sizeof *cfg);
    memset(b, 0, sizeof *b);
    cfg->model = &pith_en;
    cfg->keep = (uint8_t)(gen_below(rng, 2) ? 10 + gen_below(rng, 71) : 0);
    cfg->flags = gen_below(rng, 4) ? 0 : PITH_NO_KEYWORDS;
    cfg->columns = (uint16_t)(gen_below(rng, 2) ? 10 + gen_below(rng, 70) : 0);
    if (gen_below(rng, 8) == 0) {
        cfg->from = gen_below(rng, (uint32_t)n);
        cfg->to = cfg->from + gen_below(rng, (uint32_t)n);
    }
    b->sentences = (uint16_t)gen_below(rng, 9);
    if (gen_below(rng, 3) == 0)
        b->bytes = 1 + gen_below(rng, 800);
    if (gen_below(rng, 3) == 0)
        b->words = 1 + gen_below(rng, 200);
    if (gen_below(rng, 4) == 0)
        b->percent = (uint8_t)(1 + gen_below(rng, 100));
    if (cfg->columns && gen_below(rng, 2))
        b->rows = (uint16_t)(1 + gen_below(rng, 20));
}

/* Feeds in random pieces; at times selects in between, or moves the state elsewhere. */
static void feed_in_pieces(gen_rng *rng, pith *p, const pith_config *cfg, size_t cells, size_t n, int bytewise)
{
    static pith_cell copy[CELLS_MOST];
    size_t at = 0;

    while (at < n) {
        size_t k = bytewise ? 1 : 1 + gen_below(rng, gen_below(rng, 4) ? 20 : 900);

        if (k > n - at)
            k = n - at;
        HOLDS(pith_feed(p, text + at, k) == PITH_OK);
        at += k;
        if (gen_below(rng, bytewise ? 500 : 30) == 0) {
            static result r;
            static const pith_budget two = { 2, 0, 0, 0, 0, 0, 0 };

            ask(p, &two, &r);
        }
        if (gen_below(rng, bytewise ? 200 : 20) == 0) {
            pith moved = *p;

            memcpy(copy, area + GUARD, cells * sizeof *copy);
            memset(area + GUARD, 0x11, cells * sizeof *copy);
            memset(p, 0x22, sizeof *p);
            memcpy(area + GUARD, copy, cells * sizeof *copy);
            *p = moved;
            p->work = NULL;
            p->model = NULL;
            HOLDS(pith_resume(p, cfg, area + GUARD, cells) == PITH_OK);
        }
    }
}

static void one_round(void)
{
    static result whole, split;
    gen_rng rng;
    size_t n, room, cells;
    pith p;
    pith_config cfg;
    pith_budget b;

    rng.x = seed;
    room = 200 + gen_below(&rng, ROOM - 200); /* a statement of its own: compilers order what is in one as they like */
    n = gen_text(&rng, (int)gen_below(&rng, GEN_KINDS), text, room);
    options(&rng, &cfg, &b, n);
    cells = PITH_CELLS_MIN + (gen_below(&rng, 2) ? gen_below(&rng, 500) : gen_below(&rng, CELLS_MOST - PITH_CELLS_MIN));

    HOLDS(pith_init(&p, &cfg, guarded(cells), cells) == PITH_OK);
    HOLDS(pith_feed(&p, text, n) == PITH_OK);
    HOLDS(pith_end(&p) == PITH_OK);
    ask(&p, &b, &whole);
    whole_and_ordered(&whole, n, &cfg, &b);
    if (cfg.keep)
        kept_text_is_exact(&p, &whole, n);
    HOLDS(untouched(cells));
    HOLDS(whole.loss.bytes == n);

    HOLDS(pith_init(&p, &cfg, guarded(cells), cells) == PITH_OK);
    feed_in_pieces(&rng, &p, &cfg, cells, n, gen_below(&rng, 3) == 0);
    HOLDS(pith_end(&p) == PITH_OK);
    ask(&p, &b, &split);
    if (!HOLDS(same(&whole, &split))) {
        show("whole", &whole);
        show("split", &split);
    }
    HOLDS(untouched(cells));
}

int main(int argc, char **argv)
{
    unsigned long rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : 4000, i;
    uint32_t first = (uint32_t)(argc > 2 ? strtoul(argv[2], NULL, 10) : 1);

    for (i = 0; i < rounds; i++) {
        seed = first + (uint32_t)i;
        one_round();
    }
    return check_done("stream");
}
