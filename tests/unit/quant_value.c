/* Values: what follows from what was said, and how values are written. */
#include "found.h"
#include "quant_match.h"

static void offsets(void)
{
    CHECK_STR(found("yesterday, today, tomorrow"), "D yesterday = -P1D; D today = P0D; D tomorrow = P1D");
    CHECK_STR(found("this quarter, next quarter, last quarter"), "D this quarter = P0M; D next quarter = P3M; D last quarter = -P3M");
    CHECK_STR(found("a decade ago, two fortnights ago, last weekend"), "D a decade ago = -P10Y; D two fortnights ago = -P4W; D last weekend = ");
    /* 16 bits have room. */
    CHECK_STR(found("65535 days ago, 65536 days ago, 6553 decades ago, 6554 decades ago"),
              "D 65535 days ago = -P65535D; D 65536 days ago = ; D 6553 decades ago = -P65530Y; D 6554 decades ago = ");
    CHECK_STR(found("in two thousand years, ten million years ago, in 2.5 days, 12345678901 days ago"),
              "D in two thousand years = P2000Y; D ten million years ago = ; D in 2.5 days = ; D 12345678901 days ago = ");
    CHECK_STR(found("the 15th of next month, the 1st day of next week"), "D the 15th of next month = ; D the 1st day of next week = ");
    CHECK_STR(found("5 months, 3 days ago"), "D 5 months, 3 days ago = ");
}

static void dates(void)
{
    CHECK_STR(found("Friday 3 March"), "D Friday 3 March = XXXX-03-03");
    CHECK_STR(found("third day of May 2010, the first week of May"), "D third day of May 2010 = 2010-05-03; D the first week of May = XXXX-05");
    CHECK_STR(found("the 12th century, 1st century"), "D 12th century = 11XX; D 1st century = 00XX");
}

static void times(void)
{
    CHECK_STR(found("this morning"), "T this morning = "); /* no hour */
    CHECK_STR(found("12:30 am, 0:30 am, 12:30 pm, 11:59 pm, 13:30 pm"),
              "T 12:30 am = 00:30; T 0:30 am = 00:30; T 12:30 pm = 12:30; T 11:59 pm = 23:59; T 13:30 pm = 13:30");
    CHECK_STR(found("ten to 12, ten to one, ten to 1 pm"), "T ten to 12 = 11:50; T ten to one = 00:50; T ten to 1 pm = 12:50");
    CHECK_STR(found("12 noon, midnight, 6 in the evening, 12 in the morning"),
              "T 12 noon = 12:00; T midnight = 00:00; T 6 in the evening = 18:00; T 12 in the morning = 12:00");
}

/* A value of a number as text, in a room that nothing is written behind. */
static const char *text_of(uint32_t n, int8_t exp, uint8_t unit)
{
    static uint8_t out[PI_QUANT_TEXT + 1];
    pi_quantity v;
    uint8_t length;

    memset(&v, 0, sizeof v);
    memset(out, '#', sizeof out);
    v.kind = PI_QUANT_NUMBER;
    v.form = PI_QUANT_VALUE;
    v.low = (uint16_t)n;
    v.high = (uint16_t)(n >> 16);
    v.exp = exp;
    v.unit = unit;
    length = pi_quant_text(&v, &pith_en_quantities, out);
    CHECK(length <= PI_QUANT_TEXT && out[length] == '#');
    out[length] = 0;
    return (const char *)out;
}

static void texts(void)
{
    CHECK_STR(text_of(4000000001u, 0, 0), "4000000001");
    CHECK_STR(text_of(15, 2, 0), "1500");
    CHECK_STR(text_of(0, 2, 0), "0");
    CHECK_STR(text_of(123456789, -9, 0), "0.123456789");
    /* Nine places are shown, what is beyond them is cut; zeros alone are none. */
    CHECK_STR(text_of(1234567891, -10, 0), "0.123456789");
    CHECK_STR(text_of(1200, -11, 0), "0.000000012");
    CHECK_STR(text_of(1, -10, 0), "0");
    CHECK_STR(text_of(7, 60, 0), "700000000000000000000000000000000000000000000000");
    /* A name that the model does not have is empty. */
    CHECK_STR(text_of(5, 0, UINT8_MAX), "5 ");
}

/* What no English rule says: a century or a quarter without its number, a sum without one. */
static void unsaid(void)
{
    pi_quantity v;
    pi_said s;

    memset(&s, 0, sizeof s);
    s.cal = 0xFF;
    s.years = 100;
    pi_quant_value(&s, PI_QUANT_DATE, &v);
    CHECK(v.high == 0 && v.form == (PI_QUANT_VALUE | PI_QUANT_HUNDRED));
    s.years = 0;
    s.month = 32;
    pi_quant_value(&s, PI_QUANT_DATE, &v);
    CHECK(v.low == 32 << 8 && v.form == PI_QUANT_VALUE);
    s.unit = 3;
    pi_quant_value(&s, PI_QUANT_MONEY, &v);
    CHECK(v.form == 0 && v.unit == 0 && v.kind == PI_QUANT_MONEY);
}

int main(void)
{
    unsaid();
    offsets();
    dates();
    times();
    texts();
    return check_done("quant_value");
}
