/* What is known of words: with a memo and without one the same. */
#include "known.h"
#include "lex.h"

#include "check.h"

static pi_known slot[64];

/* The terms of the words of a text, each in four hexadecimal digits. */
static const char *terms(const char *text, uint16_t slots)
{
    static char out[2][200];
    char *at = out[slots > 0];
    pi_memo m = { &pith_en, pi_lex_classes(&pith_en), slot, 0 };
    pi_known own;
    pi_cutter c;
    size_t n = strlen(text);

    m.slots = slots;
    memset(slot, 0, sizeof slot);
    pi_cut_init(&c, 0);
    *at = 0;
    for (;;) {
        size_t k = pi_cut(&c, (const uint8_t *)text, n);

        text += k;
        n -= k;
        if (!c.ready)
            pi_cut_end(&c);
        if (!c.ready)
            return out[slots > 0];
        if (c.tok.kind <= PI_TOK_LINK)
            at += sprintf(at, "%04x ", pi_know(&m, &c.tok, &own)->term);
    }
}

static void same(const char *text) { CHECK_STR(terms(text, 64), terms(text, 0)); }

static void test_memo(void)
{
    same("The boats passed the boat; a boat passes boats.");
    same("ask ab.s now, the Ab.S knows"); /* a link and a word of the same letters */
    same("the Ab.S knows, ask ab.s now");
}

static int are_one(const char *a, const char *b)
{
    char term[8];

    strcpy(term, terms(a, 0));
    return strcmp(term, terms(b, 0)) == 0;
}

/* A word of 27 bytes is stemmed; of 28 it may be that a code point of 4 more had no room. */
static void test_longest(void)
{
    CHECK(are_one("self-congratulatory-remarks", "self-congratulatory-remark"));
    CHECK(!are_one("self-congratulatory-comments", "self-congratulatory-comment"));
}

/* 30 of its 32 bytes are kept: it is not stemmed as if that were all of it, but known by the hash of the whole. */
static void test_long(void) { CHECK_STR(terms("counter-revolutionary-feelings\xC3\xA9", 0), "18a0 "); }

/* A stem whose hash begins with 16 zeros: 0 is the term of a function word, so its is 1. */
static void test_zero(void) { CHECK_STR(terms("kobilim", 0), "0001 "); }

int main(void)
{
    test_zero();
    test_memo();
    test_longest();
    test_long();
    return check_done("known");
}
