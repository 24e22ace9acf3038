/* Rules made by hand: what an item that may be missing takes, and which rule is the best. */
#include "check.h"
#include "quant_match.h"

static uint8_t rules[256];
static uint8_t rules_end;
static const pi_quant_model model = { 0, NULL, rules, NULL };
static pi_quant q;
static pi_found found;

static void begin(void)
{
    memset(rules, 0, sizeof rules);
    rules[0] = rules_end = 2 * PI_Q_CLASSES; /* there are no rules but those of classes */
}

/* The only rule that begins with the class: its kind, its place in the order of rules, its other items. */
static void rule(uint8_t class, uint8_t kind, uint8_t number, const uint8_t *items, uint8_t n)
{
    uint8_t *r = rules + rules_end;

    rules[2 * class] = rules_end;
    r[0] = class;
    r[1] = (uint8_t)(3 + n);
    r[3] = (uint8_t)(kind | PI_Q_NUMERIC | PI_Q_CALENDAR | PI_Q_MARKS | PI_Q_OTHERS | PI_Q_NOTHING);
    r[4] = number;
    r[5] = n;
    if (n)
        memcpy(r + 6, items, n);
    rules[0] = rules_end = (uint8_t)(rules_end + 6 + n);
}

static void one_rule(const uint8_t *items, uint8_t n)
{
    begin();
    rule(PI_Q_NOON, PI_QUANT_TIME, 1, items, n);
}

/* Atoms that are taken of noon, a dot if wanted, and 5; glued: there are no blanks. */
static uint8_t taken(int dot, uint8_t glued)
{
    uint8_t i;

    memset(&q, 0, sizeof q);
    q.atom[q.n++].word[0] = pi_q_word(PI_Q_NOON, 12);
    if (dot)
        q.atom[q.n++].word[0] = pi_q_word(PI_Q_DOT, 0);
    q.atom[q.n].digits = 5;
    q.atom[q.n++].word[0] = pi_q_word(PI_Q_DIGITS, 1);
    for (i = 0; i < q.n; i++) {
        q.atom[i].offset = 10u * i;
        q.atom[i].length = 1;
        q.atom[i].glued = i ? glued : 0;
    }
    return pi_quant_match(&q, &model, 0, &found);
}

static void missing(void)
{
    static const uint8_t number[] = { PI_Q_MAYBE, PI_Q_NUM }, digits[] = { PI_Q_MAYBE, PI_Q_DOT, PI_Q_DIGITS },
                         both[] = { PI_Q_MAYBE, PI_Q_DOT, PI_Q_MAYBE, PI_Q_NUM };

    one_rule(number, 2);
    CHECK_INT(taken(0, 0), 2);
    CHECK_INT(taken(1, 0), 1);
    CHECK_INT(taken(1, 1), 1); /* the digits behind the dot are no part of noon */
    one_rule(digits, 3);
    CHECK_INT(taken(0, 0), 2);
    CHECK_INT(taken(1, 0), 3);
    one_rule(both, 4);
    CHECK_INT(taken(0, 0), 2);
    CHECK_INT(taken(1, 0), 3);
}

/* A group fits as a whole, or takes nothing; what stands behind it must fit in either case. */
static void groups(void)
{
    static const uint8_t digits[] = { PI_Q_GROUP, 1, PI_Q_DOT, PI_Q_DIGITS }, hours[] = { PI_Q_GROUP, 1, PI_Q_DOT, PI_Q_AMPM },
                         both[] = { PI_Q_GROUP, 2, PI_Q_DOT, PI_Q_AMPM, PI_Q_DOT, PI_Q_DIGITS };

    one_rule(digits, 4);
    CHECK_INT(taken(0, 0), 2);
    CHECK_INT(taken(1, 0), 3);
    one_rule(hours, 4);
    CHECK_INT(taken(0, 0), 0);
    CHECK_INT(taken(1, 0), 0);
    one_rule(both, 6);
    CHECK_INT(taken(0, 0), 0);
    CHECK_INT(taken(1, 0), 3);
}

/* A quantity has an atom at least. */
static void empty(void)
{
    static const uint8_t begins[] = { PI_Q_BEGIN }, ends[] = { PI_Q_END };

    one_rule(begins, 1);
    CHECK_INT(taken(0, 0), 0);
    one_rule(ends, 1);
    CHECK_INT(taken(0, 0), 1);
}

/* Two words of an atom have a rule each: of equal lengths the one of the lower place is the best, of one place that of the first word. */
static void best(void)
{
    uint8_t place;

    for (place = 1; place < 4; place++) {
        begin();
        rule(PI_Q_NOON, PI_QUANT_TIME, 2, NULL, 0);
        rule(PI_Q_PART, PI_QUANT_DATE, place, NULL, 0);
        memset(&q, 0, sizeof q);
        q.n = 1;
        q.atom[0].word[0] = pi_q_word(PI_Q_NOON, 12);
        q.atom[0].word[1] = pi_q_word(PI_Q_PART, 0);
        CHECK_INT(pi_quant_match(&q, &model, 0, &found), 1);
        CHECK_INT(found.value.kind, place < 2 ? PI_QUANT_DATE : PI_QUANT_TIME);
    }
}

int main(void)
{
    missing();
    groups();
    empty();
    best();
    return check_done("quant_match");
}
