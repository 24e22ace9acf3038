/* Selection by models made by hand: what a summary takes, and when it ends. */
#include <stdio.h>

#include "state.h"

#include "check.h"

static pith p;
static pith_cell work[4096];
static uint8_t bytes[256];
static pith_model model;
static const char *query;
static unsigned tables = 1; /* of the same gains, which add up */

/* Numbers have the edge 1: a sentence with one gains `with`, another `without`. */
static void make(int8_t with, int8_t without, int8_t threshold)
{
    size_t n = 0, i;
    unsigned k;

    bytes[n++] = (uint8_t)threshold;
    bytes[n++] = threshold < 0 ? 0xFF : 0;
    for (i = 0; i < PI_GAUGES; i++) {
        bytes[n++] = i == PI_G_NUMBERS ? 2 : 1;
        if (i == PI_G_NUMBERS)
            bytes[n++] = 1 - 1;
        bytes[n++] = 255;
    }
    for (k = 0; k < tables; k++) {
        bytes[n++] = 1;
        bytes[n++] = PI_G_ORDINAL;
        bytes[n++] = 1;
        bytes[n++] = PI_G_NUMBERS;
        bytes[n++] = 2;
        bytes[n++] = (uint8_t)(128 + without);
        bytes[n++] = (uint8_t)(128 + with);
    }
    bytes[n] = 0;
    CHECK(n < sizeof bytes);
    model = pith_en;
    model.rank = bytes;
}

/* The numbers of the chosen sentences of a text, each a digit. */
static void chosen(const char *text, uint16_t sentences, const char *want)
{
    pith_config cfg = { &model, 0, 0, 0, 0, 0 };
    pith_budget b = { 0, 0, 0, 0, 0, 0, 0 };
    char got[32];
    pith_item s;
    uint16_t i;
    uint32_t k;

    b.sentences = sentences;
    CHECK_INT(pith_init(&p, &cfg, work, 4096), PITH_OK);
    if (query)
        CHECK_INT(pith_query(&p, query, strlen(query)), PITH_OK);
    CHECK_INT(pith_feed(&p, text, strlen(text)), PITH_OK);
    CHECK_INT(pith_end(&p), PITH_OK);
    while (pith_select(&p, &b) == PITH_MORE) { }
    for (i = 0; i < 31 && pith_sentence(&p, i, &s) == PITH_OK; i++) {
        uint8_t n = 0;

        for (k = 1; k < s.offset; k++)
            n = (uint8_t)(n + (text[k] == '.' || (text[k] == '\n' && text[k - 1] == '\n')));
        got[i] = (char)('1' + n);
    }
    got[i] = 0;
    CHECK_STR(got, want);
}

static const char text[] =
    "Boats carry grain along the river. The lock holds 12 boats. Keepers work the gates by hand. "
    "A storm broke 3 gates last winter. Farmers lent horses and rope.";

static void test_length(void)
{
    make(50, -50, 0);
    chosen(text, 0, "24");
    make(50, 20, 10);
    chosen(text, 0, "12345");
    make(50, 20, 60); /* never nothing */
    chosen(text, 0, "2");
    make(-50, -90, -60);
    chosen(text, 0, "24");
}

static void test_limits(void)
{
    make(50, -50, 0);
    chosen(text, 1, "2");
    chosen(text, 3, "124"); /* equal ones in the order of the text */
    chosen(text, 9, "12345");
}

static void test_plain(void)
{
    model = pith_en_plain;
    chosen(text, 0, "124");
}

/* A heading comes after all others. */
static void test_heading(void)
{
    make(50, 40, 0);
    chosen("The lock of 1911 opens again\n\nBoats carry grain along the river. Keepers work the gates by hand.", 2, "23");
}

/* What was asked for comes first, and all of it where nothing limits. */
static void test_query(void)
{
    make(50, -50, 0);
    query = "horse boat";
    chosen(text, 0, "1245");
    chosen(text, 2, "12");
    query = NULL;
}

/* What stays of a text far longer than the table comes from all of it, no fifth three times its share. */
static void test_spread(size_t cells)
{
    static const char *const who[] = { "The miller", "A boatman", "Her cousin", "The clerk", "Old Anders", "The council", "A widow" };
    static const char *const does[] = { "counts", "weighs", "sells", "mends", "hides", "carries", "wants" };
    static const char *const what[] = { "grain", "12 ropes", "the bell", "lamp oil", "two oars", "every letter", "a sack of salt", "nets" };
    enum { SENTENCES = 3000 };
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };
    uint32_t n, seed = 7, fifth[5] = { 0 };
    pi_view v;
    uint16_t i;
    char s[128];

    CHECK_INT(pith_init(&p, &cfg, work, cells), PITH_OK);
    for (n = 0; n < SENTENCES; n++) {
        seed = seed * 1664525u + 1013904223u;
        sprintf(s, "%s of house %u %s %s. ", who[(seed >> 16) % 7], (unsigned)(seed >> 27), does[(seed >> 10) % 7], what[(seed >> 21) % 8]);
        CHECK_INT(pith_feed(&p, s, strlen(s)), PITH_OK);
    }
    CHECK_INT(pith_end(&p), PITH_OK);
    CHECK_INT(pi_view_of(&v, &p), PITH_OK);
    for (i = v.c->store.head; i != PI_NIL; i = v.k.tab.rec[i].next)
        fifth[v.k.tab.rec[i].ordinal * 5u / SENTENCES]++;
    for (n = 0; n < 5; n++) {
        CHECK(fifth[n] > 0);
        CHECK(fifth[n] * 5 < 3u * v.c->store.used);
    }
}

/* A score is 1/2 and 16 times the gain, within what 16 bits hold. */
static void test_extremes(void)
{
    static const struct {
        unsigned tables;
        int8_t gain;
        uint16_t score;
    } cases[] = { { 1, 0, 32768 }, { 1, 127, 34800 }, { 16, 127, 65280 }, { 17, 127, 65535 }, { 15, -128, 2048 }, { 16, -128, 1 }, { 17, -128, 1 } };
    pith_item s;
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        tables = cases[i].tables;
        make(cases[i].gain, cases[i].gain, -1);
        chosen(text, 1, "1");
        CHECK_INT(pith_sentence(&p, 0, &s), PITH_OK);
        CHECK_INT(s.score, cases[i].score);
    }
    tables = 1;
}

/* A table of many records, which each phase goes through in several steps, and more choices than steps have numbers; when all is
 * chosen, a step changes nothing. */
static void test_many(void)
{
    enum { SENTENCES = 500, LENGTH = 26, FROM = 300, CHOSEN = 70 };
    static pith_cell area[32768];
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };
    pith_budget b = { CHOSEN, 0, 0, 0, 0, FROM * LENGTH, 0 };
    unsigned n, steps = 0, seen = 0;
    uint32_t last = FROM * LENGTH;
    pith_item s, again;
    char line[32];
    pi_view v;

    CHECK_INT(pith_init(&p, &cfg, area, 32768), PITH_OK);
    for (n = 0; n < SENTENCES; n++) {
        CHECK_INT(snprintf(line, sizeof line, "Boat %u carries grain 7. ", 100 + n), LENGTH);
        CHECK_INT(pith_feed(&p, line, LENGTH), PITH_OK);
    }
    CHECK_INT(pith_end(&p), PITH_OK);
    CHECK_INT(pi_view_of(&v, &p), PITH_OK);
    CHECK_INT(v.c->store.used, SENTENCES);
    while (pith_select(&p, &b) == PITH_MORE)
        steps++;
    CHECK(steps > 2 * CHOSEN);
    for (n = 0; pith_sentence(&p, (uint16_t)n, &s) == PITH_OK; n++) {
        CHECK(s.offset >= last && s.offset % LENGTH == 0);
        last = s.offset + 1;
        seen++;
    }
    CHECK_INT(seen, CHOSEN);
    CHECK_INT(pi_rank_step(&v.k), 0);
    CHECK_INT(pith_sentence(&p, CHOSEN - 1, &again), PITH_OK);
    CHECK_INT(again.offset, last - 1);
}

/* Terms occur more often in a longer text: their saliences count half as much from 128 sentences on, from 512, from 2048. */
static void test_salience(void)
{
    static const struct {
        uint16_t sentences;
        uint8_t shift;
    } cases[] = { { 1, 2 }, { 127, 2 }, { 128, 3 }, { 511, 3 }, { 512, 4 }, { 2047, 4 }, { 2048, 5 }, { 65535, 5 } };
    enum { SALIENCE = 2, FEATURES = 15 };
    static uint16_t plain[FEATURES];
    pith_config cfg = { &model, 0, 0, 0, 0, 0 };
    uint32_t sum = 0;
    pi_rec *r;
    pi_view v;
    size_t i;

    for (i = 0; i < FEATURES; i++)
        plain[i] = i == SALIENCE ? 128 + 1 : 128;
    model = pith_en;
    model.plain = plain;
    CHECK_INT(pith_init(&p, &cfg, work, 4096), PITH_OK);
    for (i = 0; i < 40; i++)
        CHECK_INT(pith_feed(&p, "Whales sing in the north. ", 26), PITH_OK);
    CHECK_INT(pith_end(&p), PITH_OK);
    CHECK_INT(pi_view_of(&v, &p), PITH_OK);
    r = v.k.tab.rec + v.c->store.tail;
    for (i = 0; i < r->nterms; i++)
        sum += pi_terms_salience(pi_terms_find(v.k.terms, v.k.buckets, r->terms[i]));
    CHECK(sum >= 64 && sum >> 2 <= 255);
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        v.k.sentences = cases[i].sentences;
        CHECK_INT(pi_rank_plain(&v.k, r), 16384 + (sum >> cases[i].shift));
    }
}

int main(void)
{
    test_salience();
    test_extremes();
    test_many();
    test_length();
    test_limits();
    test_plain();
    test_heading();
    test_query();
    test_spread(2048);
    test_spread(4096);
    return check_done("rank");
}
