/* The decoder against a slow one that knows only table 3-7 of the Unicode Standard, and the classes. */
#include "check.h"
#include "uclass.h"
#include "utf8.h"

enum { MAX = 16 };

/* Table 3-7: the well-formed sequences. */
static const struct {
    uint8_t n, range[4][2];
} well_formed[] = {
    { 1, { { 0x00, 0x7F } } },
    { 2, { { 0xC2, 0xDF }, { 0x80, 0xBF } } },
    { 3, { { 0xE0, 0xE0 }, { 0xA0, 0xBF }, { 0x80, 0xBF } } },
    { 3, { { 0xE1, 0xEC }, { 0x80, 0xBF }, { 0x80, 0xBF } } },
    { 3, { { 0xED, 0xED }, { 0x80, 0x9F }, { 0x80, 0xBF } } },
    { 3, { { 0xEE, 0xEF }, { 0x80, 0xBF }, { 0x80, 0xBF } } },
    { 4, { { 0xF0, 0xF0 }, { 0x90, 0xBF }, { 0x80, 0xBF }, { 0x80, 0xBF } } },
    { 4, { { 0xF1, 0xF3 }, { 0x80, 0xBF }, { 0x80, 0xBF }, { 0x80, 0xBF } } },
    { 4, { { 0xF4, 0xF4 }, { 0x80, 0x8F }, { 0x80, 0xBF }, { 0x80, 0xBF } } }
};

typedef struct {
    unsigned n, bad;
    uint32_t cp[MAX];
    uint8_t length[MAX];
} decoded;

/* The longest start of s that begins a row of the table; *whole says that it completes the row. */
static unsigned longest_prefix(const uint8_t *s, unsigned n, int *whole)
{
    unsigned row, k, best = 0;

    *whole = 0;
    for (row = 0; row < sizeof well_formed / sizeof well_formed[0]; row++) {
        for (k = 0; k < n && k < well_formed[row].n; k++)
            if (s[k] < well_formed[row].range[k][0] || s[k] > well_formed[row].range[k][1])
                break;
        if (k > best) {
            best = k;
            *whole = k == well_formed[row].n;
        }
    }
    return best;
}

static void oracle(const uint8_t *s, unsigned n, decoded *d)
{
    static const uint8_t bits[5] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
    unsigned i = 0, k;

    memset(d, 0, sizeof *d);
    while (i < n) {
        int whole;
        unsigned length = longest_prefix(s + i, n - i, &whole);
        uint32_t cp = PI_UTF8_REPLACEMENT;

        if (whole) {
            cp = s[i] & bits[length];
            for (k = 1; k < length; k++)
                cp = cp * 64 + s[i + k] - 0x80;
        } else {
            d->bad++;
            if (length == 0)
                length = 1;
        }
        d->cp[d->n] = cp;
        d->length[d->n++] = (uint8_t)length;
        i += length;
    }
}

static void decode(const uint8_t *s, unsigned n, decoded *d)
{
    pi_utf8 u;
    unsigned i = 0;
    uint8_t did;

    memset(&u, 0, sizeof u);
    memset(d, 0, sizeof *d);
    for (;;) {
        if (i < n)
            did = pi_utf8_step(&u, s[i]);
        else if ((did = pi_utf8_end(&u)) == PI_UTF8_MORE)
            return;
        if (did != PI_UTF8_CUT)
            i++;
        if (did == PI_UTF8_MORE)
            continue;
        d->bad += did != PI_UTF8_CHAR;
        d->cp[d->n] = u.cp;
        d->length[d->n++] = u.length;
    }
}

static unsigned long differing;

static void compare(const uint8_t *s, unsigned n)
{
    decoded a, b;

    oracle(s, n, &a);
    decode(s, n, &b);
    differing += memcmp(&a, &b, sizeof a) != 0;
}

/* All texts of one to three bytes, and all of four whose bytes are the borders of the table. */
static void check_all_short(void)
{
    static const uint8_t edge[] = { 0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1,
                                    0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3,
                                    0xF4, 0xF5, 0xFF };
    enum { EDGES = sizeof edge };
    uint8_t s[5];
    unsigned long i, j;

    differing = 0;
    for (i = 0; i < 1ul << 24; i++) {
        s[0] = (uint8_t)(i >> 16);
        s[1] = (uint8_t)(i >> 8);
        s[2] = (uint8_t)i;
        if (s[2] == 0 && s[1] == 0)
            compare(s, 1);
        if (s[2] == 0)
            compare(s, 2);
        compare(s, 3);
    }
    CHECK_INT(differing, 0);
    for (i = 0; i < 256ul * EDGES * EDGES * EDGES; i++) {
        s[0] = (uint8_t)(i & 255);
        for (j = 1; j < 4; j++)
            s[j] = edge[(i >> 8) / (j == 1 ? 1 : j == 2 ? EDGES : EDGES * EDGES) % EDGES];
        s[4] = 'x';
        compare(s, 4);
        compare(s, 5);
    }
    CHECK_INT(differing, 0);
}

/* The example of the standard, table 3-8 and the ones after it. */
static void check_standard_examples(void)
{
    static const uint8_t s[] = { 0xC0, 0xAF, 0xE0, 0x80, 0xBF, 0xF0, 0x81, 0x82, 0x41 };
    static const uint8_t t[] = { 0xE1, 0x80, 0xE2, 0xF0, 0x91, 0x92, 0xF1, 0xBF, 0x41 };
    decoded d;

    decode(s, sizeof s, &d);
    CHECK_INT(d.n, 9);
    CHECK_INT(d.bad, 8);
    decode(t, sizeof t, &d);
    CHECK_INT(d.n, 5);
    CHECK_INT(d.bad, 4);
    CHECK_INT(d.length[0], 2);
    CHECK_INT(d.length[1], 1);
    CHECK_INT(d.length[2], 3);
    CHECK_INT(d.length[3], 2);
    CHECK_INT(d.cp[4], 'A');
}

static void check_round_trip(void)
{
    uint32_t cp;
    uint8_t s[4];
    decoded d;
    unsigned long wrong = 0;

    for (cp = 0; cp <= 0x10FFFF; cp++) {
        if (cp >= 0xD800 && cp <= 0xDFFF)
            continue;
        decode(s, pi_utf8_put(cp, s), &d);
        wrong += d.n != 1 || d.cp[0] != cp || d.bad != 0;
    }
    CHECK_INT(wrong, 0);
}

/* What is decoded in one step: two bytes, and three but for E0, ED and above; never what is not well-formed, or not all there. */
static void check_whole(void)
{
    uint8_t s[4] = { 0, 0, 0, 0 };
    unsigned long i, wrong = 0;
    uint32_t cp;
    decoded d;

    for (i = 0; i < 1ul << 24; i++) {
        uint8_t length, want = 0;

        s[0] = (uint8_t)(i >> 16);
        s[1] = (uint8_t)(i >> 8);
        s[2] = (uint8_t)i;
        if (s[0] >= 0xC2 && s[0] < 0xED && s[0] != 0xE0 && s[1] >= 0x80 && s[1] < 0xC0 && (s[0] < 0xE0 || (s[2] >= 0x80 && s[2] < 0xC0)))
            want = s[0] < 0xE0 ? 2 : 3;
        length = pi_utf8_whole(s, 3, &cp);
        wrong += length != want || pi_utf8_whole(s, 2, &cp) != 0;
        if (want) {
            decode(s, want, &d);
            wrong += pi_utf8_whole(s, 3, &cp) != want || d.n != 1 || d.cp[0] != cp;
        }
    }
    CHECK_INT(wrong, 0);
}

static uint32_t fold(uint32_t cp)
{
    pi_ufold(&cp);
    return cp;
}

static void check_classes(void)
{
    static const struct {
        uint32_t cp;
        uint8_t class;
    } t[] = {
        { 0, PI_UC_BLANK }, { '\t', PI_UC_BLANK }, { '\n', PI_UC_LINE }, { '\f', PI_UC_PARA },
        { '\r', PI_UC_LINE }, { 0x85, PI_UC_LINE }, { 0xA0, PI_UC_BLANK }, { 0x3000, PI_UC_BLANK },
        { 0x200B, PI_UC_BLANK }, { 0xAD, PI_UC_SKIP }, { 0xFEFF, PI_UC_SKIP }, { 0x200D, PI_UC_SKIP },
        { 0xFE0F, PI_UC_SKIP }, { 0x301, PI_UC_EXTEND }, { 'Q', PI_UC_UPPER }, { 0xC9, PI_UC_UPPER },
        { 0x141, PI_UC_UPPER }, { 0x416, PI_UC_UPPER }, { 0x531, PI_UC_UPPER }, { 0x1EA0, PI_UC_UPPER },
        { 0xDF, PI_UC_LOWER }, { 0x3C2, PI_UC_LOWER }, { 0x561, PI_UC_LOWER }, { 0x5D0, PI_UC_LETTER },
        { 0x627, PI_UC_LETTER }, { 0x915, PI_UC_LETTER }, { 0xAC00, PI_UC_LETTER }, { 0x4E2D, PI_UC_IDEO },
        { 0x3042, PI_UC_IDEO }, { 0x30AB, PI_UC_IDEO }, { 0x20000, PI_UC_IDEO }, { '7', PI_UC_DIGIT },
        { 0x663, PI_UC_DIGIT }, { 0x96B, PI_UC_DIGIT }, { 0xFF15, PI_UC_DIGIT }, { '.', PI_UC_STOP },
        { '!', PI_UC_STOP }, { '?', PI_UC_STOP }, { 0x2026, PI_UC_STOP }, { 0x3002, PI_UC_STOP },
        { 0x964, PI_UC_STOP }, { 0x61F, PI_UC_STOP }, { 0x6D4, PI_UC_STOP }, { 0xFF01, PI_UC_STOP },
        { 0xFF1F, PI_UC_STOP }, { 0x589, PI_UC_STOP }, { 0x203D, PI_UC_STOP }, { '(', PI_UC_OPEN },
        { ']', PI_UC_CLOSE }, { 0x3010, PI_UC_OPEN }, { 0x3011, PI_UC_CLOSE }, { 0xFF09, PI_UC_CLOSE },
        { '"', PI_UC_QUOTE }, { 0x201C, PI_UC_QOPEN }, { 0x201D, PI_UC_QCLOSE }, { 0x201E, PI_UC_QOPEN },
        { 0xAB, PI_UC_QOPEN }, { 0xBB, PI_UC_QCLOSE }, { 0x300C, PI_UC_QOPEN }, { 0x300D, PI_UC_QCLOSE },
        { 0x2018, PI_UC_QOPEN }, { '\'', PI_UC_APOS }, { 0x2019, PI_UC_APOS }, { '-', PI_UC_DASH },
        { 0x2014, PI_UC_DASH }, { 0x2212, PI_UC_DASH }, { ',', PI_UC_MARK }, { '$', PI_UC_MARK },
        { 0x20AC, PI_UC_MARK }, { 0x2122, PI_UC_MARK }, { 0xD7, PI_UC_MARK }, { 0x60C, PI_UC_MARK },
        { 0x3001, PI_UC_MARK }, { 0xFFFD, PI_UC_MARK }, { 0x1F600, PI_UC_MARK }, { 0x10FFFF, PI_UC_MARK }
    };
    static const uint32_t folds[][2] = {
        { 'A', 'a' }, { 'z', 'z' }, { '[', '[' }, { 0xC0, 0xE0 }, { 0xD7, 0xD7 }, { 0x178, 0xFF },
        { 0x130, 'i' }, { 0x139, 0x13A }, { 0x14A, 0x14B }, { 0x17D, 0x17E }, { 0x17F, 's' }, { 0x18E, 0x1DD },
        { 0x1C4, 0x1C6 }, { 0x1C5, 0x1C6 }, { 0x23A, 0x2C65 }, { 0x391, 0x3B1 }, { 0x3A9, 0x3C9 },
        { 0x3C2, 0x3C3 }, { 0x386, 0x3AC }, { 0x410, 0x430 }, { 0x401, 0x451 }, { 0x4C0, 0x4CF },
        { 0x531, 0x561 }, { 0x1E9E, 0xDF }, { 0x1EF8, 0x1EF9 }, { 0x1F08, 0x1F00 }, { 0x1F6F, 0x1F67 },
        { 0x1FFC, 0x1FF3 }, { 0x212A, 'k' }, { 0x212B, 0xE5 }, { 0xFF21, 0xFF41 }, { 0x2019, '\'' },
        { 0x2010, '-' }, { 0xFF15, '5' }, { 0xB5, 0x3BC }, { 0x4E2D, 0x4E2D }, { 0x10400, 0x10400 }
    };
    size_t i;
    uint32_t cp;
    unsigned long unstable = 0;

    for (i = 0; i < sizeof t / sizeof t[0]; i++)
        if (!CHECK_INT(pi_uclass(t[i].cp), t[i].class))
            fprintf(stderr, "    U+%04lX\n", (unsigned long)t[i].cp);
    for (i = 0; i < sizeof folds / sizeof folds[0]; i++)
        CHECK_INT(fold(folds[i][0]), folds[i][1]);
    for (cp = 0; cp <= 0x10FFFF; cp++)
        unstable += fold(fold(cp)) != fold(cp) || pi_uclass(fold(cp)) == PI_UC_UPPER || pi_uclass(cp) > PI_UC_DASH;
    CHECK_INT(unstable, 0);
}

int main(void)
{
    check_standard_examples();
    check_all_short();
    check_round_trip();
    check_whole();
    check_classes();
    return check_done("utf8");
}
