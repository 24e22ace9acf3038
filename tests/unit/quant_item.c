/* What a day, a month, a year, an hour is: the ends of their ranges, on both sides. */
#include "found.h"
#include "quant_match.h"

static void days(void)
{
    CHECK_STR(found("May 31, 31 May, 1 May"), "D May 31 = XXXX-05-31; D 31 May = XXXX-05-31; D 1 May = XXXX-05-01");
    CHECK_STR(found("May 32; 0 May; May 100"), "N 32 = 32; N 0 = 0; N 100 = 100");
    CHECK_STR(found("32 May 2010, 1 May 2010"), "N 32 = 32; D May 2010 = 2010-05; D 1 May 2010 = 2010-05-01");
    CHECK_STR(found("first of May, the thirtieth of May, the thirty-first of May, the twenty-ninth of June"),
              "D first of May = XXXX-05-01; D the thirtieth of May = XXXX-05-30; D the thirty-first of May = XXXX-05-31; "
              "D the twenty-ninth of June = XXXX-06-29");
    CHECK_STR(found("the thirty-second of May, the twenty-tenth of June"), "N thirty = 30; D second of May = XXXX-05-02; N twenty = 20; D tenth of June = XXXX-06-10");
    CHECK_STR(found("June twenty, May thirty-one, May twenty-one; May forty"),
              "D June twenty = XXXX-06-20; D May thirty-one = XXXX-05-31; D May twenty-one = XXXX-05-21; N forty = 40");
    CHECK_STR(found("10 and 12 May 2010, 10-12 May 2010, 1 and 31 May 1990"),
              "D 10 and 12 May 2010 = 2010-05; D 10-12 May 2010 = 2010-05; D 1 and 31 May 1990 = 1990-05");
    CHECK_STR(found("10 and 32 May 1990, 100 and 12 May 1990"),
              "N 10 = 10; N 32 = 32; D May 1990 = 1990-05; N 100 = 100; D 12 May 1990 = 1990-05-12");
    CHECK_STR(found("in March 5"), "D March 5 = XXXX-03-05");
    CHECK_STR(found("the ten fifth of May"), "N ten = 10; D fifth of May = XXXX-05-05");
    CHECK_STR(found("the 5th in Paris"), "D the 5th = XXXX-XX-05"); /* behind it a small word */
    CHECK_STR(found("2.5 past 3"), "N 2.5 = 2.5; N 3 = 3");
    CHECK_STR(found("Sept. 11"), "D Sept. 11 = XXXX-09-11");
    CHECK_STR(found("Sept. 11, 2001, Sept. he said"), "D Sept. 11, 2001 = 2001-09-11; D Sept = XXXX-09");
    CHECK_STR(found("He came Friday. 5 May was free."), "D Friday = XXXX-WXX-5; D 5 May = XXXX-05-05");
}

static void years(void)
{
    CHECK_STR(found("in one hundred and a half"), "N one hundred and a half = 100.5");
    CHECK_STR(found("in January 01999"), "D January = XXXX-01; N 01999 = 1999");
    CHECK_STR(found("999, 1500, 1501, 1999, 2000, 2099, 2100"),
              "N 999 = 999; N 1500 = 1500; D 1501 = 1501; D 1999 = 1999; N 2000 = 2000; D 2099 = 2099; N 2100 = 2100");
    /* Behind a word that stands before years, more numbers are one. */
    CHECK_STR(found("in 999, in 1000, in 1066, in 2199, in 2200, in 12345"),
              "N 999 = 999; D 1000 = 1000; D 1066 = 1066; D 2199 = 2199; N 2200 = 2200; N 12345 = 12345");
    CHECK_STR(found("in 1000 miles"), "N 1000 miles = 1000 mi");
    CHECK_STR(found("in 1066.5, 1999,5"), "N 1066.5 = 1066.5");
    CHECK_STR(found("14 May '68, 14 May '69, 14 May'05, June '00"),
              "D 14 May '68 = 2068-05-14; D 14 May '69 = 1969-05-14; D 14 May'05 = 2005-05-14; D June '00 = 2000-06");
    CHECK_STR(found("June '99, June '123"), "D June '99 = 1999-06; D June = XXXX-06; N 123 = 123");
    CHECK_STR(found("1991-92, 1991-99, 1999-00, 1991-91, 1991-90, 1991-123"), "D 1991-92 = ; D 1991-99 = ");
}

/* What begins behind "in" and is longer counts. */
static void behind_a_word(void)
{
    CHECK_STR(found("in May 12 2010; since May 2019; in 2010 May"), "D May 12 2010 = 2010-05-12; D May 2019 = 2019-05; D 2010 May = 2010-05");
    CHECK_STR(found("in 2010-01-15; in March 5 people came"), "D 2010-01-15 = 2010-01-15; D March 5 = XXXX-03-05");
    CHECK_STR(found("in May '99, by May '99"), "D May '99 = 1999-05; D May '99 = 1999-05");
    CHECK_STR(found("in 3/4/10; on 3/4/2010"), "D 3/4/10 = 2010-XX-XX; D 3/4/2010 = 2010-XX-XX");
}

static void years_in_words(void)
{
    CHECK_STR(found("May nineteen hundred, May nineteen hundred and six, May nineteen hundred six"),
              "D May nineteen hundred = 1900-05; D May nineteen hundred and six = 1906-05; D May nineteen hundred six = 1906-05");
    CHECK_STR(found("May one thousand, May two thousand, May two thousand and five"),
              "D May one thousand = 1000-05; D May two thousand = 2000-05; D May two thousand and five = 2005-05");
    CHECK_STR(found("May two thousand one hundred and ninety-nine"), "D May two thousand one hundred and ninety-nine = 2199-05");
    CHECK_STR(found("May two thousand two hundred"), "D May two = XXXX-05-02; N two hundred = 200");
    CHECK_STR(found("May nine hundred"), "D May nine = XXXX-05-09");
    CHECK_STR(found("May one million, May nineteen hundred and a half"), "D May one = XXXX-05-01; D May nineteen = XXXX-05-19");
    CHECK_STR(found("May eleven ten, May twenty twenty, May twenty nineteen, May nineteen ninety-nine"),
              "D May eleven ten = 1110-05; D May twenty twenty = 2020-05; D May twenty nineteen = 2019-05; D May nineteen ninety-nine = 1999-05");
    CHECK_STR(found("May ten ten, May thirty ten, May nineteen five"),
              "D May ten = XXXX-05-10; N ten = 10; D May thirty = XXXX-05-30; N ten = 10; D May nineteen = XXXX-05-19; N five = 5");
    CHECK_STR(found("May twenty nine"), "D May twenty nine = XXXX-05-29");
}

/* Day and month in digits: what the text does not tell is left out. */
static void digits(void)
{
    CHECK_STR(found("12/12/2010, 12/13/2010, 13/12/2010, 31/1/2010, 1/31/2010"),
              "D 12/12/2010 = 2010-12-12; D 12/13/2010 = 2010-12-13; D 13/12/2010 = 2010-12-13; D 31/1/2010 = 2010-01-31; D 1/31/2010 = 2010-01-31");
    CHECK_STR(found("1/2/2010, 12/1/2010, 1/12/2010, 1/1/2010"), "D 1/2/2010 = 2010-XX-XX; D 12/1/2010 = 2010-XX-XX; D 1/12/2010 = 2010-XX-XX; D 1/1/2010 = 2010-01-01");
    CHECK_STR(found("13/13/2010, 5/32/2010, 32/5/2010, 0/5/2010, 100/5/2010, 5/100/2010"), "");
    CHECK_STR(found("1.2.2010, 13.2.2010, 3.13.2010, 12.13.2010"), "D 1.2.2010 = 2010-02-01; D 13.2.2010 = 2010-02-13");
    CHECK_STR(found("on 12/25, on 25/12, on 3/4"), "D 12/25 = XXXX-12-25; D 25/12 = XXXX-12-25; D 3/4 = ");
    CHECK_STR(found("on 3:4; on 3,4"), "");
    CHECK_STR(found("on 3 / 4; on 3 /4"), "N 3 = 3; N 4 = 4; N 3 = 3; N 4 = 4");
    CHECK_STR(found("31/12, 12/31, 01/31, 01/01, 05/06; 13/13"), "D 31/12 = XXXX-12-31; D 12/31 = XXXX-12-31; D 01/31 = XXXX-01-31; D 01/01 = XXXX-01-01; D 05/06 = ");
    CHECK_STR(found("12-31 and 12.31"), "N 12 = 12; N 31 = 31; N 12.31 = 12.31");
    CHECK_STR(found("5/25 and 25/5"), "");
    CHECK_STR(found("2010-01-15, 2010-12-31, 2010-1-5, 2010/3/4"),
              "D 2010-01-15 = 2010-01-15; D 2010-12-31 = 2010-12-31; D 2010-1-5 = 2010-01-05");
    CHECK_STR(found("2010-13-15"), "D 2010-13 = ; N 15 = 15");
    CHECK_STR(found("20100101, 20101231, 18000101, 21991231"), "D 20100101 = 2010-01-01; D 20101231 = 2010-12-31; D 18000101 = 1800-01-01; D 21991231 = 2199-12-31");
    CHECK_STR(found("20101301, 20100001, 20100100, 20100132, 17991231, 22000101"),
              "N 20101301 = 20101301; N 20100001 = 20100001; N 20100100 = 20100100; N 20100132 = 20100132; N 17991231 = 17991231; N 22000101 = 22000101");
    CHECK_STR(found("2010031, 201003150, 20101215.5"), "N 2010031 = 2010031; N 201003150 = 201003150; N 20101215.5 = 20101215.5");
}

/* Zeros before a number make it longer, and none of these. */
static void zeros(void)
{
    CHECK_STR(found("May 005; 01999; June '068; 1991-092"), "N 005 = 5; N 01999 = 1999; D June = XXXX-06; N 068 = 68");
    CHECK_STR(found("on 005/05; on 05/005; 012/05; 12/005"), "");
    CHECK_STR(found("010 am; 007:30; 020100315"), "N 010 = 10; N 020100315 = 20100315");
    CHECK_STR(found("002 and 12 May 2010; 2010-012-05"), "N 002 = 2; D 12 May 2010 = 2010-05-12; N 05 = 5");
}

static void decades(void)
{
    CHECK_STR(found("the 1990s, the 2190s, the 1000s, the 990s, the 2200s, the 1995s"), "D 1990s = 199X; D 2190s = 219X; D 1000s = 100X");
    CHECK_STR(found("the 10s, the '20s, the mid-80s, the 05s, the '00s, the 0990s"), "D 10s = 191X; D '20s = 192X; D mid-80s = 198X");
}

static void hours(void)
{
    CHECK_STR(found("0:00, 23:59, 24:00, 12:30:59"), "T 0:00 = 00:00; T 23:59 = 23:59; T 24:00 = 24:00; T 12:30:59 = 12:30:59");
    CHECK_STR(found("25:00, 23:60, 7:5, 123:30, 12:30:60"), "");
    CHECK_STR(found("1 am, 12 pm; 0 am; 13 pm; 100 am"), "T 1 am = 01:00; T 12 pm = 12:00; N 0 = 0; N 13 = 13; N 100 = 100");
    CHECK_STR(found("one o'clock, twelve o'clock; thirteen o'clock; zero o'clock"), "T one o'clock = 01:00; T twelve o'clock = 12:00; N thirteen = 13; N zero = 0");
    CHECK_STR(found("3 in the afternoon, 12 in the afternoon, 9 in the morning"),
              "T 3 in the afternoon = 15:00; T 12 in the afternoon = 12:00; T 9 in the morning = 09:00");
    CHECK_STR(found("quarter to one am, a quarter past midnight"), "T quarter to one am = 00:45; T midnight = 00:00");
    CHECK_STR(found("five past four, ten past four, twenty-five past 3 pm, twenty to nine in the morning, 10 minutes to 1"),
              "T five past four = 04:05; T ten past four = 04:10; T twenty-five past 3 pm = 15:25; T twenty to nine in the morning = 08:40; "
              "T 10 minutes to 1 = 00:50");
    CHECK_STR(found("zero past four o'clock; three past four o'clock"), "N zero = 0; T four o'clock = 04:00; N three = 3; T four o'clock = 04:00");
    CHECK_STR(found("thirty past four o'clock; one hundred past four o'clock"), "N thirty = 30; T four o'clock = 04:00; N one hundred = 100; T four o'clock = 04:00");
    CHECK_STR(found("7.5 past four o'clock"), "N 7.5 = 7.5; T four o'clock = 04:00");
    CHECK_STR(found("265 past four o'clock"), "N 265 = 265; T four o'clock = 04:00");
}

static void feasts(void)
{
    CHECK_STR(found("Christmas Eve, New Year's Eve, Halloween Eve"), "D Christmas Eve = XXXX-12-24; D New Year's Eve = XXXX-12-31; D Halloween Eve = XXXX-10-30");
    CHECK_STR(found("Christmas Eve 1999, New Year's Day 2000, Easter Eve"), "D Christmas Eve 1999 = 1999-12-24; D New Year's Day 2000 = 2000-01-01; D Easter Eve = ");
    CHECK_STR(found("Valentine's Day, Patrick's Day, Boxing Day, May Day 1999, Mother's Day"),
              "D Valentine's Day = XXXX-02-14; D Patrick's Day = XXXX-03-17; D Boxing Day = XXXX-12-26; D May Day 1999 = 1999-05-01; D Mother's Day = ");
}

/* The eve of a second of a month is in that month. */
static void eve_of_a_second(void)
{
    pi_atom atoms[2];
    pi_match k;

    memset(atoms, 0, sizeof atoms);
    memset(&k, 0, sizeof k);
    atoms[0].word[0] = pi_q_word(PI_Q_FEAST, 2 << 5 | 2);
    atoms[1].word[0] = pi_q_word(PI_Q_EVE, 0);
    k.a = atoms;
    k.n = 2;
    CHECK_INT(pi_quant_item(&k, PI_Q_FEAST, 0), 1);
    CHECK_INT(pi_quant_item(&k, PI_Q_EVE, 1), 2);
    CHECK(k.said.month == 2 && k.said.day == 1);
}

static void periods(void)
{
    CHECK_STR(found("in two days, in a week, a month ago, a week from now, late last month"),
              "D in two days = P2D; D in a week = P1W; D a month ago = -P1M; D a week from now = P1W; D late last month = -P1M");
    CHECK_STR(found("the first quarter of 2010, second quarter, next quarter, last 2 quarters"),
              "D first quarter of 2010 = 2010-33; D second quarter = XXXX-34; D next quarter = P3M; D last 2 quarters = -P6M");
    CHECK_STR(found("twentieth century, the 21st century, 5th century"), "D twentieth century = 19XX; D 21st century = 20XX; D 5th century = 04XX");
    CHECK_STR(found("in spring he came"), "");
    CHECK_STR(found("in spring, in spring (no other word)"), "D spring = XXXX-21; D spring = XXXX-21");
    CHECK_STR(found("in May the rain, in May he"), "D May = XXXX-05");
}

static void sums(void)
{
    CHECK_STR(found("100,000 pounds, 99,999 pounds, half a million pounds, 5 billion pounds"),
              "M 100,000 pounds = 100000 GBP; N 99,999 pounds = 99999 lb; M half a million pounds = 500000 GBP; M 5 billion pounds = 5000000000 GBP");
    CHECK_STR(found("5 dollars and 20 cents, 50 cents, 5 cents"), "M 5 dollars and 20 cents = 5.2 USD; M 50 cents = 0.5 USD; M 5 cents = 0.05 USD");
    CHECK_STR(found("U.S. $5, 5 U.S. dollars, $5 bn. in cash"), "M U.S. $5 = 5 USD; M 5 U.S. dollars = 5 USD; M $5 bn = 5000000000 USD");
    CHECK_STR(found("5 bn. euros, 5 Can. dollars, 5 ft. 6 inches"), "M 5 bn. euros = 5000000000 EUR; M 5 Can. dollars = 5 CAD; N 5 ft. 6 inches = ");
    CHECK_STR(found("2 km per hour, 3 cups/day, 3 cubic feet, 40 degrees Celsius"),
              "N 2 km per hour = 2 km/h; N 3 cups/day = 3 cup/d; N 3 cubic feet = 3 ft3; N 40 degrees Celsius = 40 \xc2\xb0" "C");
}

int main(void)
{
    days();
    years();
    behind_a_word();
    years_in_words();
    digits();
    zeros();
    decades();
    hours();
    feasts();
    eve_of_a_second();
    periods();
    sums();
    return check_done("quant_item");
}
