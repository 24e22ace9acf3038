#include "uclass.h"
#include "uclass_tab.h"

/* The last range that begins at or below cp: at most 6 steps, since no page has 2^6 ranges, nor has what is
 * above the pages. */
static uint16_t find_range(uint16_t cp)
{
    uint16_t low = pi_rom8(page_range, PAGED / PAGE), high = RANGES;

    if (cp < PAGED) {
        low = pi_rom8(page_range, cp / PAGE);
        high = (uint16_t)(pi_rom8(page_range, cp / PAGE + 1) + 1);
    }
    while (high - low > 1) {
        uint16_t middle = (uint16_t)((low + high) / 2);
        if (pi_rom16(range_start, middle) <= cp)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Above the BMP: letters but for pictographs, ideographs, tags and private use. */
static uint8_t class_above(uint32_t cp)
{
    if (cp < 0x20000)
        return cp >= 0x1F000 && cp < 0x1FB00 ? PI_UC_MARK : PI_UC_LETTER;
    if (cp < 0xE0000)
        return PI_UC_IDEO;
    return cp < 0xF0000 ? PI_UC_SKIP : PI_UC_MARK;
}

uint8_t pi_ufold(uint32_t *cp)
{
    uint16_t bmp = (uint16_t)*cp;
    uint8_t kind, class, second;

    if (*cp < 0x80) {
        class = pi_rom8(ascii_class, bmp);
        if (class == PI_UC_UPPER)
            *cp += 'a' - 'A';
        return class;
    }
    if (*cp > 0xFFFF)
        return class_above(*cp);
    if ((uint16_t)(bmp - SIGNS) < SIGNS_END - SIGNS)
        kind = pi_rom8(sign_kind, (uint16_t)(bmp - SIGNS));
    else
        kind = pi_rom8(range_kind, find_range(bmp));
    class = pi_rom8(kind_class, kind);
    if (class & PI_UC_ALT_8)
        second = !(bmp & 8u);
    else if (class & PI_UC_ALT_ODD)
        second = !(bmp & 1u);
    else
        second = class & PI_UC_ALT_EVEN && (bmp & 1u);
    if (!second)
        *cp = (uint16_t)(bmp + pi_rom16(kind_delta, kind));
    return (uint8_t)((class & PI_UC_CLASS) + second);
}

uint8_t pi_uclass(uint32_t cp) { return cp < 0x80 ? pi_rom8(ascii_class, (uint16_t)cp) : pi_ufold(&cp); }
