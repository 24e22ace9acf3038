/* Names through the public functions: what is found, at every split, after every resume, with every memo; misuse; counts. */
#include "check.h"
#include "namer.h"

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

/* Of a people's name what stands before a hyphen and a common word is the name: not before another word, in a name of
 * several hyphens, of one letter, in capitals or of 31 bytes, which may have been cut. */
static void hyphens(void)
{
    static finder f;

    CHECK_STR(whole(&f, &large, CELLS, "They met an Iranian-backed group."), "19 Iranian|");
    CHECK_STR(whole(&f, &large, CELLS, "They met an Iranian-zorbled group."), "");
    CHECK_STR(whole(&f, &large, CELLS, "They met an Iranian-may group."), "19 Iranian-may|");
    CHECK_STR(whole(&f, &large, CELLS, "They met an Iranian-born-again group."), "19 Iranian-born-again|");
    CHECK_STR(whole(&f, &large, CELLS, "They met an Iranian-ba\xc2\xad" "cked group."), ""); /* a soft hyphen: bytes that are no letters */
    CHECK_STR(whole(&f, &large, CELLS, "They met an Iranian-counterrevolutionarilys group."), "19 Iranian-counterrevolutionarilys|");
    CHECK_STR(whole(&f, &large, CELLS, "They met an Iranian-backed's group, a well-known X-ray, an F-16 and 3-inch nails."), "19 Iranian-backed|");
}

/* A word of 300 letters is read in pieces; a possessive of 40 is not stripped, as its end is not kept. */
static void long_words(void)
{
    static char text[400];
    static finder f;
    pith_loss loss;

    snprintf(text, sizeof text, "He saw %0300d men.", 7);
    whole(&f, &sums, CELLS, text);
    CHECK_INT(pith_names_losses(&f.p, &loss), PITH_OK);
    CHECK_INT(loss.cut_words, 1);
    CHECK_STR(f.out, "");
    CHECK_STR(whole(&f, &small, CELLS, "He saw Aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd's aide in Kenya."),
              "16 Aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd's|17 Kenya|");
}

/* Bytes behind the last that has an offset are counted, up to 2^32 - 1 of them. */
static void unread(void)
{
    static finder f;
    pith_loss loss;
    pith_item name;
    size_t taken;

    begin(&f, &small, CELLS);
    pi_cut_init(&pi_namer_of(&f.p)->cut, PITH_TEXT_MAX - 10);
    CHECK_INT(pith_names_scan(&f.p, "no name at all here.", 20, &taken, &name), PITH_OK);
    CHECK_INT(taken, 20);
    CHECK_INT(pith_names_losses(&f.p, &loss), PITH_OK);
    CHECK(loss.bytes == PITH_TEXT_MAX && loss.unread == 10);
    pi_namer_of(&f.p)->loss.unread = UINT32_MAX - 5;
    CHECK_INT(pith_names_scan(&f.p, "none", 4, &taken, &name), PITH_OK);
    CHECK_INT(pi_namer_of(&f.p)->loss.unread, UINT32_MAX - 1);
    CHECK_INT(pith_names_scan(&f.p, "none", 4, &taken, &name), PITH_OK);
    CHECK_INT(pi_namer_of(&f.p)->loss.unread, UINT32_MAX);
}

/* Of a huge work area no more is touched than 512 entities and the largest memo take. */
static void huge(void)
{
    enum { HUGE_CELLS = 9600000 };
    static const pith_names_config most = { &pith_en, &pith_en_names_small, 90, 64, NULL }, least = { &pith_en, &pith_en_names_small, 1, 64, NULL };
    static pith_cell area[HUGE_CELLS];
    static pith_names p;
    size_t used = pi_namer_cells(PI_ENTITIES_MAX, 64) + 16384;

    area[used].w = 7;
    CHECK_INT(pith_names_init(&p, &most, area, HUGE_CELLS), PITH_OK);
    CHECK(pi_namer_of(&p)->entities.room == PI_ENTITIES_MAX && pi_namer_of(&p)->slots == 16384);
    CHECK_INT(pith_names_init(&p, &least, area, HUGE_CELLS), PITH_OK);
    CHECK(pi_namer_of(&p)->entities.room == PI_ENTITIES_MAX && pi_namer_of(&p)->slots == 16384);
    CHECK_INT(area[used].w, 7);
}

/* A paragraph begins a sentence, even for a state that says that none was open. */
static void paragraph(void)
{
    static finder f;

    CHECK_STR(whole(&f, &large, CELLS, "Kenya's army left."), "17 Kenya|");
    begin(&f, &large, CELLS);
    pi_namer_of(&f.p)->any = 1;
    CHECK_INT(pith_names_resume(&f.p, &large, f.memo + 1, CELLS), PITH_OK);
    scan(&f, "The army left Kenya. ", 0, 21);
    CHECK_INT(pith_names_end(&f.p), PITH_OK);
    scan(&f, "The army left Kenya. ", 21, 21);
    CHECK_STR(f.out, "17 Kenya|");
}

/* Letters that are no UTF-8, as somebody changed them: nothing is kept of a name whose first code point does not end. */
static void damaged_letters(void)
{
    enum { AREA = 300 };
    static const pith_names_config cfg = { &pith_en, &pith_en_names, 80, 4, NULL };
    static const char text[] = "He lives in Kenya and works there.";
    static pith_cell area[AREA];
    static pith_names p;
    size_t taken, from = 0, n = 20;
    pith_item name;
    char b[8];

    CHECK_INT(pith_names_init(&p, &cfg, area, AREA), PITH_OK);
    CHECK_INT(pith_names_scan(&p, text, n, &taken, &name), PITH_OK);
    memset((uint8_t *)(area + pi_namer_cells(pi_namer_of(&p)->entities.room, 4)) - PI_NAMER_RING, 0x80, PI_NAMER_RING);
    CHECK_INT(pith_names_resume(&p, &cfg, area, AREA), PITH_OK);
    for (from = n; pith_names_scan(&p, text + from, sizeof text - 1 - from, &taken, &name) == PITH_MORE; from += taken)
        CHECK(name.offset == 12 && name.length == 5);
    CHECK_INT(pith_names_letters(&p, 0, 0, b, sizeof b), 0);
}

int main(void)
{
    paragraph();
    damaged_letters();
    hyphens();
    long_words();
    unread();
    huge();
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
