/* The items of rules: what a day, a year, an hour is, and what each says of the quantity; one that fails says nothing. */
#include "quant_match.h"

static uint8_t fail_unless(int ok, uint8_t i) { return ok ? i : PI_QUANT_FAIL; }

static uint32_t digits(const pi_match *k, uint8_t i) { return k->a[i].digits; }

/* Digits of that many places with a value in [low, high]. */
static int digits_in(const pi_match *k, uint8_t i, uint8_t few, uint8_t many, uint32_t low, uint32_t high)
{
    uint16_t n;

    if (!pi_q_is(k, i, PI_Q_DIGITS))
        return 0;
    n = pi_q_of(k, i, PI_Q_DIGITS);
    return n >= few && n <= many && digits(k, i) >= low && digits(k, i) <= high;
}

/* Tens and ones of a class: "thirty-first" of PI_Q_ORD. Returns the atom after it. */
static uint8_t tens_and(const pi_match *k, uint8_t i, uint8_t class, uint16_t *v)
{
    uint8_t at = (uint8_t)(i + 1);

    if (!pi_q_is(k, i, PI_Q_CARD) || pi_q_of(k, i, PI_Q_CARD) < 20 || pi_q_of(k, i, PI_Q_CARD) % 10)
        return PI_QUANT_FAIL;
    at = (uint8_t)(at + (pi_q_is(k, at, PI_Q_DASH) ? 1 : 0));
    if (!pi_q_is(k, at, class) || (*v = pi_q_of(k, at, class)) == 0 || *v > 9)
        return PI_QUANT_FAIL;
    *v = (uint16_t)(*v + pi_q_of(k, i, PI_Q_CARD));
    return (uint8_t)(at + 1);
}

static uint8_t day(pi_match *k, uint8_t i, int ordinal)
{
    uint8_t end = (uint8_t)(i + 1);
    uint16_t v;

    if (digits_in(k, i, 1, 2, 1, 31)) {
        v = (uint16_t)digits(k, i);
        if (pi_q_is(k, end, PI_Q_SUFFIX) && k->a[end].glued)
            end++;
        else if (ordinal || pi_quant_tied(k, end))
            return PI_QUANT_FAIL;
    } else if (pi_q_is(k, i, PI_Q_ORD)) {
        v = pi_q_of(k, i, PI_Q_ORD);
    } else if ((end = tens_and(k, i, PI_Q_ORD, &v)) == PI_QUANT_FAIL) {
        if (ordinal)
            return end;
        if ((end = tens_and(k, i, PI_Q_CARD, &v)) == PI_QUANT_FAIL) {
            if (!pi_q_is(k, i, PI_Q_CARD))
                return PI_QUANT_FAIL;
            v = pi_q_of(k, i, PI_Q_CARD);
            end = (uint8_t)(i + 1);
        }
    }
    if (v == 0 || v > 31)
        return PI_QUANT_FAIL;
    k->said.day = (uint8_t)v;
    return end;
}

static uint8_t year(pi_match *k, uint8_t i, int recent)
{
    if (!digits_in(k, i, 4, 4, recent ? 1500 : 1000, recent ? 2099 : 2199) || pi_quant_tied(k, (uint8_t)(i + 1))
        || (recent && digits(k, i) % 500 == 0))
        return PI_QUANT_FAIL;
    k->said.year = (uint16_t)digits(k, i);
    return (uint8_t)(i + 1);
}

/* Two digits: from 69 on of the 20th century, as POSIX has it (strptime, %y). */
static uint8_t short_year(pi_match *k, uint8_t i)
{
    if (!digits_in(k, i, 2, 2, 0, 99))
        return PI_QUANT_FAIL;
    k->said.year = (uint16_t)(digits(k, i) + (digits(k, i) < 69 ? 2000 : 1900));
    return (uint8_t)(i + 1);
}

/* "nineteen eighty-six", "nineteen hundred (and) six", "two thousand and five". */
static uint8_t year_word(pi_match *k, uint8_t i)
{
    uint8_t end;
    uint16_t first, v;

    if (!pi_q_is(k, i, PI_Q_CARD))
        return PI_QUANT_FAIL;
    first = pi_q_of(k, i, PI_Q_CARD);
    end = (uint8_t)(i + 1);
    if (first >= 11 && first <= 20 && pi_q_is(k, end, PI_Q_CARD) && pi_q_of(k, end, PI_Q_CARD) >= 10) {
        v = pi_q_of(k, end, PI_Q_CARD);
        i = tens_and(k, end, PI_Q_CARD, &v);
        k->said.year = (uint16_t)(100 * first + v);
        return i == PI_QUANT_FAIL ? (uint8_t)(end + 1) : i;
    }
    if (!pi_q_is(k, end, PI_Q_MULT) || (end = pi_quant_number(k, i)) == PI_QUANT_FAIL || k->num.exp != 0 || k->num.n < 1000
        || k->num.n >= 2200)
        return PI_QUANT_FAIL;
    k->said.year = (uint16_t)k->num.n;
    return end;
}

/* Two numbers with a sign between, in either order. */
static uint8_t day_month(pi_match *k, uint8_t i)
{
    uint32_t a, b;

    if (!digits_in(k, i, 1, 2, 1, 31) || !digits_in(k, (uint8_t)(i + 2), 1, 2, 1, 31) || !k->a[i + 1].glued || !k->a[i + 2].glued
        || pi_q_is(k, (uint8_t)(i + 1), PI_Q_COMMA) || pi_q_is(k, (uint8_t)(i + 1), PI_Q_COLON))
        return PI_QUANT_FAIL;
    a = digits(k, i);
    b = digits(k, (uint8_t)(i + 2));
    if (a > 12 || pi_q_is(k, (uint8_t)(i + 1), PI_Q_DOT)) { /* with dots the day stands first */
        if (b > 12)
            return PI_QUANT_FAIL;
        k->said.day = (uint8_t)a;
        k->said.month = (uint8_t)b;
    } else {
        k->said.month = (uint8_t)a;
        k->said.day = (uint8_t)b;
        k->said.either = b <= 12 && a != b;
    }
    return (uint8_t)(i + 3);
}

static uint8_t two_digits(pi_match *k, uint8_t i)
{
    if (!pi_q_is(k, (uint8_t)(i + 1), PI_Q_SLASH) || !pi_q_is(k, (uint8_t)(i + 2), PI_Q_DIGITS) || k->a[i].length != 2 || k->a[i + 2].length != 2)
        return PI_QUANT_FAIL;
    return day_month(k, i);
}

/* The second of two days leaves the month. */
static uint8_t another_day(pi_match *k, uint8_t i)
{
    if (!digits_in(k, i, 1, 2, 1, 31))
        return PI_QUANT_FAIL;
    k->said.several = k->said.day != 0;
    k->said.day = (uint8_t)digits(k, i);
    return (uint8_t)(i + 1);
}

static uint8_t year_month_day(pi_match *k, uint8_t i)
{
    uint32_t v;
    uint8_t month, day;

    if (!digits_in(k, i, 8, 8, UINT32_C(18000101), UINT32_C(21991231)))
        return PI_QUANT_FAIL;
    v = digits(k, i);
    month = (uint8_t)(v / 100 % 100);
    day = (uint8_t)(v % 100);
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return PI_QUANT_FAIL;
    k->said.year = (uint16_t)(v / 10000);
    k->said.month = month;
    k->said.day = day;
    return (uint8_t)(i + 1);
}

/* Digits with a value below `below`, of `few` to 2 places. */
static uint8_t of_clock(const pi_match *k, uint8_t i, uint8_t few, uint8_t below, uint8_t *to)
{
    if (!digits_in(k, i, few, 2, 0, below - 1u))
        return PI_QUANT_FAIL;
    *to = (uint8_t)digits(k, i);
    return (uint8_t)(i + 1);
}

static uint8_t hour(pi_match *k, uint8_t i)
{
    uint8_t end = of_clock(k, i, 1, 25, &k->said.hour);

    if (end != PI_QUANT_FAIL)
        k->said.clock = 1;
    return end;
}

static uint8_t second(pi_match *k, uint8_t i)
{
    uint8_t end = of_clock(k, i, 2, 60, &k->said.second);

    if (end != PI_QUANT_FAIL)
        k->said.second++;
    return end;
}

static uint8_t hour_word(pi_match *k, uint8_t i)
{
    if (digits_in(k, i, 1, 2, 1, 12))
        k->said.hour = (uint8_t)digits(k, i);
    else if (pi_q_is(k, i, PI_Q_CARD) && pi_q_of(k, i, PI_Q_CARD) >= 1 && pi_q_of(k, i, PI_Q_CARD) <= 12)
        k->said.hour = (uint8_t)pi_q_of(k, i, PI_Q_CARD);
    else
        return PI_QUANT_FAIL;
    k->said.clock = 1;
    return (uint8_t)(i + 1);
}

static uint8_t number(pi_match *k, uint8_t i)
{
    uint8_t end = pi_quant_number(k, i);

    if (end != PI_QUANT_FAIL) {
        k->said.first = k->said.num;
        k->said.num = k->num;
        k->said.counted++;
    }
    return end;
}

/* Minutes before or after the hour: "ten", "a quarter", "half". */
static uint8_t minutes(pi_match *k, uint8_t i)
{
    uint8_t at = (uint8_t)(i + (pi_q_is(k, i, PI_Q_A) ? 1 : 0)), end;

    if (pi_q_is(k, at, PI_Q_FRAC)) {
        k->said.minute = (uint8_t)(60u / pi_q_of(k, at, PI_Q_FRAC));
        return (uint8_t)(at + 1);
    }
    end = pi_quant_number(k, i);
    if (end == PI_QUANT_FAIL || k->num.exp != 0 || k->num.n == 0 || k->num.n >= 30 || k->num.n % 5 != 0)
        return PI_QUANT_FAIL;
    k->said.minute = (uint8_t)k->num.n;
    return end;
}

static uint8_t decade(pi_match *k, uint8_t i, uint8_t places)
{
    if (!digits_in(k, i, places, places, 10, 2190) || (places == 4 && digits(k, i) < 1000) || digits(k, i) % 10 != 0)
        return PI_QUANT_FAIL;
    k->said.year = (uint16_t)(digits(k, i) + (places == 4 ? 0 : 1900));
    k->said.years = 10;
    return (uint8_t)(i + 1);
}

/* What a word says. */
static void note(pi_said *s, uint8_t class, uint16_t v)
{
    uint8_t b = (uint8_t)v;

    switch (class) {
    case PI_Q_MONTH: case PI_Q_MAY: case PI_Q_SEASON: s->month = b; break;
    case PI_Q_WEEKDAY: case PI_Q_WDAY: s->weekday = b; break;
    case PI_Q_FEAST: case PI_Q_HOLY: case PI_Q_NEW:
        s->moves = v == 0;
        s->month = (uint8_t)(v >> 5);
        s->day = v & 31;
        break;
    case PI_Q_EVE:
        s->month = s->day > 1 ? s->month : 12;
        s->day = (uint8_t)(s->day > 1 ? s->day - 1 : 31);
        s->cal = 0xFF; /* the year before it names the feast */
        break;
    case PI_Q_DAYWORD: s->dayword = b; break;
    case PI_Q_REL: case PI_Q_AGO: case PI_Q_NOW: s->toward = b; break;
    case PI_Q_INTO: s->toward = 9; break;
    case PI_Q_CAL: case PI_Q_CALS: s->cal = b; break;
    case PI_Q_QUARTER: /* behind an ordinal */
        s->month = (uint8_t)(32 + (v ? v : s->day));
        s->day = 0;
        break;
    case PI_Q_ORD: s->day = b; break;
    case PI_Q_AMPM: s->ampm = (uint8_t)(1 + v); break;
    case PI_Q_NOON:
        s->hour = b;
        s->clock = 1;
        break;
    case PI_Q_PART: s->part = (uint8_t)(1 + v); break;
    case PI_Q_PAST: s->past = (uint8_t)(1 + v); break;
    case PI_Q_ADJ: case PI_Q_A: s->adj = v ? b : s->adj; break;
    case PI_Q_SIGN: case PI_Q_CODE: case PI_Q_CUR: case PI_Q_POUND: s->unit = b; break;
    case PI_Q_SCALE: s->unit = b; break;
    case PI_Q_UNIT: *(s->unit ? &s->per : &s->unit) = b; break;
    case PI_Q_POWER: s->power = b; break;
    case PI_Q_SHORT: case PI_Q_MULT: s->num.exp = (int8_t)(s->num.exp + b); break;
    case PI_Q_SUB:
        s->unit = s->unit ? s->unit : b;
        s->num.exp = (int8_t)(s->num.exp - 2);
        pi_decimal_add(&s->num, s->first);
        break;
    case PI_Q_CENTURY: s->years = 100; break;
    default: break;
    }
}

/* A sign, or a word that begins what is no part of a quantity. */
static int is_small(const pi_match *k, uint8_t i)
{
    return pi_q_class(k->a[i].word[0]) >= PI_Q_COMMA ? !pi_q_is(k, i, PI_Q_DIGITS) && k->a[i].word[0] != pi_q_word(PI_Q_OTHER, 1)
        : pi_q_is(k, i, PI_Q_AND) || pi_q_is(k, i, PI_Q_A) || pi_q_is(k, i, PI_Q_THE) || pi_q_is(k, i, PI_Q_IN) || pi_q_is(k, i, PI_Q_PAST);
}

static uint8_t computed(pi_match *k, uint8_t item, uint8_t i)
{
    switch (item) {
    case PI_Q_NUM: return number(k, i);
    case PI_Q_DAY: return day(k, i, 0);
    case PI_Q_NTH: return day(k, i, 1);
    case PI_Q_YEAR: return year(k, i, 0);
    case PI_Q_RECENT: return year(k, i, 1);
    case PI_Q_YEARWORD: return year_word(k, i);
    case PI_Q_Y2: return short_year(k, i);
    case PI_Q_TO2:
        if (!digits_in(k, i, 2, 2, k->said.year % 100u + 1, 99))
            return PI_QUANT_FAIL;
        k->said.moves = 1; /* the years of a range are no one date */
        return (uint8_t)(i + 1);
    case PI_Q_D31: return another_day(k, i);
    case PI_Q_D12: return of_clock(k, i, 1, 13, &k->said.month);
    case PI_Q_DM: return day_month(k, i);
    case PI_Q_DM2: return two_digits(k, i);
    case PI_Q_CAPITAL: return fail_unless(k->a[i].capital, i);
    case PI_Q_YMD: return year_month_day(k, i);
    case PI_Q_HOUR: return hour(k, i);
    case PI_Q_HOURWORD: return hour_word(k, i);
    case PI_Q_MINUTE: return of_clock(k, i, 2, 60, &k->said.minute);
    case PI_Q_SECOND: return second(k, i);
    case PI_Q_DECADE: return decade(k, i, 4);
    case PI_Q_DECADE2: return decade(k, i, 2);
    case PI_Q_MINUTES: return minutes(k, i);
    case PI_Q_BIG: return fail_unless(k->said.num.exp >= 0 && k->said.num.n >= 100000, i);
    case PI_Q_PLAIN: return fail_unless(i >= k->n || is_small(k, i), i);
    default: return PI_QUANT_FAIL;
    }
}

/* Classes of words that may be abbreviated with a dot. */
static int is_short(uint8_t class)
{
    return class == PI_Q_MONTH || class == PI_Q_UNIT || class == PI_Q_SHORT || class == PI_Q_ADJ;
}

uint8_t pi_quant_item(pi_match *k, uint8_t item, uint8_t i)
{
    uint8_t class = item & 0x7F;
    uint16_t word;

    if (class == PI_Q_PLAIN || class == PI_Q_BIG)
        return computed(k, class, i);
    if (i >= k->n || (item & PI_Q_GLUED && !k->a[i].glued))
        return PI_QUANT_FAIL;
    if (class >= PI_Q_NUM)
        return computed(k, class, i);
    word = k->a[i].word[0];
    if (pi_q_class(word) != class) {
        word = k->a[i].word[1];
        if (pi_q_class(word) != class)
            return PI_QUANT_FAIL;
    }
    note(&k->said, class, pi_q_value(word));
    i++;
    return (uint8_t)(i + (is_short(class) && pi_q_glued(k, i) && pi_q_is(k, i, PI_Q_DOT)));
}
