/* The reader of a learnt scorer, on tables made by hand. */
#include "gain.h"

#include "check.h"

static uint8_t bytes[256];
static pith_model model = { .version = PI_MODEL_VERSION, .rank = bytes };
static uint8_t g[PI_GAUGES];

/* Words have the edges 5 and 10, names 1 and 255; two tables. */
static void make(void)
{
    static const uint8_t cells[9] = { 128 + 1, 128 + 3, 128 + 127, 128 + 2, 128 - 4, 0, 128 + 5, 128 + 6, 128 + 7 };
    size_t n = 0, i;

    bytes[n++] = 0x85; /* -123 */
    bytes[n++] = 0xFF;
    for (i = 0; i < PI_GAUGES; i++) {
        bytes[n++] = i == PI_G_WORDS || i == PI_G_NAMES ? 3 : 1;
        if (i == PI_G_WORDS) {
            bytes[n++] = 5 - 1;
            bytes[n++] = 10 - 1;
        } else if (i == PI_G_NAMES) {
            bytes[n++] = 1 - 1;
            bytes[n++] = 255 - 1;
        }
        bytes[n++] = 255;
    }
    bytes[n++] = 1; /* a table */
    bytes[n++] = PI_G_WORDS;
    bytes[n++] = 3;
    bytes[n++] = PI_G_NAMES;
    bytes[n++] = 9;
    memcpy(bytes + n, cells, sizeof cells);
    n += sizeof cells;
    bytes[n++] = 1;
    bytes[n++] = PI_G_NAMES;
    bytes[n++] = 3;
    bytes[n++] = PI_G_ORDINAL; /* without edges: one level */
    bytes[n++] = 3;
    bytes[n++] = 128;
    bytes[n++] = 128 + 100;
    bytes[n++] = 128 - 50;
    bytes[n] = 0;
}

static int gain(uint8_t words, uint8_t names)
{
    memset(g, 77, sizeof g);
    g[PI_G_WORDS] = words;
    g[PI_G_NAMES] = names;
    return pi_gain(&model, g);
}

int main(void)
{
    make();
    CHECK_INT(pi_gain_threshold(&model), -123);
    CHECK_INT(gain(0, 0), 1);
    CHECK_INT(gain(4, 0), 1);
    CHECK_INT(gain(4, 1), 2 + 100);
    CHECK_INT(gain(5, 0), 3);
    CHECK_INT(gain(9, 254), -4 + 100);
    CHECK_INT(gain(9, 255), 6 - 50);
    CHECK_INT(gain(10, 0), 127);
    CHECK_INT(gain(255, 1), -128 + 100);
    return check_done("gain");
}
