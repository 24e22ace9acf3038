/* choice_eval [KEY=VALUE]... FILE...      What a summary takes from its text, where no reference is asked.
 *
 * FILE.jsonl[.xz] has a text in the member "text" of each row, any other file is one. KEYs:
 *     sentences, words, percent   the budget; none: the length that the text deserves
 *     memory                      bytes of the work area (65536)
 *     against                     bytes of another one: how much of the choice is the same with it (16777216)
 *     passes                      2: the text is read twice, the second time with the terms counted in the first
 *     lead                        the first sentences, so many, instead of a summary
 *     small                       1: pith_en_small
 *
 * Prints means over the texts:
 *     sentences   chosen
 *     first3      share of them that are among the first three
 *     place       of them in the text, 0 to 1
 *     tenths      of the text that have a chosen sentence, 0 to 10
 *     dangling    share of them that begin with a word that points back, to a sentence before that is not chosen or not there
 *     covered     occurrences of the text's 100 commonest content stems that are stems of the summary, share
 *     same        share of them that are chosen with the other work area, too
 *     R1, R2, RL  ROUGE-1, ROUGE-2 and ROUGE-Lsum (F1), of rows that have references */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jsonl.h"
#include "known.h"
#include "lex.h"
#include "rouge_row.h"
#include "state.h"

enum { TOP = 100, FIRST = 3, PIECE = 512 /* bytes between two looks of the second pass */ };

typedef struct {
    const char *text;
    size_t length, n;
    struct {
        uint32_t from, to;
        uint8_t chosen, other;
    } *sentence;
    size_t room;
} document;

static struct {
    unsigned long sentences, words, percent, memory, against, passes, lead, small;
} o = { 0, 0, 0, 65536, 16777216, 1, 0, 0 };

static struct {
    double texts, sentences, first, place, tenths, dangling, covered, same;
    rouge_score rouge;
} sum;

static const pith_model *model(void) { return o.small ? &pith_en_small : &pith_en; }

static void must(int ok, const char *what)
{
    if (!ok) {
        fprintf(stderr, "choice_eval: %s\n", what);
        exit(1);
    }
}

/* Words that point to what was said before, when a sentence begins with them; not the core's list. */
static int points_back(const char *s, size_t n)
{
    static const char *const list[] = { "he", "she", "it", "they", "him", "them", "his", "her", "hers", "its", "their",
        "theirs", "this", "that", "these", "those", "such", "but", "and", "or", "so", "yet", "however", "therefore",
        "thus", "hence", "then", "also", "still", "instead", "meanwhile", "moreover", "nor", "otherwise", "nevertheless",
        "besides", "furthermore", "consequently", "afterwards", "similarly", "likewise" };
    char word[16];
    size_t i = 0, k = 0;

    while (i < n && !((s[i] | 0x20) >= 'a' && (s[i] | 0x20) <= 'z'))
        i++;
    for (; i < n && k + 1 < sizeof word && (s[i] | 0x20) >= 'a' && (s[i] | 0x20) <= 'z'; i++)
        word[k++] = (char)(s[i] | 0x20);
    word[k] = 0;
    for (i = 0; i < sizeof list / sizeof *list; i++)
        if (strcmp(list[i], word) == 0)
            return 1;
    return 0;
}

static void open_core(pith *p, unsigned long memory, pith_cell *work)
{
    pith_config cfg = { model(), 0, PITH_NO_KEYWORDS, 0, 0, 0 };

    must(pith_init(p, &cfg, work, memory / sizeof *work) == PITH_OK, "the core refuses that memory");
}

/* The sentences of the text. */
static void split(document *d)
{
    static pith p;
    static pith_cell work[16384];
    size_t at = 0, taken;
    pith_item s;
    int got;

    open_core(&p, sizeof work, work);
    for (d->n = 0;;) {
        got = pith_scan(&p, d->text + at, d->length - at, &taken, &s);
        at += taken;
        if (got == PITH_OK && at == d->length) {
            if (pith_end(&p) != PITH_OK)
                return;
            continue;
        }
        if (got != PITH_MORE)
            return;
        if (d->n == d->room) {
            d->room = 2 * d->room + 1024;
            d->sentence = lab_realloc(d->sentence, d->room * sizeof *d->sentence);
        }
        d->sentence[d->n].from = s.offset;
        d->sentence[d->n].to = s.offset + s.length;
        d->sentence[d->n].chosen = d->sentence[d->n].other = 0;
        d->n++;
    }
}

/* Marks what is chosen with a work area of `memory` bytes. */
static void choose(document *d, unsigned long memory, int other)
{
    static pith p;
    pith_cell *work = lab_alloc(memory);
    pi_term *terms = NULL;
    pith_budget b = { 0, 0, 0, 0, 0, 0, 0 };
    pi_view v;
    pith_item s;
    unsigned long pass;
    size_t bytes = 0, k = 0, at;
    uint16_t i;

    b.sentences = (uint16_t)o.sentences;
    b.words = (uint32_t)o.words;
    b.percent = (uint8_t)o.percent;
    for (pass = 1; pass <= (other ? 1 : o.passes); pass++) {
        open_core(&p, memory, work);
        must(pi_view_of(&v, &p) == PITH_OK, "no view");
        bytes = (size_t)v.k.buckets * PI_WAYS * sizeof *terms;
        if (terms)
            memcpy(v.k.terms, terms, bytes);
        for (at = 0; at < d->length; at += PIECE) {
            must(pith_feed(&p, d->text + at, d->length - at < PIECE ? d->length - at : PIECE) == PITH_OK, "the core refuses a text");
            if (terms) /* stay as the first pass has left them */
                memcpy(v.k.terms, terms, bytes);
        }
        must(pith_end(&p) == PITH_OK, "the core refuses a text");
        if (!terms)
            terms = lab_alloc(bytes);
        else
            memcpy(v.k.terms, terms, bytes);
        memcpy(terms, v.k.terms, bytes);
    }
    while (pith_select(&p, &b) == PITH_MORE) {
    }
    for (i = 0; pith_sentence(&p, i, &s) == PITH_OK; i++) {
        while (k < d->n && d->sentence[k].from < s.offset)
            k++;
        must(k < d->n && d->sentence[k].from == s.offset, "a sentence that the splitter does not know");
        if (other)
            d->sentence[k].other = 1;
        else
            d->sentence[k].chosen = 1;
    }
    free(terms);
    free(work);
}

/* Counts of stems, by their hash. */
static struct {
    uint32_t stem, count;
    uint8_t seen;
} *table;
static size_t slots;

static size_t slot_of(uint32_t stem)
{
    size_t i = stem & (slots - 1);

    while (table[i].count && table[i].stem != stem)
        i = (i + 1) & (slots - 1);
    return i;
}

/* Counts the content words of a part of the text, or notes that the summary has them. */
static void count(const char *s, size_t n, int seen)
{
    size_t at = 0;
    pi_cutter cut;

    pi_cut_init(&cut, 0);
    for (;;) {
        if (at < n)
            at += pi_cut(&cut, (const uint8_t *)s + at, n - at);
        else
            pi_cut_end(&cut);
        if (!cut.ready && at == n)
            return;
        if (cut.ready && cut.tok.kind == PI_TOK_WORD && !(pi_lex(&pith_en, cut.tok.hash) & PI_LEX_STOP)) {
            uint32_t stem = pi_know_stem(&pith_en, &cut.tok);
            size_t i = slot_of(stem);

            if (seen) {
                table[i].seen = 1;
            } else {
                table[i].stem = stem;
                table[i].count++;
            }
        }
    }
}

static double covered(const document *d)
{
    double all = 0, has = 0;
    size_t i, k, best;

    for (slots = 1024; slots < d->length; slots *= 2) {
    }
    table = lab_alloc(slots * sizeof *table);
    memset(table, 0, slots * sizeof *table);
    count(d->text, d->length, 0);
    for (i = 0; i < d->n; i++)
        if (d->sentence[i].chosen)
            count(d->text + d->sentence[i].from, d->sentence[i].to - d->sentence[i].from, 1);
    for (k = 0; k < TOP; k++) {
        for (i = best = 0; i < slots; i++)
            if (table[i].count > table[best].count)
                best = i;
        all += table[best].count;
        has += table[best].seen ? table[best].count : 0;
        table[best].count = 0;
    }
    free(table);
    return all > 0 ? has / all : 0;
}

/* The chosen sentences, a line each, against the references of the row. */
static void compare(const document *d, const jsonl *row)
{
    char *lines = lab_alloc(d->length + d->n + 1), *to = lines;
    rouge_score r;
    size_t i;
    uint32_t at;

    for (i = 0; i < d->n; i++) {
        if (!d->sentence[i].chosen)
            continue;
        for (at = d->sentence[i].from; at < d->sentence[i].to; at++)
            *to++ = d->text[at] == '\n' ? ' ' : d->text[at];
        *to++ = '\n';
    }
    *to = 0;
    rouge_row(row, lines, &r);
    sum.rouge.r1 += r.r1;
    sum.rouge.r2 += r.r2;
    sum.rouge.lsum += r.lsum;
    free(lines);
}

/* `row` is where the text comes from, or null. */
static void look_at(const char *text, const jsonl *row)
{
    static document d;
    unsigned tenths = 0;
    double chosen = 0, first = 0, place = 0, dangling = 0, same = 0;
    size_t i;

    d.text = text;
    d.length = strlen(text);
    split(&d);
    if (d.n == 0)
        return;
    if (o.lead) {
        for (i = 0; i < d.n && i < o.lead; i++)
            d.sentence[i].chosen = d.sentence[i].other = 1;
    } else {
        choose(&d, o.memory, 0);
        choose(&d, o.against, 1);
    }
    for (i = 0; i < d.n; i++) {
        if (!d.sentence[i].chosen)
            continue;
        chosen++;
        first += i < FIRST;
        place += (double)d.sentence[i].from / (double)d.length;
        tenths |= 1u << (10 * (unsigned long long)d.sentence[i].from / d.length);
        dangling += (i == 0 || !d.sentence[i - 1].chosen) && points_back(text + d.sentence[i].from, d.sentence[i].to - d.sentence[i].from);
        same += d.sentence[i].other;
    }
    sum.texts++;
    sum.sentences += chosen;
    sum.first += first;
    sum.place += place;
    sum.dangling += dangling;
    sum.same += same;
    sum.covered += covered(&d);
    if (row)
        compare(&d, row);
    for (; tenths; tenths &= tenths - 1)
        sum.tenths++;
}

static char *whole(const char *path)
{
    FILE *f = fopen(path, "rb");
    char *text = NULL;
    size_t n = 0, got;

    must(f != NULL, path);
    do {
        text = lab_realloc(text, n + 65537);
        got = fread(text + n, 1, 65536, f);
        n += got;
    } while (got > 0);
    fclose(f);
    text[n] = 0;
    return text;
}

static int option(const char *s)
{
    static const char *const names[] = { "sentences", "words", "percent", "memory", "against", "passes", "lead", "small" };
    unsigned long *const to[] = { &o.sentences, &o.words, &o.percent, &o.memory, &o.against, &o.passes, &o.lead, &o.small };
    const char *v = strchr(s, '=');
    size_t i;

    for (i = 0; v && i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == (size_t)(v - s) && strncmp(names[i], s, (size_t)(v - s)) == 0) {
            *to[i] = strtoul(v + 1, NULL, 10);
            return 1;
        }
    return 0;
}

int main(int argc, char **argv)
{
    int i;

    for (i = 1; i < argc; i++) {
        jsonl j;
        char *text;
        int got;

        if (option(argv[i]))
            continue;
        if (strstr(argv[i], ".jsonl") == NULL) {
            text = whole(argv[i]);
            look_at(text, NULL);
            free(text);
            continue;
        }
        must(jsonl_open(&j, argv[i]) == 0, argv[i]);
        while ((got = jsonl_next(&j)) > 0) {
            text = jsonl_string(&j, "text");
            if (text)
                look_at(text, &j);
            free(text);
        }
        must(got == 0 && jsonl_close(&j) == 0, "a row is not read");
    }
    must(sum.texts > 0 && sum.sentences > 0, "usage: choice_eval [KEY=VALUE]... FILE...");
    printf("texts %.0f  sentences %.2f  first3 %.1f%%  place %.2f  tenths %.1f  dangling %.1f%%  covered %.1f%%  same %.1f%%",
           sum.texts, sum.sentences / sum.texts, 100 * sum.first / sum.sentences, sum.place / sum.sentences,
           sum.tenths / sum.texts, 100 * sum.dangling / sum.sentences, 100 * sum.covered / sum.texts, 100 * sum.same / sum.sentences);
    if (sum.rouge.r1 > 0)
        printf("  R1 %.2f  R2 %.2f  RL %.2f", 100 * sum.rouge.r1 / sum.texts, 100 * sum.rouge.r2 / sum.texts, 100 * sum.rouge.lsum / sum.texts);
    putchar('\n');
    return 0;
}
