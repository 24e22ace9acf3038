/* Dates of two parts: "Tuesday of next week", "three weeks after Easter", "Friday 2024-10-12". */
#include "quant_match.h"

enum { FROM = 1, ON = 2 /* values of PI_Q_IN */, JOINS = 3 /* at most */ };

/* What a date tells. */
enum { NOTHING, PERIOD /* from the day of writing on */, WEEKDAY, DAY, MORE };

static uint8_t tells(const pi_quantity *v)
{
    if (!(v->form & PI_QUANT_VALUE))
        return NOTHING;
    if (v->form & PI_QUANT_OFFSET)
        return PERIOD;
    if (v->unit)
        return WEEKDAY;
    if (v->form & PI_QUANT_EITHER || (v->low >> 8 && v->low & 0xFF))
        return MORE;
    return v->low && v->low >> 8 == 0 ? DAY : NOTHING;
}

static int value_of(const pi_quant *q, uint8_t i, uint8_t class)
{
    const pi_atom *a = q->atom + i;

    if (i >= q->n)
        return -1;
    if (pi_q_class(a->word[0]) == class)
        return (int)pi_q_value(a->word[0]);
    return pi_q_class(a->word[1]) == class ? (int)pi_q_value(a->word[1]) : -1;
}

/* A number of days, weeks, months, years; or the same from now on. Its last word is before `next`. */
static int is_span(const pi_quant *q, uint8_t next, const pi_quantity *v)
{
    return (v->kind == PI_QUANT_NUMBER || tells(v) == PERIOD)
        && (value_of(q, (uint8_t)(next - 1), PI_Q_CAL) >= 0 || value_of(q, (uint8_t)(next - 1), PI_Q_CALS) >= 0);
}

/* "from", "after", "before" behind such a span. */
static int is_origin(const pi_quant *q, uint8_t i)
{
    return value_of(q, i, PI_Q_IN) == FROM || value_of(q, i, PI_Q_PAST) >= 0;
}

/* Are a and b one date? `word`: what stands between, or PI_Q_NONE. */
static int are_one(const pi_quantity *a, uint8_t word, const pi_quantity *b)
{
    uint8_t x = tells(a), y = tells(b);

    if (word == PI_Q_IN) /* "on" */
        return (x == PERIOD || x == NOTHING) && y == WEEKDAY;
    if (x == PERIOD)
        return y == WEEKDAY;
    if (y == PERIOD)
        return b->low <= 1 && (x == DAY || word == PI_Q_OF);
    return x == WEEKDAY && y == MORE && word != PI_Q_OF;
}

/* Joins what follows at atom `next`. Returns the atom after it, or 0. */
static uint8_t join_one(const pi_quant *q, const pi_quant_model *m, uint8_t next, pi_found *found)
{
    uint8_t word = PI_Q_NONE, at = next, end;
    int origin = is_span(q, next, &found->value) && is_origin(q, next);
    pi_found other;

    if (origin)
        at++;
    else if (found->value.kind != PI_QUANT_DATE)
        return 0;
    else if (value_of(q, at, PI_Q_OF) >= 0)
        word = PI_Q_OF;
    else if (value_of(q, at, PI_Q_DASH) >= 0)
        word = PI_Q_DASH;
    else if (value_of(q, at, PI_Q_IN) == ON)
        word = PI_Q_IN;
    at = (uint8_t)(at + (word != PI_Q_NONE) + (word == PI_Q_OF && value_of(q, (uint8_t)(at + 1), PI_Q_THE) >= 0));
    if (at >= q->n || !(end = pi_quant_match(q, m, at, &other)) || other.value.kind != PI_QUANT_DATE
        || other.offset != q->atom[at].offset || (!origin && !are_one(&found->value, word, &other.value)))
        return 0;
    found->length = (uint16_t)(other.offset + other.length - found->offset);
    found->atoms = (uint16_t)(found->atoms + other.atoms);
    if (origin) {
        memset(&found->value, 0, sizeof found->value);
        found->value.kind = PI_QUANT_DATE;
    } else if (tells(&other.value) > tells(&found->value)) {
        found->value = other.value;
    }
    return end;
}

uint8_t pi_quant_join(const pi_quant *q, const pi_quant_model *m, uint8_t next, pi_found *found)
{
    uint8_t i, end;

    for (i = 0; i < JOINS && (end = join_one(q, m, next, found)) != 0; i++)
        next = end;
    return next;
}
