#include "lex.h"

enum { FREQ_FIRST = (1 << PI_FREQ_BITS) + 1 /* index of the first stem */ };

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
    if (p == end)
        return 0;
    while (pi_rom16(p, 0) < key)
        if (++p == end)
            return 0;
    if (pi_rom16(p, 0) != key)
        return 0;
    i = (uint16_t)(p - first);
    class = pi_rom16(first + m->lex_count, (uint16_t)(i >> 1));
    return (uint8_t)((i & 1) != 0 ? class >> 8 : class);
}

/* A part has nine entries of ten, which a search from its beginning passes sooner than one by halves. */
uint16_t pi_freq_find(const pith_model *m, uint32_t hash)
{
    const uint16_t key = (uint16_t)((hash >> (16 - PI_FREQ_BITS)) & 0xFFF0);
    const uint16_t part = (uint16_t)(hash >> (32 - PI_FREQ_BITS));
    pi_rom16p t = m->freq, first, p, end;

    if (t == NULL)
        return PI_FREQ_NONE;
    first = t + FREQ_FIRST;
    p = first + pi_rom16(t, part);
    end = first + pi_rom16(t, (uint16_t)(part + 1));
    if (p == end)
        return PI_FREQ_NONE;
    while (pi_rom16(p, 0) < key)
        if (++p == end)
            return PI_FREQ_NONE;
    return pi_rom16(p, 0) - key < 16 ? (uint16_t)(p - first) : PI_FREQ_NONE;
}

uint8_t pi_freq(const pith_model *m, uint32_t hash)
{
    const uint16_t i = pi_freq_find(m, hash);
    uint16_t four;

    if (i == PI_FREQ_NONE)
        return PI_FREQ_RARE | PI_FREQ_PLAIN << 4;
    four = pi_rom16(m->freq, (uint16_t)(FREQ_FIRST + m->freq_count + (i >> 2)));
    return (uint8_t)((pi_rom16(m->freq, (uint16_t)(FREQ_FIRST + i)) & 15) | (four >> (i & 3) * 4 & 15) << 4);
}
