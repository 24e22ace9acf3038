#include "pith_io.h"

#include <limits.h>

int pith_io_step(pith *p, const pith_source *src, void *buf, size_t n)
{
    int got, r;

    if (n == 0)
        return PITH_E_ARG;
    if (n > INT_MAX)
        n = INT_MAX;
    got = src->read(src->port, buf, n);
    if (got <= 0)
        return got;
    if ((size_t)got > n)
        return PITH_E_ARG;
    r = pith_feed(p, buf, (size_t)got);
    return r < 0 ? r : got;
}

int pith_io_pump(pith *p, const pith_source *src, void *buf, size_t n)
{
    int r;

    do
        r = pith_io_step(p, src, buf, n);
    while (r > 0);
    return r;
}

/* Folding. White space is up to three bytes long and may be cut by the end of a piece, so its first bytes
 * are held back until it is known what they are. */
typedef struct {
    uint8_t held[3];
    uint8_t n;     /* bytes in held[] */
    uint8_t begun; /* something was put out */
    uint8_t blank; /* white space stands before what comes next */
} fold;

/* Are the n bytes at b white space or a control character (1), perhaps the start of one (-1), or text (0)? A lead
 * byte of UTF-8 always starts a character, whatever stands before it, so no more context is needed. */
static int white(const uint8_t *b, unsigned n)
{
    uint8_t c = b[n - 1];

    if (n == 1) {
        if (c <= 0x20 || c == 0x7f)
            return 1;
        return c == 0xc2 || (c >= 0xe1 && c <= 0xe3) ? -1 : 0;
    }
    if (n == 2) {
        switch (b[0]) {
        case 0xc2: return c >= 0x80 && c <= 0xa0; /* C1 controls, no-break space */
        case 0xe1: return c == 0x9a ? -1 : 0;
        case 0xe2: return c == 0x80 || c == 0x81 ? -1 : 0;
        default: return c == 0x80 ? -1 : 0;
        }
    }
    switch (b[0]) {
    case 0xe1: return c == 0x80; /* U+1680 */
    case 0xe2:
        if (b[1] == 0x81)
            return c == 0x9f; /* U+205F */
        /* U+2000..200A, line and paragraph separators, U+202F */
        return (c >= 0x80 && c <= 0x8a) || c == 0xa8 || c == 0xa9 || c == 0xaf;
    default: return c == 0x80; /* U+3000 */
    }
}

static size_t fold_text(fold *f, const uint8_t *text, unsigned n, uint8_t *out)
{
    size_t k = 0;
    unsigned i;

    if (f->blank && f->begun)
        out[k++] = ' ';
    f->blank = 0;
    f->begun = 1;
    for (i = 0; i < n; i++)
        out[k++] = text[i];
    return k;
}

/* Folds n bytes into out, which may lie before `in` by 3 bytes or more: of the i bytes read so far, at most
 * i + 3 have been put out (one blank and two held bytes may come from the piece before). Returns the
 * bytes put out. */
static size_t fold_piece(fold *f, const uint8_t *in, size_t n, uint8_t *out)
{
    size_t i, k = 0;

    for (i = 0; i < n; i++) {
        int w;

        f->held[f->n++] = in[i];
        w = white(f->held, f->n);
        if (w == 0 && f->n > 1) {
            uint8_t last = in[i];
            k += fold_text(f, f->held, f->n - 1u, out + k);
            f->held[0] = last;
            f->n = 1;
            w = white(f->held, 1);
        }
        if (w < 0)
            continue;
        if (w)
            f->blank = 1;
        else
            k += fold_text(f, f->held, f->n, out + k);
        f->n = 0;
    }
    return k;
}

/* Reads a piece of the item, `done` bytes into it. Returns > 0 or an error, never 0. */
static int piece(const pith *p, const pith_reread *again, const pith_item *item, uint32_t done, void *buf,
                 size_t n)
{
    int got;

    if (n > item->length - done)
        n = item->length - done;
    if (n > INT_MAX)
        n = INT_MAX;
    if (again) {
        got = again->read(again->port, item->offset + done, buf, n);
        if (got == 0)
            return PITH_IO_GONE;
    } else {
        pith_item part = *item;
        part.offset += done;
        part.length -= done;
        got = pith_text(p, &part, buf, n);
        if (got == 0)
            return PITH_E_SPACE;
    }
    return got > 0 && (size_t)got > n ? PITH_E_ARG : got;
}

int pith_io_emit(const pith *p, const pith_reread *again, const pith_item *item, const pith_sink *out,
                 void *buf, size_t n)
{
    fold f = { { 0, 0, 0 }, 0, 0, 0 };
    uint8_t *b = buf;
    uint32_t done = 0;
    size_t k;
    int r;

    if (n < PITH_IO_EMIT_MIN)
        return PITH_E_ARG;
    while (done < item->length) {
        r = piece(p, again, item, done, b + 3, n - 3);
        if (r < 0)
            return r;
        done += (uint32_t)r;
        k = fold_piece(&f, b + 3, (size_t)r, b);
        if (k && (r = out->write(out->port, b, k)) < 0)
            return r;
    }
    if (f.n == 0)
        return 0;
    k = fold_text(&f, f.held, f.n, b);
    return out->write(out->port, b, k);
}

int pith_io_summary(const pith *p, const pith_reread *again, const pith_sink *out, void *buf, size_t n)
{
    pith_item s;
    uint16_t i;
    int r;

    for (i = 0; (r = pith_sentence(p, i, &s)) == PITH_OK; i++) {
        r = pith_io_emit(p, again, &s, out, buf, n);
        if (r == 0)
            r = out->write(out->port, "\n", 1);
        if (r < 0)
            return r;
    }
    return r == PITH_E_LIMIT ? 0 : r;
}
