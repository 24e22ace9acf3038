/* Makes the suffix program of a language (core/stem.h) from its readable source, whose notation the
 * source explains (core/model/en.stem).
 *
 * usage: mkstem NAME < NAME.stem > NAME_stem.c
 * Defines pi_NAME_stem[], declared in NAME.h. The same source gives the same bytes. Says on standard
 * error how many bytes are used. Exit 1 with a message when the source is wrong or does not fit.
 *
 * Rules keep the order of the source, except that rules with equal last letters are gathered under a
 * branch where this saves time or bytes and cannot change which rule comes first. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stem.h"

enum { RULES_MAX = 200, CODES_MAX = 12, BEGIN_MAX = 32, ENDINGS = (PI_STEM_CLASS - PI_STEM_ADD) / 2,
       BEGIN_LETTERS = 7, STEPS_MAX = 63, WORDS = 1 /* the step of whole words */ };

struct rule {
    uint8_t code[CODES_MAX]; /* letters from the last one on */
    uint8_t count, cond, kind, action, step, slot;
};

static struct rule rules[RULES_MAX];
static unsigned rule_count, step_count = WORDS, after; /* after: the step of that name */
static uint8_t table[4 * PI_STEM_SIZE], bits[PI_STEM_SLOTS], own_name[8 - PI_STEM_OWN], endings[ENDINGS][2];
static char begin[BEGIN_MAX][16];
static unsigned begin_count, own_count, ending_count, used, line_number;

static void die(const char *what, const char *which)
{
    fprintf(stderr, "mkstem: line %u: %s: %s\n", line_number, what, which);
    exit(1);
}

static uint8_t slot(char c)
{
    return (uint8_t)(c >= 'a' && c <= 'z' ? c - 0x60 : 0);
}

static void put(unsigned byte)
{
    if (used == sizeof table)
        die("the program is too large", "");
    table[used++] = (uint8_t)byte;
}

/* Source: letters and classes. */

static uint8_t code_of(char c)
{
    const char name[2] = { c, '\0' };
    unsigned i;

    if (c < 'A' || c > 'Z') {
        if (c == '.')
            return PI_STEM_ANY;
        return c == '=' ? PI_STEM_TWIN : (uint8_t)c;
    }
    if (c == 'V' || c == 'N')
        return c == 'V' ? PI_STEM_ISVOWEL : PI_STEM_NOVOWEL;
    for (i = 0; i < own_count; i++) {
        if (own_name[i] == c)
            return (uint8_t)(PI_STEM_IN + PI_STEM_OWN + i);
    }
    die("unknown class", name);
    return 0;
}

static void set_bits(const char *letters, unsigned bit)
{
    for (; *letters != '\0'; letters++)
        bits[*letters == '*' ? 0 : slot(*letters)] |= (uint8_t)(1u << bit);
}

static uint8_t ending(const char *text)
{
    uint8_t pair[2] = { 0, 0 };
    unsigned i;

    if (*text == '\0')
        return 0;
    if (strlen(text) > 2)
        die("an ending that is written has at most 2 letters", text);
    memcpy(pair, text, strlen(text));
    for (i = 0; i < ending_count && memcmp(endings[i], pair, 2) != 0; i++) {
    }
    if (i == ENDINGS)
        die("too many endings", text);
    if (i == ending_count)
        memcpy(endings[ending_count++], pair, 2);
    return (uint8_t)(i + 1);
}

/* Source: rules. */

struct rest { /* what a line says after its patterns */
    uint8_t cond, must, keep, then;
    const char *text;
};

static void add_rule(const char *pattern, const struct rest *rest, unsigned step, unsigned flags)
{
    struct rule *r = &rules[rule_count];
    const char *p = pattern, *open = strchr(pattern, '('), *c;
    char part[CODES_MAX + 1] = "";
    unsigned before = 0, whole = *p == '^', part_count = 0, common = 0, i;

    if (rule_count++ == RULES_MAX)
        die("too many rules", pattern);
    memset(r, 0, sizeof *r);
    for (c = p + whole; *c != '\0'; c++) {
        if (strchr("()", *c) != NULL)
            continue;
        if (r->count == CODES_MAX)
            die("too long", pattern);
        if (open != NULL && c < open)
            before++;
        else
            part[part_count++] = *c;
        memmove(r->code + 1, r->code, r->count++);
        r->code[0] = code_of(*c);
    }
    r->step = (uint8_t)step;
    r->slot = step == after || r->count == 0 ? 0 : slot((char)r->code[0]);
    r->cond = rest->cond;
    if (whole && r->cond != PI_STEM_ALWAYS)
        die("two conditions", pattern);
    if (whole)
        r->cond = PI_STEM_WHOLE;
    if (before != 0 && (r->cond == PI_STEM_R1 || r->cond == PI_STEM_R2)) {
        if (before != 1)
            die("R1, R2 reach over one letter", pattern);
        r->cond = r->cond == PI_STEM_R1 ? PI_STEM_R1_NEXT : PI_STEM_R2_NEXT;
    }
    r->kind = rest->must ? PI_STEM_MUST : PI_STEM_DO;
    while (part[common] != '\0' && part[common] == rest->text[common])
        common++;
    i = rest->keep ? 0 : part_count - common;
    if (i > 7)
        die("too many letters to drop", pattern);
    r->action = (uint8_t)(i << 5 | (unsigned)ending(rest->text + common) << 2 | flags);
    if (rest->then)
        r->action |= PI_STEM_THEN;
}

static void read_rules(char **word, unsigned n, unsigned step)
{
    struct rest rest = { PI_STEM_ALWAYS, 0, 1, 0, "" };
    unsigned patterns = n, i;
    static const struct { const char *name; uint8_t cond, must; } conds[] = {
        { "R1", PI_STEM_R1, 0 }, { "R2", PI_STEM_R2, 0 }, { "R1!", PI_STEM_R1, 1 }, { "R2!", PI_STEM_R2, 1 },
        { "vowel", PI_STEM_VOWEL, 0 }, { "R1none", PI_STEM_R1_NONE, 0 },
    };

    for (i = 0; i < n; i++) {
        unsigned j, known = 0;

        if (strcmp(word[i], "->") == 0) {
            rest.keep = 0;
            if (i + 1 < n && strcmp(word[i + 1], "then") != 0)
                rest.text = word[i + 1];
            rest.then = strcmp(word[n - 1], "then") == 0;
            patterns = patterns < i ? patterns : i;
            break;
        }
        for (j = 0; j < sizeof conds / sizeof *conds; j++) {
            if (strcmp(word[i], conds[j].name) == 0)
                rest.cond = conds[j].cond, rest.must = conds[j].must, known = 1;
        }
        if (known)
            patterns = i;
        else if (patterns < i)
            die("what is that?", word[i]);
    }
    for (i = 0; i < patterns; i++) {
        char whole[32];

        if (strlen(word[i]) > sizeof whole - 2)
            die("too long", word[i]);
        sprintf(whole, "%s%s", step == WORDS ? "^" : "", word[i]);
        add_rule(whole, &rest, step, step == WORDS ? PI_STEM_END : 0);
        if (step == WORDS && strlen(word[i]) > table[PI_STEM_WORDS])
            table[PI_STEM_WORDS] = (uint8_t)strlen(word[i]);
    }
}

static void read_source(FILE *in)
{
    char line[512], *word[64];
    unsigned step = WORDS, i;

    while (fgets(line, sizeof line, in) != NULL) {
        unsigned n = 0;
        char *p = strtok(line, " \t\n");

        line_number++;
        for (; p != NULL && (n > 0 || *p != '#') && n < 64; p = strtok(NULL, " \t\n"))
            word[n++] = p;
        if (n == 0)
            continue;
        if (strcmp(word[0], "step") == 0) {
            step = ++step_count;
        } else if (strcmp(word[0], "words") == 0) {
            step = WORDS;
        } else if (strcmp(word[0], "after") == 0) {
            after = step = ++step_count;
        } else if (strcmp(word[0], "mark") == 0 && n == 2) {
            table[PI_STEM_MARK] = (uint8_t)*word[1];
        } else if (strcmp(word[0], "least") == 0 && n == 2) {
            table[PI_STEM_LEAST] = (uint8_t)atoi(word[1]);
        } else if (strcmp(word[0], "vowel") == 0 && n == 2) {
            set_bits(word[1], PI_STEM_V);
        } else if (strcmp(word[0], "semivowel") == 0 && n == 2) {
            set_bits(word[1], PI_STEM_SEMI);
            set_bits(word[1], PI_STEM_V);
        } else if (strcmp(word[0], "class") == 0 && n == 3 && own_count < 8 - PI_STEM_OWN) {
            set_bits(word[2], PI_STEM_OWN + own_count);
            own_name[own_count++] = (uint8_t)*word[1];
        } else if (strcmp(word[0], "begin") == 0) {
            for (i = 1; i < n; i++) {
                char first[2] = { *word[i], '\0' };

                if (begin_count == BEGIN_MAX || strlen(word[i]) > BEGIN_LETTERS)
                    die("too many, or too long", word[i]);
                strcpy(begin[begin_count++], word[i]);
                set_bits(first, PI_STEM_BEGINS);
            }
        } else {
            read_rules(word, n, step);
        }
    }
}

/* Program: lists. */

/* Whether no word fits both, judged by letters alone. */
static int apart(const struct rule *a, const struct rule *b)
{
    unsigned i;

    for (i = 0; i < a->count && i < b->count; i++) {
        if (a->code[i] != b->code[i] && a->code[i] >= 0x20 && b->code[i] >= 0x20)
            return 1;
    }
    return 0;
}

static int shares(const struct rule *a, const struct rule *b, unsigned depth)
{
    return a->count > depth && b->count > depth && a->code[depth] == b->code[depth];
}

/* Whether a word whose letters are the first n of `branch` may fit r too. */
static int may_fit(const struct rule *r, const struct rule *branch, unsigned n)
{
    struct rule part = *branch;

    part.count = (uint8_t)n;
    return !apart(r, &part);
}

/* Gathers the rules that share letter `depth` with list[0] in group[], and says how many letters are
 * common to them all. Returns their number, or 1 when a branch would change which rule comes first: a
 * gathered rule passes one that may fit too, or a word may fit none of them but one that stands after. */
static unsigned gather(struct rule **list, unsigned n, unsigned depth, struct rule **group, unsigned *common)
{
    const struct rule *head = list[0];
    unsigned m = 0, i, j, end = head->count, closed = 0;

    for (i = 0; i < n; i++) {
        if (!shares(list[i], head, depth))
            continue;
        for (j = 0; j < i; j++) {
            if (!shares(list[j], head, depth) && !apart(list[i], list[j]))
                return 1;
        }
        for (j = depth; j < end && shares(list[i], head, j); j++) {
        }
        end = j;
        group[m++] = list[i];
    }
    for (i = 0; i < m; i++)
        closed |= group[i]->count == end && (group[i]->kind == PI_STEM_MUST
            || group[i]->cond == PI_STEM_ALWAYS);
    for (i = 0; i < n && !closed; i++) {
        if (!shares(list[i], head, depth) && may_fit(list[i], head, end))
            return 1;
    }
    *common = end - depth;
    return m;
}

/* An entry of a list: a rule, or a branch of several. */
struct item {
    struct rule *rule[RULES_MAX];
    unsigned count, common; /* of rules; of letters that they share, the entry's own included */
    unsigned depth, at;     /* letters before those; where the entry stands */
};

static struct item items[2 * RULES_MAX]; /* whose entries are laid out; the rests up to item_done too */
static unsigned item_count, item_done;

/* Where the rests of a slot's rules stand, for those that are alike. */
static struct { unsigned at, size; } rests[RULES_MAX];
static unsigned rest_count;

/* Lays out the list of n rules whose first `depth` letters are compared already; returns its size. */
static unsigned put_list(struct rule **list, unsigned n, unsigned depth)
{
    unsigned start = used;

    while (n > 0) {
        struct item *it = &items[item_count++];
        unsigned i, j = 0;

        it->count = list[0]->count > depth ? gather(list, n, depth, it->rule, &it->common) : 1;
        if (it->count < 2 || it->common * (it->count - 1) < 2) {
            it->count = 1;
            it->rule[0] = list[0];
            it->common = list[0]->count - depth;
            list++;
            n--;
        } else {
            for (i = 0; i < n; i++) {
                if (!shares(list[i], it->rule[0], depth))
                    list[j++] = list[i];
            }
            n = j;
        }
        it->depth = depth;
        it->at = used;
        put(it->common > 0 ? it->rule[0]->code[depth] : PI_STEM_NONE);
        put(0);
    }
    if (used - start > 254)
        die("a list is too long", "");
    return used - start;
}

/* Lays out a rest, or finds one alike in reach of the entry at `from`; returns where it stands. */
static unsigned put_rest(const uint8_t *rest, unsigned size, unsigned from, int alone)
{
    unsigned i, at;

    for (i = 0; alone && i < rest_count; i++) {
        for (at = rests[i].at; at + size <= rests[i].at + rests[i].size; at++) {
            if (at > from && memcmp(table + at, rest, size) == 0)
                return at;
        }
    }
    at = used;
    for (i = 0; i < size; i++)
        put(rest[i]);
    if (alone) {
        rests[rest_count].at = at;
        rests[rest_count++].size = size;
    }
    return at;
}

/* Lays out the rests of all entries; the lists of branches add to these. */
static void put_rests(void)
{
    for (rest_count = 0; item_done < item_count; item_done++) {
        struct item *it = &items[item_done];
        const struct rule *r = it->rule[0];
        uint8_t rest[CODES_MAX + 3];
        unsigned i, n = 2, at, branch = it->count > 1;

        for (i = 1; i < it->common; i++)
            rest[n++] = r->code[it->depth + i];
        if (it->common > 7)
            die("a rule of more than 7 letters", "");
        rest[0] = (uint8_t)(branch ? (unsigned)PI_STEM_BRANCH << 6 | it->common
            : (unsigned)r->kind << 6 | (r->cond & 7u) << 3 | it->common);
        rest[1] = r->action;
        at = put_rest(rest, n, it->at, !branch);
        if (at - it->at > 255)
            die("a rule is too far from its rest", "");
        table[it->at + 1] = (uint8_t)(at - it->at);
        if (branch)
            table[at + 1] = (uint8_t)put_list(it->rule, it->count, it->depth + it->common);
    }
}

static unsigned select_rules(unsigned step, unsigned of_slot, struct rule **list)
{
    unsigned i, n = 0;

    for (i = 0; i < rule_count; i++) {
        if (rules[i].step == step && rules[i].slot == of_slot)
            list[n++] = &rules[i];
    }
    return n;
}

static void put_group(unsigned step, unsigned of_slot)
{
    struct rule *list[RULES_MAX];
    unsigned n = select_rules(step, of_slot, list), at;

    if (step > STEPS_MAX)
        die("too many steps", "");
    if (step != after)
        put(step * PI_STEM_STEP);
    put(0);
    at = used - 1;
    table[at] = (uint8_t)put_list(list, n, of_slot != 0);
}

/* Lays out the groups of a slot; returns where they start in units of 4 bytes, 0: there are none. */
static unsigned put_groups(unsigned of_slot)
{
    struct rule *list[RULES_MAX];
    unsigned step, last = 0, start = 0;

    for (step = WORDS; step <= step_count; step++) {
        if (step == after || select_rules(step, of_slot, list) == 0)
            continue;
        if (start == 0) {
            while (used % 4 != 0)
                put(0);
            start = used;
        }
        last = used;
        put_group(step, of_slot);
    }
    if (start != 0)
        table[last] |= PI_STEM_LAST;
    put_rests();
    return start / 4;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(a, b);
}

static uint8_t from_end(void)
{
    if (used > PI_STEM_TAIL || PI_STEM_TAIL - used > 255)
        die("the program is too large or too small", "");
    return (uint8_t)(PI_STEM_TAIL - used);
}

static void put_program(void)
{
    unsigned i, at;

    memcpy(table + PI_STEM_ADD, endings, sizeof endings);
    memcpy(table + PI_STEM_CLASS, bits, sizeof bits);
    used = PI_STEM_GROUPS;
    for (i = 0; i < PI_STEM_SLOTS; i++)
        table[PI_STEM_START + i] = (uint8_t)put_groups(i);
    table[PI_STEM_AFTER] = from_end();
    put_group(after, 0);
    put_rests();
    table[PI_STEM_BEGIN] = from_end();
    qsort(begin, begin_count, sizeof *begin, by_text);
    for (i = 0; i < begin_count; i++) {
        put((unsigned)strlen(begin[i]));
        for (at = 0; begin[i][at] != '\0'; at++)
            put((uint8_t)begin[i][at]);
    }
    put(0);
    if (used > PI_STEM_LIMIT)
        die("the program is too large", "");
}

int main(int argc, char **argv)
{
    unsigned i;

    if (argc != 2) {
        fprintf(stderr, "usage: mkstem NAME < NAME.stem > NAME_stem.c\n");
        return 1;
    }
    read_source(stdin);
    put_program();
    fprintf(stderr, "mkstem: %u bytes of %d used\n", used, PI_STEM_LIMIT);
    printf("/* Generated by tests/lab/mkstem.c from %s.stem: do not edit. Format: core/stem.h. */\n",
        argv[1]);
    printf("#include \"%s.h\"\n#include \"stem.h\"\n\n", argv[1]);
    printf("const PI_ROM uint8_t pi_%s_stem[PI_STEM_SIZE] = {", argv[1]);
    for (i = 0; i < PI_STEM_SIZE; i++)
        printf("%s0x%02x,", i % 16 == 0 ? "\n    " : " ", table[i]);
    printf("\n};\n");
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
