#define _POSIX_C_SOURCE 200809L
#include "spot_words.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jsonl.h"
#include "spot_model.h"
#include "word.h"

enum { SLOTS = 1 << 20 };

/* Lists that have a word: bits of its code. */
enum { FIRST = 1, LAST = 2, PLACE = 4, ORG = 8, COUNTRY = 16 };

typedef struct {
    char *form; /* "^" before a capitalized one */
    uint32_t hash, count, in_orgs;
    uint8_t class, lists, steer, code;
    double worth;
} entry;

static entry *table;
double cap_worth = 4;
static double least_worth; /* of the words that fill the table */

void table_new(bucket_table *t, uint16_t buckets, uint8_t each)
{
    t->buckets = buckets;
    t->each = each;
    t->bytes = lab_alloc((size_t)buckets * each);
    memset(t->bytes, 0, (size_t)buckets * each);
}

int table_enter(bucket_table *t, uint32_t hash, uint8_t high, uint8_t first, uint8_t second, uint8_t third)
{
    uint8_t *b = t->bytes + ((hash >> 16) * t->buckets >> 16) * t->each;
    uint32_t print = hash & ((0x100u << high) - 1);
    int i;

    if (print == 0)
        print = 1;
    if (pi_spot_find(t->bytes, t->buckets, t->each, hash, high) != PI_SPOT_NONE)
        return 0;
    for (i = 0; i < PI_SPOT_BUCKET; i++)
        if (b[i] == 0 && b[16 + i] == 0) {
            b[i] = (uint8_t)print;
            b[8 + i] = first;
            b[16 + i] = (uint8_t)(print >> 8 << (8 - high) | second);
            if (t->each == PI_SPOT_ROW_BYTES)
                b[24 + i] = third;
            return 1;
        }
    return 0;
}

static uint32_t hash_of(const char *form)
{
    uint32_t h = 0;
    const char *p;

    for (p = form + (*form == '^'); *p; p++)
        h = pi_hash_step(h, (uint8_t)*p);
    h = pi_hash_end(h);
    return *form == '^' ? h ^ PI_SPOT_CASED : h;
}

static entry *word(const char *form)
{
    uint32_t h = hash_of(form), i = (h ^ h >> 16) % SLOTS;

    while (table[i].form && strcmp(table[i].form, form) != 0)
        i = (i + 1) % SLOTS;
    if (!table[i].form) {
        table[i].form = strcpy(lab_alloc(strlen(form) + 1), form);
        table[i].hash = h;
    }
    return &table[i];
}

static entry *word_of_hash(uint32_t h)
{
    uint32_t i = (h ^ h >> 16) % SLOTS;

    while (table[i].form && table[i].hash != h)
        i = (i + 1) % SLOTS;
    if (!table[i].form) {
        table[i].form = strcpy(lab_alloc(2), "^");
        table[i].hash = h;
    }
    return &table[i];
}

/* Enters the words of a line of a list with the list's bit. `single`: only when the line is one word. */
static void enter(const char *s, uint8_t list, int single)
{
    pi_cutter cut;
    size_t n = strlen(s), at = 0;
    char form[8][PI_WORD_KEPT + 2];
    int words = 0, i;

    pi_cut_init(&cut, 0);
    for (;;) {
        int end = at == n;

        if (end)
            pi_cut_end(&cut);
        else
            at += pi_cut(&cut, (const uint8_t *)s + at, n - at);
        if (cut.ready) {
            if (cut.tok.kind == PI_TOK_WORD && cut.tok.shape > PI_SHAPE_LOWER && words < 8) {
                form[words][0] = '^';
                memcpy(form[words] + 1, cut.tok.folded, cut.tok.n);
                form[words++][1 + cut.tok.n] = 0;
            }
        } else if (end) {
            break;
        }
    }
    if (single && words != 1)
        return;
    for (i = 0; i < words; i++) {
        entry *e = word(form[i]);

        if (list == ORG && ++e->in_orgs < 3)
            continue;
        e->lists |= list;
    }
}

/* `column`, from 0, of each line of a list; separated by `sep`. At most `most` lines. */
static void read_list(const char *dir, const char *name, char sep, int column, const char *kind, uint8_t list, int single,
                      unsigned long most)
{
    char cmd[1200], line[4096];
    size_t n = strlen(name);
    int xz = n > 3 && strcmp(name + n - 3, ".xz") == 0;
    FILE *f;

    sprintf(cmd, xz ? "xz -dc '%s/%s'" : "cat '%s/%s'", dir, name);
    f = popen(cmd, "r");
    while (f && most-- && fgets(line, sizeof line, f)) {
        char *p = line, *e;
        int c;

        line[strcspn(line, "\r\n")] = 0;
        if (kind && !strstr(line, kind))
            continue;
        for (c = 0; c < column && p; c++)
            p = (p = strchr(p, sep)) ? p + 1 : NULL;
        if (!p)
            continue;
        if ((e = strchr(p, sep)))
            *e = 0;
        if (sep == ' ') { /* the census writes capitals */
            for (e = p + 1; *p && *e; e++)
                if (*e >= 'A' && *e <= 'Z')
                    *e = (char)(*e + 32);
        }
        enter(p, list, single);
    }
    if (f)
        pclose(f);
}

static void read_lists(const char *dir)
{
    read_list(dir, "us_census1990_female_first.txt", ' ', 0, NULL, FIRST, 1, 2500);
    read_list(dir, "us_census1990_male_first.txt", ' ', 0, NULL, FIRST, 1, 1219);
    read_list(dir, "us_census1990_last.txt.xz", ' ', 0, NULL, LAST, 1, 20000);
    read_list(dir, "faker_names.tsv.xz", '\t', 2, "\tfirst", FIRST, 1, 1000000);
    read_list(dir, "faker_names.tsv.xz", '\t', 2, "\tlast", LAST, 1, 1000000);
    read_list(dir, "cities_geonames.tsv.xz", '\t', 0, NULL, PLACE, 1, 1000000);
    read_list(dir, "admin1_geonames.tsv", '\t', 1, NULL, PLACE, 0, 1000000);
    read_list(dir, "companies_us_listed.txt", '\t', 0, NULL, ORG, 0, 1000000);
    read_list(dir, "universities.tsv.xz", '\t', 0, NULL, ORG, 0, 1000000);
    read_list(dir, "football_clubs.tsv", '\t', 0, NULL, ORG, 0, 1000000);
    read_list(dir, "country-codes.csv", ',', 40, NULL, COUNTRY, 0, 1000000);
}

static const struct {
    const char *key;
    uint8_t code, capital;
} steers[] = {
    { "joins ", PI_SPOT_CODE_JOINS, 0 },
    { "article ", PI_SPOT_CODE_ARTICLE, 0 },
    { "alone ", PI_SPOT_CODE_ALONE, 1 },
    { "title ", PI_SPOT_CODE_LEADS, 1 },
    { "epithet ", PI_SPOT_CODE_LEADS, 0 },
};

static void read_joins(const char *path)
{
    char line[4096], *p;
    FILE *f = fopen(path, "r");

    while (f && fgets(line, sizeof line, f)) {
        size_t i;

        for (i = 0; i < sizeof steers / sizeof *steers; i++)
            if (strncmp(line, steers[i].key, strlen(steers[i].key)) == 0)
                break;
        if (i == sizeof steers / sizeof *steers)
            continue;
        for (p = strtok(strchr(line, ' ') + 1, " \n"); p; p = strtok(NULL, " \n")) {
            char form[64];

            sprintf(form, "%s%.60s", steers[i].capital ? "^" : "", p);
            word(form)->steer = steers[i].code;
        }
    }
    if (f)
        fclose(f);
}

void words_read(const char *classes, const char *joins, const char *lists, const char *codes)
{
    char line[512], form[256];
    unsigned class, code;
    unsigned long count, hash;
    FILE *f = fopen(classes, "r");
    size_t i;

    table = lab_alloc(sizeof *table * SLOTS);
    memset(table, 0, sizeof *table * SLOTS);
    if (!f) {
        fprintf(stderr, "cannot open %s\n", classes);
        exit(1);
    }
    while (fgets(line, sizeof line, f))
        if (sscanf(line, "%u\t%lu\t%255[^\n]", &class, &count, form) == 3 && form[0] != '*' && form[0] != '#' && form[0] != '@') {
            entry *e = word(form);

            e->class = (uint8_t)class;
            e->count = (uint32_t)count;
        }
    fclose(f);
    if (*lists)
        read_lists(lists);
    if (*codes && (f = fopen(codes, "r"))) {
        while (fgets(line, sizeof line, f))
            if (sscanf(line, "%u\t%lu\t%lx", &code, &count, &hash) == 3) {
                entry *e = word_of_hash((uint32_t)hash);

                e->code = (uint8_t)code;
                if (e->count < count)
                    e->count = (uint32_t)count;
            }
        fclose(f);
    }
    read_joins(joins);
    for (i = 0; i < SLOTS; i++) {
        entry *e = table + i;

        if (!e->form)
            continue;
        e->worth = e->steer ? 1e12 : e->count * (e->form[0] == '^' ? cap_worth : 1.0) + (e->lists ? 1 : 0);
    }
}

static int by_worth(const void *a, const void *b)
{
    const entry *x = *(const entry *const *)a, *y = *(const entry *const *)b;

    return x->worth < y->worth ? 1 : x->worth > y->worth ? -1 : x->hash < y->hash ? -1 : 1;
}

void words_table(bucket_table *t, uint16_t buckets)
{
    entry **order = lab_alloc(sizeof *order * SLOTS);
    size_t n = 0, i, in = 0;

    for (i = 0; i < SLOTS; i++)
        if (table[i].form && table[i].worth > 1)
            order[n++] = &table[i];
    qsort(order, n, sizeof *order, by_worth);
    least_worth = n > buckets * 8u ? order[buckets * 8u]->worth : 0;
    table_new(t, buckets, PI_SPOT_WORD_BYTES);
    for (i = 0; i < n; i++)
        in += (size_t)table_enter(t, order[i]->hash, 2, order[i]->class,
                                  order[i]->steer ? order[i]->steer : order[i]->code ? order[i]->code : order[i]->lists ? 28 + order[i]->lists : 0, 0);
    fprintf(stderr, "words: %lu of %lu, room for %u\n", (unsigned long)in, (unsigned long)n, buckets * 8u);
    free(order);
}

void table_remove(bucket_table *t, uint32_t hash)
{
    uint16_t at = pi_spot_find(t->bytes, t->buckets, t->each, hash, 2);

    if (at == PI_SPOT_NONE)
        return;
    t->bytes[at - PI_SPOT_BUCKET] = 0;
    t->bytes[at + PI_SPOT_BUCKET] = 0;
}

int words_unknown(uint32_t hash, uint32_t less)
{
    const entry *e;
    uint32_t i = (hash ^ hash >> 16) % SLOTS;

    while (table[i].form && table[i].hash != hash)
        i = (i + 1) % SLOTS;
    e = table + i;
    if (!e->form || e->steer)
        return 0;
    if (less > e->count)
        less = e->count;
    return e->worth - less * (e->form[0] == '^' ? cap_worth : 1.0) < least_worth;
}
