/* The cutter's state, looked through. */
#include "valid.h"

#include "pith.h"
#include "token.h"

/* A code point that waits: nothing that the cutter could not have put there. The blank that stands for the end of the text has no bytes. */
static int valid_entry(uint32_t entry)
{
    uint8_t n = pi_cut_bytes(entry);

    if (entry == pi_cut_entry(' ', PI_UC_BLANK, 0))
        return 1;
    return n >= 1 && n <= 4 && pi_cut_class(entry) <= PI_UC_DASH && pi_cut_cp(entry) <= UINT32_C(0x10FFFF);
}

int pi_valid_cutter(const pi_cutter *c)
{
    const pi_utf8 *d = &c->utf8;
    uint8_t most = c->mode == PI_CUT_WORDS ? PI_CUT_PENDING - 1 : c->mode == PI_CUT_PATH ? PI_CUT_PENDING : 0, i;
    uint32_t from = c->mode == PI_CUT_GAP ? c->at : c->tok.offset, read = c->mode == PI_CUT_GAP ? 0 : c->tok.length;

    if (c->mode > PI_CUT_SIGNS || c->resume > PI_CUT_SIGNS || c->tok.n > PI_WORD_KEPT || c->pending > most || c->queued > 4
        || (c->queued ? c->next < c->pending || c->next >= c->queued : c->next > 0))
        return 0;
    for (i = 0; i < c->queued || i < c->pending; i++)
        if (i < c->pending || i >= c->next) {
            if (!valid_entry(c->queue[i]))
                return 0;
            read += pi_cut_bytes(c->queue[i]);
        }
    if (d->need) {
        if (d->length < 1 || d->length + d->need > 4 || d->cp > UINT32_C(0x10FFFF) >> 6 * d->need)
            return 0;
        read += d->length;
    }
    if (c->stop)
        read += 2;
    /* What is read but not yet part of a token lies between the last one and the bytes to come. */
    return c->offset <= PITH_TEXT_MAX && from <= c->offset && c->offset - from >= read;
}
