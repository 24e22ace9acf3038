/* The tagger's window on tokens made by hand and a model of a few words: where islands begin and end, what the words of the
 * window say, what the memo notes and forgets, which names are fetched. */
#include "check.h"
#include "spot.h"

extern const pith_model pith_en;

enum { SLOTS = 4 };

static uint8_t table[PI_SPOT_WORD_BYTES];
static const PI_ROM uint8_t no_rows[PI_SPOT_ROW_BYTES];
static const pi_spot_model model = { 1, 1, table, no_rows, no_rows, no_rows, no_rows, NULL };
static pi_spot spot;
static pi_spot_memo memo[SLOTS];
static pi_spotter k = { &model, NULL, &spot, memo, SLOTS };
static uint32_t offset; /* of the next token */

static uint32_t hash_bytes(const char *s, size_t n)
{
    uint32_t h = 0;

    while (n-- > 0)
        h = pi_hash_step(h, (uint8_t)*s++);
    return pi_hash_end(h);
}

static uint32_t hash_of(const char *s) { return hash_bytes(s, strlen(s)); }

/* Entry `at` of the word table: see spot_model.h. */
static void teach(uint8_t at, uint32_t hash, uint8_t class, uint8_t code)
{
    table[at] = (uint8_t)hash;
    table[PI_SPOT_BUCKET + at] = class;
    table[2 * PI_SPOT_BUCKET + at] = (uint8_t)((hash >> 8 & 3) << 6 | code);
}

static void begin(void)
{
    memset(memo, 0, sizeof memo);
    memset(table, 0, sizeof table);
    pi_spot_init(&spot);
    offset = 0;
    k.slots = SLOTS;
    teach(0, hash_of("of"), 3, PI_SPOT_CODE_JOINS);
    teach(1, hash_of("i") ^ PI_SPOT_CASED, 4, PI_SPOT_CODE_ALONE);
    teach(2, hash_of("bill") ^ PI_SPOT_CASED, 5, 7);
    teach(3, hash_of("bill"), 6, 8);
    teach(4, hash_of("rain"), 9, 10);
}

/* A word, number or sign, a blank before it. */
static pi_token token(const char *s)
{
    pi_token t;
    uint8_t i, capitals = 0;

    memset(&t, 0, sizeof t);
    t.offset = offset;
    t.gap = PI_GAP_BLANK;
    t.length = t.chars = t.n = (uint8_t)strlen(s);
    for (i = 0; i < t.n; i++) {
        t.folded[i] = (uint8_t)(s[i] >= 'A' && s[i] <= 'Z' ? s[i] + 'a' - 'A' : s[i]);
        capitals = (uint8_t)(capitals + (t.folded[i] != (uint8_t)s[i]));
    }
    t.hash = hash_bytes((const char *)t.folded, t.n);
    t.kind = PI_TOK_WORD;
    t.shape = capitals == 0 ? PI_SHAPE_LOWER : capitals > 1 ? PI_SHAPE_UPPER : t.n > 1 ? PI_SHAPE_CAP : PI_SHAPE_INITIAL;
    if (*s >= '0' && *s <= '9') {
        t.kind = PI_TOK_NUMBER;
        t.shape = PI_SHAPE_NONE;
    } else if (strchr(".,-&'", *s)) {
        t.kind = *s == '.' ? PI_TOK_STOP : PI_TOK_MARK;
        t.mark = (uint16_t)*s;
        t.shape = PI_SHAPE_NONE;
    }
    offset += t.length + 1u;
    return t;
}

static int take(pi_token t, uint8_t begins) { return pi_spot_ask(&k, &t, begins); }

/* Words parted by blanks: one behind / begins a sentence, there is no blank before one behind _. Gives the islands that they complete,
 * by their first and last words' offsets, which are those of the text without / and _. */
static const char *read(const char *s)
{
    static char out[200];
    char word[32];
    size_t n = 0, w;

    out[0] = 0;
    while (*s) {
        uint8_t begins = *s == '/', tied = *s == '_';
        pi_token t;

        s += begins | tied;
        for (w = 0; *s && *s != ' '; s++)
            word[w++] = *s;
        s += *s == ' ';
        word[w] = 0;
        t = token(word);
        if (tied)
            t.gap = PI_GAP_NONE;
        if (pi_spot_token(&k, &t, begins))
            n += (size_t)snprintf(out + n, sizeof out - n, "%u-%u ", (unsigned)spot.w[spot.from].offset, (unsigned)spot.w[spot.last].offset);
    }
    return out;
}

/* The same of a whole text. */
static const char *islands(const char *s)
{
    static char out[300];
    size_t n;

    begin();
    n = (size_t)snprintf(out, sizeof out, "%s", read(s));
    while (pi_spot_end(&k))
        n += (size_t)snprintf(out + n, sizeof out - n, "%u-%u ", (unsigned)spot.w[spot.from].offset, (unsigned)spot.w[spot.last].offset);
    return out;
}

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

/* Reads an island and has its words labelled: each no name, or a whole one. */
static void whole_names(const char *s, const char *labels)
{
    pi_token t;
    uint8_t i;

    read(s);
    t = token("x");
    while (!take(t, 0))
        t = token("x");
    for (i = 0; labels[i]; i++)
        spot.w[spot.from + i].label = labels[i] == '0' ? 0 : (uint8_t)(1 + 4 * (strchr("PLOGM", labels[i]) - "PLOGM") + PI_SPOT_U);
    pi_spot_tell(&k);
}

/* What the memo says of a word that comes next: see recall() in spot.c. */
static uint8_t known(const char *s)
{
    pi_token t;

    read("x");
    read(s);
    t = token("x");
    while (!take(t, 0))
        t = token("x");
    spot.open = PI_SPOT_LABELLED; /* as it is: nothing is told */
    spot.fetched = (uint8_t)(spot.last + 1);
    return spot.w[spot.from].memo;
}

/* Where the memo has a word, or a null pointer. */
static const pi_spot_memo *noted(const char *low)
{
    uint8_t i;

    for (i = 0; i < 2; i++)
        if (memo[(hash_of(low) & 2) + i].count && memo[(hash_of(low) & 2) + i].word == hash_of(low) >> 16)
            return memo + (hash_of(low) & 2) + i;
    return NULL;
}

enum { P1 = 1 + 3 * 1, P2, P3, L1, L2, L3, NO1 = 1 };

/* How often more a word was taken for its kind than for others, up to three times; when that falls to none it is the other. */
static void remembered(void)
{
    unsigned i;

    begin();
    whole_names("Ann", "P");
    CHECK(noted("ann") && noted("ann")->count == 1 && noted("ann")->kind == 1);
    CHECK_INT(known("Ann"), P1);
    begin();
    whole_names("Ann", "P");
    whole_names("Ann", "P");
    whole_names("Ann", "P");
    CHECK_INT(spot.w[spot.from].memo, P2); /* before it was told the third time */
    whole_names("Ann", "L");
    CHECK_INT(spot.w[spot.from].memo, P3);
    whole_names("Ann", "L");
    CHECK_INT(spot.w[spot.from].memo, P2);
    whole_names("Ann", "L");
    CHECK_INT(spot.w[spot.from].memo, P1);
    whole_names("Ann", "L");
    CHECK_INT(spot.w[spot.from].memo, L1);
    whole_names("Ann", "0");
    CHECK_INT(spot.w[spot.from].memo, L2);
    whole_names("Ann", "0");
    whole_names("Ann", "0");
    CHECK_INT(spot.w[spot.from].memo, NO1);
    for (i = 0; i < 300; i++)
        whole_names("Ann", "O");
    CHECK(noted("ann") && noted("ann")->count == 255);
    /* A word that begins a sentence says nothing by being no name. */
    begin();
    whole_names("/Ann", "0");
    CHECK_INT(known("Ann"), 0);
    begin();
    whole_names("/Ann", "P");
    CHECK_INT(known("Ann"), P1);
    /* Words in small letters and connectors are not noted. */
    begin();
    whole_names("Ann of Ann", "P0P");
    CHECK(!noted("of"));
    CHECK(noted("ann") && noted("ann")->count == 2);
    k.slots = 0; /* nothing is known, and nothing is noted */
    k.memo = NULL;
    whole_names("Ann", "P");
    CHECK_INT(known("Ann"), 0);
    k.memo = memo;
    k.slots = SLOTS;
}

/* Three words that share two places: the one that counts less makes room, of equal ones the one that came later; one that counts
 * more than once first counts one less. */
static void forgotten(void)
{
    static const char *const names[] = { "Ada", "Bea", "Cai", "Dan", "Eli", "Fay", "Gus", "Hal", "Ida", "Jim", "Kai", "Leo" };
    const char *w[3];
    char low[4][4];
    uint8_t i, n = 0;

    begin();
    for (i = 0; i < sizeof names / sizeof *names && n < 3; i++) {
        memcpy(low[n], names[i], sizeof low[n]);
        low[n][0] = (char)(low[n][0] + 'a' - 'A');
        if (!(hash_of(low[n]) & 2))
            w[n++] = names[i];
    }
    if (!CHECK_INT(n, 3))
        return;
    memo[2].count = memo[3].count = 9; /* of other words */
    whole_names(w[0], "P");
    CHECK_INT(memo[1].count, 1); /* of two that are free the second */
    whole_names(w[1], "L");
    CHECK(noted(low[0]) && noted(low[1]));
    CHECK(memo[0].count == 1 && memo[1].count == 1 && memo[2].count == 9 && memo[3].count == 9);
    whole_names(w[2], "O");
    CHECK(noted(low[0]) && !noted(low[1]) && noted(low[2]));
    CHECK(memo[0].count == 1 && memo[1].count == 1);
    whole_names(w[2], "O");
    whole_names(w[1], "L");
    CHECK(!noted(low[0]) && noted(low[1]) && noted(low[2]));
    whole_names(w[1], "L");
    whole_names(w[1], "L");
    whole_names(w[0], "P");
    CHECK(!noted(low[0]) && noted(low[1]) && noted(low[2]));
    CHECK(noted(low[2])->count == 1 && noted(low[1])->count == 3);
    whole_names(w[0], "P");
    CHECK(noted(low[0]) && noted(low[1]) && !noted(low[2]));
    CHECK_INT(known(w[0]), P1);
    CHECK_INT(known(w[1]), L3);
    CHECK_INT(known(w[2]), 0);
}

static void label(uint8_t i, uint8_t kind, uint8_t part) { spot.w[spot.from + i].label = (uint8_t)(1 + 4 * kind + part); }

/* Gives the names of the island: kind, place and length of each. */
static const char *fetched(void)
{
    static char out[100];
    size_t n = 0;
    pi_name name;

    pi_spot_tell(&k);
    out[0] = 0;
    while (pi_spot_fetch(&spot, &name))
        n += (size_t)snprintf(out + n, sizeof out - n, "%c %u-%u %u+%u|", "PLOGM"[name.kind], name.from - spot.from, name.to - spot.from,
                              (unsigned)name.offset, name.length);
    return out;
}

static void ask(const char *s)
{
    pi_token t;

    begin();
    read(s);
    t = token("x");
    while (!take(t, 0))
        t = token("x");
}

static void names(void)
{
    pi_name name;

    ask("a Ann Bob Carl Dan Eve");
    CHECK_INT(pi_spot_fetch(&spot, &name), 0); /* not labelled yet */
    CHECK_STR(fetched(), "");
    label(0, PI_NAME_PERSON, PI_SPOT_B);
    label(1, PI_NAME_PERSON, PI_SPOT_I);
    label(2, PI_NAME_PERSON, PI_SPOT_L);
    label(4, PI_NAME_MISC, PI_SPOT_U);
    CHECK_STR(fetched(), "P 0-2 2+12|M 4-4 19+3|");
    label(3, PI_NAME_ORG, PI_SPOT_U);
    label(4, PI_NAME_PLACE, PI_SPOT_U);
    CHECK_STR(fetched(), "P 0-2 2+12|O 3-3 15+3|L 4-4 19+3|");
    label(3, PI_NAME_GROUP, PI_SPOT_B);
    label(4, PI_NAME_GROUP, PI_SPOT_L);
    CHECK_STR(fetched(), "P 0-2 2+12|G 3-4 15+7|");
    /* A name of which the end is missing, as a state that lies may have, ends with the island. */
    label(4, PI_NAME_GROUP, PI_SPOT_I);
    CHECK_STR(fetched(), "P 0-2 2+12|G 3-4 15+7|");
    label(0, PI_NAME_PERSON, PI_SPOT_I);
    CHECK_STR(fetched(), "G 3-4 15+7|");
    label(0, PI_NAME_PERSON, PI_SPOT_B); /* and one that begins twice begins once */
    label(1, PI_NAME_ORG, PI_SPOT_B);
    CHECK_STR(fetched(), "P 0-2 2+12|G 3-4 15+7|");
    /* The dot of "U.S." is of the name, that of "Jr." is not; and no possessive is. */
    ask("Ann Jr _.");
    label(0, PI_NAME_PERSON, PI_SPOT_B);
    label(1, PI_NAME_PERSON, PI_SPOT_L);
    CHECK_STR(fetched(), "P 0-1 0+6|");
    spot.w[spot.last].flags |= PI_SPOT_DOTS;
    CHECK_STR(fetched(), "P 0-1 0+7|");
    spot.w[spot.last].flags = PI_SPOT_DOTS | PI_SPOT_CAPITAL;
    CHECK_STR(fetched(), "P 0-1 0+6|");
}

/* From where on names may yet be found: the island, when it is labelled what is behind it. */
static void still_open(void)
{
    uint32_t from;

    begin();
    CHECK(!pi_spot_open(&spot, &from));
    read("a b");
    CHECK(!pi_spot_open(&spot, &from));
    read("Ann of");
    CHECK(pi_spot_open(&spot, &from));
    CHECK_INT(from, 4);
    read("b");
    CHECK_INT(spot.open, PI_SPOT_LABELLED);
    CHECK(!pi_spot_open(&spot, &from));
    begin();
    read("a Ann , Bob");
    CHECK_INT(spot.open, PI_SPOT_LABELLED);
    CHECK(pi_spot_open(&spot, &from));
    CHECK_INT(from, 8);
    read("c");
    CHECK_INT(spot.open, 2);
    CHECK(pi_spot_open(&spot, &from));
    CHECK_INT(from, 8);
}

/* An island that is one function word of English is no name, and is noted as none. */
static void function_words(void)
{
    CHECK(!pi_spot_function(&k, hash_of("the")));
    CHECK_STR(islands("a The b c"), "2-2 ");
    k.language = &pith_en;
    CHECK(pi_spot_function(&k, hash_of("the")) && !pi_spot_function(&k, hash_of("bridge")));
    CHECK_STR(islands("a The b c"), "");
    CHECK(noted("the") && noted("the")->kind == 0 && noted("the")->count == 1);
    CHECK_STR(islands("a The Bridge b c"), "2-6 ");
    CHECK_STR(islands("a THE b c"), "2-2 ");
    CHECK_STR(islands("a Bridge b c"), "2-2 ");
    CHECK_STR(islands("a The , Ann b c"), "8-8 "); /* the next island is complete in the same call */
    k.language = NULL;
}

/* Features of the first word of an island, and how many of them another reading of the words changes. */
static uint32_t before[PI_SPOT_FEATURES], after[PI_SPOT_FEATURES];

static uint8_t features(uint32_t f[PI_SPOT_FEATURES]) { return pi_spot_features(&spot, spot.from, f); }

static int changed(void)
{
    uint8_t n = features(after), i;
    int differ = 0;

    for (i = 0; i < n; i++)
        differ += before[i] != after[i];
    return differ;
}

/* What features speak of: a word that is not listed is, to its class, only what it looks like. */
static void seen(void)
{
    uint8_t n, i, j;

    ask("a b Ann");
    n = features(before);
    for (i = 0; i < n; i++)
        for (j = 0; j < i; j++)
            CHECK(before[i] != before[j]);
    CHECK_INT(changed(), 0);
    for (i = PI_SHAPE_LOWER; i <= PI_SHAPE_MIXED; i++) {
        ask("a b Ann");
        spot.w[spot.from].shape = i;
        CHECK_INT(features(before), n);
        spot.w[spot.from].hash++;
        CHECK_INT(changed(), 5); /* of the hash, with shape, with place, with the words on both sides */
    }
    ask("a b Ann"); /* what the memo knows of the word, of those beside it */
    spot.w[spot.from].memo = 1;
    CHECK_INT(features(after), n + 4);
    spot.w[spot.from - 1].memo = 1;
    CHECK_INT(features(after), n + 6);
    spot.w[spot.from].memo = 0;
    CHECK_INT(features(after), n + 2);
    spot.w[spot.from + 1].memo = 2;
    CHECK_INT(features(after), n + 2);
    features(before);
    spot.w[spot.from + 1].memo = 3;
    CHECK_INT(changed(), 1);
    spot.w[spot.from + 1].memo = 2;
    spot.w[spot.from - 1].memo = 3;
    CHECK_INT(changed(), 1);
    spot.w[spot.from - 1].memo = 0;
    CHECK_INT(features(after), n + 2);
    ask("a b Ann Bob"); /* of several words the island, too */
    CHECK_INT(features(before), n + 8);
    spot.w[spot.last].hash++;
    spot.w[spot.last + 1].flags |= PI_SPOT_BEGINS; /* beyond the sentence nothing is seen */
    features(before);
    spot.w[spot.last + 1].hash++;
    CHECK_INT(changed(), 0);
}

/* A connector stands within a name alone, a number may end one, a capitalized word may be or begin one, too. */
static void may_be(void)
{
    uint8_t label, part;
    pi_spot_word w;

    for (label = 0; label < PI_SPOT_LABELS; label++) {
        part = (uint8_t)(label ? (label - 1) % 4 : PI_SPOT_I);
        memset(&w, 0, sizeof w);
        w.shape = PI_SHAPE_LOWER;
        CHECK_INT(pi_spot_may(&w, label) != 0, part == PI_SPOT_I);
        w.shape = PI_SHAPE_MIXED + PI_TOK_NUMBER - 1;
        CHECK_INT(pi_spot_may(&w, label) != 0, part == PI_SPOT_I || part == PI_SPOT_L);
        w.flags = PI_SPOT_CAPITAL;
        CHECK(pi_spot_may(&w, label));
    }
}

int main(void)
{
    may_be();
    seen();
    borders();
    sentences();
    dots();
    flags();
    affixes();
    possessives();
    looked_up();
    window();
    remembered();
    forgotten();
    names();
    still_open();
    function_words();
    return check_done("spot_window");
}
