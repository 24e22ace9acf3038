/* Rules made by hand: what an item that may be missing takes. */
#include "check.h"
#include "quant_match.h"

static uint8_t rules[256];
static const pi_quant_model model = { 0, NULL, rules, NULL };

/* One rule: a time that begins with "noon", then these items. */
static void rule(const uint8_t *items, uint8_t n)
{
    uint8_t at = 2 * PI_Q_CLASSES;

    memset(rules, 0, sizeof rules);
    rules[2 * PI_Q_NOON] = at;
    rules[at++] = PI_Q_NOON;
    rules[at++] = (uint8_t)(3 + n);
    rules[at++] = 0;
    rules[at++] = PI_QUANT_TIME | PI_Q_NUMERIC | PI_Q_CALENDAR | PI_Q_MARKS | PI_Q_OTHERS | PI_Q_NOTHING;
    rules[at++] = 1; /* its place */
    rules[at++] = n;
    memcpy(rules + at, items, n);
    rules[0] = (uint8_t)(at + n); /* there are no others */
}

/* Atoms that the rule takes of noon, a dot if wanted, and 5. */
static uint8_t taken(int dot)
{
    static pi_quant q;
    pi_found found;
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
    }
    return pi_quant_match(&q, &model, 0, &found);
}

int main(void)
{
    static const uint8_t number[] = { PI_Q_MAYBE, PI_Q_NUM }, digits[] = { PI_Q_MAYBE, PI_Q_DOT, PI_Q_DIGITS },
                         both[] = { PI_Q_MAYBE, PI_Q_DOT, PI_Q_MAYBE, PI_Q_NUM };

    rule(number, 2);
    CHECK_INT(taken(0), 2);
    CHECK_INT(taken(1), 1);
    rule(digits, 3);
    CHECK_INT(taken(0), 2);
    CHECK_INT(taken(1), 3);
    rule(both, 4);
    CHECK_INT(taken(0), 2);
    CHECK_INT(taken(1), 3);
    return check_done("quant_match");
}
