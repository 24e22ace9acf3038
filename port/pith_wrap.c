#include "pith_wrap.h"

#include <string.h>

static const uint8_t ellipsis[3] = { 0xe2, 0x80, 0xa6 };

void pith_wrap_init(pith_wrap *w, const pith_sink *out, uint16_t columns, uint16_t rows, uint8_t *row)
{
    memset(w, 0, sizeof *w);
    w->out = out;
    w->row = row;
    w->columns = columns;
    w->rows = rows;
}

/* Writes the first n bytes of the row, and a line end in place of the byte behind them. */
static int put_row(pith_wrap *w, size_t n)
{
    uint8_t behind = w->row[n];
    int r;

    w->row[n] = '\n';
    r = w->out->write(w->out->port, w->row, n + 1);
    w->row[n] = behind;
    w->done++;
    return r;
}

/* The last row is full and more text follows: ends it with an ellipsis, after a whole word if one ends in
 * its second half. */
static int put_cut(pith_wrap *w)
{
    size_t n = w->n;
    uint16_t width = w->width;

    if (width >= w->columns) {
        if (w->lead > width / 2) {
            n = w->word - 1;
        } else {
            do
                n--;
            while ((w->row[n] & 0xc0) == 0x80 && n > 0);
        }
    }
    /* A code point less than the row holds leaves 1 byte at least, the line end's is another, but the
     * ellipsis has 3: it is written by itself. */
    w->full = 1;
    w->done++;
    if (n) {
        int r = w->out->write(w->out->port, w->row, n);
        if (r < 0)
            return r;
    }
    {
        uint8_t tail[4];
        memcpy(tail, ellipsis, 3);
        tail[3] = '\n';
        return w->out->write(w->out->port, tail, 4);
    }
}

/* Makes room for one more code point: ends the row before its last word, or where it stands. */
static int break_row(pith_wrap *w)
{
    size_t keep = 0;
    int r;

    if (w->done + 1 == w->rows)
        return put_cut(w);
    if (w->blank || w->lead == 0) {
        r = put_row(w, w->n);
    } else {
        keep = w->n - w->word;
        r = put_row(w, w->word - 1);
        memmove(w->row, w->row + w->word, keep);
    }
    w->width = (uint16_t)(keep ? w->width - w->lead : 0);
    w->n = keep;
    w->word = 0;
    w->lead = 0;
    w->blank = 0;
    return r;
}

/* Takes a code point (or a malformed piece, which is as wide) of n <= 4 bytes. */
static int put_char(pith_wrap *w, const uint8_t *b, size_t n)
{
    int r;

    if (w->full)
        return 0;
    if (b[0] == ' ') {
        w->blank = w->n > 0;
        return 0;
    }
    if (w->done == w->rows) {
        w->full = 1;
        return 0;
    }
    if (w->width + (w->blank ? 1u : 0u) >= w->columns && (r = break_row(w)) < 0)
        return r;
    if (w->full)
        return 0;
    if (w->blank) {
        w->row[w->n++] = ' ';
        w->word = w->n;
        w->lead = ++w->width;
        w->blank = 0;
    }
    memcpy(w->row + w->n, b, n);
    w->n += n;
    w->width++;
    return 0;
}

int pith_wrap_write(void *wrap, const void *text, size_t n)
{
    pith_wrap *w = wrap;
    const uint8_t *b = text;
    size_t i = 0;

    while (i < n) {
        int got = pith_utf8_put(&w->utf8, b[i]);
        i += got != PITH_UTF8_AGAIN;
        if (got != PITH_UTF8_MORE) {
            int r = put_char(w, w->utf8.b, w->utf8.n);
            if (r < 0)
                return r;
        }
    }
    return 0;
}

int pith_wrap_end(pith_wrap *w)
{
    int r = 0;

    if (w->utf8.left) {
        w->utf8.left = 0;
        r = put_char(w, w->utf8.b, w->utf8.n);
    }
    if (r == 0 && w->n && !w->full)
        r = put_row(w, w->n);
    w->n = w->word = 0;
    w->width = w->lead = 0;
    w->blank = 0;
    return r;
}
