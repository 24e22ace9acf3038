/* A window of the tagger, and tokens and a model of a few words made by hand. */
#ifndef SPOT_TOKENS_H
#define SPOT_TOKENS_H

#include "check.h"
#include "spot.h"

extern const pith_model pith_en;

enum { SLOTS = 4 };

static uint8_t table[PI_SPOT_WORD_BYTES];
static const PI_ROM uint8_t no_rows[PI_SPOT_ROW_BYTES];
static const pi_spot_model model = { 1, 1, table, no_rows, no_rows, no_rows, no_rows, no_rows, NULL };
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
    teach(5, hash_of("mr") ^ PI_SPOT_CASED, 11, PI_SPOT_CODE_LEADS);
    teach(6, hash_of("old"), 12, PI_SPOT_CODE_LEADS);
    teach(7, hash_of("the"), 13, PI_SPOT_CODE_ARTICLE);
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

#endif
