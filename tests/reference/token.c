/* Code points become tokens: the rules of word.h, with all of the text at hand. */
#include "ref.h"

#include <stdlib.h>
#include <string.h>

#include "uclass.h"
#include "word.h"

static int is_letter(const ref_char *c) { return pi_uc_is_letter(c->class); }
static int is_digit(const ref_char *c) { return c->class == PI_UC_DIGIT; }
static int is_alnum(const ref_char *c) { return is_letter(c) || is_digit(c); }
static int is_blank(const ref_char *c) { return c->class >= PI_UC_BLANK && c->class <= PI_UC_PARA; }

static int sticks(const ref_char *c) { return c->class == PI_UC_EXTEND || c->class == PI_UC_SKIP; }

/* An open token: code points from `first` on, so far to `end`, of a run that began at `run`. */
typedef struct {
    const ref_char *run, *first, *end;
    uint8_t kind, flags;
    int path;
} span;

/* The last code point before c that is no mark of another. */
static const ref_char *before(const span *s, const ref_char *c)
{
    while (--c > s->first && sticks(c)) { }
    return c;
}

/* Letters of the part that the token ends with. */
static unsigned part(const span *s)
{
    const ref_char *c = s->end;
    unsigned n = 0;

    while (c > s->first && (is_letter(&c[-1]) || sticks(&c[-1])))
        if (is_letter(--c))
            n++;
    return n;
}

static int has(const span *s, uint8_t class)
{
    const ref_char *c;

    for (c = s->first; c < s->end; c++)
        if (c->class == class)
            return 1;
    return 0;
}

/* As `joins` of a dot. */
static size_t joins_dot(span *s, const ref_char *p, const ref_char *a, int *dots)
{
    const ref_char *b = a + 1;
    int link = s->kind == PI_TOK_LINK, many_up = part(s) > 1 && !has(s, PI_UC_LOWER), b_ends;
    int initial = part(s) == 1 || (s->end == s->first + 2 && p->class == PI_UC_LOWER && s->first->class == PI_UC_UPPER);

    if (is_digit(a))
        return is_digit(p) || link ? 2 : 0;
    if (!is_letter(a) || a->class == PI_UC_LETTER)
        return 0;
    b_ends = !is_letter(b) && !is_digit(b);
    if (a->class == PI_UC_LOWER && (link || part(s) != 1)) {
        if (p->class == PI_UC_LETTER)
            return 0;
        s->kind = PI_TOK_LINK;
        return 2;
    }
    if (!link && b_ends && (a->class == PI_UC_LOWER || initial)) {
        s->flags |= PI_TOK_DOTS;
        *dots = 1;
        return 2;
    }
    if (link || b->class != a->class || (a->class == PI_UC_LOWER ? s->flags & PI_TOK_DOTS : !many_up))
        return 0;
    s->kind = PI_TOK_LINK;
    return 3;
}

static int is_one_of(const ref_char *c, const char *signs) { return c->cp > 0 && c->cp < 0x80 && strchr(signs, (int)c->cp); }

/* As `joins` of a sign in a path. */
static size_t joins_path(const ref_char *c)
{
    size_t k = 0;

    while (k < 3 && is_one_of(&c[k], ".,;:!?'*"))
        k++;
    return is_alnum(&c[k]) || sticks(&c[k]) || is_one_of(&c[k], "/#%&=+~$@_-") ? k + 1 : 0;
}

/* Before the sign at c, which may join: how many code points belong to the token with it; 0: none, the token ends.
 * *dots: inner dots join them. */
static size_t joins(span *s, const ref_char *c, int *dots)
{
    const ref_char *p = before(s, c), *a = c + 1;
    int link = s->kind == PI_TOK_LINK, digits = is_digit(p) && is_digit(a);

    if (s->path)
        return joins_path(c);
    switch (c->folded) {
    case '.':
        return joins_dot(s, p, a, dots);
    case '\'':
        return is_letter(a) || digits ? 2 : 0;
    case '-':
        if (!is_letter(a) && !(is_digit(a) && is_letter(p)))
            return 0;
        s->flags |= PI_TOK_HYPHEN;
        return 2;
    case '&':
        return p->class == PI_UC_UPPER && a->class == PI_UC_UPPER ? 2 : 0;
    case '@':
    case '_':
        if (!is_alnum(a))
            return 0;
        s->kind = PI_TOK_LINK;
        return 2;
    case '/':
        s->path = link;
        return link ? 1 : digits ? 2 : 0;
    case '?':
        s->path = link && is_alnum(a);
        return s->path ? 2 : 0;
    case ':':
        if (is_letter(p) && a[0].cp == '/' && a[1].cp == '/') {
            s->kind = PI_TOK_LINK;
            s->path = 1;
            return 3;
        }
        return digits || (link && is_digit(a)) ? 2 : 0;
    case ',':
        return digits ? 2 : 0;
    default:
        return 0;
    }
}

/* Of a token that is no word, number or link: does c go on with the run? */
static int same_sign(const span *s, const ref_char *c)
{
    if (s->kind == PI_TOK_STOP)
        return c->class == PI_UC_STOP;
    return s->kind == PI_TOK_MARK && (c->cp == s->run->cp || (c->cp > 0xFFFF && s->run->cp > 0xFFFF));
}

/* Takes what belongs to the token up to its end. Returns whether what follows continues it. */
static int extend(span *s, const ref_char *end)
{
    int words = s->kind <= PI_TOK_LINK && s->run->class != PI_UC_IDEO;

    while (s->end < end) {
        const ref_char *c = s->end;
        int dots = 0;
        size_t n = 1;
        uint32_t waiting;

        if (!sticks(c) && !(words ? is_alnum(c) : same_sign(s, c)))
            n = words ? joins(s, c, &dots) : 0;
        if (n == 0)
            return 0;
        waiting = (uint32_t)(dots ? n : n - 1); /* before the one that tells that they join */
        if (c->offset - s->first->offset + 4 * waiting + (dots ? 0 : c[n - 1].bytes) > PI_TOKEN_MAX)
            return waiting == 0;
        s->end += n;
    }
    return 0;
}

static uint8_t shape_of(const span *s, const ref_char *end)
{
    const ref_char *c;
    int up = 0, low = 0, low_first = 0, inner = 0;

    for (c = s->first; c < end; c++) {
        if (c->class == PI_UC_UPPER) {
            up++;
            inner |= c > s->first && is_letter(before(s, c));
        } else if (c->class == PI_UC_LOWER) {
            low_first |= !up;
            low = 1;
        }
    }
    if (!up)
        return low ? PI_SHAPE_LOWER : PI_SHAPE_NONE;
    if (!low)
        return up > 1 ? PI_SHAPE_UPPER : PI_SHAPE_INITIAL;
    return low_first || inner ? PI_SHAPE_MIXED : PI_SHAPE_CAP;
}

/* The apostrophe of a possessive, or the token's end. */
static const ref_char *possessive(const span *s)
{
    const ref_char *last = before(s, s->end);

    return !s->path && last > s->first + 1 && last->folded == 's' && last[-1].folded == '\'' ? last - 1 : s->end;
}

static void add(ref_tokens *l, const span *s, uint8_t gap, uint32_t indent)
{
    ref_token *t;
    const ref_char *c;

    l->t = ref_grow(l->t, l->n, sizeof *l->t);
    t = &l->t[l->n++];
    memset(t, 0, sizeof *t);
    t->offset = s->first->offset;
    t->length = s->end->offset - t->offset;
    t->kind = s->kind;
    t->flags = s->flags;
    t->gap = gap;
    t->indent = indent;
    t->folded = ref_alloc(NULL, (size_t)(s->end - s->first) * 4);
    for (c = s->first; c < s->end; c++) {
        t->chars++;
        if (c->class != PI_UC_SKIP)
            t->n += pi_utf8_put(c->folded, t->folded + t->n);
    }
    t->hash = ref_hash(t->folded, t->n);
    if (s->kind <= PI_TOK_LINK) {
        if (possessive(s) < s->end)
            t->flags |= PI_TOK_POSS;
        if (has(s, PI_UC_DIGIT))
            t->flags |= PI_TOK_DIGIT;
        t->shape = shape_of(s, possessive(s));
    } else {
        t->mark = s->run->cp > 0xFFFF ? 0xFFFF : s->run->cp;
        t->class = s->run->class;
    }
}

/* White space before a token. */
typedef struct {
    uint32_t blanks, indent, lines;
    int para, cr;
} space;

static void widen(space *w, const ref_char *c)
{
    if (c->class == PI_UC_BLANK) {
        w->blanks++;
        w->indent++;
        w->cr = 0;
    } else if (c->class == PI_UC_LINE) {
        w->lines += !(c->cp == '\n' && w->cr);
        w->indent = 0;
        w->cr = c->cp == '\r';
    } else if (c->class == PI_UC_PARA) {
        w->para = 1;
    }
}

static uint8_t gap_of(const space *w)
{
    if (w->para || w->lines > 1 || w->blanks > 64)
        return PI_GAP_PARA;
    return w->lines ? PI_GAP_LINE : w->blanks ? PI_GAP_BLANK : PI_GAP_NONE;
}

static int begins_link(const ref_char *c) { return (c->cp == '@' || c->cp == '#') && is_letter(c + 1); }

static uint8_t kind_of(const ref_char *c, uint8_t gap)
{
    if (is_letter(c) || c->class == PI_UC_IDEO)
        return PI_TOK_WORD;
    if (is_digit(c) || (c->cp == '.' && gap != PI_GAP_NONE && is_digit(c + 1)))
        return PI_TOK_NUMBER;
    if (begins_link(c))
        return PI_TOK_LINK;
    return c->class == PI_UC_STOP ? PI_TOK_STOP : PI_TOK_MARK;
}

ref_tokens ref_cut(const ref_text *t)
{
    ref_tokens l = { NULL, 0 };
    const ref_char *c = t->c, *end = t->c + t->n;
    space w = { 0, 0, 0, 1, 0 }, none = { 0, 0, 0, 0, 0 };

    while (c < end) {
        span s = { c, c, c + 1, 0, 0, 0 };
        int more;

        if (is_blank(c) || c->class == PI_UC_SKIP) {
            widen(&w, c++);
            continue;
        }
        s.kind = kind_of(c, gap_of(&w));
        do {
            more = extend(&s, end);
            add(&l, &s, gap_of(&w), gap_of(&w) >= PI_GAP_LINE ? w.indent : 0);
            s.first = s.end++;
            s.flags = PI_TOK_CONT;
            if (more && s.kind == PI_TOK_MARK && begins_link(s.first))
                s.kind = PI_TOK_LINK;
            w = none;
        } while (more);
        c = s.first;
    }
    return l;
}

void ref_tokens_free(ref_tokens *l)
{
    size_t i;

    for (i = 0; i < l->n; i++)
        free(l->t[i].folded);
    free(l->t);
}
