#include "utf16.h"

size_t utf8_put(uint32_t code, uint8_t out[4])
{
    if (code >= 0xd800 && code <= 0xdfff)
        code = 0xfffd;
    if (code < 0x80) {
        out[0] = (uint8_t)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (uint8_t)(0xc0 | code >> 6);
        out[1] = (uint8_t)(0x80 | (code & 0x3f));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (uint8_t)(0xe0 | code >> 12);
        out[1] = (uint8_t)(0x80 | (code >> 6 & 0x3f));
        out[2] = (uint8_t)(0x80 | (code & 0x3f));
        return 3;
    }
    out[0] = (uint8_t)(0xf0 | code >> 18);
    out[1] = (uint8_t)(0x80 | (code >> 12 & 0x3f));
    out[2] = (uint8_t)(0x80 | (code >> 6 & 0x3f));
    out[3] = (uint8_t)(0x80 | (code & 0x3f));
    return 4;
}

size_t utf16_put(utf16 *u, uint8_t byte, uint8_t out[6])
{
    uint16_t unit;
    size_t n = 0;

    if (!u->half) {
        u->half = 1;
        u->first = byte;
        return 0;
    }
    u->half = 0;
    unit = (uint16_t)(u->big ? u->first << 8 | byte : byte << 8 | u->first);
    if (unit >= 0xdc00 && unit <= 0xdfff && u->high) {
        uint32_t code = 0x10000 + ((u->high - UINT32_C(0xd800)) << 10) + (unit - UINT32_C(0xdc00));
        u->high = 0;
        return utf8_put(code, out);
    }
    if (u->high) {
        u->bad++;
        u->high = 0;
        n = utf8_put(0xfffd, out);
    }
    if (unit >= 0xd800 && unit <= 0xdbff) {
        u->high = unit;
        return n;
    }
    u->bad += unit >= 0xdc00 && unit <= 0xdfff;
    return n + utf8_put(unit, out + n);
}

size_t utf16_end(utf16 *u, uint8_t out[6])
{
    if (!u->high && !u->half)
        return 0;
    u->bad++;
    u->high = 0;
    u->half = 0;
    return utf8_put(0xfffd, out);
}
