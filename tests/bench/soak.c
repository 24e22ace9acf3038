/* A soak: SIZE megabytes of mixed generated text through one process, with a selection every 100 KB. The first state is fed all
 * of it, of which it reads PITH_TEXT_MAX bytes; what comes behind them is read by others, one after the other. Tells the
 * time of a byte for each tenth, and fails when memory grows, a byte takes longer as the text goes on, or a count is wrong.
 * Then all counts are moved near their limits, where they have to stop.
 *
 * usage: soak [SIZE [DRIFT]]     DRIFT: percent that a tenth's byte may take above the median (300) */
#define _XOPEN_SOURCE 700
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "check.h"
#include "prop/gen.h"
#include "state.h"

enum { PIECE = 4096, EVERY = 100 * 1024, CELLS = 4096, TENTHS = 10, POOL = 1 << 20 };

static char pool[POOL + PIECE]; /* text to draw from: to make it anew for every byte would take longer than to read it */
static pith first, other;
static pith_cell first_work[CELLS], other_work[CELLS];
static const pith_config cfg = { &pith_en, 40, 0, 0, 0, 0 };
static gen_rng rng = { 7 };

static double cpu(void) { return (double)clock() / CLOCKS_PER_SEC; }

static long peak_kb(void)
{
    struct rusage u;

    return getrusage(RUSAGE_SELF, &u) == 0 ? u.ru_maxrss : 0;
}

static void fill_pool(void)
{
    size_t n = 0;
    unsigned i;

    for (i = 0; n < POOL; i++) { /* one part in nine is noise of each kind */
        int kind = i % 3 ? (int)gen_below(&rng, GEN_UNICODE) : (int)gen_below(&rng, GEN_KINDS);

        n += gen_text(&rng, kind, pool + n, sizeof pool - n < 3000 ? sizeof pool - n : 3000);
    }
}

static void choose(pith *p)
{
    static const pith_budget three = { 3, 0, 0, 0, 0, 0, 0 };
    unsigned steps = 0;
    char text[256];
    uint32_t end = 0;
    pith_item s;
    uint16_t i;

    while (pith_select(p, &three) == PITH_MORE)
        if (!CHECK(++steps < 100000))
            exit(1);
    for (i = 0; pith_sentence(p, i, &s) == PITH_OK; i++) {
        CHECK(i < 3 && s.offset >= end && s.length > 0);
        end = s.offset + s.length;
        CHECK(pith_text(p, &s, text, sizeof text) > 0);
    }
    CHECK(i > 0);
}

static int less(const void *a, const void *b) { return *(const double *)a < *(const double *)b ? -1 : 1; }

static void soak(uint64_t size, unsigned drift)
{
    uint64_t fed = 0, tenth = 0, other_fed = 0;
    double ns[TENTHS] = { 0 }, sorted[TENTHS], began, spent = 0;
    unsigned k = 0, states = 1, selections = 0;
    long memory = 0;
    pith_loss loss;

    CHECK_INT(pith_init(&first, &cfg, first_work, CELLS), PITH_OK);
    began = cpu();
    while (fed < size) {
        size_t n = 1 + gen_below(&rng, PIECE), at = gen_below(&rng, POOL);
        int behind = fed >= PITH_TEXT_MAX;

        if (n > size - fed)
            n = (size_t)(size - fed);
        CHECK_INT(pith_feed(&first, pool + at, n), PITH_OK);
        if (behind) {
            if (other_fed == 0 || other_fed + n > PITH_TEXT_MAX) {
                CHECK_INT(pith_init(&other, &cfg, other_work, CELLS), PITH_OK);
                other_fed = 0;
                states++;
            }
            CHECK_INT(pith_feed(&other, pool + at, n), PITH_OK);
            other_fed += n;
        }
        if ((fed + n) / EVERY != fed / EVERY) {
            choose(behind ? &other : &first);
            selections++;
        }
        fed += n;
        while (k < TENTHS && fed >= (uint64_t)(k + 1) * size / TENTHS) {
            spent = cpu();
            ns[k] = (spent - began) * 1e9 / (double)(fed - tenth);
            printf("soak: %2u0%%  %6.1f ns a byte, peak memory %ld KB\n", k + 1, ns[k], peak_kb());
            fflush(stdout);
            if (k == 1) /* all of the program has been touched */
                memory = peak_kb();
            began = cpu();
            tenth = fed;
            k++;
        }
    }
    CHECK(peak_kb() <= memory + 256);
    memcpy(sorted, ns, sizeof sorted);
    qsort(sorted, TENTHS, sizeof *sorted, less);
    for (k = 0; k < TENTHS; k++)
        CHECK(ns[k] <= sorted[TENTHS / 2] * (1 + drift / 100.0));
    CHECK_INT(pith_losses(&first, &loss), PITH_OK);
    CHECK_INT(loss.bytes, size < PITH_TEXT_MAX ? size : PITH_TEXT_MAX);
    CHECK_INT(loss.unread, size < PITH_TEXT_MAX ? 0 : size - PITH_TEXT_MAX < UINT32_MAX ? size - PITH_TEXT_MAX : UINT32_MAX);
    printf("soak: %.1f MB, %u states, %u selections, %.1f ns a byte\n", (double)size / 1e6, states, selections, sorted[TENTHS / 2]);
}

/* Counts that stand `below` their limits stop there, and the text goes on to be read until its offsets end. */
static void limits(uint32_t below)
{
    const uint32_t start = PITH_TEXT_MAX - 40000, most = UINT32_MAX;
    pi_core *c = pi_core_of(&first);
    uint32_t fed = 0;
    pith_loss l;

    CHECK_INT(pith_init(&first, &cfg, first_work, 600), PITH_OK);
    pi_cut_init(&c->cut, start);
    c->token_end = start;
    c->cut.malformed = most - below;
    c->loss.words = c->loss.sentences = c->loss.cut_words = c->loss.cut = c->loss.dropped = most - below;
    c->loss.terms = c->loss.unkept = most - below;
    while (fed < 60000) {
        size_t n = 1 + gen_below(&rng, 500);

        CHECK_INT(pith_feed(&first, fed % 5000 < 2500 ? pool + gen_below(&rng, POOL) : "\xff\xfe\xff\xf0 x. y", fed % 5000 < 2500 ? n : 9), PITH_OK);
        fed += (uint32_t)(fed % 5000 < 2500 ? n : 9);
        if (gen_below(&rng, 20) == 0)
            choose(&first);
    }
    CHECK_INT(pith_end(&first), PITH_OK);
    choose(&first);
    CHECK_INT(pith_losses(&first, &l), PITH_OK);
    CHECK_INT(l.bytes, PITH_TEXT_MAX);
    CHECK_INT(l.unread, fed - 40000);
    CHECK_INT(l.words, most);
    CHECK_INT(l.sentences, most);
    CHECK_INT(l.malformed, most);
    CHECK_INT(l.dropped, most);
    CHECK_INT(l.terms, most);
    CHECK(l.cut >= most - below && l.cut_words >= most - below && l.unkept >= most - below);
}

int main(int argc, char **argv)
{
    double megabytes = argc > 1 ? strtod(argv[1], NULL) : 8;
    unsigned drift = argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : 300;

    fill_pool();
    soak((uint64_t)(megabytes * 1e6), drift);
    limits(0);
    limits(20);
    return check_done("soak");
}
