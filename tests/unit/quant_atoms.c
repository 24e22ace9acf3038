/* Atoms as no English word or token gives them, but another table, or a state that somebody changed, may: each is read by what it says. */
#include "check.h"
#include "quant_match.h"

enum { MOST = 4 };

static pi_atom atoms[MOST];
static pi_match k;

static void begin(void)
{
    memset(atoms, 0, sizeof atoms);
    memset(&k, 0, sizeof k);
    k.a = atoms;
    k.parsed = PI_QUANT_FAIL;
}

static pi_atom *put(uint8_t class, unsigned value)
{
    pi_atom *a = atoms + k.n++;

    a->word[0] = pi_q_word(class, value);
    return a;
}

/* Digits with so many places. */
static void put_digits(uint32_t value, uint8_t places, uint8_t glued)
{
    pi_atom *a = put(PI_Q_DIGITS, places);

    a->digits = value;
    a->length = places;
    a->glued = glued;
}

/* "twenty-five" as one word of the table: no tens that another word could join. */
static void cardinals(void)
{
    begin();
    put(PI_Q_CARD, 25);
    put(PI_Q_CARD, 3);
    CHECK_INT(pi_quant_number(&k, 0), 1);
    CHECK_INT(k.num.n, 25);
    begin();
    put(PI_Q_CARD, 25);
    put(PI_Q_ORD, 3);
    CHECK_INT(pi_quant_item(&k, PI_Q_DAY, 0), 1);
    CHECK_INT(k.said.day, 25);
    begin();
    put(PI_Q_CARD, 20);
    put(PI_Q_ORD, 3);
    CHECK_INT(pi_quant_item(&k, PI_Q_DAY, 0), 2);
    CHECK_INT(k.said.day, 23);
}

/* A cardinal that may be a minus sign, too, begins no year: behind the sign there is no number. */
static void ambiguous(void)
{
    begin();
    put(PI_Q_CARD, 2)->word[1] = pi_q_word(PI_Q_MINUS, 0);
    put(PI_Q_MULT, 3);
    CHECK_INT(pi_quant_item(&k, PI_Q_YEARWORD, 0), PI_QUANT_FAIL);
    begin();
    put(PI_Q_CARD, 2);
    put(PI_Q_MULT, 3);
    CHECK_INT(pi_quant_item(&k, PI_Q_YEARWORD, 0), 2);
    CHECK_INT(k.said.year, 2000);
}

/* Digits at digits, as two tokens without white space: no group of thousands. */
static void glued(void)
{
    begin();
    put_digits(1, 1, 0);
    put_digits(234, 3, 1);
    CHECK(pi_quant_tied(&k, 1));
    CHECK_INT(pi_quant_number(&k, 0), 1);
    CHECK_INT(k.num.n, 1);
    begin();
    put_digits(1, 1, 0);
    put_digits(234, 3, 0);
    put_digits(567, 3, 1);
    CHECK(!pi_quant_tied(&k, 1));
    CHECK_INT(pi_quant_number(&k, 0), 2);
    CHECK_INT(k.num.n, 1234);
}

/* Items that English rules do not ask for: an ordinal as it stands, and what is none. */
static void items(void)
{
    begin();
    put(PI_Q_ORD, 4);
    CHECK_INT(pi_quant_item(&k, PI_Q_ORD, 0), 1);
    CHECK_INT(k.said.day, 4);
    CHECK_INT(pi_quant_item(&k, PI_Q_END, 0), PI_QUANT_FAIL);
    CHECK_INT(pi_quant_item(&k, PI_Q_ORD, 1), PI_QUANT_FAIL);
}

static pi_quant q;

/* The atoms of a token, each by its class and value. */
static const char *cut(uint8_t kind, uint8_t flags, uint32_t hash, const char *folded, uint8_t n)
{
    static char out[64];
    size_t at = 0;
    pi_token t;
    uint8_t i;

    memset(&t, 0, sizeof t);
    t.kind = kind;
    t.flags = flags;
    t.hash = hash;
    t.n = t.length = n;
    t.gap = PI_GAP_BLANK;
    memcpy(t.folded, folded, strlen(folded));
    pi_quant_init(&q);
    CHECK_INT(pi_quant_token(&q, &pith_en_quantities, &t, 0), 0);
    out[0] = 0;
    for (i = 0; i < q.n; i++)
        at += (size_t)snprintf(out + at, sizeof out - at, "%u:%u ", (unsigned)pi_q_class(q.atom[i].word[0]), (unsigned)q.atom[i].length);
    return out;
}

static uint32_t hash_of(const char *w)
{
    uint32_t h = 0;

    while (*w)
        h = pi_hash_step(h, (uint8_t)*w++);
    return pi_hash_end(h);
}

/* A dot joins letters alone: one that ends the token or stands before a digit is an atom. */
static void dots(void)
{
    char want[64];

    snprintf(want, sizeof want, "%u:1 %u:3 ", PI_Q_DIGITS, PI_Q_AMPM);
    CHECK_STR(cut(PI_TOK_NUMBER, 0, 0, "8a.m", 4), want);
    snprintf(want, sizeof want, "%u:1 %u:2 %u:1 ", PI_Q_DIGITS, PI_Q_UNIT, PI_Q_DOT);
    CHECK_STR(cut(PI_TOK_NUMBER, 0, 0, "7km.", 4), want);
    snprintf(want, sizeof want, "%u:1 %u:2 %u:1 %u:1 ", PI_Q_DIGITS, PI_Q_UNIT, PI_Q_DOT, PI_Q_DIGITS);
    CHECK_STR(cut(PI_TOK_NUMBER, 0, 0, "7km.5", 5), want);
    CHECK_STR(cut(PI_TOK_NUMBER, PI_TOK_CONT, 0, "7km", 3), ""); /* the rest of a token is none */
}

/* A possessive is left out of a word that was kept whole and has letters before it. */
static void possessives(void)
{
    char want[64];

    snprintf(want, sizeof want, "%u:6 ", PI_Q_WEEKDAY);
    CHECK_STR(cut(PI_TOK_WORD, PI_TOK_POSS, hash_of("friday's"), "friday's", 8), want);
    CHECK_STR(cut(PI_TOK_WORD, PI_TOK_POSS, hash_of("'s"), "'s", 2), "");
    snprintf(want, sizeof want, "%u:31 ", PI_Q_WEEKDAY);
    CHECK_STR(cut(PI_TOK_WORD, PI_TOK_POSS, hash_of("friday"), "friday's", 31), want); /* its end is not known */
}

int main(void)
{
    cardinals();
    ambiguous();
    glued();
    items();
    dots();
    possessives();
    return check_done("quant_atoms");
}
