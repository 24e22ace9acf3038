/* Generates core/uclass_tab.h from the Unicode Character Database (Debian: unicode-data 15.0.0).
 *
 *   gen_uclass DIR > core/uclass_tab.h     DIR holds UnicodeData.txt, CaseFolding.txt, PropList.txt
 *
 * The table is a list of ranges of the BMP, each of one kind: a class with the distance to the folded
 * form, or two classes that alternate (PI_UC_ALT_*). A range also covers code points that are not
 * assigned, and those of rare() below, so that there are few ranges. */
#include "../../core/uclass.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

enum { BMP = 0x10000, FREE = 0xFF };

typedef struct {
    uint8_t class;
    uint16_t delta;
} kind;

static char category[BMP][3];
static uint8_t sterm[BMP];
static uint16_t folded[BMP];
static kind want[BMP];

static int in(unsigned long cp, unsigned from, unsigned to) { return cp >= from && cp <= to; }

static FILE *open_in(const char *dir, const char *name)
{
    char path[1024];
    FILE *f;

    snprintf(path, sizeof path, "%s/%s", dir, name);
    f = fopen(path, "r");
    if (!f) {
        perror(path);
        exit(1);
    }
    return f;
}

static void read_categories(const char *dir)
{
    FILE *f = open_in(dir, "UnicodeData.txt");
    char line[1024], name[256], gc[3];
    unsigned long cp, from = 0;

    while (fgets(line, sizeof line, f)) {
        if (sscanf(line, "%lx;%255[^;];%2[^;]", &cp, name, gc) != 3 || cp >= BMP)
            continue;
        if (!strstr(name, ", Last>"))
            from = cp;
        for (; from <= cp; from++)
            memcpy(category[from], gc, 3);
        from = cp;
    }
    fclose(f);
}

static void read_stops(const char *dir)
{
    FILE *f = open_in(dir, "PropList.txt");
    char line[1024];
    unsigned long a, b;

    while (fgets(line, sizeof line, f)) {
        if (!strstr(line, "; Sentence_Terminal") || sscanf(line, "%lx", &a) != 1 || a >= BMP)
            continue;
        if (sscanf(line, "%lx..%lx", &a, &b) != 2)
            b = a;
        for (; a <= b && a < BMP; a++)
            sterm[a] = 1;
    }
    fclose(f);
}

/* Common and simple foldings; the dotted capital I, which has only a full one, goes to i. */
static void read_folding(const char *dir)
{
    FILE *f = open_in(dir, "CaseFolding.txt");
    char line[1024], status;
    unsigned long cp, to;

    for (cp = 0; cp < BMP; cp++)
        folded[cp] = (uint16_t)cp;
    while (fgets(line, sizeof line, f))
        if (sscanf(line, "%lx; %c; %lx;", &cp, &status, &to) == 3 && cp < BMP && to < BMP)
            if (status == 'C' || status == 'S')
                folded[cp] = (uint16_t)to;
    for (cp = 0; cp < BMP; cp++)
        if (cp == 0x345 || in(cp, 0x3CF, 0x3D7) || in(cp, 0x3F0, 0x3F6)
            || in(cp, 0x1C80, 0x1C8F) || cp == 0x1E9B || cp == 0x1FBE)
            folded[cp] = (uint16_t)cp; /* variants of letters in mathematics and old print */
    folded[0x130] = 'i';
    folded[0x2BC] = folded[0x2018] = folded[0x2019] = folded[0xFF07] = '\'';
    folded[0x2010] = folded[0x2011] = '-';
    for (cp = 0xFF10; cp <= 0xFF19; cp++)
        folded[cp] = (uint16_t)(cp - 0xFEE0);
    fclose(f);
}

/* Scripts whose case counts; letters of the others are letters without case. */
static int cased(unsigned cp)
{
    return cp < 0x590 || in(cp, 0x1C80, 0x1C8F) || in(cp, 0x1E00, 0x1FFF) || in(cp, 0xFF21, 0xFF5A)
        || cp == 0x2126 || cp == 0x212A || cp == 0x212B;
}

/* Signs and digits that are too rare to be worth a range: they take the class of what is beside them. */
static int rare(unsigned cp)
{
    static const uint16_t t[][2] = {
        { 0x2C2, 0x2DF }, { 0x2E5, 0x2FF }, { 0x375, 0x375 }, { 0x384, 0x385 }, { 0x3F6, 0x3F6 },
        { 0x482, 0x482 }, { 0x55A, 0x55A }, { 0x591, 0x5BD }, { 0x5BF, 0x5FF }, { 0x600, 0x605 },
        { 0x610, 0x61A }, { 0x66D, 0x6D3 }, { 0x6DD, 0x6E9 }, { 0x6FD, 0x963 }, { 0x970, 0xDFF },
        { 0xE4F, 0xE4F }, { 0xE5A, 0xE5B }, { 0xED0, 0xED9 }, { 0xF00, 0x1049 }, { 0x104C, 0x10FF }, { 0x1360, 0x1361 },
        { 0x1363, 0x1366 }, { 0x1369, 0x17D3 }, { 0x17D6, 0x1CFF }, { 0x1FBD, 0x1FBD },
        { 0x1FBF, 0x1FC1 }, { 0x1FCD, 0x1FCF }, { 0x1FDD, 0x1FDF }, { 0x1FED, 0x1FEF }, { 0x1FFD, 0x1FFE },
        { 0x2040, 0x2046 }, { 0x204A, 0x205E }, { 0x2C00, 0x2E7F }, { 0x3012, 0x3013 }, { 0x301C, 0x3020 },
        { 0x302A, 0x303F }, { 0x309B, 0x30A0 }, { 0x30FB, 0x30FB }, { 0x3105, 0x33FF }, { 0xA000, 0xABFF },
        { 0xFB00, 0xFDFF }, { 0xFE10, 0xFE6F }, { 0xFF5F, 0xFF60 }, { 0xFFF9, 0xFFFB }
    };
    size_t i;

    for (i = 0; i < sizeof t / sizeof t[0]; i++)
        if (in(cp, t[i][0], t[i][1]))
            return 1;
    return 0;
}

static uint8_t special(unsigned cp)
{
    static const struct {
        uint16_t from, to;
        uint8_t class;
    } t[] = {
        { 0x09, 0x09, PI_UC_BLANK }, { 0x0A, 0x0B, PI_UC_LINE }, { 0x0C, 0x0C, PI_UC_PARA },
        { 0x0D, 0x0D, PI_UC_LINE }, { 0x22, 0x22, PI_UC_QUOTE }, { 0x27, 0x27, PI_UC_APOS },
        { 0x60, 0x60, PI_UC_QUOTE }, { 0x85, 0x85, PI_UC_LINE }, { 0x2BC, 0x2BC, PI_UC_APOS },
        { 0x37E, 0x37E, PI_UC_STOP }, { 0x55A, 0x55C, PI_UC_EXTEND }, { 0x55E, 0x55F, PI_UC_EXTEND },
        { 0x964, 0x965, PI_UC_STOP }, { 0x200B, 0x200B, PI_UC_BLANK },
        { 0x2019, 0x2019, PI_UC_APOS }, { 0x201A, 0x201A, PI_UC_QOPEN }, { 0x201E, 0x201E, PI_UC_QOPEN },
        { 0x2026, 0x2026, PI_UC_STOP }, { 0x2028, 0x2028, PI_UC_LINE }, { 0x2029, 0x2029, PI_UC_PARA },
        { 0x2070, 0x20CF, PI_UC_MARK }, { 0x2100, 0x2125, PI_UC_MARK }, { 0x2127, 0x2129, PI_UC_MARK },
        { 0x212C, 0x218F, PI_UC_MARK }, { 0x2212, 0x2212, PI_UC_DASH }, { 0x300C, 0x300C, PI_UC_QOPEN }, { 0x300D, 0x300D, PI_UC_QCLOSE },
        { 0x300E, 0x300E, PI_UC_QOPEN }, { 0x300F, 0x300F, PI_UC_QCLOSE }, { 0xFE00, 0xFE0F, PI_UC_SKIP },
        { 0xFF02, 0xFF02, PI_UC_QUOTE }, { 0xFF07, 0xFF07, PI_UC_APOS }, { 0xFF62, 0xFF62, PI_UC_QOPEN },
        { 0xFF63, 0xFF63, PI_UC_QCLOSE }
    };
    size_t i;

    for (i = 0; i < sizeof t / sizeof t[0]; i++)
        if (in(cp, t[i].from, t[i].to))
            return t[i].class;
    return FREE;
}

static uint8_t letter_class(unsigned cp, const char *gc)
{
    if (gc[0] == 'M' && (cp < 0x590 || in(cp, 0x1AB0, 0x1AFF) || in(cp, 0x1DC0, 0x1DFF)
                         || in(cp, 0x20D0, 0x20FF) || in(cp, 0x3000, 0x30FF) || in(cp, 0xFE20, 0xFE2F)))
        return PI_UC_EXTEND;
    if (in(cp, 0x3005, 0x312F) || in(cp, 0x31A0, 0x9FFF) || in(cp, 0xF900, 0xFAFF) || in(cp, 0xFF66, 0xFF9F))
        return PI_UC_IDEO;
    if (cased(cp)) {
        if (gc[1] == 'o' || gc[1] == 'm' || gc[0] == 'N') /* among cased letters: no range of its own */
            return PI_UC_LOWER;
        if (folded[cp] == cp)
            return PI_UC_LOWER;
        if (!strcmp(gc, "Lu") || !strcmp(gc, "Lt"))
            return PI_UC_UPPER;
        if (!strcmp(gc, "Ll"))
            return PI_UC_LOWER;
    }
    return PI_UC_LETTER;
}

static uint8_t sign_class(unsigned cp, const char *gc)
{
    int paired = cp < 0x2060 || in(cp, 0x3008, 0x301F) || cp >= 0xFF00;

    if (!strcmp(gc, "Pd"))
        return cp < 0x2E00 || cp >= 0xFE00 ? PI_UC_DASH : PI_UC_MARK;
    if (paired && !strcmp(gc, "Ps"))
        return PI_UC_OPEN;
    if (paired && !strcmp(gc, "Pe"))
        return PI_UC_CLOSE;
    if (paired && !strcmp(gc, "Pi"))
        return PI_UC_QOPEN;
    if (paired && !strcmp(gc, "Pf"))
        return PI_UC_QCLOSE;
    return PI_UC_MARK;
}

static uint8_t class_of(unsigned cp)
{
    const char *gc = category[cp];
    uint8_t c = special(cp);

    if (c != FREE)
        return c;
    if (!gc[0] || !strcmp(gc, "Cs") || (rare(cp) && gc[0] != 'L' && gc[0] != 'M'))
        return FREE;
    if (sterm[cp])
        return PI_UC_STOP;
    if (!strcmp(gc, "Nd"))
        return PI_UC_DIGIT;
    if (!strcmp(gc, "Cc") || !strcmp(gc, "Zs"))
        return PI_UC_BLANK;
    if (!strcmp(gc, "Cf"))
        return PI_UC_SKIP;
    if (gc[0] == 'L' || gc[0] == 'M' || !strcmp(gc, "Nl"))
        return letter_class(cp, gc);
    return sign_class(cp, gc);
}

/* What fits must agree with pi_ufold() of core/uclass.c. A free code point fits all kinds that would
 * not fold it to something that is folded further. */
static int fits(unsigned cp, kind k)
{
    uint8_t class = k.class & PI_UC_CLASS;
    int second = k.class & PI_UC_ALT_EVEN ? (cp & 1) != 0
        : k.class & PI_UC_ALT_ODD         ? (cp & 1) == 0
        : k.class & PI_UC_ALT_8           ? (cp & 8) == 0
                                          : 0;
    uint16_t delta = second ? 0 : k.delta;

    if (want[cp].class == FREE)
        return delta == 0 || (want[(uint16_t)(cp + delta)].class != FREE && want[(uint16_t)(cp + delta)].delta == 0);
    return want[cp].class == class + second && want[cp].delta == delta;
}

/* The kind that covers most code points from `from` on, and where it ends. */
static unsigned longest(unsigned from, kind *best)
{
    static kind k[] = {
        { 0, 0 },
        { PI_UC_UPPER | PI_UC_ALT_EVEN, 1 },
        { PI_UC_UPPER | PI_UC_ALT_ODD, 1 },
        { PI_UC_UPPER | PI_UC_ALT_8, (uint16_t)-8 },
        { PI_UC_OPEN | PI_UC_ALT_EVEN, 0 },
        { PI_UC_QOPEN | PI_UC_ALT_EVEN, 0 },
    };
    unsigned i, to, end = from;

    for (i = from; i < BMP - 1 && want[i].class == FREE; i++)
        ;
    k[0] = want[i];
    for (i = 0; i < sizeof k / sizeof k[0]; i++) {
        for (to = from; to < BMP && fits(to, k[i]); to++)
            ;
        if (to > end) {
            end = to;
            *best = k[i];
        }
    }
    return end;
}

static void print_row(const char *format, unsigned value, unsigned i, unsigned per_row)
{
    printf(i % per_row ? " " : "\n    ");
    printf(format, value);
}

/* Pages, which shorten the search: Latin, Greek, Cyrillic and punctuation are below 0x2100. */
enum { PAGE = 64, PAGED = 0x2100 };

/* Dashes, quotation marks and the ellipsis, which most texts have many of, are found without a search. */
enum { SIGNS = 0x2010, SIGNS_END = 0x2028 };

static void print_table(void)
{
    static kind kinds[256];
    static uint16_t start[BMP];
    static uint8_t which[BMP];
    unsigned n = 0, nk = 0, cp = 0x80, i;

    while (cp < BMP) {
        kind k = { 0, 0 };
        unsigned end = longest(cp, &k);

        for (i = 0; i < nk && (kinds[i].class != k.class || kinds[i].delta != k.delta); i++)
            ;
        if (i == nk)
            kinds[nk++] = k;
        start[n] = (uint16_t)cp;
        which[n++] = (uint8_t)i;
        cp = end;
    }
    printf("/* Generated by tests/lab/gen_uclass.c from the Unicode Character Database 15.0; `make uclass`\n"
           " * generates it again. %u bytes. Copyright of the data: Unicode, Inc., Unicode License v3. */\n",
           128 + n * 3 + PAGED / PAGE + 1 + nk * 3 + SIGNS_END - SIGNS);
    printf("enum { RANGES = %u, PAGE = %u, PAGED = 0x%X, SIGNS = 0x%X, SIGNS_END = 0x%X };\n\n"
           "static const PI_ROM uint8_t ascii_class[128] = {", n, PAGE, PAGED, SIGNS, SIGNS_END);
    for (i = 0; i < 128; i++)
        print_row("%u,", want[i].class, i, 16);
    printf("\n};\n\n/* First code point of each range, and the kind of the range. */\n"
           "static const PI_ROM uint16_t range_start[RANGES] = {");
    for (i = 0; i < n; i++)
        print_row("0x%04X,", start[i], i, 12);
    printf("\n};\n\nstatic const PI_ROM uint8_t range_kind[RANGES] = {");
    for (i = 0; i < n; i++)
        print_row("%u,", which[i], i, 24);
    printf("\n};\n\n/* For each page of PAGE code points below PAGED, the range that its first one is in; 0 where there is none. */\n"
           "static const PI_ROM uint8_t page_range[PAGED / PAGE + 1] = {");
    for (cp = i = 0; cp <= PAGED; cp += PAGE) {
        while (i + 1 < n && start[i + 1] <= cp)
            i++;
        assert(i < 256);
        print_row("%u,", i, cp / PAGE, 24);
    }
    printf("\n};\n\n/* The kinds of the signs from SIGNS on. */\nstatic const PI_ROM uint8_t sign_kind[SIGNS_END - SIGNS] = {");
    for (cp = SIGNS, i = 0; cp < SIGNS_END; cp++) {
        while (i + 1 < n && start[i + 1] <= cp)
            i++;
        print_row("%u,", which[i], cp - SIGNS, 24);
    }
    printf("\n};\n\n/* Kinds: the class, perhaps with PI_UC_ALT_*, and what to add for the folded form, modulo 65536. */\nstatic const PI_ROM uint8_t kind_class[%u] = {", nk);
    for (i = 0; i < nk; i++)
        print_row("%u,", kinds[i].class, i, 24);
    printf("\n};\n\nstatic const PI_ROM uint16_t kind_delta[%u] = {", nk);
    for (i = 0; i < nk; i++)
        print_row("0x%04X,", kinds[i].delta, i, 12);
    printf("\n};\n");
}

int main(int argc, char **argv)
{
    unsigned cp;

    if (argc != 2)
        return 2;
    read_categories(argv[1]);
    read_stops(argv[1]);
    read_folding(argv[1]);
    for (cp = 0; cp < BMP; cp++) {
        want[cp].class = class_of(cp);
        if (cased(cp) || folded[cp] < 0x80) /* foldings of other scripts are left out */
            want[cp].delta = (uint16_t)(folded[cp] - cp);
    }
    print_table();
    return 0;
}
