/* Quantities of small texts that can be checked by hand: what is found, and its value. */
#include "found.h"

static void dates(void)
{
    CHECK_STR(found("He came on Friday."), "D Friday = XXXX-WXX-5");
    CHECK_STR(found("since March 2022"), "D March 2022 = 2022-03");
    CHECK_STR(found("on 12 October 2024 they left"), "D 12 October 2024 = 2024-10-12");
    CHECK_STR(found("On Monday, Nov. 28, 2011 it rained"), "D Monday, Nov. 28, 2011 = 2011-11-28");
    CHECK_STR(found("the 4th of July"), "D the 4th of July = XXXX-07-04");
    CHECK_STR(found("in the 2010s and the '90s"), "D 2010s = 201X; D '90s = 199X");
    CHECK_STR(found("the 19th century"), "D 19th century = 18XX");
    CHECK_STR(found("from 1991 to 1995"), "D 1991 = 1991; D 1995 = 1995");
    CHECK_STR(found("2024-10-12 or 31.12.1999 or 3/4/2010"), "D 2024-10-12 = 2024-10-12; D 31.12.1999 = 1999-12-31; D 3/4/2010 = 2010-XX-XX");
    CHECK_STR(found("the third quarter of 2019"), "D third quarter of 2019 = 2019-35");
    CHECK_STR(found("1914-18, 1939-1945"), "D 1914-18 = ; D 1939 = 1939; D 1945 = 1945");
    CHECK_STR(found("Q3 2019"), "D Q3 2019 = 2019-35");
    CHECK_STR(found("the first week of May 2019"), "D the first week of May 2019 = 2019-05");
    CHECK_STR(found("earlier this month"), "D earlier this month = P0M");
    CHECK_STR(found("the 15th day of next month"), "D the 15th day of next month = ");
    CHECK_STR(found("in the summer of 1914"), "D summer of 1914 = 1914-22");
    CHECK_STR(found("New Year's Eve 1999, Christmas"), "D New Year's Eve 1999 = 1999-12-31; D Christmas = XXXX-12-25");
    CHECK_STR(found("May nineteen eighty-six"), "D May nineteen eighty-six = 1986-05");
    CHECK_STR(found("yesterday, next week, two days ago"), "D yesterday = -P1D; D next week = P1W; D two days ago = -P2D");
    CHECK_STR(found("Tuesday of next week"), "D Tuesday of next week = XXXX-WXX-2");
    CHECK_STR(found("three weeks after Easter"), "D three weeks after Easter = ");
    CHECK_STR(found("in 1066, by 2000. In 2000 homes"), "D 1066 = 1066; N 2000 = 2000; N 2000 = 2000");
    CHECK_STR(found("It began in 2000, in nineteen twenty-three."), "D 2000 = 2000; D nineteen twenty-three = 1923");
    CHECK_STR(found("Oct. 28-29 and May 3-5, 2024"), "D Oct. 28-29 = XXXX-10; D May 3-5, 2024 = 2024-05");
    CHECK_STR(found("In May, 2020 it rained."), "D May, 2020 = 2020-05"); /* longer than what "in" shows */
    CHECK_STR(found("He may march on."), "");
    CHECK_STR(found("On 5 May they met."), "D 5 May = XXXX-05-05");
    CHECK_STR(found("in his 40s"), "");
}

static void times(void)
{
    CHECK_STR(found("at 3:30 p.m. sharp"), "T 3:30 p.m. = 15:30");
    CHECK_STR(found("at 8am, 12 am and 12 pm"), "T 8am = 08:00; T 12 am = 00:00; T 12 pm = 12:00");
    CHECK_STR(found("08:00:31, 15:45"), "T 08:00:31 = 08:00:31; T 15:45 = 15:45");
    CHECK_STR(found("nine o'clock"), "T nine o'clock = 09:00");
    CHECK_STR(found("half past seven in the evening"), "T half past seven in the evening = 19:30");
    CHECK_STR(found("a quarter to ten"), "T a quarter to ten = 09:45");
    CHECK_STR(found("at noon"), "T noon = 12:00");
    CHECK_STR(found("at 8 a.m., 8 a.m! and 8 a.m .."), "T 8 a.m. = 08:00; T 8 a.m = 08:00; T 8 a.m = 08:00"); /* its dot follows at once */
}

static void sums(void)
{
    CHECK_STR(found("a $1.7 billion deal"), "M $1.7 billion = 1700000000 USD");
    CHECK_STR(found("EUR 5m"), "M EUR 5m = 5000000 EUR");
    CHECK_STR(found("\xc2\xa3" "20k or 450,000 yen"), "M \xc2\xa3" "20k = 20000 GBP; M 450,000 yen = 450000 JPY");
    CHECK_STR(found("C$ 300 million"), "M C$ 300 million = 300000000 CAD");
    CHECK_STR(found("125 million Australian dollars"), "M 125 million Australian dollars = 125000000 AUD");
    CHECK_STR(found("it costs us 40,000 jobs, or US$40,000"), "N 40,000 = 40000; M US$40,000 = 40000 USD");
    CHECK_STR(found("3 dollars and 50 cents"), "M 3 dollars and 50 cents = 3.5 USD");
    CHECK_STR(found("99\xc2\xa2"), "M 99\xc2\xa2 = 0.99 USD");
    CHECK_STR(found("210 pence"), "M 210 pence = 2.1 GBP");
    CHECK_STR(found("361 million pounds, 25 pounds"), "M 361 million pounds = 361000000 GBP; N 25 pounds = 25 lb");
    CHECK_STR(found("two and a half million euros"), "M two and a half million euros = 2500000 EUR");
}

static void numbers(void)
{
    CHECK_STR(found("20 per cent, 12.5%, minus five percent"), "P 20 per cent = 20%; P 12.5% = 12.5%; P minus five percent = -5%");
    CHECK_STR(found("three dozen"), "N three dozen = 36");
    CHECK_STR(found("one hundred and six thousand four hundred"), "N one hundred and six thousand four hundred = 106400");
    CHECK_STR(found("1,234,567 and 40 000"), "N 1,234,567 = 1234567; N 40 000 = 40000");
    CHECK_STR(found("half a million; a quarter of a million"), "N half a million = 500000; N a quarter of a million = 250000");
    CHECK_STR(found("two thirds, 10 1/2 miles"), "N two thirds = 0.666666667; N 10 1/2 miles = 10.5 mi");
    CHECK_STR(found("five point two five"), "N five point two five = 5.25");
    CHECK_STR(found("660 square meters, 188 miles an hour"), "N 660 square meters = 660 m2; N 188 miles an hour = 188 mi/h");
    CHECK_STR(found("61 km\xc2\xb2, 5 m\xc2\xb3, 3k m\xc2\xb2"), "N 61 km\xc2\xb2 = 61 km2; N 5 m\xc2\xb3 = 5 m3; N 3k m\xc2\xb2 = 3000 m2");
    CHECK_STR(found("at 37.6 km/h for 2 h"), "N 37.6 km/h = 37.6 km/h; N 2 h = 2 h");
    CHECK_STR(found("8.8 mi, 25 to 30 min., 40 min. per TB"), "N 8.8 mi = 8.8 mi; N 25 = 25; N 30 min = 30 min; N 40 min. per TB = 40 min/TB");
    CHECK_STR(found("a 42-year-old man, a 3-inch nail"), "N 42-year-old = 42 y; N 3-inch = 3 in");
    CHECK_STR(found("25\xc2\xb0" "C, 1.5C"), "N 25\xc2\xb0" "C = 25 \xc2\xb0" "C; N 1.5C = 1.5 \xc2\xb0" "C");
    CHECK_STR(found("they have 12 won, 3 million won"), "N 12 = 12; M 3 million won = 3000000 KRW");
    CHECK_STR(found("-5 degrees"), "N -5 degrees = -5 \xc2\xb0");
    CHECK_STR(found("123456789101231"), "N 123456789101231 = 123456789000000");
    CHECK_STR(found("one of them, no one"), "");
    CHECK_STR(found("192.168.1.2, 24703L202, 555-1234, COVID-19, a1b2"), "");
    CHECK_STR(found("0"), "N 0 = 0");
}

/* More atoms than the window has: what begins in its first half is whole. */
static void long_runs(void)
{
    CHECK_STR(found("1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12"), "N 1 = 1; N 2 = 2; N 3 = 3; N 4 = 4; N 5 = 5; N 6 = 6; N 7 = 7; N 8 = 8; N 9 = 9; "
              "N 10 = 10; N 11 = 11; N 12 = 12");
    CHECK_STR(found("1.2.3.4.5.6.7.8.9.10.11"), "");
}

/* Any text: found in order, apart, within it. */
static void any_text(void)
{
    static const char *const parts[] = { "3", "30", "1999", "May ", "-", ".", ",", " ", "/", "th", "$", "half ", "million ", "and ", "a ", "of ",
                                         "next ", "week ", "pm ", "'", "s", ":", "x", "\n\n", "twenty", "%", "0" };
    static char text[400];
    uint32_t seed = 1, round, i;

    for (round = 0; round < 3000; round++) {
        text[0] = 0;
        for (i = 0; i < 30; i++) {
            seed = seed * 1664525u + 1013904223u;
            strcat(text, parts[(seed >> 16) % (sizeof parts / sizeof *parts)]);
        }
        found(text);
    }
}

int main(void)
{
    dates();
    times();
    sums();
    numbers();
    long_runs();
    any_text();
    return check_done("quant");
}
