/* Quantities: what the units that read a window share. Layer 3. */
#ifndef PI_QUANT_MATCH_H
#define PI_QUANT_MATCH_H

#include "quant.h"

/* digits * 10^exp, perhaps negative; exp is 0 for a whole number below 10^9. */
typedef struct {
    uint32_t n;
    int8_t exp;
    uint8_t minus;
} pi_decimal;

/* What the items of a rule have said so far. */
typedef struct {
    pi_decimal num, first; /* of two number phrases the second, the first */
    uint16_t year;
    uint8_t month, day, weekday;
    uint8_t hour, minute;
    uint8_t second;   /* 1 + value */
    uint8_t unit, adj, per, power; /* names; power of the unit */
    uint8_t cal;      /* value of PI_Q_CAL, 0xFF: none */
    uint8_t counted;  /* number phrases */
    uint8_t toward;   /* 8 + direction of a period, 0: none */
    uint8_t dayword;  /* 8 + days, 0: none */
    uint8_t ampm;     /* 1 + value */
    uint8_t part;     /* part of the day: 1 + value */
    uint8_t past;     /* 1 + value: `minute` counts from the hour, or to it */
    uint8_t years;    /* 10, 100: all years of the decade, the century */
    uint8_t clock, either, moves;
    uint8_t several;  /* days: none of them is meant alone */
} pi_said;

enum { PI_QUANT_FAIL = 0xFF };

typedef struct {
    const pi_atom *a;
    uint8_t n;
    uint8_t parsed, end; /* number phrase tried at `parsed`, ends before `end`; PI_QUANT_FAIL: none */
    uint8_t one;         /* the word "one" alone, or an article */
    pi_decimal num;      /* of that phrase */
    pi_said said;
} pi_match;

static inline uint16_t pi_q_word(uint8_t class, unsigned value) { return (uint16_t)((unsigned)class << 10 | value); }
static inline uint16_t pi_q_value(uint16_t word) { return word & 0x3FF; }

/* Is atom i of the class? Its value: 0 when it is not. */
static inline int pi_q_is(const pi_match *k, uint8_t i, uint8_t class)
{
    return i < k->n && (pi_q_class(k->a[i].word[0]) == class || pi_q_class(k->a[i].word[1]) == class);
}
static inline uint16_t pi_q_of(const pi_match *k, uint8_t i, uint8_t class)
{
    return pi_q_value(k->a[i].word[pi_q_class(k->a[i].word[0]) == class ? 0 : 1]);
}
static inline int pi_q_glued(const pi_match *k, uint8_t i) { return i < k->n && k->a[i].glued; }

/* May a quantity, or a word before it, be this? */
int pi_quant_begins(const pi_atom *a);

/* Can a quantity be made of it? */
int pi_quant_core(const pi_atom *a);

/* The longest match of a rule at atom i. Returns the atom after it, or 0. */
uint8_t pi_quant_match(const pi_quant *q, const pi_quant_model *m, uint8_t i, pi_found *found);

/* Joins to what was found what belongs to it and begins at atom `next`. Returns the atom after it. */
uint8_t pi_quant_join(const pi_quant *q, const pi_quant_model *m, uint8_t next, pi_found *found);

/* Reads a number phrase at atom i into k->num. Returns the atom after it, or PI_QUANT_FAIL. */
uint8_t pi_quant_number(pi_match *k, uint8_t i);

/* An item of a rule at atom i; notes what it says. Returns the atom after it, or PI_QUANT_FAIL. */
uint8_t pi_quant_item(pi_match *k, uint8_t item, uint8_t i);

/* Digits and signs go on at atom i, without a blank: "3" before ".5". */
int pi_quant_tied(const pi_match *k, uint8_t i);

/* The value that a match of the kind has. */
void pi_quant_value(const pi_said *s, uint8_t kind, pi_quantity *v);

void pi_decimal_trim(pi_decimal *d);
void pi_decimal_add(pi_decimal *d, pi_decimal b);

#endif
