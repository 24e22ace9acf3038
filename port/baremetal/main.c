/* A device that reads texts and answers each with its summary. Copy it and make it yours.
 *
 * The text comes through board_read (a UART, a debugger) in any pieces and cannot be read twice, so a
 * part of the work area keeps the text of the candidate sentences. BOARD_END ends a text, the next one
 * may follow at once; an empty text, or the end of all input, ends the program. */
#include "board.h"
#include "pith_io.h"

#ifndef WORK_CELLS
#define WORK_CELLS 1024
#endif

static pith state;
static pith_cell work[WORK_CELLS];

static const pith_source in = { board_read, 0 };
static const pith_sink out = { board_write, 0 };

static void put(const char *s)
{
    for (; *s; s++)
        board_write(0, s, 1);
}

static void put_number(const char *before, uint32_t n, const char *after)
{
    char digits[11];
    uint8_t i = sizeof digits - 1;

    digits[i] = 0;
    do
        digits[--i] = (char)('0' + n % 10);
    while ((n /= 10) != 0);
    put(before);
    put(digits + i);
    put(after);
}

static void put_loss(uint32_t n, const char *what)
{
    if (n)
        put_number("lost: ", n, what);
}

static void put_losses(const pith_loss *l)
{
    put_number("read: ", l->bytes, " bytes, ");
    put_number("", l->sentences, " sentences\n");
    put_loss(l->malformed, " malformed characters\n");
    put_loss(l->cut_words, " long words cut\n");
    put_loss(l->cut, " long sentences cut\n");
    put_loss(l->dropped, " sentences that left the full table\n");
    put_loss(l->terms, " words that left the full table\n");
    put_loss(l->unkept, " sentences that found no room for their text\n");
    put_loss(l->unread, " bytes after the first 4 GB\n");
}

/* One text. Returns 1, 0 when there was none, or an error. */
static int summarize(void)
{
    pith_config config = { 0 };
    pith_budget budget = { 0 };
    pith_loss loss;
    uint8_t buf[32];
    int r;

    config.model = &pith_en;
    config.keep = 50;
    budget.sentences = 3;
    r = pith_init(&state, &config, work, WORK_CELLS);
    if (r < 0)
        return r;
    put("ready\n");

    /* each step and each turn of the loops below is short: a watchdog is fed here */
    while ((r = pith_io_step(&state, &in, buf, sizeof buf)) > 0)
        board_check();
    if (r < 0)
        return r;
    pith_losses(&state, &loss);
    if (loss.bytes == 0)
        return 0;
    pith_end(&state);
    while ((r = pith_select(&state, &budget)) == PITH_MORE)
        board_check();
    if (r == PITH_OK)
        r = pith_io_summary(&state, 0, &out, buf, sizeof buf);
    board_check();
    pith_losses(&state, &loss);
    put_losses(&loss);
    return r < 0 ? r : 1;
}

int main(void)
{
    int r;

    while ((r = summarize()) > 0) {
    }
    if (r < 0)
        put_number("error: -", (uint32_t)-r, "\n");
    return r < 0;
}
