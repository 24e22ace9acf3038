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
    d->cp = byte;
    if (byte < 0x80)
        return PI_UTF8_CHAR;
    if (byte < 0xC2 || byte > 0xF4) {
        d->cp = PI_UTF8_REPLACEMENT;
        return PI_UTF8_BAD;
    }
    d->need = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    d->cp = byte & (0x3Fu >> d->need);
    d->lo = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80; /* below are overlong forms */
    d->hi = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF; /* above are surrogates, or no code points */
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

uint8_t pi_utf8_whole(const uint8_t *s, size_t n, uint32_t *cp)
{
    if (n < 3 || s[0] < 0xC2 || s[0] >= 0xED || s[0] == 0xE0 || (s[1] & 0xC0) != 0x80)
        return 0;
    *cp = (uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3Fu);
    if (s[0] < 0xE0)
        return 2;
    if ((s[2] & 0xC0) != 0x80)
        return 0;
    *cp = (*cp & 0x3FF) << 6 | (s[2] & 0x3Fu);
    return 3;
}

uint8_t pi_utf8_put(uint32_t cp, uint8_t *out)
{
    uint8_t n = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4, i;

    if (n == 1) {
        out[0] = (uint8_t)cp;
        return 1;
    }
    for (i = (uint8_t)(n - 1); i > 0; i--) {
        out[i] = (uint8_t)(0x80 | (cp & 0x3F));
        cp >>= 6;
    }
    out[0] = (uint8_t)(0xF00u >> n | cp);
    return n;
}
