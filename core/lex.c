#include "lex.h"

uint8_t pi_lex_class(const pith_model *m, uint32_t hash)
{
    const uint16_t key = (uint16_t)(hash >> (16 - PI_LEX_BITS));
    const uint16_t part = (uint16_t)(hash >> (32 - PI_LEX_BITS));
    pi_rom16p t = m->lex;
    const uint16_t fp = (1 << PI_LEX_BITS) + 1; /* index of the first fingerprint */
    uint16_t i, end, class;

    if (t == NULL)
        return 0;
    end = pi_rom16(t, (uint16_t)(part + 1));
    for (i = pi_rom16(t, part); i < end; i++) {
        const uint16_t here = pi_rom16(t, (uint16_t)(fp + i));

        if (here < key)
            continue;
        if (here > key)
            break;
        end = (uint16_t)(fp + m->lex_count);
        class = pi_rom16(t, (uint16_t)(end + (i >> 1)));
        class = (uint16_t)((i & 1) != 0 ? class >> 8 : class & 0xff);
        return (uint8_t)(class + 1);
    }
    return 0;
}

uint8_t pi_freq(const pith_model *m, uint32_t hash)
{
    /* The rarity bits are set in the key, so the first entry that is not below (key & 0xfff0) decides. */
    const uint16_t key = (uint16_t)((hash >> (16 - PI_FREQ_BITS)) | 15);
    const uint16_t part = (uint16_t)(hash >> (32 - PI_FREQ_BITS));
    pi_rom16p t = m->freq;
    const uint16_t first = (1 << PI_FREQ_BITS) + 1;
    uint16_t low, high;

    if (t == NULL)
        return PI_FREQ_RARE;
    low = pi_rom16(t, part);
    high = pi_rom16(t, (uint16_t)(part + 1));
    while (low < high) {
        const uint16_t mid = (uint16_t)(low + ((high - low) >> 1));
        const uint16_t here = pi_rom16(t, (uint16_t)(first + mid));

        if ((here | 15) == key)
            return (uint8_t)(here & 15);
        if (here < key)
            low = (uint16_t)(mid + 1);
        else
            high = mid;
    }
    return PI_FREQ_RARE;
}
