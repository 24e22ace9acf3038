/* Tokens to names: what the tagger is given of a token with a hyphen, what is put aside, whose letters are kept, what waits. */
#include "check.h"
#include "namer.h"

enum { CELLS = 900 };

static uint8_t table[PI_SPOT_WORD_BYTES];
static const PI_ROM uint8_t no_rows[PI_SPOT_ROW_BYTES];
static uint16_t same[3] = { 1 };
static pith_names_model model = { 1, 1, table, no_rows, no_rows, no_rows, no_rows, no_rows, same };
static pith_names p;
static pith_cell work[CELLS];
static pi_namer *c;

/* When nothing was read since the last time. */
static int fetch(pith_item *found)
{
    static const uint8_t text[1];
    const uint8_t *from = text;

    return pi_namer_fetch(&p, &from, text, found);
}

static uint32_t hash_of(const char *s)
{
    uint32_t h = 0;

    for (; *s; s++)
        h = pi_hash_step(h, (uint8_t)*s);
    return pi_hash_end(h);
}

static void teach(uint8_t at, uint32_t hash)
{
    table[at] = (uint8_t)hash;
    table[PI_SPOT_BUCKET + at] = 1;
    table[2 * PI_SPOT_BUCKET + at] = (uint8_t)((hash >> 8 & 3) << 6);
}

/* A model in which "backed" is a common word, "bill" a word and a name, and one name is a people's. */
static void start(const char *people)
{
    pith_names_config cfg = { &pith_en, &model, 0, 0, NULL };

    memset(table, 0, sizeof table);
    teach(0, hash_of("backed"));
    teach(1, hash_of("bill"));
    teach(2, hash_of("bill") ^ PI_SPOT_CASED);
    teach(3, hash_of("aaaaaaaaaaaaaaaaaaaaaaaaaaa"));
    teach(4, hash_of("aaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
    same[1] = (uint16_t)(hash_of(people) >> 16);
    same[2] = (uint16_t)((hash_of(people) & 0xFF00) | PI_SAME_PEOPLE);
    CHECK_INT(pith_names_init(&p, &cfg, work, CELLS), PITH_OK);
    c = pi_namer_of(&p);
}

static void read(const char *text)
{
    size_t n = strlen(text), taken, at = 0;
    pith_item found;

    while (pith_names_scan(&p, text + at, n - at, &taken, &found) == PITH_MORE)
        at += taken;
}

/* Length of the word that the tagger was given second; an island is open. */
static int given(const char *people, const char *word)
{
    start(people);
    read("Ann ");
    read(word);
    read(" ");
    CHECK_INT(c->spot.n, 2);
    return c->spot.w[1].length;
}

/* Of a people's name and a common word behind a hyphen the name; else all. */
static void heads(void)
{
    CHECK_INT(given("abc", "Abc-backed"), 3);
    CHECK_INT(c->spot.w[1].hash, hash_of("abc"));
    CHECK(!(c->spot.w[1].flags & PI_SPOT_HYPHEN));
    CHECK_INT(c->spot.w[1].affix[5], hash_of("abc") >> 16);
    CHECK_INT(c->token_end, 14); /* all of it was read */
    CHECK_INT(given("ab", "Ab-backed"), 2);
    CHECK_INT(given("a", "A-backed"), 8);
    CHECK_INT(given("abc", "AbC-backed"), 3);
    CHECK_INT(given("abc", "Abc-zzz"), 7); /* not a word that is known */
    CHECK(c->spot.w[1].flags & PI_SPOT_HYPHEN);
    CHECK_INT(given("abc", "Abc-bill"), 8); /* nor one that may be a name */
    CHECK_INT(given("xyz", "Abc-backed"), 10); /* no people */
    CHECK_INT(given("abc", "abc-backed"), 10);
    CHECK_INT(given("abc", "ABC-BACKED"), 10);
    CHECK_INT(given("abc", "Abc-backed-backed"), 17);
    CHECK_INT(given("abc", "Abc-backed's"), 10); /* of the tagger's own */
    CHECK_INT(c->spot.w[1].tail, 2);
    CHECK_INT(given("abc", "Abc-9"), 5);
    CHECK_INT(given("abc", "Abc\xe2\x80\x90" "backed"), 12); /* another hyphen, of three bytes */
    CHECK_INT(given("ab", "Ab-aaaaaaaaaaaaaaaaaaaaaaaaaaa"), 2); /* 30 bytes */
    CHECK_INT(given("ab", "Ab-aaaaaaaaaaaaaaaaaaaaaaaaaaaa"), 31); /* 31: more may have been cut off */
    CHECK_INT(given("abc", "Abcbacked"), 9);
    CHECK_INT(given("abc", "Abc"), 3);
}

/* What the tagger was given, and what is put aside, behind a text. */
static void aside(const char *text, int words, int put, int held)
{
    start("abc");
    read(text);
    if (!CHECK(c->spot.n == words && c->lately.n == put && c->held == held))
        fprintf(stderr, "    behind \"%s\": %u, %u, %u\n", text, c->spot.n, c->lately.n, c->held);
}

/* Small words, numbers and signs are put aside, two at most; a capital brings them in. A function word that begins a sentence is held
 * until the next word shows whether it is a name's. */
static void tagged(void)
{
    aside("a ", 0, 1, 0);
    aside("a b ", 0, 2, 0);
    aside("a b c 7 , ", 0, 2, 0);
    aside("a b c Ann ", 3, 0, 0);
    aside("a Ann b ", 3, 0, 0);
    aside("The ", 0, 1, 1);
    aside("The cat ", 0, 2, 0);
    aside("The cat sat ", 0, 2, 0);
    aside("The Cat ", 2, 0, 0);
    aside("The 7 ", 2, 0, 0);
    aside("The's ", 1, 0, 0);
    aside("THE ", 1, 0, 0);
    aside("Bridge ", 1, 0, 0);
    aside("a The ", 2, 0, 0);
    aside("a\n\nThe ", 0, 2, 1);
    aside("a\nThe ", 2, 0, 0);
    aside("the ", 0, 1, 0);
    aside("The cat. The ", 0, 2, 1);
}

/* Letters come out of a ring of 256 bytes: wherever the names stand, in whatever pieces they come, they are the text's. */
static void kept(void)
{
    static const pith_names_config cfg = { &pith_en, &pith_en_names_small, 60, 12, NULL };
    static char text[1200];
    static const uint16_t pieces[] = { 1, 7, 100, 255, 256, 257, 1000 };
    size_t n, taken, at, end, gap, i;
    char letters[16];
    pith_entity e;
    pith_item found;
    uint16_t k, names;

    for (gap = 170; gap < 260; gap++) { /* words before the names: they cross the ring's end */
        for (n = 0; n < gap; n += 2)
            memcpy(text + n, "a ", 3);
        n += (size_t)snprintf(text + n, sizeof text - n, "and Angela Merkel flew to G\xc3\xa9n\xc3\xa9va, then Merkel met Anna Smith in Kenya. %s",
                              "They were so few.");
        for (i = 0; i < sizeof pieces / sizeof *pieces; i++) {
            CHECK_INT(pith_names_init(&p, &cfg, work, CELLS), PITH_OK);
            for (at = 0; at < n;) {
                end = n - at < pieces[i] ? n : at + pieces[i];
                while (pith_names_scan(&p, text + at, end - at, &taken, &found) == PITH_MORE)
                    at += taken;
                at = end;
            }
            names = 0;
            for (k = 0; pith_names_entity(&p, k, &e) == PITH_OK; k++, names++)
                if (!CHECK_INT(pith_names_letters(&p, k, 0, letters, sizeof letters), e.length[0] < 12 ? e.length[0] : 12)
                    || !CHECK(memcmp(letters, text + e.form[0], e.length[0] < 12 ? e.length[0] : 12) == 0))
                    fprintf(stderr, "    entity %u behind %zu bytes, pieces of %u\n", k, gap, pieces[i]);
            CHECK(names >= 3);
        }
    }
}

/* Letters are cut before a character that has no room, and a name that ended long ago has none. */
static void cut_letters(void)
{
    static const pith_names_config cfg = { &pith_en, &pith_en_names_small, 60, 4, NULL };
    static const char *const names[] = { "Anna Smith", "An\xc3\xb6na Smith", "Ann\xc3\xb6 Smith", "A\xc3\xb6\xc3\xb6 Smith", "An\xe2\x82\xac Smith" };
    static const int want[] = { 4, 4, 3, 3, 2 };
    pi_waiting w;
    pith_item found;
    pith_entity e;
    char letters[4];
    size_t i;
    int far;

    for (far = 0; far < 3; far++)
        for (i = 0; i < sizeof want / sizeof *want; i++) {
            CHECK_INT(pith_names_init(&p, &cfg, work, CELLS), PITH_OK);
            c = pi_namer_of(&p);
            c->cut.offset = 100 + (uint32_t)strlen(names[i]);
            pi_namer_pass(&p, (const uint8_t *)names[i], strlen(names[i]));
            memset(&w, 0, sizeof w);
            w.offset = w.of.offset = 100;
            w.length = w.of.length = (uint16_t)strlen(names[i]);
            w.of.n = 2;
            w.words = 2;
            w.of.word[0] = 7;
            pi_waiting_add(c, &w);
            c->token_end = far == 2 ? 301 : 300;
            c->cut.offset = far == 1 ? 357 : 356;
            CHECK(fetch(&found));
            CHECK(found.offset == 100 && found.length == strlen(names[i]) && found.count == 2 && found.score == 1 && found.kind == PITH_PERSON);
            CHECK_INT(pith_names_entity(&p, 0, &e), PITH_OK);
            CHECK_INT(pith_names_letters(&p, 0, 0, letters, 4), far ? 0 : want[i]);
            CHECK(far || memcmp(letters, names[i], (size_t)want[i]) == 0);
        }
}

/* Of the ways to write a quantity that of the most atoms names it, be it shorter. */
static void atoms(void)
{
    static const pith_names_config cfg = { &pith_en, &pith_en_names_small, 60, 0, &pith_en_quantities };
    static const char text[] = "They spent 1000000000000 of it, that is one trillion, on bread. ";
    pith_entity e;

    CHECK_INT(pith_names_init(&p, &cfg, work, CELLS), PITH_OK);
    read(text);
    CHECK_INT(pith_names_entity(&p, 0, &e), PITH_OK);
    CHECK(e.forms == 2 && e.length[0] == 12 && memcmp(text + e.form[0], "one trillion", 12) == 0);
}

/* When six wait the first is given before more is gathered. */
static void crowded(void)
{
    pith_item found;
    uint8_t i;

    start("abc");
    memset(&c->wait, 0, sizeof c->wait);
    for (i = 0; i < PI_NAMER_WAITING; i++) {
        c->wait[i].offset = 10u * i;
        c->wait[i].length = 4;
        c->wait[i].words = c->wait[i].of.n = 1;
    }
    c->waiting = PI_NAMER_WAITING;
    c->spot.open = PI_SPOT_LABELLED;
    c->spot.n = c->spot.at = 1;
    c->spot.w[0].offset = 70;
    c->spot.w[0].length = 3;
    c->spot.w[0].label = 1 + PI_SPOT_U;
    CHECK(fetch(&found));
    CHECK(found.offset == 0 && c->waiting == PI_NAMER_WAITING - 1 && c->spot.fetched == 0);
    CHECK(fetch(&found));
    CHECK(found.offset == 10 && c->waiting == PI_NAMER_WAITING - 1 && c->spot.fetched == 1);
    CHECK_INT(c->wait[PI_NAMER_WAITING - 2].offset, 70);
}

/* A state may say that minor words were passed over though none has quantities: nothing is looked up. */
static void no_quantities(void)
{
    start("abc");
    read("Ann of the ");
    c->lately.passed = c->lately.minor = c->lately.n = 1;
    read("Bill ");
    CHECK_INT(c->lately.minor, 0);
    CHECK_INT(c->quant.n, 0);
}

int main(void)
{
    no_quantities();
    heads();
    tagged();
    kept();
    cut_letters();
    atoms();
    crowded();
    return check_done("namer");
}
