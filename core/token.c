/* Tokens from code points: opens, extends, completes them. 100 to 300 instructions for a code point. */
#include "token.h"

enum { LONG_GAP = 64 };

static void begin(pi_cutter *c, uint8_t kind, uint8_t mode)
{
    pi_token *t = &c->tok;

    pi_cut_begin(c);
    t->hash = 0;
    t->length = t->chars = t->n = 0;
    t->kind = kind;
    c->mode = mode;
    c->letters = c->last = c->cased = c->poss = c->full = 0;
}

uint8_t pi_cut_shape(uint8_t cased)
{
    if (!(cased & PI_CUT_UP))
        return cased & PI_CUT_LOW ? PI_SHAPE_LOWER : PI_SHAPE_NONE;
    if (!(cased & PI_CUT_LOW))
        return cased & PI_CUT_UP_MANY ? PI_SHAPE_UPPER : PI_SHAPE_INITIAL;
    return cased & (PI_CUT_LOW_FIRST | PI_CUT_UP_INNER) ? PI_SHAPE_MIXED : PI_SHAPE_CAP;
}

void pi_cut_complete(pi_cutter *c)
{
    pi_token *t = &c->tok;

    if (c->poss && c->letters == 1) {
        t->flags |= PI_TOK_POSS;
        c->cased = c->poss;
    }
    t->shape = pi_cut_shape(c->cased);
    t->hash = pi_hash_end(t->hash);
    c->at = t->offset + t->length;
    c->mode = PI_CUT_GAP;
    c->ready = PI_CUT_READY;
}

static void note_case(pi_cutter *c, uint8_t class)
{
    uint8_t k = c->cased;

    if (class == PI_UC_UPPER) {
        if ((k & (PI_CUT_UP | PI_CUT_LOW)) == PI_CUT_UP)
            k |= PI_CUT_UP_MANY;
        k = (uint8_t)(k | PI_CUT_UP | (c->letters ? PI_CUT_UP_INNER : 0));
    } else if (class == PI_UC_LOWER) {
        if (!(k & (PI_CUT_UP | PI_CUT_LOW)))
            k |= PI_CUT_LOW_FIRST;
        k = (uint8_t)((k | PI_CUT_LOW) & ~PI_CUT_UP_MANY);
    }
    c->cased = k;
    c->letters++; /* <= length <= 255 */
    c->last = class;
}

/* Appends a code point; there is room for it in `length`. */
static void put(pi_cutter *c, uint32_t entry)
{
    pi_token *t = &c->tok;
    uint32_t cp = pi_cut_cp(entry);
    uint8_t class = pi_cut_class(entry), utf8[4], n, i;

    t->length = (uint8_t)(t->length + pi_cut_bytes(entry));
    t->chars++;
    if (class == PI_UC_SKIP)
        return;
    if (cp >= 0x80 && !pi_uc_is_letter(class))
        pi_ufold(&cp); /* letters are folded in the queue */
    n = pi_utf8_put(cp, utf8);
    if (n > PI_WORD_KEPT - t->n)
        c->full = 1;
    for (i = 0; i < n; i++) {
        t->hash = pi_hash_step(t->hash, utf8[i]);
        if (!c->full)
            t->folded[t->n++] = utf8[i];
    }
    if (pi_uc_is_letter(class)) {
        note_case(c, class);
    } else if (class != PI_UC_EXTEND) {
        if (class == PI_UC_DIGIT)
            t->flags |= PI_TOK_DIGIT;
        c->last = class;
        c->letters = 0;
        if (cp != '\'')
            c->poss = 0;
    }
}

void pi_cut_line(pi_cutter *c, uint32_t cp)
{
    if (cp != '\n' || !c->cr)
        c->gap = c->gap >= PI_GAP_LINE ? PI_GAP_PARA : PI_GAP_LINE;
    c->cr = cp == '\r';
    c->indent = 0;
}

void pi_cut_blank(pi_cutter *c)
{
    if (c->gap == PI_GAP_NONE)
        c->gap = PI_GAP_BLANK;
    if (c->blanks < LONG_GAP)
        c->blanks++;
    else
        c->gap = PI_GAP_PARA;
    c->indent = pi_inc8(c->indent);
    c->cr = 0;
}

void pi_cut_open(pi_cutter *c, uint32_t entry)
{
    uint32_t cp = pi_cut_cp(entry);
    uint8_t class = pi_cut_class(entry), kind = PI_TOK_MARK, mode = PI_CUT_SIGNS;

    if (class >= PI_UC_BLANK && class <= PI_UC_SKIP && !c->resume) {
        c->at += pi_cut_bytes(entry);
        if (class == PI_UC_BLANK)
            pi_cut_blank(c);
        else if (class == PI_UC_PARA)
            c->gap = PI_GAP_PARA;
        else if (class == PI_UC_LINE)
            pi_cut_line(c, cp);
        return;
    }
    if (pi_uc_is_letter(class)) {
        kind = PI_TOK_WORD;
        mode = PI_CUT_WORDS;
    } else if (class == PI_UC_DIGIT) {
        kind = PI_TOK_NUMBER;
        mode = PI_CUT_WORDS;
    } else if (class == PI_UC_IDEO) {
        kind = PI_TOK_WORD;
        mode = PI_CUT_IDEO;
    } else if (class == PI_UC_STOP) {
        kind = PI_TOK_STOP;
    }
    if (c->resume) {
        begin(c, c->tok.kind, c->resume);
        c->tok.flags = PI_TOK_CONT;
        c->resume = 0;
    } else {
        begin(c, kind, mode);
        c->tok.mark = pi_cut_mark(cp);
        if (kind >= PI_TOK_STOP)
            c->tok.class = class;
    }
    put(c, entry);
}

/* Ends the token before the pending code points and the one just taken, which are read again. They
 * keep their order; all of them were taken from below `next`. */
static void split(pi_cutter *c)
{
    c->next--;
    while (c->pending > 0)
        c->queue[--c->next] = c->queue[--c->pending];
    pi_cut_complete(c);
}

/* Is there room for the pending code points, of up to 4 bytes, and `more` bytes? */
static int has_room(const pi_cutter *c, uint8_t more)
{
    return c->tok.length + 4 * c->pending + more <= PI_TOKEN_MAX;
}

static void flush(pi_cutter *c)
{
    uint8_t i;

    for (i = 0; i < c->pending; i++)
        put(c, c->queue[i]);
    c->pending = 0;
}

/* Takes the next code point of the queue. */
static void take(pi_cutter *c)
{
    uint32_t entry = c->queue[c->next++];
    uint8_t verdict;

    if (c->mode == PI_CUT_GAP) {
        pi_cut_open(c, entry);
        return;
    }
    verdict = pi_cut_judge(c, entry);
    if (verdict == PI_CUT_FLUSH && has_room(c, 0)) {
        flush(c);
        verdict = pi_cut_judge(c, entry);
    }
    if (verdict == PI_CUT_WAIT) {
        c->queue[c->pending++] = entry;
    } else if (verdict == PI_CUT_JOIN && has_room(c, pi_cut_bytes(entry))) {
        flush(c);
        put(c, entry);
    } else {
        if (verdict == PI_CUT_JOIN && c->pending == 0)
            c->resume = c->mode;
        split(c);
    }
}

void pi_cut_enqueue(pi_cutter *c, uint32_t cp, uint8_t length)
{
    uint32_t folded = cp;
    uint8_t class = pi_ufold(&folded);

    c->next = c->pending;
    c->queue[c->pending] = pi_cut_entry(pi_uc_is_letter(class) ? folded : cp, class, length);
    c->queued = (uint8_t)(c->pending + 1);
}

void pi_cut_drain(pi_cutter *c)
{
    while (c->next < c->queued && !c->ready)
        take(c);
    if (c->next == c->queued)
        c->next = c->queued = 0;
}
