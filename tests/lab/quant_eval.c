/* Exact spans of quantities against rows {"text": ..., "entities": [{"start", "end", "type"}]} with offsets in code points.
 *
 * usage: quant_eval [-v] ROWS.jsonl KIND TYPE[,TYPE...]
 *
 * KIND is one of DATE TIME MONEY PERCENT NUMBER; TYPE the end of the types that are meant. What is found within a span of
 * another type counts neither way: of two things in one span of the rows ("Friday at 3 pm") the core finds each. Printed
 * are precision, recall, F1 over all rows, then over running text: rows with more than the one span. -v lists errors. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jsonl.h"
#include "pith.h"

enum { SPANS = 64, CELLS = 256 };

typedef struct {
    size_t from, to;
    int meant, hit;
} span;

typedef struct {
    unsigned long right, found, gold;
} score;

static int verbose;

static size_t bytes_of(const char *text, long chars)
{
    size_t i = 0;

    for (; text[i] && chars > 0; chars--)
        for (i++; (text[i] & 0xC0) == 0x80; i++) { }
    return i;
}

static int is_meant(const char *type, const char *types)
{
    char list[200], *t;

    snprintf(list, sizeof list, "%s", types);
    for (t = strtok(list, ","); t; t = strtok(NULL, ",")) {
        size_t n = strlen(type), k = strlen(t);

        if (n >= k && strcmp(type + n - k, t) == 0 && (n == k || type[n - k - 1] == '.'))
            return 1;
    }
    return 0;
}

static size_t gold_of(const jsonl *j, const char *text, const char *types, span *g)
{
    size_t n = 0;
    char *start, *end, *type;

    while (n < SPANS && (start = jsonl_part(j, "entities", n, "start")) != NULL) {
        end = jsonl_part(j, "entities", n, "end");
        type = jsonl_part(j, "entities", n, "type");
        g[n].from = bytes_of(text, atol(start));
        g[n].to = end ? bytes_of(text, atol(end)) : g[n].from;
        g[n].meant = type && is_meant(type, types);
        g[n].hit = 0;
        n++;
        free(start);
        free(end);
        free(type);
    }
    return n;
}

static size_t found_of(const char *text, int kind, span *f)
{
    static const pith_names_config cfg = { &pith_en, &pith_en_names, 0, 0, &pith_en_quantities };
    static pith_cell memo[CELLS];
    static pith_names p;
    size_t n = strlen(text), taken, k = 0;
    const char *at = text;
    pith_item item;
    int more, ended = 0;

    pith_names_init(&p, &cfg, memo, CELLS);
    for (;;) {
        more = pith_names_scan(&p, at, n, &taken, &item);
        at += taken;
        n -= taken;
        if (more == PITH_MORE) {
            if (item.kind == kind && k < SPANS) {
                f[k].from = item.offset;
                f[k].to = item.offset + item.length;
                f[k].hit = 0;
                k++;
            }
        } else if (ended++) {
            return k;
        } else {
            pith_names_end(&p);
        }
    }
}

static void compare(const char *text, span *g, size_t golds, span *f, size_t found, score *s)
{
    size_t i, k;

    for (k = 0; k < found; k++) {
        int other = 0;

        for (i = 0; i < golds; i++) {
            if (g[i].meant && g[i].from == f[k].from && g[i].to == f[k].to)
                g[i].hit = f[k].hit = 1;
            other |= !g[i].meant && f[k].from < g[i].to && g[i].from < f[k].to;
        }
        s->right += (unsigned)f[k].hit;
        s->found += f[k].hit || !other;
        if (verbose && !f[k].hit && !other)
            printf("  not in the rows: [%.*s] %s\n", (int)(f[k].to - f[k].from), text + f[k].from, text);
    }
    for (i = 0; i < golds; i++) {
        s->gold += (unsigned)g[i].meant;
        if (verbose && g[i].meant && !g[i].hit)
            printf("  missed: [%.*s] %s\n", (int)(g[i].to - g[i].from), text + g[i].from, text);
    }
}

static void print(const char *what, const score *s)
{
    double p = s->found ? (double)s->right / (double)s->found : 0, r = s->gold ? (double)s->right / (double)s->gold : 0;

    printf("  %-12s P %5.1f  R %5.1f  F1 %5.1f  (%lu right, %lu found, %lu in the rows)\n", what, 100 * p, 100 * r,
           p + r > 0 ? 200 * p * r / (p + r) : 0, s->right, s->found, s->gold);
}

int main(int argc, char **argv)
{
    static const char *const kinds[] = { "DATE", "TIME", "MONEY", "PERCENT", "NUMBER" };
    score all = { 0, 0, 0 }, running = { 0, 0, 0 };
    span g[SPANS], f[SPANS];
    int kind = 0, k;
    jsonl j;

    if (argc > 1 && strcmp(argv[1], "-v") == 0) {
        verbose = 1;
        argv++;
        argc--;
    }
    if (argc == 4)
        for (k = 0; k < 5; k++)
            if (strcmp(argv[2], kinds[k]) == 0)
                kind = PITH_DATE + k;
    if (kind == 0 || jsonl_open(&j, argv[1]) < 0) {
        fprintf(stderr, "usage: quant_eval [-v] ROWS.jsonl KIND TYPE[,TYPE...]\n");
        return 2;
    }
    while ((k = jsonl_next(&j)) != 0) {
        char *text = k > 0 ? jsonl_string(&j, "text") : NULL;
        size_t golds, found;
        score row = { 0, 0, 0 };

        if (text == NULL)
            continue;
        golds = gold_of(&j, text, argv[3], g);
        found = found_of(text, kind, f);
        compare(text, g, golds, f, found, &row);
        all.right += row.right;
        all.found += row.found;
        all.gold += row.gold;
        if (!(golds == 1 && strspn(text, " ") == g[0].from && strspn(text + g[0].to, " .!?") == strlen(text + g[0].to))) {
            running.right += row.right;
            running.found += row.found;
            running.gold += row.gold;
        }
        free(text);
    }
    print("all rows", &all);
    print("running text", &running);
    return jsonl_close(&j) < 0;
}
