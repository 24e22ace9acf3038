/* The window of quantities: the atoms that tokens are cut into, which of them stay, and when the window closes. */
#include "check.h"
#include "quant_match.h"

static pi_quant q;
static pi_cutter cutter;
static int closed_at; /* the window closed at this token, from 1 on; 0: it did not */

static const char *name_of(uint16_t word)
{
    static const char *const names[PI_Q_CLASSES] = {
        [PI_Q_CARD] = "card", [PI_Q_MULT] = "mult", [PI_Q_SHORT] = "short", [PI_Q_ORD] = "ord", [PI_Q_SUFFIX] = "suffix", [PI_Q_FRAC] = "frac",
        [PI_Q_A] = "a", [PI_Q_MONTH] = "month", [PI_Q_MAY] = "may", [PI_Q_WEEKDAY] = "weekday", [PI_Q_DAYWORD] = "dayword", [PI_Q_CAL] = "cal",
        [PI_Q_AMPM] = "ampm", [PI_Q_UNIT] = "unit", [PI_Q_CUR] = "cur", [PI_Q_CODE] = "code", [PI_Q_THE] = "the", [PI_Q_AND] = "and",
        [PI_Q_MOD] = "mod", [PI_Q_S] = "s", [PI_Q_COMMA] = ",", [PI_Q_DOT] = ".", [PI_Q_DASH] = "-", [PI_Q_SLASH] = "/", [PI_Q_COLON] = ":",
        [PI_Q_APOS] = "'", [PI_Q_DIGITS] = "digits", [PI_Q_OTHER] = "other"
    };
    const char *name = names[pi_q_class(word)];

    return name ? name : "?";
}

/* The atoms: in brackets when no blank stands before, with a capital marked ^; of digits how many and their value; where a second word
 * is meant it follows behind a stroke. Those behind the window follow behind "then". A word that closes the window has no length. */
static const char *atoms(const char *text)
{
    static char out[1000];
    size_t n = 0;
    uint8_t i;

    out[0] = 0;
    for (i = 0; i < q.n + q.more; i++) {
        const pi_atom *a = q.atom + i;

        n += (size_t)snprintf(out + n, sizeof out - n, "%s%s%s%.*s%s%s", i == q.n ? "then " : "", a->glued ? "_" : "", a->capital ? "^" : "",
                              a->length, text + a->offset, a->length ? " " : "", name_of(a->word[0]));
        if (a->word[1])
            n += (size_t)snprintf(out + n, sizeof out - n, "|%s", name_of(a->word[1]));
        if (pi_q_class(a->word[0]) == PI_Q_DIGITS)
            n += (size_t)snprintf(out + n, sizeof out - n, "%u=%lu", pi_q_value(a->word[0]), (unsigned long)a->digits);
        n += (size_t)snprintf(out + n, sizeof out - n, "; ");
    }
    return out;
}

/* What the window has behind a text, or when it closes; begins: the token, from 1 on, that begins a sentence. */
static const char *window(const char *text, int begins)
{
    const uint8_t *s = (const uint8_t *)text;
    size_t n = strlen(text), k;
    int i = 0, ended = 0;

    pi_cut_init(&cutter, 0);
    pi_quant_init(&q);
    closed_at = 0;
    while (!ended && closed_at == 0) {
        if (n > 0 || cutter.ready) {
            k = pi_cut(&cutter, s, n);
            s += k;
            n -= k;
        } else {
            pi_cut_end(&cutter);
            ended = !cutter.ready;
        }
        if (cutter.ready && pi_quant_token(&q, &pith_en_quantities, &cutter.tok, ++i == begins))
            closed_at = i;
        CHECK_INT(q.closed != 0, closed_at != 0);
    }
    return atoms(text);
}

#define WINDOW(text, want) \
    do { \
        CHECK_STR(window(text, 0), want); \
        CHECK_INT(closed_at, 0); \
    } while (0)

#define CLOSES(text, at, how, want) \
    do { \
        CHECK_STR(window(text, 0), want); \
        CHECK_INT(closed_at, at); \
        CHECK_INT(q.closed, how); \
    } while (0)

/* Tokens are cut into digits, letters and single signs. */
static void cut(void)
{
    char digits[PI_TOKEN_MAX + 6];

    WINDOW("3.5 million", "3 digits1=3; _. .; _5 digits1=5; million mult; ");
    WINDOW("2024-10-12", "2024 digits4=2024; _- -; _10 digits2=10; _- -; _12 digits2=12; ");
    WINDOW("3/4:5,6", "3 digits1=3; _/ /; _4 digits1=4; _: :; _5 digits1=5; _, ,; _6 digits1=6; ");
    WINDOW("1990s", "1990 digits4=1990; _s s; ");
    WINDOW("('90s", "_' '; _90 digits2=90; _s s; ");
    WINDOW("9k, 3", "9 digits1=9; _k short; _, ,; 3 digits1=3; ");
    WINDOW("half-a-million", "half frac; _- -; _a a; _- -; _million mult; ");
    WINDOW("Mid-2010s", "^Mid mod; _^- -; _^2010 digits4=2010; _^s s; ");
    WINDOW("99999999 999999999 1234567890 1234567899", "99999999 digits8=99999999; 999999999 digits9=999999999; 1234567890 digits10=123456789; "
           "1234567899 digits10=123456789; ");
    WINDOW("007", "007 digits3=7; ");
    WINDOW("5p.m", "5 digits1=5; _p.m ampm; "); /* a dot within letters is of them */
    WINDOW("1.2.3.4", "1 digits1=1; _. .; _2 digits1=2; _. .; _3 digits1=3; _. .; _4 digits1=4; ");
    WINDOW("1.2.3.4s", "1 digits1=1; _. .; _2 digits1=2; _. .; _3 digits1=3; _. .; _4 digits1=4; _s s; "); /* eight */
    WINDOW("1.2.3.4.5", ""); /* nine are too many */
    WINDOW("x-3", ""); /* a word that is not known */
    WINDOW("3x", "");
    CLOSES("5th-grade", 1, 1, "5 digits1=5; _th suffix; _- -; _grade other; "); /* unless it stands behind a hyphen: it ends what may be one */
    CLOSES("20-strong men", 1, 1, "20 digits2=20; _- -; _strong other; ");
    CLOSES("1-2-3-4-x", 7, 1, "1 digits1=1; _- -; _2 digits1=2; _- -; _3 digits1=3; _- -; _4 digits1=4; _- -; _x other; ");
    WINDOW("1/2x", "");
    WINDOW("http://3.org/4 5", "5 digits1=5; ");
    CLOSES("5 http://3.org/4 5", 2, 1, "5 digits1=5; other; ");
    CHECK_INT(pi_q_value(q.atom[1].word[0]), 1); /* as a word */
    WINDOW("5 p.m on Monday.", "5 digits1=5; p.m ampm; on ?; ^Monday weekday; _. .; "); /* the dot is of the last word */
    WINDOW("$\xE2\x80\x8D 5", "5 digits1=5; "); /* with a joiner behind it the sign is none of these */
    CLOSES("5 .\xE2\x80\x8D 6", 2, 1, "5 digits1=5; other; ");
    CLOSES("5 3x", 2, 1, "5 digits1=5; other; "); /* nothing of the atoms that it was cut into */
    CLOSES("5 1.2.3.4.5", 2, 1, "5 digits1=5; other; ");
    snprintf(digits, sizeof digits, "%0*d", PI_TOKEN_MAX + 5, 7);
    WINDOW(digits, ""); /* too long, and its end is no number of its own */
}

/* Words and signs as they stand. */
static void words(void)
{
    WINDOW("the third of May", "the the; third ord; of ?; ^May may|?; ");
    WINDOW("Friday, 5 pm.", "^Friday weekday; _, ,; 5 digits1=5; pm ampm; _. .; ");
    WINDOW("Friday's 3", "^Friday weekday; 3 digits1=3; "); /* no possessive is of it */
    WINDOW("today\xe2\x80\x99s 3", "today dayword; 3 digits1=3; ");
    WINDOW("3 dollars' 4", "3 digits1=3; dollars cur; _' '; 4 digits1=4; ");
    WINDOW("EUR 5", "^EUR code; 5 digits1=5; ");
    WINDOW("a's 3", "a a; 3 digits1=3; ");
    CLOSES("3...", 2, 1, "3 digits1=3; _other; "); /* a run of signs is none */
    CLOSES("3--4", 2, 1, "3 digits1=3; _other; ");
}

/* Nothing begins with a word that no quantity begins with; what says nothing is left at a comma, a dot or a word that is not known. */
static void begins(void)
{
    WINDOW("of and 3", "3 digits1=3; ");
    WINDOW("the the 3", "the the; the the; 3 digits1=3; ");
    WINDOW("the, 3", "3 digits1=3; ");
    WINDOW("the. 3", "3 digits1=3; ");
    WINDOW("the: 3", "the the; _: :; 3 digits1=3; ");
    WINDOW("the old, 3", "3 digits1=3; ");
    WINDOW("the bird 3", "3 digits1=3; ");
    WINDOW("the 3, 4", "the the; 3 digits1=3; _, ,; 4 digits1=4; ");
    WINDOW("the 3. 4", "the the; 3 digits1=3; _. .; 4 digits1=4; ");
    WINDOW("-of 3", "- -; _of ?; 3 digits1=3; ");
}

/* It closes at a word that no quantity has, at a sentence's or paragraph's beginning, and when it is full. */
static void closes(void)
{
    CLOSES("3 birds", 2, 1, "3 digits1=3; other; ");
    CHECK_INT(pi_q_value(q.atom[1].word[0]), 1);
    CLOSES("3 ! 4", 2, 1, "3 digits1=3; other; ");
    CHECK_INT(pi_q_value(q.atom[1].word[0]), 0);
    CLOSES("3! 4", 2, 1, "3 digits1=3; _other; ");
    CHECK_STR(window("3 4 5", 3), "3 digits1=3; 4 digits1=4; then 5 digits1=5; ");
    CHECK_INT(closed_at, 3);
    CHECK_STR(window("3 4 birds", 3), "3 digits1=3; 4 digits1=4; ");
    CHECK_INT(closed_at, 3);
    CHECK_STR(window("the 5", 2), "5 digits1=5; ");
    CHECK_INT(closed_at, 0);
    CHECK_STR(window("5", 1), "5 digits1=5; ");
    CHECK_INT(closed_at, 0);
    CHECK_STR(window("bird 5", 1), "5 digits1=5; ");
    CLOSES("Friday\n\n3", 2, 1, "^Friday weekday; then 3 digits1=3; ");
    WINDOW("Friday\n3", "^Friday weekday; 3 digits1=3; ");
    WINDOW("1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7", "1 digits1=1; 2 digits1=2; 3 digits1=3; 4 digits1=4; 5 digits1=5; 6 digits1=6; 7 digits1=7; "
           "8 digits1=8; 9 digits1=9; 1 digits1=1; 2 digits1=2; 3 digits1=3; 4 digits1=4; 5 digits1=5; 6 digits1=6; 7 digits1=7; ");
    CLOSES("1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7.8", 16, 2, "1 digits1=1; 2 digits1=2; 3 digits1=3; 4 digits1=4; 5 digits1=5; 6 digits1=6; "
           "7 digits1=7; 8 digits1=8; 9 digits1=9; 1 digits1=1; 2 digits1=2; 3 digits1=3; 4 digits1=4; 5 digits1=5; 6 digits1=6; "
           "then 7 digits1=7; _. .; _8 digits1=8; ");
    CLOSES("1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 bird", 17, 1, "1 digits1=1; 2 digits1=2; 3 digits1=3; 4 digits1=4; 5 digits1=5; 6 digits1=6; "
           "7 digits1=7; 8 digits1=8; 9 digits1=9; 1 digits1=1; 2 digits1=2; 3 digits1=3; 4 digits1=4; 5 digits1=5; 6 digits1=6; 7 digits1=7; "
           "other; ");
}

/* The last dot of a word with inner dots is of the word, when it follows at once; so it is once. */
static void dots(void)
{
    WINDOW("5 p.m.", "5 digits1=5; p.m. ampm; ");
    WINDOW("5 p.m. ,", "5 digits1=5; p.m. ampm; , ,; ");
    WINDOW("5 p.m .", "5 digits1=5; p.m ampm; . .; ");
    WINDOW("5 p.m, .", "5 digits1=5; p.m ampm; _, ,; . .; ");
    WINDOW("5 pm.", "5 digits1=5; pm ampm; _. .; ");
    WINDOW("U.S. 3", "^U.S. ?; 3 digits1=3; ");
    CLOSES("3 e.g. 4", 2, 1, "3 digits1=3; other; ");
    CHECK_INT(q.dot, 0);
}

/* What was fetched is left behind, and what stood behind the window begins the next. */
static void left(void)
{
    pi_found f;
    uint32_t from;

    window("Friday\n\n3 May 4", 0);
    CHECK(pi_quant_open(&q, &from));
    CHECK_INT(from, 0);
    CHECK(pi_quant_fetch(&q, &pith_en_quantities, &f));
    CHECK(f.offset == 0 && f.length == 6 && f.atoms == 1);
    CHECK(pi_quant_open(&q, &from)); /* the token behind it */
    CHECK_INT(from, 8);
    CHECK(!pi_quant_fetch(&q, &pith_en_quantities, &f));
    CHECK(q.n == 1 && q.more == 0 && q.closed == 0 && q.at == 0 && q.core == 1);
    CHECK_INT(q.atom[0].offset, 8);
    CHECK(pi_quant_open(&q, &from));
    CHECK(!pi_quant_fetch(&q, &pith_en_quantities, &f)); /* it is open */
    CHECK(pi_quant_token(&q, &pith_en_quantities, NULL, 0));
    CHECK(pi_quant_fetch(&q, &pith_en_quantities, &f));
    CHECK_INT(f.offset, 8);
    CHECK(!pi_quant_fetch(&q, &pith_en_quantities, &f));
    CHECK(!pi_quant_open(&q, &from));
    CHECK(!pi_quant_token(&q, &pith_en_quantities, NULL, 0));

    window("Friday\n\nthe 4", 0); /* what says nothing yet has no core */
    while (pi_quant_fetch(&q, &pith_en_quantities, &f))
        continue;
    CHECK(q.n == 1 && q.core == 0);
    window("the", 0);
    CHECK(!pi_quant_token(&q, &pith_en_quantities, NULL, 0));
    CHECK_INT(q.n, 0);

    /* Of a word that stood in the same place before nothing is left. */
    window("5 May bird", 0);
    while (pi_quant_fetch(&q, &pith_en_quantities, &f))
        continue;
    {
        static const char more[] = "5 7.8 bird ";
        size_t at = 0;

        pi_cut_init(&cutter, 0);
        while (!q.closed && at < sizeof more - 1) {
            at += pi_cut(&cutter, (const uint8_t *)more + at, sizeof more - 1 - at);
            if (cutter.ready)
                pi_quant_token(&q, &pith_en_quantities, &cutter.tok, 0);
        }
        CHECK_STR(atoms(more), "5 digits1=5; 7 digits1=7; _. .; _8 digits1=8; other; ");
    }
    while (pi_quant_fetch(&q, &pith_en_quantities, &f))
        continue;
    pi_cut_init(&cutter, 0);
    pi_cut(&cutter, (const uint8_t *)"the ", 4);
    CHECK(!pi_quant_token(&q, &pith_en_quantities, &cutter.tok, 0));
    CHECK(q.n == 1 && q.core == 0);

    /* Of a full window what begins in its first half is found, the rest stays. */
    window("1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7.8", 0);
    CHECK(pi_quant_fetch(&q, &pith_en_quantities, &f));
    while (pi_quant_fetch(&q, &pith_en_quantities, &f))
        continue;
    CHECK_INT(q.n, 15 + 3 - 7);
    CHECK_INT(q.atom[0].offset, 14);
}

static void check_class(uint8_t class, uint8_t other, const uint8_t *among, size_t n, int (*is)(const pi_atom *))
{
    int want = class != PI_Q_NONE && memchr(among, class, n) != NULL;
    pi_atom a;

    memset(&a, 0, sizeof a);
    a.word[0] = pi_q_word(class, 3);
    a.word[1] = pi_q_word(other, other ? 3 : 0);
    if (!CHECK_INT(is(&a) != 0, want))
        fprintf(stderr, "    classes %u and %u\n", class, other);
    if (!other)
        return;
    a.word[0] = pi_q_word(other, 3);
    a.word[1] = pi_q_word(class, 3);
    if (!CHECK_INT(is(&a) != 0, want))
        fprintf(stderr, "    classes %u and %u\n", other, class);
}

/* What quantities are made of, and what they may begin with: by either meaning of a word. */
static void classes(void)
{
    static const uint8_t begin[] = { PI_Q_CARD, PI_Q_DOZEN, PI_Q_MULT, PI_Q_VULGAR, PI_Q_MONTH, PI_Q_MAY, PI_Q_WEEKDAY, PI_Q_SEASON, PI_Q_FEAST, PI_Q_HOLY,
                                     PI_Q_DAYWORD, PI_Q_CAL, PI_Q_CALS, PI_Q_QUARTER, PI_Q_NOON, PI_Q_PART, PI_Q_CENTURY, PI_Q_DIGITS,
                                     /* these alone say nothing */
                                     PI_Q_ORD, PI_Q_FRAC, PI_Q_A, PI_Q_MINUS, PI_Q_WDAY, PI_Q_REL, PI_Q_SIGN, PI_Q_CODE, PI_Q_ADJ, PI_Q_NEW, PI_Q_PERCENT,
                                     PI_Q_PER, PI_Q_THE, PI_Q_IN, PI_Q_INTO, PI_Q_MOD, PI_Q_DASH, PI_Q_DOT, PI_Q_APOS };
    uint8_t class;

    for (class = PI_Q_CARD; class < PI_Q_CLASSES; class++) {
        check_class(class, 0, begin, 18, pi_quant_core);
        check_class(class, 0, begin, sizeof begin, pi_quant_begins);
        check_class(class, PI_Q_UNIT, begin, 18, pi_quant_core);
        check_class(class, PI_Q_UNIT, begin, sizeof begin, pi_quant_begins);
        check_class(class, PI_Q_SUFFIX, begin, 18, pi_quant_core);
        check_class(class, PI_Q_SUFFIX, begin, sizeof begin, pi_quant_begins);
    }
}

/* The hash of a quantity is of what it says, however it is cased and spaced. */
static uint32_t whole(const char *text)
{
    pi_found f;

    memset(&f, 0, sizeof f);
    window(text, 0);
    if (closed_at == 0)
        pi_quant_token(&q, &pith_en_quantities, NULL, 0);
    CHECK(pi_quant_fetch(&q, &pith_en_quantities, &f));
    return f.whole;
}

static void hashes(void)
{
    static const char *const unlike[] = { "three weeks after Easter", "four weeks after Easter", "three months after Easter", "three weeks before Easter",
                                          "three weeks after Christmas", "3 weeks after Easter", "4 weeks after Easter" };
    size_t i, k;

    for (i = 0; i < sizeof unlike / sizeof *unlike; i++)
        for (k = 0; k < i; k++)
            CHECK(whole(unlike[i]) != whole(unlike[k]));
    CHECK_INT(whole("Three  Weeks\nafter easter"), whole("three weeks after Easter"));
    CHECK_INT(whole("since the three weeks after Easter"), whole("three weeks after Easter"));
}

/* Of a token by hand: each sign is an atom, one of more bytes than letters is none of a quantity. */
static void by_hand(void)
{
    pi_token t;

    memset(&t, 0, sizeof t);
    t.kind = PI_TOK_NUMBER;
    t.gap = PI_GAP_BLANK;
    t.length = t.n = 4;
    memcpy(t.folded, "3--4", 4);
    pi_quant_init(&q);
    CHECK(!pi_quant_token(&q, &pith_en_quantities, &t, 0));
    CHECK_STR(atoms("3--4"), "3 digits1=3; _- -; _- -; _4 digits1=4; ");
    t.length = 5;
    t.offset = 6;
    CHECK(pi_quant_token(&q, &pith_en_quantities, &t, 0));
    CHECK_STR(atoms("3--4"), "3 digits1=3; _- -; _- -; _4 digits1=4; other; ");
    t.length = t.n = 4;
    memcpy(t.folded, "5pm.", 5);
    pi_quant_init(&q);
    pi_quant_token(&q, &pith_en_quantities, &t, 0);
    CHECK_INT(q.n, 3); /* a dot between letters alone is of them */
    t.length = t.n = 5;
    memcpy(t.folded, "5pm.6", 6);
    pi_quant_init(&q);
    pi_quant_token(&q, &pith_en_quantities, &t, 0);
    CHECK_INT(q.n, 4);
    t.length = t.n = 6;
    memcpy(t.folded, "5p.m-3", 7);
    pi_quant_init(&q);
    pi_quant_token(&q, &pith_en_quantities, &t, 0);
    CHECK_INT(q.n, 4);
    CLOSES("3 half'a 4", 2, 1, "3 digits1=3; other; "); /* an apostrophe parts no word */
}

/* Words of one part of a table. */
enum { PART = 0x10 << (PI_QUANT_BITS - 8) };
#define HASH(key) (UINT32_C(0x10000000) | (uint32_t)(key) << 8) /* of a key below 0x8000 */

/* All `words` words of a table are of that part. */
static void all_of_part(uint16_t *table, uint16_t words)
{
    uint16_t i;

    for (i = 0; i < PI_QUANT_FIRST; i++)
        table[i] = i <= PART ? 0 : words;
}

/* A word of five letters with that hash, behind a blank. */
static pi_token word_of(uint32_t hash)
{
    pi_token t;

    memset(&t, 0, sizeof t);
    t.kind = PI_TOK_WORD;
    t.gap = PI_GAP_BLANK;
    t.length = t.n = 5;
    t.hash = hash;
    return t;
}

/* Two words of equal keys in neighbouring parts of a table are no two meanings of one; in one part they are. */
static void meanings(void)
{
    static uint16_t table[PI_QUANT_FIRST + 4];
    pi_quant_model model = pith_en_quantities;
    uint16_t i, last;
    pi_token t = word_of(HASH(0x2BCD));

    model.words = 2;
    model.word = table;
    table[PI_QUANT_FIRST] = table[PI_QUANT_FIRST + 1] = 0x2BCD;
    table[PI_QUANT_FIRST + 2] = pi_q_word(PI_Q_MONTH, 5);
    table[PI_QUANT_FIRST + 3] = pi_q_word(PI_Q_CARD, 7);
    for (last = 1; last <= 2; last++) { /* words of the part */
        for (i = 0; i < PI_QUANT_FIRST; i++)
            table[i] = i <= PART ? 0 : i == PART + 1 ? last : 2;
        pi_quant_init(&q);
        pi_quant_token(&q, &model, &t, 0);
        CHECK_INT(q.n, 1);
        CHECK_INT(q.atom[0].word[0], pi_q_word(PI_Q_MONTH, 5));
        CHECK_INT(q.atom[0].word[1], last == 1 ? 0 : pi_q_word(PI_Q_CARD, 7));
    }
}

/* What reading is told of a word at a glance, by its place in the table: the last of four words, the one before, one that is not there. */
static void glances(void)
{
    static uint16_t table[PI_QUANT_FIRST + 8];
    pi_quant_model model = pith_en_quantities;
    uint16_t i;
    pi_token t = word_of(HASH(0x2BCE));

    model.words = 4;
    model.word = table;
    all_of_part(table, 4);
    table[PI_QUANT_FIRST + 2] = 0x2BCD;
    table[PI_QUANT_FIRST + 3] = 0x2BCE;
    for (i = 4; i < 8; i++)
        table[PI_QUANT_FIRST + i] = pi_q_word(PI_Q_OF, 1);
    CHECK_INT(pi_quant_glance(&model, &t), PI_QUANT_MINOR);
    t.hash = HASH(0x2BCD);
    CHECK_INT(pi_quant_glance(&model, &t), PI_QUANT_MINOR);
    table[PI_QUANT_FIRST + 7] = pi_q_word(PI_Q_MONTH, 5); /* it may be the same word */
    CHECK_INT(pi_quant_glance(&model, &t), PI_QUANT_ELSE);
    t.hash = HASH(0x2BCF);
    CHECK_INT(pi_quant_glance(&model, &t), PI_QUANT_NOTHING);
}

/* A part of more than four words: the fifth and the sixth are found, too, and one that is not there is not. */
static void long_part(void)
{
    static uint16_t table[PI_QUANT_FIRST + 12];
    pi_quant_model model = pith_en_quantities;
    uint16_t i;

    model.words = 6;
    model.word = table;
    all_of_part(table, 6);
    for (i = 0; i < 6; i++) {
        table[PI_QUANT_FIRST + i] = (uint16_t)(0x100 + i);
        table[PI_QUANT_FIRST + 6 + i] = pi_q_word(PI_Q_MONTH, (uint16_t)(i + 1));
    }
    for (i = 0; i < 7; i++) {
        pi_token t = word_of(HASH(0x100 + i));

        pi_quant_init(&q);
        pi_quant_token(&q, &model, &t, 0);
        CHECK_INT(q.n, i < 6);
        CHECK_INT(q.atom[0].word[0], i < 6 ? pi_q_word(PI_Q_MONTH, (uint16_t)(i + 1)) : 0);
    }
}

int main(void)
{
    glances();
    long_part();
    meanings();
    classes();
    hashes();
    by_hand();
    cut();
    words();
    begins();
    closes();
    dots();
    left();
    return check_done("quant_window");
}
