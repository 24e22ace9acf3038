/* Mentions from words and their limits: what of a name is kept, its flags, its kind. */
#include "check.h"
#include "mention.h"
#include "model/en.h"

extern const pith_model pith_en;

static const char *text;
static pi_spot spot;
static pi_mention mention;

static uint8_t shape_of(const char *s, size_t n)
{
    size_t i, upper = 0;

    if (*s >= '0' && *s <= '9')
        return PI_SHAPE_MIXED + PI_TOK_NUMBER - 1;
    if (!(*s >= 'A' && *s <= 'Z') && !(*s >= 'a' && *s <= 'z'))
        return PI_SHAPE_MIXED + PI_TOK_NUMBER + 1;
    for (i = 0; i < n; i++)
        upper += s[i] >= 'A' && s[i] <= 'Z';
    if (upper == 0)
        return PI_SHAPE_LOWER;
    if (*s >= 'a')
        return PI_SHAPE_MIXED;
    return upper < n ? PI_SHAPE_CAP : n == 1 ? PI_SHAPE_INITIAL : PI_SHAPE_UPPER;
}

/* A word, number or sign as the tagger has it. */
static void put(size_t at, size_t n)
{
    pi_spot_word *w = spot.w + spot.n;
    size_t i;

    w->offset = (uint32_t)at;
    w->length = (uint8_t)n;
    w->shape = shape_of(text + at, n);
    w->initial = (uint8_t)(text[at] | 0x20);
    for (i = 0; i < n; i++)
        w->hash = pi_hash_step(w->hash, (uint8_t)(text[at + i] | 0x20));
    w->hash = pi_hash_end(w->hash);
    if (w->shape == PI_SHAPE_MIXED + PI_TOK_NUMBER - 1)
        w->affix[0] = (uint16_t)(text[at] << 8 | text[at + n - 1]);
    else if (w->shape > PI_SHAPE_MIXED)
        w->hash = (uint8_t)text[at];
    w->flags = (uint8_t)(spot.n == 0 ? PI_SPOT_BEGINS : 0);
    if (w->shape >= PI_SHAPE_CAP && w->shape <= PI_SHAPE_MIXED)
        w->flags |= PI_SPOT_CAPITAL;
    spot.n++;
}

/* The mention of a name of a kind, which stands in square brackets: "for [ Anna Smith ]". Words and signs are parted by blanks. Returns what it spans. */
static const char *mention_in(uint8_t kind, const char *s)
{
    static char span[128];
    pi_name name;
    size_t at = 0, n;

    text = s;
    memset(&spot, 0, sizeof spot);
    memset(&name, 0, sizeof name);
    name.kind = kind;
    while (text[at]) {
        n = strcspn(text + at, " ");
        if (text[at] == '[')
            name.from = spot.n;
        else if (text[at] == ']')
            name.to = (uint8_t)(spot.n - 1);
        else
            put(at, n);
        at += n + (text[at + n] == ' ');
    }
    name.offset = spot.w[name.from].offset;
    name.length = (uint16_t)(spot.w[name.to].offset + spot.w[name.to].length - name.offset);
    pi_mention_of(&mention, &pith_en, pi_en_same, &spot, &name);
    snprintf(span, sizeof span, "%.*s", (int)mention.length, text + mention.offset);
    return span;
}

enum { P = PI_NAME_PERSON, L = PI_NAME_PLACE, O = PI_NAME_ORG, G = PI_NAME_GROUP, M = PI_NAME_MISC };

static void persons(void)
{
    CHECK_STR(mention_in(P, "for [ Anna Maria Smith ] he"), "Anna Maria Smith");
    CHECK_INT(mention.n, 3);
    CHECK_STR(mention_in(P, "for [ Mr Smith ]"), "Smith");
    CHECK_INT(mention.n, 1);
    CHECK_STR(mention_in(P, "for [ Petersburg President Anna Smith ] ."), "Anna Smith");
    CHECK_STR(mention_in(P, "for [ Messrs . Smith ]"), "Smith");
    CHECK_STR(mention_in(P, "for [ Messrs . ] ran"), "."); /* one word or sign is left */
    CHECK_STR(mention_in(P, "for [ President ]"), "President");
    CHECK_STR(mention_in(P, "for [ Anna President ]"), "Anna President");
    CHECK_STR(mention_in(P, "for [ President Inc ]"), "President Inc"); /* "Inc" is no name alone */
    CHECK_STR(mention_in(P, "for [ God Himself ]"), "God");
    CHECK_STR(mention_in(P, "for [ Himself ]"), "Himself");
    CHECK_STR(mention_in(P, "for [ Anna but Boris ] ran"), "Anna");
    CHECK_STR(mention_in(P, "for [ Anna Smith but Boris Jones ] ran"), "Anna Smith");
    CHECK_STR(mention_in(P, "for [ Anna Smith plus Boris Jones ] ran"), "Anna Smith");
    CHECK_STR(mention_in(P, "for [ Anna plus ] ran"), "Anna plus"); /* nobody else behind it */
    CHECK_STR(mention_in(P, "for [ Anna de Boer ]"), "Anna de Boer");
    CHECK_INT(mention.n, 2); /* connectors are left out */
    CHECK_STR(mention_in(P, "so [ Dear Anna ]"), "Anna");
    CHECK_STR(mention_in(P, "so [ Dear ]"), "Dear");
    CHECK_STR(mention_in(P, "[ However Smith ]"), "Smith");
    CHECK_STR(mention_in(P, "[ Behind Smith ]"), "Smith");
    CHECK_STR(mention_in(P, "[ However ]"), "However");
    CHECK_STR(mention_in(P, "so [ However Smith ]"), "However Smith"); /* begins no sentence */
    CHECK_STR(mention_in(O, "for [ President Smith ]"), "President Smith"); /* no person */
}

static void words(void)
{
    uint16_t whole;

    mention_in(P, "for [ Anna B C D E Smith ]");
    CHECK_INT(mention.n, PI_MENTION_WORDS);
    CHECK_INT(mention.word[0], spot.w[1].hash >> 16);
    CHECK_INT(mention.word[3], spot.w[4].hash >> 16);
    CHECK_INT(mention.word[4], spot.w[6].hash >> 16); /* the last */
    CHECK_INT(mention.initial[0], 'a');
    CHECK_INT(mention.initial[4], 's');
    CHECK_INT(mention.brief, 1 << 1 | 1 << 2 | 1 << 3); /* B, C, D */
    mention_in(P, "for [ A B C D Smith E ]");
    CHECK_INT(mention.brief, 1 << 0 | 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4);
    mention_in(P, "for [ A B C D E Smith ]");
    CHECK_INT(mention.brief, 1 << 0 | 1 << 1 | 1 << 2 | 1 << 3);
    CHECK_INT(mention.flags, 0);

    mention_in(M, "the [ iPhone ]");
    CHECK(spot.w[1].shape == PI_SHAPE_MIXED && spot.w[1].hash >> 16 != 0);
    CHECK_INT(mention.word[0], spot.w[1].hash >> 16);

    /* A number is known by what it says; a sign is no word. */
    mention_in(M, "the [ Boeing 747 ]");
    CHECK_INT(mention.n, 2);
    CHECK_INT(mention.word[1], '7' << 8 | '7');
    CHECK_INT(mention.whole, pi_mention_end(pi_mention_step(pi_mention_step(0, mention.word[0]), mention.word[1])));
    mention_in(O, "the [ Procter & Gamble ]");
    CHECK_INT(mention.n, 2);
    CHECK_INT(mention.whole, pi_mention_end(pi_mention_step(pi_mention_step(0, mention.word[0]), mention.word[1])));

    /* A sign or a small word alone that was taken for a name. */
    mention_in(M, "for [ & ] he");
    CHECK_INT(mention.n, 1);
    CHECK_INT(mention.whole, pi_mention_end(mention.word[0]));
    mention_in(M, "for [ thing ] he");
    CHECK_INT(mention.n, 1);
    whole = mention.word[0];
    CHECK_INT(whole, spot.w[1].hash >> 16);
    CHECK_INT(mention.whole, pi_mention_end(pi_mention_step(0, whole)));
}

static uint16_t word_hash(const char *s)
{
    uint32_t h = 0;

    while (*s)
        h = pi_hash_step(h, (uint8_t)*s++);
    return (uint16_t)(pi_hash_end(h) >> 16);
}

static void acronyms(void)
{
    mention_in(O, "the [ Bank of England ]");
    CHECK_INT(mention.acronym[0], word_hash("be"));
    CHECK_INT(mention.acronym[1], word_hash("boe"));
    CHECK_INT(mention.whole, pi_mention_end(pi_mention_step(pi_mention_step(pi_mention_step(0, word_hash("bank")), word_hash("of")), word_hash("england"))));
    mention_in(O, "the [ Bank ]");
    CHECK(mention.acronym[0] == 0 && mention.acronym[1] == 0);

    mention_in(O, "the [ BBC ]");
    CHECK_INT(mention.flags, PI_MENTION_CAPS | PI_MENTION_SHOUTED);
    mention_in(O, "the [ BBC NEWS ]");
    CHECK_INT(mention.flags, PI_MENTION_SHOUTED);
    mention_in(O, "the [ BBC News ]");
    CHECK_INT(mention.flags, 0);
    mention_in(O, "the body ( [ WHO ] )");
    CHECK_INT(mention.flags, PI_MENTION_CAPS | PI_MENTION_SHOUTED | PI_MENTION_BRACKET);
    mention_in(O, "the [ WHO ] ( x )");
    CHECK_INT(mention.flags, PI_MENTION_CAPS | PI_MENTION_SHOUTED);
    mention_in(O, "( [ Who ] )");
    CHECK_INT(mention.flags, PI_MENTION_BRACKET);
    mention_in(O, "( the [ Who ] )");
    CHECK_INT(mention.flags, 0);
    mention_in(O, "- [ Who ]");
    CHECK_INT(mention.flags, 0);
    mention_in(O, "[ Who ]");
    CHECK_INT(mention.flags, 0);
    /* A word whose hash is the code point of a bracket is none. */
    text = "x Who";
    memset(&spot, 0, sizeof spot);
    put(0, 1);
    put(2, 3);
    spot.w[0].hash = '(';
    {
        pi_name name = { 2, 3, O, 1, 1 };

        spot.w[0].shape = PI_SHAPE_MIXED;
        pi_mention_of(&mention, &pith_en, pi_en_same, &spot, &name);
        CHECK_INT(mention.flags, 0);
    }
}

static int kind(uint8_t k, const char *s)
{
    mention_in(k, s);
    return mention.kind;
}

static void kinds(void)
{
    CHECK_INT(kind(M, "the [ Afghans ] he"), G);
    CHECK_INT(kind(L, "the [ Central Asian ] he"), G);
    CHECK_INT(kind(O, "the [ Central - Asian ] he"), G);
    CHECK_INT(kind(L, "the [ Asian Central ] he"), L);
    CHECK_INT(kind(L, "the [ Big Asian ] he"), L);
    CHECK_INT(kind(P, "the [ Afghans ] he"), P); /* a person stays one */
    CHECK_INT(kind(M, "the agency [ Xinx ] said"), O);
    CHECK_INT(kind(M, "the capital [ Xinx ] said"), L);
    CHECK_INT(kind(M, "the thing [ Xinx ] said"), M);
    CHECK_INT(kind(M, "agency [ Xinx ] said"), O);
    CHECK_INT(kind(M, "the [ Xinx ] agency"), M);
    CHECK_INT(kind(M, "[ Xinx ] agency"), M);
    CHECK_INT(kind(M, "the Agency [ Xinx ] said"), M); /* part of another name */
    CHECK_INT(kind(G, "the agency [ Xinx ] said"), G);
    CHECK_INT(kind(G, "[ EXIT STATUS ]"), PI_MENTION_NONE);
    CHECK_INT(kind(G, "the [ DL ] said"), PI_MENTION_NONE);
    CHECK_INT(kind(G, "the [ M ] and"), PI_MENTION_NONE);
    CHECK_INT(kind(G, "[ Great Service ] of"), PI_MENTION_NONE);
    CHECK_INT(kind(G, "the [ Maid of Aldersund ] left"), M);
    CHECK_INT(kind(G, "the [ EXIT STATUS ] left"), PI_MENTION_NONE);
    CHECK_INT(kind(G, "the [ Big Asian ] he"), G);
    CHECK_INT(kind(G, "the [ ASIAN ] he"), G);
    CHECK_INT(kind(M, "the [ EXIT STATUS ] he"), M);
    CHECK_INT(kind(G, "[ PARIS ] - The"), L);
}

static void datelines(void)
{
    CHECK_INT(kind(M, "[ PARIS ] , France -"), L);
    CHECK_INT(kind(M, "[ PARIS ] ( AP )"), L);
    CHECK_INT(kind(M, "[ PARIS ] - The"), L);
    CHECK_INT(kind(M, "[ ROME ] - The"), L);
    CHECK_INT(kind(M, "[ NEW YORK ] - The"), L);
    CHECK_INT(kind(M, "[ USA ] - The"), M);             /* too short */
    CHECK_INT(kind(M, "[ PARIS ] , and then"), M);      /* no other name */
    CHECK_INT(kind(M, "[ PARIS ] : The"), M);           /* no such sign */
    CHECK_INT(kind(M, "[ PARIS ] he said"), M);
    CHECK_INT(kind(M, "[ Paris ] - The"), M);           /* no capitals */
    CHECK_INT(kind(M, "so [ PARIS ] - The"), M);        /* begins nothing */
    CHECK_INT(kind(M, "[ PARIS ] -"), M);               /* and nothing follows */
    CHECK_INT(kind(O, "[ UNICEF ] - The"), O);          /* an acronym */
    CHECK_INT(kind(O, "[ TIJUANA ] - The"), L);
    CHECK_INT(kind(P, "[ PARIS ] - The"), P);
    mention_in(M, "[ PARIS ] ~ The");
    spot.w[1].hash = 0x2014; /* a dash of three bytes */
    {
        pi_name name = { 2, 5, M, 0, 0 };

        pi_mention_of(&mention, &pith_en, pi_en_same, &spot, &name);
        CHECK_INT(mention.kind, L);
    }
}

/* The table of groups, looked up by halves: the first, the last, one that is none. */
static void groups(void)
{
    static const PI_ROM uint16_t table[] = { 3, 0x1111, 0x2201, 0x1111, 0x3302, 0x9999, 0x4403 };

    CHECK_INT(pi_same(table, UINT32_C(0x11112200)), 1);
    CHECK_INT(pi_same(table, UINT32_C(0x111133FF)), 2);
    CHECK_INT(pi_same(table, UINT32_C(0x99994412)), 3);
    CHECK_INT(pi_same(table, UINT32_C(0x11112300)), 0);
    CHECK_INT(pi_same(table, 0), 0);
    CHECK_INT(pi_same(table, UINT32_MAX), 0);
    CHECK_INT(pi_same(NULL, UINT32_C(0x11112200)), 0);
}

int main(void)
{
    persons();
    words();
    acronyms();
    kinds();
    datelines();
    groups();
    return check_done("mention");
}
