#include "texts.h"

#include <string.h>

#define PICK(rng, list) ((list)[gen_below((rng), (uint32_t)(sizeof(list) / sizeof *(list)))])

typedef struct {
    char *buf;
    size_t n, room;
} out;

static void put(out *o, const char *s)
{
    size_t n = strlen(s);

    if (n <= o->room - o->n) {
        memcpy(o->buf + o->n, s, n);
        o->n += n;
    }
}

size_t text_soup(gen_rng *rng, char *buf, size_t room)
{
    static const char *const part[] = {
        "a", "B", "the", "End", "NATO", "s", "7", "2024", ".", ".", ".", ",", "'", "\xE2\x80\x99", "-", "--", "@",
        "#", "/", ":", "://", "?", "!", "&", "_", "%", "$", " ", " ", "\n", "\r\n", "\t", "(", ")", "\"", "\xC2\xAD",
        "\xCC\x81", "\xC3\x89", "\xC3\xA9", "\xE4\xB8\xAD", "\xE3\x80\x82", "\xE2\x80\xA6", "\xE2\x80\x9C",
        "\xEF\xBB\xBF", "\xE2\x80\x8D", "\xF0\x9F\x98\x80", "\xF0\x9F\x9A\xA2", "\xE2\x80\x98", "\xE2\x80\x93",
        "\xE2\x80\x90", "\xEF\xBC\x97", "\xC2\xA0", "\xE2\x80\xA8", "\f", "\xD0\x96", "\xCE\xA3", "\xCF\x82",
        "\xD7\xA9", "\xE3\x81\x82", "[", "]", "n't", "*", "=", "Ph", "e.g", "x.org", "\xFF", "\xE2\x80", "\xF0\x90",
        "\xC3", "http://", "incomprehensibilities", "www.", ".org",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    };
    out o = { buf, 0, room };
    uint32_t n = 2 + gen_below(rng, 20);

    while (n--) {
        const char *p = PICK(rng, part);
        uint32_t k = gen_below(rng, 60) ? 1 : 1 + gen_below(rng, (uint32_t)(300 / strlen(p)));

        while (k--)
            put(&o, p);
    }
    return o.n;
}

size_t text_prose(gen_rng *rng, char *buf, size_t room)
{
    static const char *const word[] = {
        "the", "a", "of", "said", "harbour", "boats", "boat", "well-known", "ropes", "told", "and", "it", "The", "He",
        "However", "In", "Monday", "January", "Mr", "Dr", "St", "No", "p", "Fig", "Inc", "etc", "a.m", "p.m", "e.g",
        "U.S", "x.y", "Ph.D", "ph.d", "x.orgs", "J", "K", "I", "Brown", "Osei", "Lisbon", "NATO", "HARBOUR", "O'Hara",
        "don't", "Anna's", "iPhone", "3", "17", "2019", "1,200", "4.5", "www.x.org", "me", "your", "Figure", "photo",
        "Reuters", "Dear", "abc", "to", "president", "\xE4\xB8\xAD", "\xC3\x85sa"
    };
    static const char *const stop[] = { ".", ".", ".", "?", "!", "...", "\xE2\x80\xA6", "?!", ". .", "\xE3\x80\x82" };
    static const char *const sign[] = { ",", ";", ":", "-", "--", "\xE2\x80\x94", ">", "*", "***", "\xE2\x80\xA2", "/", "&", "$",
                                        "=====" };
    static const char *const mate[] = { "\"", "\"", "'", "\xE2\x80\x99", "\xE2\x80\x98", "\xE2\x80\x9C", "\xE2\x80\x9D", "(", ")",
                                        "[", "]", "[17]", "[citation needed]" };
    static const char *const gap[] = { " ", " ", " ", " ", " ", " ", " ", " ", "\n", "", "", "\n\n", "\r\n", "  ", "\n  ", "\n\n\n" };
    uint32_t width = gen_below(rng, 3) ? 20 + gen_below(rng, 120) : 0, others = 2 + gen_below(rng, 9), n = gen_below(rng, 300), k;
    out o = { buf, 0, room };
    size_t line = 0;

    while (n--) {
        const char *g = gen_below(rng, 6) && width ? " " : PICK(rng, gap);

        switch (gen_below(rng, others)) {
        case 0: put(&o, PICK(rng, stop)); break;
        case 1: put(&o, gen_below(rng, 2) ? PICK(rng, sign) : PICK(rng, mate)); break;
        default: put(&o, PICK(rng, word));
        }
        for (k = gen_below(rng, 300) ? 0 : gen_below(rng, 100); k > 0; k--)
            put(&o, " ");
        if (width && o.n - line > width)
            g = "\n";
        put(&o, g);
        if (strchr(g, '\n'))
            line = o.n;
    }
    return o.n;
}

size_t text_signs(unsigned long i, unsigned n, char *buf)
{
    static const char sign[TEXT_SIGNS] = { 'a', 'B', '7', '.', '-', '\'', ' ', '/', ':', ',', '@', '&', '_', '?', 's', '\n' };
    unsigned k;

    for (k = 0; k < n; k++, i /= TEXT_SIGNS)
        buf[k] = sign[i % TEXT_SIGNS];
    return n;
}

size_t text_pieces(unsigned long i, unsigned n, char *buf)
{
    static const char *const piece[TEXT_PIECES / 3] = {
        "boats", "The", "Osei", "Mr", "Inc", "p.m", "J", "3", ".", "?", "...", "\"", "'", "(", ")", "[", ","
    };
    static const char *const gap[] = { "", " ", "\n" };
    out o = { buf, 0, 20u * n };

    for (; n > 0; n--, i /= TEXT_PIECES) {
        put(&o, piece[i % TEXT_PIECES / 3]);
        put(&o, gap[i % 3]);
    }
    return o.n;
}

size_t text_word(gen_rng *rng, uint8_t word[32])
{
    static const char *const begin[] = {
        "gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter", "'", "succ", "proc", "s",
        "y"
    };
    static const char *const part[] = {
        "a", "e", "i", "o", "u", "y", "b", "d", "l", "l", "m", "n", "r", "s", "t", "tt", "w", "x", "sk", "ee", "7",
        "\xC3\xA9", "'"
    };
    static const char *const end[] = {
        "s", "es", "ies", "ied", "sses", "us", "ss", "'s", "'s'", "ed", "edly", "ing", "ingly", "eed", "eedly",
        "ying", "y", "at", "bl", "iz", "enci", "anci", "bli", "entli", "izer", "ization", "ational", "ation", "ator",
        "tional", "alism", "aliti", "alli", "fulness", "ousli", "ousness", "iveness", "iviti", "biliti", "ogist",
        "logi", "fulli", "lessli", "li", "alize", "icate", "iciti", "ical", "ful", "ness", "ative", "al", "ance",
        "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ism", "ate", "iti", "ous", "ive", "ize",
        "sion", "tion", "e", "l", "paste", "inning", "outing", "canning", "earring", "evening"
    };
    char buf[31];
    out o = { buf, 0, sizeof buf };
    uint32_t n;

    if (gen_below(rng, 4) == 0)
        put(&o, PICK(rng, begin));
    for (n = gen_below(rng, 5); n > 0; n--)
        put(&o, PICK(rng, part));
    for (n = gen_below(rng, 4); n > 0 || o.n == 0; n -= n > 0)
        put(&o, PICK(rng, end));
    memcpy(word, buf, o.n);
    return o.n;
}
