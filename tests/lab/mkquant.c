/* Makes the tables of quantities from their readable source, which says what its lines mean.
 *
 * usage: mkquant NAME < en.quant > en_quant.c      (format of the tables: core/quant.h) */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base.h"
#include "quant.h"

enum { WORDS_MOST = 2000, RULES_MOST = 255, NAMES_MOST = 255, LINE_MOST = 4096, RULE_MOST = 255 };

static const struct {
    const char *name;
    unsigned code;
} items[] = {
    { "card", PI_Q_CARD }, { "mult", PI_Q_MULT }, { "dozen", PI_Q_DOZEN }, { "short", PI_Q_SHORT }, { "ord", PI_Q_ORD },
    { "suffix", PI_Q_SUFFIX }, { "frac", PI_Q_FRAC }, { "vulgar", PI_Q_VULGAR }, { "and", PI_Q_AND }, { "a", PI_Q_A },
    { "point", PI_Q_POINT }, { "minus", PI_Q_MINUS }, { "month", PI_Q_MONTH }, { "may", PI_Q_MAY }, { "weekday", PI_Q_WEEKDAY },
    { "wday", PI_Q_WDAY }, { "season", PI_Q_SEASON }, { "feast", PI_Q_FEAST }, { "holy", PI_Q_HOLY }, { "eve", PI_Q_EVE },
    { "dayword", PI_Q_DAYWORD }, { "rel", PI_Q_REL }, { "ago", PI_Q_AGO }, { "now", PI_Q_NOW }, { "cal", PI_Q_CAL },
    { "cals", PI_Q_CALS }, { "quarter", PI_Q_QUARTER }, { "ampm", PI_Q_AMPM }, { "clock", PI_Q_CLOCK }, { "noon", PI_Q_NOON },
    { "part", PI_Q_PART }, { "past", PI_Q_PAST }, { "sign", PI_Q_SIGN }, { "code", PI_Q_CODE }, { "cur", PI_Q_CUR },
    { "sub", PI_Q_SUB }, { "adj", PI_Q_ADJ }, { "new", PI_Q_NEW }, { "pound", PI_Q_POUND }, { "unit", PI_Q_UNIT },
    { "power", PI_Q_POWER }, { "scale", PI_Q_SCALE }, { "percent", PI_Q_PERCENT }, { "per", PI_Q_PER }, { "cent", PI_Q_CENT }, { "old", PI_Q_OLD },
    { "century", PI_Q_CENTURY }, { "s", PI_Q_S }, { "of", PI_Q_OF }, { "the", PI_Q_THE }, { "in", PI_Q_IN }, { "into", PI_Q_INTO },
    { "mod", PI_Q_MOD }, { ",", PI_Q_COMMA }, { ".", PI_Q_DOT }, { "-", PI_Q_DASH }, { "dash", PI_Q_DASH }, { "/", PI_Q_SLASH },
    { ":", PI_Q_COLON }, { "'", PI_Q_APOS }, { "digits", PI_Q_DIGITS },
    { "num", PI_Q_NUM }, { "day", PI_Q_DAY }, { "nth", PI_Q_NTH }, { "year", PI_Q_YEAR }, { "recent", PI_Q_RECENT },
    { "yearword", PI_Q_YEARWORD }, { "y2", PI_Q_Y2 }, { "to2", PI_Q_TO2 }, { "d31", PI_Q_D31 }, { "d12", PI_Q_D12 }, { "dm", PI_Q_DM }, { "dm2", PI_Q_DM2 }, { "capital", PI_Q_CAPITAL }, { "ymd", PI_Q_YMD },
    { "hour", PI_Q_HOUR }, { "hourword", PI_Q_HOURWORD }, { "minute", PI_Q_MINUTE }, { "second", PI_Q_SECOND }, { "decade", PI_Q_DECADE }, { "decade2", PI_Q_DECADE2 },
    { "minutes", PI_Q_MINUTES }, { "big", PI_Q_BIG }, { "plain", PI_Q_PLAIN }, { "<", PI_Q_BEGIN }, { ">", PI_Q_END }
};

static const char *const kinds[] = { "date", "time", "money", "percent", "number" };

typedef struct {
    uint32_t key; /* upper bits of the hash: those of the part, then 16 */
    uint16_t value;
    unsigned order;
} word;

static word words[WORDS_MOST];
static unsigned n_words, n_rules, line_number;

typedef struct {
    unsigned char kind, length, item[RULE_MOST];
} rule;

static rule rules[RULES_MOST];
static char *names[NAMES_MOST];
static unsigned n_names;

static void fail(const char *what, const char *which)
{
    fprintf(stderr, "mkquant: line %u: %s: %s\n", line_number, what, which);
    exit(1);
}

static unsigned code_of(const char *name)
{
    size_t i;

    for (i = 0; i < sizeof items / sizeof *items; i++)
        if (strcmp(items[i].name, name) == 0)
            return items[i].code;
    fail("no such item", name);
    return 0;
}

static unsigned number_of(const char *value)
{
    unsigned i;

    if (isdigit((unsigned char)value[0]))
        return (unsigned)atoi(value);
    for (i = 0; i < n_names; i++)
        if (strcmp(names[i], value) == 0)
            return i + 1;
    if (n_names == NAMES_MOST)
        fail("too many names", value);
    names[n_names] = malloc(strlen(value) + 1);
    if (names[n_names] == NULL)
        fail("no memory", value);
    strcpy(names[n_names], value);
    return ++n_names;
}

static void take_words(char *text)
{
    char *class = strtok(text, " "), *value = strtok(NULL, ":"), *w;
    unsigned code = code_of(class), v;

    if (value == NULL || code >= PI_Q_CLASSES)
        fail("no class of words", class);
    v = number_of(value);
    if (v > 1023)
        fail("value above 1023", value);
    for (w = strtok(NULL, " \n"); w; w = strtok(NULL, " \n")) {
        uint32_t h = 0;
        const char *c;

        for (c = w; *c; c++)
            h = pi_hash_step(h, (uint8_t)*c);
        if (n_words == WORDS_MOST)
            fail("too many words", w);
        h = pi_hash_end(h);
        words[n_words].key = (uint32_t)pi_quant_part(h) << 16 | pi_quant_key(h);
        words[n_words].value = (uint16_t)(code << 10 | v);
        words[n_words].order = n_words;
        n_words++;
    }
}

/* An item, with the alternatives that it may have. Returns its bytes. */
static unsigned put_item(char *text, unsigned char *out)
{
    unsigned n = 0, glued = 0, count = 0;
    char *part, *next;
    size_t k = strlen(text);

    if (k > 1 && text[k - 1] == '?') {
        text[k - 1] = 0;
        out[n++] = PI_Q_MAYBE;
    }
    if (text[0] == '+') {
        glued = PI_Q_GLUED;
        text++;
    }
    for (part = text; part; part = strchr(part + 1, '|'))
        count++;
    if (count > 1) {
        out[n++] = PI_Q_ANY;
        out[n++] = (unsigned char)count;
    }
    for (part = text; part; part = next) {
        if ((next = strchr(part, '|')) != NULL)
            *next++ = 0;
        out[n++] = (unsigned char)(code_of(part) | glued);
    }
    return n;
}

/* A rule from its items; `first`: which of those that may be missing at its beginning is there. */
static void put_rule(unsigned kind, const char *source)
{
    char text[LINE_MOST], *t;
    unsigned char out[RULE_MOST];
    unsigned n = 0, group = 0;

    strcpy(text, source);
    for (t = strtok(text, " \n"); t; t = strtok(NULL, " \n")) {
        size_t k = strlen(t);
        int closes = k > 1 && t[k - 1] == ')';

        if (t[0] == '(') {
            out[n++] = PI_Q_GROUP;
            group = n++;
            t++;
        }
        if (closes)
            t[strlen(t) - 1] = 0;
        if (n > RULE_MOST - 20)
            fail("rule too long", source);
        n += put_item(t, out + n);
        if (closes) {
            out[group] = (unsigned char)(n - group - 1);
            group = 0;
        }
    }
    if (n_rules == RULES_MOST)
        fail("too many rules", source);
    rules[n_rules].kind = (unsigned char)kind;
    rules[n_rules].length = (unsigned char)n;
    memcpy(rules[n_rules++].item, out, n);
}

/* A rule begins with one item: alternatives and items that may be missing there give rules of their own. */
static void spread(unsigned kind, const char *source)
{
    char text[LINE_MOST], first[LINE_MOST], *rest, *part, *next;
    int maybe;

    while (*source == ' ')
        source++;
    strcpy(text, source);
    if ((rest = strchr(text, ' ')) == NULL)
        rest = text + strcspn(text, "\n");
    if (*rest)
        *rest++ = 0;
    maybe = strlen(text) > 1 && text[strlen(text) - 1] == '?';
    if (maybe)
        text[strlen(text) - 1] = 0;
    for (part = text; part; part = next) {
        if ((next = strchr(part, '|')) != NULL)
            *next++ = 0;
        snprintf(first, sizeof first, "%.100s %.3000s", part, rest);
        put_rule(kind, first);
    }
    if (maybe)
        spread(kind, rest);
}

static void take_rule(char *text)
{
    char *kind = strtok(text, " ");
    const char *rest = kind + strlen(kind) + 1;
    unsigned i;

    for (i = 0; i < PI_QUANT_KINDS; i++)
        if (strcmp(kinds[i], kind) == 0) {
            spread(i, rest + strspn(rest, "= "));
            return;
        }
    fail("no such kind", kind);
}

/* Groups of the atoms that an item may be; one that takes no atom may stand before any. */
static unsigned groups_of(unsigned item)
{
    unsigned all = PI_Q_NUMERIC | PI_Q_CALENDAR | PI_Q_MARKS | PI_Q_OTHERS | PI_Q_NOTHING;

    item &= 0x7F;
    switch (item) {
    case PI_Q_CAPITAL: case PI_Q_BIG: case PI_Q_PLAIN: return all;
    case PI_Q_NUM: case PI_Q_MINUTES: return PI_Q_NUMERIC | PI_Q_MARKS; /* "-5", ".5" */
    default: return item < PI_Q_NUM ? pi_q_group((uint8_t)item) : PI_Q_NUMERIC;
    }
}

/* Groups of the atoms that may follow the first item of a rule. */
static unsigned what_follows(const rule *r)
{
    unsigned at = 1, end = r->length, behind = 0, groups = 0;

    while (at < end) {
        unsigned n = 1, maybe = r->item[at] == PI_Q_MAYBE;

        if (at == behind)
            behind = 0;
        if (r->item[at] == PI_Q_BEGIN || r->item[at] == PI_Q_END) {
            at++;
            continue;
        }
        if (r->item[at] == PI_Q_GROUP) {
            behind = at + 2u + r->item[at + 1];
            at += 2;
            continue;
        }
        at += maybe;
        if (r->item[at] == PI_Q_ANY) {
            n = r->item[at + 1];
            at += 2;
        }
        for (; n > 0; n--)
            groups |= groups_of(r->item[at++]);
        if (maybe)
            continue;
        if (behind == 0)
            return groups;
        at = behind; /* or all of the group is missing */
    }
    return groups_of(PI_Q_PLAIN); /* nothing need follow */
}

static int by_key(const void *a, const void *b)
{
    const word *x = a, *y = b;

    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static void print16(const char *sep, unsigned v, unsigned *column)
{
    printf("%s%s%u,", *column % 16 ? " " : "\n    ", sep, v);
    ++*column;
}

static void print_words(const char *name)
{
    unsigned i, part, column = 0;

    qsort(words, n_words, sizeof *words, by_key);
    for (i = 2; i < n_words; i++)
        if (words[i].key == words[i - 2].key)
            fail("three words, or classes of a word, have one hash", "");
    printf("static const PI_ROM uint16_t words[] = {");
    for (part = i = 0; part <= 1 << PI_QUANT_BITS; part++) {
        while (i < n_words && words[i].key >> 16 < part)
            i++;
        print16("", i, &column);
    }
    for (i = 0; i < n_words; i++)
        print16("", words[i].key & 0xFFFF, &column);
    for (i = 0; i < n_words; i++)
        print16("", words[i].value, &column);
    printf("\n};\n\n");
    (void)name;
}

static unsigned char table[65536];
static unsigned n_table;

static void put_byte(unsigned b)
{
    if (n_table == sizeof table)
        fail("too many rules", "");
    table[n_table++] = (unsigned char)b;
}

/* The rules that begin with an item. Returns where they stand, or 0: there are none. */
static unsigned put_group(unsigned first)
{
    unsigned at = n_table, bytes = 0, i, k;

    for (i = 0; i < n_rules; i++)
        if (rules[i].item[0] == first)
            bytes += 3u + rules[i].length - 1;
    if (bytes == 0)
        return 0;
    put_byte(first);
    put_byte(bytes & 0xFF);
    put_byte(bytes >> 8);
    for (i = 0; i < n_rules; i++) {
        if (rules[i].item[0] != first)
            continue;
        put_byte(rules[i].kind | what_follows(rules + i));
        put_byte(i);
        put_byte(rules[i].length - 1u);
        for (k = 1; k < rules[i].length; k++)
            put_byte(rules[i].item[k]);
    }
    return at;
}

static void make_table(void)
{
    unsigned i, at;

    n_table = 2 * PI_Q_CLASSES;
    for (i = 1; i < PI_Q_CLASSES; i++) {
        at = put_group(i);
        table[2 * i] = (unsigned char)at;
        table[2 * i + 1] = (unsigned char)(at >> 8);
    }
    table[0] = (unsigned char)n_table;
    table[1] = (unsigned char)(n_table >> 8);
    for (i = PI_Q_CLASSES; i < PI_Q_GLUED; i++)
        put_group(i);
    put_byte(PI_Q_NONE);
}

int main(int argc, char **argv)
{
    char line[LINE_MOST];
    unsigned i, column = 0;
    const char *c;

    if (argc != 2) {
        fprintf(stderr, "usage: mkquant NAME < SOURCE > TABLE.c\n");
        return 2;
    }
    while (fgets(line, sizeof line, stdin)) {
        line_number++;
        if (line[0] == '#' || line[0] == '\n')
            continue;
        if (strstr(line, " = "))
            take_rule(line);
        else
            take_words(line);
    }
    make_table();
    printf("/* Generated by tests/lab/mkquant.c from %s.quant: do not edit. Format: core/quant.h. */\n#include \"quant.h\"\n\n", argv[1]);
    print_words(argv[1]);
    printf("static const PI_ROM uint8_t rules[] = {");
    for (i = 0; i < n_table; i++)
        print16("", table[i], &column);
    printf("\n};\n\nstatic const PI_ROM uint8_t names[] = {");
    for (column = i = 0; i < n_names; i++)
        for (c = names[i];; c++) {
            print16("", (unsigned char)*c, &column);
            if (!*c)
                break;
        }
    print16("", 0, &column); /* their end */
    printf("\n};\n\nconst pith_quantities_model pith_%s_quantities = { %u, words, rules, names };\n", argv[1], n_words);
    return 0;
}
