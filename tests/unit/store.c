/* The sentence table with a few chunks of text: the lists, what is kept, read, handed over, forgotten and given back. */
#include "store.h"

#include "check.h"

enum { RECS = 3, CHUNKS = 4, MARK = 0xA5 };

static pi_store state;
static pi_rec recs[RECS + 1]; /* one more than there is, to be left alone */
static pi_chunk chunks[CHUNKS + 1];
static const pi_tab tab = { &state, recs, chunks };
static uint8_t got[256];
static const char text[] =
    "The first sentence is of forty-one bytes. The second one is shorter. What follows them fills the rest of four chunks, and more.";

/* A store in memory that held something else before. */
static void start(uint16_t nrecs, uint16_t nchunks)
{
    memset(&state, MARK, sizeof state);
    memset(recs, MARK, sizeof recs);
    memset(chunks, MARK, sizeof chunks);
    pi_store_init(&tab, nrecs, nchunks);
}

static size_t put(uint32_t offset, unsigned from, size_t n)
{
    return pi_store_append(&tab, offset, (const uint8_t *)text + from, n);
}

/* Are n bytes of the text that is being read, from `offset` on, those of `text` from `from` on, and no more than n before a hole or
 * the end? */
static int reads(uint32_t offset, unsigned from, size_t n)
{
    size_t k = pi_store_read(&tab, offset, got, sizeof got);

    return CHECK_INT(k, n) && memcmp(got, text + from, n) == 0;
}

/* The same of a record. */
static int has_text(uint16_t i, unsigned from, size_t n)
{
    size_t k = pi_store_text(&tab, &recs[i], 0, got, n);

    return CHECK_INT(k, n) && memcmp(got, text + from, n) == 0;
}

/* The records from the head on, as a number: digits are 1 + index. */
static unsigned order(void)
{
    unsigned n = 0;
    uint16_t i;

    for (i = state.head; i < RECS && n < 10000; i = recs[i].next)
        n = 10 * n + i + 1u;
    CHECK_INT(i, PI_NIL);
    return n;
}

static void test_records(void)
{
    uint16_t i;

    start(RECS, CHUNKS);
    CHECK_INT(recs[RECS].next, MARK << 8 | MARK);
    CHECK_INT(chunks[CHUNKS].next, MARK << 8 | MARK);
    CHECK_INT(state.used, 0);
    CHECK_INT(state.nrecs, RECS);
    CHECK_INT(state.chunks_left, CHUNKS);
    CHECK_INT(state.hand, PI_NIL);
    CHECK_INT(order(), 0);
    for (i = 0; i < RECS; i++) {
        CHECK_INT(pi_store_new(&tab), i);
        CHECK_INT(recs[i].text, PI_NIL);
        pi_store_push(&tab, i);
    }
    CHECK_INT(pi_store_new(&tab), PI_NIL);
    CHECK_INT(state.used, 3);
    CHECK_INT(recs[2].next, PI_NIL);
    CHECK_INT(order(), 123);
    CHECK_INT(state.tail, 2);
    pi_store_drop(&tab, 2); /* there is none after the last */
    CHECK_INT(state.used, 3);

    state.hand = 1;
    pi_store_drop(&tab, 0); /* the one in the middle, on which the hand is */
    CHECK_INT(order(), 13);
    CHECK_INT(state.hand, 0);
    CHECK_INT(state.tail, 2);
    CHECK_INT(state.used, 2);
    i = pi_store_new(&tab);
    CHECK_INT(i, 1); /* its place is free */
    CHECK_INT(pi_store_new(&tab), PI_NIL);
    pi_store_free(&tab, i);
    CHECK_INT(pi_store_new(&tab), 1);
    CHECK_INT(pi_store_new(&tab), PI_NIL);
    recs[1].next = PI_NIL;
    pi_store_push(&tab, 1);
    CHECK_INT(order(), 132);
    CHECK_INT(state.used, 3);

    pi_store_drop(&tab, 2); /* the last */
    CHECK_INT(state.tail, 2);
    CHECK_INT(state.hand, 0);
    CHECK_INT(order(), 13);
    pi_store_drop(&tab, PI_NIL); /* the first, on which the hand is */
    CHECK_INT(order(), 3);
    CHECK_INT(state.hand, PI_NIL);
    pi_store_drop(&tab, PI_NIL);
    CHECK_INT(order(), 0);
    CHECK_INT(state.tail, PI_NIL);
    CHECK_INT(state.used, 0);
    pi_store_drop(&tab, PI_NIL); /* nothing is left */
    CHECK_INT(state.used, 0);
    for (i = 0; i < RECS; i++)
        CHECK(pi_store_new(&tab) != PI_NIL);
    CHECK_INT(pi_store_new(&tab), PI_NIL);
}

/* A table without places. */
static void test_nothing(void)
{
    start(0, 0);
    CHECK_INT(pi_store_new(&tab), PI_NIL);
    CHECK_INT(put(0, 0, 5), 0);
    CHECK_INT(pi_store_room(&tab), 0);
    CHECK_INT(recs[0].next, MARK << 8 | MARK);
    CHECK_INT(chunks[0].next, MARK << 8 | MARK);
}

static void test_text(void)
{
    start(RECS, CHUNKS);
    CHECK_INT(pi_store_room(&tab), CHUNKS * PI_CHUNK);
    CHECK_INT(pi_store_read(&tab, 100, got, 1), 0);
    CHECK_INT(put(100, 0, 29), 29);
    CHECK_INT(state.chunks_left, 3);
    CHECK_INT(pi_store_room(&tab), CHUNKS * PI_CHUNK - 29);
    CHECK_INT(put(129, 29, 1), 1);
    CHECK_INT(state.chunks_left, 3); /* it is full to the last byte */
    CHECK_INT(put(130, 30, 38), 38);
    CHECK_INT(state.chunks_left, 1);
    CHECK(reads(100, 0, 68));
    CHECK(reads(129, 29, 39));
    CHECK(reads(130, 30, 38));
    CHECK(reads(167, 67, 1));
    CHECK_INT(pi_store_read(&tab, 99, got, 1), 0);
    CHECK_INT(pi_store_read(&tab, 168, got, 1), 0);
    CHECK_INT(pi_store_read(&tab, 170, got, 1), 0);
    memset(got, MARK, sizeof got);
    CHECK_INT(pi_store_read(&tab, 128, got, 4), 4); /* over a border, and no byte more */
    CHECK(memcmp(got, text + 28, 4) == 0 && got[4] == MARK);
    CHECK_INT(put(400, 0, 0), 0); /* nothing is appended, wherever it stands */
    CHECK_INT(put(168, 68, 99), 52); /* what room there is */
    CHECK(reads(100, 0, 120));
    CHECK_INT(put(220, 120, 1), 0);
    CHECK_INT(pi_store_room(&tab), 0);
    pi_store_trim(&tab, 219);
    CHECK(reads(219, 119, 1));
    CHECK_INT(state.chunks_left, 3);
    pi_store_trim(&tab, 220);
    CHECK_INT(state.chunks_left, 4);
    CHECK_INT(pi_store_read(&tab, 219, got, 1), 0);
    CHECK_INT(put(300, 0, 40), 40);
    CHECK_INT(put(400, 0, 0), 0);
    pi_store_trim(&tab, 340);
    CHECK_INT(state.chunks_left, 4);
    pi_store_trim(&tab, 220); /* nothing is there */
    CHECK_INT(put(500, 3, 4), 4); /* it begins anew, in a chunk of its own */
    CHECK(reads(500, 3, 4));
    pi_store_trim(&tab, 600);
    CHECK_INT(put(700, 9, 4), 4);
    CHECK(reads(700, 9, 4));
    CHECK_INT(state.chunks_left, 3);
    CHECK_INT(pi_store_room(&tab), 3 * PI_CHUNK + PI_CHUNK - 4);
    pi_store_trim(&tab, 800);
    CHECK_INT(put(UINT32_MAX - 68, 0, 68), 68); /* an early offset is before it, and not behind */
    CHECK_INT(pi_store_read(&tab, 3, got, 1), 0);
}

/* Text is forgotten a chunk at a time, from the front. */
static void test_trim(void)
{
    start(RECS, CHUNKS);
    CHECK_INT(put(100, 0, 120), 120);
    pi_store_trim(&tab, 50);
    pi_store_trim(&tab, 129);
    CHECK_INT(state.chunks_left, 0);
    CHECK(reads(100, 0, 120));
    pi_store_trim(&tab, 130);
    CHECK_INT(state.chunks_left, 1);
    CHECK(reads(130, 30, 90));
    CHECK_INT(pi_store_read(&tab, 129, got, 1), 0);
    pi_store_trim(&tab, 190);
    CHECK_INT(state.chunks_left, 3);
    CHECK(reads(190, 90, 30));
    CHECK_INT(put(220, 0, 40), 40);
    CHECK_INT(pi_store_read(&tab, 219, got, 41), 41);
    CHECK(got[0] == (uint8_t)text[119] && memcmp(got + 1, text, 40) == 0);
}

/* Blanks left out: 40 bytes before [140, 200), 45 behind. */
static void with_hole(void)
{
    start(RECS, CHUNKS);
    CHECK_INT(put(100, 0, 40), 40);
    CHECK_INT(put(200, 40, 40), 40);
    CHECK_INT(put(240, 80, 5), 5);
    CHECK_INT(state.chunks_left, 1);
}

static void test_hole(void)
{
    with_hole();
    CHECK(reads(100, 0, 40));
    CHECK(reads(139, 39, 1));
    CHECK_INT(pi_store_read(&tab, 140, got, 1), 0);
    CHECK_INT(pi_store_read(&tab, 199, got, 1), 0);
    CHECK(reads(200, 40, 45));
    CHECK(reads(244, 84, 1));
    CHECK_INT(pi_store_read(&tab, 245, got, 1), 0);
    CHECK_INT(pi_store_read(&tab, 135, got, 3), 3);
    CHECK_INT(pi_store_read(&tab, 210, got, 3), 3);
    CHECK(memcmp(got, text + 50, 3) == 0);

    pi_store_trim(&tab, 129);
    CHECK_INT(state.chunks_left, 1);
    pi_store_trim(&tab, 199); /* in the blanks: what stands before them may go, but for the rest of a chunk */
    CHECK_INT(state.chunks_left, 2);
    CHECK(reads(130, 30, 10));
    CHECK(reads(200, 40, 45));
    pi_store_trim(&tab, 200);
    CHECK(reads(200, 40, 45));
    CHECK_INT(state.chunks_left, 2);
    pi_store_trim(&tab, 219);
    CHECK_INT(state.chunks_left, 2);
    pi_store_trim(&tab, 220); /* the sixtieth byte */
    CHECK_INT(state.chunks_left, 3);
    CHECK(reads(220, 60, 25));

    with_hole(); /* others behind them widen the hole */
    CHECK_INT(put(300, 85, 5), 5);
    CHECK(state.hole == 140 && state.hole_len == 60 + 55 && state.end == 305);

    with_hole(); /* blanks that are forgotten make room for others */
    pi_store_trim(&tab, 200);
    CHECK_INT(put(300, 85, 10), 10);
    CHECK(reads(200, 40, 45));
    CHECK(reads(300, 85, 10));

    with_hole();
    pi_store_trim(&tab, 245);
    CHECK_INT(put(300, 0, 20), 20); /* and no blanks are left out of what comes next */
    CHECK(reads(300, 0, 20));
    CHECK_INT(state.chunks_left, 3);
    CHECK_INT(put(350, 20, 60), 60); /* fewer than a chunk stand before these */
    pi_store_trim(&tab, 350);
    CHECK_INT(state.chunks_left, 1);
    CHECK(reads(350, 20, 60));
    pi_store_trim(&tab, 360);
    CHECK_INT(state.chunks_left, 2);
    CHECK(reads(360, 30, 50));
    pi_store_trim(&tab, 410);
    CHECK_INT(state.chunks_left, 4);
}

static void test_take(void)
{
    /* The tail moves to a chunk of its own. */
    start(RECS, CHUNKS);
    CHECK_INT(put(100, 0, 68), 68);
    CHECK_INT(pi_store_new(&tab), 0);
    CHECK(pi_store_take(&tab, 0, 100, 141, 142));
    CHECK_INT(recs[0].skip, 0);
    CHECK(has_text(0, 0, 41));
    CHECK_INT(pi_store_text(&tab, &recs[0], 4, got, 37), 37);
    CHECK(memcmp(got, text + 4, 37) == 0);
    CHECK_INT(pi_store_text(&tab, &recs[0], 33, got, 3), 3);
    CHECK(memcmp(got, text + 33, 3) == 0);
    CHECK(reads(142, 42, 26));
    CHECK_INT(pi_store_read(&tab, 141, got, 1), 0);
    CHECK_INT(state.chunks_left, 1);
    CHECK_INT(put(168, 0, 68), PI_CHUNK - 26 + PI_CHUNK);
    pi_store_push(&tab, 0);
    pi_store_drop(&tab, PI_NIL); /* its text goes with it */
    CHECK_INT(state.chunks_left, 2);

    /* Chunks before and behind the sentence are given back; nothing is left to read. */
    start(RECS, CHUNKS);
    CHECK_INT(put(100, 0, 120), 120);
    CHECK_INT(pi_store_new(&tab), 0);
    CHECK(pi_store_take(&tab, 0, 135, 160, 220));
    CHECK_INT(recs[0].skip, 5);
    CHECK(has_text(0, 35, 25));
    CHECK_INT(state.chunks_left, 3); /* it ends where its chunk does */
    CHECK_INT(pi_store_read(&tab, 219, got, 1), 0);
    CHECK_INT(pi_store_text(&tab, &recs[0], 0, got, 60), 25);

    /* One byte more takes one chunk more; a sentence may begin with a chunk. */
    start(RECS, CHUNKS);
    CHECK_INT(put(100, 0, 120), 120);
    CHECK_INT(pi_store_new(&tab), 0);
    CHECK(pi_store_take(&tab, 0, 130, 161, 220));
    CHECK_INT(recs[0].skip, 0);
    CHECK(has_text(0, 30, 31));
    CHECK_INT(state.chunks_left, 2);

    /* A tail of more than a chunk. */
    start(RECS, CHUNKS);
    CHECK_INT(put(100, 0, 60), 60);
    CHECK_INT(pi_store_new(&tab), 0);
    CHECK(pi_store_take(&tab, 0, 100, 120, 125));
    CHECK(reads(125, 25, 35));
    CHECK(has_text(0, 0, 20));
    CHECK_INT(state.chunks_left, 1);
    start(RECS, CHUNKS + 1);
    CHECK_INT(put(100, 0, 68), 68);
    CHECK_INT(pi_store_new(&tab), 0);
    CHECK(pi_store_take(&tab, 0, 100, 120, 136));
    CHECK(reads(136, 36, 32));
    CHECK_INT(pi_store_read(&tab, 168, got, 1), 0);
    start(RECS, CHUNKS); /* none */
    CHECK_INT(put(100, 0, 68), 68);
    CHECK_INT(pi_store_new(&tab), 0);
    CHECK(pi_store_take(&tab, 0, 100, 167, 168));
    CHECK_INT(state.first, PI_NIL);
    CHECK_INT(state.chunks_left, 1);

    /* The sentence stands behind blanks left out, or before them. */
    with_hole();
    CHECK_INT(pi_store_new(&tab), 0);
    CHECK(pi_store_take(&tab, 0, 200, 220, 225));
    CHECK_INT(recs[0].skip, 10);
    CHECK(has_text(0, 40, 20));
    CHECK(reads(225, 65, 20));
    CHECK_INT(state.chunks_left, 2);
    with_hole();
    CHECK_INT(pi_store_new(&tab), 0);
    CHECK(pi_store_take(&tab, 0, 100, 140, 230));
    CHECK(has_text(0, 0, 40));
    CHECK(reads(230, 70, 15));
    CHECK_INT(state.chunks_left, 1);
    with_hole();
    CHECK_INT(pi_store_new(&tab), 0);
    CHECK(pi_store_take(&tab, 0, 100, 170, 230)); /* up to some of them */
    CHECK(has_text(0, 0, 40));
    CHECK_INT(state.chunks_left, 1);
    CHECK_INT(put(245, 85, 5), 5);
    CHECK(reads(230, 70, 20));
}

/* Without chunks enough for the tail all stays as it was. */
static void test_no_room(void)
{
    with_hole();
    CHECK_INT(pi_store_new(&tab), 0);
    CHECK(!pi_store_take(&tab, 0, 100, 110, 210)); /* 35 bytes, and one chunk left */
    CHECK_INT(state.chunks_left, 1);
    CHECK_INT(recs[0].text, PI_NIL);
    CHECK(reads(100, 0, 40));
    CHECK(reads(200, 40, 45));
    CHECK_INT(put(245, 85, 36), 35);
    CHECK(reads(200, 40, 80));
    CHECK_INT(state.chunks_left, 0);
    CHECK(!pi_store_take(&tab, 0, 100, 110, 279)); /* one byte, and no chunk */
    CHECK(reads(200, 40, 80));
    CHECK_INT(pi_store_read(&tab, 140, got, 1), 0);
}

/* Offsets that are nowhere, and lists that are none: it ends, and no chunk is counted twice. */
static void test_lies(void)
{
    start(RECS, CHUNKS);
    CHECK_INT(put(100, 0, 60), 60);
    CHECK_INT(pi_store_new(&tab), 0);
    CHECK(pi_store_take(&tab, 0, 10, 20, 30));
    CHECK_INT(recs[0].text, PI_NIL);
    CHECK_INT(state.chunks_left, CHUNKS);
    CHECK_INT(state.first, PI_NIL);
    CHECK_INT(pi_store_text(&tab, &recs[0], 0, got, 4), 0);

    start(RECS, CHUNKS);
    CHECK_INT(put(100, 0, 60), 60);
    chunks[state.last].next = state.first;
    pi_store_trim(&tab, 160);
    CHECK_INT(state.chunks_left, CHUNKS);
}

int main(void)
{
    test_records();
    test_nothing();
    test_text();
    test_trim();
    test_hole();
    test_take();
    test_no_room();
    test_lies();
    return check_done("store");
}
