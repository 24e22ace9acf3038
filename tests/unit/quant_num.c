/* Number phrases: digits with groups and decimals, fractions, words; and the arithmetic of decimals below them. */
#include "found.h"
#include "quant_match.h"

static pi_decimal decimal(uint32_t n, int8_t exp)
{
    pi_decimal d = { 0, 0, 0 };

    d.n = n;
    d.exp = exp;
    return d;
}

static void check_sum(pi_decimal a, pi_decimal b, uint32_t n, int8_t exp)
{
    pi_decimal_add(&a, b);
    CHECK_INT(a.n, n);
    CHECK_INT(a.exp, exp);
}

static void check_trim(uint32_t n, int8_t exp, uint32_t short_n, int8_t short_exp)
{
    pi_decimal d = decimal(n, exp);

    pi_decimal_trim(&d);
    CHECK_INT(d.n, short_n);
    CHECK_INT(d.exp, short_exp);
}

/* The number with more places gives them; what 32 bits cannot hold is dropped from the smaller one. */
static void arithmetic(void)
{
    check_trim(1500, -1, 15, 1);
    check_trim(0, 5, 0, 0);
    check_trim(100, INT8_MAX - 1, 10, INT8_MAX);

    check_sum(decimal(5, 0), decimal(25, -2), 525, -2);
    check_sum(decimal(25, -2), decimal(5, 0), 525, -2);
    check_sum(decimal(0, 3), decimal(7, -1), 7, -1);
    check_sum(decimal(7, 2), decimal(0, 0), 700, 0);
    check_sum(decimal(400000000, 1), decimal(109, 0), 400000010, 1);
    check_sum(decimal(399999999, 1), decimal(109, 0), UINT32_C(4000000099), 0);
    check_sum(decimal(1, 2), decimal(UINT32_MAX - 100, 0), UINT32_MAX, 0);
    check_sum(decimal(1, 2), decimal(UINT32_MAX - 101, 0), UINT32_MAX - 1, 0);
    check_sum(decimal(1, 2), decimal(UINT32_MAX - 99, 0), UINT32_MAX, 0);
}

static void digits(void)
{
    CHECK_STR(found("12,34,567 rupees"), "M 12,34,567 rupees = 1234567 INR");
    CHECK_STR(found("1 000 000, 1234 567"), "N 1 000 000 = 1000000; N 1234 = 1234; N 567 = 567");
    CHECK_STR(found("1 00 000"), "N 1 = 1; N 00 = 0; N 000 = 0");
    CHECK_STR(found("0,000.5"), "N 0,000.5 = 0.5");
    CHECK_STR(found("399,999,999,910 stars"), "N 399,999,999,910 = 399999999900");
    CHECK_STR(found("400,000,000,005 stars"), "N 400,000,000,005 = 400000000000");
    CHECK_STR(found("3.14, 2.50 and 0.05"), "N 3.14 = 3.14; N 2.50 = 2.5; N 0.05 = 0.05");
    CHECK_STR(found(".5 miles"), "N .5 miles = 0.5 mi");
    CHECK_STR(found("no. 5 .5 miles"), "N 5 = 5; N .5 miles = 0.5 mi");
    /* The first nine decimals count. */
    CHECK_STR(found("0.123456789, 0.1234567891, 3.14159265358979"),
              "N 0.123456789 = 0.123456789; N 0.1234567891 = 0.123456789; N 3.14159265358979 = 3.141592653");

    /* Zero is one value however it is written. */
    CHECK_STR(found("0.00 and 0"), "N 0.00 = 0; N 0 = 0");
    CHECK(memcmp(&found_list[0].value, &found_list[1].value, sizeof found_list[0].value) == 0);
}

static void fractions(void)
{
    CHECK_STR(found("1/2, 1/3, 1/4, 1/5, 1/6, 1/8, 3/10, 1/16, 1/32 of it"),
              "N 1/2 = 0.5; N 1/3 = 0.333333333; N 1/4 = 0.25; N 1/5 = 0.2; N 1/6 = 0.166666667; N 1/8 = 0.125; N 3/10 = 0.3; "
              "N 1/16 = 0.0625; N 1/32 = 0.03125");
    CHECK_STR(found("1/7, 1/9, 1/11, 1/17, 1/33, 24/7, 5/5, 6/5 of it"), "");
    CHECK_STR(found("10 1/2 miles, 1,000 1/2 miles"), "N 10 1/2 miles = 10.5 mi; N 1,000 1/2 miles = 1000.5 mi");
    CHECK_STR(found("4.0 1/2"), "N 4.0 = 4; N 1/2 = 0.5");
    CHECK_STR(found("10\xc2\xbd miles, \xc2\xbe mile"), "N 10\xc2\xbd miles = 10.5 mi; N \xc2\xbe mile = 0.75 mi");
    CHECK_STR(found("one third, one fifth, one half, four thirds, seven eighths"),
              "N one third = 0.333333333; N one fifth = 0.2; N one half = 0.5; N four thirds = 1.33333333; N seven eighths = 0.875");
    CHECK_STR(found("two-thirds and one-third, two third of it"), "N two-thirds = 0.666666667; N one-third = 0.333333333; N two = 2");
    CHECK_STR(found("zero thirds"), "N zero thirds = 0");
    CHECK_STR(found("a hundred and twenty thirds"), "N a hundred and twenty = 120"); /* "hundred and twenty-third" is an ordinal */
    CHECK_STR(found("one second"), ""); /* no half */
    CHECK_STR(found("ten and a third, ten and a second"), "N ten and a third = 10.33333333; N ten = 10");
}

static void parts_of(void)
{
    CHECK_STR(found("half a dozen, half a hundred, half a million"), "N half a dozen = 6; N half a hundred = 50; N half a million = 500000");
    CHECK_STR(found("half a hundred thousand; half of million"), "N half a hundred thousand = 50000; N half of million = 500000");
    CHECK_STR(found("two thirds of a million, two thirds of a mile"), "N two thirds of a million = 666666.667; N two thirds = 0.666666667");
    CHECK_STR(found("two thirds of million"), "N two thirds = 0.666666667");
    CHECK_STR(found("half a pound"), "");
    CHECK_STR(found("three million and a half, two hundred and a half, twenty and a half"),
              "N three million and a half = 3500000; N two hundred and a half = 200.5; N twenty and a half = 20.5");
    CHECK_STR(found("three million and a half two years ago"), "N three million and a half = 3500000; D two years ago = -P2Y");
    CHECK_STR(found("one third five"), "N one third = 0.333333333; N five = 5");
}

static void words(void)
{
    CHECK_STR(found("five"), "N five = 5");
    CHECK_STR(found("a hundred, a dozen, a million"), "N a hundred = 100; N a dozen = 12; N a million = 1000000");
    CHECK_STR(found("twenty-one, thirty five, twenty-nine, ninety-one"), "N twenty-one = 21; N thirty five = 35; N twenty-nine = 29; N ninety-one = 91");
    CHECK_STR(found("ten five, twenty ten, twenty zero"), "N ten = 10; N five = 5; N twenty = 20; N ten = 10; N twenty = 20; N zero = 0");
    CHECK_STR(found("twenty-one five"), "N twenty-one = 21; N five = 5");
    CHECK_STR(found("two-hundred, three-dozen, three dozen five"), "N two-hundred = 200; N three-dozen = 36; N three dozen = 36; N five = 5");
    CHECK_STR(found("twenty dozen five"), "N twenty dozen = 240; N five = 5");
    CHECK_STR(found("in groups of 3 two left; \xc2\xbd five"), "N 3 = 3; N two = 2; N \xc2\xbd = 0.5; N five = 5");
    CHECK_STR(found("two hundred and three hundred"), "N two hundred = 200; N three hundred = 300");
    CHECK_STR(found("two thousand and three thousand"), "N two thousand = 2000; N three thousand = 3000");
    CHECK_STR(found("two thousand and three hundred"), "N two thousand and three hundred = 2300");
    CHECK_STR(found("two hundred and three thousand"), "N two hundred and three thousand = 203000");
    CHECK_STR(found("two thousand and five million"), "N two thousand = 2000; N five million = 5000000");
    CHECK_STR(found("two hundred and three men"), "N two hundred and three = 203");
    CHECK_STR(found("two hundred and boats, two hundred and 5, twenty and six"),
              "N two hundred = 200; N two hundred = 200; N 5 = 5; N twenty = 20; N six = 6");
    CHECK_STR(found("minus five, -5, negative 3"), "N minus five = -5; N -5 = -5; N negative 3 = -3");
    CHECK_STR(found("half a point"), "");
}

static void powers(void)
{
    CHECK_STR(found("two thousand million, 3 million million"), "N two thousand million = 2000000000; N 3 million million = 3000000000000");
    CHECK_STR(found("16843009 dozen and 16843010 dozen"), "N 16843009 dozen = 202116108; N 16843010 dozen = 202116120");
    /* From 10^30 on powers are no longer multiplied. */
    CHECK_STR(found("two trillion trillion trillion trillion"), "N two trillion trillion trillion trillion = 2000000000000000000000000000000000000");
    CHECK_STR(found("two trillion trillion million million"), "N two trillion trillion million million = 2000000000000000000000000000000");
}

static void points(void)
{
    CHECK_STR(found("five point nine, two hundred point zero five"), "N five point nine = 5.9; N two hundred point zero five = 200.05");
    CHECK_STR(found("two thousand point five, one point five million"), "N two thousand point five = 2000.5; N one point five million = 1500000");
    CHECK_STR(found("five point two ten"), "N five point two = 5.2; N ten = 10");
    CHECK_STR(found("five point two and a half"), "N five point two = 5.2");
    CHECK_STR(found("two and a half point five"), "N two and a half = 2.5; N five = 5");
    CHECK_STR(found("5 point five"), "N 5 = 5; N five = 5");
    CHECK_STR(found("two point guards, two point twenty, two point ten"), "N two = 2; N two = 2; N twenty = 20; N two = 2; N ten = 10");
    CHECK_STR(found("one point one two three four five six seven eight nine two"),
              "N one point one two three four five six seven eight nine = 1.123456789; N two = 2");
}

/* A damaged table of words may have a fraction without a denominator: it divides by nothing. */
static void no_denominator(void)
{
    pi_atom atoms[1];
    pi_match k;

    memset(atoms, 0, sizeof atoms);
    memset(&k, 0, sizeof k);
    atoms[0].word[0] = pi_q_word(PI_Q_VULGAR, 3 << 4);
    k.a = atoms;
    k.n = 1;
    k.parsed = PI_QUANT_FAIL;
    CHECK_INT(pi_quant_number(&k, 0), 1);
    CHECK(k.num.n == 3 && k.num.exp == 0);
}

int main(void)
{
    arithmetic();
    digits();
    fractions();
    parts_of();
    words();
    powers();
    points();
    no_denominator();
    return check_done("quant_num");
}
