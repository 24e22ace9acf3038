/* A device with next to no memory: it keeps no text. Each text is sent twice: once to be read, and once more,
 * after "again", to be quoted from. Where the text lies in flash or on a card, read_again reads it there.
 *
 * Runs in 2 KB of RAM (a `pith`, 512 bytes of work area, the stack) and 32 KB of flash on an AVR. */
#include "board.h"
#include "pith_io.h"

#ifndef WORK_CELLS
#define WORK_CELLS 128
#endif

static pith state;
static pith_cell work[WORK_CELLS];
static uint32_t at; /* bytes of the second sending that were read */

/* Sentences are asked for in text order, so passing over what lies between is enough. */
static int read_again(void *port, uint32_t offset, void *buf, size_t n)
{
    int k;

    if (offset < at)
        return PITH_IO_PORT;
    while (at < offset) {
        uint32_t gap = offset - at;

        k = board_read(port, buf, gap < n ? (size_t)gap : n);
        if (k <= 0)
            return k;
        at += (uint32_t)k;
    }
    k = board_read(port, buf, n);
    if (k > 0)
        at += (uint32_t)k;
    return k;
}

static void put(const char *s)
{
    for (; *s; s++)
        board_write(0, s, 1);
}

/* One text. Returns 1, 0 when there was none, or an error. */
static int summarize(void)
{
    static const pith_source in = { board_read, 0 };
    static const pith_reread again = { read_again, 0 };
    static const pith_sink out = { board_write, 0 };
    pith_config config = { 0 };
    pith_budget budget = { 0 };
    uint8_t buf[16];
    int r, some = 0;

    config.model = &pith_en_plain;
    config.flags = PITH_NO_KEYWORDS;
    budget.sentences = 3;
    if ((r = pith_init(&state, &config, work, WORK_CELLS)) < 0)
        return r;
    put("ready\n");
    while ((r = pith_io_step(&state, &in, buf, sizeof buf)) > 0) {
        some = 1;
        board_check();
    }
    if (r < 0 || !some)
        return r;
    pith_end(&state);
    while ((r = pith_select(&state, &budget)) == PITH_MORE)
        board_check();
    if (r < 0)
        return r;
    put("again: ready\n");
    at = 0;
    r = pith_io_summary(&state, &again, &out, buf, sizeof buf);
    while (r == 0 && board_read(0, buf, sizeof buf) > 0) {
    }
    return r < 0 ? r : 1;
}

int main(void)
{
    int r;

    while ((r = summarize()) > 0) {
    }
    return r < 0;
}
