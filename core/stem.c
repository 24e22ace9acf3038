#include "stem.h"

/* Most rules never look at regions and vowels, so these are found when a rule first asks for them.
 *
 * Reads of the program: a rule has at most 9 bytes and a beginning at most 16, and both are only begun
 * below LIMIT. Offsets in the index are below 512 and PI_STEM_AFTER is below 256, both far from the end. */
enum { LIMIT = PI_STEM_LIMIT, LETTERS_MAX = 31, LONGEST = 7 };

typedef struct {
    pi_rom8p t;
    uint8_t *w;
    uint32_t vowels;   /* bit i: letter i is a vowel. Letters that an action wrote keep the old bit */
    uint8_t n;
    uint8_t known;     /* vowels and limit[] are */
    uint8_t limit[8];  /* for each condition: the least k that meets it */
} stem;

static uint16_t slot(pi_rom8p t, uint8_t c)
{
    uint8_t k = (uint8_t)(c - 0x60);

    (void)t;
    return (uint16_t)(PI_STEM_INDEX + 2 * (k < PI_STEM_SLOTS ? k : 0));
}

static uint8_t classes(const stem *s, uint8_t c)
{
    return pi_rom8(s->t, slot(s->t, c));
}

/* The length of the listed beginning that the word has, 0: none. */
static uint8_t beginning(const stem *s)
{
    uint16_t p = (uint16_t)(PI_STEM_SIZE - 1 - pi_rom8(s->t, PI_STEM_BEGIN));

    while (p < LIMIT) {
        uint8_t c = pi_rom8(s->t, p++) & 15, i = 0;

        if (c == 0)
            break;
        if (c <= s->n) {
            while (i < c && s->w[i] == pi_rom8(s->t, (uint16_t)(p + i)))
                i++;
            if (i == c)
                return c;
        }
        p = (uint16_t)(p + c);
    }
    return 0;
}

/* R1 is what follows the first non-vowel after a vowel (or a listed beginning), R2 the same within R1. */
static void regions(stem *s)
{
    uint8_t n = s->n, i, first = n, r1 = n, r2 = n, from = 0, before = 0, vowel = 1;

    if (classes(s, s->w[0]) & 1u << PI_STEM_BEGINS) {
        from = beginning(s);
        if (from != 0)
            r1 = from;
    }
    s->vowels = 0;
    for (i = 0; i < n; i++) {
        uint8_t f = classes(s, s->w[i]);

        vowel = f & 1u << PI_STEM_SEMI ? !vowel : (f >> PI_STEM_V) & 1;
        s->vowels |= (uint32_t)vowel << i;
        if (vowel && first == n)
            first = i;
        if (before && !vowel) {
            if (from == 0)
                r1 = from = (uint8_t)(i + 1);
            else if (i > from && r2 == n)
                r2 = (uint8_t)(i + 1);
        }
        before = vowel;
    }
    s->limit[PI_STEM_R1] = r1;
    s->limit[PI_STEM_R2] = r2;
    s->limit[PI_STEM_VOWEL] = (uint8_t)(first + 1);
    s->limit[PI_STEM_R1_NEXT] = (uint8_t)(r1 - 1);
    s->limit[PI_STEM_R2_NEXT] = (uint8_t)(r2 - 1);
    s->known = 1;
}

/* Whether letter i is what `code` (below 0x20) stands for. */
static uint8_t fits(stem *s, uint8_t code, uint8_t i)
{
    if (code & PI_STEM_CLASS)
        return (classes(s, s->w[i]) >> (code & 7)) & 1;
    if (code == PI_STEM_ANY)
        return 1;
    if (code == PI_STEM_TWIN)
        return i + 1 < s->n && s->w[i] == s->w[i + 1];
    if (!s->known)
        regions(s);
    return ((s->vowels >> i) ^ code ^ PI_STEM_ISVOWEL) & 1; /* i < 32 */
}

/* The action for a word whose letters from i on are compared already, by the list at p..end; 0: none. */
static uint8_t find(stem *s, uint16_t p, uint16_t end, uint8_t i)
{
    while (p < end && p < LIMIT) {
        uint8_t head = pi_rom8(s->t, p++), count = head & 7, cond = (head >> 3) & 7, kind = head >> 6;
        uint16_t next = (uint16_t)(p + count);
        uint8_t k = i;

        if (kind == PI_STEM_BRANCH)
            next = (uint16_t)(next + pi_rom8(s->t, next));
        if (kind != PI_STEM_KEEP)
            next++;
        if (cond == PI_STEM_WHOLE ? count == i : count <= i) {
            for (; count != 0; count--, p++) {
                uint8_t letter = pi_rom8(s->t, p);

                k--;
                if (letter != s->w[k] && (letter >= 0x20 || !fits(s, letter, k)))
                    break;
            }
            if (count == 0) {
                if (kind == PI_STEM_BRANCH) {
                    end = next;
                    next = (uint16_t)(p + 1);
                    i = k;
                } else {
                    if (cond != PI_STEM_ALWAYS && !s->known)
                        regions(s);
                    if (k >= s->limit[cond])
                        return kind == PI_STEM_KEEP ? 0 : pi_rom8(s->t, p);
                    if (kind == PI_STEM_MUST)
                        return 0;
                }
            }
        }
        p = next;
    }
    return 0;
}

/* Drops letters and adds an ending. A word never becomes empty, nor longer than it was (s->n <= most). */
static void act(stem *s, uint8_t action, uint8_t most)
{
    uint8_t drop = action >> 5, add = (action >> 2) & 7, j;

    if (drop >= s->n)
        return;
    s->n = (uint8_t)(s->n - drop);
    for (j = 0; add != 0 && j < 2; j++) {
        uint8_t c = pi_rom8(s->t, (uint16_t)(PI_STEM_ADD + 2 * (add - 1) + j));

        if (c != 0 && s->n < most)
            s->w[s->n++] = c;
    }
}

uint8_t pi_stem(pi_rom8p t, uint8_t *w, uint8_t n)
{
    stem s;
    uint8_t step, action;

    if (t == NULL || n < pi_rom8(t, PI_STEM_LEAST) || n > LETTERS_MAX || n < 2)
        return n;
    step = n > pi_rom8(t, PI_STEM_WORDS);
    if (w[0] == pi_rom8(t, PI_STEM_MARK))
        memmove(w, w + 1, --n);
    memset(&s, 0, sizeof s);
    s.t = t;
    s.w = w;
    s.n = n;
    for (;;) {
        uint16_t p = slot(t, w[s.n - 1]), end;
        uint8_t named = p != PI_STEM_INDEX, here;
        uint16_t start = (uint16_t)((pi_rom8(t, p) & 1) << 8 | pi_rom8(t, (uint16_t)(p + 1)));

        if (start == 0)
            break;
        p = (uint16_t)(PI_STEM_GROUPS - 1 + start);
        for (;;) {
            here = pi_rom8(t, p);
            end = (uint16_t)(p + 2 + pi_rom8(t, (uint16_t)(p + 1)));
            if ((here & 0x7f) >= step)
                break;
            if (here & PI_STEM_LAST || end >= LIMIT)
                return s.n;
            p = end;
        }
        action = find(&s, (uint16_t)(p + 2), end, (uint8_t)(s.n - named));
        if (action != 0)
            act(&s, action, n);
        if (action & PI_STEM_END)
            break;
        if (action & PI_STEM_THEN) {
            p = (uint16_t)(PI_STEM_SIZE - 1 - pi_rom8(t, PI_STEM_AFTER));
            s.limit[PI_STEM_R1_NONE] = s.n <= s.limit[PI_STEM_R1] ? 0 : LETTERS_MAX + 1;
            act(&s, find(&s, (uint16_t)(p + 1), (uint16_t)(p + 1 + pi_rom8(t, p)), s.n), n);
        }
        step = (uint8_t)((here & 0x7f) + 1);
    }
    return s.n;
}
