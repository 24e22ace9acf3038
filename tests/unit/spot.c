/* The tagger of names: islands and their limits with a model that knows nothing, names of plain sentences with both
 * English models, every chunking, and the window at awkward texts. */
#include "check.h"
#include "lex.h"
#include "sent.h"
#include "spot.h"

extern const pith_model pith_en;

enum { SLOTS = 64, ROOM = 512 };

static const PI_ROM uint8_t no_table[32];
static const pi_spot_model nothing = { 1, 1, no_table, no_table, no_table, no_table, no_table, no_table, NULL };

typedef struct {
    pi_spot spot;
    pi_spot_memo memo[SLOTS];
    pi_spotter k;
    const char *text;
    char out[ROOM]; /* "P Ann Smith|L York|" */
    size_t n;
    unsigned islands, longest, most;
} reader;

static void note_names(reader *r)
{
    pi_name name;

    while (pi_spot_fetch(&r->spot, &name)) {
        if (r->n + name.length + 4 > ROOM)
            return;
        r->out[r->n++] = "PLOGM"[name.kind];
        r->out[r->n++] = ' ';
        memcpy(r->out + r->n, r->text + name.offset, name.length);
        r->n += name.length;
        r->out[r->n++] = '|';
        r->out[r->n] = 0;
        CHECK(name.from >= r->spot.from && name.to <= r->spot.last && name.from <= name.to);
    }
}

static void note_island(reader *r)
{
    unsigned words = (unsigned)(r->spot.last - r->spot.from + 1);

    r->islands++;
    if (words > r->longest)
        r->longest = words;
    note_names(r);
}

static const char *names_in(reader *r, const pi_spot_model *m, const char *text, uint16_t slots)
{
    pi_cutter cut;
    pi_sent sent;
    size_t n = strlen(text), at = 0;
    int any = 0;

    memset(r, 0, sizeof *r);
    r->k.model = m;
    r->k.language = &pith_en;
    r->k.s = &r->spot;
    r->k.memo = r->memo;
    r->k.slots = slots;
    r->text = text;
    pi_spot_init(&r->spot);
    pi_cut_init(&cut, 0);
    pi_sent_init(&sent, 1000);
    for (;;) {
        int end = at == n;

        if (end)
            pi_cut_end(&cut);
        else
            at += pi_cut(&cut, (const uint8_t *)text + at, n - at);
        if (cut.ready) {
            uint16_t lex = cut.tok.kind == PI_TOK_WORD ? pi_lex(&pith_en, cut.tok.hash) : 0;
            int begins = pi_sent_token(&sent, &cut.tok, lex) || !any;

            any = 1;
            if (pi_spot_token(&r->k, &cut.tok, (uint8_t)begins))
                note_island(r);
            if (r->spot.n > r->most)
                r->most = r->spot.n;
        } else if (end) {
            break;
        }
    }
    while (pi_spot_end(&r->k))
        note_island(r);
    return r->out;
}

static void islands(void)
{
    static const struct {
        const char *text;
        unsigned islands, longest;
    } want[] = {
        { "", 0, 0 },
        { "no capitals here at all, 3 times.", 0, 0 },
        { "we met Ann Smith in York.", 2, 2 },
        { "we met Ann. Then Bob left.", 2, 2 },
        { "Ann\n\nBob", 2, 1 },
        { "flights with Boeing 747 and 12 others", 1, 2 },
        { "A B C D E F G H J K L M N O P Q R S", 2, 12 },
        { "we met Ann, Bob, Eve; Joe", 4, 1 },
    };
    static reader r;
    unsigned i;

    for (i = 0; i < sizeof want / sizeof *want; i++) {
        CHECK_STR(names_in(&r, &nothing, want[i].text, SLOTS), "");
        CHECK_INT(r.islands, want[i].islands);
        CHECK_INT(r.longest, want[i].longest);
    }
}

static void bridges(void)
{
    static reader r;

    names_in(&r, &pith_en_names, "they asked the Bank of the North of England about it", SLOTS);
    CHECK_INT(r.longest, 6);
    names_in(&r, &pith_en_names, "they saw the Bank of and of the North about it", SLOTS);
    CHECK_INT(r.longest, 1);
}

static void english(void)
{
    static const struct {
        const char *text, *names;
    } want[] = {
        { "The talks in Paris ended when Angela Merkel left for Berlin.", "L Paris|P Angela Merkel|L Berlin|" },
        { "He moved from Kenya to Canada in March.", "L Kenya|L Canada|" },
        { "President Wilson met reporters in Geneva.", "P Wilson|L Geneva|" },
        { "It rained all day. The children stayed at home.", "" },
        { "the North Sea left Vera near Acme.", "L North Sea|P Vera|L Acme|" }, /* by the last bit of a scale */
    };
    static reader r;
    unsigned i;

    for (i = 0; i < sizeof want / sizeof *want; i++) {
        CHECK_STR(names_in(&r, &pith_en_names, want[i].text, SLOTS), want[i].names);
        CHECK_STR(names_in(&r, &pith_en_names, want[i].text, 0), want[i].names);
    }
    CHECK_STR(names_in(&r, &pith_en_names, "Iran's army left Syria\xe2\x80\x99s coast.", SLOTS), "L Iran|L Syria|");
    CHECK_STR(names_in(&r, &pith_en_names_small, "She lives in London with her sister.", SLOTS), "L London|");
}

/* What classes tell of fiction is summed over words around names, and stays within a byte. */
static void fiction(void)
{
    static const struct {
        uint8_t tells;   /* of a word that is not listed */
        const char *text;
        int sum;
    } want[] = {
        { 128, "we met Ann in York", 128 }, /* nothing is told */
        { 130, "", 128 },
        { 130, "it rained all day", 128 },
        { 130, "then we met Ann in the rain", 128 + 2 * 5 }, /* the name, two words before it, two behind it */
        { 121, "we met Ann in the rain, and Bob", 128 - 7 * 5 - 7 * 3 },
        { 255, "we met Ann", 255 },
        { 255, "we met Ann Bell", 255 },
        { 0, "we met Ann", 0 },
    };
    static reader r;
    unsigned i;

    for (i = 0; i < sizeof want / sizeof *want; i++) {
        pi_spot_model m = nothing;

        m.fiction = &want[i].tells;
        names_in(&r, &m, want[i].text, SLOTS);
        CHECK_INT(r.spot.fiction, want[i].sum);
    }
}

/* Titles and articles belong to names in what has turned out to be a novel, and nowhere else. */
static void novels(void)
{
    static const char story[] =
        "\"You are late, Mr. Harding,\" said Eleanor, and she turned away from him to the window. He bowed, and took her hand. \"My dear "
        "Eleanor,\" he answered, \"I could not leave poor Mrs. Tolliver alone.\" She had loved him once, and he knew it; but she only "
        "laughed, and looked at Mary. \"And Mary?\" cried he. \"Oh, Mary!\" said Mr. Harding, and sighed. Eleanor had never seen her so "
        "pale; she took her arm, and Mary let her. So they went down to the Severn, and Eleanor said that she loved the Severn.";
    static const char news[] =
        "The ministry said on Monday that Mr. Harding, a spokesman for the Environment Agency, would meet officials in Bristol after floods "
        "along the Severn. The European Union sent aid worth 12 million euros.";
    static reader r;

    names_in(&r, &pith_en_names, story, SLOTS);
    CHECK(strstr(r.out, "P Mary|P Mary|P Mr. Harding|P Eleanor|") != NULL);
    CHECK(strstr(r.out, "L the Severn|P Eleanor|L the Severn|") != NULL);
    CHECK(r.spot.fiction >= 192);
    names_in(&r, &pith_en_names, news, SLOTS);
    CHECK(strstr(r.out, "P Harding|") != NULL);
    CHECK(strstr(r.out, "L Bristol|L Severn|O European Union|") != NULL);
    CHECK(r.spot.fiction < 100);
}

/* Whatever comes, the window holds it. */
static void awkward(void)
{
    static const char *const parts[] = { "Ann", " of", " and", " the", ". ", " ", "-", "&", "'s", "7", " I", "U.S.", "\n\n", "x", "\"", ", " };
    static char text[4096];
    static reader r;
    uint32_t seed = 5;
    unsigned round;

    for (round = 0; round < 200; round++) {
        size_t n = 0;

        while (n < sizeof text - 8) {
            const char *p = parts[(seed >> 16) % (sizeof parts / sizeof *parts)];

            seed = seed * UINT32_C(1664525) + UINT32_C(1013904223);
            memcpy(text + n, p, strlen(p));
            n += strlen(p);
        }
        text[n] = 0;
        names_in(&r, &pith_en_names_small, text, SLOTS);
        CHECK(r.most <= PI_SPOT_WORDS && r.longest <= PI_SPOT_ISLAND);
    }
}

/* The language may be left out: then nothing is a function word. */
static void no_language(void)
{
    static const char the[] = "the";
    uint32_t h = 0;
    size_t i;
    pi_spotter k;

    for (i = 0; i < 3; i++)
        h = pi_hash_step(h, (uint8_t)the[i]);
    h = pi_hash_end(h);
    memset(&k, 0, sizeof k);
    CHECK_INT(pi_spot_function(&k, h), 0);
    k.language = &pith_en;
    CHECK(pi_spot_function(&k, h));
}

static pi_spot window;

/* The word that a token becomes. */
static const pi_spot_word *word_of(uint8_t n, uint8_t length, uint8_t flags, uint8_t gap, uint8_t begins)
{
    static pi_spot_memo memo[SLOTS];
    pi_spotter k = { &pith_en_names_small, &pith_en, &window, memo, SLOTS };
    pi_token t;

    memset(&t, 0, sizeof t);
    memset(t.folded, 'a', sizeof t.folded);
    t.kind = PI_TOK_WORD;
    t.shape = PI_SHAPE_CAP;
    t.n = n;
    t.length = length;
    t.chars = length;
    t.flags = flags;
    t.gap = gap;
    pi_spot_init(&window);
    pi_spot_token(&k, &t, begins);
    return window.w;
}

/* A possessive is left out where there is a word before it and its end was kept; a paragraph begins a sentence. */
static void possessives(void)
{
    CHECK(word_of(6, 6, PI_TOK_POSS, PI_GAP_BLANK, 0)->tail == 2 && window.w[0].length == 4);
    CHECK(word_of(6, 8, PI_TOK_POSS, PI_GAP_BLANK, 0)->tail == 4 && window.w[0].length == 4);
    CHECK(word_of(3, 3, PI_TOK_POSS, PI_GAP_BLANK, 0)->tail == 2 && window.w[0].length == 1);
    CHECK(word_of(2, 2, PI_TOK_POSS, PI_GAP_BLANK, 0)->tail == 0 && window.w[0].length == 2);
    CHECK(word_of(3, 2, PI_TOK_POSS, PI_GAP_BLANK, 0)->tail == 0 && window.w[0].length == 2); /* more letters than bytes */
    CHECK(word_of(30, 30, PI_TOK_POSS, PI_GAP_BLANK, 0)->tail == 2);
    CHECK(word_of(31, 40, PI_TOK_POSS, PI_GAP_BLANK, 0)->tail == 0 && window.w[0].length == 40);
    CHECK(!(window.w[0].flags & PI_SPOT_BEGINS) && window.w[0].initial == 'a');
    CHECK_INT(word_of(0, 4, 0, PI_GAP_BLANK, 0)->initial, 0); /* no letter was kept */
    CHECK(word_of(6, 6, 0, PI_GAP_PARA, 0)->flags & PI_SPOT_BEGINS);
    CHECK(word_of(6, 6, 0, PI_GAP_BLANK, 1)->flags & PI_SPOT_BEGINS);
}

/* Nothing but a capitalized word begins or is a name; a connector ends none, but a number may. */
static void may(void)
{
    pi_spot_word w;
    uint8_t l, kind;

    memset(&w, 0, sizeof w);
    for (kind = 0; kind < PI_SPOT_KINDS; kind++)
        for (l = PI_SPOT_B; l <= PI_SPOT_U; l++) {
            uint8_t label = (uint8_t)(1 + 4 * kind + l);

            w.flags = PI_SPOT_CAPITAL;
            w.shape = PI_SHAPE_CAP;
            CHECK(pi_spot_may(&w, label));
            w.flags = PI_SPOT_JOINS;
            w.shape = PI_SHAPE_LOWER;
            CHECK_INT(pi_spot_may(&w, label), l == PI_SPOT_I);
            w.shape = PI_SHAPE_MIXED + PI_TOK_NUMBER - 1;
            CHECK_INT(pi_spot_may(&w, label), l == PI_SPOT_I || l == PI_SPOT_L);
        }
    CHECK(pi_spot_may(&w, 0));
}

/* Before the first word of the window there is nothing, as before the first of a sentence: features of the words around,
 * those behind its own, are the same. */
static void first_word(void)
{
    uint32_t first[PI_SPOT_FEATURES], begins[PI_SPOT_FEATURES];
    uint8_t n, i, same = 0;

    word_of(6, 6, 0, PI_GAP_BLANK, 0);
    CHECK(window.open == 1 && window.from == 0);
    n = pi_spot_features(&window, 0, first);
    window.w[0].flags |= PI_SPOT_BEGINS;
    CHECK_INT(pi_spot_features(&window, 0, begins), n);
    CHECK(n > 30 && n <= PI_SPOT_FEATURES);
    for (i = 0; i < n; i++)
        same = (uint8_t)(same + (first[i] == begins[i]));
    CHECK_INT(n - same, 6); /* its place, what it is at its place, its signs */
}

/* A name whose labels do not end ends with its island. */
static void endless(void)
{
    pi_name name;
    uint8_t i;

    pi_spot_init(&window);
    window.open = PI_SPOT_LABELLED;
    window.n = 4;
    window.last = 2;
    for (i = 0; i < 4; i++) {
        window.w[i].offset = 10 * i;
        window.w[i].length = 5;
        window.w[i].label = (uint8_t)(1 + 4 * PI_NAME_ORG + (i ? PI_SPOT_I : PI_SPOT_B));
    }
    CHECK_INT(pi_spot_fetch(&window, &name), 1);
    CHECK(name.from == 0 && name.to == 2 && name.offset == 0 && name.length == 25 && name.kind == PI_NAME_ORG);
    CHECK_INT(pi_spot_fetch(&window, &name), 0);
}

/* An island that somebody left open, six words behind its last capital, is complete with the next word. */
static void left_open(void)
{
    static pi_spot_memo memo[SLOTS];
    pi_spotter k = { &nothing, &pith_en, &window, memo, SLOTS };
    pi_token t;

    word_of(6, 6, 0, PI_GAP_BLANK, 0);
    window.n = window.at = 6;
    memset(&t, 0, sizeof t);
    t.kind = PI_TOK_WORD;
    t.shape = PI_SHAPE_CAP;
    t.n = t.length = t.chars = 5;
    CHECK_INT(pi_spot_token(&k, &t, 0), 1);
    CHECK(window.open == PI_SPOT_LABELLED && window.from == 0 && window.last == 0);
}

int main(void)
{
    no_language();
    possessives();
    may();
    first_word();
    endless();
    left_open();
    islands();
    bridges();
    english();
    fiction();
    novels();
    awkward();
    return check_done("spot");
}
