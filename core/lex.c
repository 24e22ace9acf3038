#include "lex.h"

uint8_t pi_lex_class(const pith_model *m, uint32_t hash)
{
    const uint16_t key = (uint16_t)(hash >> (16 - PI_LEX_BITS));
    const uint16_t part = (uint16_t)(hash >> (32 - PI_LEX_BITS));
    pi_rom16p t = m->lex, first, p, end;
    uint16_t i, class;

    if (t == NULL)
        return 0;
    first = t + (1 << PI_LEX_BITS) + 1;
    p = first + pi_rom16(t, part);
    end = first + pi_rom16(t, (uint16_t)(part + 1));
    while (p < end && pi_rom16(p, 0) < key)
        p++;
    if (p >= end || pi_rom16(p, 0) != key)
        return 0;
    i = (uint16_t)(p - first);
    class = pi_rom16(first + m->lex_count, (uint16_t)(i >> 1));
    return (uint8_t)((i & 1) != 0 ? class >> 8 : class);
}

/* A part has nine entries of ten, which a search from its beginning passes sooner than one by halves. */
uint8_t pi_freq(const pith_model *m, uint32_t hash)
{
    const uint16_t key = (uint16_t)((hash >> (16 - PI_FREQ_BITS)) & 0xFFF0);
    const uint16_t part = (uint16_t)(hash >> (32 - PI_FREQ_BITS));
    pi_rom16p t = m->freq, first, p, end;
    uint16_t over;

    if (t == NULL)
        return PI_FREQ_RARE;
    first = t + (1 << PI_FREQ_BITS) + 1;
    p = first + pi_rom16(t, part);
    end = first + pi_rom16(t, (uint16_t)(part + 1));
    while (p < end && pi_rom16(p, 0) < key)
        p++;
    if (p >= end)
        return PI_FREQ_RARE;
    over = (uint16_t)(pi_rom16(p, 0) - key);
    return (uint8_t)(over < 16 ? over : PI_FREQ_RARE);
}
