/* Features of a word of an island, and the best path over its labels. */
#include "spot.h"

enum { EDGE = 0x1FF /* instead of a word: the sentence ends here */ };

/* A feature: its template and up to two values, as a sum that pi_hash_end makes a hash of. */
static inline uint32_t sum_of(uint8_t template, uint32_t a) { return a + template * UINT32_C(0x85EBCA77); }
static inline uint32_t pair(uint8_t template, uint32_t a, uint32_t b) { return sum_of(template, a) + b * UINT32_C(0x9E3779B1); }

/* The word before, the word after; a null pointer beyond the sentence, beyond the window, and of a null pointer. */
static const pi_spot_word *before(const pi_spot *s, const pi_spot_word *w)
{
    return w && !(w->flags & PI_SPOT_BEGINS) && w > s->w ? w - 1 : NULL;
}

static const pi_spot_word *after(const pi_spot *s, const pi_spot_word *w)
{
    return w && ++w < s->w + s->n && !(w->flags & PI_SPOT_BEGINS) ? w : NULL;
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

/* Where in its island a word stands, and whether it begins a sentence. */
static uint16_t place_of(const pi_spot *s, const pi_spot_word *w)
{
    return (uint16_t)((w == s->w + s->from) | (w == s->w + s->last) << 1 | (w->flags & PI_SPOT_BEGINS) << 2);
}

/* Of the word and its letters. Returns where the next feature stands, as the others do. */
static uint32_t *own(const pi_spot *s, const pi_spot_word *w, uint32_t *f)
{
    uint16_t place = place_of(s, w);
    uint16_t signs = (uint16_t)(w->shape << 8 | (w->flags & ~(PI_SPOT_CAPITAL | PI_SPOT_JOINS)));
    uint16_t class = class_of(w), look = look_of(w);
    uint8_t j;

    *f++ = sum_of(2, w->hash);
    *f++ = pair(3, w->hash, w->shape);
    *f++ = sum_of(5, signs);
    *f++ = pair(6, signs, place);
    *f++ = sum_of(7, class);
    *f++ = pair(8, class, place);
    *f++ = sum_of(9, look);
    *f++ = pair(10, look, place);
    *f++ = pair(11, w->low, signs);
    if (w->flags & PI_SPOT_CAPITAL)
        for (j = 0; j < 6; j++)
            *f++ = sum_of((uint8_t)(12 + j), w->affix[j]);
    if (w->memo) {
        *f++ = sum_of(18, w->memo);
        *f++ = pair(19, w->memo, place);
        *f++ = pair(20, w->memo, class);
        *f++ = pair(21, w->memo, look);
    }
    return f;
}

/* Of its neighbours. */
static uint32_t *context(const pi_spot *s, const pi_spot_word *w, uint32_t *f)
{
    const pi_spot_word *a = before(s, w), *b = after(s, w), *aa = before(s, a), *bb = after(s, b);
    uint32_t ha = hash_of(a), hb = hash_of(b);
    uint16_t c = class_of(w), ca = class_of(a), cb = class_of(b), caa = class_of(aa), cbb = class_of(bb), look = look_of(w);

    *f++ = sum_of(22, ha);
    *f++ = sum_of(23, hb);
    *f++ = sum_of(24, hash_of(aa));
    *f++ = sum_of(25, hash_of(bb));
    *f++ = sum_of(26, ca);
    *f++ = sum_of(27, cb);
    *f++ = sum_of(28, caa);
    *f++ = sum_of(29, cbb);
    *f++ = pair(30, ca, c);
    *f++ = pair(31, c, cb);
    *f++ = pair(34, caa, ca);
    *f++ = pair(35, cb, cbb);
    *f++ = pair(36, ca, cb);
    *f++ = pair(37, look_of(a), look);
    *f++ = pair(38, look, look_of(b));
    *f++ = pair(39, ha, c);
    *f++ = pair(40, c, hb);
    if ((a && a->memo) || (b && b->memo)) {
        *f++ = sum_of(41, a ? a->memo : 0u);
        *f++ = sum_of(42, b ? b->memo : 0u);
    }
    return f;
}

/* With what the text looks like: novels have titles within names, the news have not. */
static uint32_t *text(const pi_spot *s, const pi_spot_word *w, uint32_t *f)
{
    uint8_t like = s->fiction >> 6;

    *f++ = pair(52, like, place_of(s, w));
    *f++ = pair(53, like, w->hash);
    *f++ = pair(54, like, look_of(w));
    *f++ = pair(55, like, class_of(w));
    return f;
}

/* Of its island: its first and last word, and the words around it. */
static uint32_t *island(const pi_spot *s, const pi_spot_word *w, uint32_t *f)
{
    const pi_spot_word *first = s->w + s->from, *last = s->w + s->last, *a, *b;
    uint8_t size = (uint8_t)(s->last - s->from);

    *f++ = pair(43, size, (uint32_t)(w - first));
    if (size) {
        a = before(s, first);
        b = after(s, last);
        *f++ = sum_of(44, last->hash);
        *f++ = sum_of(45, class_of(last));
        *f++ = sum_of(46, class_of(first));
        *f++ = sum_of(47, hash_of(a));
        *f++ = sum_of(48, class_of(a));
        *f++ = sum_of(49, hash_of(b));
        *f++ = sum_of(50, class_of(b));
        *f++ = pair(51, look_of(last), look_of(first));
    }
    return f;
}

/* The sums of all. Returns their end: at most 19 + 19 + 4 + 9 of PI_SPOT_FEATURES. */
static uint32_t *sums(const pi_spot *s, uint8_t i, uint32_t *f)
{
    const pi_spot_word *w = s->w + i;

    return island(s, w, text(s, w, context(s, w, own(s, w, f))));
}

uint8_t pi_spot_features(const pi_spot *s, uint8_t i, uint32_t feature[PI_SPOT_FEATURES])
{
    uint8_t n = (uint8_t)(sums(s, i, feature) - feature), j;

    for (j = 0; j < n; j++)
        feature[j] = pi_hash_end(feature[j]);
    return n;
}

/* Labels in the order of the books: those that begin a name, none, whole names, ends, inner words. */
enum { FROM_B = 0, FROM_0 = PI_SPOT_KINDS, FROM_U = FROM_0 + 1, FROM_L = FROM_U + PI_SPOT_KINDS, FROM_I = FROM_L + PI_SPOT_KINDS };

/* Sums of LANES labels, as many as stay in registers, over the features that have a row, up to a 0. book: from the first of
 * these labels on. */
#if PI_WIDE
enum { LANES = 8 };

PI_INLINE void sum_lanes(pi_rom8p book, const uint32_t *hit, int32_t *sum)
{
    const uint64_t bytes = UINT64_C(0x00FF00FF00FF00FF), halves = UINT64_C(0x0000FFFF0000FFFF);
    uint64_t a = 0, b = 0, c = 0, d = 0;

    for (; *hit; hit++) {
        pi_rom8p r = book + (uint16_t)*hit;
        uint64_t scale = *hit >> 24;
        uint64_t w = pi_rom8(r, 0) | (uint64_t)pi_rom8(r, 1) << 8 | (uint64_t)pi_rom8(r, 2) << 16 | (uint64_t)pi_rom8(r, 3) << 24
            | (uint64_t)pi_rom8(r, 4) << 32 | (uint64_t)pi_rom8(r, 5) << 40 | (uint64_t)pi_rom8(r, 6) << 48 | (uint64_t)pi_rom8(r, 7) << 56;
        uint64_t even = (w & bytes) * scale, odd = (w >> 8 & bytes) * scale; /* 255 * 255 < 2^16: none carries into the next */

        a += even & halves;
        b += odd & halves;
        c += even >> 16 & halves;
        d += odd >> 16 & halves;
    }
    sum[0] = (int32_t)(uint32_t)a, sum[1] = (int32_t)(uint32_t)b, sum[2] = (int32_t)(uint32_t)c, sum[3] = (int32_t)(uint32_t)d;
    sum[4] = (int32_t)(a >> 32), sum[5] = (int32_t)(b >> 32), sum[6] = (int32_t)(c >> 32), sum[7] = (int32_t)(d >> 32);
}
#else
enum { LANES = 3 };

PI_INLINE void sum_lanes(pi_rom8p book, const uint32_t *hit, int32_t *sum)
{
    int32_t *volatile to = sum; /* stays in memory, so that all else has a register */
    uint32_t a = 0, b = 0, c = 0, h = *hit;

    while (h) {
        pi_rom8p r = book + (uint16_t)h;

        h >>= 24;
        a += pi_rom8(r, 0) * h;
        b += pi_rom8(r, 1) * h;
        c += pi_rom8(r, 2) * h;
        h = *++hit;
    }
    sum = to;
    sum[0] = (int32_t)a, sum[1] = (int32_t)b, sum[2] = (int32_t)c;
}
#endif

/* Labels from .. to - 1 of a book, whose rows have `size`; some beside them, too. */
static void sum_labels(pi_rom8p book, uint8_t from, uint8_t to, uint8_t size, const uint32_t *hit, int32_t *sum)
{
    do {
        if (from > size - LANES)
            from = (uint8_t)(size - LANES);
        sum_lanes(book + from, hit, sum + from);
        from = (uint8_t)(from + LANES);
    } while (from < to);
}

/* The hit of the row whose fingerprint stands at t: scale << 24 | number in the second book << 16 | offset in the first, which is
 * read first. Not 0, since no scale is. */
static inline uint32_t hit_of(const pi_spot_model *m, pi_rom8p t)
{
    uint32_t scale = pi_rom8(m->scales, pi_rom8(t, 2 * PI_SPOT_BUCKET) & 15);

    return scale << 24 | (uint32_t)pi_rom8(t, 3 * PI_SPOT_BUCKET) << 16 | (uint32_t)pi_rom8(t, PI_SPOT_BUCKET) * PI_SPOT_SPLIT;
}

/* Of the sums before `end` those of features that have a row become its hit, one behind another, up to a 0. */
static void find_rows(const pi_spot_model *m, uint32_t *f, const uint32_t *end)
{
    uint32_t *hit = f; /* <= f */

    for (; f < end; f++) {
        uint32_t h = pi_hash_end(*f);
        pi_rom8p t = m->rows + pi_spot_bucket(m->row_buckets, PI_SPOT_ROW_BYTES, h);
#if PI_WIDE /* without a branch, which no machine could foresee */
        uint64_t marks = pi_spot_marks(t, pi_spot_print(h, 4), 4);

        *hit = hit_of(m, t + pi_spot_first(marks));
        hit += marks != 0;
#else
        uint8_t i = pi_spot_place(t, pi_spot_print(h, 4), 4);

        if (i < PI_SPOT_BUCKET)
            *hit++ = hit_of(m, t + i);
#endif
    }
    *hit = 0;
}

/* Scores of the labels from .. to - 1, which are those that the word may have by its place in the island. The bytes of
 * the books are 128 too large: that adds the same to every label. 0 <= score <= 51 * 255 * 255 < 2^22. */
static void score(const pi_spotter *k, uint8_t i, uint8_t from, uint8_t to, int32_t sum[PI_SPOT_LABELS])
{
    const pi_spot_model *m = k->model;
    uint32_t f[PI_SPOT_FEATURES], *hit = sums(k->s, i, f); /* fewer than PI_SPOT_FEATURES */

    find_rows(m, f, hit);
    sum_labels(m->first, from, PI_SPOT_SPLIT, PI_SPOT_SPLIT, f, sum);
    if (to <= PI_SPOT_SPLIT)
        return;
    for (hit = f; *hit; hit++)
        *hit = (*hit & UINT32_C(0xFF000000)) | (*hit >> 16 & 255) * (PI_SPOT_LABELS - PI_SPOT_SPLIT);
    sum_labels(m->second, 0, (uint8_t)(to - PI_SPOT_SPLIT), PI_SPOT_LABELS - PI_SPOT_SPLIT, f, sum + PI_SPOT_SPLIT);
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

/* On the best path to a word: what stands before it when its label is 0, B or U; a bit per kind, whether I, not
 * B, stands before I or L. */
typedef struct {
    uint8_t out;
    uint8_t in;
} step;

enum { NEVER = -0x3FFFFFFF }; /* scores stay above: 12 words * 2^22 < 2^26, so that NEVER plus those is below any */

/* The best label below `to` that no name goes on behind. */
static uint8_t best_out(const int32_t *best, uint8_t to)
{
    uint8_t l, top = FROM_0;

    for (l = FROM_U; l < to; l++)
        if (best[l] > best[top])
            top = l;
    return top;
}

/* One step of the best path: now[] are scores of the word, best[] those of paths to the word before. */
static void advance(const pi_spot_word *w, uint8_t from, uint8_t to, int32_t *now, int32_t *best, step *p)
{
    int32_t out;
    uint8_t k, may_end = (uint8_t)(w->flags & PI_SPOT_CAPITAL || w->shape == PI_SHAPE_MIXED + PI_TOK_NUMBER - 1);

    p->out = best_out(best, FROM_I);
    p->in = 0;
    out = best[p->out];
    now[FROM_0] += out;
    for (k = 0; k < PI_SPOT_KINDS; k++) {
        int32_t inner = best[FROM_B + k];

        if (best[FROM_I + k] > inner) {
            inner = best[FROM_I + k];
            p->in = (uint8_t)(p->in | 1u << k);
        }
        now[FROM_I + k] = to > FROM_I ? now[FROM_I + k] + inner : NEVER;
        now[FROM_L + k] = to > FROM_L && may_end ? now[FROM_L + k] + inner : NEVER;
        now[FROM_B + k] = from == FROM_B && w->flags & PI_SPOT_CAPITAL ? now[FROM_B + k] + out : NEVER;
        now[FROM_U + k] = w->flags & PI_SPOT_CAPITAL ? now[FROM_U + k] + out : NEVER;
    }
    memcpy(best, now, PI_SPOT_LABELS * sizeof *best);
}

/* Label of pi_spot_word.label, from one in the order of the books. */
static uint8_t label_of(uint8_t l)
{
    if (l < FROM_0)
        return (uint8_t)(1 + 4 * l + PI_SPOT_B);
    if (l == FROM_0)
        return 0;
    if (l < FROM_L)
        return (uint8_t)(1 + 4 * (l - FROM_U) + PI_SPOT_U);
    if (l < FROM_I)
        return (uint8_t)(1 + 4 * (l - FROM_L) + PI_SPOT_L);
    return (uint8_t)(1 + 4 * (l - FROM_I) + PI_SPOT_I);
}

/* The first word of an island ends none and the last begins none. */
void pi_spot_label(const pi_spotter *k)
{
    pi_spot *s = k->s;
    step path[PI_SPOT_ISLAND];
    int32_t best[PI_SPOT_LABELS], now[PI_SPOT_LABELS];
    uint8_t i, l;

    if (s->from == s->last) { /* capitalized, as the first word of every island */
        pi_spot_word *w = s->w + s->from;

        w->label = 0;
        if (w->shape == PI_SHAPE_INITIAL && pi_spot_function(k, w->hash))
            return; /* "A": of 218 the tagger took none for a name, and a text has many */
        score(k, s->from, FROM_0, FROM_L, now);
        w->label = label_of(best_out(now, FROM_L));
        return;
    }
    for (l = 0; l < PI_SPOT_LABELS; l++)
        best[l] = NEVER;
    best[FROM_0] = 0;
    for (i = s->from; i <= s->last; i++) {
        uint8_t from = i == s->last ? FROM_0 : FROM_B, to = i == s->from ? FROM_L : i == s->last ? FROM_I : PI_SPOT_LABELS;

        score(k, i, from, to, now);
        advance(s->w + i, from, to, now, best, path + (i - s->from));
    }
    l = best_out(best, FROM_I);
    for (i = s->last;; i--) {
        const step *p = path + (i - s->from);

        s->w[i].label = label_of(l);
        if (i == s->from)
            break;
        if (l < FROM_L) {
            l = p->out;
        } else {
            l = (uint8_t)((l - FROM_L) % PI_SPOT_KINDS);
            l = (uint8_t)(l + (p->in >> l & 1 ? FROM_I : FROM_B));
        }
    }
}
