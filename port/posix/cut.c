#include "cut.h"

#include <string.h>

static const char ellipsis[] = "\xe2\x80\xa6";
enum { ELLIPSIS = sizeof ellipsis - 1 };

void cut_init(cut *c, uint32_t bytes, uint32_t words, const pith_sink *out)
{
    memset(c, 0, sizeof *c);
    c->bytes = bytes ? bytes : UINT32_MAX;
    c->words = words ? words : UINT32_MAX;
    c->out = out;
}

int cut_measure(void *port, const void *text, size_t n)
{
    cut *c = port;
    const uint8_t *b = text;
    uint32_t room = c->bytes < ELLIPSIS ? c->bytes : c->bytes - ELLIPSIS;
    size_t i;

    for (i = 0; i < n; i++, c->at++) {
        if ((b[i] & 0xc0) != 0x80 && c->at <= room)
            c->code = c->at;
        if (b[i] == ' ') {
            c->ends++;
            if (c->at <= room && c->ends <= c->words)
                c->word = c->at;
        }
    }
    return 0;
}

int cut_decide(cut *c)
{
    uint32_t whole = c->at;
    int cuts = whole > c->bytes || c->ends >= c->words;

    if (!cuts)
        c->fit = whole;
    else
        c->fit = c->word ? c->word : c->code;
    c->at = 0;
    return cuts;
}

int cut_write(void *port, const void *text, size_t n)
{
    cut *c = port;
    size_t k = c->fit - c->at < n ? c->fit - c->at : n;

    c->at += (uint32_t)k;
    return k ? c->out->write(c->out->port, text, k) : 0;
}

int cut_end(cut *c)
{
    return c->bytes < ELLIPSIS ? 0 : c->out->write(c->out->port, ellipsis, ELLIPSIS);
}
