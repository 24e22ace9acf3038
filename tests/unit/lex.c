/* The lexicon and the frequency table: lookup of listed words, of others, and at the borders of a part. */
#include "check.h"
#include "lex.h"
#include "model/en.h"

static uint32_t hash_of(const char *w)
{
    uint32_t h = 0;

    while (*w != '\0')
        h = pi_hash_step(h, (uint8_t)*w++);
    return pi_hash_end(h);
}

static void english(void)
{
    static const struct {
        const char *word;
        uint16_t all, none; /* flags that it has, and has not */
    } want[] = {
        { "the", PI_LEX_STOP | PI_LEX_STARTER, PI_LEX_PRONOUN | PI_LEX_ABBR },
        { "he", PI_LEX_STOP | PI_LEX_PRONOUN | PI_LEX_STARTER, PI_LEX_CONNECT },
        { "however", PI_LEX_STOP | PI_LEX_CONNECT | PI_LEX_STARTER, PI_LEX_PRONOUN },
        { "don't", PI_LEX_STOP | PI_LEX_STARTER, PI_LEX_ABBR },
        { "mr", PI_LEX_TITLE, PI_LEX_STOP },
        { "u.s", PI_LEX_ABBR, PI_LEX_TITLE | PI_LEX_STOP },
        { "a.m", PI_LEX_ABBR, PI_LEX_TITLE },
        { "ph.d", PI_LEX_ABBR, PI_LEX_NUMBER },
        { "no", PI_LEX_NUMBER | PI_LEX_STOP, PI_LEX_TITLE },
        { "jan", PI_LEX_NUMBER | PI_LEX_DATE, PI_LEX_STOP },
        { "may", PI_LEX_DATE | PI_LEX_STOP, PI_LEX_NUMBER },
        { "friday", PI_LEX_DATE, PI_LEX_NUMBER },
        { "said", PI_LEX_SAY, PI_LEX_STOP },
        { "photo", PI_LEX_CREDIT, PI_LEX_STOP },
        { "president", PI_LEX_HONOR, PI_LEX_TITLE },
        { "regards", PI_LEX_LETTER, PI_LEX_STOP },
    };
    static const pith_model en = { .version = PI_MODEL_VERSION, .lex_count = PI_EN_LEX_COUNT, .lex = pi_en_lex };
    static const char *const others[] = { "", "turnmenistan", "zebra", "parliament", "u.s.b", "mrx", "thee", "harbour" };
    unsigned i;

    for (i = 0; i < sizeof want / sizeof *want; i++) {
        const uint16_t got = pi_lex(&en, hash_of(want[i].word));

        if (!CHECK((got & want[i].all) == want[i].all && (got & want[i].none) == 0))
            fprintf(stderr, "    %s: %#x\n", want[i].word, (unsigned)got);
    }
    for (i = 0; i < sizeof others / sizeof *others; i++)
        CHECK_INT(pi_lex(&en, hash_of(others[i])), 0);
}

static void no_tables(void)
{
    static const pith_model none = { .version = PI_MODEL_VERSION };

    CHECK_INT(pi_lex(&none, hash_of("the")), 0);
    CHECK_INT(pi_lex_class(&none, hash_of("the")), 0);
    CHECK_INT(pi_freq(&none, hash_of("the")), PI_FREQ_RARE | PI_FREQ_PLAIN << 4);
}

/* A table of five hashes: three share the top seven bits, one each has the lowest and the highest. */
static void lexicon_borders(void)
{
    static const uint32_t hash[5] = { 0x00000000, 0x06000000, 0x06000200, 0x07fffe00, 0xfffffe00 };
    static uint16_t t[257 + 5 + 3 + 3];
    static pith_model m = { .version = PI_MODEL_VERSION, .lex_count = 5, .lex = t };
    unsigned i, k;

    for (i = k = 0; k <= 256; k++) {
        while (i < 5 && hash[i] >> 24 < k)
            i++;
        t[k] = (uint16_t)i;
    }
    for (i = 0; i < 5; i++) {
        t[257 + i] = (uint16_t)(hash[i] >> 8);
        t[262 + i / 2] = (uint16_t)(t[262 + i / 2] | (i & 1 ? 2 << 8 : 1));
    }
    t[265] = 0;
    t[266] = 0x11;
    t[267] = 0x22;
    for (i = 0; i < 5; i++) {
        CHECK_INT(pi_lex(&m, hash[i]), i & 1 ? 0x22 : 0x11);
        CHECK_INT(pi_lex(&m, hash[i] | 0xff), i & 1 ? 0x22 : 0x11); /* bits below the fingerprint */
        CHECK_INT(pi_lex(&m, hash[i] ^ 0x400), 0);
    }
    CHECK_INT(pi_lex(&m, 0x06000400), 0);
    CHECK_INT(pi_lex(&m, 0x08000000), 0);
    CHECK_INT(pi_lex(&m, 0x05000000), 0); /* nobody shares its top bits; the next one has the others */
}

static void frequencies(void)
{
    static const uint32_t hash[4] = { 0x00001000, 0x41000000, 0x41fff000, 0xfffff000 };
    static uint16_t t[257 + 4 + 1];
    static pith_model m = { .version = PI_MODEL_VERSION, .freq_count = 4, .freq = t };
    unsigned i, k;

    for (i = k = 0; k <= 256; k++) {
        while (i < 4 && hash[i] >> 24 < k)
            i++;
        t[k] = (uint16_t)i;
    }
    for (i = 0; i < 4; i++)
        t[257 + i] = (uint16_t)((hash[i] >> 8 & 0xfff0) | i * 4);
    t[261] = 0xF320; /* weights 0, 2, 3 and 15 */
    CHECK_INT(pi_freq(&m, hash[0]), 0x00);
    CHECK_INT(pi_freq(&m, hash[1]), 0x24);
    CHECK_INT(pi_freq(&m, hash[2]), 0x38);
    CHECK_INT(pi_freq(&m, hash[3]), 0xFC);
    for (i = 0; i < 4; i++) {
        CHECK_INT(pi_freq_find(&m, hash[i]), i);
        CHECK_INT(pi_freq_find(&m, hash[i] | 0xfff), i);
        CHECK_INT(pi_freq_find(&m, hash[i] ^ 0x1000), PI_FREQ_NONE);
        CHECK_INT(pi_freq(&m, hash[i] ^ 0x1000), PI_FREQ_RARE | PI_FREQ_PLAIN << 4);
    }
    CHECK_INT(pi_freq_find(&m, 0x41800000), PI_FREQ_NONE);
    CHECK_INT(pi_freq_find(&m, 0x42000000), PI_FREQ_NONE);
}

int main(void)
{
    english();
    no_tables();
    lexicon_borders();
    frequencies();
    return check_done("lex");
}
