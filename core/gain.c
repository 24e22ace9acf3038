#include "gain.h"

enum { HEAD = 3 };

int16_t pi_gain_threshold(const pith_model *m)
{
    return (int16_t)(uint16_t)(pi_rom8(m->rank, 0) | (uint16_t)pi_rom8(m->rank, 1) << 8);
}

int16_t pi_gain(const pith_model *m, uint8_t g[PI_GAUGES])
{
    pi_rom8p t = m->rank + HEAD;
    unsigned i, k, n = pi_rom8(m->rank, 2);
    int sum = 0;

    for (i = 0; i < PI_GAUGES; i++) { /* a gauge makes way for its level: no further bytes of stack */
        unsigned edges = pi_rom8(t++, 0), value = g[i];

        for (k = 0; k < edges && pi_rom8(t, (uint16_t)k) <= value; k++) {
        }
        g[i] = (uint8_t)k;
        t += edges;
    }
    sum -= 128 * (int)n;
    for (; n > 0; n--) {
        unsigned at = (unsigned)g[pi_rom8(t, 0)] * pi_rom8(t, 2) + g[pi_rom8(t, 1)], last = pi_rom8(t, 3);

        t += 4;
        sum += pi_rom8(t, (uint16_t)at);
        t += last + 1;
    }
    return (int16_t)sum;
}
