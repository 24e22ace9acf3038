#include "pith_utf8.h"

/* Table 3-7 of the Unicode standard: the lead byte gives the number of bytes and the range of the second. */
static int lead(pith_utf8 *u, uint8_t c)
{
    u->b[0] = c;
    u->n = 1;
    u->lo = 0x80;
    u->hi = 0xbf;
    if (c < 0x80)
        return PITH_UTF8_CHAR;
    if (c < 0xc2 || c > 0xf4)
        return PITH_UTF8_BAD;
    if (c < 0xe0) {
        u->left = 1;
    } else if (c < 0xf0) {
        u->left = 2;
        if (c == 0xe0)
            u->lo = 0xa0;
        else if (c == 0xed)
            u->hi = 0x9f;
    } else {
        u->left = 3;
        if (c == 0xf0)
            u->lo = 0x90;
        else if (c == 0xf4)
            u->hi = 0x8f;
    }
    return PITH_UTF8_MORE;
}

int pith_utf8_put(pith_utf8 *u, uint8_t c)
{
    if (u->left == 0)
        return lead(u, c);
    if (c < u->lo || c > u->hi) {
        u->left = 0;
        return PITH_UTF8_AGAIN;
    }
    u->b[u->n++] = c;
    u->lo = 0x80;
    u->hi = 0xbf;
    return --u->left ? PITH_UTF8_MORE : PITH_UTF8_CHAR;
}
