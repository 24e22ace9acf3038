/* The tagger of names: islands and their limits with a model that knows nothing, names of plain sentences with both
 * English models, every chunking, and the window at awkward texts. */
#include "check.h"
#include "lex.h"
#include "sent.h"
#include "spot.h"

extern const pith_model pith_en;

enum { SLOTS = 64, ROOM = 512 };

static const PI_ROM uint8_t no_table[32];
static const pi_spot_model nothing = { 1, 1, no_table, no_table, no_table, no_table, no_table, NULL };

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

int main(void)
{
    islands();
    bridges();
    english();
    awkward();
    return check_done("spot");
}
