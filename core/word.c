/* Reads bytes: what is common in ASCII text directly, the rest through the decoder and the queue. Both ways
 * read the same bytes before a token is complete, so that this depends on the text alone and not on its
 * pieces.
 *
 * Cost: about 15 instructions for an ASCII letter, 80 for a word. */
#include "token.h"
#include "scan.h"

void pi_cut_init(pi_cutter *c, uint32_t offset)
{
    memset(c, 0, sizeof *c);
    c->offset = c->at = offset;
    c->gap = PI_GAP_PARA;
}

uint32_t pi_cut_start(const pi_cutter *c) { return c->mode == PI_CUT_GAP ? c->at : c->tok.offset; }

uint8_t pi_cut_part(const pi_cutter *c, uint8_t part[3])
{
    uint32_t cp = c->utf8.cp;
    uint8_t n, i;

    if (c->utf8.need == 0 || c->mode != PI_CUT_GAP)
        return 0;
    n = c->utf8.length; /* 1 to 3 of length + need, 2 to 4 */
    for (i = (uint8_t)(n - 1); i > 0; i--) {
        part[i] = (uint8_t)(0x80 | (cp & 0x3F));
        cp >>= 6;
    }
    part[0] = (uint8_t)(0xF00u >> (n + c->utf8.need) | cp);
    return n;
}

static inline int is_gap(uint8_t byte) { return byte == ' ' || byte == '\n' || byte == '\r'; }

/* These end a token that ends in a letter, whatever follows: a blank, or a sign that joins nothing. */
static inline int ends_word(uint8_t byte)
{
    return byte < '@' && (is_gap(byte) || byte == ',' || byte == ';' || byte == '"' || byte == ')' || byte == '!');
}

/* `cased` after k letters s that begin no part of the word; `all` is the AND of them. */
static uint8_t add_case(uint8_t cased, const uint8_t *s, uint8_t k, uint8_t all)
{
    uint8_t any = all, i;

    if (!(all & 0x20)) {
        for (i = 0; i < k; i++)
            any |= s[i];
        if (!(cased & PI_CUT_LOW) && (cased & PI_CUT_UP || k > 1))
            cased |= PI_CUT_UP_MANY;
        cased |= PI_CUT_UP | PI_CUT_UP_INNER;
    }
    return any & 0x20 && k > 0 ? (uint8_t)((cased | PI_CUT_LOW) & ~PI_CUT_UP_MANY) : cased;
}

/* Continues a part of a word, which has cased letters, with the ASCII letters at s; returns their number. */
static uint8_t continue_word(pi_cutter *c, const uint8_t *s, size_t n)
{
    pi_token *t = &c->tok;
    pi_scan r = { t->hash, 0 };
    uint8_t k, room = (uint8_t)(PI_WORD_KEPT - t->n);

    if (t->length > PI_TOKEN_MAX - PI_WORD_KEPT)
        return 0;
    if (n < room)
        room = (uint8_t)n;
    k = pi_scan_letters(&r, s, room, t->folded + t->n);
    if (k == 0)
        return 0;
    t->hash = r.hash;
    c->cased = add_case(c->cased, s, k, r.all);
    c->last = s[k - 1] & 0x20 ? PI_UC_LOWER : PI_UC_UPPER;
    c->letters = (uint8_t)(c->letters + k);
    t->n = (uint8_t)(t->n + k);
    t->length = (uint8_t)(t->length + k);
    t->chars = (uint8_t)(t->chars + k);
    return k;
}

/* A token begins: the white space before it is known. */
static inline void begin(pi_cutter *c)
{
    pi_token *t = &c->tok;
    uint8_t gap = c->gap;

    t->offset = c->at;
    t->gap = gap;
    t->indent = gap >= PI_GAP_LINE ? c->indent : 0;
    t->flags = 0;
    c->gap = c->blanks = c->indent = c->cr = 0;
}

/* Begins a word with the ASCII letters at s, n >= 1, and completes it if it ends there beyond doubt, or at
 * a dot and white space, which are then read, too. Returns the bytes read. */
static size_t new_word(pi_cutter *c, const uint8_t *s, size_t n)
{
    pi_token *t = &c->tok;
    uint8_t first = *s, low = first | 0x20, cased = PI_CUT_LOW | PI_CUT_LOW_FIRST, k;
    pi_scan r = { low, 0 };

    t->folded[0] = low;
    k = pi_scan_letters(&r, s + 1, (uint8_t)((n < PI_WORD_KEPT ? n : PI_WORD_KEPT) - 1), t->folded + 1);
    begin(c);
    if (!(first & r.all & 0x20))
        cased = add_case(first & 0x20 ? cased : PI_CUT_UP, s + 1, k, r.all);
    t->mark = low;
    t->kind = PI_TOK_WORD;
    t->n = t->length = t->chars = ++k;
    t->hash = r.hash;
    s += k;
    if (k == n || !(ends_word(*s) || (*s == '.' && k + 1u < n && is_gap(s[1])))) {
        c->mode = PI_CUT_WORDS;
        c->letters = k;
        c->cased = cased;
        c->last = s[-1] & 0x20 ? PI_UC_LOWER : PI_UC_UPPER;
        c->poss = c->full = 0;
        return k;
    }
    t->hash = pi_hash_end(r.hash);
    t->shape = cased & PI_CUT_UP ? pi_cut_shape(cased) : PI_SHAPE_LOWER;
    c->at += k;
    c->ready = 1;
    if (*s != '.')
        return k;
    c->stop = s[1];
    return k + 2u;
}

/* A sign that is a token of its own. */
static void lone_sign(pi_cutter *c, uint8_t byte)
{
    pi_token *t = &c->tok;

    begin(c);
    t->mark = t->folded[0] = byte;
    t->n = t->length = t->chars = 1;
    t->kind = pi_uclass(byte) == PI_UC_STOP ? PI_TOK_STOP : PI_TOK_MARK;
    t->shape = PI_SHAPE_NONE;
    t->hash = pi_hash_end(byte);
    c->at++;
    c->ready = 1;
}

/* The dot and the white space that were read after a word. */
static void take_stop(pi_cutter *c)
{
    lone_sign(c, '.');
    c->at++;
    if (c->stop == ' ')
        pi_cut_blank(c);
    else
        pi_cut_line(c, c->stop);
    c->stop = 0;
}

/* White space at s, n >= 1. Returns its length. */
static size_t skip_gap(pi_cutter *c, const uint8_t *s, size_t n)
{
    size_t i = 0;

    if (s[0] == ' ' && c->gap == PI_GAP_NONE) {
        c->gap = PI_GAP_BLANK;
        c->blanks = c->indent = 1;
        i = 1;
    }
    for (; i < n && is_gap(s[i]); i++) {
        if (s[i] == ' ')
            pi_cut_blank(c);
        else
            pi_cut_line(c, s[i]);
    }
    c->at += (uint32_t)i;
    return i;
}

/* A letter ends a run of this sign: @ and # would make a link of it. */
static inline int ends_at_letter(uint16_t mark) { return mark < '@' && mark != '#'; }

/* Between tokens: does what is common in ASCII text without the queue, which is empty. Returns the bytes
 * read; 0: this is not common. */
static size_t fast_gap(pi_cutter *c, const uint8_t *s, size_t n)
{
    size_t i = 0;
    uint8_t byte = s[0];

    if (byte <= ' ') {
        i = skip_gap(c, s, n);
        if (i == n)
            return i;
        byte = s[i];
    }
    if (pi_is_letter(byte))
        return i + new_word(c, s + i, n - i);
    if (byte >= 0x80)
        return i;
    if (n - i > 1 && byte > ' ' && byte != 0x7F && (uint8_t)(byte - '0') > 9
        && (is_gap(s[i + 1]) || (pi_is_letter(s[i + 1]) && ends_at_letter(byte))))
        lone_sign(c, byte);
    else
        pi_cut_open(c, pi_cut_entry(byte, pi_uclass(byte), 1));
    return i + 1;
}

/* The same inside a token. */
static size_t fast_token(pi_cutter *c, const uint8_t *s, size_t n)
{
    if (c->mode == PI_CUT_WORDS && c->letters && c->cased && !c->full) {
        if (pi_is_letter(s[0]))
            return continue_word(c, s, n);
        if (ends_word(s[0]))
            pi_cut_complete(c);
    } else if (is_gap(s[0]) || (c->mode == PI_CUT_SIGNS && pi_is_letter(s[0]) && ends_at_letter(c->tok.mark))) {
        pi_cut_complete(c);
    }
    return 0;
}

/* Decodes from the byte; returns how many were read: 0 or 1. */
static uint8_t decode(pi_cutter *c, uint8_t byte)
{
    uint8_t did = pi_utf8_step(&c->utf8, byte);

    if (did == PI_UTF8_MORE)
        return 1;
    if (did != PI_UTF8_CHAR)
        c->malformed = pi_inc32(c->malformed);
    pi_cut_enqueue(c, c->utf8.cp, c->utf8.length);
    pi_cut_drain(c);
    return did != PI_UTF8_CUT;
}

/* Reads up to the end of a token, in any way that serves; n = 0 takes only what was read ahead. Returns the
 * bytes read. */
static size_t read_on(pi_cutter *c, const uint8_t *s, size_t n)
{
    size_t i = 0, k;

    if (c->stop)
        take_stop(c);
    else if (c->queued)
        pi_cut_drain(c);
    while (!c->ready && i < n) {
        if (c->utf8.need | c->pending)
            k = 0;
        else if (c->mode == PI_CUT_GAP)
            k = fast_gap(c, s + i, n - i);
        else
            k = fast_token(c, s + i, n - i);
        if (k == 0 && !c->ready)
            k = decode(c, s[i]);
        i += k;
    }
    return i;
}

/* Most tokens are a blank and a word. */
size_t pi_cut(pi_cutter *c, const uint8_t *text, size_t n)
{
    size_t i = 0;

    c->ready = 0;
    if (n > 1 && !(c->stop | c->queued | c->mode | c->utf8.need)) {
        if (text[0] == ' ' && c->gap == PI_GAP_NONE) {
            c->gap = PI_GAP_BLANK;
            c->blanks = c->indent = 1;
            c->cr = 0;
            c->at++;
            i = 1;
        }
        if (pi_is_letter(text[i]))
            i += new_word(c, text + i, n - i);
    }
    if (!c->ready)
        i += read_on(c, text + i, n - i);
    c->offset += (uint32_t)i;
    return i;
}

void pi_cut_end(pi_cutter *c)
{
    c->ready = 0;
    if (pi_utf8_end(&c->utf8) == PI_UTF8_CUT) {
        c->malformed = pi_inc32(c->malformed);
        pi_cut_enqueue(c, c->utf8.cp, c->utf8.length);
    }
    read_on(c, NULL, 0);
    if (!c->ready && c->mode != PI_CUT_GAP) {
        pi_cut_enqueue(c, ' ', 0);
        pi_cut_drain(c);
    }
}
