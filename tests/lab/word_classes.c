/* Word classes by exchange clustering of running text (Uszkoreit and Brants 2008, both directions): words
 * that are met between the same words come into the same class. The core's cutter makes the words; a word
 * that is capitalized inside sentences is another word than the same in small letters.
 *
 * usage: word_classes WORDS CLASSES ROUNDS STEP NEWS.jsonl[.xz] NOVELS.txt > classes.tsv
 *
 * Reads the text of every STEP-th article and the novels; clusters the WORDS commonest forms; writes
 * class TAB count TAB form, commonest first; a capitalized form begins with ^. The same input gives the same bytes. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jsonl.h"
#include "word.h"

enum { SLOTS = 1 << 22, TOKENS = 40000000, LOGS = 1 << 16, BREAK = 0 };

typedef struct {
    char *form; /* "^" before a capitalized one */
    uint32_t inner, count, id;
} entry;

typedef struct { uint32_t word, count; } pair;

static entry *table;
static uint32_t *text; /* slots of the words; top bit: begins a sentence and is capitalized */
static size_t ntext;
static float *logs;

static uint32_t slot(const char *form)
{
    uint32_t h = 0, i;
    const char *p;

    for (p = form; *p; p++)
        h = pi_hash_step(h, (uint8_t)*p);
    i = pi_hash_end(h) % SLOTS;
    while (table[i].form && strcmp(table[i].form, form) != 0)
        i = (i + 1) % SLOTS;
    if (!table[i].form)
        table[i].form = strcpy(lab_alloc(strlen(form) + 1), form);
    return i;
}

/* The form of a token: the mark or "#" and digits alike; 0 in *cap or 1. */
static void form_of(const pi_token *t, char *form, int *cap)
{
    size_t n = t->n;

    *cap = 0;
    if (t->kind == PI_TOK_NUMBER) {
        sprintf(form, "#%d", t->length > 6 ? 6 : t->length);
    } else if (t->kind == PI_TOK_LINK) {
        strcpy(form, "@");
    } else if (t->kind != PI_TOK_WORD) {
        sprintf(form, "*%u", t->mark);
    } else {
        if (t->flags & PI_TOK_POSS && n < PI_WORD_KEPT)
            n -= 2;
        form[0] = '^';
        memcpy(form + 1, t->folded, n);
        form[n + 1] = 0;
        *cap = t->shape > PI_SHAPE_LOWER;
    }
}

static void read_text(const char *s)
{
    pi_cutter cut;
    size_t n = strlen(s), at = 0;
    int begins = 1;

    pi_cut_init(&cut, 0);
    text[ntext++] = BREAK;
    for (;;) {
        int end = at == n;

        if (end)
            pi_cut_end(&cut);
        else
            at += pi_cut(&cut, (const uint8_t *)s + at, n - at);
        if (cut.ready && ntext < TOKENS) {
            char form[PI_WORD_KEPT + 8];
            int cap;

            form_of(&cut.tok, form, &cap);
            if (cut.tok.gap == PI_GAP_PARA)
                begins = 1;
            if (cut.tok.kind == PI_TOK_WORD && !cap)
                memmove(form, form + 1, strlen(form));
            text[ntext++] = slot(form) | (cap && begins ? UINT32_C(0x80000000) : 0);
            if (!(cap && begins))
                table[text[ntext - 1]].inner++;
            begins = cut.tok.kind == PI_TOK_STOP || (begins && cut.tok.kind == PI_TOK_MARK);
        } else if (!cut.ready && end) {
            return;
        }
    }
}

/* A capitalized word that begins a sentence is what it is more often elsewhere. */
static void settle(void)
{
    size_t i;

    for (i = 0; i < ntext; i++) {
        if (text[i] & UINT32_C(0x80000000)) {
            uint32_t cap = text[i] & 0x7FFFFFFF, low = slot(table[cap].form + 1);

            text[i] = table[cap].inner > table[low].inner ? cap : low;
        }
        table[text[i]].count++;
    }
}

static int by_count(const void *a, const void *b)
{
    const entry *x = *(const entry *const *)a, *y = *(const entry *const *)b;

    return x->count < y->count ? 1 : x->count > y->count ? -1 : strcmp(x->form, y->form);
}

static int by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return x < y ? -1 : x > y;
}

static double xlogx(uint32_t n) { return n < LOGS ? (double)logs[n] : n * log(n); }

/* lists[first[w]] .. lists[first[w + 1]]: what stands before (or behind) w, at least twice. */
static pair *neighbours(uint64_t *keys, size_t n, uint32_t words, size_t **first)
{
    pair *list = lab_alloc((n + 1) * sizeof *list);
    size_t i, j, m = 0;
    uint32_t w = 0;

    qsort(keys, n, sizeof *keys, by_value);
    *first = lab_alloc((words + 2u) * sizeof **first);
    (*first)[0] = 0;
    for (i = 0; i < n; i = j) {
        for (j = i; j < n && keys[j] == keys[i]; j++)
            ;
        while (w < keys[i] >> 32)
            (*first)[++w] = m;
        if (j - i > 1) {
            list[m].word = (uint32_t)keys[i];
            list[m++].count = (uint32_t)(j - i);
        }
    }
    while (w <= words)
        (*first)[++w] = m;
    return list;
}

/* Adds to gain[] what each class would gain by w's neighbours; `sign` -1 takes w out of its class first. */
static void shift(uint32_t *sums, const pair *list, size_t from, size_t to, uint32_t classes, uint32_t own, int sign)
{
    for (; from < to; from++)
        sums[list[from].word * classes + own] += sign > 0 ? list[from].count : 0u - list[from].count;
}

static void gains(const uint32_t *sums, const pair *list, size_t from, size_t to, uint32_t classes, double *gain)
{
    uint32_t c;

    for (; from < to; from++) {
        const uint32_t *row = sums + list[from].word * classes;
        uint32_t k = list[from].count;
        float none = (float)xlogx(k);

        for (c = 0; c < classes; c++)
            if (row[c] == 0)
                gain[c] += (double)none;
            else
                gain[c] += xlogx(row[c] + k) - xlogx(row[c]);
    }
}

static void cluster(uint32_t words, uint32_t classes, unsigned rounds, const uint32_t *count, uint8_t *class_of,
                    pair *list[2], size_t *first[2])
{
    uint32_t *sums[2], *total = lab_alloc(classes * sizeof *total), w, c;
    double *gain = lab_alloc(classes * sizeof *gain);
    unsigned round;
    int d;

    memset(total, 0, classes * sizeof *total);
    for (d = 0; d < 2; d++) {
        sums[d] = lab_alloc((size_t)words * classes * sizeof **sums);
        memset(sums[d], 0, (size_t)words * classes * sizeof **sums);
    }
    for (w = 0; w < words; w++) {
        class_of[w] = (uint8_t)(w % classes);
        total[class_of[w]] += count[w];
        for (d = 0; d < 2; d++)
            shift(sums[d], list[d], first[d][w], first[d][w + 1], classes, class_of[w], 1);
    }
    for (round = 0; round < rounds; round++) {
        uint32_t moved = 0;

        for (w = 0; w < words; w++) {
            uint32_t own = class_of[w], best = own;

            total[own] -= count[w];
            for (c = 0; c < classes; c++)
                gain[c] = -2 * (xlogx(total[c] + count[w]) - xlogx(total[c]));
            for (d = 0; d < 2; d++) {
                shift(sums[d], list[d], first[d][w], first[d][w + 1], classes, own, -1);
                gains(sums[d], list[d], first[d][w], first[d][w + 1], classes, gain);
            }
            for (c = 0; c < classes; c++)
                if (gain[c] > gain[best])
                    best = c;
            moved += best != own;
            class_of[w] = (uint8_t)best;
            total[best] += count[w];
            for (d = 0; d < 2; d++)
                shift(sums[d], list[d], first[d][w], first[d][w + 1], classes, best, 1);
        }
        fprintf(stderr, "round %u: %u words moved\n", round + 1, (unsigned)moved);
    }
}

static void read_all(unsigned long step, const char *news, const char *novels)
{
    FILE *f;
    char *buffer;
    size_t n;
    jsonl in;
    unsigned long row = 0;

    if (jsonl_open(&in, news) != 0 || !(f = fopen(novels, "rb"))) {
        fprintf(stderr, "word_classes: cannot open %s or %s\n", news, novels);
        exit(1);
    }
    while (jsonl_next(&in) == 1)
        if (row++ % step == 0) {
            char *s = jsonl_string(&in, "text");

            if (s)
                read_text(s);
            free(s);
        }
    jsonl_close(&in);
    buffer = lab_alloc(1 << 20);
    while ((n = fread(buffer, 1, (1 << 20) - 1, f)) > 0) {
        buffer[n] = 0;
        read_text(buffer);
    }
    fclose(f);
    free(buffer);
}

int main(int argc, char **argv)
{
    uint32_t words, classes, n = 0, i, *count;
    entry **order;
    uint64_t *keys[2];
    size_t nkeys = 0, *first[2], t;
    pair *list[2];
    uint8_t *class_of;

    if (argc != 7) {
        fprintf(stderr, "usage: word_classes WORDS CLASSES ROUNDS STEP NEWS.jsonl NOVELS.txt > classes.tsv\n");
        return 2;
    }
    words = (uint32_t)strtoul(argv[1], NULL, 10);
    classes = (uint32_t)strtoul(argv[2], NULL, 10);
    table = lab_alloc(sizeof *table * SLOTS);
    memset(table, 0, sizeof *table * SLOTS);
    text = lab_alloc(sizeof *text * (TOKENS + 1));
    logs = lab_alloc(sizeof *logs * LOGS);
    for (i = 0; i < LOGS; i++)
        logs[i] = (float)(i ? i * log(i) : 0);
    table[BREAK].form = strcpy(lab_alloc(2), "\n");
    read_all(strtoul(argv[4], NULL, 10), argv[5], argv[6]);
    settle();
    order = lab_alloc(sizeof *order * SLOTS);
    for (i = 0; i < SLOTS; i++)
        if (table[i].count)
            order[n++] = &table[i];
    qsort(order, n, sizeof *order, by_count);
    if (words > n)
        words = n;
    fprintf(stderr, "%lu tokens, %lu forms, least count %lu\n", (unsigned long)ntext, (unsigned long)n,
            (unsigned long)order[words - 1]->count);
    count = lab_alloc(sizeof *count * words);
    for (i = 0; i < n; i++) {
        order[i]->id = i < words ? i : UINT32_MAX;
        if (i < words)
            count[i] = order[i]->count;
    }
    keys[0] = lab_alloc(sizeof **keys * ntext);
    keys[1] = lab_alloc(sizeof **keys * ntext);
    for (t = 1; t < ntext; t++) {
        uint32_t a = table[text[t - 1]].id, b = table[text[t]].id;

        if (a == UINT32_MAX || b == UINT32_MAX)
            continue;
        keys[0][nkeys] = (uint64_t)b << 32 | a;
        keys[1][nkeys++] = (uint64_t)a << 32 | b;
    }
    for (i = 0; i < 2; i++) {
        list[i] = neighbours(keys[i], nkeys, words, &first[i]);
        free(keys[i]);
    }
    class_of = lab_alloc(words);
    cluster(words, classes, (unsigned)strtoul(argv[3], NULL, 10), count, class_of, list, first);
    for (i = 0; i < words; i++)
        if (order[i]->form[0] != '\n')
            printf("%u\t%lu\t%s\n", class_of[i] + 1u, (unsigned long)count[i], order[i]->form);
    return 0;
}
