#include "stem.h"

/* Rules are found by a word's last letter and the one before it. Regions are computed when a rule first asks
 * for them. Working values are pi_byte, which 32-bit targets keep in registers without
 * masking; none exceeds 255.
 *
 * Reads of the program: what is begun at or before PI_STEM_LIMIT ends within it, so each list and each
 * rest is checked against that once. Writes to the word: act() alone, below the length it came with. */
enum { LETTERS_MAX = 31, NEVER = LETTERS_MAX + 1 };

typedef struct {
    pi_rom8p t;
    uint8_t *w;
    uint8_t n;
    uint8_t step;    /* only groups with a head above this are left to do */
    uint8_t r1, r2;  /* where they begin; UNKNOWN */
} stem;

enum { UNKNOWN = 0 /* no region begins with the word's first letter */ };

static pi_byte slot(pi_byte c)
{
    c = (pi_byte)(c - 0x60);
    return c < PI_STEM_SLOTS ? c : 0;
}

static pi_byte classes(pi_rom8p t, pi_byte c)
{
    return pi_rom8(t + PI_STEM_CLASS, (uint16_t)slot(c));
}

/* Is letter i < n a vowel? Of letters that may be none behind a vowel, each tells of the next. */
static pi_byte vowel(const stem *s, pi_byte i)
{
    pi_byte flip = 0, f;

    for (;;) {
        f = classes(s->t, s->w[i]);
        if (!(f >> PI_STEM_SEMI & f & 1)) /* PI_STEM_V is bit 0 */
            return (f & 1) ^ flip;
        if (i-- == 0) /* at the beginning it is none */
            return flip;
        flip ^= 1;
    }
}

/* The length of the listed beginning that the word has, 0: none. */
static pi_byte beginning(const stem *s)
{
    pi_rom8p p = s->t + (PI_STEM_TAIL - pi_rom8(s->t, PI_STEM_BEGIN)), end = s->t + PI_STEM_LIMIT;
    pi_byte first = s->w[0];

    while (p < end) {
        pi_byte count = pi_rom8(p, 0) & 7, i;

        p++;
        if (count == 0 || pi_rom8(p, 0) > first)
            break;
        if (pi_rom8(p, 0) == first && count <= s->n) {
            for (i = 1; i < count && s->w[i] == pi_rom8(p, (uint16_t)i); i++) {
            }
            if (i == count)
                return count;
        }
        p += count;
    }
    return 0;
}

/* Where a region begins: behind the first non-vowel that follows a vowel, from letter i on. */
static pi_byte region(const stem *s, pi_byte i)
{
    while (i < s->n && !vowel(s, i))
        i++;
    while (i < s->n && vowel(s, i))
        i++;
    return i < s->n ? (pi_byte)(i + 1) : NEVER;
}

/* R1 begins in the whole word, or behind a listed beginning; R2 in R1. */
static void find_regions(stem *s)
{
    pi_byte r1 = 0;

    if (classes(s->t, s->w[0]) & 1u << PI_STEM_BEGINS)
        r1 = beginning(s);
    if (r1 == 0)
        r1 = region(s, 0);
    s->r1 = (uint8_t)r1;
    s->r2 = (uint8_t)region(s, r1);
}

/* Whether what `code` (1..PI_STEM_LETTER - 1) stands for is true of letter k, or, if it is a condition, of
 * a rule with k letters before it. k <= 31 */
static pi_byte is(stem *s, pi_byte code, pi_byte k)
{
    if (code & PI_STEM_IN)
        return (classes(s->t, s->w[k]) >> (code & 7)) & 1;
    if (code == PI_STEM_ANY)
        return 1;
    if (code == PI_STEM_TWIN)
        return k + 1 < s->n && s->w[k] == s->w[k + 1];
    if (code == PI_STEM_WHOLE)
        return k == 0;
    if (code <= PI_STEM_NOVOWEL)
        return vowel(s, k) ^ (code == PI_STEM_NOVOWEL);
    if (code == PI_STEM_VOWEL) {
        while (k != 0 && !vowel(s, (pi_byte)(k - 1)))
            k--;
        return k != 0;
    }
    if (s->r1 == UNKNOWN)
        find_regions(s);
    if (code == PI_STEM_R1_NONE)
        return s->n <= s->r1;
    return k + (code >= PI_STEM_R1_NEXT) >= (code & 1 ? s->r2 : s->r1);
}

/* The first rule of the list at p..end that may fit where `last` is the letter to compare. */
static pi_rom8p seek(pi_rom8p p, pi_rom8p end, pi_byte last)
{
    while (p < end) {
        pi_byte letter = pi_rom8(p, 0);

        if (letter == last || letter < PI_STEM_LETTER)
            break;
        p += 2;
    }
    return p;
}

/* The action of the rule that fits, from the one at p < end on, for a word whose letters from i on are
 * compared already; 0: none. end <= limit. Ends, since p grows. */
static pi_byte find(stem *s, pi_rom8p p, pi_rom8p end, pi_byte i)
{
    pi_rom8p limit = s->t + PI_STEM_LIMIT;
    const uint8_t *w = s->w;

    do {
        pi_byte letter = pi_rom8(p, 0), far = pi_rom8(p, 1), k = i, head, left;
        pi_rom8p rest;

        if (far > (unsigned)(limit - p))
            break;
        rest = p + far;
        p += 2;
        head = pi_rom8(rest, 0);
        for (left = head & 7; left != 0 && k != 0; left--) {
            k--;
            if (letter != w[k] && (letter >= PI_STEM_LETTER || !is(s, letter, k)))
                break;
            letter = pi_rom8(rest++, 2);
        }
        if (left == 0) {
            pi_byte value, cond = (pi_byte)((head >> 3 & 7) | PI_STEM_ALWAYS);

            left = head & 7;
            value = pi_rom8(rest - left, 1);
            if (head & PI_STEM_BRANCH << 6) {
                p = rest + 1;
                if (p > limit || value > (unsigned)(limit - p))
                    break;
                i = k;
                end = p + value;
            } else if (cond == PI_STEM_ALWAYS || is(s, cond, k)) {
                return value;
            } else if (head & PI_STEM_MUST << 6) {
                break;
            }
        }
        p = seek(p, end, i != 0 ? w[i - 1] : 0);
    } while (p < end);
    return 0;
}

/* The action of the first rule that fits, in the steps that are left to do; 0: none. */
static pi_byte search(stem *s)
{
    pi_byte n = s->n, step = s->step, k = slot(s->w[n - 1]), i, last;
    unsigned start = 4u * pi_rom8(s->t + PI_STEM_START, (uint16_t)k);
    pi_rom8p p, limit = s->t + PI_STEM_LIMIT;

    if (n < 2 || start == 0 || start > PI_STEM_LIMIT)
        return 0;
    i = (pi_byte)(n - (k != 0));
    last = s->w[i - 1];
    p = s->t + start;
    for (;;) { /* p <= limit */
        pi_byte head = pi_rom8(p, 0), size = pi_rom8(p, 1), action;
        pi_rom8p end;

        if (size + 2u > (unsigned)(limit - p))
            return 0;
        p += 2;
        end = p + size;
        if (head > step) {
            p = seek(p, end, last);
            if (p < end) {
                action = find(s, p, end, i);
                if (action != 0) {
                    s->step = (uint8_t)(head | 1);
                    return action;
                }
            }
        }
        if (head & PI_STEM_LAST)
            return 0;
        p = end;
    }
}

/* Drops letters and adds an ending. A word never becomes empty, nor longer than `most`. */
static void act(stem *s, pi_byte action, pi_byte most)
{
    pi_byte drop = action >> 5, add = (action >> 2) & 7, n = s->n;

    if (drop < n) {
        n = (pi_byte)(n - drop);
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

/* The action of the list that may follow a removal; 0: none. */
static pi_byte after(stem *s)
{
    unsigned at = (unsigned)PI_STEM_TAIL - pi_rom8(s->t, PI_STEM_AFTER);
    pi_rom8p p = s->t + at + 1;
    pi_byte size = pi_rom8(p - 1, 0);

    if (at >= PI_STEM_LIMIT || size > PI_STEM_LIMIT - 1 - at || size == 0)
        return 0;
    return find(s, p, p + size, s->n);
}

uint8_t pi_stem(pi_rom8p t, uint8_t *w, uint8_t n)
{
    stem s;
    pi_byte action, changed = 0;

    if (t == NULL || n < pi_rom8(t, PI_STEM_LEAST) || n < 2 || n > LETTERS_MAX)
        return 0;
    s.t = t;
    s.w = w;
    if (w[0] == pi_rom8(t, PI_STEM_MARK)) {
        memmove(w, w + 1, --n);
        changed = 1;
    }
    s.step = n > pi_rom8(t, PI_STEM_WORDS) ? PI_STEM_STEP + 1 : 1;
    s.n = n;
    s.r1 = UNKNOWN;

    /* s.step grows with every group that is searched, so this ends. */
    while ((action = search(&s)) != 0) {
        changed = 1;
        act(&s, action, n);
        if (action & PI_STEM_THEN)
            act(&s, after(&s), n);
        if (action & PI_STEM_END)
            break;
    }
    return changed ? s.n : 0;
}
