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

int main(void)
{
    static const char *const texts[] = {
        "Whales sing. Boats wait. We dive. All is well, and the day is long. The whales of the north sing to the whales of the south, "
        "who answer them when the wind is low and the water is cold, but never in a storm. They sing all night. A boat came by. \"Who is "
        "there?\" asked the oldest of them. Nobody answered, as the men on board were asleep, all but one, who did not believe what he heard."
    };
    size_t i, k;

    for (i = 0; i < sizeof texts / sizeof *texts; i++)
        for (k = 1; k < 40; k += k < 3 ? 1 : 4)
            pieces(texts[i], k, 0);
    return check_done("read");
}
