#include "utf8.h"

uint8_t pi_utf8_end(pi_utf8 *d)
{
    if (d->need == 0)
        return PI_UTF8_MORE;
    d->need = 0;
    d->cp = PI_UTF8_REPLACEMENT;
    return PI_UTF8_CUT;
}

static uint8_t lead(pi_utf8 *d, uint8_t byte)
{
    d->length = 1;
    d->lo = 0x80;
    d->hi = 0xBF;
    if (byte < 0x80) {
        d->cp = byte;
        return PI_UTF8_CHAR;
    }
    if (byte < 0xC2 || byte > 0xF4) {
        d->cp = PI_UTF8_REPLACEMENT;
        return PI_UTF8_BAD;
    }
    if (byte < 0xE0) {
        d->cp = byte & 0x1Fu;
        d->need = 1;
    } else if (byte < 0xF0) {
        d->cp = byte & 0x0Fu;
        d->need = 2;
        if (byte == 0xE0) /* below are overlong forms */
            d->lo = 0xA0;
        if (byte == 0xED) /* above are surrogates */
            d->hi = 0x9F;
    } else {
        d->cp = byte & 0x07u;
        d->need = 3;
        if (byte == 0xF0)
            d->lo = 0x90;
        if (byte == 0xF4) /* above is past U+10FFFF */
            d->hi = 0x8F;
    }
    return PI_UTF8_MORE;
}

uint8_t pi_utf8_step(pi_utf8 *d, uint8_t byte)
{
    if (d->need == 0)
        return lead(d, byte);
    if (byte < d->lo || byte > d->hi)
        return pi_utf8_end(d);
    d->lo = 0x80;
    d->hi = 0xBF;
    d->cp = d->cp << 6 | (byte & 0x3Fu);
    d->length++;
    d->need--;
    return d->need ? PI_UTF8_MORE : PI_UTF8_CHAR;
}

uint8_t pi_utf8_put(uint32_t cp, uint8_t *out)
{
    if (cp < 0x80) {
        out[0] = (uint8_t)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (uint8_t)(0xC0 | cp >> 6);
        out[1] = (uint8_t)(0x80 | (cp & 0x3F));
        return 2;
    }
    if (cp < 0x10000) {
        out[0] = (uint8_t)(0xE0 | cp >> 12);
        out[1] = (uint8_t)(0x80 | (cp >> 6 & 0x3F));
        out[2] = (uint8_t)(0x80 | (cp & 0x3F));
        return 3;
    }
    out[0] = (uint8_t)(0xF0 | cp >> 18);
    out[1] = (uint8_t)(0x80 | (cp >> 12 & 0x3F));
    out[2] = (uint8_t)(0x80 | (cp >> 6 & 0x3F));
    out[3] = (uint8_t)(0x80 | (cp & 0x3F));
    return 4;
}
