/* Reads bytes where they are no blank and a plain word: what is common in ASCII text directly, the rest through
 * the decoder and the queue. Both ways read the same bytes before a token is complete, so that this depends on
 * the text alone and not on its pieces. */
#include "scan.h"
#include "token.h"

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

    n = c->utf8.length; /* 1 to 3 of length + need, 2 to 4 */
    for (i = (uint8_t)(n - 1); i > 0; i--) {
        part[i] = (uint8_t)(0x80 | (cp & 0x3F));
        cp >>= 6;
    }
    part[0] = (uint8_t)(0xF00u >> (n + c->utf8.need) | cp);
    return n;
}

/* `cased`, not 0, after k > 0 letters s that begin no part of the word; `all` is the AND of them. */
static pi_byte add_case(pi_byte cased, const uint8_t *s, pi_byte k, pi_byte all)
{
    pi_byte any = all, i;

    if (!(all & 0x20)) {
        for (i = 0; i < k; i++)
            any |= s[i];
        if (!(cased & PI_CUT_LOW)) /* there was a capital */
            cased |= PI_CUT_UP_MANY;
        cased |= PI_CUT_UP | PI_CUT_UP_INNER;
    }
    return any & 0x20 ? (cased | PI_CUT_LOW) & ~(pi_byte)PI_CUT_UP_MANY : cased;
}

/* Continues a part of a word, which has cased letters, with the ASCII letters at s; returns their number. */
PI_INLINE uint8_t continue_word(pi_cutter *c, const uint8_t *s, size_t n)
{
    pi_token *t = &c->tok;
    pi_scan r = { t->hash, 0xFF };
    size_t k, room = (size_t)(PI_WORD_KEPT - t->n);

    if (t->length > PI_TOKEN_MAX - PI_WORD_KEPT)
        return 0;
    if (n < room)
        room = n;
    k = pi_scan_letters(&r, s, room, t->folded + t->n);
    if (k == 0)
        return 0;
    t->hash = r.hash;
    c->cased = (uint8_t)add_case(c->cased, s, (pi_byte)k, r.all);
    c->last = s[k - 1] & 0x20 ? PI_UC_LOWER : PI_UC_UPPER;
    c->letters = (uint8_t)(c->letters + k);
    t->n = (uint8_t)(t->n + k);
    t->length = (uint8_t)(t->length + k);
    t->chars = (uint8_t)(t->chars + k);
    return (uint8_t)k;
}

/* Continues a token that ends in a digit with the digits at s; returns their number. */
static size_t continue_number(pi_cutter *c, const uint8_t *s, size_t n)
{
    pi_token *t = &c->tok;
    size_t k;

    for (k = 0; k < n && (pi_byte)(s[k] - '0') <= 9 && t->length < PI_TOKEN_MAX; k++) {
        t->hash = pi_hash_step(t->hash, s[k]);
        t->length++;
        t->chars++;
        if (t->n < PI_WORD_KEPT && !c->full)
            t->folded[t->n++] = s[k];
        else
            c->full = 1;
    }
    return k;
}

/* Does the dot at s end a token, since white space follows it? */
PI_TINY int ends_at_dot(const uint8_t *s, size_t n) { return n > 1 && s[0] == '.' && pi_is_gap(s[1]); }

const uint8_t *pi_cut_odd(pi_cutter *c, const uint8_t *s, const uint8_t *end)
{
    pi_token *t = &c->tok;
    uint8_t k = t->n;

    if (PI_SHORT_WAYS && ends_at_dot(s, (size_t)(end - s))) {
        t->hash = pi_hash_end(t->hash);
        c->at = t->offset + k;
        c->ready = PI_CUT_READY;
        c->stop = s[1];
        return s + 2;
    }
    c->at = t->offset;
    c->mode = PI_CUT_WORDS;
    c->letters = k;
    c->last = PI_UC_LOWER;
    c->cased = PI_CUT_LOW | PI_CUT_LOW_FIRST;
    if (t->shape == PI_SHAPE_CAP)
        c->cased = PI_CUT_UP | PI_CUT_LOW;
    if (t->shape == PI_SHAPE_INITIAL) {
        c->last = PI_UC_UPPER;
        c->cased = PI_CUT_UP;
    }
    c->poss = c->full = 0;
    return s;
}

/* A sign that is a token of its own. */
PI_INLINE void lone_sign(pi_cutter *c, uint32_t cp, uint32_t folded, uint8_t class, uint8_t bytes)
{
    pi_token *t = &c->tok;
    uint32_t hash = 0;
    uint8_t i;

    pi_cut_begin(c);
    t->mark = pi_cut_mark(cp);
    t->class = class;
    if (folded < 0x80) {
        t->folded[0] = (uint8_t)folded;
        t->n = 1;
        hash = folded;
    } else {
        t->n = pi_utf8_put(folded, t->folded);
        for (i = 0; i < t->n; i++)
            hash = pi_hash_step(hash, t->folded[i]);
    }
    t->hash = pi_hash_end(hash);
    t->length = bytes;
    t->chars = 1;
    t->kind = class == PI_UC_STOP ? PI_TOK_STOP : PI_TOK_MARK;
    t->shape = PI_SHAPE_NONE;
    c->at += bytes;
    c->ready = PI_CUT_READY;
}

/* The dot and the white space that were read after a word. */
static void take_stop(pi_cutter *c)
{
    lone_sign(c, '.', '.', PI_UC_STOP, 1);
    c->at++;
    if (c->stop == ' ')
        pi_cut_blank(c);
    else
        pi_cut_line(c, c->stop);
    c->stop = 0;
}

/* White space at s, perhaps none. Returns its length. */
static size_t skip_gap(pi_cutter *c, const uint8_t *s, size_t n)
{
    size_t i;

    for (i = 0; i < n && pi_is_gap(s[i]); i++) {
        if (s[i] == ' ')
            pi_cut_blank(c);
        else
            pi_cut_line(c, s[i]);
    }
    c->at += (uint32_t)i;
    return i;
}

/* A letter ends a run of this sign: @ and # would make a link of it. */
static int ends_at_letter(uint32_t mark) { return mark != '@' && mark != '#'; }

/* Inside a token: does what is common in ASCII text without the queue, which is empty. Returns the bytes
 * read; 0 without a complete token: this is not common. */
static size_t fast_token(pi_cutter *c, const uint8_t *s, size_t n)
{
    if (PI_SHORT_WAYS && c->mode == PI_CUT_WORDS && ends_at_dot(s, n)) { /* as the queue would */
        pi_cut_complete(c);
        c->stop = s[1];
        return 2;
    }
    if (PI_SHORT_WAYS && c->mode == PI_CUT_WORDS && c->last == PI_UC_DIGIT) {
        size_t k = continue_number(c, s, n);

        if (k > 0)
            return k;
    }
    if (c->mode == PI_CUT_WORDS && c->letters && c->cased && !c->full) {
        if (pi_is_letter(s[0]))
            return continue_word(c, s, n);
        if (pi_ends_word(s[0]))
            pi_cut_complete(c);
    } else if (pi_is_gap(s[0]) || (c->mode == PI_CUT_SIGNS && pi_is_letter(s[0]) && ends_at_letter(c->tok.mark))) {
        pi_cut_complete(c);
    }
    return 0;
}

/* Decodes from s, n >= 1, and takes the code point that this completes. Returns how many bytes were read: 0
 * when they are to be read again, since one before them broke off. */
static uint8_t decode(pi_cutter *c, const uint8_t *s, size_t n)
{
    uint32_t cp = *s;
    uint8_t k = 1;

    if (c->utf8.need)
        k = 0;
    else if (cp >= 0x80)
        k = PI_SHORT_WAYS ? pi_utf8_whole(s, n, &cp) : 0;
    if (k) {
        pi_cut_enqueue(c, cp, k);
    } else {
        uint8_t did = pi_utf8_step(&c->utf8, *s);

        if (did == PI_UTF8_MORE)
            return 1;
        if (did != PI_UTF8_CHAR)
            c->malformed = pi_inc32(c->malformed);
        k = did != PI_UTF8_CUT;
        pi_cut_enqueue(c, c->utf8.cp, c->utf8.length);
    }
    pi_cut_drain(c);
    return k;
}

/* Between tokens, with an empty queue: takes the code point at s, n >= 1. Returns the bytes read. */
static uint8_t new_token(pi_cutter *c, const uint8_t *s, size_t n)
{
    uint32_t cp = *s, folded;
    uint8_t k = 1, class;

    if (cp >= 0x80) {
        k = PI_SHORT_WAYS ? pi_utf8_whole(s, n, &cp) : 0;
        if (k == 0)
            return decode(c, s, n);
    }
    folded = cp;
    class = pi_ufold(&folded);
    if (PI_SHORT_WAYS && k < n && (class == PI_UC_MARK || class >= PI_UC_STOP)
        && (pi_is_gap(s[k]) || (pi_is_letter(s[k]) && ends_at_letter(cp))))
        lone_sign(c, cp, folded, class, k);
    else
        pi_cut_open(c, pi_cut_entry(pi_uc_is_letter(class) ? folded : cp, class, k));
    return k;
}

size_t pi_cut_on(pi_cutter *c, const uint8_t *text, size_t n)
{
    size_t i = 0, k;

    if (PI_SHORT_WAYS && c->stop)
        take_stop(c);
    else if (c->queued)
        pi_cut_drain(c);
    while (!c->ready && i < n) {
        if (c->utf8.need | c->pending) {
            i += decode(c, text + i, n - i);
            continue;
        }
        if (c->mode == PI_CUT_GAP) { /* nothing is queued */
            i += skip_gap(c, text + i, n - i);
            if (i == n)
                break;
            if (i > 0 && pi_is_letter(text[i]))
                break;
            i += new_token(c, text + i, n - i);
            continue;
        }
        k = fast_token(c, text + i, n - i);
        i += k;
        if (k == 0 && !c->ready)
            i += decode(c, text + i, n - i);
    }
    if (c->ready && !(c->stop | c->queued | c->mode | c->utf8.need))
        c->ready = PI_CUT_PLAIN;
    return i;
}

void pi_cut_end(pi_cutter *c)
{
    c->ready = 0;
    if (pi_utf8_end(&c->utf8) == PI_UTF8_CUT) {
        c->malformed = pi_inc32(c->malformed);
        pi_cut_enqueue(c, c->utf8.cp, c->utf8.length);
    }
    pi_cut_on(c, NULL, 0);
    if (c->mode != PI_CUT_GAP) { /* no token is complete then */
        pi_cut_enqueue(c, ' ', 0);
        pi_cut_drain(c);
    }
}
