#include "gen.h"

#include <string.h>

static const char *const nouns[] = {
    "harbour", "minister", "engine", "river", "council", "bakery", "letter", "storm", "violinist", "bridge",
    "garden", "committee", "lantern", "winter", "passenger", "orchard", "machine", "question", "island",
    "teacher", "clock", "market", "village", "captain", "report", "budget", "window", "forest", "train"
};
static const char *const verbs[] = {
    "crossed", "repaired", "described", "refused", "opened", "measured", "sold", "forgot", "watched",
    "carried", "announced", "painted", "counted", "doubted", "rebuilt", "followed", "closed", "questioned"
};
static const char *const names[] = {
    "Anna", "Vera Lindqvist", "J. K. Moreau", "Dr. Osei", "Mr. Tanaka", "Lisbon", "the U.S.", "O'Hara",
    "Marie-Claire", "Prof. Adeyemi", "St. Aldhelm", "Acme Corp.", "Nordbank Inc.", "Zürich", "Åsa"
};
static const char *const links[] = {
    "and", "but", "because", "while", "of the", "with a", "near the", "before", "who", "which", "after the"
};
static const char *const figures[] = {
    "3.5", "1,200", "$1.7 billion", "3 p.m.", "20 per cent", "No. 5", "2019", "12/10/2024", "10:30", "40%"
};
static const char *const ends[] = { ". ", ". ", ". ", "? ", "! ", "... ", "?! ", ".\n", ".” ", ".) " };
static const char *const odd[] = {
    "…", "—", "“", "”", "‘", "’", "«", "»", "é", "ß", "Ж", "Ω", "中", "。", "\xF0\x9F\x98\x80", "\u00A0",
    "\xE2\x80\x8B", "e\xCC\x81", "a@b.org", "www.example.com/a?b=c", "***", "--", "\t", "\r\n", "(", ")", "•"
};

#define PICK(rng, list) ((list)[gen_below((rng), (uint32_t)(sizeof(list) / sizeof *(list)))])

uint32_t gen_next(gen_rng *rng)
{
    rng->x ^= rng->x << 13;
    rng->x ^= rng->x >> 17;
    rng->x ^= rng->x << 5;
    return rng->x;
}

uint32_t gen_below(gen_rng *rng, uint32_t n) { return (uint32_t)(((uint64_t)gen_next(rng) * n) >> 32); }

typedef struct {
    char *buf;
    size_t n, room;
} out;

static int put(out *o, const char *s)
{
    size_t k = strlen(s);

    if (k > o->room - o->n)
        return 0;
    memcpy(o->buf + o->n, s, k);
    o->n += k;
    return 1;
}

static void clause(gen_rng *r, out *o)
{
    put(o, gen_below(r, 3) ? "the " : "a ");
    put(o, PICK(r, nouns));
    put(o, " ");
    put(o, PICK(r, verbs));
    put(o, " ");
    if (gen_below(r, 3) == 0) {
        put(o, PICK(r, names));
    } else if (gen_below(r, 4) == 0) {
        put(o, PICK(r, figures));
    } else {
        put(o, "the ");
        put(o, PICK(r, nouns));
    }
}

static void sentence(gen_rng *r, out *o, int genre)
{
    static const char *const starts[] = { "The ", "He ", "It ", "However, ", "In 2019 ", "This " };
    uint32_t clauses = 1 + gen_below(r, 4);

    if (genre == GEN_DIALOGUE)
        put(o, gen_below(r, 2) ? "“" : "\"");
    put(o, gen_below(r, 2) ? PICK(r, starts) : PICK(r, names));
    if (genre != GEN_LIST)
        put(o, " ");
    while (clauses--) {
        clause(r, o);
        if (clauses) {
            put(o, gen_below(r, 2) ? ", " : " ");
            put(o, PICK(r, links));
            put(o, " ");
        }
    }
    if (genre == GEN_DIALOGUE)
        put(o, gen_below(r, 2) ? ",” said Anna. " : "!\" he cried. ");
    else if (genre == GEN_LIST)
        put(o, "\n- ");
    else
        put(o, PICK(r, ends));
    if (gen_below(r, 5) == 0)
        put(o, "\n\n");
}

static void upper(char *s, size_t n)
{
    for (; n; n--, s++)
        if (*s >= 'a' && *s <= 'z')
            *s = (char)(*s - 32);
}

static void wrap(char *s, size_t n, size_t width)
{
    size_t i, line = 0, blank = 0;

    for (i = 0; i < n; i++) {
        if (s[i] == ' ')
            blank = i;
        if (s[i] == '\n')
            line = i + 1;
        if (i - line > width && blank > line) {
            s[blank] = '\n';
            line = blank + 1;
        }
    }
}

size_t gen_text(gen_rng *rng, int genre, char *buf, size_t room)
{
    out o;
    size_t i;

    o.buf = buf;
    o.n = 0;
    o.room = room;
    while (o.n < room / 2 || (o.n < room && gen_below(rng, 8))) {
        size_t before = o.n;

        if (genre == GEN_BYTES) {
            buf[o.n++] = (char)gen_next(rng);
        } else if (genre == GEN_RUNS) {
            int c = " a.\n\"A1-\xC3"[gen_below(rng, 9)];
            size_t k = 1 + gen_below(rng, gen_below(rng, 4) ? 6 : 400);

            for (; k && o.n < room; k--)
                buf[o.n++] = (char)c;
        } else {
            sentence(rng, &o, genre);
            if (genre == GEN_UNICODE || genre == GEN_NOISE)
                put(&o, PICK(rng, odd));
            if (o.n == before)
                buf[o.n++] = ' ';
        }
    }
    if (genre == GEN_CAPITALS)
        upper(buf, o.n);
    if (genre == GEN_WRAPPED)
        wrap(buf, o.n, 60);
    if (genre == GEN_NOISE)
        for (i = 0; i < o.n; i += 1 + gen_below(rng, 60))
            buf[i] = (char)gen_next(rng);
    return o.n;
}
