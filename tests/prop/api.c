/* Calls of the API in random order over awkward texts: runs of blanks longer than what is kept, words as
 * long as a token can be, sentences without end, halves of code points; with work areas down to the
 * smallest, every share of kept text, displays of any width. Whatever the order, each call returns what
 * its contract says, nothing is written outside the state and the work area, what is found does not
 * depend on the pieces, on selections in between or on moves of the state, and kept text is the text.
 *
 * usage: api [ROUNDS [SEED]]      A failure prints the round's seed, with which it repeats. */
#include <stdlib.h>

#include "gen.h"

#define PROP_NAME "api"
#include "prop.h"

enum { ROOM = 8000, CELLS_MOST = 1500, GUARD = 16 };

typedef struct {
    uint8_t before[GUARD];
    pith p;
    uint8_t after[GUARD];
} guarded_state;

typedef struct {
    gen_rng rng;
    pith_config cfg;
    pith_budget budget;
    size_t n, cells, fed;
    int by_scan, ended, query;
    unsigned events;
    uint32_t event_end;
} run;

static char text[ROOM + 1];
static pith_cell area[CELLS_MOST + 2 * GUARD], copy[CELLS_MOST];
static guarded_state g;
static uint32_t below(run *r, uint32_t n) { return gen_below(&r->rng, n); }

static void set_guards(void)
{
    memset(area, 0xA5, sizeof area);
    memset(&g, 0x5A, sizeof g);
}

static int untouched(size_t cells)
{
    size_t i;

    for (i = 0; i < GUARD; i++)
        if (area[i].w != 0xA5A5A5A5u || area[GUARD + cells + i].w != 0xA5A5A5A5u || g.before[i] != 0x5A || g.after[i] != 0x5A)
            return 0;
    return 1;
}

/* Texts that strain one part each. */

static size_t repeat(char *to, size_t room, const char *unit, size_t times)
{
    size_t k = strlen(unit), n = 0;

    for (; times > 0 && n + k <= room; times--, n += k)
        memcpy(to + n, unit, k);
    return n;
}

static size_t put(char *to, size_t room, const char *s) { return repeat(to, room, s, 1); }

/* Sentences with runs of one kind of blank in them and between them, up to far beyond what is kept. */
static size_t blank_runs(run *r, char *to, size_t room)
{
    static const char *const blanks[] = { " ", "\xE3\x80\x80", "\xC2\xA0", "\t", "\xE2\x80\x83", "\n", "\xE2\x80\x8B", "\xEF\xBB\xBF" };
    static const char *const words[] = { "The", "ferry", "left", "Quay", "four", "at", "noon.", "Nobody", "waved;", "“Rain,”",
                                         "said", "Ines.", "Harbour", "gulls", "(two)", "cried!" };
    size_t n = 0;

    while (n + 40 < room) {
        n += put(to + n, room - n, words[below(r, 16)]);
        n += repeat(to + n, room - n, blanks[below(r, 8)],
                    below(r, 3) ? 1 + below(r, 2) : 20 + below(r, below(r, 6) ? 60 : 1200));
        if (below(r, 30) == 0)
            n += put(to + n, room - n, "\xE3\x80"); /* half a blank */
    }
    return n;
}

/* Words of lengths around the longest token, with and without signs that could end them. */
static size_t long_words(run *r, char *to, size_t room)
{
    static const char *const units[] = { "a", "Z", "9", "\xC3\xA9", "\xE4\xB8\xAD", "x-", "o'", "U.", "1,", "\xF0\x9F\x98\x80", "-", "?", "\"", "(" };
    static const uint16_t lengths[] = { 1, 2, 30, 31, 32, 63, 84, 85, 86, 126, 127, 128, 253, 254, 255, 256, 257, 510, 511, 1000 };
    size_t n = 0;

    while (n + 40 < room) {
        n += repeat(to + n, room - n, units[below(r, 14)], lengths[below(r, 20)]);
        n += put(to + n, room - n, below(r, 4) == 0 ? ". " : below(r, 6) == 0 ? "\n\n" : below(r, 2) ? " " : "");
    }
    return n;
}

/* No end in sight. */
static size_t endless(run *r, char *to, size_t room)
{
    static const char *const words[] = { "and", "the", "engine", "of", "Ravensworth", "kept", "turning,", "slowly", "42", "(as", "if)", "\xE2\x80\x94", "\n" };
    size_t n = 0;

    while (n + 40 < room) {
        n += put(to + n, room - n, words[below(r, 13)]);
        n += put(to + n, room - n, " ");
        if (below(r, 400) == 0)
            n += put(to + n, room - n, "stop. ");
    }
    return n;
}

static size_t make_text(run *r)
{
    size_t room = 100 + below(r, ROOM - 100);

    switch (below(r, 7)) {
    case 0:
    case 1: return blank_runs(r, text, room);
    case 2: return long_words(r, text, room);
    case 3: return endless(r, text, room);
    default: return gen_text(&r->rng, (int)below(r, GEN_KINDS), text, room);
    }
}

static void make_budget(run *r, pith_budget *b)
{
    memset(b, 0, sizeof *b);
    if (below(r, 2))
        b->sentences = (uint16_t)below(r, 9);
    if (below(r, 4) == 0)
        b->bytes = 1 + below(r, below(r, 2) ? 60 : 900);
    if (below(r, 4) == 0)
        b->words = 1 + below(r, 100);
    if (below(r, 4) == 0)
        b->percent = (uint8_t)(1 + below(r, 100));
    if (r->cfg.columns && below(r, 3) == 0)
        b->rows = (uint16_t)(1 + below(r, 40));
    if (below(r, 4) == 0) {
        b->from = below(r, (uint32_t)r->n + 1);
        b->to = below(r, 2) ? b->from + below(r, (uint32_t)r->n + 1) : 0;
    }
}

static void make_run(run *r)
{
    memset(r, 0, sizeof *r);
    r->rng.x = seed;
    r->n = make_text(r);
    r->cfg.model = below(r, 4) ? &pith_en : &pith_en_small;
    r->cfg.keep = (uint8_t)below(r, 81);
    if (below(r, 4) == 0)
        r->cfg.keep = 0;
    r->cfg.flags = below(r, 4) ? 0 : PITH_NO_KEYWORDS;
    r->cfg.columns = (uint16_t)(below(r, 3) == 0 ? 0 : below(r, 2) ? 1 + below(r, 40) : 1 + below(r, 65535));
    if (below(r, 8) == 0) {
        r->cfg.from = below(r, (uint32_t)r->n + 1);
        r->cfg.to = below(r, 3) ? r->cfg.from + below(r, (uint32_t)r->n + 1) : 0;
    }
    r->cells = PITH_CELLS_MIN + (below(r, 3) ? below(r, 120) : below(r, CELLS_MOST - PITH_CELLS_MIN + 1));
    r->by_scan = below(r, 3) == 0;
    r->query = below(r, 3) == 0;
    make_budget(r, &r->budget);
}

static const char *query_text = "ferry harbour; the U.S. engines 42";

static void start(run *r)
{
    set_guards();
    HOLDS(pith_init(&g.p, &r->cfg, area + GUARD, r->cells) == PITH_OK);
    if (r->query)
        HOLDS(pith_query(&g.p, query_text, strlen(query_text)) == PITH_OK);
}

/* Every text that is kept equals the text fed, in whole and from its middle; no keyword reaches past it. */
static void check_texts(run *r, result *got)
{
    static char buf[ROOM];
    unsigned i;

    for (i = 0; i < got->n; i++) {
        pith_item s = got->chosen[i];
        int k = pith_text(&g.p, &s, buf, sizeof buf);

        /* The sentence that is still being read may have lost its beginning. */
        if (k == PITH_E_SPACE && (s.flags & PITH_OVER))
            continue;
        if (!(s.flags & PITH_OVER))
            HOLDS(k == (int)s.length);
        if (!HOLDS(k > 0 && k <= (int)s.length && memcmp(buf, text + s.offset, (size_t)k) == 0))
            fprintf(stderr, "    %lu + %lu: %d\n", (unsigned long)s.offset, (unsigned long)s.length, k);
        if (s.length > 2) {
            s.offset += s.length / 2;
            s.length -= s.length / 2;
            k = pith_text(&g.p, &s, buf, 1 + below(r, 40));
            HOLDS(k > 0 && memcmp(buf, text + s.offset, (size_t)k) == 0);
        }
    }
    for (i = 0; i < got->keys; i++) {
        int k = pith_text(&g.p, &got->key[i], buf, sizeof buf);

        HOLDS(k == PITH_E_SPACE || (k > 0 && k <= (int)got->key[i].length));
    }
}

static void ask(run *r, const pith_budget *b, result *got)
{
    unsigned long steps = 0;
    uint32_t end = 0;
    uint16_t i;
    int err;

    memset(got, 0, sizeof *got);
    while ((err = pith_select(&g.p, b)) == PITH_MORE)
        if (!HOLDS(++steps < 100000))
            return;
    HOLDS(err == PITH_OK);
    for (i = 0; i < CHOSEN_MOST && (err = pith_sentence(&g.p, i, &got->chosen[i])) == PITH_OK; i++) {
        const pith_item *s = &got->chosen[i];

        HOLDS(s->kind == PITH_SENTENCE && s->length > 0 && s->offset >= end && s->offset + s->length <= r->fed);
        end = s->offset + s->length;
        HOLDS(s->offset >= b->from && (b->to == 0 || end <= b->to));
        HOLDS(s->offset >= r->cfg.from && (r->cfg.to == 0 || end <= r->cfg.to));
        got->n++;
    }
    HOLDS(i == CHOSEN_MOST || err == PITH_E_LIMIT);
    for (i = 0; i < KEYS_MOST && (err = pith_keyword(&g.p, i, &got->key[i])) == PITH_OK; i++) {
        const pith_item *s = &got->key[i];

        HOLDS(s->kind == PITH_KEYWORD && s->length > 0 && s->offset + s->length <= r->fed && s->count > 0);
        HOLDS(i == 0 || s->score <= got->key[i - 1].score);
        got->keys++;
    }
    HOLDS(i == KEYS_MOST || err == PITH_E_LIMIT);
    HOLDS(pith_keyword(&g.p, 64, &got->key[0]) == PITH_E_LIMIT);
    if (got->keys)
        pith_keyword(&g.p, 0, &got->key[0]);
    HOLDS(pith_losses(&g.p, &got->loss) == PITH_OK && got->loss.bytes == r->fed);
    if (r->cfg.keep)
        check_texts(r, got);
}

/* The acts. */

/* A state that moves through power loss: other options are refused and leave it as it is. */
static void move(run *r)
{
    pith moved = g.p;
    pith_config other = r->cfg;

    memcpy(copy, area + GUARD, r->cells * sizeof *copy);
    memset(area + GUARD, 0x11, r->cells * sizeof *copy);
    memset(&g.p, 0x22, sizeof g.p);
    memcpy(area + GUARD, copy, r->cells * sizeof *copy);
    memcpy(g.p.state, moved.state, sizeof g.p.state);
    other.columns = (uint16_t)(other.columns + 1);
    HOLDS(pith_resume(&g.p, &other, area + GUARD, r->cells) == PITH_E_STATE);
    HOLDS(pith_resume(&g.p, &r->cfg, area + GUARD, r->cells + 1) == PITH_E_STATE);
    HOLDS(pith_resume(&g.p, &r->cfg, area + GUARD, r->cells) == PITH_OK);
}

static void found(run *r, const pith_item *s)
{
    r->events++;
    HOLDS(s->kind == PITH_SENTENCE && s->length > 0 && s->offset >= r->event_end && s->offset + s->length <= r->fed);
    r->event_end = s->offset + s->length;
}

/* A piece of 1 to 7 bytes as a rule; in its own memory, so that a read past it is seen. */
static void feed(run *r)
{
    size_t k = below(r, 8) == 0 ? below(r, 700) : 1 + below(r, 7), taken = 0;
    char *piece;
    pith_item s;
    int err;

    if (k > r->n - r->fed)
        k = r->n - r->fed;
    if ((piece = malloc(k ? k : 1)) == NULL)
        return;
    memcpy(piece, text + r->fed, k);
    if (r->ended) {
        HOLDS(pith_feed(&g.p, piece, k) == PITH_E_STATE);
    } else if (!r->by_scan) {
        HOLDS(pith_feed(&g.p, k ? piece : NULL, k) == PITH_OK);
        r->fed += k;
    } else {
        size_t at = 0;

        do {
            err = pith_scan(&g.p, piece + at, k - at, &taken, &s);
            HOLDS((err == PITH_OK || err == PITH_MORE) && taken <= k - at);
            at += taken;
            r->fed += taken;
            if (err == PITH_MORE)
                found(r, &s);
        } while (err == PITH_MORE);
        HOLDS(at == k);
    }
    free(piece);
}

static void select_and_look(run *r)
{
    static result got;
    pith_budget b;

    make_budget(r, &b);
    if (below(r, 3) == 0)
        pith_select(&g.p, &b); /* begun and given up */
    else
        ask(r, &b, &got);
}

/* Items that were never given out, and calls that do not fit. */
static void misuse(run *r)
{
    static char buf[4000];
    pith_item s;
    pith_budget bad;
    int k;

    memset(&s, 0, sizeof s);
    s.offset = below(r, 2) ? below(r, (uint32_t)r->n + 100) : gen_next(&r->rng);
    s.length = below(r, 2) ? below(r, 5000) : gen_next(&r->rng);
    s.kind = (uint8_t)(1 + below(r, 2));
    k = pith_text(&g.p, &s, buf, below(r, sizeof buf + 1));
    HOLDS(k == PITH_E_SPACE || (k >= 0 && (uint32_t)k <= s.length && (size_t)k <= sizeof buf));
    if (k > 0 && s.kind == PITH_SENTENCE)
        HOLDS(s.offset + (uint32_t)k <= r->fed && memcmp(buf, text + s.offset, (size_t)k) == 0);
    memset(&bad, 0, sizeof bad);
    bad.percent = (uint8_t)(101 + below(r, 155));
    HOLDS(pith_select(&g.p, &bad) == PITH_E_ARG);
    k = pith_sentence(&g.p, (uint16_t)below(r, 65536), &s);
    HOLDS(k == PITH_OK || k == PITH_E_LIMIT || k == PITH_E_STATE);
    k = pith_keyword(&g.p, (uint16_t)below(r, 65536), &s);
    HOLDS(k == PITH_OK || k == PITH_E_LIMIT);
}

static void finish(run *r)
{
    size_t taken;
    pith_item s;
    pith_loss loss;

    HOLDS(pith_end(&g.p) == PITH_OK);
    r->ended = 1;
    HOLDS(pith_end(&g.p) == PITH_E_STATE);
    if (!r->by_scan)
        return;
    while (pith_scan(&g.p, NULL, 0, &taken, &s) == PITH_MORE)
        found(r, &s);
    pith_losses(&g.p, &loss);
    HOLDS(loss.sentences == r->events);
}

static void one_round(void)
{
    static result whole, split;
    run r;
    int often;

    make_run(&r);
    start(&r);
    HOLDS(pith_feed(&g.p, text, r.n) == PITH_OK);
    r.fed = r.n;
    HOLDS(pith_end(&g.p) == PITH_OK);
    ask(&r, &r.budget, &whole);
    HOLDS(untouched(r.cells));

    r.fed = 0;
    start(&r);
    often = below(&r, 6) == 0; /* moves at every piece */
    while (r.fed < r.n) {
        uint32_t act = below(&r, 60);

        feed(&r);
        if (often || act == 0)
            move(&r);
        if (act == 1)
            select_and_look(&r);
        if (act == 2)
            misuse(&r);
        if (act == 3 && r.query)
            HOLDS(pith_query(&g.p, query_text, strlen(query_text)) == PITH_OK);
    }
    finish(&r);
    feed(&r);
    misuse(&r);
    select_and_look(&r);
    move(&r);
    while (pith_select(&g.p, NULL) == PITH_MORE) { }
    ask(&r, &r.budget, &split);
    HOLDS(same(&whole, &split));
    HOLDS(untouched(r.cells));
}

int main(int argc, char **argv)
{
    unsigned long rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : 4000, i;
    uint32_t first = (uint32_t)(argc > 2 ? strtoul(argv[2], NULL, 10) : 1);

    for (i = 0; i < rounds; i++) {
        seed = first + (uint32_t)i;
        one_round();
    }
    return check_done("api");
}
