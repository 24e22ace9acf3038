/* The signature file against a plain list of what each entity was told. */
#include "entity_keys.h"

#include "check.h"

enum { ENTITIES = 70, HASHES = 5 };

static uint16_t rows[ENTITIES * 2 + 64];
static uint16_t told[ENTITIES][HASHES];
static uint8_t n_told[ENTITIES];
static uint32_t seed = 7;

static uint32_t next_random(void)
{
    seed = seed * UINT32_C(1664525) + UINT32_C(1013904223);
    return seed >> 8;
}

/* The next that may know a hash. */
static uint16_t seek(const uint16_t *hash, uint8_t n, uint16_t from, uint16_t end)
{
    pi_keys_search k;

    pi_keys_seek(&k, rows, hash, n, from, end);
    return pi_keys_next(&k);
}

static int knows(uint16_t at, uint16_t hash)
{
    uint8_t i;

    for (i = 0; i < n_told[at]; i++)
        if (told[at][i] == hash)
            return 1;
    return 0;
}

static void by_hand(void)
{
    static const uint16_t two[2] = { 0x0021, 0x1234 };
    uint16_t hash = 0x1234;

    CHECK_INT(pi_keys_rows(0), 0);
    CHECK_INT(pi_keys_rows(1), 32);
    CHECK_INT(pi_keys_rows(16), 32);
    CHECK_INT(pi_keys_rows(17), 64);
    memset(rows, 0, sizeof rows);
    CHECK_INT(seek(&hash, 1, 0, 40), 40);
    pi_keys_add(rows, 3, hash);
    pi_keys_add(rows, 37, hash);
    pi_keys_add(rows, 20, 0x0021); /* bits 1 and 1 */
    CHECK_INT(seek(&hash, 1, 0, 40), 3);
    CHECK_INT(seek(&hash, 1, 3, 40), 3);
    CHECK_INT(seek(&hash, 1, 4, 40), 37);
    CHECK_INT(seek(&hash, 1, 38, 40), 40);
    CHECK_INT(seek(&hash, 1, 4, 37), 37); /* none below n is n */
    CHECK_INT(seek(two, 2, 4, 40), 20);
    pi_keys_join(rows, 5, 20);
    CHECK_INT(seek(two, 1, 0, 40), 5);
    pi_keys_clear(rows, 20);
    CHECK_INT(seek(two, 1, 6, 40), 40);
    CHECK_INT(seek(two, 2, 4, 40), 5);
}

/* The first row, an entity of a later group, and the end of the search within a group. */
static void at_borders(void)
{
    static const uint16_t low = 0 /* its bits are both in the first row */, high = 0x3FF;

    memset(rows, 0, sizeof rows);
    pi_keys_add(rows, 36, low);
    pi_keys_add(rows, 20, high);
    CHECK_INT(seek(&low, 1, 0, 40), 36);
    CHECK_INT(seek(&low, 1, 40, 40), 40);
    CHECK_INT(seek(&high, 1, 40, 40), 40);
    pi_keys_join(rows, 5, 20); /* of its group alone: the next one knows another hash */
    CHECK_INT(seek(&low, 1, 0, 40), 36);
    CHECK_INT(seek(&high, 1, 0, 40), 5);
    CHECK_INT(seek(&high, 1, 6, 40), 20);
    CHECK_INT(seek(&high, 1, 21, 40), 40);
    pi_keys_join(rows, 3, 36);
    CHECK_INT(seek(&low, 1, 0, 40), 3);
    CHECK_INT(seek(&low, 1, 4, 40), 36);
    pi_keys_join(rows, 38, 5);
    CHECK_INT(seek(&high, 1, 21, 40), 38);
    pi_keys_clear(rows, 3);
    CHECK_INT(seek(&low, 1, 0, 40), 36);
    pi_keys_clear(rows, 36);
    CHECK_INT(seek(&low, 1, 0, 40), 40);
    CHECK_INT(seek(&high, 1, 21, 40), 38);
}

/* None that knows a hash is passed over, and few of the others are named. */
static void at_random(void)
{
    unsigned turn, i, right = 0, wrong = 0;
    pi_keys_search search;
    uint16_t hash, at;

    memset(rows, 0, sizeof rows);
    for (turn = 0; turn < 2000; turn++) {
        at = (uint16_t)(next_random() % ENTITIES);
        if (n_told[at] == HASHES || turn % 19 == 0) {
            pi_keys_clear(rows, at);
            n_told[at] = 0;
        }
        hash = (uint16_t)(next_random() % 997 * 65);
        pi_keys_add(rows, at, hash);
        told[at][n_told[at]++] = hash;
        hash = told[at][next_random() % n_told[at]];
        pi_keys_seek(&search, rows, &hash, 1, 0, ENTITIES);
        at = pi_keys_next(&search);
        for (i = 0; i < ENTITIES; i++) {
            if (knows((uint16_t)i, hash)) {
                CHECK_INT(at, i);
                right++;
            } else if (at == i) {
                wrong++;
            }
            CHECK_INT(seek(&hash, 1, (uint16_t)i, ENTITIES), at);
            if (at == i)
                at = pi_keys_next(&search);
        }
        CHECK_INT(at, ENTITIES);
    }
    CHECK(right >= 2000 && wrong < 2000u * ENTITIES / 10);
}

int main(void)
{
    by_hand();
    at_borders();
    at_random();
    return check_done("entity_keys");
}
