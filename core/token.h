/* The inside of word cutting, shared by its units. Layer 2.
 *
 * Code point by code point, a token is open or not. join.c judges what belongs to it: what the signs
 * between letters and digits mean. token.c builds it; word.c reads bytes,
 * word.h the most common of them.
 *
 * A word, number or link begins with a letter or digit, with . before a digit and after white space, with @ or # before a letter.
 * Letters, digits, combining marks and code points to be skipped belong to it. A sign, folded, joins what stands on both its
 * sides when this is
 *   '     anything and a letter; two digits
 *   -     anything and a letter; a letter and a digit
 *   @ _   anything and a letter or digit: a link
 *   ,     two digits; so do / and : where there is no link
 *   &     two capitals
 *   :     in a link, anything and a digit; and :// after a letter joins always and makes a link, in its path
 *   /     in a link always, ? before a letter or digit: in its path from there on
 *   .     two digits; in a link anything and a digit, and any but a letter without case and a small letter;
 *         elsewhere what the part before it and the letters behind it tell. A part is the letters behind the last sign or digit.
 *         A small letter behind a part of one letter: with a letter behind it that is small, too, a link, if no dots came before
 *         ("x.org"), else an end; without one (nor a digit), inner dots ("p.m"). Behind another part: a link ("index.html"), an
 *         end if a letter without case stood there. A capital behind one letter, or behind a capital and a small letter
 *         that are all of the token, without a letter or digit behind it: inner dots ("U.S", "Ph.D"). Two capitals behind
 *         a part of two letters or more in a token without small ones: a link ("README.TXT"). Else an end.
 * In a path / # % & = + ~ $ @ _ - join always, up to three of . , ; : ! ? ' * when one of these or a letter or digit follows.
 * A token ends before that which would make it longer than PI_TOKEN_MAX, where each sign that waits counts for four bytes; it has the
 * kind and flags that the longer one would have. What comes then continues it (PI_TOK_CONT) unless a sign waited.
 * A run of the same sign (all above the BMP count as the same), or of any stops, is a token, each with what is
 * to be skipped or combines behind it; so is an ideograph.
 *
 * A sign that may join two parts of a token ("don't", "3.5", "U.S", "a@b") can only be judged by what follows
 * it. Until then it is pending, in queue[0..pending). When it does not join, the token ends before it, and
 * what was pending is read again as if it had just arrived: queue[next..queued) is read before any new byte. */
#ifndef PI_TOKEN_H
#define PI_TOKEN_H

#include "uclass.h"
#include "word.h"

/* cutter.mode: what is open. */
enum {
    PI_CUT_GAP,   /* nothing */
    PI_CUT_WORDS, /* word, number, or link without a path */
    PI_CUT_PATH,  /* link from its first / on */
    PI_CUT_IDEO,
    PI_CUT_SIGNS  /* STOP or MARK */
};

/* cutter.cased: which letters were seen. */
enum { PI_CUT_UP = 1, PI_CUT_UP_MANY = 2 /* two or more, and no lower case */, PI_CUT_LOW = 4, PI_CUT_LOW_FIRST = 8,
       PI_CUT_UP_INNER = 16 /* a capital that begins no part of the word */ };

/* cutter.poss: after an apostrophe and s, `cased` before them and this flag; else 0. While `letters` is 1
 * they are the end of the token. */
enum { PI_CUT_POSS = 0x80 };

/* cutter.queue: code point (that of a letter is folded), class, bytes. */
static inline uint32_t pi_cut_entry(uint32_t cp, uint8_t class, uint8_t length)
{
    return cp | (uint32_t)class << 21 | (uint32_t)length << 26;
}
static inline uint32_t pi_cut_cp(uint32_t entry) { return entry & UINT32_C(0x1FFFFF); }
static inline uint8_t pi_cut_class(uint32_t entry) { return entry >> 21 & 0x1F; }
static inline uint8_t pi_cut_bytes(uint32_t entry) { return (uint8_t)(entry >> 26); }
static inline uint16_t pi_cut_mark(uint32_t cp) { return cp > 0xFFFF ? 0xFFFF : (uint16_t)cp; }

/* What a code point does to the open token and to what is pending:
 * JOIN: belongs to the token, and so does what is pending;
 * WAIT: becomes pending itself, as at most PI_CUT_PENDING do;
 * SPLIT: the token ends before what is pending;
 * FLUSH: what is pending belongs to the token; then this code point is to be judged anew. */
enum { PI_CUT_JOIN, PI_CUT_WAIT, PI_CUT_SPLIT, PI_CUT_FLUSH };

enum { PI_CUT_PENDING = 3 };

/* Judges `entry` while a token is open; may set the kind, the flags and the mode of the open token. */
uint8_t pi_cut_judge(pi_cutter *c, uint32_t entry);

/* Takes what is queued, up to the end of a token. */
void pi_cut_drain(pi_cutter *c);

/* Queues a code point behind the pending ones; nothing else is queued. */
void pi_cut_enqueue(pi_cutter *c, uint32_t cp, uint8_t length);

/* Takes a code point while no token is open and nothing is queued: opens one, or widens the gap. */
void pi_cut_open(pi_cutter *c, uint32_t entry);

/* A token begins: the white space before it is known. */
static inline void pi_cut_begin(pi_cutter *c)
{
    pi_token *t = &c->tok;
    uint8_t gap = c->gap;

    t->offset = c->at;
    t->gap = gap;
    t->indent = gap >= PI_GAP_LINE ? c->indent : 0;
    t->flags = 0;
    pi_scan_clear(t->folded);
    c->gap = c->blanks = c->indent = c->cr = 0;
}

/* Completes the open token. */
void pi_cut_complete(pi_cutter *c);

/* The shape that follows from `cased`. */
uint8_t pi_cut_shape(uint8_t cased);

/* White space between tokens: one blank, or a line end. */
void pi_cut_blank(pi_cutter *c);
void pi_cut_line(pi_cutter *c, uint32_t cp);

#endif
