/* The tagger's window: where islands begin and end, what the words of the window say. */
#include "spot_tokens.h"

static void borders(void)
{
    CHECK_STR(islands(""), "");
    CHECK_STR(islands("a b c"), "");
    CHECK_STR(islands("Ann"), "0-0 ");
    CHECK_STR(islands("a Ann Bob b Eve"), "2-6 12-12 ");
    CHECK_STR(islands("Ann /Bob /Eve Joe"), "0-0 4-4 8-12 ");
    CHECK_STR(islands("Ann , Bob ' Eve"), "0-0 6-12 "); /* a comma parts, an apostrophe joins */
    CHECK_STR(islands("A & B - C . D '' E"), "0-12 17-17 "); /* signs of one byte */
    CHECK_STR(islands("Ann of of of Bob"), "0-13 "); /* three connectors at most */
    CHECK_STR(islands("Ann of of of of Bob"), "0-0 16-16 ");
    CHECK_STR(islands("Ann of Bob of"), "0-7 "); /* none ends an island, or begins it */
    CHECK_STR(islands("of Ann of x"), "3-3 ");
    CHECK_STR(islands("I I met I Ann I Bob I"), "10-16 "); /* "I" joins */
    CHECK_STR(islands("7 Ann 7 8 b"), "2-8 "); /* numbers behind a word are of it */
    CHECK_STR(islands("Ann of 7 b"), "0-0 "); /* behind a connector they join */
    CHECK_STR(islands("Ann of 7 Bob"), "0-9 ");
    CHECK_STR(islands("A B C D E F G H J K L M N O"), "0-22 24-26 "); /* twelve words at most */
    CHECK_STR(islands("A B C D E F G H J K L of N O"), "0-20 25-27 ");
    CHECK_STR(islands("A B C D E F G H J K of of N O"), "0-18 26-28 ");

    /* It is complete as soon as two words behind it are known. */
    begin();
    CHECK_STR(read("Ann b"), "");
    CHECK_STR(read("c"), "0-0 ");
    begin();
    CHECK_STR(read("Ann of b"), "0-0 ");
    begin();
    CHECK_STR(read("Ann Bob"), "");
    CHECK_STR(read("/a"), "");
    CHECK_STR(read("b"), "0-4 ");
    CHECK_STR(read("c"), "");
}

static void sentences(void)
{
    pi_token t;

    begin();
    read("Ann");
    t = token("Bob");
    t.gap = PI_GAP_PARA; /* begins one, too */
    take(t, 0);
    t = token("Eve");
    t.gap = PI_GAP_LINE;
    take(t, 0);
    CHECK(spot.w[1].flags & PI_SPOT_BEGINS && !(spot.w[2].flags & PI_SPOT_BEGINS));
    CHECK(spot.open == 2 && spot.from == 0 && spot.last == 0);
}

/* The dot of an abbreviation is no word. */
static void dots(void)
{
    pi_token t;

    CHECK_STR(islands("Mr _. Smith"), "0-5 ");
    CHECK_INT(spot.n, 2);
    CHECK(spot.w[0].flags & PI_SPOT_DOTTED && !(spot.w[1].flags & PI_SPOT_DOTTED));
    islands("Prof _. Smith"); /* four letters */
    CHECK_INT(spot.n, 2);
    islands("Major _. Smith");
    CHECK_INT(spot.n, 3);
    islands("Mr _. _. Smith"); /* one dot */
    CHECK_INT(spot.n, 3);
    islands("Mr . Smith"); /* at once */
    CHECK_INT(spot.n, 3);
    islands("Mr _, Smith");
    CHECK_INT(spot.n, 3);
    islands("Mr _.. Smith");
    CHECK_INT(spot.n, 3);
    islands("mr _. Smith"); /* of a capital */
    CHECK_INT(spot.n, 3);
    begin();
    t = token("Washn.d.c");
    t.flags = PI_TOK_DOTS; /* or of dots, of any length */
    take(t, 0);
    read("_. Smith");
    CHECK_INT(spot.n, 2);
    CHECK_INT(spot.w[0].flags, PI_SPOT_CAPITAL | PI_SPOT_DOTS | PI_SPOT_DOTTED);
    begin();
    t = token("Al's");
    t.flags = PI_TOK_POSS; /* but of no possessive */
    take(t, 0);
    read("_. Smith");
    CHECK_INT(spot.n, 3);
}

static void flags(void)
{
    pi_token t;

    begin();
    t = token("Jean-Paul-2");
    t.flags = PI_TOK_HYPHEN;
    take(t, 1);
    t.flags = PI_TOK_DIGIT;
    take(t, 0);
    t.flags = PI_TOK_DOTS;
    take(t, 0);
    CHECK_INT(spot.w[0].flags, PI_SPOT_BEGINS | PI_SPOT_CAPITAL | PI_SPOT_HYPHEN);
    CHECK_INT(spot.w[1].flags, PI_SPOT_CAPITAL | PI_SPOT_DIGIT);
    CHECK_INT(spot.w[2].flags, PI_SPOT_CAPITAL | PI_SPOT_DOTS);
    CHECK_INT(spot.w[0].initial, 'j');
    read("of I 7 , - b");
    CHECK_INT(spot.w[3].flags, PI_SPOT_JOINS);
    CHECK_INT(spot.w[4].flags, PI_SPOT_JOINS);
    CHECK_INT(spot.w[5].flags, PI_SPOT_JOINS);
    CHECK_INT(spot.w[6].flags, 0);
    CHECK_INT(spot.w[7].flags, PI_SPOT_JOINS);
    CHECK_INT(spot.w[8].flags, 0);
    /* Shapes of what is no word: number, link, stop, mark. */
    CHECK_INT(spot.w[5].shape, PI_SHAPE_MIXED + 1);
    CHECK_INT(spot.w[6].shape, PI_SHAPE_MIXED + 4);
    CHECK_INT(spot.w[8].shape, PI_SHAPE_LOWER);
    /* A number is known by its length, a sign by its code point. */
    CHECK_INT(spot.w[5].hash, 0x101);
    CHECK_INT(spot.w[6].hash, ',');
    begin();
    t = token("a.org/7");
    t.kind = PI_TOK_LINK;
    take(t, 0);
    CHECK_INT(spot.w[0].hash, 0x107);
    CHECK_INT(spot.w[0].flags, 0);
    CHECK_INT(spot.w[0].affix[0], 0);
    t = token("1990");
    take(t, 0);
    CHECK_INT(spot.w[1].hash, 0x104);
    CHECK_INT(spot.w[1].affix[0], hash_of("1990") >> 16);
    t.n = 0; /* no letters were kept */
    take(t, 0);
    CHECK_INT(spot.w[2].initial, 0);
}

/* Hashes of the first and the last two, three, four bytes; of a shorter word all of it. */
static void affixes(void)
{
    static const struct {
        const char *word, *affix[6];
    } want[] = { { "Merkel", { "me", "mer", "merk", "el", "kel", "rkel" } }, { "Ann", { "an", "ann", "ann", "nn", "ann", "ann" } },
                 { "Bo", { "bo", "bo", "bo", "bo", "bo", "bo" } }, { "X", { "x", "x", "x", "x", "x", "x" } } };
    uint8_t i, j;

    for (i = 0; i < sizeof want / sizeof *want; i++) {
        begin();
        read(want[i].word);
        for (j = 0; j < 6; j++)
            CHECK_INT(spot.w[0].affix[j], hash_of(want[i].affix[j]) >> 16);
    }
    begin();
    read("merkel");
    for (j = 0; j < 6; j++)
        CHECK_INT(spot.w[0].affix[j], 0);
}

/* A possessive is left out of hash, length, affixes. */
static void possessives(void)
{
    pi_token t;

    begin();
    t = token("Ann's");
    t.flags = PI_TOK_POSS;
    take(t, 0);
    CHECK_INT(spot.w[0].hash, hash_of("ann"));
    CHECK(spot.w[0].length == 3 && spot.w[0].tail == 2);
    CHECK(spot.w[0].flags & PI_SPOT_POSS);
    CHECK_INT(spot.w[0].affix[5], hash_of("ann") >> 16);
    t.length = 7; /* U+2019 */
    take(t, 0);
    CHECK(spot.w[1].length == 3 && spot.w[1].tail == 4);
    CHECK_INT(spot.w[1].hash, hash_of("ann"));
    t.length = 4; /* no more than the sign and its letter */
    t.n = 2;
    take(t, 0);
    CHECK(spot.w[2].length == 4 && spot.w[2].tail == 0 && !(spot.w[2].flags & PI_SPOT_POSS));
    begin();
    t = token("X's");
    t.flags = PI_TOK_POSS;
    take(t, 0); /* the shortest */
    CHECK(spot.w[0].length == 1 && spot.w[0].tail == 2);
    CHECK_INT(spot.w[0].hash, hash_of("x"));
    t.length = 5;
    take(t, 0);
    CHECK(spot.w[1].length == 1 && spot.w[1].tail == 4);
    t = token("Aaaaaaaaaaaaaaaaaaaaaaaaaaaa's"); /* 30 bytes: all are kept */
    t.flags = PI_TOK_POSS;
    take(t, 0);
    CHECK(spot.w[2].length == 28 && spot.w[2].tail == 2);
    t = token("Aaaaaaaaaaaaaaaaaaaaaaaaaaaaa's"); /* 31: there may be more */
    t.flags = PI_TOK_POSS;
    take(t, 0);
    CHECK(spot.w[3].length == 31 && spot.w[3].tail == 0);
    CHECK_INT(spot.w[3].hash, t.hash);
}

static void check_word(uint8_t i, uint8_t class, uint8_t low, uint8_t code)
{
    CHECK_INT(spot.w[i].class, class);
    CHECK_INT(spot.w[i].low, low);
    CHECK_INT(spot.w[i].code, code);
}

/* What the table says of a word as it is written, and in small letters: of capitalized words, and of those beside an island. */
static void looked_up(void)
{
    begin();
    read("rain rain bill Bill Rain bill rain Who");
    check_word(0, 0, 0, 0); /* too far before it */
    check_word(1, 9, 9, 10);
    check_word(2, 6, 6, 8);
    check_word(3, 5, 6, 7);
    check_word(4, 9, 9, 0); /* the code is that of the word as written */
    check_word(5, 6, 6, 8);
    check_word(6, 9, 9, 10);
    check_word(7, 0, 0, 0);
    begin();
    read("rain Ann rain rain"); /* the window's first words */
    check_word(0, 9, 9, 10);
    check_word(3, 9, 9, 10);
    begin();
    read("Ann , rain");
    check_word(2, 9, 9, 10);
    CHECK(pi_spot_joins(&model, hash_of("of")) && !pi_spot_joins(&model, hash_of("rain")) && !pi_spot_joins(&model, hash_of("xyz")));
    CHECK(!pi_spot_joins(&model, hash_of("i") ^ PI_SPOT_CASED));
}

/* Whatever was read before, an island has the two words before it and those behind it. */
static void window(void)
{
    char want[24];
    unsigned before, i;

    for (before = 0; before < 60; before++) {
        begin();
        for (i = 0; i < before; i++)
            CHECK_STR(read("a"), "");
        CHECK_STR(read("A B C D E F G H J K of of"), "");
        snprintf(want, sizeof want, "%u-%u ", 2 * before, 2 * before + 18);
        CHECK_STR(read("of"), want); /* a thirteenth word */
        CHECK_INT(spot.last - spot.from, 9);
        CHECK_INT(spot.w[spot.from].offset, 2 * before);
        if (before >= 2)
            CHECK(spot.from >= 2 && spot.w[spot.from - 2].offset == 2 * before - 4 && spot.w[spot.from - 1].offset == 2 * before - 2);
        else
            CHECK_INT(spot.from, before);
        snprintf(want, sizeof want, "%u-%u ", 2 * before + 29, 2 * before + 29);
        CHECK_STR(read("L , ,"), want);
        for (i = 0; i < 40; i++) {
            CHECK_STR(read("a"), "");
            CHECK(spot.n <= PI_SPOT_WORDS && spot.at == spot.n && spot.open == 0);
        }
    }
}

int main(void)
{
    borders();
    sentences();
    dots();
    flags();
    affixes();
    possessives();
    looked_up();
    window();
    return check_done("spot_window");
}
