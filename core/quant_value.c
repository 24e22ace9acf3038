/* The value of a quantity, and how it is written. */
#include "quant_match.h"

enum { NONE = 0xFF, CENTURY = 100, DECADE = 10, QUARTER = 32 };

/* A period from the day of writing on: "next week", "two days ago". Returns 0 when there is none. */
static int offset_of(const pi_said *s, pi_quantity *v)
{
    pi_decimal n = s->num;
    uint16_t cal = s->cal;
    int8_t toward = (int8_t)(s->toward - 8);

    if (s->dayword) {
        toward = (int8_t)(s->dayword - 8);
        n.n = (uint32_t)(toward < 0 ? -toward : toward);
        cal = PI_Q_DAYS | 1 << 2;
    } else if (s->month == QUARTER && s->toward) {
        cal = PI_Q_MONTHS | 3 << 2;
        n.n = s->counted ? n.n : 1;
    } else if (cal == NONE || !s->toward) {
        return 0;
    } else if (!s->counted) {
        n.n = 1;
    }
    if (n.exp != 0 || cal >> 2 == 0 || n.n > UINT16_MAX || n.n * (cal >> 2) > UINT16_MAX || s->counted > 1 || s->day)
        return 1; /* "the 15th of next month", "a year and two days ago" tell none */
    v->low = (uint16_t)(toward == 0 && !s->dayword ? 0 : n.n * (cal >> 2));
    v->unit = cal & 3;
    v->form = (uint8_t)(PI_QUANT_VALUE | PI_QUANT_OFFSET | (toward < 0 ? PI_QUANT_MINUS : 0));
    return 1;
}

static void date(const pi_said *s, pi_quantity *v)
{
    uint8_t day = s->day;

    if (s->moves || (!s->year && s->years < 100 && offset_of(s, v)))
        return;
    v->high = s->year;
    if (s->several || (s->cal != NONE && (s->cal & 3) != PI_Q_DAYS))
        day = 0; /* "first week of May" */
    if (s->years == 100) {
        v->high = (uint16_t)(s->day ? (s->day - 1) * CENTURY : 0);
        day = 0;
        v->form = PI_QUANT_VALUE | PI_QUANT_HUNDRED;
    }
    if (s->either)
        v->form |= s->year ? PI_QUANT_EITHER : 0;
    else
        v->low = (uint16_t)(s->month << 8 | day);
    if (s->years == 10)
        v->form |= PI_QUANT_DECADE;
    if (v->low == 0 && v->high == 0)
        v->unit = s->weekday;
    if (v->low || v->high || v->unit)
        v->form |= PI_QUANT_VALUE;
}

static void time(const pi_said *s, pi_quantity *v)
{
    uint8_t hour = s->hour, minute = s->minute;

    if (!s->clock)
        return;
    if (s->past == 2) { /* the hour is 1 to 12: PI_Q_HOURWORD */
        hour--;
        minute = (uint8_t)(60 - minute);
    }
    if (s->ampm || s->part == 13) {
        hour = (uint8_t)(hour == 12 ? 0 : hour);
        hour = (uint8_t)(hour < 12 && (s->ampm == 13 || s->part == 13) ? hour + 12 : hour);
    }
    v->low = (uint16_t)(hour << 8 | minute);
    v->high = (uint16_t)(s->second ? s->second - 1 : 0);
    v->form = (uint8_t)(PI_QUANT_VALUE | (s->second ? PI_QUANT_SECONDS : 0));
}

static void amount(const pi_said *s, uint8_t kind, pi_quantity *v)
{
    pi_decimal n = s->num;

    if (!s->counted || (s->counted > 1 && kind == PI_QUANT_NUMBER))
        return;
    pi_decimal_trim(&n);
    v->low = (uint16_t)n.n;
    v->high = (uint16_t)(n.n >> 16);
    v->exp = n.exp;
    v->form = (uint8_t)(PI_QUANT_VALUE | (n.minus ? PI_QUANT_MINUS : 0));
    if (kind == PI_QUANT_PERCENT)
        return;
    v->unit = s->unit;
    if (kind == PI_QUANT_MONEY)
        v->unit = s->adj ? s->adj : s->unit;
    if (kind == PI_QUANT_NUMBER) {
        v->per = s->per;
        v->power = s->power;
    }
}

void pi_quant_value(const pi_said *s, uint8_t kind, pi_quantity *v)
{
    memset(v, 0, sizeof *v);
    v->kind = kind;
    if (kind == PI_QUANT_DATE)
        date(s, v);
    else if (kind == PI_QUANT_TIME)
        time(s, v);
    else
        amount(s, kind, v);
}

/* Text that grows; what finds no room is left out. */
typedef struct {
    uint8_t *s;
    uint8_t n;
} line;

static void put(line *l, uint8_t c)
{
    if (l->n < PI_QUANT_TEXT)
        l->s[l->n++] = c;
}

/* At least so many digits, the last `skip` of them as X. */
static void put_number(line *l, uint32_t n, uint8_t least, uint8_t skip)
{
    uint8_t digits[10], i = 0;

    do {
        digits[i] = (uint8_t)(i < skip ? 'X' : '0' + n % 10);
        n /= 10;
        i++;
    } while (n || i < least);
    while (i > 0)
        put(l, digits[--i]);
}

static void put_name(line *l, const pi_quant_model *m, uint8_t number)
{
    uint16_t at = 0;
    uint8_t c;

    for (; number > 1 && pi_rom8(m->name, at) != 0; number--)
        while (pi_rom8(m->name, at++) != 0)
            continue;
    while ((c = pi_rom8(m->name, at++)) != 0)
        put(l, c);
}

static void put_unknown(line *l, uint8_t n)
{
    while (n--)
        put(l, 'X');
}

static void put_date(line *l, const pi_quantity *v)
{
    uint8_t month = (uint8_t)(v->low >> 8), day = (uint8_t)v->low;

    if (v->form & PI_QUANT_OFFSET) {
        if (v->form & PI_QUANT_MINUS)
            put(l, '-');
        put(l, 'P');
        put_number(l, v->low, 1, 0);
        put(l, v->unit == PI_Q_DAYS ? 'D' : v->unit == PI_Q_WEEKS ? 'W' : v->unit == PI_Q_MONTHS ? 'M' : 'Y');
        return;
    }
    if (v->high || v->form & PI_QUANT_HUNDRED)
        put_number(l, v->high, 4, v->form & PI_QUANT_HUNDRED ? 2 : v->form & PI_QUANT_DECADE ? 1 : 0);
    else
        put_unknown(l, 4);
    if (v->unit) {
        put(l, '-');
        put(l, 'W');
        put_unknown(l, 2);
        put(l, '-');
        put_number(l, v->unit, 1, 0);
        return;
    }
    if (v->low == 0 && !(v->form & PI_QUANT_EITHER))
        return;
    put(l, '-');
    if (month)
        put_number(l, month, 2, 0);
    else
        put_unknown(l, 2);
    if (day || v->form & PI_QUANT_EITHER)
        put(l, '-');
    if (day)
        put_number(l, day, 2, 0);
    else if (v->form & PI_QUANT_EITHER)
        put_unknown(l, 2);
}

static void put_time(line *l, const pi_quantity *v)
{
    put_number(l, v->low >> 8, 2, 0);
    put(l, ':');
    put_number(l, v->low & 0xFF, 2, 0);
    if (v->form & PI_QUANT_SECONDS) {
        put(l, ':');
        put_number(l, v->high, 2, 0);
    }
}

/* Digits, with a point where the exponent has it, or zeros. */
static void put_decimal(line *l, uint32_t n, int8_t exp)
{
    uint32_t unit = 1;
    uint8_t places = 0;

    while (exp < 0 && places < 9) {
        places++;
        exp++;
        unit *= 10;
    }
    for (; exp < 0; exp++)
        n /= 10;
    put_number(l, n / unit, 1, 0);
    if (places && n % unit) {
        put(l, '.');
        put_number(l, n % unit, places, 0);
    }
    for (; exp > 0 && n; exp--)
        put(l, '0');
}

uint8_t pi_quant_text(const pi_quantity *v, const pi_quant_model *m, uint8_t out[PI_QUANT_TEXT])
{
    line l = { NULL, 0 };

    l.s = out;
    if (!(v->form & PI_QUANT_VALUE))
        return 0;
    if (v->kind == PI_QUANT_DATE) {
        put_date(&l, v);
        return l.n;
    }
    if (v->kind == PI_QUANT_TIME) {
        put_time(&l, v);
        return l.n;
    }
    if (v->form & PI_QUANT_MINUS)
        put(&l, '-');
    put_decimal(&l, (uint32_t)v->high << 16 | v->low, v->exp);
    if (v->kind == PI_QUANT_PERCENT)
        put(&l, '%');
    if (v->unit) {
        put(&l, ' ');
        put_name(&l, m, v->unit);
    }
    if (v->power)
        put(&l, (uint8_t)('0' + v->power));
    if (v->per) {
        put(&l, '/');
        put_name(&l, m, v->per);
    }
    return l.n;
}
