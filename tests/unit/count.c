/* What of a sentence's terms its record keeps, and which letters of a keyword. */
#include "state.h"

#include "check.h"

enum { CELLS = 4096 };

static pith p;
static pith_cell work[CELLS];
static pi_view v;

static void begin(uint8_t keep, uint8_t flags)
{
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };

    cfg.keep = keep;
    cfg.flags = flags;
    CHECK_INT(pith_init(&p, &cfg, work, CELLS), PITH_OK);
    CHECK_INT(pi_view_of(&v, &p), PITH_OK);
}

/* A word of a rarity, with a capital or without. */
static void count(uint16_t term, uint8_t rarity, int named)
{
    pi_known known = { 1, 0, 0, 0 };
    pi_token t;

    memset(&t, 0, sizeof t);
    t.kind = PI_TOK_WORD;
    known.term = term;
    known.rarity = rarity;
    pi_count_term(&v, &t, &known, named);
}

static int is_in(uint16_t term)
{
    uint8_t i, times = 0;

    for (i = 0; i < v.c->cur.nterms; i++)
        times = (uint8_t)(times + (v.c->cur.terms[i] == term));
    return times;
}

/* A full record gives up the least worthy of its terms, which enters again when it is worth more: with a capital it is worth two more. */
static void back_again(void)
{
    const uint16_t back = 0x0605;
    uint16_t i;

    begin(0, PITH_NO_KEYWORDS);
    count(back, 4, 0);
    for (i = 1; i < PI_REC_TERMS; i++)
        count(i, 6, 0);
    count(back, 4, 0);
    CHECK(v.c->cur.nterms == PI_REC_TERMS && is_in(back) == 1);
    count(100, 5, 0);
    CHECK(is_in(back) == 0 && is_in(100) == 1);
    count(101, 5, 0); /* no more than what is there */
    CHECK(is_in(101) == 0);
    count(back, 4, 1);
    CHECK(is_in(back) == 1 && is_in(100) == 0);
    for (i = 1; i < PI_REC_TERMS; i++)
        CHECK_INT(is_in(i), 1);
}

/* What is worth anything enters in the place of what is worth nothing. */
static void least(void)
{
    uint16_t i;

    begin(0, PITH_NO_KEYWORDS);
    v.c->cur_least = 9; /* of the sentence before */
    for (i = 1; i <= PI_REC_TERMS; i++)
        count(i, 0, 0);
    count(100, 1, 0);
    CHECK(is_in(100) == 1 && is_in(1) == 0);
}

/* A form that is too long to be kept takes the place of a shorter one: the last time that it was read stands for it. */
static void long_form(void)
{
    static const char text[] = "Abcdefghijklmnopqrstuvs abcdefghijklmnopqrstuving and abcdefghijklmnopqrstuving sing.";
    pith_item k = { 0 };
    uint16_t i;

    begin(40, 0);
    CHECK_INT(pith_feed(&p, text, sizeof text - 1), PITH_OK);
    for (i = 0; pith_keyword(&p, i, &k) == PITH_OK && k.length < 25;)
        i++;
    CHECK(k.length == 25 && k.offset == 54);
}

int main(void)
{
    back_again();
    least();
    long_form();
    return check_done("count");
}
