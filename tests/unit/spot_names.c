/* What the tagger's memo notes and forgets, which names are fetched, and which features a reading changes. */
#include "spot_tokens.h"

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

enum { NOVEL = 152 /* pi_spot.fiction from which on a text is taken for a novel */ };

/* The names of an island of which the last word is one of that kind, in a novel and in the news. */
static int last_as(const char *s, uint8_t kind, const char *novel, const char *news)
{
    int same;

    ask(s);
    label((uint8_t)(spot.last - spot.from), kind, PI_SPOT_U);
    spot.fiction = NOVEL;
    same = CHECK_STR(fetched(), novel);
    spot.fiction = NOVEL - 1;
    return same & CHECK_STR(fetched(), news);
}

/* In a novel a name begins with the title, epithet and article before it; its words are the same. */
static void begun_before(void)
{
    last_as("a Mr Ann", PI_NAME_PERSON, "P 1-1 2+6|", "P 1-1 5+3|");
    last_as("a Mr Mr Ann", PI_NAME_PERSON, "P 2-2 2+9|", "P 2-2 8+3|");
    last_as("a old Ann", PI_NAME_PERSON, "P 0-0 2+7|", "P 0-0 6+3|");
    last_as("a the old Mr Ann", PI_NAME_PERSON, "P 1-1 2+14|", "P 1-1 13+3|");
    last_as("a old the Ann", PI_NAME_PERSON, "P 0-0 6+7|", "P 0-0 10+3|"); /* an article is the first */
    last_as("Mr Ann", PI_NAME_PERSON, "P 1-1 0+6|", "P 1-1 3+3|");
    last_as("the Ann", PI_NAME_PERSON, "P 0-0 0+7|", "P 0-0 4+3|");
    last_as("Ann", PI_NAME_PERSON, "P 0-0 0+3|", "P 0-0 0+3|");
    last_as("a the Ann", PI_NAME_PLACE, "L 0-0 2+7|", "L 0-0 6+3|");
    last_as("a the Ann", PI_NAME_ORG, "O 0-0 2+7|", "O 0-0 6+3|");
    last_as("a the Ann", PI_NAME_GROUP, "G 0-0 6+3|", "G 0-0 6+3|");
    last_as("a the Ann", PI_NAME_MISC, "M 0-0 6+3|", "M 0-0 6+3|");
    last_as("a old Ann", PI_NAME_PLACE, "L 0-0 6+3|", "L 0-0 6+3|"); /* titles are of persons */
    last_as("a Mr Ann", PI_NAME_ORG, "O 1-1 5+3|", "O 1-1 5+3|");
    last_as("a b Ann", PI_NAME_PERSON, "P 0-0 4+3|", "P 0-0 4+3|");
    last_as("a the /Ann", PI_NAME_PLACE, "L 0-0 6+3|", "L 0-0 6+3|"); /* not beyond the sentence */
    begin();
    whole_names("Mr", "0");
    whole_names("/Ann", "P");
    spot.w[spot.from - 1] = spot.w[spot.from];
    spot.w[spot.from - 1].label = 0;
    spot.w[spot.from - 1].offset = 0;
    spot.w[spot.from - 1].code = PI_SPOT_CODE_LEADS;
    spot.fiction = NOVEL;
    CHECK_STR(fetched(), "P 0-0 7+3|");
    ask("a Mr Ann"); /* a title that was taken for a name is one */
    label(0, PI_NAME_ORG, PI_SPOT_U);
    label(1, PI_NAME_PERSON, PI_SPOT_U);
    spot.fiction = NOVEL;
    CHECK_STR(fetched(), "O 0-0 2+2|P 1-1 5+3|");
    begin();
    whole_names("Mr Ann", "0P"); /* the memo knows no titles */
    CHECK(!noted("mr") && noted("ann"));
    memo[hash_of("mr") & 2].word = (uint16_t)(hash_of("mr") >> 16);
    memo[hash_of("mr") & 2].count = 1;
    CHECK_INT(known("Mr"), 0);
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
        CHECK_INT(changed(), 3); /* of the hash, with shape, with what the text looks like */
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
    remembered();
    forgotten();
    names();
    begun_before();
    still_open();
    function_words();
    return check_done("spot_names");
}
