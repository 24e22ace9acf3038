/* A unit of its own, so that its few variables stay in registers. */
#include "scan.h"

uint8_t pi_scan_letters(pi_scan *r, const uint8_t *s, uint8_t n, uint8_t *folded)
{
    uint32_t hash = r->hash;
    uint_fast8_t k, all = 0xFF;

    for (k = 0; k < n; k++) {
        uint_fast8_t byte = s[k], low = byte | 0x20;
        if ((uint_fast8_t)(low - 'a') > 'z' - 'a')
            break;
        folded[k] = (uint8_t)low;
        all &= byte;
        hash = (hash << 5) + hash + low;
    }
    r->hash = hash;
    r->all = (uint8_t)all;
    return (uint8_t)k;
}
