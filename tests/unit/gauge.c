/* Gauges of records and terms made by hand. */
#include "gauge.h"

#include "check.h"
#include "sent.h"

enum { RECS = 3 };

static pi_store store;
static pi_rec recs[RECS];
static pi_term terms[PI_WAYS];
static pi_scope scope;
static pi_rank rank;
static uint8_t g[PI_GAUGES];

/* Three sentences and four terms: 1 stands in all, 2 in the first, 3 (a name) in the second and third, 4 in the third. */
static void make(void)
{
    static const pi_term t[PI_WAYS] = {
        { 1, 3, 1, 3, 0, 3 }, /* salience 3 * 2 */
        { 2, 1, 15, 1, 0, 1 },
        { 3, 2, 9 | PI_TERM_NAME, 2, 1, 2 },
        { 4, 1, 3, 1, 2, 1 }
    };
    uint16_t i;

    memcpy(terms, t, sizeof t);
    memset(recs, 0, sizeof recs);
    store.head = 0;
    rank.tab.s = &store;
    rank.tab.rec = recs;
    rank.terms = terms;
    rank.buckets = 1;
    rank.sentences = RECS;
    rank.scope = &scope;
    for (i = 0; i < RECS; i++) {
        recs[i].ordinal = i;
        recs[i].next = (uint16_t)(i + 1 < RECS ? i + 1 : PI_NIL);
        recs[i].words = 10;
        recs[i].stops = 5;
        recs[i].length = 60;
        recs[i].weight = 80;
        recs[i].nterms = 2;
        recs[i].terms[0] = 1;
        recs[i].terms[1] = (uint16_t)(i + 2);
    }
    recs[1].flags = PI_REC_PRONOUN | PI_SENT_QUOTE;
    recs[2].flags = PI_SENT_QUESTION | PI_REC_SAY;
    recs[2].nterms = 3;
    recs[2].terms[1] = 3;
    recs[2].terms[2] = 4;
    recs[2].weight = 83;
    recs[2].person = 2;
    recs[2].names = 3;
    recs[2].numbers = 4;
    recs[2].flags |= 2 << 13;
}

static void open_scope(void)
{
    uint16_t i;

    pi_scope_init(&scope);
    for (i = 0; i < PI_WAYS; i++)
        pi_scope_term(&scope, &terms[i]);
    pi_scope_terms(&scope);
    for (i = 0; i < RECS; i++)
        pi_scope_record(&scope, &recs[i]);
    pi_scope_done(&scope, RECS);
}

static void test_sentence(void)
{
    pi_trail at = { 1, PI_NIL };

    make();
    open_scope();
    pi_gauge(&rank, &recs[2], &at, g);
    CHECK_INT(g[PI_G_ORDINAL], 2);
    CHECK_INT(g[PI_G_PLACE], 255);
    CHECK_INT(g[PI_G_TO_END], 0);
    CHECK_INT(g[PI_G_WORDS], 10);
    CHECK_INT(g[PI_G_CONTENT], 5);
    CHECK_INT(g[PI_G_STOPS], 127);
    CHECK_INT(g[PI_G_LETTERS], 24);
    CHECK_INT(g[PI_G_OPENING], 0);
    CHECK_INT(g[PI_G_TALK], 1);
    CHECK_INT(g[PI_G_WEIGHT], 131);
    CHECK_INT(g[PI_G_PERSON], 2);
    CHECK_INT(g[PI_G_NAMES], 3);
    CHECK_INT(g[PI_G_NUMBERS], 4);
    CHECK_INT(g[PI_G_FIRST], 2);
    /* Saliences 6, 16, 20, 4: a mass of 46, of which the sentence has 30 and shares 26 with others. */
    CHECK_INT(g[PI_G_RARITY], 1 + 9 + 3);
    CHECK_INT(g[PI_G_TOP], 3); /* all terms of the text are among 20 */
    CHECK_INT(g[PI_G_TOP_FRESH], 3);
    CHECK_INT(g[PI_G_SPREAD], 2 + 1 + 0);
    CHECK_INT(g[PI_G_FRESH_SPREAD], 2 + 1 + 0);
    CHECK_INT(g[PI_G_FRESH_NAMED], 1);
    CHECK_INT(g[PI_G_LEAD_MASS], 1024 * 6 / 46);
    CHECK_INT(g[PI_G_RECUR], 255); /* at most */
    CHECK_INT(g[PI_G_FRESH], 255);
    CHECK_INT(g[PI_G_MEAN], 6); /* 30 / 3 over 46 / 4, in eighths */
    CHECK_INT(g[PI_G_OFTEN], 1);
    CHECK_INT(g[PI_G_HEAD], 3);
    CHECK_INT(g[PI_G_NEW], 1);
    CHECK_INT(g[PI_G_NEXT], 8);
    CHECK_INT(g[PI_G_NEXT_WORDS], 0);
    CHECK_INT(g[PI_G_PREV_WORDS], 10);
    CHECK_INT(g[PI_G_CHOSEN], 0);
    CHECK_INT(g[PI_G_BEFORE], 255);
    CHECK_INT(g[PI_G_FRESH_TERMS], 3);
    CHECK_INT(g[PI_G_COVERED], 0);
    CHECK_INT(g[PI_G_DOC_WORDS], 40);
    CHECK_INT(g[PI_G_DOC_LENGTH], 3);
    CHECK_INT(g[PI_G_DOC_PERSON], 16 * 2 / 3);
    CHECK_INT(g[PI_G_DOC_NAMES], 16 * 3 / 3);
    CHECK_INT(g[PI_G_DOC_TYPES], 4 * 4 / 3);
}

static void test_choice(void)
{
    pi_trail at = { PI_NIL, PI_NIL };

    make();
    open_scope();
    pi_scope_choose(&rank, &recs[2]);
    recs[2].state = 0x80;
    pi_gauge(&rank, &recs[0], &at, g);
    CHECK_INT(g[PI_G_CHOSEN], 1);
    CHECK_INT(g[PI_G_CHOSEN_WORDS], 5);
    CHECK_INT(g[PI_G_COVERED], 127);
    CHECK_INT(g[PI_G_FRESH_TERMS], 1);
    CHECK_INT(g[PI_G_BEFORE], 255);
    pi_scope_choose(&rank, &recs[0]);
    recs[0].state = 0x80;
    at.prev = at.chosen = 0;
    pi_gauge(&rank, &recs[1], &at, g);
    CHECK_INT(g[PI_G_CHOSEN], 2);
    CHECK_INT(g[PI_G_COVERED], 255);
    CHECK_INT(g[PI_G_FRESH], 0);
    CHECK_INT(g[PI_G_BEFORE], 1);
    CHECK_INT(g[PI_G_FRESH_RECUR], 0);
    recs[0].ordinal = 65534; /* they begin again behind 65535 */
    pi_gauge(&rank, &recs[1], &at, g);
    CHECK_INT(g[PI_G_BEFORE], 3);
}

/* An empty text, and one whose sentences have nothing. */
static void test_nothing(void)
{
    pi_trail at = { PI_NIL, PI_NIL };
    pi_rec r;

    make();
    pi_scope_init(&scope);
    pi_scope_terms(&scope);
    pi_scope_done(&scope, 0);
    memset(&r, 0, sizeof r);
    r.next = PI_NIL;
    rank.sentences = 0;
    memset(g, 0xA5, sizeof g);
    pi_gauge(&rank, &r, &at, g);
    CHECK_INT(g[PI_G_WEIGHT], 128);
    CHECK(g[PI_G_STOPS] == 0 && g[PI_G_LETTERS] == 0 && g[PI_G_MEAN] == 0 && g[PI_G_COVERED] == 0 && g[PI_G_TO_END] == 0);
}

/* Shares of sentences are of 255, and cut off: one of two. */
static void test_shares(void)
{
    pi_trail at = { PI_NIL, PI_NIL };

    make();
    recs[0].flags = PI_SENT_HEADING;
    recs[1].flags = PI_REC_SAY;
    pi_scope_init(&scope);
    pi_scope_terms(&scope);
    pi_scope_record(&scope, &recs[0]);
    pi_scope_record(&scope, &recs[1]);
    pi_scope_done(&scope, 2);
    pi_gauge(&rank, &recs[0], &at, g);
    CHECK_INT(g[PI_G_DOC_HEADS], 127);
    CHECK_INT(g[PI_G_DOC_QUOTES], 127);
    CHECK_INT(g[PI_G_NEXT_WORDS], 10);
    CHECK_INT(g[PI_G_PREV_WORDS], 0);
}

/* Bits for what a sentence begins with, and has. */
static void test_bits(void)
{
    static const struct {
        uint16_t flags;
        uint8_t opening, talk;
    } cases[] = { { 0, 0, 0 }, { PI_REC_PRONOUN, 1, 0 }, { PI_REC_CONNECT, 2, 0 }, { PI_SENT_QUOTE, 4, 0 }, { PI_REC_SAY, 0, 1 }, { PI_REC_DATE, 0, 2 },
                  { PI_REC_PRONOUN | PI_REC_CONNECT | PI_SENT_QUOTE | PI_REC_SAY | PI_REC_DATE, 7, 3 } };
    pi_trail at = { PI_NIL, PI_NIL };
    size_t i;

    make();
    open_scope();
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        recs[0].flags = recs[1].flags = cases[i].flags;
        pi_gauge(&rank, &recs[0], &at, g);
        CHECK_INT(g[PI_G_OPENING], cases[i].opening);
        CHECK_INT(g[PI_G_NEXT], cases[i].opening);
        CHECK_INT(g[PI_G_TALK], cases[i].talk);
    }
}

int main(void)
{
    test_bits();
    test_sentence();
    test_choice();
    test_nothing();
    test_shares();
    return check_done("gauge");
}
