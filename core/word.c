/* Code point by code point, a token is open or not; join.c judges what belongs to it. Signs that are
 * pending stand in queue[0..pending). When they do not join, the token ends before them, and they are
 * read again as if they had just arrived: queue[next..queued) is what is to be read before any new byte.
 *
 * How many bytes are read when a token is complete depends on the text alone, not on its pieces.
 *
 * Cost: about 15 instructions for an ASCII letter, 100 for a token and 100 to 300 for any other sign. */
#include "word.h"
#include "join.h"
#include "uclass.h"

enum { LONG_GAP = 64 };

void pi_cut_init(pi_cutter *c, uint32_t offset)
{
    memset(c, 0, sizeof *c);
    c->offset = c->at = offset;
    c->gap = PI_GAP_PARA;
}

uint32_t pi_cut_start(const pi_cutter *c) { return c->mode == PI_CUT_GAP ? c->at : c->tok.offset; }

static void begin(pi_cutter *c, uint8_t kind, uint8_t mode)
{
    pi_token *t = &c->tok;

    t->offset = c->at;
    t->hash = 0;
    t->length = t->chars = t->n = 0;
    t->kind = kind;
    t->gap = c->gap;
    t->indent = c->gap >= PI_GAP_LINE ? c->indent : 0;
    t->flags = 0;
    c->mode = mode;
    c->letters = c->last = c->cased = c->poss = c->full = 0;
    c->gap = c->blanks = c->indent = c->cr = 0;
}

static uint8_t shape_of(uint8_t cased)
{
    if (!(cased & PI_CUT_UP))
        return cased & PI_CUT_LOW ? PI_SHAPE_LOWER : PI_SHAPE_NONE;
    if (!(cased & PI_CUT_LOW))
        return cased & PI_CUT_UP_MANY ? PI_SHAPE_UPPER : PI_SHAPE_INITIAL;
    return cased & (PI_CUT_LOW_FIRST | PI_CUT_UP_INNER) ? PI_SHAPE_MIXED : PI_SHAPE_CAP;
}

static void complete(pi_cutter *c)
{
    pi_token *t = &c->tok;

    if (c->poss && c->letters == 1) {
        t->flags |= PI_TOK_POSS;
        c->cased = c->poss;
    }
    t->shape = shape_of(c->cased);
    t->hash = pi_hash_end(t->hash);
    c->at = t->offset + t->length;
    c->mode = PI_CUT_GAP;
    c->ready = 1;
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
    if (cp >= 0x80)
        pi_ufold(&cp);
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
        c->letters = 0;
        c->last = class;
        if (class == PI_UC_DIGIT) {
            t->flags |= PI_TOK_DIGIT;
            c->poss = 0;
        }
    }
}

static void line_end(pi_cutter *c, uint32_t cp)
{
    if (cp != '\n' || !c->cr)
        c->gap = c->gap >= PI_GAP_LINE ? PI_GAP_PARA : PI_GAP_LINE;
    c->cr = cp == '\r';
    c->indent = 0;
}

static void blank(pi_cutter *c)
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

/* A code point while no token is open. */
static void open_with(pi_cutter *c, uint32_t entry)
{
    uint32_t cp = pi_cut_cp(entry);
    uint8_t class = pi_cut_class(entry), kind = PI_TOK_MARK, mode = PI_CUT_SIGNS;

    if (class >= PI_UC_BLANK && class <= PI_UC_SKIP && !c->resume) {
        c->at += pi_cut_bytes(entry);
        if (class == PI_UC_BLANK)
            blank(c);
        else if (class == PI_UC_PARA)
            c->gap = PI_GAP_PARA;
        else if (class == PI_UC_LINE)
            line_end(c, cp);
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
    complete(c);
}

/* Is there room for the pending code points, of up to 4 bytes, and `more` bytes? */
static int has_room(const pi_cutter *c, uint8_t more) { return c->tok.length + 4 * c->pending + more <= PI_TOKEN_MAX; }

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
        open_with(c, entry);
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

static inline int is_ascii_letter(uint8_t byte) { return (uint8_t)((byte | 0x20) - 'a') <= 'z' - 'a'; }
static inline int is_ascii_gap(uint8_t byte) { return byte <= ' ' && (byte == ' ' || byte == '\n' || byte == '\r'); }
static inline uint8_t at_most(size_t n, uint8_t most) { return n < most ? (uint8_t)n : most; }

/* Folds and hashes the ASCII letters at s, at most n. Returns their number; *all is the AND of them. */
static uint8_t scan(const uint8_t *s, uint8_t n, uint8_t *folded, uint32_t *hash, uint8_t *all)
{
    const uint8_t *p = s, *end = s + n;
    uint32_t h = *hash;
    uint8_t and = 0xFF;

    while (p < end) {
        uint8_t byte = *p, low = byte | 0x20;
        if ((uint8_t)(low - 'a') > 'z' - 'a')
            break;
        p++;
        and &= byte;
        *folded++ = low;
        h = pi_hash_step(h, low);
    }
    *hash = h;
    *all = and;
    return (uint8_t)(p - s);
}

/* `cased` after k > 0 letters s that begin no part of the word; `all` is the AND of them. */
static uint8_t add_case(uint8_t cased, const uint8_t *s, uint8_t k, uint8_t all)
{
    uint8_t any = 0, i;

    if (all & 0x20)
        return (uint8_t)((cased | PI_CUT_LOW) & ~PI_CUT_UP_MANY);
    for (i = 0; i < k; i++)
        any |= s[i];
    if (!(cased & PI_CUT_LOW) && (cased & PI_CUT_UP || k > 1))
        cased |= PI_CUT_UP_MANY;
    cased |= PI_CUT_UP | PI_CUT_UP_INNER;
    return any & 0x20 ? (uint8_t)((cased | PI_CUT_LOW) & ~PI_CUT_UP_MANY) : cased;
}

/* Continues a part of a word with the ASCII letters at s; returns their number. */
static uint8_t continue_word(pi_cutter *c, const uint8_t *s, size_t n)
{
    pi_token *t = &c->tok;
    uint8_t all, k, room = at_most(PI_TOKEN_MAX - t->length, (uint8_t)(PI_WORD_KEPT - t->n));

    k = scan(s, at_most(n, room), t->folded + t->n, &t->hash, &all);
    if (k == 0)
        return 0;
    c->cased = add_case(c->cased, s, k, all);
    c->last = s[k - 1] & 0x20 ? PI_UC_LOWER : PI_UC_UPPER;
    c->letters = (uint8_t)(c->letters + k);
    t->n = (uint8_t)(t->n + k);
    t->length = (uint8_t)(t->length + k);
    t->chars = (uint8_t)(t->chars + k);
    return k;
}

/* The byte ends a token that ends in a letter, and is blank or begins another. */
static inline int is_border(uint8_t byte) { return is_ascii_gap(byte) || byte == ','; }

/* Completes the word of ASCII letters at s, n >= 1, if it ends there at a border; returns its length, or 0
 * and has done nothing. */
static uint8_t whole_word(pi_cutter *c, const uint8_t *s, size_t n)
{
    pi_token *t = &c->tok;
    uint32_t hash = s[0] | 0x20;
    uint8_t all, cased = s[0] & 0x20 ? PI_CUT_LOW | PI_CUT_LOW_FIRST : PI_CUT_UP;
    uint8_t k = scan(s + 1, at_most(n - 1, PI_WORD_KEPT - 1), t->folded + 1, &hash, &all);

    if (k + 1u >= n || !is_border(s[k + 1]))
        return 0;
    begin(c, PI_TOK_WORD, PI_CUT_GAP);
    t->mark = t->folded[0] = s[0] | 0x20;
    t->hash = pi_hash_end(hash);
    t->shape = shape_of(k > 0 ? add_case(cased, s + 1, k, all) : cased);
    t->n = t->length = t->chars = ++k;
    c->at += k;
    c->ready = 1;
    return k;
}

static size_t skip_blanks(pi_cutter *c, const uint8_t *s, size_t n)
{
    size_t i = 0;

    if (n > 1 && s[0] == ' ' && s[1] > ' ' && c->gap == PI_GAP_NONE) {
        c->gap = PI_GAP_BLANK;
        c->blanks = c->indent = 1;
        c->at++;
        return 1;
    }
    for (; i < n && is_ascii_gap(s[i]); i++) {
        if (s[i] == ' ')
            blank(c);
        else
            line_end(c, s[i]);
    }
    c->at += (uint32_t)i;
    return i;
}

/* Does the common cases without the queue, which is empty: blanks, words of ASCII letters, and the end
 * of any token at a blank. Returns the bytes read; perhaps 0. */
static size_t cut_fast(pi_cutter *c, const uint8_t *s, size_t n)
{
    size_t i = 0;

    if (c->mode == PI_CUT_GAP) {
        i = skip_blanks(c, s, n);
        if (i < n && is_ascii_letter(s[i]))
            i += whole_word(c, s + i, n - i);
        return i;
    }
    if (c->mode == PI_CUT_WORDS && c->letters && c->cased && !c->full)
        i = continue_word(c, s, n);
    if (i < n && (is_ascii_gap(s[i]) || (s[i] == ',' && c->letters && c->mode == PI_CUT_WORDS)))
        complete(c);
    return i;
}

static void enqueue(pi_cutter *c, uint32_t cp, uint8_t length)
{
    uint32_t folded = cp;
    uint8_t class = pi_ufold(&folded);

    c->next = c->pending;
    c->queue[c->pending] = pi_cut_entry(pi_uc_is_letter(class) ? folded : cp, class, length);
    c->queued = (uint8_t)(c->pending + 1);
}

/* Takes what is queued, up to the end of a token. */
static void drain(pi_cutter *c)
{
    while (c->next < c->queued && !c->ready)
        take(c);
    if (c->next == c->queued)
        c->next = c->queued = 0;
}

/* Decodes from the byte; returns how many were read: 0 or 1. */
static uint8_t decode(pi_cutter *c, uint8_t byte)
{
    uint8_t did = pi_utf8_step(&c->utf8, byte);

    if (did == PI_UTF8_MORE)
        return 1;
    if (did != PI_UTF8_CHAR)
        c->malformed = pi_inc32(c->malformed);
    enqueue(c, c->utf8.cp, c->utf8.length);
    drain(c);
    return did != PI_UTF8_CUT;
}

size_t pi_cut(pi_cutter *c, const uint8_t *text, size_t n)
{
    size_t i = 0;

    c->ready = 0;
    if (c->queued)
        drain(c);
    while (!c->ready && i < n) {
        if (!(c->utf8.need | c->pending)) {
            i += cut_fast(c, text + i, n - i);
            if (c->ready || i == n)
                break;
        }
        i += decode(c, text[i]);
    }
    c->offset += (uint32_t)i;
    return i;
}

void pi_cut_end(pi_cutter *c)
{
    c->ready = 0;
    if (pi_utf8_end(&c->utf8) == PI_UTF8_CUT) {
        c->malformed = pi_inc32(c->malformed);
        enqueue(c, c->utf8.cp, c->utf8.length);
    }
    drain(c);
    if (!c->ready && c->mode != PI_CUT_GAP) {
        enqueue(c, ' ', 0);
        drain(c);
    }
}
