/* The stemmer with the English table: every rule and exception by words of our own choice, what the
 * contract says about any bytes, and damaged tables. */
#include <stdlib.h>

#include "check.h"
#include "model/en.h"
#include "stem.h"

enum { CANARY = 0xa5 };

static uint32_t seed = 2463534242u;

static uint32_t rnd(uint32_t below)
{
    seed ^= seed << 13;
    seed ^= seed >> 17;
    seed ^= seed << 5;
    return seed % below;
}

/* The length of the word's stem. */
static uint8_t stemmed(const uint8_t *program, uint8_t *w, uint8_t n)
{
    uint8_t m = pi_stem(program, w, n);

    return m ? m : n;
}

/* Pairs "word stem"; a word alone is its own stem. */
static void check_pairs(const char *const *pairs)
{
    for (; *pairs != NULL; pairs++) {
        char word[40], want[40], got[40];

        if (sscanf(*pairs, "%39s %39s", word, want) == 1)
            strcpy(want, word);
        strcpy(got, word);
        got[stemmed(pi_en_stem, (uint8_t *)got, (uint8_t)strlen(word))] = '\0';
        CHECK_STR(got, want);
    }
}

static void plurals_and_possessives(void)
{
    static const char *const pairs[] = {
        "dog's dog", "dogs' dog", "dog's' dog", "boss's boss", "church's church", "don't", "o'clock",
        "glasses glass", "witnesses wit", "ties tie", "cries cri", "dies die", "tied tie", "tried tri",
        "boss", "bus", "famous famous", "gas", "this", "gaps gap", "kiwis kiwi", "kites kite", "trees tree",
        "cars car", "tv's tv", "nhs nhs", "pbs pbs", "'quoted quot", "'tis tis", "''' '", "'' ''", "'s 's", NULL,
    };

    check_pairs(pairs);
}

static void past_and_progressive(void)
{
    static const char *const pairs[] = {
        "feed", "agreed agre", "agreedly agre", "guaranteed guarante", "bled", "sing", "string", "red", "bed",
        "plastered plaster", "markedly mark", "motoring motor", "knowingly know", "wanted want",
        "luxuriated luxuri", "troubled troubl", "sized size", "hopped hop", "tanned tan", "falling fall",
        "hissing hiss", "fizzed fizz", "failing fail", "filing file", "hoping hope", "owed owe", "eyed eye",
        "boxed box", "snowed snow", "stayed stay", "aged age", "pasted paste", "pasting paste",
        "added add", "adding add", "egging egg", "ebbed ebb", "erring err", "inned in", "upped up", "offed off",
        "dying die", "lying lie", "tying tie", "vying vie", "hying hie", "playing play", "buying buy", "eying eye",
        "inning", "outing", "canning", "herring", "earring", "evening", "innings inning", "evenings evening",
        "winning win", "shouting shout", "scanning scan", "leavening leaven",
        "proceed", "exceed", "succeed", "proceeds proceed", "exceeded exceed", "succeeding succeed", NULL,
    };

    check_pairs(pairs);
}

static void vowels_and_y(void)
{
    static const char *const pairs[] = {
        "cry cri", "happy happi", "by", "say", "enjoy", "toy", "dry dri", "yes yes", "yards yard", "yelled yell",
        "syzygy syzygi", "rhythms rhythm", "fly fli", "flies fli", "boys boy", "youthful youth", "yyyy yyyi",
        "yoyo", "dyed dy", "eyes eye", "keyed key", "crying cri", "spying spi",
        "employment employ", "enjoyable enjoy", "deployable deploy", NULL,
    };

    check_pairs(pairs);
}

static void derivations(void)
{
    static const char *const pairs[] = {
        "conditional condit", "rational ration", "relational relat", "national nation", "valency valenc",
        "fluency fluenci", "hesitancy hesit", "tendency tendenc", "conformably conform", "probably probabl", "ably abli",
        "differently differ", "gentleness gentl", "organizer organiz", "civilization civil", "predication predic",
        "operator oper", "feudalism feudal", "formality formal", "brutally brutal", "hopefulness hope",
        "zealously zealous", "callousness callous", "decisiveness decis", "sensitivity sensit",
        "sensibility sensibl", "possibly possibl", "analogist analog", "geologists geolog", "apology apolog",
        "demagogy demagogi", "hopefully hope", "hopelessly hopeless", "badly bad", "kindly kind", "holly holli",
        "jelly jelli", "silly silli", "friendly friend", "truly truli",
        "formalize formal", "triplicate triplic", "electricity electr", "electrical electr", "cheerful cheer",
        "goodness good", "formative format", "negative negat", "talkative talkat", NULL,
    };

    check_pairs(pairs);
}

static void last_steps(void)
{
    static const char *const pairs[] = {
        "revival reviv", "allowance allow", "inference infer", "airliner airlin", "gyroscopic gyroscop",
        "adjustable adjust", "defensible defens", "irritant irrit", "replacement replac", "adjustment adjust",
        "cement", "element", "dependent depend", "parent", "moment", "adoption adopt", "decision decis", "union",
        "opinion", "criticism critic", "activate activ", "angularity angular", "homologous homolog",
        "effective effect", "bowdlerize bowdler", "size", "probate probat", "rate", "cease ceas", "hope", "late",
        "ice", "eye", "house hous", "people peopl", "controll control", "roll", "fell", "paste", "taste tast", NULL,
    };

    check_pairs(pairs);
}

static void special_words(void)
{
    static const char *const pairs[] = {
        "skis ski", "skies sky", "sky", "idly idl", "gently gentl", "'gently gentl", "ugly ugli", "early earli", "only onli",
        "singly singl", "news", "howe", "atlas", "cosmos", "bias", "andes", "whisky whiski", "renews renew",
        "generic generic", "generate generat", "general general", "generous generous", "communism communism",
        "community communiti", "commune commune", "arsenic arsenic", "arsenal arsenal", "universal universal",
        "university universiti", "universe univers", "lateral lateral", "later later", "emergency emergenc",
        "emerge emerg", "organic organic", "organization organiz", "internal internal", "international internat",
        "interval interval", "past past", "pastor pastor", NULL,
    };

    check_pairs(pairs);
}

/* Words that are not plain English, and lengths at the border. */
static void other_words(void)
{
    static const char *const pairs[] = {
        "a", "of", "caf\xc3\xa9s caf\xc3\xa9", "\xc3\xbc" "bergehen", "na\xc3\xafvely na\xc3\xafv", "u.s u.", "ph.d", "3.5",
        "1990s 1990s", "b2b", "mp3s mp3s", "covid-19", "well-known", "\xd0\xbc\xd0\xb8\xd1\x80",
        "honorificabilitudinitatibus", "abcdefghijklmnopqrstuvwxyaaaings abcdefghijklmnopqrstuvwxyaaaings", NULL,
    };
    char word[34];

    check_pairs(pairs);
    memset(word, 'o', sizeof word);
    memcpy(word + 25, "ations", 6);
    CHECK_INT(stemmed(pi_en_stem, (uint8_t *)word, 31), 30);
    memcpy(word + 26, "ations", 6);
    CHECK_INT(stemmed(pi_en_stem, (uint8_t *)word, 32), 32);
    CHECK(memcmp(word + 26, "ations", 6) == 0);
    memcpy(word, "walking", 7);
    CHECK_INT(pi_stem(NULL, (uint8_t *)word, 7), 0);
    CHECK_INT(pi_stem(pi_en_stem, (uint8_t *)word, 0), 0);
    CHECK_INT(pi_stem(pi_en_stem, (uint8_t *)word, 255), 0);
    memcpy(word, "walk", 4);
    CHECK_INT(pi_stem(pi_en_stem, (uint8_t *)word, 4), 0);
}

/* A random word: pieces that rules know, letters, any bytes. */
static unsigned make_word(uint8_t *w)
{
    static const char *const pieces[] = {
        "ing", "ed", "eed", "ly", "s", "'s", "'", "ies", "ational", "ization", "ness", "ful", "ous", "e", "l", "ll", "y",
        "at", "bl", "iz", "dd", "tt", "er", "ion", "ment", "able", "gener", "commun", "inter", "past", "bili", "iti", "sky",
    };
    unsigned n = 0, want = 1 + rnd(31);

    while (n < want) {
        const char *piece = pieces[rnd(sizeof pieces / sizeof *pieces)];

        if (rnd(8) == 0)
            w[n++] = (uint8_t)rnd(256);
        else if (rnd(2) == 0)
            w[n++] = (uint8_t)('a' + rnd(26));
        else
            while (*piece != '\0' && n < want)
                w[n++] = (uint8_t)*piece++;
    }
    return n;
}

/* One word against one table: it stays within its bytes, is not emptied, and comes out the same twice. */
static int holds(const uint8_t *table)
{
    uint8_t a[40], b[40], was[32];
    unsigned n = make_word(was), i, m;
    int ok;

    memset(a, CANARY, sizeof a);
    memcpy(a + 4, was, n);
    memcpy(b, a, sizeof a);
    m = stemmed(table, a + 4, (uint8_t)n);
    ok = m >= 1 && m <= n && stemmed(table, b + 4, (uint8_t)n) == m && memcmp(a, b, sizeof a) == 0;
    for (i = 0; i < 4; i++)
        ok &= a[i] == CANARY;
    for (i = 4 + n; i < sizeof a; i++)
        ok &= a[i] == CANARY;
    return ok;
}

static void any_bytes(void)
{
    int ok = 1;
    unsigned i;

    for (i = 0; i < 20000; i++)
        ok &= holds(pi_en_stem);
    CHECK(ok);
}

/* The table is a block of its own, so that a sanitizer or valgrind sees reads beside it. */
static void damaged_tables(void)
{
    uint8_t *t = malloc(PI_STEM_SIZE);
    unsigned round, i;
    int ok = 1;

    if (!CHECK(t != NULL))
        return;
    for (round = 0; round < 1500; round++) {
        for (i = 0; i < PI_STEM_SIZE; i++)
            t[i] = round % 3 == 0 ? (uint8_t)rnd(256) : pi_en_stem[i];
        for (i = 0; i < round % 50; i++)
            t[rnd(round % 3 == 1 ? PI_STEM_GROUPS : PI_STEM_SIZE)] = (uint8_t)(rnd(3) == 0 ? 255 * rnd(2) : rnd(256));
        for (i = 0; i < 40; i++)
            ok &= holds(t);
    }
    for (round = 0; round < 256; round++) {
        memset(t, (int)round, PI_STEM_SIZE);
        for (i = 0; i < 20; i++)
            ok &= holds(t);
    }
    CHECK(ok);
    free(t);
}

/* The last places where a group, the rest of a rule, and the list of a branch may begin. */
static void last_places(void)
{
    uint8_t *t = malloc(PI_STEM_SIZE);
    unsigned start, more, i;
    int ok = 1;

    if (!CHECK(t != NULL))
        return;
    for (start = PI_STEM_LIMIT / 4 - 3; start <= 255; start++) {
        for (more = 0; more < 3; more++) {
            unsigned at = 4 * start, room = PI_STEM_LIMIT - at - 2;

            memset(t, 0, PI_STEM_SIZE);
            memset(t + PI_STEM_START, (int)start, PI_STEM_SLOTS);
            if (at + 4 <= PI_STEM_LIMIT) {
                t[at] = 2 * PI_STEM_STEP;
                t[at + 1] = (uint8_t)(room - 1 + more);
                t[at + 2] = PI_STEM_ANY;
                t[at + 3] = (uint8_t)(room - 1 + more);
            }
            memset(t + PI_STEM_LIMIT - 1, PI_STEM_BRANCH << 6 | 1, 2);
            for (i = 0; i < 20; i++)
                ok &= holds(t);
        }
    }
    CHECK(ok);
    free(t);
}

/* Programs of our own, of which all is 0 but what a test puts there. */
static uint8_t tiny[PI_STEM_SIZE];

enum { GROUP = (PI_STEM_GROUPS + 3) / 4 * 4, ONLY = PI_STEM_STEP | PI_STEM_LAST /* head of the only group */, DROP = 1 << 5,
       WRITE = 1 << 2, IF_R1 = (PI_STEM_R1 & 7) << 3 };

/* Words of two letters on that end in this one have their groups at `at`; bytes that are no letters have them together. */
static uint8_t *program(char letter, unsigned at)
{
    memset(tiny, 0, sizeof tiny);
    tiny[PI_STEM_LEAST] = 2;
    tiny[PI_STEM_WORDS] = 31;
    tiny[PI_STEM_AFTER] = PI_STEM_TAIL - PI_STEM_LIMIT; /* none begins there */
    tiny[PI_STEM_BEGIN] = PI_STEM_TAIL - PI_STEM_LIMIT;
    tiny[PI_STEM_START + (letter < 'a' ? 0 : letter - 0x60)] = (uint8_t)(at / 4);
    return tiny + at;
}

/* What the first n bytes become; "" when no rule fits. */
static const char *becomes(const char *word, uint8_t n)
{
    static char w[40];

    memset(w, 0, sizeof w);
    strcpy(w, word);
    w[pi_stem(tiny, (uint8_t *)w, n)] = 0;
    return w;
}

static void slots(void)
{
    static const uint8_t any[] = { ONLY, 2, PI_STEM_ANY, 2, 1, DROP }, twin[] = { ONLY, 2, PI_STEM_TWIN, 2, 1, DROP },
                         inner[] = { ONLY, 2, PI_STEM_ANY, 2, 2, DROP, PI_STEM_TWIN };

    memcpy(program('0', GROUP), any, sizeof any);
    CHECK_STR(becomes("a1", 2), "a");
    CHECK_STR(becomes("a`", 2), "a");
    CHECK_STR(becomes("a{", 2), "a"); /* the byte behind z */
    CHECK_STR(becomes("a\xC3", 2), "a");
    CHECK_STR(becomes("za", 2), "");
    CHECK_STR(becomes("az", 2), "");
    memcpy(program('0', GROUP), twin, sizeof twin); /* the last letter has none after it, whatever stands behind the word */
    CHECK_STR(becomes("a111", 3), "");
    memcpy(program('0', GROUP), inner, sizeof inner);
    CHECK_STR(becomes("a11", 3), "a1");
    CHECK_STR(becomes("a21", 3), "");
}

static void lists(void)
{
    static const uint8_t two[] = { ONLY, 4, 'q', 4, 'a', 4, 1, DROP, 1, DROP }, blank[] = { ONLY, 2, ' ', 2, 1, DROP };

    memcpy(program('x', GROUP), two, sizeof two);
    CHECK_STR(becomes("ax", 2), "a"); /* the second rule, at the word's first letter */
    CHECK_STR(becomes("qx", 2), "q");
    CHECK_STR(becomes("bx", 2), "");
    memcpy(program('x', GROUP), blank, sizeof blank); /* a letter as any, not a condition */
    tiny[PI_STEM_CLASS + 1] = 1 << PI_STEM_V;
    CHECK_STR(becomes("ab x", 4), "ab ");
    CHECK_STR(becomes("abrx", 4), "");
}

/* R1 behind a listed beginning: a rule takes the last letter if one more stands between them. */
static void beginnings(void)
{
    static const uint8_t rule[] = { ONLY, 2, PI_STEM_ANY, 2, IF_R1 | 1, DROP },
                         list[] = { 2, 'b', 'c', 3, 'd', 'e', 'f', 1, 'g', 0, 2, 'h', 'i' }, last[] = { 2, 'b', 'c', 2, 'd', 'e' };
    unsigned at = PI_STEM_TAIL - 200;

    memcpy(program('x', GROUP), rule, sizeof rule);
    memset(tiny + PI_STEM_CLASS, 1 << PI_STEM_BEGINS, PI_STEM_SLOTS);
    tiny[PI_STEM_BEGIN] = 200;
    memcpy(tiny + at, list, sizeof list);
    CHECK_STR(becomes("bczx", 4), "bcz");
    CHECK_STR(becomes("bcx", 3), "");
    CHECK_STR(becomes("bdzx", 4), "");
    CHECK_STR(becomes("bc\x03zx", 5), "bc\x03z");
    CHECK_STR(becomes("defzx", 5), "defz");
    CHECK_STR(becomes("deezx", 5), "");
    CHECK_STR(becomes("dczx", 4), "");
    CHECK_STR(becomes("gzx", 3), "gz");
    CHECK_STR(becomes("hizx", 4), ""); /* behind the end of the list */
    tiny[PI_STEM_BEGIN] = PI_STEM_TAIL - PI_STEM_LIMIT + 3;
    memcpy(tiny + PI_STEM_LIMIT - 3, last, sizeof last);
    CHECK_STR(becomes("bczx", 4), "bcz");
    CHECK_STR(becomes("dezx", 4), ""); /* none begins at the limit */
}

/* What begins at the limit or ends there is used; what goes on behind it is not. */
static void limits(void)
{
    static const uint8_t group[] = { ONLY, 4, 'a', 4, 'b', 2, 1, DROP },
                         branch[] = { ONLY, 2, 'a', 2, PI_STEM_BRANCH << 6 | 1, 8, 'b', 8, 0, 0, 0, 0, 0, 0, 1, DROP },
                         first[] = { ONLY, 2, PI_STEM_ANY, 2, 1, DROP | PI_STEM_THEN }, then[] = { 2, 'q', 2, 1, DROP };
    uint8_t *t = program('x', PI_STEM_LIMIT - 6);

    memcpy(t, group, sizeof group);
    CHECK_STR(becomes("ax", 2), "a");
    CHECK_STR(becomes("bx", 2), "b");
    t[1]++;
    CHECK_STR(becomes("ax", 2), "");

    t = program('x', PI_STEM_LIMIT - 14);
    memcpy(t, branch, sizeof branch);
    CHECK_STR(becomes("bax", 3), "ba");
    t[5]++;
    CHECK_STR(becomes("bax", 3), "");

    memcpy(program('x', GROUP), first, sizeof first);
    tiny[PI_STEM_AFTER] = PI_STEM_TAIL - PI_STEM_LIMIT + 3;
    memcpy(tiny + PI_STEM_LIMIT - 3, then, sizeof then);
    CHECK_STR(becomes("aqx", 3), "a");
    CHECK_STR(becomes("arx", 3), "ar");
    tiny[PI_STEM_LIMIT - 3]++;
    CHECK_STR(becomes("aqx", 3), "aq");
    memcpy(tiny + PI_STEM_LIMIT, then, sizeof then);
    tiny[PI_STEM_AFTER] = PI_STEM_TAIL - PI_STEM_LIMIT;
    CHECK_STR(becomes("aqx", 3), "aq");
}

/* Letters dropped and written: a word is never emptied, and never longer than it was. */
static void actions(void)
{
    static const uint8_t rule[] = { ONLY, 2, PI_STEM_ANY, 2, 1, 0 };
    uint8_t *t = program('x', GROUP);

    memcpy(t, rule, sizeof rule);
    memcpy(tiny + PI_STEM_ADD, "pqr", 4); /* the second ending is of one letter */
    t[5] = DROP;
    CHECK_STR(becomes("ax", 2), "a");
    t[5] = 2 * DROP;
    CHECK_STR(becomes("ax", 2), "ax");
    CHECK_STR(becomes("abx", 3), "a");
    t[5] = DROP | WRITE;
    CHECK_STR(becomes("abx", 3), "abp");
    t[5] = 2 * DROP | WRITE;
    CHECK_STR(becomes("abx", 3), "apq");
    t[5] = 2 * DROP | 2 * WRITE;
    CHECK_STR(becomes("abx", 3), "ar");
    t[5] = WRITE;
    CHECK_STR(becomes("abx", 3), "abx");

    t[5] = DROP;
    tiny[PI_STEM_LEAST] = 4;
    CHECK_STR(becomes("abx", 3), "");
    CHECK_STR(becomes("abcx", 4), "abc");
    tiny[PI_STEM_WORDS] = 4;
    CHECK_STR(becomes("abcx", 4), "abc");
    CHECK_STR(becomes("abcdx", 5), "");
    t[0] = 2 * PI_STEM_STEP | PI_STEM_LAST; /* the second step has words of any length */
    CHECK_STR(becomes("abcdx", 5), "abcd");
}

int main(void)
{
    plurals_and_possessives();
    past_and_progressive();
    vowels_and_y();
    derivations();
    last_steps();
    special_words();
    other_words();
    any_bytes();
    damaged_tables();
    last_places();
    slots();
    lists();
    beginnings();
    limits();
    actions();
    return check_done("stem");
}
