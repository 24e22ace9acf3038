/* Texts that are as bad as they can be for a stage of reading: worst KIND BYTES writes so many bytes of one. Without
 * arguments it lists the kinds, each with the stage that it strains. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lex.h"
#include "stem.h"

static unsigned long left;
static uint32_t seed = 1;

static uint32_t below(uint32_t n)
{
    seed ^= seed << 13;
    seed ^= seed >> 17;
    seed ^= seed << 5;
    return seed % n;
}

static void put(const char *s)
{
    for (; *s && left > 0; s++, left--)
        putchar(*s);
}

/* A word of letters, a number written in them. */
static char *name(uint32_t n, int capital)
{
    static char word[16];
    size_t k = 0;

    do {
        word[k] = (char)((k == 0 && capital ? 'A' : 'a') + (char)(n % 26));
        k++;
        n /= 26;
    } while (n > 0 && k < 12);
    word[k] = 0;
    return word;
}

static uint32_t hash_of(const char *s)
{
    uint32_t h = 0;

    for (; *s; s++)
        h = pi_hash_step(h, (uint8_t)(*s | 0x20));
    return pi_hash_end(h);
}

/* The next word from *at on of which the bits of the hash in `mask` are those of `want`. The suffix program leaves words
 * ending in o alone. */
static const char *alike(uint32_t *at, uint32_t mask, uint32_t want, int capital)
{
    static char word[20];

    do
        sprintf(word, "%so", name(1000 + (*at)++, capital));
    while ((hash_of(word) & mask) != want);
    return word;
}

static void letters(void) { put("A. B! C? D. E. F. "); }
static void capitals(void)
{
    put(name(1000 + below(30000), 1));
    put(below(12) ? " " : " of the ");
}
static void all_capitals(void) { put(name(1000 + below(300000), 1)), put(below(15) ? " " : ". "); }
static void abbreviations(void) { put("Mr. Dr. e.g. U.S. No. p.m. Inc. Gen. St. J. K. "); }
static void quotes(void) { put("\"'\"(\xe2\x80\x9c[\xe2\x80\x98\"word\"\xe2\x80\x99]\xe2\x80\x9d)\"'\" "); }
static void references(void) { put("1.["); }
static void bridges(void) { put("1-.A"); }
static void word(void) { put("abcdefghij"); }
static void digits(void) { put("1234567890"); }
static void numbers(void) { put("12 1,234.5 1/2 3.5% 7 "); }
static void dates(void) { put("3 May 2021, 12/10/2024, March 3rd, 1999, the 1990s, 10:30 p.m. on Monday, "); }
static void money(void) { put("$1.5 million two hundred and fifty thousand dollars and 20 cents, "); }
static void signs(void) { put("! ? . , ; : - -- ( ) [ ] { } * # @ & % $ "); }
static void joined(void) { put("a-b-c.d_e@f/g:h'i.j.k,l?m=n&o "); }
static void unicode(void) { put("\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82 \xe4\xb8\xad\xe6\x96\x87 \xf0\x9f\x98\x80 "); }
static void bad_bytes(void) { put("\xff\xc3\xe2\x80\xf0\x9f\x98 \x80\xbf\xed\xa0\x80 "); }
static void lines(void) { put("word\n\n"); }
static void blanks(void) { put(below(200) ? "          " : " word. "); }
static void new_words(void)
{
    put(name(1000 + below(10000000), 0));
    put(below(12) ? " " : ". ");
}
static void same_bucket(void) /* of terms: their upper bits choose it */
{
    static uint32_t at;

    put(alike(&at, UINT32_C(0xFF000000), UINT32_C(0x5A000000), 0));
    put(below(12) ? " " : ". ");
    at %= 4000000;
}
static void same_slots(void) /* of the memo of words: the lower bits choose them */
{
    static uint32_t at;

    put(alike(&at, 0xFF, 0x5A, 0));
    put(below(12) ? " " : ". ");
    at %= 4000000;
}
static void same_lexicon(void) /* part of the tables of words, by the upper bits: the fullest there is */
{
    static uint32_t at, part, most;
    uint32_t i;

    if (most == 0)
        for (i = 0; i < 1 << PI_FREQ_BITS; i++)
            if (pith_en.freq[i + 1] - pith_en.freq[i] + 1u > most) {
                most = pith_en.freq[i + 1] - pith_en.freq[i] + 1u;
                part = i;
            }
    put(alike(&at, UINT32_C(0xFF000000), part << 24, 0));
    put(below(12) ? " " : ". ");
    at %= 4000000;
}
static void same_keys(void) /* of entities: each name may be any of them */
{
    static uint32_t at;

    put("the ");
    put(alike(&at, UINT32_C(0x03FF0000), UINT32_C(0x00430000), 1));
    put(" and ");
    at %= 4000000;
}
static void ordinary(void)
{
    static const char *const text[] = {
        "The harbour bridge will close for repairs in May, the council said on Tuesday. ",
        "Engineers found cracks in two of its steel cables last week. ",
        "\"It is safe for now,\" said Petra Voss, who leads the team. ",
        "A ferry will carry 400 passengers an hour across the water until the bridge opens again.\n\n",
        "Nobody on the island was surprised; the last repairs were in 1998 and cost $4 million. ",
        "Shops at both ends fear for their trade. ", "The old lighthouse keeper remembers a winter when the ice carried carts. "
    };

    put(text[below(sizeof text / sizeof *text)]);
}

static const struct {
    const char *name, *what;
    void (*put)(void);
} kinds[] = {
    { "ordinary", "what the others are compared with", ordinary },
    { "letters", "sentences of one letter", letters },
    { "capitals", "every word capitalized, few of them known", capitals },
    { "names", "every word a new name", all_capitals },
    { "abbreviations", "every word an abbreviation", abbreviations },
    { "quotes", "quotes and brackets in quotes", quotes },
    { "references", "numbers with a bracket behind", references },
    { "bridges", "capitals between signs that join", bridges },
    { "word", "one word", word },
    { "digits", "one number", digits },
    { "numbers", "number phrases", numbers },
    { "dates", "dates and times", dates },
    { "money", "sums of money, spelt out", money },
    { "signs", "no words", signs },
    { "joined", "signs that may join", joined },
    { "unicode", "other scripts", unicode },
    { "bad-bytes", "no UTF-8", bad_bytes },
    { "lines", "paragraphs of a word", lines },
    { "blanks", "white space", blanks },
    { "new-words", "every word is new", new_words },
    { "same-bucket", "all terms in one of 256 parts of their table", same_bucket },
    { "same-slots", "all words in one of 256 parts of the memo", same_slots },
    { "same-part", "all words in the fullest part of the word tables", same_lexicon },
    { "same-keys", "names of one key of the entity table", same_keys }
};

int main(int argc, char **argv)
{
    size_t i, n = sizeof kinds / sizeof *kinds;

    for (i = 0; i < n; i++) {
        if (argc < 3)
            printf("%-14s %s\n", kinds[i].name, kinds[i].what);
        else if (strcmp(argv[1], kinds[i].name) == 0) {
            for (left = strtoul(argv[2], NULL, 10); left > 0;)
                kinds[i].put();
            return 0;
        }
    }
    return argc >= 3;
}
