/* rouge_eval REF.jsonl[.xz] HYP.jsonl[.xz]
 * rouge_eval REF.jsonl[.xz] --lead N | --lead-words N | --lead-percent N
 *
 * Mean ROUGE F1 of summaries. Rows of HYP have "id" and "summary": a string with a newline between sentences, or a
 * list. Every row of REF counts, a missing summary scores 0, and a row with a list "refs" takes its best reference per
 * measure. --lead takes the first N sentences of each "text", found by a simple rule; --lead-words and --lead-percent
 * those that fit into N words or N percent of the text's bytes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jsonl.h"
#include "rouge_row.h"

typedef struct {
    char *id, *summary;
} answer;

typedef struct {
    answer *list;
    size_t n, room;
} answers;

static int by_id(const void *a, const void *b) { return strcmp(((const answer *)a)->id, ((const answer *)b)->id); }

static void die(const char *path, const jsonl *j)
{
    fprintf(stderr, "rouge_eval: %s: row %lu: not read\n", path, j->row);
    exit(1);
}

static void load(answers *a, const char *path)
{
    jsonl j;
    int got;

    if (jsonl_open(&j, path))
        die(path, &j);
    while ((got = jsonl_next(&j)) > 0) {
        answer one;

        one.id = jsonl_string(&j, "id");
        one.summary = jsonl_string(&j, "summary");
        if (!one.id || !one.summary) {
            free(one.id);
            free(one.summary);
            continue;
        }
        if (a->n == a->room) {
            a->room = 2 * a->room + 1024;
            a->list = lab_realloc(a->list, a->room * sizeof *a->list);
        }
        a->list[a->n++] = one;
    }
    if (got < 0 || jsonl_close(&j))
        die(path, &j);
    if (a->n)
        qsort(a->list, a->n, sizeof *a->list, by_id);
}

static int blank(int c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static int wordly(int c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80);
}

/* Whether s[0..n), which ends in a full stop, ends in a title or an initial. */
static int abbreviated(const char *s, size_t n)
{
    static const char *const list[] = { "Mr", "Mrs", "Ms", "Dr", "St", "Jr", "Sr", "Gen", "Sen", "Rep", "Gov", "Lt",
        "Col", "U.S" };
    size_t i, k;

    if (n < 2 || s[n - 1] != '.')
        return 0;
    n--;
    if (s[n - 1] >= 'A' && s[n - 1] <= 'Z' && (n < 2 || !wordly(s[n - 2])))
        return 1;
    for (i = 0; i < sizeof list / sizeof *list; i++) {
        k = strlen(list[i]);
        if (k <= n && memcmp(s + n - k, list[i], k) == 0 && (k == n || !wordly(s[n - k - 1])))
            return 1;
    }
    return 0;
}

/* Length of a closing quote or bracket at s, or 0. */
static size_t closing(const char *s)
{
    if (*s == '"' || *s == '\'' || *s == ')')
        return 1;
    return strncmp(s, "\xe2\x80\x9d", 3) == 0 || strncmp(s, "\xe2\x80\x99", 3) == 0 ? 3 : 0;
}

/* Where the sentence that begins at s[i] ends. */
static size_t sentence_end(const char *s, size_t i)
{
    for (; s[i]; i++) {
        if (strchr(".?!", s[i])) {
            size_t e = i + 1, k;

            while ((k = closing(s + e)) > 0)
                e += k;
            if ((!s[e] || blank(s[e])) && !abbreviated(s, e))
                return e;
        } else if (s[i] == '\n') {
            size_t e = i + 1;

            while (blank(s[e]) && s[e] != '\n')
                e++;
            if (s[e] == '\n')
                return e + 1;
        }
    }
    return i;
}

/* How much of a text its lead is; 0: no limit. */
typedef struct {
    unsigned long sentences, words, percent;
} limit;

/* The first sentences, a line each, on the heap. */
static char *lead(const char *s, limit most)
{
    size_t n = strlen(s), i = 0, e, k, words = 0;
    char *out = lab_alloc(2 * n + 2), *to = out;
    unsigned long sentences = 0;

    for (; s[i]; i = e) {
        size_t own = 0;

        e = sentence_end(s, i);
        for (k = i; k < e; k++)
            own += !blank(s[k]) && (k == i || blank(s[k - 1]));
        words += own;
        sentences += own > 0;
        if ((most.sentences && sentences > most.sentences) || (most.words && words > most.words)
            || (most.percent && e > n * most.percent / 100))
            break;
        for (k = i; k < e; k++)
            *to++ = s[k] == '\n' ? ' ' : s[k];
        *to++ = '\n';
    }
    *to = 0;
    return out;
}

int main(int argc, char **argv)
{
    static const char *const leads[] = { "--lead", "--lead-words", "--lead-percent" };
    limit most = { 0, 0, 0 };
    unsigned long *const limits[] = { &most.sentences, &most.words, &most.percent };
    unsigned long rows = 0, missing = 0;
    double r1 = 0, r2 = 0, lsum = 0, n;
    answers have = { NULL, 0, 0 };
    jsonl j;
    int got, leading = 0, i;

    for (i = 0; argc == 4 && i < 3; i++)
        if (strcmp(argv[2], leads[i]) == 0)
            leading = (*limits[i] = strtoul(argv[3], NULL, 10)) > 0;
    if (argc != 3 && !leading) {
        fputs("usage: rouge_eval REF.jsonl[.xz] HYP.jsonl[.xz]\n       rouge_eval REF.jsonl[.xz] --lead N | --lead-words N | --lead-percent N\n", stderr);
        return 2;
    }
    if (!leading)
        load(&have, argv[2]);
    if (jsonl_open(&j, argv[1]))
        die(argv[1], &j);
    while ((got = jsonl_next(&j)) > 0) {
        answer key = { jsonl_string(&j, "id"), NULL }, *a = NULL;
        char *text = leading ? jsonl_string(&j, "text") : NULL, *cut = text ? lead(text, most) : NULL;
        rouge_score s;

        if (!leading && have.n && key.id)
            a = bsearch(&key, have.list, have.n, sizeof *have.list, by_id);
        missing += !a && !cut;
        rouge_row(&j, a ? a->summary : cut ? cut : "", &s);
        r1 += s.r1;
        r2 += s.r2;
        lsum += s.lsum;
        rows++;
        free(key.id);
        free(text);
        free(cut);
    }
    if (got < 0 || jsonl_close(&j))
        die(argv[1], &j);
    n = rows ? (double)rows / 100 : 1;
    printf("documents %lu  missing %lu  ROUGE-1 %.2f  ROUGE-2 %.2f  ROUGE-Lsum %.2f\n", rows, missing, r1 / n, r2 / n,
           lsum / n);
    return 0;
}
