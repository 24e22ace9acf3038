/* Sources, texts that are read again, and sinks of pith_io that fail at the Nth call, for every N, once and for ever, with
 * short counts from 1 up. The error arrives unchanged, what was written by then is the beginning of the right answer, nothing
 * is called after an error, and the same call again gives what it would have given.
 *
 * usage: io [TEXTS [SEED]] */
#include "pith_io.h"

#include "check.h"
#include "prop/gen.h"

#include <stdlib.h>

enum { TEXT_MOST = 2500, CELLS = 600, OUT_MOST = 8192, READ_ERROR = -71, AGAIN_ERROR = -72, WRITE_ERROR = -73 };

static char text[TEXT_MOST];
static size_t length;
static pith_cell work[CELLS];
static pith p;

/* A driver that fails at call `fail_at`, counted from 0. */
typedef struct {
    size_t at, most;
    unsigned long calls, fail_at;
    int ever, error, after; /* after: calls behind an error that are none of a retry */
    size_t n;
    char out[OUT_MOST];
} driver;

static driver src, again, sink;

static int fails(driver *d)
{
    int fail = d->ever ? d->calls >= d->fail_at : d->calls == d->fail_at;

    d->calls++;
    if (d->after)
        CHECK(0); /* somebody went on behind an error */
    d->after = fail;
    return fail;
}

static int take(driver *d, size_t at, void *buf, size_t n)
{
    if (fails(d))
        return d->error;
    if (n > d->most)
        n = d->most;
    if (n > length - at)
        n = length - at;
    memcpy(buf, text + at, n);
    return (int)n;
}

static int read_on(void *port, void *buf, size_t n)
{
    driver *d = port;
    int k = take(d, d->at, buf, n);

    if (k > 0)
        d->at += (size_t)k;
    return k;
}

static int read_again(void *port, uint32_t offset, void *buf, size_t n) { return take(port, offset, buf, n); }

static int put(void *port, const void *b, size_t n)
{
    driver *d = port;

    if (fails(d))
        return d->error;
    if (n > sizeof d->out - d->n)
        return -99;
    memcpy(d->out + d->n, b, n);
    d->n += n;
    return 0;
}

static void reset(driver *d, size_t most, int error)
{
    memset(d, 0, offsetof(driver, out));
    d->most = most;
    d->error = error;
    d->fail_at = (unsigned long)-1;
}

static int summary(int kept, uint8_t *buf, size_t n)
{
    pith_reread from = { read_again, NULL };
    pith_sink to = { put, NULL };

    from.port = &again;
    to.port = &sink;
    return pith_io_summary(&p, kept ? NULL : &from, &to, buf, n);
}

static void begin(int kept)
{
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };

    cfg.keep = kept ? 60 : 0;
    CHECK_INT(pith_init(&p, &cfg, work, CELLS), PITH_OK);
}

static void finish(void)
{
    static const pith_budget three = { 3, 0, 0, 0, 0, 0, 0 };

    CHECK_INT(pith_end(&p), PITH_OK);
    while (pith_select(&p, &three) == PITH_MORE) { }
}

/* The right answer, in want[0..wanted). */
static char want[OUT_MOST];
static size_t wanted;

static int good(void) { return sink.n == wanted && memcmp(sink.out, want, wanted) == 0; }
static int good_start(void) { return sink.n <= wanted && memcmp(sink.out, want, sink.n) == 0; }

static void answer(int kept)
{
    uint8_t buf[64];

    reset(&again, 64, AGAIN_ERROR);
    reset(&sink, 0, WRITE_ERROR);
    begin(kept);
    CHECK_INT(pith_feed(&p, text, length), PITH_OK);
    finish();
    CHECK_INT(summary(kept, buf, sizeof buf), 0);
    memcpy(want, sink.out, sink.n);
    wanted = sink.n;
}

/* The source fails; pumping goes on where it stopped. */
static void source(int kept, size_t most, int ever)
{
    pith_source from = { read_on, NULL };
    uint8_t buf[48];
    unsigned long n;
    int r = READ_ERROR;

    from.port = &src;
    for (n = 0; r == READ_ERROR; n += 1 + n / 8) {
        reset(&src, most, READ_ERROR);
        src.fail_at = n;
        src.ever = ever;
        begin(kept);
        r = pith_io_pump(&p, &from, buf, sizeof buf);
        CHECK(r == READ_ERROR || (r == 0 && src.calls <= n));
        if (ever && r)
            CHECK_INT((src.after = 0, pith_io_step(&p, &from, buf, sizeof buf)), READ_ERROR);
        src.fail_at = (unsigned long)-1;
        src.ever = src.after = 0;
        if (r == READ_ERROR)
            CHECK_INT(pith_io_pump(&p, &from, buf, sizeof buf), 0);
        finish();
        reset(&again, most, AGAIN_ERROR);
        reset(&sink, 0, WRITE_ERROR);
        CHECK_INT(summary(kept, buf, sizeof buf), 0);
        CHECK(good());
    }
}

/* Whoever is asked for the text again, or takes the answer, fails. */
static void ends(int kept, driver *d, size_t most, int ever, size_t room)
{
    uint8_t buf[64];
    unsigned long n;
    int r = d->error;

    for (n = 0; r != 0; n++) {
        reset(&again, most, AGAIN_ERROR);
        reset(&sink, 0, WRITE_ERROR);
        d->fail_at = n;
        d->ever = ever;
        r = summary(kept, buf, room);
        CHECK(r == 0 || r == d->error);
        CHECK(r == 0 ? good() : good_start());
        reset(&again, most, AGAIN_ERROR);
        reset(&sink, 0, WRITE_ERROR);
        CHECK_INT(summary(kept, buf, room), 0);
        CHECK(good());
        if (kept && d == &again)
            return; /* nobody asks it */
    }
}

/* What is no error but breaks the contract, and a text that is gone. */
static void broken(void)
{
    pith_source from = { read_on, NULL };
    uint8_t buf[16];
    int r;

    from.port = &src;
    begin(0);
    reset(&src, 99, 17); /* gives more than was asked for */
    src.fail_at = 0;
    CHECK_INT(pith_io_pump(&p, &from, buf, sizeof buf), PITH_E_ARG);
    answer(0);
    reset(&again, 5, 0); /* the text ends */
    reset(&sink, 0, WRITE_ERROR);
    again.fail_at = 2;
    r = summary(0, buf, sizeof buf);
    CHECK(r == PITH_IO_GONE || (r == 0 && again.calls <= 2));
    CHECK(good_start());
}

int main(int argc, char **argv)
{
    unsigned long texts = argc > 1 ? strtoul(argv[1], NULL, 10) : 12, i;
    gen_rng rng = { 1 };
    int kept, ever;

    if (argc > 2)
        rng.x = (uint32_t)strtoul(argv[2], NULL, 10) | 1;
    for (i = 0; i < texts; i++) {
        uint32_t seed = rng.x;
        unsigned long failed = check_failed;

        length = gen_text(&rng, (int)(i % GEN_KINDS), text, 200 + gen_below(&rng, TEXT_MOST - 200));
        for (kept = 0; kept < 2; kept++) {
            answer(kept);
            for (ever = 0; ever < 2; ever++) {
                size_t most = 1 + gen_below(&rng, 40), room = PITH_IO_EMIT_MIN + gen_below(&rng, 50);

                source(kept, 1, ever);
                source(kept, most, ever);
                answer(kept);
                ends(kept, &again, most, ever, room);
                ends(kept, &sink, most, ever, room);
                ends(kept, &sink, 1, ever, PITH_IO_EMIT_MIN);
            }
        }
        broken();
        if (check_failed > failed)
            fprintf(stderr, "repeat with: io 1 %lu\n", (unsigned long)seed);
    }
    return check_done("io");
}
