#include "stem.h"

/* Most rules never ask for regions and vowels, so these are found when a rule first does. Working
 * values are uint_fast8_t, which 32-bit targets keep in a register without masking; none exceeds 255. */
enum { LETTERS_MAX = 31 };

typedef struct {
    pi_rom8p t;
    uint8_t *w;
    uint32_t vowels;  /* bit i: letter i is a vowel. Letters that an action wrote keep the old bit */
    uint8_t n;
    uint8_t known;    /* vowels and limit[] are */
    uint8_t limit[8]; /* for each condition: the least k that meets it */
} stem;

/* The entry of the index for letter c. */
static pi_rom8p entry(pi_rom8p t, uint8_t c)
{
    c = (uint8_t)(c - 0x60);
    return t + PI_STEM_INDEX + 2 * (c < PI_STEM_SLOTS ? c : 0);
}

/* The length of the listed beginning that the word has, 0: none. */
static uint_fast8_t beginning(const stem *s)
{
    pi_rom8p p = s->t + (PI_STEM_SIZE - 1 - pi_rom8(s->t, PI_STEM_BEGIN)), end = s->t + PI_STEM_LIMIT;

    while (p < end) {
        uint_fast8_t c = pi_rom8(p, 0) & 7, i = 0;

        if (c == 0)
            break;
        while (i < c && i < s->n && s->w[i] == pi_rom8(p, (uint16_t)(i + 1)))
            i++;
        if (i == c)
            return c;
        p += c + 1;
    }
    return 0;
}

/* R1 is what follows the first non-vowel after a vowel (or a listed beginning), R2 the same within R1. */
static void regions(stem *s)
{
    uint_fast8_t n = s->n, i, first = n, r1 = n, r2 = n, from = 0, vowel = 1, before = 0;

    if (pi_rom8(entry(s->t, s->w[0]), 0) & 1u << PI_STEM_BEGINS) {
        from = beginning(s);
        if (from != 0)
            r1 = from;
    }
    s->vowels = 0;
    for (i = 0; i < n; i++) {
        uint_fast8_t f = pi_rom8(entry(s->t, s->w[i]), 0);

        vowel = f & 1u << PI_STEM_SEMI ? vowel ^ 1 : f & 1u << PI_STEM_V;
        if (vowel) {
            s->vowels |= (uint32_t)1 << i;
            if (first == n)
                first = i;
        } else if (before) {
            if (from == 0)
                r1 = from = (uint_fast8_t)(i + 1);
            else if (i > from && r2 == n)
                r2 = (uint_fast8_t)(i + 1);
        }
        before = vowel;
    }
    s->limit[PI_STEM_R1] = (uint8_t)r1;
    s->limit[PI_STEM_R2] = (uint8_t)r2;
    s->limit[PI_STEM_VOWEL] = (uint8_t)(first + 1);
    s->limit[PI_STEM_R1_NEXT] = (uint8_t)(r1 - 1);
    s->limit[PI_STEM_R2_NEXT] = (uint8_t)(r2 - 1);
    s->known = 1;
}

/* Whether letter i is what `code` (below 0x20) stands for. */
static uint_fast8_t fits(stem *s, uint_fast8_t code, uint_fast8_t i)
{
    uint8_t c = s->w[i];

    if (code & PI_STEM_CLASS)
        return (pi_rom8(entry(s->t, c), 0) >> (code & 7)) & 1;
    if (code == PI_STEM_ANY)
        return 1;
    if (code == PI_STEM_TWIN)
        return i + 1 < s->n && c == s->w[i + 1];
    if (!s->known)
        regions(s);
    return ((s->vowels >> i) ^ code ^ PI_STEM_ISVOWEL) & 1; /* i < 32 */
}

/* Whether the letters before i are those of a rule, from the last one to the first. */
static uint_fast8_t same(stem *s, pi_rom8p letters, pi_rom8p end, uint_fast8_t i)
{
    for (; letters < end; letters++) {
        uint_fast8_t letter = pi_rom8(letters, 0);

        i--;
        if (letter != s->w[i] && (letter >= PI_STEM_LETTER || !fits(s, letter, i)))
            return 0;
    }
    return 1;
}

/* The action of the rule that fits in the list at p..end, for a word whose letters from i on are compared
 * already; 0: none. A rule has 9 bytes at most and begins below end <= t + PI_STEM_LIMIT. */
static uint_fast8_t find(stem *s, pi_rom8p p, pi_rom8p end, uint_fast8_t i)
{
    while (p < end) {
        uint_fast8_t head = pi_rom8(p, 0), letter = pi_rom8(p, 1), count = head & 7, cond = (head >> 3) & 7;
        pi_rom8p arg = p + 1 + count;
        uint_fast8_t fit = count == 0 || (count <= i && (letter == s->w[i - 1] || letter < PI_STEM_LETTER)
            && same(s, p + 1, arg, i));

        p = arg + 1;
        if (head & PI_STEM_BRANCH << 6) {
            uint_fast8_t size = pi_rom8(arg, 0);

            if (fit) {
                i = (uint_fast8_t)(i - count);
                if (size < end - p)
                    end = p + size;
            } else if (size < end - p) {
                p += size;
            } else {
                break;
            }
        } else if (fit) {
            if (cond != PI_STEM_ALWAYS && !s->known)
                regions(s);
            if (cond == PI_STEM_WHOLE ? count == i
                : cond == PI_STEM_R1_NONE ? s->n <= s->limit[PI_STEM_R1] : (uint_fast8_t)(i - count) >= s->limit[cond])
                return pi_rom8(arg, 0);
            if (head & PI_STEM_MUST << 6)
                break;
        }
    }
    return 0;
}

/* Drops letters and adds an ending. A word never becomes empty, nor longer than it was (n <= most). */
static void act(stem *s, uint_fast8_t action, uint_fast8_t most)
{
    uint_fast8_t drop = action >> 5, add = (action >> 2) & 7, n = s->n;

    if (drop < n) {
        n = (uint_fast8_t)(n - drop);
        if (add != 0) {
            pi_rom8p ending = s->t + (PI_STEM_ADD - 2 + 2 * add);

            if (n < most)
                s->w[n++] = pi_rom8(ending, 0);
            if (n < most && pi_rom8(ending, 1) != 0)
                s->w[n++] = pi_rom8(ending, 1);
        }
        s->n = (uint8_t)n;
    }
}

/* The groups for the letter that the word ends in now; a null pointer: there are none. */
static pi_rom8p groups(const stem *s)
{
    pi_rom8p at = entry(s->t, s->w[s->n - 1]);
    uint16_t start = (uint16_t)((pi_rom8(at, 0) & 0x80) << 1 | pi_rom8(at, 1));

    return start == 0 ? NULL : s->t + (PI_STEM_GROUPS - 1 + start);
}

uint8_t pi_stem(pi_rom8p t, uint8_t *w, uint8_t n)
{
    stem s;
    uint_fast8_t step, action, then = 0;
    pi_rom8p p, end, next;

    if (t == NULL || n < 2 || n > LETTERS_MAX || n < pi_rom8(t, PI_STEM_LEAST))
        return n;
    step = n > pi_rom8(t, PI_STEM_WORDS);
    if (w[0] == pi_rom8(t, PI_STEM_MARK))
        memmove(w, w + 1, --n);
    s.t = t;
    s.w = w;
    s.n = n;
    s.known = 0;
    s.limit[PI_STEM_ALWAYS] = 0;

    /* `step` grows with every list that is searched, and every group passed is nearer to the limit. */
    next = groups(&s);
    while (next != NULL) {
        uint_fast8_t head, here;

        p = next + 2;
        head = pi_rom8(next, 0);
        here = head & PI_STEM_STEP;
        end = t + PI_STEM_LIMIT;
        if (pi_rom8(next, 1) < end - p)
            end = p + pi_rom8(next, 1);
        next = head & PI_STEM_LAST || end == t + PI_STEM_LIMIT ? NULL : end;
        if (here < step)
            continue;
        step = (uint_fast8_t)(here + 1);
        action = find(&s, p, end, head & PI_STEM_FULL ? s.n : (uint_fast8_t)(s.n - 1));
        if ((action | then) == 0)
            continue;
        act(&s, action, n);
        if (action & PI_STEM_END)
            break;
        then = action & PI_STEM_THEN;
        next = then ? t + (PI_STEM_SIZE - 1 - pi_rom8(t, PI_STEM_AFTER)) : groups(&s);
    }
    return s.n;
}
