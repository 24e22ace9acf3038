/* What was found and waits: text order, and which of two that overlap stays. */
#include "check.h"
#include "namer.h"

static struct {
    pi_namer namer;
    uint8_t behind[8 * sizeof(pi_waiting)];
} area;
#define namer area.namer

/* Nothing waits, no window is open; what that leaves alone is no zero. */
static void blank(void)
{
    size_t i;

    memset(&namer, 0xA5, sizeof namer);
    for (i = 0; i < sizeof area.behind; i++)
        area.behind[i] = (uint8_t)i;
    namer.waiting = 0;
    namer.given = 0;
    namer.spot.open = namer.spot.n = namer.spot.at = 0;
    namer.quant.n = namer.quant.more = namer.quant.at = 0;
}

/* What stands behind the table is as it was. */
static int is_whole(void)
{
    size_t i = 0;

    while (i < sizeof area.behind && area.behind[i] == (uint8_t)i)
        i++;
    return i == sizeof area.behind;
}

static void add(uint8_t kind, uint32_t offset, uint16_t length)
{
    pi_waiting w;

    memset(&w, 0, sizeof w);
    w.of.kind = kind;
    w.offset = offset;
    w.length = length;
    pi_waiting_add(&namer, &w);
}

/* The offsets of all that wait, in the order in which they are given. */
static const char *given(void)
{
    static char out[64];
    pi_waiting w;
    size_t n = 0;

    out[0] = 0;
    while (n < sizeof out - 12 && pi_waiting_next(&namer, &w))
        n += (size_t)snprintf(out + n, sizeof out - n, "%u ", (unsigned)w.offset);
    blank();
    return out;
}

enum { P = PI_NAME_PERSON, M = PI_NAME_MISC, DATE = PI_SPOT_KINDS + PI_QUANT_DATE, MONEY = PI_SPOT_KINDS + PI_QUANT_MONEY,
       NUMBER = PI_SPOT_KINDS + PI_QUANT_NUMBER };

static void order(void)
{
    add(P, 30, 5);
    add(DATE, 10, 5);
    add(P, 20, 5);
    add(MONEY, 0, 5);
    CHECK_INT(namer.waiting, 4);
    CHECK_STR(given(), "0 10 20 30 ");
}

/* Names of ten bytes at 100, 120 .. 180: one more has room. */
static void add_five(void)
{
    uint8_t i;

    for (i = 0; i < 5; i++)
        add(P, 100u + 20u * i, 10);
    CHECK_INT(namer.waiting, 5);
}

/* The table is nearly full: whichever of its names the sixth meets, that one alone is judged, and leaves or stays. */
static void among_others(void)
{
    static const char *const without[] = { "99 120 140 160 180 ", "100 119 140 160 180 ", "100 120 139 160 180 ", "100 120 140 159 180 ",
                                           "100 120 140 160 179 " };
    uint8_t i;

    for (i = 0; i < 5; i++) {
        add_five();
        add(DATE, 102u + 20u * i, 4); /* within the name */
        CHECK_INT(namer.waiting, 5);
        CHECK_STR(given(), "100 120 140 160 180 ");
        add_five();
        add(DATE, 99u + 20u * i, 12); /* the name is within it */
        CHECK_INT(namer.wait[i].of.kind, DATE);
        CHECK_INT(namer.wait[i].length, 12);
        CHECK(is_whole());
        CHECK_STR(given(), without[i]);
    }
    add_five();
    add(P, 130, 10); /* between two, and touching neither */
    CHECK_STR(given(), "100 120 130 140 160 180 ");
    add_five();
    add(DATE, 115, 75);
    CHECK(is_whole());
    CHECK_STR(given(), "100 115 ");
    /* What has left counts no more. */
    add(P, 10, 4);
    add(P, 20, 4);
    add(DATE, 9, 16);
    add(P, 20, 10);
    CHECK_INT(namer.waiting, 1);
    CHECK_INT(namer.wait[0].of.kind, P);
    CHECK_INT(namer.wait[0].length, 10);
    blank();
}

static void overlaps(void)
{
    CHECK_STR(given(), "");
    add(P, 10, 8);
    add(DATE, 12, 4); /* a day within a name */
    CHECK_INT(namer.waiting, 1);
    blank();
    add(DATE, 12, 4);
    add(P, 10, 8);
    CHECK_INT(namer.waiting, 1);
    CHECK_INT(namer.wait[0].of.kind, P);
    blank();
    add(P, 12, 4);
    add(DATE, 10, 8); /* a name within a date */
    CHECK_INT(namer.waiting, 1);
    CHECK_INT(namer.wait[0].of.kind, DATE);
    blank();
    add(P, 10, 8);
    add(DATE, 10, 8); /* of equal ones a person */
    CHECK_INT(namer.wait[0].of.kind, P);
    blank();
    add(P, 10, 8);
    add(MONEY, 10, 8); /* but money */
    CHECK_INT(namer.wait[0].of.kind, MONEY);
    blank();
    add(P, 10, 8);
    add(NUMBER, 10, 8); /* a number does not */
    CHECK_INT(namer.wait[0].of.kind, P);
    blank();
    add(MONEY, 10, 8);
    add(DATE, 10, 8); /* of quantities the later */
    CHECK_INT(namer.waiting, 1);
    CHECK_INT(namer.wait[0].of.kind, DATE);
    blank();
    add(DATE, 10, 8);
    add(M, 10, 8); /* and no other name */
    CHECK_INT(namer.waiting, 1);
    CHECK_INT(namer.wait[0].of.kind, DATE);
    blank();
    add(P, 10, 8);
    add(DATE, 14, 8); /* neither lies in the other: the name */
    CHECK_INT(namer.wait[0].of.kind, P);
    CHECK_INT(namer.waiting, 1);
    blank();
    add(P, 10, 4);
    add(P, 20, 4);
    add(P, 30, 4);
    add(DATE, 9, 16); /* two names within a date */
    CHECK_INT(namer.waiting, 2);
    CHECK_INT(namer.wait[0].of.kind, DATE);
    CHECK_INT(namer.wait[1].offset, 30);
    blank();
    add(P, 10, 8);
    add(P, 14, 8); /* of two names the first */
    CHECK_INT(namer.waiting, 1);
    CHECK_INT(namer.wait[0].offset, 10);
    memset(&namer, 0, sizeof namer);
    add(MONEY, 10, 8);
    add(DATE, 14, 8); /* of two quantities the last */
    CHECK_INT(namer.waiting, 1);
    CHECK_INT(namer.wait[0].of.kind, DATE);
    memset(&namer, 0, sizeof namer);
    add(P, 10, 4);
    add(DATE, 14, 4); /* side by side */
    CHECK_INT(namer.waiting, 2);
    blank();
}

/* What begins before the end of what was given comes too late. */
static void late(void)
{
    pi_waiting w;

    add(P, 10, 4);
    CHECK(pi_waiting_next(&namer, &w));
    CHECK_INT(namer.given, 14);
    add(P, 13, 4);
    CHECK_INT(namer.waiting, 0);
    add(P, 14, 4);
    CHECK_INT(namer.waiting, 1);
    blank();
}

/* A name waits while a quantity, or another name, may yet begin before its end; six do not wait. */
static void open_windows(void)
{
    pi_waiting w;
    uint32_t i;

    add(P, 10, 4);
    namer.quant.n = 1;
    namer.quant.atom[0].offset = 13;
    CHECK(!pi_waiting_next(&namer, &w));
    namer.quant.atom[0].offset = 14;
    CHECK(pi_waiting_next(&namer, &w));
    blank();
    add(P, 10, 4);
    namer.spot.open = 1, namer.spot.from = 0;
    namer.spot.n = 1;
    namer.spot.w[0].flags = PI_SPOT_CAPITAL;
    namer.spot.w[0].offset = 13;
    CHECK(!pi_waiting_next(&namer, &w));
    namer.spot.w[0].offset = 14;
    CHECK(pi_waiting_next(&namer, &w));
    blank();

    namer.quant.n = 1;
    namer.quant.atom[0].offset = 0;
    for (i = 1; i < PI_NAMER_WAITING; i++) {
        add(P, 10 * i, 4);
        CHECK(!pi_waiting_next(&namer, &w));
    }
    add(P, 10 * i, 4);
    CHECK(pi_waiting_next(&namer, &w));
    CHECK_INT(w.offset, 10);
    CHECK(!pi_waiting_next(&namer, &w));
    blank();
}

int main(void)
{
    blank();
    order();
    among_others();
    overlaps();
    late();
    open_windows();
    return check_done("waiting");
}
