/* Word cutting: bytes in any chunking become tokens. Layer 2.
 *
 * Hides: UTF-8 decoding, case folding, and which marks belong to a word ("don't", "U.S.", "3.5",
 * "well-known", "www.example.com/a?b", "a@b.org"). Knows no language. */
#ifndef PI_WORD_H
#define PI_WORD_H

#include "scan.h"
#include "utf8.h"

enum { PI_WORD_KEPT = 31, /* folded bytes of a word that are kept and compared; longer ones are hashed whole */
       PI_TOKEN_MAX = 255 /* bytes of a token; a longer run is cut into several (PI_TOK_CONT) */ };

/* Kinds of token. */
enum {
    PI_TOK_WORD = 1, /* letters, perhaps with inner apostrophes, hyphens, dots (acronym), digits */
    PI_TOK_NUMBER,   /* starts with a digit: 7, 1,200.50, 3.5, 10:30, 1990s, 5th, 12/10/2024 */
    PI_TOK_LINK,     /* URL, domain name, e-mail address, file name, @handle, #tag */
    PI_TOK_STOP,     /* a run of . ! ? (and their full-width and other-script kin): see `mark` */
    PI_TOK_MARK      /* any other sign, one code point (or one run of the same sign): see `mark` */
}; /* what belongs to a token, in full: token.h */

/* `gap`: the widest white space between the token before and this one. */
enum { PI_GAP_NONE, PI_GAP_BLANK, PI_GAP_LINE, PI_GAP_PARA /* blank line, form feed, or over 64 blanks in all */ };

/* `shape` of a word: how its letters are cased, those of a possessive 's left out. */
enum { PI_SHAPE_NONE /* no cased letters */, PI_SHAPE_LOWER,
       PI_SHAPE_CAP /* first only, or first of parts: "O'Neill", "Jean-Paul" */,
       PI_SHAPE_UPPER /* all, two or more */, PI_SHAPE_INITIAL /* one capital letter */, PI_SHAPE_MIXED };

typedef struct {
    uint32_t offset; /* of the first byte */
    uint32_t hash;   /* of the folded bytes, by pi_hash_step / pi_hash_end */
    uint16_t mark;   /* STOP, MARK: the first code point of the run; 0xFFFF above the BMP */
    uint8_t length;  /* bytes */
    uint8_t gap;
    uint8_t kind, shape, chars, flags; /* chars: code points, at most 255. In this order they are copied at once: see sent.h */
    uint8_t n;       /* bytes in folded[] */
    uint8_t indent;  /* when gap is LINE or PARA, blanks since the last line end or token; at most 255 */
    uint8_t folded[PI_WORD_KEPT + 1];
    uint8_t class;   /* STOP, MARK: that of the first code point of the run, PI_UC_* */
    uint8_t spare;
} pi_token;

enum { PI_TOK_POSS = 1,  /* flags: ends in 's of possession or contraction (any apostrophe), not in a path */
       PI_TOK_CONT = 2,  /* continues the token before: the run was longer than PI_TOKEN_MAX */
       PI_TOK_DOTS = 4,  /* has inner dots: "U.S", "e.g", "Ph.D" (the last dot is a STOP of its own) */
       PI_TOK_HYPHEN = 8, PI_TOK_DIGIT = 16,
       PI_TOK_PARTS = PI_TOK_POSS | PI_TOK_HYPHEN | PI_TOK_DIGIT /* it may be taken to pieces: its letters are wanted */ };

/* The bytes stand first, where Thumb's short loads and stores reach them. */
typedef struct {
    uint8_t ready;      /* `tok` is complete: PI_CUT_READY, PI_CUT_PLAIN; else 0 */
    uint8_t mode;       /* private from here to `offset` */
    uint8_t pending, next, queued, resume;
    uint8_t letters, last, cased, poss, full;
    uint8_t gap, blanks, indent, cr;
    uint8_t stop;       /* the white space after a dot, both read after the token that is complete; or 0 */
    uint32_t queue[4];  /* code points that were read ahead: see token.h */
    pi_utf8 utf8;
    uint32_t at;        /* offset of the code point after the last token and the blanks behind it */
    uint32_t offset;    /* bytes read */
    uint32_t malformed; /* maximal subparts replaced */
    pi_token tok;
} pi_cutter;

/* Starts at `offset` of the text. The first token has the gap PI_GAP_PARA. */
void pi_cut_init(pi_cutter *c, uint32_t offset);

enum { PI_CUT_READY = 1, PI_CUT_PLAIN /* and nothing was read behind it: the next token begins with the next byte */ };

#define pi_cut_on PI_BUILT(pi_cut_on)
/* The other way of pi_cut: reads on in any way that serves, up to the end of a token, or to where a word of ASCII letters
 * begins if it did not begin there itself. With n = 0 it takes only what was read ahead. Returns the bytes read. */
size_t pi_cut_on(pi_cutter *c, const uint8_t *s, size_t n);

/* Goes on with the word that was begun with tok.n ASCII letters, since it does not end at one of the usual signs; s is behind
 * them. Returns where it stopped. */
const uint8_t *pi_cut_odd(pi_cutter *c, const uint8_t *s, const uint8_t *end);

/* Reads a word of ASCII letters, of which none but the first is a capital, that begins at s, or after a single blank or
 * line end there (\n or \r\n); there are two bytes, and nothing was read ahead. Completes the word if it ends there beyond doubt, or at a dot and white
 * space, which are then read, too. Returns where it stopped; s when no such word begins there. */
PI_INLINE const uint8_t *pi_cut_word(pi_cutter *c, const uint8_t *s, const uint8_t *end)
{
    pi_token *t = &c->tok;
    uint8_t gap = c->gap;
    pi_byte first = *s;
    uint32_t hash, at = c->at;
    size_t k;

    if (gap == PI_GAP_NONE) {
        if (first == ' ' || first == '\n') {
            gap = first == ' ' ? PI_GAP_BLANK : PI_GAP_LINE;
            first = *++s;
            at++;
        } else if (first == '\r' && end - s > 2 && s[1] == '\n') {
            gap = PI_GAP_LINE;
            first = *(s += 2);
            at += 2;
        }
        t->indent = 0;
    } else if (pi_is_letter(first)) {
        t->indent = gap >= PI_GAP_LINE ? c->indent : 0;
        c->gap = c->blanks = c->indent = c->cr = 0;
    }
    if (!pi_is_letter(first))
        return s - (at - c->at);
    t->offset = at;
    t->gap = gap;
    t->kind = PI_TOK_WORD;
    t->flags = 0;
    t->mark = (uint16_t)(first | 0x20);
    t->shape = first & 0x20 ? PI_SHAPE_LOWER : PI_SHAPE_CAP;
    pi_scan_clear(t->folded);
    k = (size_t)(end - s);
    k = pi_scan_word(&hash, s, k < PI_WORD_KEPT ? k : PI_WORD_KEPT, t->folded);
    s += k;
    t->n = t->length = t->chars = (uint8_t)k;
    if (k == 1 && t->shape == PI_SHAPE_CAP)
        t->shape = PI_SHAPE_INITIAL;
    if (s < end && pi_ends_word(*s)) {
        t->hash = pi_hash_end(hash);
        c->ready = PI_CUT_PLAIN;
        c->at = t->offset + (uint32_t)k;
        return s;
    }
    t->hash = hash;
    return pi_cut_odd(c, s, end);
}

/* Reads from s up to `end`, but nothing after the byte that completes a token. Returns where it stopped; s itself when bytes
 * read before completed another token, or when *s ends a token without being part of it. c->ready says whether c->tok is
 * complete. At which byte a token is complete depends on the text, not on its pieces. */
static inline const uint8_t *pi_cut_next(pi_cutter *c, const uint8_t *s, const uint8_t *end)
{
    const uint8_t *from = s;
    uint8_t was = c->ready;

    c->ready = 0;
    for (;;) {
        if (was == PI_CUT_PLAIN && end - s > 1) {
            s = pi_cut_word(c, s, end);
            if (c->ready || s == end)
                break;
        }
        s += pi_cut_on(c, s, (size_t)(end - s));
        if (c->ready || s == end)
            break;
        was = PI_CUT_PLAIN;
    }
    c->offset += (uint32_t)(s - from);
    return s;
}

/* The same of n bytes; returns how many were read. */
static inline size_t pi_cut(pi_cutter *c, const uint8_t *text, size_t n)
{
    return (size_t)(pi_cut_next(c, text, text + n) - text);
}

/* Offset of the first byte that is read but belongs to no completed token, blanks aside: where the token
 * that is being read begins, or the offset read so far when there is none. */
uint32_t pi_cut_start(const pi_cutter *c);

/* Between tokens, is a code point not complete, which may yet be a blank? Its bytes: copies them, returns their
 * number, 1 to 3. */
static inline int pi_cut_waits(const pi_cutter *c) { return c->utf8.need && !c->mode; }
uint8_t pi_cut_part(const pi_cutter *c, uint8_t part[3]);

/* The text ends: completes what is open, a token a call, until c->ready stays 0. Where more text may
 * follow, do it to a copy. */
void pi_cut_end(pi_cutter *c);

#endif
