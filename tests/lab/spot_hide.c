#define _POSIX_C_SOURCE 200809L
#include "spot_hide.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jsonl.h"
#include "spot_model.h"
#include "word.h"

enum { TEXT = 8 << 20 /* bytes of a text */, WORDS = 1 << 20 /* of which are capitalized */ };

static int by_hash(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return x < y ? -1 : x > y;
}

static uint32_t hash_of(const pi_token *t)
{
    uint32_t h = 0, n = t->n, i;

    if (t->flags & PI_TOK_POSS && n < PI_WORD_KEPT)
        n -= 2;
    for (i = 0; i < n; i++)
        h = pi_hash_step(h, t->folded[i]);
    return pi_hash_end(h) ^ PI_SPOT_CASED;
}

/* Hashes of the capitalized words of a text, sorted; returns their number. */
static size_t read_words(const char *text, size_t n, uint32_t *words)
{
    pi_cutter cut;
    size_t at = 0, all = 0;

    pi_cut_init(&cut, 0);
    for (;;) {
        int end = at == n;

        if (end)
            pi_cut_end(&cut);
        else
            at += pi_cut(&cut, (const uint8_t *)text + at, n - at);
        if (cut.ready && cut.tok.kind == PI_TOK_WORD && cut.tok.shape > PI_SHAPE_LOWER && all < WORDS)
            words[all++] = hash_of(&cut.tok);
        if (!cut.ready && end)
            break;
    }
    qsort(words, all, sizeof *words, by_hash);
    return all;
}

void hide_text(hidden *h, const char *path)
{
    char *text = lab_alloc(TEXT);
    uint32_t *words = lab_alloc(WORDS * sizeof *words);
    size_t all, i, j;
    FILE *f = fopen(path, "rb");

    if (!f) {
        fprintf(stderr, "cannot open %s\n", path);
        exit(1);
    }
    all = read_words(text, fread(text, 1, TEXT, f), words);
    fclose(f);
    memset(h, 0, sizeof *h);
    for (i = 0; i < all; i = j) {
        for (j = i; j < all && words[j] == words[i]; j++)
            ;
        if (!words_unknown(words[i], (uint32_t)(j - i)))
            continue;
        if (h->n == h->room)
            h->hash = lab_realloc(h->hash, (h->room = 2 * h->room + 64) * sizeof *h->hash);
        h->hash[h->n++] = words[i];
    }
    free(words);
    free(text);
}

size_t hide_texts(hidden *h, size_t room, const char *dir)
{
    char path[1024];
    size_t n = 0;
    FILE *f;

    sprintf(path, "ls '%.900s'/*.txt | LC_ALL=C sort", dir);
    f = popen(path, "r");
    for (; f && n < room && fgets(path, sizeof path, f); n++) {
        path[strcspn(path, "\n")] = 0;
        hide_text(h + n, path);
    }
    if (f)
        pclose(f);
    return n;
}

void hide(bucket_table *to, const bucket_table *from, const hidden *h)
{
    size_t i;

    memcpy(to->bytes, from->bytes, (size_t)from->buckets * from->each);
    for (i = 0; i < h->n; i++)
        table_remove(to, h->hash[i]);
}
