/* What was found and waits: text order, and which of two that overlap stays. */
#include "check.h"
#include "namer.h"

static pi_namer namer;

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
    memset(&namer, 0, sizeof namer);
    return out;
}

enum { P = PI_NAME_PERSON, M = PI_NAME_MISC, DATE = PI_SPOT_KINDS + PI_QUANT_DATE, MONEY = PI_SPOT_KINDS + PI_QUANT_MONEY };

static void order(void)
{
    add(P, 30, 5);
    add(DATE, 10, 5);
    add(P, 20, 5);
    add(MONEY, 0, 5);
    CHECK_INT(namer.waiting, 4);
    CHECK_STR(given(), "0 10 20 30 ");
}

static void overlaps(void)
{
    CHECK_STR(given(), "");
    add(P, 10, 8);
    add(DATE, 12, 4); /* a day within a name */
    CHECK_INT(namer.waiting, 1);
    memset(&namer, 0, sizeof namer);
    add(DATE, 12, 4);
    add(P, 10, 8);
    CHECK_INT(namer.waiting, 1);
    CHECK_INT(namer.wait[0].of.kind, P);
    memset(&namer, 0, sizeof namer);
    add(P, 12, 4);
    add(DATE, 10, 8); /* a name within a date */
    CHECK_INT(namer.waiting, 1);
    CHECK_INT(namer.wait[0].of.kind, DATE);
    memset(&namer, 0, sizeof namer);
    add(P, 10, 8);
    add(DATE, 10, 8); /* of equal ones a person */
    CHECK_INT(namer.wait[0].of.kind, P);
    memset(&namer, 0, sizeof namer);
    add(P, 10, 8);
    add(MONEY, 10, 8); /* but money */
    CHECK_INT(namer.wait[0].of.kind, MONEY);
    memset(&namer, 0, sizeof namer);
    add(DATE, 10, 8);
    add(M, 10, 8); /* and no other name */
    CHECK_INT(namer.waiting, 1);
    CHECK_INT(namer.wait[0].of.kind, DATE);
    memset(&namer, 0, sizeof namer);
    add(P, 10, 8);
    add(DATE, 14, 8); /* neither lies in the other: the name */
    CHECK_INT(namer.wait[0].of.kind, P);
    CHECK_INT(namer.waiting, 1);
    memset(&namer, 0, sizeof namer);
    add(P, 10, 4);
    add(P, 20, 4);
    add(P, 30, 4);
    add(DATE, 9, 16); /* two names within a date */
    CHECK_INT(namer.waiting, 2);
    CHECK_INT(namer.wait[0].of.kind, DATE);
    CHECK_INT(namer.wait[1].offset, 30);
    memset(&namer, 0, sizeof namer);
    add(P, 10, 4);
    add(DATE, 14, 4); /* side by side */
    CHECK_INT(namer.waiting, 2);
    memset(&namer, 0, sizeof namer);
}

/* What begins before the end of what was given comes too late. */
static void late(void)
{
    pi_waiting w;

    add(P, 10, 4);
    CHECK_INT(pi_waiting_next(&namer, &w), 1);
    CHECK_INT(namer.given, 14);
    add(P, 13, 4);
    CHECK_INT(namer.waiting, 0);
    add(P, 14, 4);
    CHECK_INT(namer.waiting, 1);
    memset(&namer, 0, sizeof namer);
}

/* A name waits while a quantity, or another name, may yet begin before its end; six do not wait. */
static void open_windows(void)
{
    pi_waiting w;
    uint32_t i;

    add(P, 10, 4);
    namer.quant.n = 1;
    namer.quant.atom[0].offset = 13;
    CHECK_INT(pi_waiting_next(&namer, &w), 0);
    namer.quant.atom[0].offset = 14;
    CHECK_INT(pi_waiting_next(&namer, &w), 1);
    memset(&namer, 0, sizeof namer);
    add(P, 10, 4);
    namer.spot.open = 1;
    namer.spot.n = 1;
    namer.spot.w[0].flags = PI_SPOT_CAPITAL;
    namer.spot.w[0].offset = 13;
    CHECK_INT(pi_waiting_next(&namer, &w), 0);
    namer.spot.w[0].offset = 14;
    CHECK_INT(pi_waiting_next(&namer, &w), 1);
    memset(&namer, 0, sizeof namer);

    namer.quant.n = 1;
    for (i = 1; i < PI_NAMER_WAITING; i++) {
        add(P, 10 * i, 4);
        CHECK_INT(pi_waiting_next(&namer, &w), 0);
    }
    add(P, 10 * i, 4);
    CHECK_INT(pi_waiting_next(&namer, &w), 1);
    CHECK_INT(w.offset, 10);
    CHECK_INT(pi_waiting_next(&namer, &w), 0);
    memset(&namer, 0, sizeof namer);
}

int main(void)
{
    order();
    overlaps();
    late();
    open_windows();
    return check_done("waiting");
}
