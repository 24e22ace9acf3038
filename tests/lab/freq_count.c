/* Counts stems in running text with the core's own cutter and stemmer and writes the background table's
 * readable source, core/model/en.freq.
 *
 * usage: freq_count STEMS ROWS NEWS.jsonl NOVELS.tsv > en.freq
 *
 * The chance p of a stem to occur in a text of about 750 words is the mean of two shares: of the first
 * ROWS news articles that have it, and of such stretches of novels that would have it by its count in
 * NOVELS.tsv (word TAB count ...). The STEMS commonest are listed with rarity round(-2 log2 p). */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jsonl.h"
#include "lex.h"
#include "state.h"
#include "stem.h"

extern const pith_model pith_en;

enum { SLOTS = 1 << 21, STRETCH = 750 };

typedef struct {
    char stem[PI_WORD_KEPT + 2];
    unsigned long rows, last;
    double novels;
    double p;
} entry;

static entry *table;

static entry *slot(const char *stem, uint32_t hash)
{
    size_t i = hash % SLOTS;

    while (table[i].stem[0] && strcmp(table[i].stem, stem) != 0)
        i = (i + 1) % SLOTS;
    if (!table[i].stem[0])
        strcpy(table[i].stem, stem);
    return &table[i];
}

/* The entry of a token's stem, or a null pointer for what is no term with letters alone. */
static entry *of_token(pi_token *t)
{
    char stem[PI_WORD_KEPT + 2];
    uint32_t h;
    size_t n;

    if (t->kind != PI_TOK_WORD || t->n < 2 || t->n >= PI_WORD_KEPT || t->flags & PI_TOK_DIGIT
        || pi_lex(&pith_en, t->hash) & PI_LEX_STOP)
        return NULL;
    n = pi_stem(pith_en.stem, t->folded, t->n);
    if (n == 0)
        n = t->n;
    memcpy(stem, t->folded, n);
    stem[n] = 0;
    for (h = 0, n = 0; stem[n]; n++)
        h = pi_hash_step(h, (uint8_t)stem[n]);
    return slot(stem, pi_hash_end(h));
}

static void count_text(const char *text, unsigned long row)
{
    pi_cutter cut;
    size_t n = strlen(text), at = 0;

    pi_cut_init(&cut, 0);
    for (;;) {
        if (at < n)
            at += pi_cut(&cut, (const uint8_t *)text + at, n - at);
        else
            pi_cut_end(&cut);
        if (cut.ready) {
            entry *e = of_token(&cut.tok);

            if (e && e->last != row) {
                e->last = row;
                e->rows++;
            }
        } else if (at == n) {
            return;
        }
    }
}

static unsigned long count_news(const char *path, unsigned long rows)
{
    jsonl in;
    unsigned long n = 0;

    if (jsonl_open(&in, path) != 0) {
        fprintf(stderr, "freq_count: cannot open %s\n", path);
        exit(1);
    }
    while (n < rows && jsonl_next(&in) == 1) {
        char *text = jsonl_string(&in, "text");

        if (text)
            count_text(text, ++n);
        free(text);
    }
    jsonl_close(&in);
    return n;
}

static double count_novels(const char *path)
{
    FILE *f = fopen(path, "r");
    char line[512], word[256];
    double total = 0, count;

    if (!f) {
        fprintf(stderr, "freq_count: cannot open %s\n", path);
        exit(1);
    }
    while (fgets(line, sizeof line, f)) {
        pi_cutter cut;
        size_t n, at = 0;

        if (sscanf(line, "%255[^\t]\t%lf", word, &count) != 2)
            continue;
        total += count;
        n = strlen(word);
        pi_cut_init(&cut, 0);
        while (at < n && !cut.ready)
            at += pi_cut(&cut, (const uint8_t *)word + at, n - at);
        if (!cut.ready)
            pi_cut_end(&cut);
        if (cut.ready && cut.tok.length == n) {
            entry *e = of_token(&cut.tok);

            if (e)
                e->novels += count;
        }
    }
    fclose(f);
    return total;
}

static int by_chance(const void *a, const void *b)
{
    const entry *x = (const entry *)a, *y = (const entry *)b;

    return x->p < y->p ? 1 : x->p > y->p ? -1 : strcmp(x->stem, y->stem);
}

int main(int argc, char **argv)
{
    unsigned long stems, rows, i;
    double total;

    if (argc != 5) {
        fprintf(stderr, "usage: freq_count STEMS ROWS NEWS.jsonl NOVELS.tsv > en.freq\n");
        return 2;
    }
    stems = strtoul(argv[1], NULL, 10);
    table = lab_alloc(sizeof *table * SLOTS);
    memset(table, 0, sizeof *table * SLOTS);
    rows = count_news(argv[3], strtoul(argv[2], NULL, 10));
    total = count_novels(argv[4]);
    for (i = 0; i < SLOTS; i++)
        table[i].p = 0.5 * (double)table[i].rows / (double)rows
                   + 0.5 * (1.0 - exp(-table[i].novels * STRETCH / total));
    qsort(table, SLOTS, sizeof *table, by_chance);
    printf("# Background frequencies of English stems: stem, rarity (0 commonest to 14).\n"
           "# The source of en_freq.c (tests/lab/mkfreq.c); counted by tests/lab/freq_count.c.\n");
    for (i = 0; i < stems && table[i].stem[0]; i++) {
        long rarity = lround(-2.0 * log2(table[i].p));

        printf("%s %ld\n", table[i].stem, rarity > 14 ? 14 : rarity);
    }
    free(table);
    return 0;
}
