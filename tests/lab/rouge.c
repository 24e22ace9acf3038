#include "rouge.h"

#include <stdlib.h>
#include <string.h>

#include "jsonl.h"

/* Stems that were met, in a table of open addressing that doubles when half full; never freed. */
static struct {
    char **word;
    uint32_t *number;
    size_t size, used;
} stems;

static size_t place(const char *w)
{
    uint32_t h = 2166136261u;
    size_t i;

    for (i = 0; w[i]; i++)
        h = (h ^ (unsigned char)w[i]) * 16777619u;
    for (i = h & (stems.size - 1); stems.word[i] && strcmp(stems.word[i], w) != 0;)
        i = (i + 1) & (stems.size - 1);
    return i;
}

static void grow(void)
{
    char **word = stems.word;
    uint32_t *number = stems.number;
    size_t size = stems.size, i, at;

    stems.size = size ? 2 * size : 65536;
    stems.word = lab_alloc(stems.size * sizeof *stems.word);
    stems.number = lab_alloc(stems.size * sizeof *stems.number);
    for (i = 0; i < stems.size; i++)
        stems.word[i] = NULL;
    for (i = 0; i < size; i++) {
        if (word[i]) {
            at = place(word[i]);
            stems.word[at] = word[i];
            stems.number[at] = number[i];
        }
    }
    free(word);
    free(number);
}

static uint32_t number_of(const char *w)
{
    size_t at, n = strlen(w);

    if (2 * stems.used >= stems.size)
        grow();
    at = place(w);
    if (!stems.word[at]) {
        stems.word[at] = lab_alloc(n + 1);
        memcpy(stems.word[at], w, n + 1);
        stems.number[at] = (uint32_t)stems.used++;
    }
    return stems.number[at];
}

static int alnum(int c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/* The word of n bytes at `s`: words of four and more letters without a digit are stemmed. */
static uint32_t read_word(const char *s, size_t n)
{
    char small[64], *w = n < sizeof small - 1 ? small : lab_alloc(n + 2);
    int letters = 1;
    uint32_t number;
    size_t i;

    for (i = 0; i < n; i++) {
        w[i] = s[i];
        if (s[i] >= 'A' && s[i] <= 'Z')
            w[i] = (char)(s[i] - 'A' + 'a');
        if (s[i] <= '9')
            letters = 0;
    }
    if (letters && n > 3)
        n = rouge_stem(w, n);
    w[n] = 0;
    number = number_of(w);
    if (w != small)
        free(w);
    return number;
}

void rouge_read(rouge_text *t, const char *s, size_t n)
{
    size_t i = 0, from, fresh = 1;

    t->word = lab_alloc((n / 2 + 1) * sizeof *t->word);
    t->line = lab_alloc((n / 2 + 2) * sizeof *t->line);
    t->words = t->lines = 0;
    while (i < n) {
        if (!alnum(s[i])) {
            fresh |= s[i] == '\n';
            i++;
            continue;
        }
        for (from = i; i < n && alnum(s[i]); i++)
            continue;
        if (fresh)
            t->line[t->lines++] = t->words;
        fresh = 0;
        t->word[t->words++] = read_word(s + from, i - from);
    }
    t->line[t->lines] = t->words;
}

void rouge_free(rouge_text *t)
{
    free(t->word);
    free(t->line);
    memset(t, 0, sizeof *t);
}

static int by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* The n-grams of a text, sorted. Returns how many. */
static size_t grams(const rouge_text *t, unsigned n, uint64_t *out)
{
    size_t i, count = t->words >= n ? t->words - n + 1 : 0;

    for (i = 0; i < count; i++)
        out[i] = n == 1 ? t->word[i] : (uint64_t)t->word[i] << 32 | t->word[i + 1];
    qsort(out, count, sizeof *out, by_value);
    return count;
}

static double f1(size_t hits, size_t nref, size_t nhyp) { return hits ? 2.0 * (double)hits / (double)(nref + nhyp) : 0; }

static double overlap(const rouge_text *ref, const rouge_text *hyp, unsigned n)
{
    uint64_t *a = lab_alloc((ref->words + hyp->words) * sizeof *a), *b = a + ref->words;
    size_t na = grams(ref, n, a), nb = grams(hyp, n, b), i = 0, j = 0, hits = 0;

    while (i < na && j < nb) {
        if (a[i] == b[j]) {
            hits++;
            i++;
            j++;
        } else if (a[i] < b[j]) {
            i++;
        } else {
            j++;
        }
    }
    free(a);
    return f1(hits, na, nb);
}

/* Marks in hit[] the words of `r` that lie on one longest common subsequence with `h`. rows has room for
 * (nr + 1) * (nh + 1) lengths. */
static void mark_lcs(const uint32_t *r, size_t nr, const uint32_t *h, size_t nh, uint16_t *rows, char *hit)
{
    size_t i, j, w = nh + 1;

    memset(rows, 0, w * sizeof *rows);
    for (i = 1; i <= nr; i++) {
        uint16_t *up = rows + (i - 1) * w, *row = up + w;

        row[0] = 0;
        for (j = 1; j <= nh; j++)
            row[j] = r[i - 1] == h[j - 1] ? (uint16_t)(up[j - 1] + 1) : up[j] > row[j - 1] ? up[j] : row[j - 1];
    }
    for (i = nr, j = nh; i && j;) {
        if (r[i - 1] == h[j - 1]) {
            i--;
            j--;
            hit[i] = 1;
        } else if (rows[i * w + j - 1] > rows[(i - 1) * w + j]) {
            j--;
        } else {
            i--;
        }
    }
}

/* Takes one of `w` out of the sorted list: its first copy that is not used yet. */
static int take(const uint64_t *list, size_t n, char *used, uint32_t w)
{
    size_t low = 0, high = n;

    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (list[mid] < w)
            low = mid + 1;
        else
            high = mid;
    }
    while (low < n && list[low] == w && used[low])
        low++;
    if (low == n || list[low] != w)
        return 0;
    used[low] = 1;
    return 1;
}

/* Union of the longest common subsequences of each reference line with all lines of the summary; no word counts more
 * often than the summary has it. (The reference's own limit holds by itself: each position is marked once.) */
static double lsum(const rouge_text *ref, const rouge_text *hyp)
{
    size_t i, j, longest = 0, hits = 0;
    uint64_t *have = lab_alloc(hyp->words * sizeof *have);
    char *used = lab_alloc(hyp->words + 1), *hit = lab_alloc(ref->words + 1);
    uint16_t *rows;

    grams(hyp, 1, have);
    memset(used, 0, hyp->words + 1);
    for (i = 0; i < ref->lines; i++) {
        if (ref->line[i + 1] - ref->line[i] > longest)
            longest = ref->line[i + 1] - ref->line[i];
    }
    rows = lab_alloc((longest + 1) * (hyp->words + 1) * sizeof *rows);
    memset(hit, 0, ref->words + 1);
    for (i = 0; i < ref->lines; i++) {
        for (j = 0; j < hyp->lines; j++)
            mark_lcs(ref->word + ref->line[i], ref->line[i + 1] - ref->line[i], hyp->word + hyp->line[j],
                     hyp->line[j + 1] - hyp->line[j], rows, hit + ref->line[i]);
    }
    for (i = 0; i < ref->words; i++)
        hits += hit[i] && take(have, hyp->words, used, ref->word[i]);
    free(have);
    free(used);
    free(hit);
    free(rows);
    return f1(hits, ref->words, hyp->words);
}

rouge_score rouge_compare(const rouge_text *ref, const rouge_text *hyp)
{
    rouge_score s;

    s.r1 = overlap(ref, hyp, 1);
    s.r2 = overlap(ref, hyp, 2);
    s.lsum = lsum(ref, hyp);
    return s;
}
