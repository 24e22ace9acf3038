#include "spot_self.h"

#include <stdlib.h>
#include <string.h>

#include "jsonl.h"

/* Code of a word: 1 + 3 * kind + how sure, kind 0 no name; persons by their place in the name from 19 on. */
static unsigned code_of(const witness *w)
{
    unsigned k, top = 0, sure;

    for (k = 1; k <= PI_SPOT_KINDS; k++)
        if (w->kind[k] > w->kind[top])
            top = k;
    sure = w->kind[top] * 10 > w->all * 9 ? 2 : w->kind[top] * 10 > w->all * 6 ? 1 : 0;
    if (top == 1 + PI_NAME_PERSON)
        return 19 + 3 * (w->first > 2 * w->last ? 0u : w->last > 2 * w->first ? 1u : 2u) + sure;
    return 1 + 3 * top + sure;
}

static void label_text(walk *w, char *text, witness *table, FILE *spans)
{
    bio_doc d = { text, strlen(text), NULL, 0 };

    w->table = table;
    w->spans = spans;
    walk_doc(w, &d);
    if (spans)
        fprintf(spans, "T %lu\n%s\n", (unsigned long)d.length, text);
    w->table = NULL;
    w->spans = NULL;
}

/* Labels every `step`-th article and piece of the novels; each fifth of those with spans for training. */
void label_all(walk *w, const crf *m, unsigned long step, const char *news, const char *novels, const char *codes, const char *spans)
{
    witness *table = lab_alloc(WITNESSES * sizeof *table);
    FILE *f = fopen(novels, "rb"), *out;
    char *buffer = lab_alloc(1 << 14);
    unsigned long row = 0;
    size_t n, i;
    jsonl in;

    memset(table, 0, WITNESSES * sizeof *table);
    w->mode = PREDICT;
    w->model = m;
    w->answers = NULL;
    w->score = NULL;
    out = fopen(spans, "w");
    if (!f || !out || jsonl_open(&in, news) != 0) {
        fprintf(stderr, "cannot open %s or %s\n", news, novels);
        exit(1);
    }
    while (jsonl_next(&in) == 1)
        if (++row % step == 0) {
            char *s = jsonl_string(&in, "text");

            if (s)
                label_text(w, s, table, row / step % 8 == 0 ? out : NULL);
            free(s);
        }
    jsonl_close(&in);
    for (row = 0; (n = fread(buffer, 1, (1 << 14) - 1, f)) > 0; row++) {
        buffer[n] = 0;
        if (row % step == 0)
            label_text(w, buffer, table, row / step % 4 == 0 ? out : NULL);
    }
    fclose(f);
    fclose(out);
    out = fopen(codes, "w");
    for (i = 0; i < WITNESSES; i++)
        if (table[i].all >= 4)
            fprintf(out, "%u\t%lu\t%lx\n", code_of(&table[i]), (unsigned long)(table[i].all * step), (unsigned long)(table[i].hash ^ PI_SPOT_CASED));
    fclose(out);
    free(table);
    free(buffer);
}

/* The texts that label_all wrote. */
void read_spans(bio_set *set, const char *path)
{
    FILE *f = fopen(path, "r");
    char line[128];
    bio_doc d = { NULL, 0, NULL, 0 };
    size_t room = 0;

    if (!f) {
        fprintf(stderr, "cannot open %s\n", path);
        exit(1);
    }
    while (fgets(line, sizeof line, f)) {
        unsigned long a, b;
        unsigned k;

        if (sscanf(line, "S %lu %lu %u", &a, &b, &k) == 3) {
            if (d.nspans == room)
                d.spans = lab_realloc(d.spans, (room = 2 * room + 16) * sizeof *d.spans);
            d.spans[d.nspans].from = (uint32_t)a;
            d.spans[d.nspans].to = (uint32_t)b;
            d.spans[d.nspans].gold = (uint8_t)k;
            d.spans[d.nspans].hit = 0;
            d.spans[d.nspans++].kinds = (uint8_t)(1u << k);
        } else if (sscanf(line, "T %lu", &a) == 1) {
            d.text = lab_alloc(a + 1);
            d.length = fread(d.text, 1, a, f);
            d.text[d.length] = 0;
            fgetc(f);
            set->docs = lab_realloc(set->docs, (set->n + 1) * sizeof *set->docs);
            set->docs[set->n++] = d;
            memset(&d, 0, sizeof d);
            room = 0;
        }
    }
    fclose(f);
}
