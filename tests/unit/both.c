/* Names and a summary of a text that is read once: as if each had been read alone, in pieces of any size. */
#include "check.h"
#include "namer.h"
#include "pith.h"
#include "quant.h"
#include "quant_match.h"

enum { CELLS = 1024, LONG = 60000 };

static const char story[] =
    "Angela Merkel flew to Geneva on Monday. She spoke with Anna Smith about \xe2\x82\xac 5 million of help, and Smith agreed.\n\n"
    "Nobody in Kenya was surprised, said Peter Jones of the World Health Organization (WHO), which met on 12 May 2020.  "
    "The WHO needs money. \"We pay,\" Merkel said; 20 per cent come from Kenya's neighbours, and the rest from Geneva\xe2\x80\x99s banks.";

typedef struct {
    uint32_t found;    /* hash of what was found */
    unsigned n;        /* how much that is */
    pith_item chosen[3];
    pith_loss loss;
} result;

static pith p;
static pith_names names;
static pith_cell work[CELLS], names_work[CELLS];

static void begin(uint8_t keep, uint8_t letters)
{
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };
    pith_names_config other = { &pith_en, &pith_en_names_small, 60, 0, &pith_en_quantities };

    cfg.keep = keep;
    other.letters = letters;
    CHECK_INT(pith_init(&p, &cfg, work, CELLS), PITH_OK);
    CHECK_INT(pith_names_init(&names, &other, names_work, CELLS), PITH_OK);
}

static void note(result *r, const pith_item *item)
{
    r->n++;
    r->found = (r->found ^ item->offset) * 0x9E3779B1u;
    r->found = (r->found ^ item->length ^ (uint32_t)item->score << 8 ^ (uint32_t)item->kind << 24) * 0x9E3779B1u;
}

/* Feeds a piece; all that is found ends in it. */
static void feed(result *r, int both, const char *text, size_t n)
{
    pith_item item;
    size_t taken;

    if (!both && n)
        CHECK_INT(pith_feed(&p, text, n), PITH_OK);
    while ((both ? pith_names_with(&names, &p, text, n, &taken, &item) : pith_names_scan(&names, text, n, &taken, &item)) == PITH_MORE) {
        note(r, &item);
        text = text ? text + taken : NULL;
        n -= taken;
    }
    CHECK_INT(taken, n);
}

static void finish(result *r, int both)
{
    static const pith_budget three = { 3, 0, 0, 0, 0, 0, 0 };
    uint16_t i;

    CHECK_INT(pith_names_end(&names), PITH_OK);
    if (!both)
        CHECK_INT(pith_end(&p), PITH_OK);
    feed(r, both, NULL, 0);
    CHECK_INT(pith_end(&p), PITH_E_STATE);
    while (pith_select(&p, &three) == PITH_MORE) { }
    for (i = 0; i < 3; i++)
        pith_sentence(&p, i, &r->chosen[i]);
    CHECK_INT(pith_losses(&p, &r->loss), PITH_OK);
}

static void read_all(result *r, int both, uint8_t keep, uint8_t letters, const char *text, size_t piece)
{
    size_t n = strlen(text), k;

    memset(r, 0, sizeof *r);
    begin(keep, letters);
    for (; n > 0; text += k, n -= k) {
        k = piece < n ? piece : n;
        feed(r, both, text, k);
    }
    finish(r, both);
}

static void same(const result *a, const result *b)
{
    CHECK_INT(a->n, b->n);
    CHECK_INT(a->found, b->found);
    CHECK(memcmp(a->chosen, b->chosen, sizeof a->chosen) == 0);
    CHECK(memcmp(&a->loss, &b->loss, sizeof a->loss) == 0);
}

static void as_apart(void)
{
    static result apart, both;
    char kept[200], whole[200];
    uint8_t keep, letters;
    uint16_t i;
    size_t piece;

    for (keep = 0; keep <= 60; keep = (uint8_t)(keep + 60))
        for (letters = 0; letters <= 32; letters = (uint8_t)(letters + 32)) {
            read_all(&apart, 0, keep, letters, story, sizeof story);
            CHECK(apart.n > 10);
            for (piece = 1; piece < 40; piece++) {
                read_all(&both, 1, keep, letters, story, piece);
                same(&both, &apart);
            }
        }
    for (i = 0; pith_names_letters(&names, i, 0, kept, sizeof kept) > 0 && memcmp(kept, "World Health Organization", 25) != 0; i++)
        ;
    CHECK_INT(pith_names_letters(&names, i, 0, kept, sizeof kept), 25);
    CHECK_INT(pith_text(&p, &both.chosen[0], whole, sizeof whole), (int)both.chosen[0].length);
    CHECK(memcmp(whole, story + both.chosen[0].offset, both.chosen[0].length) == 0);
}

/* Sentences of which most are given up: what stays depends on the text alone. */
static void long_text(void)
{
    static const char *const words[] = { "bread", "sells", "Kenya", "house", "went", "rains", "tall", "they", "counted", "river", "a", "the" };
    static char text[LONG];
    static result whole, pieces, both;
    uint32_t seed = 7;
    size_t n = 0;

    while (n < LONG - 100) {
        unsigned k = 4 + seed % 9;

        while (k--) {
            seed = seed * 1664525u + 1013904223u;
            n += (size_t)snprintf(text + n, LONG - n, "%s%lu ", words[(seed >> 16) % 12], (unsigned long)(seed >> 28));
        }
        n += (size_t)snprintf(text + n, LONG - n, "too. ");
    }
    read_all(&whole, 0, 0, 0, text, LONG);
    read_all(&pieces, 0, 0, 0, text, 1000);
    read_all(&both, 1, 0, 0, text, LONG);
    CHECK(whole.loss.sentences > 600 && whole.loss.dropped > 0);
    same(&pieces, &whole);
    same(&both, &whole);
}

/* A date that waits for whether "May" is a name is found at the end, too. */
static void last_word(void)
{
    static const char text[] = "He left on 5 May.";
    result r = { 0 };

    read_all(&r, 1, 0, 0, text, sizeof text - 1);
    CHECK_INT(r.n, 1);
}

/* From a paragraph's end on the two may be read apart; pieces may stand anywhere. */
static void goes_on(void)
{
    static result apart, both;
    static char first[300], second[400];
    size_t n = (size_t)(strstr(story, "\n\n") + 2 - story);
    char kept[5][32];
    int length[5];
    uint16_t i;
    pith_item item;
    size_t taken;

    read_all(&apart, 0, 0, 32, story, sizeof story);
    for (i = 0; i < 5; i++)
        length[i] = pith_names_letters(&names, i, 0, kept[i], sizeof kept[i]);
    memset(&both, 0, sizeof both);
    memcpy(first, story, 40);
    memcpy(second, story + 40, n - 40);
    begin(0, 32);
    feed(&both, 1, first, 40);
    memset(first, '?', sizeof first);
    feed(&both, 1, second, n - 40);
    memset(second, '?', sizeof second);
    memcpy(first, story + n, sizeof story - 1 - n);
    feed(&both, 0, first, sizeof story - 1 - n);
    finish(&both, 0);
    CHECK_INT(both.n, apart.n);
    CHECK_INT(both.found, apart.found);
    for (i = 0; i < 5; i++) {
        CHECK(length[i] > 0 && pith_names_letters(&names, i, 0, first, sizeof first) == length[i]);
        CHECK(memcmp(first, kept[i], (size_t)length[i]) == 0);
    }

    /* What pith_scan would have told of is forgotten when more is read in another way. */
    begin(0, 0);
    CHECK_INT(pith_scan(&p, "Bread was sold. It rained in the night. It rains. ", 50, &taken, &item), PITH_MORE);
    while (pith_names_with(&names, &p, "The river rose. It fell. The house is tall. ", 44, &taken, &item) == PITH_MORE) { }
    CHECK_INT(pith_scan(&p, NULL, 0, &taken, &item), PITH_OK);
}

static void misuse(void)
{
    static pith none;
    pith_item item;
    size_t taken;

    begin(0, 0);
    CHECK_INT(pith_names_with(NULL, &p, "x", 1, &taken, &item), PITH_E_ARG);
    CHECK_INT(pith_names_with(&names, NULL, "x", 1, &taken, &item), PITH_E_ARG);
    CHECK_INT(pith_names_with(&names, &none, "x", 1, &taken, &item), PITH_E_STATE);
    CHECK_INT(pith_names_with(&names, &p, NULL, 1, &taken, &item), PITH_E_ARG);
    CHECK_INT(pith_names_with(&names, &p, "x", 1, NULL, &item), PITH_E_ARG);
    CHECK_INT(pith_names_with(&names, &p, "x", 1, &taken, NULL), PITH_E_ARG);
    CHECK_INT(pith_end(&p), PITH_OK);
    CHECK_INT(pith_names_with(&names, &p, "x", 1, &taken, &item), PITH_E_STATE);
}

/* A minor word that stands last in the table of words, which no other follows, is passed over like any. */
static void last_minor(void)
{
    static const char text[] = "Ann came, of of of course, home.";
    static uint16_t table[PI_QUANT_FIRST + 8];
    pi_quant_model four = pith_en_quantities;
    pith_names_config other = { &pith_en, &pith_en_names_small, 0, 0, &four };
    uint32_t h = pi_hash_end(pi_hash_step(pi_hash_step(0, 'o'), 'f'));
    pith_item item;
    size_t taken, at = 0;
    uint16_t i;

    four.words = 4;
    four.word = table;
    for (i = pi_quant_part(h) + 1u; i < PI_QUANT_FIRST; i++)
        table[i] = 4;
    table[PI_QUANT_FIRST + 3] = pi_quant_key(h); /* behind three of the key 0 */
    for (i = 4; i < 8; i++)
        table[PI_QUANT_FIRST + i] = pi_q_word(PI_Q_OF, 1);
    begin(0, 0);
    CHECK_INT(pith_names_init(&names, &other, names_work, CELLS), PITH_OK);
    while (pith_names_with(&names, &p, text + at, sizeof text - 1 - at, &taken, &item) == PITH_MORE) {
        CHECK_INT(item.kind, PITH_PERSON);
        at += taken;
    }
    CHECK_INT(at + taken, sizeof text - 1);
}

/* Of the words that reading passes over it knows how many of the last may begin a quantity: "of the" is no more than that. */
static void passed_over(void)
{
    static const struct {
        const char *text;
        uint8_t minor;
    } cases[] = { { "They went ", 0 }, { "of ", 1 }, { "the ", 2 }, { "dog ", 0 }, { "the ", 1 } };
    pith_item found;
    size_t i, taken;

    begin(0, 0);
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        CHECK_INT(pith_names_with(&names, &p, cases[i].text, strlen(cases[i].text), &taken, &found), PITH_OK);
        CHECK_INT(pi_namer_of(&names)->lately.minor, PI_LATELY_ALL ? cases[i].minor : 0);
    }
}

int main(void)
{
    passed_over();
    last_minor();
    as_apart();
    long_text();
    last_word();
    goes_on();
    misuse();
    return check_done("both");
}
