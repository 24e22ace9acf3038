/* The sentence table with four chunks of text: what is kept, handed over, dropped and given back. */
#include "store.h"

#include "check.h"

enum { RECS = 3, CHUNKS = 4 };

static pi_store state;
static pi_rec recs[RECS];
static pi_chunk chunks[CHUNKS];
static const pi_tab tab = { &state, recs, chunks };
static const uint8_t text[] = "The first sentence is of forty-one bytes. The second one is shorter.";

static void test_records(void)
{
    uint16_t a, b, c;

    pi_store_init(&tab, RECS, CHUNKS);
    a = pi_store_new(&tab);
    b = pi_store_new(&tab);
    c = pi_store_new(&tab);
    CHECK_INT(pi_store_new(&tab), PI_NIL);
    pi_store_push(&tab, a);
    pi_store_push(&tab, b);
    pi_store_push(&tab, c);
    CHECK_INT(state.used, 3);
    pi_store_drop(&tab, a); /* the one after a */
    CHECK_INT(recs[a].next, c);
    pi_store_drop(&tab, a);
    CHECK_INT(state.tail, a);
    pi_store_drop(&tab, PI_NIL);
    CHECK_INT(state.used, 0);
    CHECK_INT(state.head, PI_NIL);
    pi_store_drop(&tab, PI_NIL); /* nothing is left */
    CHECK_INT(state.used, 0);
}

static void test_text(void)
{
    uint8_t b[128];
    uint16_t r;

    pi_store_init(&tab, RECS, CHUNKS);
    CHECK_INT(pi_store_append(&tab, 100, text, 68), 68);
    CHECK_INT(state.chunks_left, 1);
    CHECK_INT(pi_store_read(&tab, 142, b, sizeof b), 26);
    CHECK(memcmp(b, text + 42, 26) == 0);
    CHECK_INT(pi_store_read(&tab, 99, b, 1), 0);
    CHECK_INT(pi_store_read(&tab, 168, b, 1), 0);
    r = pi_store_new(&tab);
    CHECK(pi_store_take(&tab, r, 100, 141, 142)); /* the tail moves to a chunk of its own */
    recs[r].length = 41;
    pi_store_push(&tab, r);
    CHECK_INT(pi_store_text(&tab, &recs[r], 4, b, 37), 37);
    CHECK(memcmp(b, text + 4, 37) == 0);
    CHECK_INT(pi_store_read(&tab, 142, b, sizeof b), 26);
    CHECK(memcmp(b, text + 42, 26) == 0);
    CHECK_INT(pi_store_append(&tab, 168, text, 68), PI_CHUNK - 26 + PI_CHUNK); /* what room there was */
    pi_store_drop(&tab, PI_NIL);
    CHECK_INT(state.chunks_left, 2);
    pi_store_trim(&tab, 1000);
    CHECK_INT(state.chunks_left, CHUNKS);
}

int main(void)
{
    test_records();
    test_text();
    return check_done("store");
}
