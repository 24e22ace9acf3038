/* Features of a word of an island, and the best path over its labels. */
#include "spot.h"

enum { EDGE = 0x1FF /* instead of a word: the sentence ends here */ };

/* A feature: its template and up to two values. */
static uint32_t mix(uint8_t template, uint32_t a, uint32_t b)
{
    return pi_hash_end(a + b * UINT32_C(0x9E3779B1) + template * UINT32_C(0x85EBCA77));
}

/* The neighbour of word i at a distance, or a null pointer beyond the sentence or the window. */
static const pi_spot_word *beside(const pi_spot *s, uint8_t i, int8_t distance)
{
    for (; distance > 0; distance--)
        if (++i >= s->n || s->w[i].flags & PI_SPOT_BEGINS)
            return NULL;
    for (; distance < 0; distance++)
        if (s->w[i].flags & PI_SPOT_BEGINS || i-- == 0)
            return NULL;
    return s->w + i;
}

static uint32_t hash_of(const pi_spot_word *w) { return w ? w->hash : EDGE; }

/* Class; of a word that is not listed, and of signs, what it looks like. */
static uint16_t class_of(const pi_spot_word *w)
{
    if (w == NULL)
        return EDGE;
    if (w->class)
        return w->class;
    if (w->shape > PI_SHAPE_MIXED)
        return (uint16_t)(0x400u + (w->hash & 0x3FFu));
    return (uint16_t)(0x110u + w->shape);
}

/* What the word table and the letters tell of a word. */
static uint16_t look_of(const pi_spot_word *w)
{
    if (w == NULL)
        return EDGE;
    return (uint16_t)(w->code | (uint16_t)(w->shape << 6) | (w->low ? 0x400u : 0u));
}

/* Of the word and its letters. */
static uint8_t own(const pi_spot *s, uint8_t i, uint32_t *f)
{
    const pi_spot_word *w = s->w + i;
    uint8_t n = 0, j;
    uint16_t place = (uint16_t)((i == s->from) | (i == s->last) << 1 | (w->flags & PI_SPOT_BEGINS) << 2);
    uint16_t signs = (uint16_t)(w->shape << 8 | (w->flags & ~(PI_SPOT_CAPITAL | PI_SPOT_JOINS)));

    f[n++] = mix(1, place, 0);
    f[n++] = mix(2, w->hash, 0);
    f[n++] = mix(3, w->hash, w->shape);
    f[n++] = mix(4, w->hash, place);
    f[n++] = mix(5, signs, 0);
    f[n++] = mix(6, signs, place);
    f[n++] = mix(7, class_of(w), 0);
    f[n++] = mix(8, class_of(w), place);
    f[n++] = mix(9, look_of(w), 0);
    f[n++] = mix(10, look_of(w), place);
    f[n++] = mix(11, w->low, signs);
    if (w->flags & PI_SPOT_CAPITAL)
        for (j = 0; j < 6; j++)
            f[n++] = mix((uint8_t)(12 + j), w->affix[j], 0);
    if (w->memo) {
        f[n++] = mix(18, w->memo, 0);
        f[n++] = mix(19, w->memo, place);
        f[n++] = mix(20, w->memo, class_of(w));
        f[n++] = mix(21, w->memo, look_of(w));
    }
    return n;
}

/* Of its neighbours. */
static uint8_t context(const pi_spot *s, uint8_t i, uint32_t *f)
{
    const pi_spot_word *w = s->w + i, *a = beside(s, i, -1), *b = beside(s, i, 1), *aa = beside(s, i, -2),
                       *bb = beside(s, i, 2);
    uint16_t c = class_of(w), ca = class_of(a), cb = class_of(b), caa = class_of(aa), cbb = class_of(bb);
    uint8_t n = 0;

    f[n++] = mix(22, hash_of(a), 0);
    f[n++] = mix(23, hash_of(b), 0);
    f[n++] = mix(24, hash_of(aa), 0);
    f[n++] = mix(25, hash_of(bb), 0);
    f[n++] = mix(26, ca, 0);
    f[n++] = mix(27, cb, 0);
    f[n++] = mix(28, caa, 0);
    f[n++] = mix(29, cbb, 0);
    f[n++] = mix(30, ca, c);
    f[n++] = mix(31, c, cb);
    f[n++] = mix(32, hash_of(a), w->hash);
    f[n++] = mix(33, w->hash, hash_of(b));
    f[n++] = mix(34, caa, ca);
    f[n++] = mix(35, cb, cbb);
    f[n++] = mix(36, ca, cb);
    f[n++] = mix(37, look_of(a), look_of(w));
    f[n++] = mix(38, look_of(w), look_of(b));
    f[n++] = mix(39, hash_of(a), c);
    f[n++] = mix(40, c, hash_of(b));
    if ((a && a->memo) || (b && b->memo)) {
        f[n++] = mix(41, a ? a->memo : 0u, 0);
        f[n++] = mix(42, b ? b->memo : 0u, 0);
    }
    return n;
}

/* Of its island: its first and last word, and the words around it. */
static uint8_t island(const pi_spot *s, uint8_t i, uint32_t *f)
{
    const pi_spot_word *first = s->w + s->from, *last = s->w + s->last;
    uint8_t n = 0, size = (uint8_t)(s->last - s->from), at = (uint8_t)(i - s->from);
    const pi_spot_word *before = beside(s, s->from, -1), *after = beside(s, s->last, 1);

    f[n++] = mix(43, size, at);
    if (size) {
        f[n++] = mix(44, last->hash, 0);
        f[n++] = mix(45, class_of(last), 0);
        f[n++] = mix(46, class_of(first), 0);
        f[n++] = mix(47, hash_of(before), 0);
        f[n++] = mix(48, class_of(before), 0);
        f[n++] = mix(49, hash_of(after), 0);
        f[n++] = mix(50, class_of(after), 0);
        f[n++] = mix(51, look_of(last), look_of(first));
    }
    return n;
}

/* At most 21 + 21 + 9 of PI_SPOT_FEATURES. */
uint8_t pi_spot_features(const pi_spot *s, uint8_t i, uint32_t feature[PI_SPOT_FEATURES])
{
    uint8_t n = own(s, i, feature);

    n = (uint8_t)(n + context(s, i, feature + n));
    return (uint8_t)(n + island(s, i, feature + n));
}

/* Weights of each label; |score| <= 51 * 128 * 255 < 2^21. */
static void score(const pi_spotter *k, uint8_t i, int32_t sum[PI_SPOT_LABELS])
{
    const pi_spot_model *m = k->model;
    uint32_t f[PI_SPOT_FEATURES];
    uint8_t n = pi_spot_features(k->s, i, f), j, l;

    memset(sum, 0, PI_SPOT_LABELS * sizeof *sum);
    for (j = 0; j < n; j++) {
        uint16_t at = pi_spot_find(m->rows, m->row_buckets, f[j], 4), row;
        int16_t scale;

        if (at == PI_SPOT_NONE)
            continue;
        row = (uint16_t)(pi_rom8(m->rows, at) * PI_SPOT_LABELS);
        scale = pi_rom8(m->scales, pi_rom8(m->rows, (uint16_t)(at + PI_SPOT_BUCKET)) & 15);
        for (l = 0; l < PI_SPOT_LABELS; l++) {
            uint8_t b = pi_rom8(m->book, (uint16_t)(row + l));

            sum[l] += (int32_t)(b < 128 ? b : b - 256) * scale;
        }
    }
}

/* May the word have a label? Nothing but a capitalized word begins or is a name; a connector ends none, but a
 * number may. */
int pi_spot_may(const pi_spot_word *w, uint8_t label)
{
    uint8_t b = (uint8_t)((label - 1) & 3);

    if (label == 0 || w->flags & PI_SPOT_CAPITAL || b == PI_SPOT_I)
        return 1;
    return b == PI_SPOT_L && w->shape == PI_SHAPE_MIXED + PI_TOK_NUMBER - 1;
}

/* best[l]: of a path up to a word that ends in label l there. Labels 0, L and U may be followed by 0, B
 * and U; B and I by I and L of their kind. from[i].in: bit per kind, I or L comes from I, not B. */
typedef struct {
    uint8_t out; /* best label without an open name, of the word before */
    uint8_t in;
} step;

enum { NEVER = -0x3FFFFFFF }; /* scores stay above: 12 words * 2^21 < 2^25, so NEVER plus those stays below any */

static uint8_t best_out(const int32_t *best)
{
    uint8_t l, top = 0;

    for (l = 1; l < PI_SPOT_LABELS; l++)
        if ((l - 1) & 2 && best[l] > best[top]) /* L, U */
            top = l;
    return top;
}

void pi_spot_label(const pi_spotter *k)
{
    pi_spot *s = k->s;
    step from[PI_SPOT_ISLAND];
    int32_t best[PI_SPOT_LABELS], now[PI_SPOT_LABELS];
    uint8_t i, l, d;

    memset(best, 0, sizeof best);
    for (l = 1; l < PI_SPOT_LABELS; l++)
        best[l] = NEVER;
    for (i = s->from; i <= s->last; i++) {
        step *p = from + (i - s->from);

        score(k, i, now);
        p->out = best_out(best);
        p->in = 0;
        for (l = 0; l < PI_SPOT_LABELS; l++) {
            d = (uint8_t)((l - 1) & 3);
            if (!pi_spot_may(s->w + i, l)) {
                now[l] = NEVER;
            } else if (l == 0 || d == PI_SPOT_B || d == PI_SPOT_U) {
                now[l] += best[p->out];
            } else {
                uint8_t kind = (uint8_t)((l - 1) / 4), b = (uint8_t)(1 + 4 * kind);

                if (best[b + 1] > best[b])
                    p->in = (uint8_t)(p->in | 1u << kind);
                now[l] += best[b + (p->in >> kind & 1)];
            }
        }
        memcpy(best, now, sizeof best);
        for (l = 0; l < PI_SPOT_LABELS; l++)
            if (best[l] < NEVER)
                best[l] = NEVER;
    }
    l = best_out(best);
    for (i = s->last;; i--) {
        const step *p = from + (i - s->from);

        s->w[i].label = l;
        if (i == s->from)
            break;
        d = (uint8_t)((l - 1) & 3);
        if (l == 0 || d == PI_SPOT_B || d == PI_SPOT_U)
            l = p->out;
        else
            l = (uint8_t)(1 + (l - 1) / 4 * 4 + (p->in >> (l - 1) / 4 & 1));
    }
}
