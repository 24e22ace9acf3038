/* Names through the public functions: what is found, at every split, after every resume, with every memo; misuse; counts. */
#include "check.h"
#include "pith.h"

enum { CELLS = 64, ROOM = 2048 };

static const char story[] =
    "Angela Merkel met reporters in Geneva on Monday. \"We talked about Kenya,\" Merkel\xe2\x80\x99s aide said.\n\n"
    "The Bank of England raised its rate again. Nobody in Paris was surprised, and the U.S. dollar fell.\n";

static const pith_names_config large = { &pith_en, &pith_en_names, 0, 0, NULL },
                               small = { &pith_en, &pith_en_names_small, 0, 0, NULL }, sums = { &pith_en, &pith_en_names_small, 0, 0, &pith_en_quantities },
                               large_sums = { &pith_en, &pith_en_names, 0, 0, &pith_en_quantities };

typedef struct {
    pith_names p;
    pith_cell memo[CELLS + 2]; /* between canaries */
    char out[ROOM]; /* "16 Angela Merkel|" */
    size_t n;
    uint32_t end; /* of what was found last */
} finder;

static void begin(finder *f, const pith_names_config *cfg, size_t cells)
{
    memset(f, 0, sizeof *f);
    memset(f->memo, 0xA5, sizeof f->memo);
    CHECK_INT(pith_names_init(&f->p, cfg, f->memo + 1, cells), PITH_OK);
}

/* Of a text with names among quantities, and one within the other. */
static const char dates[] = "In May 2010 Theresa May met 20 men in Kenya on Sunday, 12 June, for 3.5 million Canadian dollars, 5 pm sharp. The Sunday "
                            "Times, 5% of Geneva and April 3rd: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 Angela Merkel 2 Angela Merkel 3 Angela.";

/* The text up to `upto` is what was fed when this was called: a name lies within it. */
static void scan(finder *f, const char *text, size_t from, size_t upto)
{
    const char *at = from == upto ? NULL : text + from;
    size_t n = upto - from, taken;
    pith_item name;

    while (pith_names_scan(&f->p, at, n, &taken, &name) == PITH_MORE) {
        if (!CHECK(name.kind >= PITH_PERSON && name.kind <= PITH_NUMBER && name.offset >= f->end && name.offset + name.length <= upto
                   && name.count > 0))
            return;
        f->end = name.offset + name.length;
        f->n += (size_t)snprintf(f->out + f->n, ROOM - f->n, "%u %.*s|", (unsigned)name.kind, (int)name.length,
                                 text + name.offset);
        at = taken ? at + taken : at;
        n -= taken;
    }
    CHECK_INT(taken, n);
}

static const char *whole(finder *f, const pith_names_config *cfg, size_t cells, const char *text)
{
    begin(f, cfg, cells);
    scan(f, text, 0, strlen(text));
    CHECK_INT(pith_names_end(&f->p), PITH_OK);
    scan(f, text, strlen(text), strlen(text));
    CHECK(f->memo[0].w == UINT32_C(0xA5A5A5A5) && f->memo[cells + 1].w == UINT32_C(0xA5A5A5A5));
    return f->out;
}

static void found(void)
{
    static const char want[] = "16 Angela Merkel|17 Geneva|17 Kenya|16 Merkel|18 Bank of England|17 Paris|17 U.S.|";
    static finder f, g;
    pith_loss loss;

    CHECK_STR(whole(&f, &large, CELLS, story), want);
    CHECK_INT(pith_names_losses(&f.p, &loss), PITH_OK);
    CHECK_INT(loss.bytes, sizeof story - 1);
    CHECK_INT(loss.sentences, 4);
    CHECK_INT(loss.words, 33);
    CHECK_INT(loss.malformed + loss.cut + loss.cut_words + loss.unread, 0);
    CHECK_STR(whole(&g, &large, 0, "no names at all, none."), "");
    CHECK_STR(whole(&g, &large, CELLS, ""), "");
    CHECK_STR(whole(&g, &small, CELLS, "He moved from Kenya to Canada."), "17 Kenya|17 Canada|");
}

static void every_split(const pith_names_config *cfg, const char *text)
{
    static finder f, g;
    size_t i, n = strlen(text);

    whole(&g, cfg, CELLS, text);
    for (i = 0; i <= n; i++) {
        begin(&f, cfg, CELLS);
        scan(&f, text, 0, i);
        scan(&f, text, i, n);
        pith_names_end(&f.p);
        scan(&f, text, n, n);
        if (!CHECK_STR(f.out, g.out))
            fprintf(stderr, "    split at %zu\n", i);
    }
    begin(&f, cfg, CELLS);
    for (i = 0; i < n; i++)
        scan(&f, text, i, i + 1);
    pith_names_end(&f.p);
    scan(&f, text, i, i);
    CHECK_STR(f.out, g.out);
}

static void every_memo(void)
{
    static finder g;
    size_t cells;

    for (cells = 0; cells <= CELLS; cells++)
        whole(&g, &large, cells, story);
}

/* A day in a name stays with the name, a name in a sum with the sum. */
static void quantities(void)
{
    static finder f;
    char value[PITH_VALUE_MAX];

    CHECK_STR(whole(&f, &large_sums, CELLS, "In May 2010 Theresa May met 20 men in Kenya."), "32 May 2010|16 Theresa May|36 20|17 Kenya|");
    CHECK_STR(whole(&f, &sums, CELLS, "It cost 3.5 million Canadian dollars in Kenya on Sunday, 12 June."),
              "34 3.5 million Canadian dollars|17 Kenya|32 Sunday, 12 June|");
    CHECK_INT(pith_names_value(&f.p, value, sizeof value), 10);
    CHECK(memcmp(value, "XXXX-06-12", 10) == 0);
    CHECK_INT(pith_names_value(&f.p, value, 4), 4);
    CHECK_INT(pith_names_value(&f.p, NULL, 4), PITH_E_ARG);
    CHECK_STR(whole(&f, &sums, CELLS, "He left on 5 May."), "32 5 May|"); /* "May" could have been a name */
    whole(&f, &sums, CELLS, "It was 12 June in Kenya.");
    CHECK_INT(pith_names_value(&f.p, value, sizeof value), 0);
}

static void every_resume(const pith_names_config *cfg, const char *text)
{
    static finder f, g, moved;
    size_t i, n = strlen(text);

    whole(&g, cfg, CELLS, text);
    for (i = 0; i <= n; i++) {
        begin(&f, cfg, CELLS);
        scan(&f, text, 0, i);
        moved = f;
        memset(&f.p, 0x5A, sizeof f.p);
        memset(f.memo, 0x5A, sizeof f.memo);
        CHECK_INT(pith_names_resume(&moved.p, &large, moved.memo + 1, CELLS), PITH_E_STATE);
        CHECK_INT(pith_names_resume(&moved.p, cfg == &small ? &sums : &small, moved.memo + 1, CELLS), PITH_E_STATE);
        CHECK_INT(pith_names_resume(&moved.p, cfg, moved.memo + 1, CELLS / 2), PITH_E_STATE);
        CHECK_INT(pith_names_resume(&moved.p, cfg, moved.memo + 1, CELLS), PITH_OK);
        scan(&moved, text, i, n);
        pith_names_end(&moved.p);
        scan(&moved, text, n, n);
        if (!CHECK_STR(moved.out, g.out))
            fprintf(stderr, "    resumed at %zu\n", i);
    }
}

static void misuse(void)
{
    static pith_names p, blank;
    static pith_cell memo[4];
    pith_names_config none = { &pith_en, NULL, 0, 0, NULL };
    pith_item name;
    pith_loss loss;
    size_t taken;

    CHECK_INT(pith_names_init(NULL, &large, memo, 4), PITH_E_ARG);
    CHECK_INT(pith_names_init(&p, NULL, memo, 4), PITH_E_ARG);
    CHECK_INT(pith_names_init(&p, &none, memo, 4), PITH_E_ARG);
    CHECK_INT(pith_names_init(&p, &large, NULL, 4), PITH_E_ARG);
    CHECK_INT(pith_names_scan(&blank, "x", 1, &taken, &name), PITH_E_STATE);
    CHECK_INT(pith_names_end(&blank), PITH_E_STATE);
    CHECK_INT(pith_names_losses(&blank, &loss), PITH_E_STATE);
    CHECK_INT(pith_names_resume(&blank, &large, memo, 4), PITH_E_STATE);
    CHECK_INT(pith_names_init(&p, &large, memo, 4), PITH_OK);
    CHECK_INT(pith_names_scan(&p, NULL, 1, &taken, &name), PITH_E_ARG);
    CHECK_INT(pith_names_scan(&p, "x", 1, NULL, &name), PITH_E_ARG);
    CHECK_INT(pith_names_scan(&p, "x", 1, &taken, NULL), PITH_E_ARG);
    CHECK_INT(pith_names_scan(NULL, "x", 1, &taken, &name), PITH_E_ARG);
    CHECK_INT(pith_names_losses(&p, NULL), PITH_E_ARG);
    CHECK_INT(pith_names_end(&p), PITH_OK);
    CHECK_INT(pith_names_end(&p), PITH_E_STATE);
    CHECK_INT(pith_names_scan(&p, "x", 1, &taken, &name), PITH_E_STATE);
}

int main(void)
{
    found();
    quantities();
    every_memo();
    every_split(&small, story);
    every_split(&sums, dates);
    every_resume(&small, story);
    every_resume(&sums, dates);
    misuse();
    return check_done("names");
}
