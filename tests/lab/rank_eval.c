/* rank_eval TEXTS.jsonl[.xz] STEP...      What the threshold of the scorer does.
 *
 * For each STEP, a whole number of the scorer's units (see the head of core/model/en.rank), that is added to the threshold of
 * pith_en: a line with STEP, ROUGE-1, ROUGE-2, ROUGE-Lsum (F1) and the sentences of a summary of its own length with 64 KB,
 * means over the texts, tabs between. Bylines of the Daily Mail are left out. */
#include <stdio.h>
#include <stdlib.h>

#include "rank_docs.h"

enum { CELLS = 16384, BYTES_MAX = 16384 };

extern const pith_model pith_en;

/* Bytes of a scorer: see gain.c. */
static size_t bytes_of(const uint8_t *scorer)
{
    const uint8_t *t = scorer + 2;
    unsigned i, n;

    for (i = 0; i < PI_GAUGES; i++)
        t += 1 + t[0];
    while ((n = *t) != 0) {
        unsigned rows = t[2];

        for (t += 3; n > 0; n--)
            t += 2 + rows * t[1];
    }
    return (size_t)(t + 1 - scorer);
}

int main(int argc, char **argv)
{
    static pith_cell work[CELLS];
    static uint8_t bytes[BYTES_MAX];
    pith_model model = pith_en;
    rank_docs texts;
    int i;

    if (argc < 3) {
        fputs("usage: rank_eval TEXTS.jsonl[.xz] STEP...\n", stderr);
        return 2;
    }
    rank_load(&texts, argv[1], 0, 1, 1);
    memcpy(bytes, pith_en.rank, bytes_of(pith_en.rank));
    model.rank = bytes;
    for (i = 2; i < argc; i++) {
        uint16_t threshold = (uint16_t)(pi_gain_threshold(&pith_en) + strtol(argv[i], NULL, 10));
        double length;
        rouge_score r;

        bytes[0] = (uint8_t)threshold;
        bytes[1] = (uint8_t)(threshold >> 8);
        r = rank_measure(&texts, &model, work, CELLS, 0, &length);
        printf("%s\t%.2f\t%.2f\t%.2f\t%.2f\n", argv[i], r.r1, r.r2, r.lsum, length);
    }
    return 0;
}
