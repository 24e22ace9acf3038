/* Tokens of small texts that can be checked by hand, and what holds for all texts: any chunking gives
 * the same tokens, and between tokens there are only blanks. */
#include "check.h"
#include "uclass.h"
#include "word.h"

enum { TOKENS_MAX = 4096 };

typedef struct {
    unsigned n;
    uint32_t malformed, offset;
    pi_token t[TOKENS_MAX];
    uint32_t read[TOKENS_MAX]; /* bytes read when it was complete */
} list;

static list whole, pieces;

static void add(list *l, const pi_cutter *c)
{
    if (!CHECK(l->n < TOKENS_MAX))
        return;
    l->read[l->n] = c->offset;
    l->t[l->n++] = c->tok;
}

static void feed(list *l, pi_cutter *c, const uint8_t *s, size_t n)
{
    do {
        size_t k = pi_cut(c, s, n);

        if (k > n || (k == 0 && n > 0 && !c->ready)) {
            check_at(0, "pi_cut makes progress", __FILE__, __LINE__);
            return;
        }
        s += k;
        n -= k;
        if (c->ready)
            add(l, c);
    } while (n > 0 || c->ready);
}

static void end(list *l, pi_cutter *c)
{
    for (pi_cut_end(c); c->ready; pi_cut_end(c))
        add(l, c);
    l->malformed = c->malformed;
    l->offset = c->offset;
}

/* Cuts s in pieces of `size` bytes, the first of `first`; after each the cutter moves to other memory. */
static void cut(list *l, const uint8_t *s, size_t n, size_t first, size_t size)
{
    static pi_cutter a, b;
    size_t k = first < n ? first : n;

    memset(l, 0, sizeof *l);
    pi_cut_init(&a, 0);
    for (;;) {
        feed(l, &a, s, k);
        memcpy(&b, &a, sizeof b);
        memset(&a, 0xA5, sizeof a);
        memcpy(&a, &b, sizeof a);
        s += k;
        n -= k;
        if (n == 0)
            break;
        k = size < n ? size : n;
    }
    end(l, &a);
}

static const list *tokens(const char *s)
{
    size_t n = strlen(s);

    cut(&whole, (const uint8_t *)s, n, n, n);
    return &whole;
}

/* "W don't|S ." : the kinds and texts of the tokens. */
static const char *listed(const char *s)
{
    static char out[8192];
    static const char kinds[] = "?WNLSM";
    const list *l = tokens(s);
    size_t at = 0;
    unsigned i;

    out[0] = 0;
    for (i = 0; i < l->n && at < sizeof out - 300; i++)
        at += (size_t)snprintf(out + at, sizeof out - at, "%s%c %.*s", i ? "|" : "", kinds[l->t[i].kind],
                               l->t[i].length, s + l->t[i].offset);
    return out;
}

/* The folded forms, with a blank between. */
static const char *folds(const char *s)
{
    static char out[8192];
    const list *l = tokens(s);
    size_t at = 0;
    unsigned i;

    out[0] = 0;
    for (i = 0; i < l->n && at < sizeof out - 40; i++)
        at += (size_t)snprintf(out + at, sizeof out - at, "%s%.*s", i ? " " : "", l->t[i].n, (const char *)l->t[i].folded);
    return out;
}

/* One character a token: the shapes, the gaps, or whether the flag is set. */
static const char *shapes(const char *s)
{
    static char out[256];
    const list *l = tokens(s);
    unsigned i;

    for (i = 0; i < l->n && i < 255; i++)
        out[i] = "-lCUIM"[l->t[i].shape];
    out[i] = 0;
    return out;
}

static const char *gaps(const char *s)
{
    static char out[256];
    const list *l = tokens(s);
    unsigned i;

    for (i = 0; i < l->n && i < 255; i++)
        out[i] = "-blp"[l->t[i].gap];
    out[i] = 0;
    return out;
}

static const char *flagged(const char *s, uint8_t flag)
{
    static char out[256];
    const list *l = tokens(s);
    unsigned i;

    for (i = 0; i < l->n && i < 255; i++)
        out[i] = l->t[i].flags & flag ? 'x' : '.';
    out[i] = 0;
    return out;
}

#define BOTH "\xE2\x80\x99" /* U+2019 */

static void check_words(void)
{
    CHECK_STR(listed(""), "");
    CHECK_STR(listed(" \t\n "), "");
    CHECK_STR(listed("The ferry left."), "W The|W ferry|W left|S .");
    CHECK_STR(listed("Don't ask O'Neill; it's late"), "W Don't|W ask|W O'Neill|M ;|W it's|W late");
    CHECK_STR(folds("Don" BOTH "t SHOUT, \xC3\x89MILE"), "don't shout , \xC3\xA9mile");
    CHECK_STR(listed("rock 'n' roll 'tis"), "W rock|M '|W n|M '|W roll|M '|W tis");
    CHECK_STR(listed("He said 'no'."), "W He|W said|M '|W no|M '|S .");
    CHECK_STR(listed("a well-known, long-lost day\xE2\x80\x90to\xE2\x80\x91" "day F-16"),
              "W a|W well-known|M ,|W long-lost|W day\xE2\x80\x90to\xE2\x80\x91" "day|W F-16");
    CHECK_STR(listed("wait--no - stop---go -x x-"), "W wait|M --|W no|M -|W stop|M ---|W go|M -|W x|W x|M -");
    CHECK_STR(listed("A\xE2\x80\x94" "B \xE2\x80\x9Chi\xE2\x80\x9D"),
              "W A|M \xE2\x80\x94|W B|M \xE2\x80\x9C|W hi|M \xE2\x80\x9D");
    CHECK_STR(listed("AT&T and R&B, M & S, x&y"), "W AT&T|W and|W R&B|M ,|W M|M &|W S|M ,|W x|M &|W y");
    CHECK_STR(listed("_very_ much"), "M _|W very|M _|W much");
    CHECK_STR(listed("he/she (they) [sic] 100%"), "W he|M /|W she|M (|W they|M )|M [|W sic|M ]|N 100|M %");
    CHECK_STR(folds("auto\xC2\xADmo\xC2\xAD" "bile"), "automobile");
    CHECK_STR(folds("nai\xCC\x88ve"), "nai\xCC\x88ve");
    CHECK_STR(listed("\xEF\xBB\xBFTitle"), "W Title");
    CHECK_INT(tokens("\xEF\xBB\xBFTitle")->t[0].offset, 3);
    CHECK_STR(listed("\xE6\x97\xA5\xE6\x9C\xAC\xE3\x80\x82"), "W \xE6\x97\xA5|W \xE6\x9C\xAC|S \xE3\x80\x82");
    CHECK_STR(listed("\xD0\x9C\xD0\xB8\xD1\x80! \xE0\xA4\xA8\xE0\xA4\xAE\xE0\xA5\xA4"),
              "W \xD0\x9C\xD0\xB8\xD1\x80|S !|W \xE0\xA4\xA8\xE0\xA4\xAE|S \xE0\xA5\xA4");
}

static void check_dots(void)
{
    CHECK_STR(listed("The U.S. won."), "W The|W U.S|S .|W won|S .");
    CHECK_STR(listed("J.K. Rowling, J.R.R.Tolkien"), "W J.K|S .|W Rowling|M ,|W J.R.R|S .|W Tolkien");
    CHECK_STR(listed("e.g. at 5p.m. or 11 a.m.Then"), "W e.g|S .|W at|N 5p.m|S .|W or|N 11|W a.m|S .|W Then");
    CHECK_STR(listed("a Ph.D. in law"), "W a|W Ph.D|S .|W in|W law");
    CHECK_STR(listed("the end.Next came"), "W the|W end|S .|W Next|W came");
    CHECK_STR(listed("at NATO.The men"), "W at|W NATO|S .|W The|W men");
    CHECK_STR(listed("U.S"), "W U.S");
    CHECK_STR(listed("Mr. X... Who?! What?"), "W Mr|S .|W X|S ...|W Who|S ?!|W What|S ?");
    CHECK_STR(listed("No.5, sec. 2.1.3."), "W No|S .|N 5|M ,|W sec|S .|N 2.1.3|S .");
    CHECK_STR(listed("U.S.-led, i.e.the, Ph.D.s foo...bar I.He"),
              "W U.S|S .|M -|W led|M ,|W i.e|S .|W the|M ,|W Ph.D.s|W foo|S ...|W bar|W I|S .|W He");
    CHECK_STR(flagged("U.S p.m end 3.5 x.org", PI_TOK_DOTS), "xx...");
}

static void check_numbers(void)
{
    CHECK_STR(listed("1,200.50 3.5, 10:30am 12/10/2024."), "N 1,200.50|N 3.5|M ,|N 10:30am|N 12/10/2024|S .");
    CHECK_STR(listed("the 1990s, 5th, 20-30, 20-year-old"), "W the|N 1990s|M ,|N 5th|M ,|N 20|M -|N 30|M ,|N 20-year-old");
    CHECK_STR(listed("$1.7bn or -5% of 1, 2"), "M $|N 1.7bn|W or|M -|N 5|M %|W of|N 1|M ,|N 2");
    CHECK_STR(listed("hit .300. x.5 the '90s"), "W hit|N .300|S .|W x|S .|N 5|W the|M '|N 90s");
    CHECK_STR(listed("\xEF\xBC\x91\xEF\xBC\x92"), "N \xEF\xBC\x91\xEF\xBC\x92");
    CHECK_STR(folds("\xEF\xBC\x91\xEF\xBC\x92"), "12");
    CHECK_STR(listed("9-to-5, 5,000-strong, 1990's 2:30-3:30 24/7 and/or 2024-01-15 H2O 3.jpg"),
              "N 9-to-5|M ,|N 5,000-strong|M ,|N 1990's|N 2:30|M -|N 3:30|N 24/7|W and|M /|W or|N 2024|M -|N 01|M -"
              "|N 15|W H2O|L 3.jpg");
    CHECK_STR(flagged("B2B B 2 covid-19 9.", PI_TOK_DIGIT), "x.xxx.");
}

static void check_links(void)
{
    CHECK_STR(listed("at ShipSnowYo.com, nasa.gov/x. or index.html!"),
              "W at|L ShipSnowYo.com|M ,|L nasa.gov/x|S .|W or|L index.html|S !");
    CHECK_STR(listed("(http://www.example.org/a?b=c&d#e) https://t.co/Ab..."),
              "M (|L http://www.example.org/a?b=c&d#e|M )|L https://t.co/Ab|S ...");
    CHECK_STR(listed("mail j.doe@mail.example.net; or me@x."), "W mail|L j.doe@mail.example.net|M ;|W or|L me@x|S .");
    CHECK_STR(listed("@jack_d: #NoFilter #1 a @ b"), "L @jack_d|M :|L #NoFilter|M #|N 1|W a|M @|W b");
    CHECK_STR(listed("user_name foo.com's ab.ba/c*d?!. http://x/y''z"), "L user_name|L foo.com's|L ab.ba/c*d|S ?!.|L http://x/y''z");
    CHECK_STR(listed("http://x/y...z http://x/y....z"), "L http://x/y...z|L http://x/y|S ....|W z"); /* three such signs, no more */
    CHECK_STR(listed("README.TXT http: //x Note: go"), "L README.TXT|W http|M :|M //|W x|W Note|M :|W go");
    CHECK_STR(listed("localhost.lan:8080/q \"x.org\" is x.org?"), "L localhost.lan:8080/q|M \"|L x.org|M \"|W is|L x.org|S ?");
}

/* Letters of other scripts are cased and folded alike; Georgian, Hebrew and Thai have no case here. */
static void check_scripts(void)
{
    CHECK_STR(folds("\xC3\x89TAIT d\xE2\x80\x99\xC3\x8Ele Stra\xC3\x9F" "e \xC5\x81\xC3\xB3" "d\xC5\xBA"),
              "\xC3\xA9tait d'\xC3\xAEle stra\xC3\x9F" "e \xC5\x82\xC3\xB3" "d\xC5\xBA");
    CHECK_STR(folds("\xCE\x9F\xCE\x94\xCE\x9F\xCE\xA3 \xCE\xBF\xCE\xB4\xCF\x8C\xCF\x82"),
              "\xCE\xBF\xCE\xB4\xCE\xBF\xCF\x83 \xCE\xBF\xCE\xB4\xCF\x8C\xCF\x83");
    CHECK_STR(shapes("\xD0\x9E\xD0\x9E\xD0\x9D \xD0\x9C\xD0\xB8\xD1\x80 \xD0\xB8 \xD4\xB1\xD6\x80\xD5\xA1"), "UClC");
    CHECK_STR(shapes("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE1\x83\x90\xE1\x83\x91 \xE0\xB8\x81"), "---");
    CHECK_STR(listed("\xE3\x80\x8C\xE6\x98\xA5\xE3\x80\x8D\xE3\x81\xA8\xEF\xBC\x9F"),
              "M \xE3\x80\x8C|W \xE6\x98\xA5|M \xE3\x80\x8D|W \xE3\x81\xA8|S \xEF\xBC\x9F");
    CHECK_STR(listed("\xD9\x86\xD8\xB9\xD9\x85\xD8\x9F \xD9\x84\xD8\xA7\xDB\x94"),
              "W \xD9\x86\xD8\xB9\xD9\x85|S \xD8\x9F|W \xD9\x84\xD8\xA7|S \xDB\x94");
}

static void check_shapes_and_flags(void)
{
    CHECK_STR(shapes("the The NATO A iPhone McDonald 12 \xE4\xB8\xAD"), "lCUIMM--");
    CHECK_STR(shapes("O'Neill Jean-Paul al-Amin U.S NATO's A's it's \xC3\x89mile \xC3\x89TAT"), "CCMUUIlCU");
    CHECK_STR(flagged("Putin's, it" BOTH "s don't the dogs' NATO'S Ann's-like", PI_TOK_POSS), "x.x....x.");
    CHECK_STR(flagged("x's.y x's_y x.org's/y x.org's", PI_TOK_POSS), "...x");
    CHECK_STR(flagged("well-known a-b - x", PI_TOK_HYPHEN), "xx..");
    CHECK_INT(tokens("\xE2\x80\xA6")->t[0].mark, 0x2026);
    CHECK_INT(tokens("?!")->t[0].mark, '?');
    CHECK_INT(tokens("\xF0\x9F\x98\x80")->t[0].mark, 0xFFFF);
    CHECK_INT(tokens("na\xC3\xAFve")->t[0].chars, 5);
}

static void check_gaps(void)
{
    char s[200] = "a";
    unsigned i;

    CHECK_STR(gaps("a b\nc\n\nd em.F"), "pblpb--");
    CHECK_STR(gaps("a\r\nb\r\n\r\nc\rd\r\re"), "plplp");
    CHECK_STR(gaps("a \n \t\n b\fc\xE2\x80\xA9" "d\xC2\xA0" "e\xE3\x80\x80" "f"), "ppppbb");
    CHECK_INT(tokens("a\n   b")->t[1].indent, 3);
    CHECK_INT(tokens("a\n\n  \tb c")->t[1].indent, 3);
    CHECK_INT(tokens("a   b")->t[1].indent, 0);
    for (i = 1; i <= 64; i++)
        s[i] = ' ';
    strcpy(s + 65, "b");
    CHECK_STR(gaps(s), "pb");
    strcpy(s + 65, " b");
    CHECK_STR(gaps(s), "pp");
}

/* Runs that are longer than a token, with the border of a code point or a fold in the way. */
static void check_long(void)
{
    static uint8_t s[700];
    pi_token *t = whole.t;
    unsigned i;

    memset(s, 'a', 600);
    cut(&whole, s, 600, 600, 600);
    CHECK_INT(whole.n, 3);
    CHECK_INT(t[0].length, 255);
    CHECK_INT(t[0].n, PI_WORD_KEPT);
    CHECK_INT(t[0].flags, 0);
    CHECK_INT(t[1].flags, PI_TOK_CONT);
    CHECK_INT(t[1].kind, PI_TOK_WORD);
    CHECK_INT(t[1].gap, PI_GAP_NONE);
    CHECK_INT(t[2].length, 90);
    CHECK_INT(t[2].offset, 510);
    for (i = 0; i < 600; i += 2)
        memcpy(s + i, "\xC3\xA4", 2);
    cut(&whole, s, 600, 600, 600);
    CHECK_INT(t[0].length, 254);
    CHECK_INT(t[0].chars, 127);
    CHECK_INT(t[0].n, 30);
    CHECK_INT(t[1].offset, 254);
    memset(s, '*', 600);
    cut(&whole, s, 600, 600, 600);
    CHECK_INT(whole.n, 3);
    CHECK_INT(t[2].kind, PI_TOK_MARK);
    CHECK_INT(t[2].flags, PI_TOK_CONT);
    CHECK_INT(t[2].mark, '*');
    memcpy(s, "http://x.org/", 13);
    memset(s + 13, 'q', 587);
    cut(&whole, s, 600, 600, 600);
    CHECK_INT(whole.n, 3);
    CHECK_INT(t[2].kind, PI_TOK_LINK);
    CHECK_STR(folds("incomprehensibilities-of-a-word\xC3\xA4z"), "incomprehensibilities-of-a-word");
}

static uint32_t hash_of(const char *s)
{
    uint32_t h = 0;

    while (*s)
        h = pi_hash_step(h, (uint8_t)*s++);
    return pi_hash_end(h);
}

static void check_hashes(void)
{
    CHECK(tokens("THE")->t[0].hash == hash_of("the"));
    CHECK(tokens("Don" BOTH "t")->t[0].hash == hash_of("don't"));
    CHECK(tokens("U.S.")->t[0].hash == hash_of("u.s"));
    CHECK(tokens("Counter-revolutionaries-in-exile's")->t[0].hash == hash_of("counter-revolutionaries-in-exile's"));
    CHECK(tokens("co\xC2\xADop")->t[0].hash == hash_of("coop"));
}

static void check_malformed(void)
{
    const list *l;

    CHECK_STR(listed("caf\xE9 bar"), "W caf|M \xE9|W bar");
    CHECK_INT(whole.malformed, 1);
    l = tokens("a \xE2\x80z \xF0\x90\x80");
    CHECK_INT(l->n, 4);
    CHECK_INT(l->malformed, 2);
    CHECK_INT(l->t[1].mark, 0xFFFD);
    CHECK_INT(l->t[1].length, 2);
    CHECK_INT(l->t[2].offset, 4);
    CHECK_INT(l->t[3].length, 3);
    cut(&whole, (const uint8_t *)"a\0b\x01 c", 6, 6, 6);
    CHECK_INT(whole.n, 3);
}

/* Where the token that is being read begins. */
static void check_start(void)
{
    static const char s[] = "an e.g\xE2\x80\x99t  ";
    static const uint8_t want[] = { 0, 0, 0, 3, 3, 3, 3, 3, 3, 3, 3, 11, 12 };
    pi_cutter c;
    unsigned i;

    pi_cut_init(&c, 0);
    CHECK_INT(pi_cut_start(&c), 0);
    for (i = 0; s[i]; i++) {
        while (pi_cut(&c, (const uint8_t *)s + i, 1) == 0)
            ;
        while (c.ready)
            pi_cut(&c, 0, 0);
        CHECK_INT(pi_cut_start(&c), want[i + 1]);
    }
}

/* What holds for any text. */
static void check_tiling(const uint8_t *s, size_t n)
{
    uint32_t at = 0;
    unsigned i;

    CHECK_INT(whole.offset, n);
    for (i = 0; i <= whole.n; i++) {
        uint32_t next = i < whole.n ? whole.t[i].offset : (uint32_t)n;

        if (!CHECK(next >= at && next <= n))
            return;
        for (; at < next; at++)
            if (s[at] > ' ' && s[at] < 0x7F)
                check_at(0, "a sign belongs to no token", __FILE__, __LINE__);
        if (i < whole.n) {
            CHECK(whole.t[i].length > 0 && whole.t[i].n <= PI_WORD_KEPT && whole.t[i].chars <= whole.t[i].length);
            at += whole.t[i].length;
        }
    }
    CHECK_INT(at, n);
}

static void check_chunks(const uint8_t *s, size_t n)
{
    size_t first;

    cut(&whole, s, n, n, n);
    check_tiling(s, n);
    cut(&pieces, s, n, 1, 1);
    CHECK(memcmp(&whole, &pieces, sizeof whole) == 0);
    for (first = 1; first < n; first += n < 600 ? 1 : 61) {
        cut(&pieces, s, n, first, n);
        if (memcmp(&whole, &pieces, sizeof whole) != 0) {
            check_at(0, "any chunking gives the same tokens", __FILE__, __LINE__);
            fprintf(stderr, "    split at %lu of: %.*s\n", (unsigned long)first, (int)n, (const char *)s);
            return;
        }
    }
}

/* Texts drawn from what is hard to cut. */
static void check_random(void)
{
    static const char *const part[] = {
        "a", "B", "the", "End", "NATO", "s", "7", "2024", ".", ".", ".", ",", "'", BOTH, "-", "--", "@", "#", "/",
        ":", "://", "?", "!", "&", "_", "%", "$", " ", " ", "\n", "\r\n", "\t", "(", ")", "\"", "\xC2\xAD",
        "\xCC\x81", "\xC3\x89", "\xC3\xA9", "\xE4\xB8\xAD", "\xE3\x80\x82", "\xE2\x80\xA6", "\xE2\x80\x9C",
        "\xEF\xBB\xBF", "\xE2\x80\x8D", "\xF0\x9F\x98\x80", "\xFF", "\xE2\x80", "\xF0\x90", "\xC3", "http://",
        "incomprehensibilities", "www.", ".org", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    };
    enum { PARTS = sizeof part / sizeof part[0] };
    static uint8_t s[1200];
    uint32_t seed = 1;
    unsigned round, i, parts;

    for (round = 0; round < 6000; round++) {
        size_t n = 0;

        parts = 3 + round % 12;
        for (i = 0; i < parts; i++) {
            const char *p;
            size_t repeat = 1, length;

            seed = seed * UINT32_C(1664525) + UINT32_C(1013904223);
            p = part[(seed >> 16) % PARTS];
            length = strlen(p);
            if (seed >> 25 == 0)
                repeat = 280 / length;
            for (; repeat > 0 && n + length <= sizeof s; repeat--, n += length)
                memcpy(s + n, p, length);
        }
        check_chunks(s, n);
    }
}

/* A word of few letters and many joiners, which are no letters of it but bytes: it is cut where the next letter finds no room. */
static void test_joiners(void)
{
    char text[400];
    const list *l;
    size_t n = 0, i;

    text[n++] = 'a';
    for (i = 0; i < 75; i++, n += 3)
        memcpy(text + n, "\xe2\x80\x8d", 3);
    memset(text + n, 'b', 40);
    n += 40;
    text[n] = 0;
    l = tokens(text);
    CHECK_INT(l->n, 2);
    CHECK(l->t[0].length == PI_TOKEN_MAX && l->t[0].chars == 105 && l->t[0].n == 30);
    CHECK(l->t[1].length == n - PI_TOKEN_MAX && l->t[1].flags & PI_TOK_CONT);
}

int main(void)
{
    test_joiners();
    CHECK_STR(folds("abcdefghijklmnopqrstuvwxyzabcd\xc3\xa9" "78 a"), "abcdefghijklmnopqrstuvwxyzabcd a"); /* behind what found no room nothing is kept */
    CHECK_STR(listed("\xd7\xa9\xd7\x9c.org"), "W \xd7\xa9\xd7\x9c|S .|W org"); /* letters without case: no domain name */
    CHECK(sizeof(pi_cutter) <= 112);
    check_words();
    check_dots();
    check_numbers();
    check_links();
    check_scripts();
    check_shapes_and_flags();
    check_gaps();
    check_long();
    check_hashes();
    check_malformed();
    check_start();
    check_random();
    return check_done("word");
}
