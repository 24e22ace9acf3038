/* Small domains, all of them: every sequence of up to four bytes through the decoder, against another one that was written from
 * table 3-7 of the Unicode Standard; every size of the work area, from the smallest to 64 KB, with every share of kept text,
 * cut without overlap and without holes.
 *
 * usage: domains [all]     without: of the sequences of four bytes those with bytes at the borders of their ranges, and every
 *                          97th size */
#include "check.h"
#include "state.h"

enum { CELLS_MOST = 16384 };

static const uint8_t borders[] = { 0x00, 0x41, 0x7F, 0x80, 0x81, 0x8F, 0x90, 0x91, 0x9F, 0xA0, 0xA1, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
                                   0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF7, 0xF8, 0xFF };
enum { BORDERS = sizeof borders };

/* The code point at s and its length; a maximal subpart of what is none is U+FFFD. */
static size_t one(const uint8_t *s, size_t n, uint32_t *cp, int *bad)
{
    static const struct {
        uint8_t first, last, more, low, high;
    } rows[] = { { 0x00, 0x7F, 0, 0, 0 }, { 0xC2, 0xDF, 1, 0x80, 0xBF }, { 0xE0, 0xE0, 2, 0xA0, 0xBF }, { 0xE1, 0xEC, 2, 0x80, 0xBF },
                 { 0xED, 0xED, 2, 0x80, 0x9F }, { 0xEE, 0xEF, 2, 0x80, 0xBF }, { 0xF0, 0xF0, 3, 0x90, 0xBF }, { 0xF1, 0xF3, 3, 0x80, 0xBF },
                 { 0xF4, 0xF4, 3, 0x80, 0x8F } };
    size_t r, k;

    *bad = 1;
    *cp = 0xFFFD;
    for (r = 0; r < sizeof rows / sizeof *rows; r++) {
        uint32_t value;

        if (s[0] < rows[r].first || s[0] > rows[r].last)
            continue;
        value = rows[r].more == 0 ? s[0] : s[0] & (0x3Fu >> rows[r].more);
        for (k = 1; k <= rows[r].more; k++) {
            uint8_t low = k == 1 ? rows[r].low : 0x80, high = k == 1 ? rows[r].high : 0xBF;

            if (k >= n || s[k] < low || s[k] > high)
                return k;
            value = value << 6 | (s[k] & 0x3Fu);
        }
        *cp = value;
        *bad = 0;
        return k;
    }
    return 1;
}

/* What the core's decoder makes of them, told as the other one does. */
static int agree(const uint8_t *s, size_t n)
{
    pi_utf8 d = { 0, 0, 0, 0, 0 };
    uint32_t want, whole;
    size_t at = 0, i = 0, k;
    int bad;

    while (at < n) {
        uint8_t did = PI_UTF8_MORE, w;

        k = one(s + at, n - at, &want, &bad);
        w = pi_utf8_whole(s + at, n - at, &whole);
        if (w && (w != k || whole != want || bad))
            return 0;
        while (did == PI_UTF8_MORE)
            did = i < n ? pi_utf8_step(&d, s[i++]) : pi_utf8_end(&d);
        if (did == PI_UTF8_CUT && i < n)
            i--; /* it was not taken */
        else if (did == PI_UTF8_CUT)
            i = at + k < n ? i - 1 : n;
        if (d.cp != want || d.length != k || (did != PI_UTF8_CHAR) != bad || i != at + k)
            return 0;
        at += k;
    }
    return d.need == 0;
}

static void test_decoder(int all)
{
    uint8_t s[4];
    uint32_t n, i;
    unsigned long wrong = 0, tried = 0;

    for (n = 1; n <= 4; n++) {
        uint32_t base = n < 4 || all ? 256 : BORDERS, many = 1;

        for (i = 0; i < n && base < 256; i++)
            many *= base;
        if (base == 256)
            many = n == 4 ? 0 : UINT32_C(1) << 8 * n; /* 0: all of 2^32 */
        i = 0;
        do {
            uint32_t x = i, k;

            for (k = 0; k < n; k++, x /= base)
                s[k] = base == 256 ? (uint8_t)x : borders[x % base];
            tried++;
            if (!agree(s, n) && wrong++ < 5)
                fprintf(stderr, "decoder: wrong of %02x %02x %02x %02x, the first %u\n", s[0], s[1], s[2], s[3], (unsigned)n);
        } while (++i != many);
    }
    printf("domains: %lu sequences\n", tried);
    CHECK_INT(wrong, 0);
}

static pith_cell work[CELLS_MOST + 1];

/* The tables follow one another and end within the area, with less left than a record takes. */
static void cut(uint32_t cells, uint8_t keep, uint8_t flags)
{
    pith_config cfg = { &pith_en_plain, 0, 0, 0, 0, 0 };
    const uint8_t *base = (const uint8_t *)work, *at = base, *end = base + 4 * (size_t)cells;
    const pi_core *c;
    uint32_t forms;
    pi_view v;
    pith p;
    int ok = 1;

    cfg.keep = keep;
    cfg.flags = flags;
    work[cells].w = 0x5AFE57ACu;
    if (!CHECK_INT(pith_init(&p, &cfg, work, cells), PITH_OK) || !CHECK_INT(pi_view_of(&v, &p), PITH_OK))
        return;
    c = v.c;
    ok &= (const uint8_t *)v.k.tab.chunk == at;
    at += (size_t)c->store.nchunks * sizeof(pi_chunk);
    ok &= (const uint8_t *)v.memo.slot == at && (c->memo_slots & (c->memo_slots - 1u)) == 0 && c->memo_slots != 1;
    at += (size_t)c->memo_slots * sizeof(pi_known);
    ok &= (const uint8_t *)v.k.terms == at && c->buckets >= 1;
    at += (size_t)c->buckets * PI_WAYS * sizeof(pi_term);
    forms = (uint32_t)c->form_buckets * PI_WAYS;
    ok &= (const uint8_t *)v.forms == at && (forms == 0 || !flags);
    at += forms * sizeof(pi_form);
    ok &= (const uint8_t *)v.form_text == at;
    at += keep ? forms * sizeof(pi_form_text) : 0;
    ok &= (const uint8_t *)v.k.tab.rec == at;
    at += (size_t)c->store.nrecs * sizeof(pi_rec);
    ok &= at <= end && (size_t)(end - at) < sizeof(pi_rec) && c->store.nrecs >= 1 && c->store.nrecs < PI_NIL && c->store.nchunks < PI_NIL;
    ok &= c->sent.max >= 160 && c->sent.max <= PITH_SENTENCE_MAX && work[cells].w == 0x5AFE57ACu;
    if (!CHECK(ok))
        fprintf(stderr, "    of %u cells, keep %u, flags %u\n", (unsigned)cells, keep, flags);
}

static void test_areas(int all)
{
    uint32_t cells, step = all ? 1 : 97;
    uint8_t keep;

    for (cells = PITH_CELLS_MIN; cells <= CELLS_MOST; cells += step)
        for (keep = 0; keep <= 80; keep = (uint8_t)(keep + (all ? 8 : 20))) {
            cut(cells, keep, 0);
            cut(cells, keep, PITH_NO_KEYWORDS);
        }
    for (cells = PITH_CELLS_MIN; cells < 400; cells++)
        for (keep = 0; keep <= 80; keep++)
            cut(cells, keep, 0);
}

int main(int argc, char **argv)
{
    int all = argc > 1 && strcmp(argv[1], "all") == 0;

    test_decoder(all);
    test_areas(all);
    return check_done("domains");
}
