/* Tokens become sentences: the rules of sent.h, with all tokens at hand. */
#include "ref.h"

#include <stdlib.h>
#include <string.h>

#include "model.h"
#include "sent.h"
#include "uclass.h"

/* What is possible behind the tokens that were looked at. */
enum { NO_END, AFTER_DOT, AFTER_STRONG, AFTER_ELLIPSIS, AFTER_RULE };

/* The sentence that is open, and what waits behind it. */
typedef struct {
    const ref_token *t;
    char *held;     /* of each token: it belongs to a sentence, and nothing behind it may take it away */
    size_t first;   /* token that the sentence begins with */
    size_t waits;   /* first of the tokens that will belong to the next sentence if there is an end; NOTHING: there is none */
    int end;        /* NO_END ... */
    int closed;     /* a closing sign stands behind the stop */
    int bracket;    /* what waits is "[": 1; "[17" or the like: 2 */
    int quote;      /* inside straight quotes */
    uint32_t width; /* of the widest line, bytes */
    size_t line;    /* first token of the line */
} state;

static const size_t NOTHING = (size_t)-1;

static int is_word(const ref_token *t) { return t->kind <= PI_TOK_LINK; }
static uint32_t end_of(const ref_token *t) { return t->offset + t->length; }

/* The last held token before i, or NOTHING; the last held word likewise. */
static size_t last(const state *s, size_t i, int words)
{
    while (i-- > 0)
        if (s->held[i] && (!words || is_word(&s->t[i])))
            return i;
    return NOTHING;
}

/* Held words of the open sentence before i. */
static unsigned words_before(const state *s, size_t i)
{
    unsigned n = 0;

    while (i-- > s->first)
        n += (unsigned)(s->held[i] && is_word(&s->t[i]));
    return n;
}

/* Has a held word of the open sentence before i small letters? */
static int has_lower(const state *s, size_t i)
{
    while (i-- > s->first) {
        const ref_token *t = &s->t[i];

        if (s->held[i] && is_word(t)
            && (t->shape == PI_SHAPE_LOWER || t->shape == PI_SHAPE_MIXED || (t->shape == PI_SHAPE_CAP && t->chars > 1)))
            return 1;
    }
    return 0;
}

static int begins_high(const ref_token *t) { return t->kind != PI_TOK_WORD || t->shape != PI_SHAPE_LOWER; }

static int is_bullet(const ref_token *t)
{
    return t->kind == PI_TOK_MARK && t->gap >= PI_GAP_LINE && (t->class == PI_UC_DASH || (t->class == PI_UC_MARK && t->mark != '>'));
}

/* Bytes of the line so far, before token i that begins another. */
static uint32_t used(const state *s, size_t i)
{
    size_t k = last(s, i, 0);

    return k == NOTHING || end_of(&s->t[k]) < s->t[s->line].offset ? 0 : end_of(&s->t[k]) - s->t[s->line].offset;
}

static int line_ends(const state *s, size_t i)
{
    const ref_token *t = &s->t[i], *before = &s->t[last(s, i, 0)];
    size_t w = last(s, i, 1);
    uint32_t width = s->width > 60 ? s->width : 60;

    if (s->line == s->first && words_before(s, i) > 0 && !has_lower(s, i) && t->kind == PI_TOK_WORD
        && t->shape != PI_SHAPE_UPPER && t->shape != PI_SHAPE_INITIAL)
        return 1;
    if (is_bullet(t) || (t->kind == PI_TOK_MARK && t->mark == '>' && !is_word(before) && before->mark == ':'))
        return 1;
    if (t->kind == PI_TOK_MARK && t->class != PI_UC_QUOTE && t->class != PI_UC_QOPEN && t->class != PI_UC_OPEN)
        return 0;
    if (!begins_high(t))
        return 0;
    if (width > 110)
        return 1;
    if (!is_word(before) && (before->mark == ',' || before->mark == ';' || before->class == PI_UC_DASH))
        return 0;
    if (is_word(t) && t->lex & PI_LEX_STOP && w != NOTHING && s->t[w].lex & PI_LEX_STOP)
        return 0;
    return used(s, i) + 1 + t->length + 12 <= width;
}

/* A single dot stands between the last word and the high word i. */
static int dot_ends(const state *s, size_t i)
{
    static const ref_token none = { 0 };
    const ref_token *t = &s->t[i], *w = last(s, i, 1) == NOTHING ? &none : &s->t[last(s, i, 1)];
    unsigned words = words_before(s, i);
    int starter = (t->lex & PI_LEX_STARTER) != 0;

    if (words == 1 && ((w->kind == PI_TOK_NUMBER && w->chars <= 4) || w->chars == 1))
        return 0;
    if (words == 2 && w->kind == PI_TOK_NUMBER && w->chars <= 3)
        return 0;
    if (w->kind != PI_TOK_WORD)
        return 1;
    if (w->lex & PI_LEX_TITLE && !(w->lex & PI_LEX_ABBR))
        return 0;
    if (w->lex & PI_LEX_NUMBER && t->kind == PI_TOK_NUMBER)
        return 0;
    if (words == 1 && w->shape == PI_SHAPE_CAP && w->chars <= 3)
        return 1;
    if (w->shape == PI_SHAPE_INITIAL && w->chars == 1)
        return starter;
    if (w->flags & PI_TOK_DOTS && w->shape == PI_SHAPE_LOWER && !(w->lex & PI_LEX_ABBR))
        return !(t->lex & PI_LEX_DATE) && t->kind == PI_TOK_WORD;
    if (w->flags & PI_TOK_DOTS || w->lex & (PI_LEX_ABBR | PI_LEX_TITLE))
        return starter;
    return 1;
}

/* Does the sentence end before word i, behind a possible end? */
static int word_decides(const state *s, size_t i)
{
    static const ref_token none = { 0 };
    const ref_token *t = &s->t[i], *w = last(s, i, 1) == NOTHING ? &none : &s->t[last(s, i, 1)];

    if (s->end == AFTER_RULE)
        return 1;
    if (t->gap == PI_GAP_NONE && s->waits == NOTHING && !s->closed)
        return begins_high(t) && t->kind == PI_TOK_WORD && w->shape == PI_SHAPE_LOWER && w->chars > 1;
    if (begins_high(t))
        return s->end == AFTER_DOT && !s->closed ? dot_ends(s, i) : 1;
    if (s->closed || s->end == AFTER_ELLIPSIS)
        return 0;
    if (s->end == AFTER_STRONG)
        return t->gap == PI_GAP_BLANK && w->shape != PI_SHAPE_CAP;
    return w->kind == PI_TOK_WORD && w->chars > 2 && !(w->lex & (PI_LEX_ABBR | PI_LEX_TITLE | PI_LEX_NUMBER))
        && !(w->flags & PI_TOK_DOTS);
}

static void wait_from(state *s, size_t i)
{
    if (s->waits == NOTHING)
        s->waits = i;
}

/* Does the sentence end before sign i, behind a possible end? Else says what the sign does to that. */
static int sign_decides(state *s, size_t i)
{
    const ref_token *t = &s->t[i];
    int alone = t->gap == PI_GAP_NONE;

    if (is_bullet(t))
        return 1;
    if (s->bracket == 2) {
        s->bracket = 0;
        if (t->class != PI_UC_CLOSE)
            return 1;
        s->waits = NOTHING;
        return 0;
    }
    switch (t->class) {
    case PI_UC_STOP:
        if (s->waits != NOTHING)
            return 1;
        if (s->end == AFTER_DOT && t->gap == PI_GAP_BLANK)
            s->end = AFTER_ELLIPSIS;
        return 0;
    case PI_UC_CLOSE:
    case PI_UC_QCLOSE:
        s->closed = 1;
        return 0;
    case PI_UC_APOS:
        if (alone)
            s->closed = 1;
        else
            wait_from(s, i);
        return 0;
    case PI_UC_QUOTE:
        if (alone || (s->quote && !s->closed && t->gap == PI_GAP_BLANK)) {
            s->closed = 1;
            s->quote = 0;
        } else if (s->waits == NOTHING) {
            s->waits = i;
            s->quote = 1;
        }
        return 0;
    case PI_UC_OPEN:
    case PI_UC_QOPEN:
        if (t->mark == '[' && s->waits == NOTHING) {
            s->waits = i;
            s->bracket = 1;
        } else if (alone && !s->closed) {
            s->end = NO_END;
        } else {
            wait_from(s, i);
        }
        return 0;
    case PI_UC_MARK:
        if (t->mark != ',' && t->mark != ';' && t->mark != ':' && !alone)
            return 1;
        s->end = NO_END;
        return 0;
    default:
        s->end = NO_END;
        return 0;
    }
}

/* Token i belongs to the open sentence for good. */
static void hold(state *s, size_t i)
{
    const ref_token *t = &s->t[i];

    s->held[i] = 1;
    if (is_word(t)) {
        s->end = NO_END;
        s->closed = 0;
    } else if (t->class == PI_UC_STOP) {
        int end = t->mark == 0x2026 || (t->mark == '.' && t->chars > 1) ? AFTER_ELLIPSIS : t->mark == '.' ? AFTER_DOT : AFTER_STRONG;

        if (s->end == NO_END || end == AFTER_STRONG)
            s->end = end;
        s->closed = 0;
    } else if (t->chars > 2 && (t->class == PI_UC_MARK || t->class == PI_UC_DASH) && words_before(s, i) == 0) {
        s->end = AFTER_RULE;
    } else if (t->class == PI_UC_QUOTE && s->end == NO_END) {
        s->quote = !s->quote;
    }
}

static void add(ref_sentences *l, const state *s, size_t end, uint8_t flags)
{
    ref_sentence *r;
    size_t k = last(s, end, 0), i;

    l->s = ref_grow(l->s, l->n, sizeof *l->s);
    r = &l->s[l->n++];
    memset(r, 0, sizeof *r);
    r->offset = s->t[s->first].offset;
    r->length = end_of(&s->t[k]) - r->offset;
    r->from = l->n > 1 ? r[-1].to : 0;
    r->to = end;
    r->flags = flags;
    for (i = s->first; i <= k; i++)
        if (s->held[i] && s->t[i].kind == PI_TOK_STOP && s->t[i].mark == '?')
            r->flags |= PI_SENT_QUESTION;
}

ref_sentences ref_split(ref_tokens *l, uint32_t max)
{
    ref_sentences out = { NULL, 0 };
    state s = { l->t, NULL, 0, NOTHING, NO_END, 0, 0, 0, 0, 0 };
    uint8_t opening = PI_SENT_PARA; /* flags of the open sentence */
    size_t i;

    s.held = ref_alloc(NULL, l->n);
    for (i = 0; i < l->n; i++) {
        s.held[i] = 0;
        if (l->t[i].offset - (i ? end_of(&l->t[i - 1]) : 0) > PI_SENT_BLANKS)
            l->t[i].gap = PI_GAP_PARA;
    }
    for (i = 0; i < l->n; i++) {
        const ref_token *t = &l->t[i];
        int ends = 0, para = i > 0 && t->gap == PI_GAP_PARA;
        uint8_t flags = 0;

        if (i > 0 && t->gap >= PI_GAP_LINE && used(&s, i) > s.width)
            s.width = used(&s, i) < 65535 ? used(&s, i) : 65535;
        if (i == 0) {
        } else if (para) {
            ends = 1;
            flags = s.end == NO_END ? PI_SENT_HEADING : 0;
            s.waits = NOTHING;
        } else if (end_of(t) - l->t[s.first].offset > max) {
            ends = 1;
            flags = PI_SENT_CUT;
            s.waits = NOTHING;
        } else if (s.end == NO_END) {
            ends = t->gap == PI_GAP_LINE && line_ends(&s, i);
            flags = PI_SENT_HEADING;
        } else if (!is_word(t)) {
            ends = sign_decides(&s, i);
            if (s.end == NO_END)
                s.waits = NOTHING, s.bracket = 0;
        } else if ((s.bracket == 1 && t->kind == PI_TOK_NUMBER) || (s.bracket && t->shape == PI_SHAPE_LOWER)) {
            s.bracket = 2;
        } else {
            ends = s.bracket == 2 || word_decides(&s, i);
            if (!ends)
                s.waits = NOTHING, s.bracket = 0;
        }
        if (ends) {
            add(&out, &s, i, opening | flags);
            opening = (uint8_t)((para ? PI_SENT_PARA : 0) | (s.waits != NOTHING ? PI_SENT_QUOTE : 0));
            s.first = s.waits != NOTHING ? s.waits : i;
            s.waits = NOTHING;
            s.end = NO_END;
            s.closed = s.bracket = 0;
            if (para)
                s.quote = 0;
        }
        if (i == 0 || t->gap >= PI_GAP_LINE)
            s.line = i;
        if (s.waits == NOTHING) {
            hold(&s, i);
            if (s.first == i && !is_word(t) && (t->class == PI_UC_QUOTE || t->class == PI_UC_QOPEN))
                opening |= PI_SENT_QUOTE;
        }
    }
    if (l->n > 0)
        add(&out, &s, l->n, opening | (s.end == NO_END ? PI_SENT_HEADING : 0));
    free(s.held);
    return out;
}
