#include "rank_words.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "jsonl.h"
#include "lex.h"

void rank_words_add(rank_words *w, const rank_text *t, size_t sentence, double rest)
{
    const pi_rec *r = &t->v.k.tab.rec[t->rec[sentence]];
    const uint8_t *s = (const uint8_t *)t->doc->text + r->offset;
    size_t n = r->length, at = 0;
    pi_cutter cut;

    if (w->n + 2 > w->room) {
        w->room = 2 * w->room + 65536;
        w->rest = lab_realloc(w->rest, w->room * sizeof *w->rest);
        w->from = lab_realloc(w->from, w->room * sizeof *w->from);
    }
    w->from[w->n] = w->used;
    w->rest[w->n++] = (float)rest;
    pi_cut_init(&cut, 0);
    for (;;) {
        if (at < n)
            at += pi_cut(&cut, s + at, n - at);
        else
            pi_cut_end(&cut);
        if (!cut.ready && at == n)
            break;
        if (cut.ready && cut.tok.kind == PI_TOK_WORD
            && !(pi_lex(t->p.model, cut.tok.hash) & PI_LEX_STOP)) {
            uint16_t i = pi_freq_find(t->p.model, pi_know_stem(t->p.model, &cut.tok));

            if (i == PI_FREQ_NONE)
                continue;
            if (w->used == w->space) {
                w->space = 2 * w->space + 1048576;
                w->stem = lab_realloc(w->stem, w->space * sizeof *w->stem);
            }
            w->stem[w->used++] = i;
        }
    }
    w->from[w->n] = w->used;
}

void rank_words_learn(const rank_words *w, const pith_model *m, uint16_t *freq, double ridge, double unit)
{
    size_t stems = m->freq_count, i, k;
    size_t *from = lab_alloc((stems + 1) * sizeof *from);
    uint32_t *who = lab_alloc((w->used + 1) * sizeof *who);
    double *weight = lab_alloc(stems * sizeof *weight), mean = 0;
    float *rest = lab_alloc((w->n + 1) * sizeof *rest);
    unsigned round, clipped = 0;

    memset(from, 0, (stems + 1) * sizeof *from);
    for (k = 0; k < w->used; k++)
        from[w->stem[k] + 1]++;
    for (i = 0; i < stems; i++)
        from[i + 1] += from[i];
    for (i = 0; i < w->n; i++) {
        mean += w->rest[i] / (double)w->n;
        for (k = w->from[i]; k < w->from[i + 1]; k++)
            who[from[w->stem[k]]++] = (uint32_t)i;
    }
    for (i = stems; i > 0; i--)
        from[i] = from[i - 1];
    from[0] = 0;
    for (i = 0; i < w->n; i++)
        rest[i] = (float)(w->rest[i] - mean);
    for (i = 0; i < stems; i++)
        weight[i] = 0;
    for (round = 0; round < 8; round++) {
        for (i = 0; i < stems; i++) {
            double sum = 0, n = (double)(from[i + 1] - from[i]), step;

            for (k = from[i]; k < from[i + 1]; k++)
                sum += rest[who[k]];
            step = (sum - ridge * weight[i]) / (n + ridge);
            weight[i] += step;
            for (k = from[i]; k < from[i + 1]; k++)
                rest[who[k]] -= (float)step;
        }
    }
    for (i = 0; i < (stems + 3) / 4; i++)
        freq[257 + stems + i] = 0;
    for (i = 0; i < stems; i++) {
        double q = floor(weight[i] / unit + 0.5) + PI_FREQ_PLAIN;

        clipped += q < 0 || q > 15;
        q = q < 0 ? 0 : q > 15 ? 15 : q;
        freq[257 + stems + i / 4] |= (uint16_t)((unsigned)q << 4 * (i % 4));
    }
    if (getenv("DEBUG"))
        for (i = 0; i < stems; i += 40)
            fprintf(stderr, "%zu n %zu w %.4f\n", i, from[i + 1] - from[i], weight[i]);
    fprintf(stderr, "  weights of %lu stems, %u clipped\n", (unsigned long)stems, clipped);
    free(from);
    free(who);
    free(weight);
    free(rest);
}
