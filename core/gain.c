#include "gain.h"

enum { HEAD = 2 };

int16_t pi_gain_threshold(const pith_model *m)
{
    return (int16_t)(uint16_t)(pi_rom8(m->rank, 0) | (uint16_t)pi_rom8(m->rank, 1) << 8);
}

int16_t pi_gain(const pith_model *m, uint8_t g[PI_GAUGES])
{
    pi_rom8p t = m->rank + HEAD;
    unsigned i, n;
    int sum = 0;

    for (i = 0; i < PI_GAUGES; i++) { /* a gauge makes way for its level: no further bytes of stack */
        pi_byte value = g[i], bytes = pi_rom8(t, 0);
        pi_rom8p edge = t + 1;

        while (pi_rom8(edge, 0) < value)
            edge++;
        t++;
        g[i] = (uint8_t)(edge - t);
        t += bytes;
    }
    while ((n = pi_rom8(t, 0)) != 0) {
        pi_byte first = g[pi_rom8(t, 1)], levels = pi_rom8(t, 2);
        pi_rom8p end = t + 3 + 2 * n, cells = end + first;

        sum -= 128 * (int)n;
        t += 3;
        do {
            sum += pi_rom8(cells + g[pi_rom8(t, 0)] * levels, 0);
            cells += pi_rom8(t, 1);
            t += 2;
        } while (t != end);
        t = cells - first;
    }
    return (int16_t)sum;
}
