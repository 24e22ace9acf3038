/* pith_save, case by case: every call of the driver that fails, every bit of a save that rots, every byte at which power
 * goes; areas without room; saves of others; misuse. */
#include "flash.h"

#include "check.h"

enum { BYTES = 300, BLOCK = 128, UNIT = 4, BLOCKS = 9, PIECES = 4 /* ceil(300 / (128 - 32)) */, TAG = 99 };

static flash f;
static uint8_t one[100], two[BYTES - 100], buf[32];
static const pith_part parts[3] = { { one, sizeof one }, { NULL, 0 }, { two, sizeof two } };

static void fill(uint8_t with)
{
    size_t i;

    for (i = 0; i < sizeof one; i++)
        one[i] = (uint8_t)(with + i * 7);
    for (i = 0; i < sizeof two; i++)
        two[i] = (uint8_t)(with + i * 13);
}

static int filled(uint8_t with)
{
    static uint8_t a[sizeof one], b[sizeof two];

    memcpy(a, one, sizeof a);
    memcpy(b, two, sizeof b);
    fill(with);
    if (memcmp(a, one, sizeof a) == 0 && memcmp(b, two, sizeof b) == 0)
        return 1;
    memcpy(one, a, sizeof a);
    memcpy(two, b, sizeof b);
    return 0;
}

static int open_it(pith_save *s) { return pith_save_open(s, &f.driver, buf, sizeof buf, TAG); }

static int save_it(pith_save *s, uint8_t with)
{
    int r;

    fill(with);
    r = pith_save_begin(s, parts, 3);
    if (r == PITH_OK)
        while ((r = pith_save_step(s)) == PITH_MORE) { }
    return r;
}

/* What a boot finds. */
static int load_it(pith_save *s)
{
    int r = open_it(s);

    fill(0xEE);
    return r ? r : pith_save_load(s, parts, 3);
}

static void start(uint16_t blocks)
{
    flash_init(&f, 5, BLOCK, blocks, UNIT);
}

static void test_in_turn(void)
{
    pith_save s;
    unsigned i;

    start(BLOCKS);
    CHECK_INT(load_it(&s), PITH_SAVE_NONE);
    CHECK(filled(0xEE));
    for (i = 1; i < 40; i++) {
        CHECK_INT(save_it(&s, (uint8_t)i), PITH_OK);
        fill(0);
        CHECK_INT(pith_save_load(&s, parts, 3), PITH_OK); /* without another look at the area */
        CHECK(filled((uint8_t)i));
        if (i % 3 == 0) {
            CHECK_INT(load_it(&s), PITH_OK);
            CHECK(filled((uint8_t)i));
        }
    }
    CHECK_INT(f.breaches, 0);
}

/* Power goes after every number of bytes, in flash as it comes from the factory and in flash that has been used. */
static void test_every_cut(void)
{
    static flash before;
    pith_save s;
    uint32_t cut;
    unsigned saves;

    for (saves = 0; saves < 4; saves++) {
        int done = 0;

        start(2 * PIECES);
        CHECK_INT(open_it(&s), 0);
        if (saves)
            CHECK_INT(save_it(&s, (uint8_t)saves), PITH_OK);
        before = f;
        for (cut = 0; !done; cut++) {
            int r;

            f = before;
            f.rng.x += cut;
            CHECK_INT(open_it(&s), 0);
            f.power = cut;
            r = save_it(&s, 77);
            done = r == PITH_OK;
            CHECK(done || r == FLASH_DEAD);
            flash_boot(&f);
            r = load_it(&s);
            if (r == PITH_OK)
                CHECK(filled(77) || (!done && saves && filled((uint8_t)saves)));
            else
                CHECK(r == PITH_SAVE_NONE && !done && saves == 0);
            CHECK_INT(save_it(&s, 78), PITH_OK);
            CHECK_INT(load_it(&s), PITH_OK);
            CHECK(filled(78));
        }
        CHECK(cut > BYTES + PIECES * BLOCK);
        CHECK_INT(f.breaches, 0);
        before = f;
    }
}

/* One bit anywhere in the area: the newest save or the one before it, never anything else. */
static void test_every_bit(void)
{
    pith_save s;
    uint32_t at, old = 0;
    uint8_t bit;

    start(BLOCKS);
    CHECK_INT(open_it(&s), 0);
    CHECK_INT(save_it(&s, 1), PITH_OK);
    CHECK_INT(save_it(&s, 2), PITH_OK);
    for (at = 0; at < BLOCK * BLOCKS; at++)
        for (bit = 0; bit < 8; bit++) {
            f.byte[at] ^= (uint8_t)(1u << bit);
            CHECK_INT(load_it(&s), PITH_OK);
            if (!filled(2)) {
                CHECK(filled(1));
                old++;
            }
            f.byte[at] ^= (uint8_t)(1u << bit);
        }
    CHECK_INT(old, 8 * (BYTES + PIECES * PITH_SAVE_TAIL));
    /* When both rot, there is none. */
    flash_rot(&f, 0, 1);
    f.byte[3 * BLOCK + BLOCK - 1] ^= 1;
    f.byte[4 * BLOCK + 5] ^= 1;
    f.byte[0] ^= 8;
    CHECK_INT(load_it(&s), PITH_SAVE_NONE);
}

/* Each call fails once or from then on: its error comes back, the old save stands, a retry succeeds. */
static void test_every_error(void)
{
    static flash before;
    pith_save s, opened;
    uint32_t n;
    uint8_t ever;

    start(BLOCKS);
    CHECK_INT(open_it(&s), 0);
    CHECK_INT(save_it(&s, 1), PITH_OK);
    opened = s;
    before = f;
    for (ever = 0; ever < 2; ever++) {
        int r = FLASH_ERROR;

        for (n = 0; r == FLASH_ERROR; n++) {
            f = before;
            s = opened;
            f.calls = 0;
            f.fail_at = n;
            f.for_ever = ever;
            r = save_it(&s, 2);
            CHECK(r == FLASH_ERROR || (r == PITH_OK && f.calls == n));
            CHECK_INT(pith_save_step(&s), PITH_E_STATE);
            f.fail_at = UINT32_MAX;
            f.for_ever = 0;
            if (r == FLASH_ERROR) {
                fill(0);
                CHECK_INT(pith_save_load(&s, parts, 3), PITH_OK);
                /* The end was programmed, but reading it back failed: then either is right. */
                CHECK(filled(1) || filled(2));
            }
            CHECK_INT(save_it(&s, 3), PITH_OK);
            CHECK_INT(load_it(&s), PITH_OK);
            CHECK(filled(3));
            CHECK_INT(f.breaches, 0);
        }
        CHECK(n > 3 * PIECES);
        r = FLASH_ERROR;
        for (n = 0; r == FLASH_ERROR; n++) { /* while it opens and loads */
            f = before;
            f.calls = 0;
            f.fail_at = n;
            f.for_ever = ever;
            r = load_it(&s);
            CHECK(r == FLASH_ERROR || (r == PITH_OK && f.calls == n));
            f.fail_at = UINT32_MAX;
            f.for_ever = 0;
            if (s.flash == NULL) {
                CHECK_INT(pith_save_load(&s, parts, 3), PITH_E_STATE);
                CHECK_INT(pith_save_begin(&s, parts, 3), PITH_E_STATE);
            }
            CHECK_INT(load_it(&s), PITH_OK);
            CHECK(filled(1));
        }
    }
}

/* Too few good blocks: the save before stands. */
static void test_bad_blocks(void)
{
    pith_save s;
    uint16_t k;
    uint8_t bad;

    for (bad = FLASH_BAD_ERASE; bad < FLASH_BADS; bad++) {
        start(2 * PIECES + 2);
        f.bad[1] = f.bad[6] = bad;
        CHECK_INT(open_it(&s), 0);
        for (k = 1; k < 9; k++) {
            CHECK_INT(save_it(&s, (uint8_t)k), PITH_OK);
            CHECK_INT(load_it(&s), PITH_OK);
            CHECK(filled((uint8_t)k));
        }
        f.bad[3] = bad; /* one more than there is room for; it may be of the newest save, which reads well yet */
        k = (uint16_t)(load_it(&s) == PITH_OK);
        CHECK(bad == FLASH_BAD_READ || k);
        if (k) {
            uint8_t was = filled(8) ? 8 : 7;
            int r = save_it(&s, 50);

            CHECK(r == PITH_OK || r == PITH_E_SPACE);
            CHECK_INT(load_it(&s), PITH_OK);
            CHECK(filled(r == PITH_OK ? 50 : was));
        }
        CHECK_INT(f.breaches, 0);
    }
    start(2 * PIECES - 1);
    CHECK_INT(open_it(&s), 0);
    CHECK_INT(save_it(&s, 1), PITH_OK);
    for (k = 0; k < 3; k++) {
        CHECK_INT(save_it(&s, 2), PITH_E_SPACE);
        CHECK_INT(load_it(&s), PITH_OK);
        CHECK(filled(1));
    }
    start(PIECES - 1);
    CHECK_INT(open_it(&s), 0);
    CHECK_INT(pith_save_begin(&s, parts, 3), PITH_E_SPACE);
}

static void test_others(void)
{
    pith_save s;
    pith_part less[1];
    uint16_t b;

    start(BLOCKS);
    CHECK_INT(open_it(&s), 0);
    CHECK_INT(save_it(&s, 1), PITH_OK);
    CHECK_INT(pith_save_open(&s, &f.driver, buf, sizeof buf, TAG + 1), 0);
    fill(9);
    CHECK_INT(pith_save_load(&s, parts, 3), PITH_SAVE_OTHER);
    CHECK(filled(9));
    CHECK_INT(open_it(&s), 0);
    less[0].at = two;
    less[0].n = sizeof two;
    CHECK_INT(pith_save_load(&s, less, 1), PITH_SAVE_OTHER);
    CHECK_INT(pith_save_load(&s, parts, 3), PITH_OK);
    /* One of another begun, but not whole, does not hide it. */
    CHECK_INT(pith_save_open(&s, &f.driver, buf, sizeof buf, TAG + 1), 0);
    f.power = BLOCK + BYTES / 3;
    CHECK_INT(save_it(&s, 2), FLASH_DEAD);
    flash_boot(&f);
    CHECK_INT(load_it(&s), PITH_OK);
    CHECK(filled(1));
    /* Nor does a whole one let an older one be taken for the newest. */
    CHECK_INT(pith_save_open(&s, &f.driver, buf, sizeof buf, TAG + 1), 0);
    CHECK_INT(save_it(&s, 3), PITH_OK);
    CHECK_INT(load_it(&s), PITH_SAVE_OTHER);
    CHECK_INT(save_it(&s, 4), PITH_OK);
    CHECK_INT(load_it(&s), PITH_OK);
    CHECK(filled(4));
    /* In other blocks it is none. */
    f.driver.block = 2 * BLOCK;
    f.driver.blocks = BLOCKS / 2;
    for (b = 0; b < BLOCKS; b++)
        f.top[b] = 0;
    CHECK_INT(load_it(&s), PITH_SAVE_NONE);
}

static void test_misuse(void)
{
    pith_save s;
    pith_part none[1] = { { NULL, 0 } }, wrong[1] = { { NULL, 5 } };
    int r;

    start(BLOCKS);
    CHECK_INT(pith_save_open(NULL, &f.driver, buf, sizeof buf, 0), PITH_E_ARG);
    CHECK_INT(pith_save_open(&s, NULL, buf, sizeof buf, 0), PITH_E_ARG);
    CHECK_INT(pith_save_open(&s, &f.driver, NULL, sizeof buf, 0), PITH_E_ARG);
    CHECK_INT(pith_save_open(&s, &f.driver, buf, 31, 0), PITH_E_ARG);
    CHECK_INT(pith_save_open(&s, &f.driver, buf, 30, 0), PITH_E_ARG);
    f.driver.unit = 0;
    CHECK_INT(open_it(&s), PITH_E_ARG);
    f.driver.unit = 3;
    CHECK_INT(open_it(&s), PITH_E_ARG);
    f.driver.unit = 64; /* the buffer is smaller */
    CHECK_INT(open_it(&s), PITH_E_ARG);
    f.driver.unit = UNIT;
    f.driver.blocks = 0;
    CHECK_INT(open_it(&s), PITH_E_ARG);
    f.driver.blocks = BLOCKS;
    f.driver.block = PITH_SAVE_TAIL;
    CHECK_INT(open_it(&s), PITH_E_ARG);
    f.driver.block = UINT32_C(1) << 30;
    CHECK_INT(open_it(&s), PITH_E_ARG);
    f.driver.block = BLOCK;
    CHECK_INT(open_it(&s), 0);
    CHECK_INT(pith_save_step(&s), PITH_E_STATE);
    CHECK_INT(pith_save_begin(&s, NULL, 1), PITH_E_ARG);
    CHECK_INT(pith_save_begin(&s, none, 1), PITH_E_ARG);
    CHECK_INT(pith_save_begin(&s, wrong, 1), PITH_E_ARG);
    CHECK_INT(pith_save_begin(&s, parts, 0), PITH_E_ARG);
    CHECK_INT(pith_save_load(&s, wrong, 1), PITH_E_ARG);
    CHECK_INT(f.calls > 0 && f.breaches == 0, 1);
    /* What is saved changes while it is. */
    CHECK_INT(save_it(&s, 1), PITH_OK);
    fill(2);
    CHECK_INT(pith_save_begin(&s, parts, 3), PITH_OK);
    for (r = 0; r < (BYTES - 1) / (int)sizeof buf + 1; r++) /* it is summed, and not yet written */
        CHECK_INT(pith_save_step(&s), PITH_MORE);
    two[sizeof two - 1] ^= 1;
    while ((r = pith_save_step(&s)) == PITH_MORE) { }
    CHECK_INT(r, PITH_E_STATE);
    CHECK_INT(load_it(&s), PITH_OK);
    CHECK(filled(1));
    CHECK_INT(PITH_SAVE_BLOCKS(BYTES, BLOCK, UNIT), 2 * PIECES);
    CHECK_INT(PITH_SAVE_BLOCKS(96, BLOCK, 16), 2);
    CHECK_INT(PITH_SAVE_BLOCKS(97, BLOCK, 16), 4);
    CHECK_INT(PITH_SAVE_BLOCKS(65, BLOCK, 64), 4);
}

int main(void)
{
    test_in_turn();
    test_every_cut();
    test_every_bit();
    test_every_error();
    test_bad_blocks();
    test_others();
    test_misuse();
    return check_done("save");
}
