/* The stemmer: reads the rules of en.stem, whose head says what they mean, and does them word by word. */
#include "ref.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Steps in the order in which they are done; the rules of AFTER are called. */
enum { WORDS, STEP_0, STEP_1A, STEP_1B, STEP_1C, STEP_2, STEP_3, STEP_4, STEP_5, AFTER, STEPS };
enum { ENDS_MOST = 200, WORD_MOST = 64 };

/* One end of a word, and what is done with a word that has it. */
typedef struct {
    char pattern[24];     /* without ^ ( ) */
    int whole;            /* ^ */
    size_t from, to;      /* what is replaced in it */
    int r1, r2, must;     /* conditions: R1, R2; ! */
    int vowel, no_r1;     /* vowel, R1none */
    int changes, then;    /* there is an arrow; the rules of AFTER follow */
    char into[24];
} end;

static end ends[STEPS][ENDS_MOST];
static size_t count[STEPS], begins;
static char begin[20][12], class[26][40];
static int ready;

static int step_of(const char *name)
{
    static const char *const names[] = { "0", "1a", "1b", "1c", "2", "3", "4", "5" };
    int i;

    for (i = 0; i < 8; i++)
        if (strcmp(name, names[i]) == 0)
            return STEP_0 + i;
    fprintf(stderr, "en.stem: step %s is not known\n", name);
    exit(1);
}

static void add_end(end *e, const char *s)
{
    size_t n = 0;
    int bracket = 0;

    memset(e, 0, sizeof *e);
    for (; *s; s++) {
        if (*s == '^')
            e->whole = 1;
        else if (*s == '(')
            e->from = n, bracket = 1;
        else if (*s == ')')
            e->to = n;
        else
            e->pattern[n++] = *s;
    }
    if (!bracket)
        e->to = n;
}

/* A line of a step: ends, conditions, an arrow and what comes in their place. */
static void add_rule(int step, char *line)
{
    end rule, *e;
    size_t first = count[step], i;
    char *part;

    memset(&rule, 0, sizeof rule);
    for (part = strtok(line, " \n"); part; part = strtok(NULL, " \n")) {
        if (strcmp(part, "->") == 0)
            rule.changes = 1;
        else if (strcmp(part, "then") == 0)
            rule.then = 1;
        else if (rule.changes)
            strcpy(rule.into, part);
        else if (strcmp(part, "vowel") == 0)
            rule.vowel = 1;
        else if (strcmp(part, "R1none") == 0)
            rule.no_r1 = 1;
        else if (part[0] == 'R' && part[1] == '1')
            rule.r1 = 1, rule.must = part[2] == '!';
        else if (part[0] == 'R' && part[1] == '2')
            rule.r2 = 1, rule.must = part[2] == '!';
        else
            add_end(&ends[step][count[step]++], part);
    }
    for (i = first; i < count[step]; i++) {
        e = &ends[step][i];
        e->r1 = rule.r1, e->r2 = rule.r2, e->must = rule.must, e->vowel = rule.vowel, e->no_r1 = rule.no_r1;
        e->changes = rule.changes, e->then = rule.then;
        strcpy(e->into, rule.into);
        e->whole |= step == WORDS;
    }
}

static void read_rules(const char *dir)
{
    char path[1000], line[1000], name[20], letters[40];
    int step = WORDS;
    FILE *f;

    snprintf(path, sizeof path, "%s/en.stem", dir);
    f = fopen(path, "r");
    if (!f) {
        perror(path);
        exit(1);
    }
    while (fgets(line, sizeof line, f)) {
        if (line[0] == '#' || line[0] == '\n' || strncmp(line, "mark", 4) == 0 || strncmp(line, "least", 5) == 0
            || strncmp(line, "vowel", 5) == 0 || strncmp(line, "semivowel", 9) == 0)
            continue;
        if (sscanf(line, "class %19s %39s", name, letters) == 2) {
            strcpy(class[name[0] - 'A'], letters);
        } else if (strncmp(line, "begin ", 6) == 0) {
            char *word = strtok(line + 6, " \n");

            for (; word; word = strtok(NULL, " \n"))
                strcpy(begin[begins++], word);
        } else if (strcmp(line, "words\n") == 0) {
            step = WORDS;
        } else if (strcmp(line, "after\n") == 0) {
            step = AFTER;
        } else if (sscanf(line, "step %19s", name) == 1) {
            step = step_of(name);
        } else {
            add_rule(step, line);
        }
    }
    fclose(f);
    ready = 1;
}

/* A word that is being stemmed. */
typedef struct {
    char w[WORD_MOST];
    size_t n, r1, r2; /* regions are found when a rule first asks for them */
    int regions;
} word;

static int in(const char *letters, char c) { return c != 0 && strchr(letters, c) != NULL; }

static int is_vowel(const word *x, size_t i)
{
    return x->w[i] == 'y' ? i > 0 && !is_vowel(x, i - 1) : in("aeiou", x->w[i]);
}

/* Behind the first letter without a vowel's sound that follows a vowel, from letter i on. */
static size_t region(const word *x, size_t i)
{
    while (i < x->n && !is_vowel(x, i))
        i++;
    while (i < x->n && is_vowel(x, i))
        i++;
    return i < x->n ? i + 1 : WORD_MOST;
}

static void find_regions(word *x)
{
    size_t i;

    if (x->regions)
        return;
    x->regions = 1;
    x->r1 = region(x, 0);
    for (i = 0; i < begins; i++)
        if (strncmp(x->w, begin[i], strlen(begin[i])) == 0)
            x->r1 = strlen(begin[i]);
    x->r2 = region(x, x->r1);
}

/* Does letter k of the word fit c of a pattern? */
static int fits(const word *x, char c, size_t k)
{
    char letter = x->w[k];

    switch (c) {
    case '.': return 1;
    case '=': return letter == x->w[k + 1];
    case 'V': return is_vowel(x, k);
    case 'N': return !is_vowel(x, k);
    default:
        if (c < 'A' || c > 'Z')
            return letter == c;
        return letter >= 'a' && letter <= 'z' ? in(class[c - 'A'], letter) : in(class[c - 'A'], '*');
    }
}

static int has_end(const word *x, const end *e)
{
    size_t n = strlen(e->pattern), i;

    if (n > x->n || (e->whole && n != x->n))
        return 0;
    for (i = 0; i < n; i++)
        if (!fits(x, e->pattern[i], x->n - n + i))
            return 0;
    return 1;
}

static int may(word *x, const end *e)
{
    size_t before = x->n - strlen(e->pattern), i;

    if (e->r1 || e->r2 || e->no_r1)
        find_regions(x);
    if ((e->r1 && before + e->from < x->r1) || (e->r2 && before + e->from < x->r2) || (e->no_r1 && x->n > x->r1))
        return 0;
    for (i = 0; e->vowel && i < before && !is_vowel(x, i);)
        i++;
    return !e->vowel || i < before;
}

/* Does the first rule of a step that fits. Returns whether one did. */
static int run(word *x, int step)
{
    char was[WORD_MOST];
    size_t i, at;

    for (i = 0; i < count[step]; i++) {
        const end *e = &ends[step][i];

        if (!has_end(x, e))
            continue;
        if (!may(x, e)) {
            if (e->must)
                return 0;
            continue;
        }
        if (!e->changes)
            return 1;
        at = x->n - strlen(e->pattern) + e->from;
        if (at == 0 && !e->into[0])
            return 1; /* no word becomes empty */
        memcpy(was, x->w, sizeof was);
        snprintf(x->w, sizeof x->w, "%.*s%.*s%s", (int)at, was, 23, e->into, was + at + (e->to - e->from));
        x->n = strlen(x->w);
        if (e->then)
            run(x, AFTER);
        return 1;
    }
    return 0;
}

size_t ref_stem(uint8_t *w, size_t n, const char *dir)
{
    word x;
    int step;

    if (!ready)
        read_rules(dir);
    if (n < 3)
        return n;
    memset(&x, 0, sizeof x);
    memcpy(x.w, w, n);
    if (x.w[0] == '\'')
        memmove(x.w, x.w + 1, n);
    x.n = strlen(x.w);
    if (!run(&x, WORDS))
        for (step = STEP_0; step < AFTER; step++)
            run(&x, step);
    memcpy(w, x.w, x.n);
    return x.n;
}
