/* Dates of two parts: which belong together, what the whole says. */
#include "found.h"

static void weekdays(void)
{
    CHECK_STR(found("We meet on Tuesday of the next week."), "D Tuesday of the next week = XXXX-WXX-2");
    CHECK_STR(found("Tuesday this week, Tuesday on next week"),
              "D Tuesday = XXXX-WXX-2; D this week = P0W; D Tuesday = XXXX-WXX-2; D next week = P1W");
    CHECK_STR(found("next week on Friday, tomorrow on Friday, next week Friday"),
              "D next week on Friday = XXXX-WXX-5; D tomorrow on Friday = XXXX-WXX-5; D next week Friday = XXXX-WXX-5");
    CHECK_STR(found("Easter on Monday, Christmas on Friday, 2019 on Friday"),
              "D Easter on Monday = XXXX-WXX-1; D Christmas = XXXX-12-25; D Friday = XXXX-WXX-5; D 2019 on Friday = XXXX-WXX-5");
    CHECK_STR(found("Easter on the Monday"), "D Easter = ; D Monday = XXXX-WXX-1");
    CHECK_STR(found("Easter, on Friday of next week"), "D Easter = ; D Friday of next week = XXXX-WXX-5");
    CHECK_STR(found("Friday Saturday"), "D Friday = XXXX-WXX-5; D Saturday = XXXX-WXX-6");
    CHECK_STR(found("next week on 5 May"), "D next week = P1W; D 5 May = XXXX-05-05");
    CHECK_STR(found("Friday of in March"), "D Friday = XXXX-WXX-5; D March = XXXX-03"); /* "in" is no part of a date */
}

/* A weekday before a whole date says no more than the date. */
static void whole_dates(void)
{
    CHECK_STR(found("Friday 2024-10-12, Friday-2024-10-12, Monday 2024-01-15"),
              "D Friday 2024-10-12 = 2024-10-12; D Friday-2024-10-12 = 2024-10-12; D Monday 2024-01-15 = 2024-01-15");
    CHECK_STR(found("Monday 31.12.1999, Monday 3/4/2010"), "D Monday 31.12.1999 = 1999-12-31; D Monday 3/4/2010 = 2010-XX-XX");
    CHECK_STR(found("Friday of 2024-10-12"), "D Friday = XXXX-WXX-5; D 2024-10-12 = 2024-10-12");
    CHECK_STR(found("Friday May 2019, Friday 2019"), "D Friday = XXXX-WXX-5; D May 2019 = 2019-05; D Friday = XXXX-WXX-5; D 2019 = 2019");
}

/* "of next month" behind what lies in it; without "of" only behind a day of no month. */
static void periods(void)
{
    CHECK_STR(found("Friday the 5th of next month, Friday the 5th this month"),
              "D Friday the 5th of next month = XXXX-XX-05; D Friday the 5th this month = XXXX-XX-05");
    CHECK_STR(found("12 May of this year, 12 May this year"), "D 12 May of this year = XXXX-05-12; D 12 May = XXXX-05-12; D this year = P0Y");
    CHECK_STR(found("in 2019 this year, in January this year"),
              "D 2019 = 2019; D this year = P0Y; D January = XXXX-01; D this year = P0Y");
    CHECK_STR(found("3/4/2010 of this year"), "D 3/4/2010 of this year = 2010-XX-XX");
    CHECK_STR(found("Thanksgiving of last year, Thanksgiving this year"),
              "D Thanksgiving of last year = -P1Y; D Thanksgiving = ; D this year = P0Y");
    /* Two periods from now are no part of a week. */
    CHECK_STR(found("Friday of the last two weeks, 12 May of 2 years ago"),
              "D Friday = XXXX-WXX-5; D last two weeks = -P2W; D 12 May = XXXX-05-12; D 2 years ago = -P2Y");
}

static void origins(void)
{
    CHECK_STR(found("two days from Friday, three days before 12 May, two weeks since Monday"),
              "D two days from Friday = ; D three days before 12 May = ; D two weeks since Monday = ");
    CHECK_STR(found("one day after Easter, next week after Friday"), "D one day after Easter = ; D next week after Friday = ");
    CHECK_STR(found("3 kg after Friday, 3 miles from Friday"), "N 3 kg = 3 kg; D Friday = XXXX-WXX-5; N 3 miles = 3 mi; D Friday = XXXX-WXX-5");
    CHECK_STR(found("the following week before Easter"), "D following week = ; D Easter = ");
    CHECK_STR(found("two days on Friday"), "N two days = 2 d; D Friday = XXXX-WXX-5");
    CHECK_STR(found("two days from him"), "N two days = 2 d");
    CHECK_STR(found("two weeks after 3 p.m, three days before 5 boats"), "N two weeks = 2 wk; T 3 p.m = 15:00; N three days = 3 d; N 5 = 5");
    CHECK_STR(found("three days after in May"), "N three days = 3 d; D May = XXXX-05"); /* a date that begins further on */
}

/* The whole begins with the first part, ends with the last; three may follow the first. */
static void extent(void)
{
    CHECK_STR(found("We meet Friday of next month of next year of last year of this year"),
              "D Friday of next month of next year of last year = XXXX-WXX-5; D this year = P0Y");
    CHECK_INT(found_list[0].offset, 8);
    CHECK_INT(found_list[0].length, 46);
    CHECK_INT(found_list[0].atoms, 7); /* "of" is counted in no part */
}

int main(void)
{
    for (found_swapped = 0; found_swapped < 2; found_swapped++) {
        weekdays();
        whole_dates();
        periods();
        origins();
        extent();
    }
    return check_done("quant_join");
}
