/* What is kept of the text while it is read: in whatever pieces it comes, the same stands in the same chunks whenever a call returns, so
 * candidates make room at the same byte. */
#include "state.h"

#include "check.h"

enum { CELLS = 400, TINY = 12 /* chunks, of 30 bytes */ };

static pith one, other;
static pith_cell one_work[CELLS], other_work[CELLS];
static const pith_config cfg = { &pith_en, 1, 0, 0, 0, 0 };

static void begin(pith *p, pith_cell *work, uint32_t offset)
{
    CHECK_INT(pith_init(p, &cfg, work, CELLS), PITH_OK);
    CHECK_INT(pi_core_of(p)->store.nchunks, TINY);
    pi_cut_init(&pi_core_of(p)->cut, offset);
    pi_core_of(p)->token_end = offset;
}

/* The offsets of the records, and what is kept of the text that is being read. */
static int alike(const pith *p, const pith *q)
{
    const pi_store *s = &pi_core_of(p)->store, *t = &pi_core_of(q)->store;
    uint16_t i, k;
    pi_view v, w;

    if (s->used != t->used || s->chunks_left != t->chunks_left || (s->first == PI_NIL) != (t->first == PI_NIL)
        || memcmp(&pi_core_of(p)->loss, &pi_core_of(q)->loss, sizeof(pith_loss)) != 0)
        return 0;
    if (s->first != PI_NIL && (s->base != t->base || s->end != t->end || s->fill != t->fill || s->hole_len != t->hole_len))
        return 0;
    CHECK(pi_view_of(&v, p) == PITH_OK && pi_view_of(&w, q) == PITH_OK);
    for (i = s->head, k = t->head; i != PI_NIL; i = v.k.tab.rec[i].next, k = w.k.tab.rec[k].next)
        if (v.k.tab.rec[i].offset != w.k.tab.rec[k].offset)
            return 0;
    return 1;
}

/* Every beginning of the text, whole and in pieces of so many bytes. */
static void pieces(const char *text, size_t piece, uint32_t offset)
{
    size_t n = strlen(text), at;

    begin(&other, other_work, offset);
    for (at = 0; at < n;) {
        size_t k = piece < n - at ? piece : n - at;

        CHECK_INT(pith_feed(&other, text + at, k), PITH_OK);
        at += k;
        begin(&one, one_work, offset);
        CHECK_INT(pith_feed(&one, text, at), PITH_OK);
        if (!CHECK(alike(&one, &other))) {
            fprintf(stderr, "    pieces of %lu: %.*s\n", (unsigned long)piece, (int)at, text);
            return;
        }
    }
}

static void every_piece(const char *text)
{
    size_t k;

    for (k = 1; k < 40; k += k < 3 ? 1 : 4)
        pieces(text, k, 0);
}

/* A sentence of many chunks behind some of one: candidates make room for it. */
static void long_sentences(void)
{
    every_piece("Whales sing. Boats wait. We dive. All is well, and the day is long. The whales of the north sing to the whales of the "
                "south, who answer them when the wind is low and the water is cold, but never in a storm. They sing all night. A boat "
                "came by. \"Who is there?\" asked the oldest of them. Nobody answered, as the men on board were asleep, all but one, who "
                "did not believe what he heard.");
    every_piece("Boats wait. Whales sing in the cold water of the north. Land! Gulls cried. It was an island with a harbour. When night "
                "fell they lit a lamp and set it in the window of the house by the sea, and the men who were still out there on the boats "
                "saw it and knew where the harbour was. Boats wait. We dive when the wind is low. Doors banged.");
}

/* A link for which all is given up, its own sentence, too. */
static void overrun(void)
{
    char text[500];
    size_t n = 0;

    while (n < 170)
        n += (size_t)sprintf(text + n, "grain ");
    sprintf(text + n, "http://example.com/%0220d Boats wait. They", 7);
    every_piece(text);
}

/* Where the sum of two offsets is 2^32 no more than before. */
static void far_on(void)
{
    static const char text[] =
        "A dog barked. Nobody believed what he had heard. We dive when the wind is low. Gulls cried. Doors banged. Rain came at last, and "
        "with it the wind. Rain came at last, and with it the wind. A dog barked. Doors banged. Nobody believed what he had heard. We dive "
        "when the wind is low. Nobody believed what he had heard.";
    uint32_t k;

    for (k = 282; k < 287; k++)
        pieces(text, 1, UINT32_C(0x80000000) - k);
}

/* The bytes that were taken: at the end there are none. */
static void taken(void)
{
    static const uint8_t text[] = "Whales sing. We";
    pi_view v;

    begin(&one, one_work, 0);
    CHECK_INT(pi_view_of(&v, &one), PITH_OK);
    CHECK_INT(pi_read(&v, text, 15, 0), 15);
    CHECK_INT(pi_view_of(&v, &one), PITH_OK);
    CHECK_INT(pi_read(&v, NULL, 0, 1), 0);
    CHECK(v.c->loss.sentences == 2 && v.c->loss.unkept == 0);
}

int main(void)
{
    taken();
    long_sentences();
    overrun();
    far_on();
    return check_done("read");
}
