/* Number phrases: "1,200.5", "10 1/2", "three dozen", "two and a half million", "one hundred and six". */
#include "quant_match.h"

enum { HUNDRED = 2, PLACES = 9 /* of a fraction */ };

#define MOST UINT32_C(400000000) /* ten times that is below 2^32 */

void pi_decimal_trim(pi_decimal *d)
{
    if (d->n == 0)
        d->exp = 0;
    while (d->n && d->n % 10 == 0 && d->exp < INT8_MAX) {
        d->n /= 10;
        d->exp++;
    }
}

void pi_decimal_add(pi_decimal *d, pi_decimal b)
{
    while (d->n && d->exp != b.exp) {
        pi_decimal *high = d->exp > b.exp ? d : &b, *low = d->exp > b.exp ? &b : d;

        if (high->n < MOST) {
            high->n *= 10;
            high->exp--;
        } else {
            low->n /= 10;
            low->exp++;
        }
    }
    if (d->n == 0)
        d->exp = b.exp;
    d->n = d->n < UINT32_MAX - b.n ? d->n + b.n : UINT32_MAX;
}

static pi_decimal small(uint32_t n)
{
    pi_decimal d = { 0, 0, 0 };

    d.n = n;
    return d;
}

/* Appends a group of that many digits. */
static void append(pi_decimal *d, uint32_t v, uint8_t digits)
{
    d->exp = (int8_t)(d->exp + digits);
    pi_decimal_add(d, small(v));
}

static void times(pi_decimal *d, uint8_t by)
{
    while (d->n > UINT32_MAX / 255) {
        d->n /= 10;
        d->exp++;
    }
    d->n *= by;
}

static void divide(pi_decimal *d, uint8_t by)
{
    if (by == 0)
        return;
    while (d->n % by && d->n < MOST) { /* at most nine times */
        d->n *= 10;
        d->exp--;
    }
    d->n = (d->n + by / 2u) / by;
}

static int digits_at(const pi_match *k, uint8_t i, uint8_t few, uint8_t many)
{
    return pi_q_is(k, i, PI_Q_DIGITS) && pi_q_of(k, i, PI_Q_DIGITS) >= few && pi_q_of(k, i, PI_Q_DIGITS) <= many;
}

static int glued_digits(const pi_match *k, uint8_t i, uint8_t sign)
{
    return pi_q_is(k, i, sign) && pi_q_glued(k, i) && pi_q_is(k, (uint8_t)(i + 1), PI_Q_DIGITS) && pi_q_glued(k, (uint8_t)(i + 1));
}

int pi_quant_tied(const pi_match *k, uint8_t i)
{
    return pi_q_glued(k, i)
        && (pi_q_is(k, i, PI_Q_DIGITS) || glued_digits(k, i, PI_Q_DOT) || glued_digits(k, i, PI_Q_COMMA)
            || glued_digits(k, i, PI_Q_COLON) || glued_digits(k, i, PI_Q_SLASH));
}

/* "1/2", "3/16": a fraction, when the digits before the sign are fewer. */
static uint8_t slash(const pi_match *k, uint8_t i, pi_decimal *d)
{
    uint32_t below;

    if (!digits_at(k, i, 1, 2) || !glued_digits(k, (uint8_t)(i + 1), PI_Q_SLASH) || !digits_at(k, (uint8_t)(i + 2), 1, 2))
        return PI_QUANT_FAIL;
    below = k->a[i + 2].digits;
    if (k->a[i].digits >= below || (below > 6 && below != 8 && below != 10 && below != 16 && below != 32))
        return PI_QUANT_FAIL;
    *d = small(k->a[i].digits);
    divide(d, (uint8_t)below);
    return (uint8_t)(i + 3);
}

static pi_decimal vulgar(const pi_match *k, uint8_t i)
{
    uint16_t v = pi_q_of(k, i, PI_Q_VULGAR);
    pi_decimal d = small(v >> 4);

    divide(&d, v & 15);
    return d;
}

/* Digits with groups, decimals, or a fraction behind. */
static uint8_t numeral(const pi_match *k, uint8_t i, pi_decimal *d)
{
    int groups = digits_at(k, i, 1, 3);
    uint8_t end;
    pi_decimal more;

    *d = small(0);
    if ((end = slash(k, i, d)) != PI_QUANT_FAIL)
        return end;
    if (pi_q_is(k, i, PI_Q_DIGITS)) {
        d->n = k->a[i].digits;
        for (end = (uint8_t)pi_q_of(k, i, PI_Q_DIGITS); end > 9; end--)
            d->exp++;
        i++;
        if (groups && digits_at(k, i, 3, 3) && !k->a[i].glued && d->n)
            for (; digits_at(k, i, 3, 3) && !k->a[i].glued; i++) /* groups with blanks between */
                append(d, k->a[i].digits, 3);
        else
            for (; groups && glued_digits(k, i, PI_Q_COMMA) && digits_at(k, (uint8_t)(i + 1), 2, 3); i = (uint8_t)(i + 2))
                append(d, k->a[i + 1].digits, (uint8_t)pi_q_of(k, (uint8_t)(i + 1), PI_Q_DIGITS));
    }
    if (glued_digits(k, i, PI_Q_DOT) || (pi_q_is(k, i, PI_Q_DOT) && pi_q_glued(k, (uint8_t)(i + 1)) && d->n == 0)) {
        more = small(k->a[i + 1].digits);
        more.exp = (int8_t)-(digits_at(k, (uint8_t)(i + 1), 1, PLACES) ? pi_q_of(k, (uint8_t)(i + 1), PI_Q_DIGITS) : PLACES);
        pi_decimal_add(d, more);
        i = (uint8_t)(i + 2);
    }
    if (pi_q_is(k, i, PI_Q_VULGAR)) {
        pi_decimal_add(d, vulgar(k, i));
        return (uint8_t)(i + 1);
    }
    if (d->exp == 0 && !pi_q_glued(k, i) && (end = slash(k, i, &more)) != PI_QUANT_FAIL) {
        pi_decimal_add(d, more);
        return end;
    }
    return i;
}

/* The sum of a phrase while it is read: what stands before the next power of a thousand, and the powers before. */
typedef struct {
    pi_decimal sum, now;
    uint8_t last;  /* class of the last word, 0: none */
    uint8_t value; /* of a cardinal: its value; of a power of ten: it */
} phrase;

/* "half a million", "a quarter of a million", "half a dozen": the part, up to the power. */
static uint8_t part(const pi_match *k, uint8_t i, phrase *p)
{
    uint8_t by;

    i = (uint8_t)(i + (pi_q_is(k, i, PI_Q_A) ? 1 : 0));
    if (!pi_q_is(k, i, PI_Q_FRAC))
        return PI_QUANT_FAIL;
    by = (uint8_t)pi_q_of(k, i, PI_Q_FRAC);
    i = (uint8_t)(i + (pi_q_is(k, (uint8_t)(i + 1), PI_Q_OF) ? 2 : 1));
    i = (uint8_t)(i + (pi_q_is(k, i, PI_Q_A) ? 1 : 0));
    if (!pi_q_is(k, i, PI_Q_DOZEN) && !pi_q_is(k, i, PI_Q_MULT))
        return PI_QUANT_FAIL;
    p->now = small(1);
    divide(&p->now, by);
    return i;
}

/* "half", "three quarters", "a fifth" at atom i. Returns the atom after it. */
static uint8_t fraction(const pi_match *k, uint8_t i, pi_decimal *d)
{
    int one = pi_q_is(k, i, PI_Q_A);
    uint8_t by;

    if (!one && pi_q_is(k, i, PI_Q_CARD) && pi_q_of(k, i, PI_Q_CARD) < 20) {
        one = pi_q_of(k, i, PI_Q_CARD) == 1;
        *d = small(pi_q_of(k, i, PI_Q_CARD));
    } else if (one) {
        *d = small(1);
    } else {
        return PI_QUANT_FAIL;
    }
    i++;
    i = (uint8_t)(i + (pi_q_is(k, i, PI_Q_DASH) ? 1 : 0));
    if (pi_q_is(k, i, PI_Q_FRAC))
        by = (uint8_t)pi_q_of(k, i, PI_Q_FRAC);
    else if (one && pi_q_is(k, i, PI_Q_ORD) && pi_q_of(k, i, PI_Q_ORD) > 2)
        by = (uint8_t)pi_q_of(k, i, PI_Q_ORD);
    else
        return PI_QUANT_FAIL;
    divide(d, by);
    return (uint8_t)(i + 1);
}

static uint8_t begin(pi_match *k, uint8_t i, phrase *p)
{
    pi_decimal d;
    uint8_t end;

    memset(p, 0, sizeof *p);
    if (pi_q_is(k, i, PI_Q_DIGITS) || (pi_q_is(k, i, PI_Q_DOT) && !pi_q_glued(k, i) && pi_q_glued(k, (uint8_t)(i + 1))
                                       && pi_q_is(k, (uint8_t)(i + 1), PI_Q_DIGITS))) {
        p->last = PI_Q_DIGITS;
        return numeral(k, i, &p->now);
    }
    if (pi_q_is(k, i, PI_Q_VULGAR)) {
        p->last = PI_Q_DIGITS;
        p->now = vulgar(k, i);
        return (uint8_t)(i + 1);
    }
    if ((end = part(k, i, p)) != PI_QUANT_FAIL)
        return end;
    if (pi_q_is(k, i, PI_Q_A) && (pi_q_is(k, (uint8_t)(i + 1), PI_Q_MULT) || pi_q_is(k, (uint8_t)(i + 1), PI_Q_DOZEN))) {
        p->now = small(1);
        return (uint8_t)(i + 1);
    }
    if (pi_q_is(k, i, PI_Q_CARD) && (end = fraction(k, i, &d)) != PI_QUANT_FAIL) {
        p->now = d;
        p->last = PI_Q_VULGAR;
        return pi_q_is(k, end, PI_Q_OF) && pi_q_is(k, (uint8_t)(end + 1), PI_Q_A) && pi_q_is(k, (uint8_t)(end + 2), PI_Q_MULT) ? (uint8_t)(end + 2) : end;
    }
    return pi_q_is(k, i, PI_Q_CARD) ? i : PI_QUANT_FAIL;
}

/* A cardinal: the first word, behind a power of ten, or one digit behind the tens. */
static uint8_t cardinal(const pi_match *k, uint8_t i, phrase *p)
{
    uint8_t at = i, v;
    int tens = p->last == PI_Q_CARD && p->value >= 20 && p->value % 10 == 0;

    if (tens && pi_q_is(k, at, PI_Q_DASH))
        at++;
    if (!pi_q_is(k, at, PI_Q_CARD))
        return PI_QUANT_FAIL;
    v = (uint8_t)pi_q_of(k, at, PI_Q_CARD);
    if (p->last && p->last != PI_Q_MULT && !(tens && v > 0 && v < 10))
        return PI_QUANT_FAIL;
    pi_decimal_add(&p->now, small(v));
    p->last = PI_Q_CARD;
    p->value = v;
    return (uint8_t)(at + 1);
}

static uint8_t power(const pi_match *k, uint8_t i, phrase *p)
{
    uint8_t e;

    i = (uint8_t)(i + (pi_q_is(k, i, PI_Q_DASH) ? 1 : 0));
    if (pi_q_is(k, i, PI_Q_DOZEN)) {
        times(&p->now, (uint8_t)pi_q_of(k, i, PI_Q_DOZEN));
        p->last = PI_Q_DOZEN;
        return (uint8_t)(i + 1);
    }
    if (!pi_q_is(k, i, PI_Q_MULT))
        return PI_QUANT_FAIL;
    e = (uint8_t)pi_q_of(k, i, PI_Q_MULT);
    if (e == HUNDRED) {
        append(&p->now, 0, HUNDRED);
    } else if (p->now.n == 0 && p->last == PI_Q_MULT) { /* "thousand million" */
        if (p->sum.exp < 30)
            p->sum.exp = (int8_t)(p->sum.exp + e);
    } else {
        p->now.exp = (int8_t)(p->now.exp + e);
        pi_decimal_add(&p->sum, p->now);
        p->now = small(0);
    }
    p->last = PI_Q_MULT;
    p->value = e;
    return (uint8_t)(i + 1);
}

/* "and a half", "and two thirds"; behind a power of ten it counts in it ("three million and a half"), if it is one part. */
static uint8_t and_fraction(const pi_match *k, uint8_t i, phrase *p)
{
    uint8_t end;
    pi_decimal d;

    if ((end = fraction(k, i, &d)) == PI_QUANT_FAIL)
        return end;
    if (p->last == PI_Q_MULT && p->value > HUNDRED) {
        d.exp = (int8_t)(d.exp + p->value);
        pi_decimal_add(&p->sum, d);
    } else {
        pi_decimal_add(&p->now, d);
    }
    p->last = PI_Q_FRAC;
    return end;
}

/* "point five" */
static uint8_t point(const pi_match *k, uint8_t i, phrase *p)
{
    pi_decimal digit = small(0);

    if (p->last == PI_Q_DIGITS || p->last == PI_Q_FRAC || !pi_q_is(k, i, PI_Q_CARD) || pi_q_of(k, i, PI_Q_CARD) > 9)
        return PI_QUANT_FAIL;
    pi_decimal_add(&p->now, p->sum);
    p->sum = small(0);
    for (; pi_q_is(k, i, PI_Q_CARD) && pi_q_of(k, i, PI_Q_CARD) < 10 && digit.exp > -PLACES; i++) {
        digit.n = pi_q_of(k, i, PI_Q_CARD);
        digit.exp--;
        pi_decimal_add(&p->now, digit);
    }
    p->last = PI_Q_POINT;
    return i;
}

/* "and six", "and a half", "point five". */
static uint8_t tail(const pi_match *k, uint8_t i, phrase *p)
{
    uint8_t next = (uint8_t)(i + 1), end;

    if (p->last == PI_Q_VULGAR || p->last == PI_Q_POINT)
        return PI_QUANT_FAIL;
    if (pi_q_is(k, i, PI_Q_POINT))
        return point(k, next, p);
    if (!pi_q_is(k, i, PI_Q_AND))
        return PI_QUANT_FAIL;
    if ((end = and_fraction(k, next, p)) != PI_QUANT_FAIL)
        return end;
    end = (uint8_t)(next + 1);
    if (p->last != PI_Q_MULT || !pi_q_is(k, next, PI_Q_CARD))
        return PI_QUANT_FAIL;
    if (pi_q_is(k, end, PI_Q_MULT)
        && (p->value == HUNDRED ? pi_q_of(k, end, PI_Q_MULT) == HUNDRED : pi_q_of(k, end, PI_Q_MULT) >= p->value))
        return PI_QUANT_FAIL; /* "two hundred and three hundred" are two */
    return next;
}

/* A sign before it: "minus five", "-5". */
static uint8_t sign(const pi_match *k, uint8_t i, pi_decimal *d)
{
    d->minus = 0;
    if (pi_q_is(k, i, PI_Q_MINUS)
        || (pi_q_is(k, i, PI_Q_DASH) && !k->a[i].glued && pi_q_glued(k, (uint8_t)(i + 1)))) {
        d->minus = 1;
        return (uint8_t)(i + 1);
    }
    return i;
}

uint8_t pi_quant_number(pi_match *k, uint8_t i)
{
    uint8_t at, next, first;
    pi_decimal d;
    phrase p;

    if (k->parsed == i)
        return k->end;
    k->parsed = i;
    k->one = 0;
    first = sign(k, i, &d);
    k->end = at = begin(k, first, &p);
    if (at == PI_QUANT_FAIL)
        return at;
    while (p.last != PI_Q_DOZEN
           && ((next = cardinal(k, at, &p)) != PI_QUANT_FAIL || (next = tail(k, at, &p)) != PI_QUANT_FAIL
               || (next = power(k, at, &p)) != PI_QUANT_FAIL))
        at = next;
    if (p.last == PI_Q_CARD && p.value == 1 && at == i + 1)
        k->one = 1;
    pi_decimal_add(&p.sum, p.now);
    p.sum.minus = d.minus;
    k->num = p.sum;
    return k->end = at;
}
