/* What is known of words, from the readable sources of the model. */
#include "ref.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lex.h"
#include "model/en.h"
#include "word.h"

uint32_t ref_hash(const uint8_t *s, size_t n)
{
    uint32_t h = 0;

    while (n--)
        h = h * 33 + *s++;
    h ^= h >> 16;
    h *= UINT32_C(0x21f0aaad);
    return h ^ (h >> 15);
}

/* A listed word is known by the first bits of its hash, lest a rare other word be taken for another by the core alone. */
typedef struct {
    uint32_t hash;
    uint16_t flags;         /* of a word */
    uint8_t rarity, weight; /* of a stem */
} entry;

typedef struct {
    entry *e; /* sorted: see by_hash() */
    size_t n;
    unsigned bits;
    size_t first[257]; /* entry whose hash has i in its top 8 bits, or the next one */
} list;

static list words = { NULL, 0, 24, { 0 } }, stems = { NULL, 0, 20, { 0 } };

static entry *add(list *l, const char *word)
{
    entry *e;

    l->e = ref_grow(l->e, l->n, sizeof *l->e);
    e = &l->e[l->n++];
    memset(e, 0, sizeof *e);
    e->hash = ref_hash((const uint8_t *)word, strlen(word));
    return e;
}

static int compare(uint32_t a, uint32_t b) { return a < b ? -1 : a > b; }

/* By the bits that tell stems apart; of stems that share them the commoner first, which stands for both. */
static int by_hash(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    int order = compare(x->hash >> 12, y->hash >> 12);

    if (order == 0)
        order = compare(x->rarity * 16u + x->weight, y->rarity * 16u + y->weight);
    return order ? order : compare(x->hash, y->hash);
}

static void sort(list *l)
{
    size_t i = 0, k;

    qsort(l->e, l->n, sizeof *l->e, by_hash);
    for (k = 0; k <= 256; k++) {
        while (i < l->n && l->e[i].hash >> 24 < k)
            i++;
        l->first[k] = i;
    }
}

static entry *find(const list *l, uint32_t hash)
{
    uint32_t key = hash >> (32 - l->bits);
    size_t i;

    for (i = l->first[key >> (l->bits - 8)]; i < l->n && l->e[i].hash >> (32 - l->bits) <= key; i++)
        if (l->e[i].hash >> (32 - l->bits) == key)
            return &l->e[i];
    return NULL;
}

static FILE *open_in(const char *dir, const char *name)
{
    char path[1000];
    FILE *f;

    snprintf(path, sizeof path, "%s/%s", dir, name);
    f = fopen(path, "r");
    if (!f) {
        perror(path);
        exit(1);
    }
    return f;
}

static uint16_t flag_of(const char *name)
{
    static const char *const names[] = { "stop:", "title:", "abbr:", "number:", "date:", "pronoun:", "connect:", "say:",
                                         "credit:", "starter:", "honor:", "letter:", "person:" };
    size_t i;

    for (i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(names[i], name) == 0)
            return (uint16_t)(1u << i);
    fprintf(stderr, "en.words: %s is not known\n", name);
    exit(1);
}

static void read_words(const char *dir)
{
    FILE *f = open_in(dir, "en.words");
    char line[1000], *word;
    uint16_t flag = 0;
    size_t i, k;

    while (fgets(line, sizeof line, f)) {
        if (line[0] == '#')
            continue;
        for (word = strtok(line, " \n"); word; word = strtok(NULL, " \n")) {
            if (word[strlen(word) - 1] == ':')
                flag = flag_of(word);
            else
                add(&words, word)->flags |= flag;
        }
    }
    fclose(f);
    sort(&words);
    for (i = k = 0; i < words.n; i++) /* a word may stand in several lists */
        if (k > 0 && words.e[k - 1].hash == words.e[i].hash)
            words.e[k - 1].flags |= words.e[i].flags;
        else
            words.e[k++] = words.e[i];
    words.n = k;
    sort(&words);
}

static void read_stems(const char *dir)
{
    FILE *f = open_in(dir, "en.freq");
    char line[200], stem[100];
    unsigned rarity, weight;

    while (stems.n < PI_EN_FREQ_COUNT && fgets(line, sizeof line, f)) {
        entry *e;

        if (line[0] == '#' || sscanf(line, "%99s %u %u", stem, &rarity, &weight) != 3)
            continue;
        e = add(&stems, stem);
        e->rarity = (uint8_t)rarity;
        e->weight = (uint8_t)weight;
    }
    fclose(f);
    sort(&stems);
}

static uint32_t stem_hash(const ref_token *t, const char *dir)
{
    uint8_t w[PI_WORD_KEPT + 1];

    if (t->n > PI_WORD_KEPT - 4 || t->kind != PI_TOK_WORD)
        return t->hash;
    memcpy(w, t->folded, t->n);
    return ref_hash(w, ref_stem(w, t->n, dir));
}

void ref_know(ref_tokens *l, const char *dir, int frequencies)
{
    size_t i;

    if (!words.n) {
        read_words(dir);
        read_stems(dir);
    }
    for (i = 0; i < l->n; i++) {
        ref_token *t = &l->t[i];
        const entry *e = t->kind == PI_TOK_WORD ? find(&words, t->hash) : NULL;
        uint32_t hash;

        t->lex = e ? e->flags : 0;
        t->term = 0;
        t->rarity = 0;
        t->weight = PI_FREQ_PLAIN;
        if (t->kind > PI_TOK_LINK || t->lex & PI_LEX_STOP)
            continue;
        hash = stem_hash(t, dir);
        t->term = (uint16_t)(hash >> 16 ? hash >> 16 : 1);
        e = frequencies ? find(&stems, hash) : NULL;
        t->rarity = e ? e->rarity : PI_FREQ_RARE;
        if (e)
            t->weight = e->weight;
    }
}
