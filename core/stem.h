/* Stemming: runs the suffix program of a model over a folded word. Layer 2.
 *
 * Hides how rules are found and what R1, R2 and vowels are; which suffixes, letters and exceptions a
 * language has stands in its program alone. The program is a family of Snowball's: M. F. Porter,
 * "Snowball: a language for stemming algorithms", 2001. */
#ifndef PI_STEM_H
#define PI_STEM_H

#include "base.h"

/* Stems the n folded bytes of w in place, n <= 31 (a longer word is left alone). `program` is a
 * model's, PI_STEM_SIZE bytes (a null pointer: no stemming). Returns the new length, 1..n; 0 only for
 * n = 0. Whatever the bytes of word and program, nothing outside the two is touched. */
uint8_t pi_stem(pi_rom8p program, uint8_t *w, uint8_t n);

/* The program, as the generator lays it out (positions are bytes).
 *
 *   PI_STEM_MARK    apostrophe: deleted at the start of a word
 *   PI_STEM_LEAST   shorter words are left alone
 *   PI_STEM_WORDS   longer words skip step 0, that of whole words
 *   PI_STEM_AFTER   where the group stands that may follow a removal, counted back from the last byte
 *                   of the program
 *   PI_STEM_BEGIN   where the beginnings stand that R1 follows, counted in the same way: number of
 *                   letters (1..7), letters; ended by a number of 0
 *   PI_STEM_ADD     endings that an action may write, 2 bytes each, padded with 0
 *   PI_STEM_INDEX   2 bytes for each slot, high byte first: start >> 8 << 15 | class bits << 8 |
 *                   start & 255, where start counts from PI_STEM_GROUPS - 1; 0: no rules. A letter's slot is its code - 0x60;
 *                   bytes outside 0x61..0x7a have slot 0
 *   PI_STEM_GROUPS  the groups
 *
 * Groups of a slot have the rules for words that end in its letter: step (ascending, with PI_STEM_LAST
 * in the last group), size of the list, list. A list is a sequence of rules; the first that fits and
 * whose condition holds is done, and ends the step. A rule:
 *
 *   head            kind << 6 | condition << 3 | number of letters
 *   letters         from the last one to the first, without the slot's own unless the group is
 *                   PI_STEM_FULL; below PI_STEM_LETTER: PI_STEM_ANY...
 *   PI_STEM_DO, PI_STEM_MUST    an action; PI_STEM_MUST ends the step also when its condition fails
 *   PI_STEM_BRANCH  size of a list that follows, whose rules go on where these letters ended
 *
 * Action: letters to drop << 5 | ending to add << 2 | PI_STEM_END | PI_STEM_THEN. */
enum {
    PI_STEM_SIZE = 768,
    PI_STEM_LIMIT = PI_STEM_SIZE - 10, /* no rule begins there or behind it: it has 9 bytes */
    PI_STEM_SLOTS = 27,

    PI_STEM_MARK = 0,
    PI_STEM_LEAST = 1,
    PI_STEM_WORDS = 2,
    PI_STEM_AFTER = 3,
    PI_STEM_BEGIN = 4,
    PI_STEM_ADD = 5,    /* ending 0 is none and has no place */
    PI_STEM_INDEX = 19,
    PI_STEM_GROUPS = PI_STEM_INDEX + 2 * PI_STEM_SLOTS,

    PI_STEM_STEP = 0x3f,
    PI_STEM_FULL = 0x40,
    PI_STEM_LAST = 0x80,
    PI_STEM_END = 1,    /* the word is done */
    PI_STEM_THEN = 2    /* the group of PI_STEM_AFTER follows */
};

/* Kinds of rule. */
enum { PI_STEM_DO, PI_STEM_MUST, PI_STEM_BRANCH };

/* Conditions. k is the number of letters before those that were compared. */
enum {
    PI_STEM_ALWAYS,
    PI_STEM_R1,     /* k is in R1 */
    PI_STEM_R2,
    PI_STEM_VOWEL,  /* a vowel stands before k */
    PI_STEM_WHOLE,  /* k = 0 */
    PI_STEM_R1_NEXT, /* k + 1 is in R1 */
    PI_STEM_R2_NEXT,
    PI_STEM_R1_NONE /* R1 is empty (in the list of PI_STEM_AFTER) */
};

/* Letters of a rule that stand for several. Every slot has class bits: the ones below, and four that
 * the language chooses. A vowel is a letter with PI_STEM_V, and one with PI_STEM_SEMI where it does not
 * begin the word and no vowel stands before it. */
enum {
    PI_STEM_ANY = 1,
    PI_STEM_TWIN,        /* the same letter as the one after it */
    PI_STEM_ISVOWEL,
    PI_STEM_NOVOWEL,
    PI_STEM_CLASS = 0x10, /* + number of the bit */
    PI_STEM_LETTER = 0x20 /* itself */
};
enum { PI_STEM_V = 0, PI_STEM_SEMI = 1, PI_STEM_BEGINS = 2 /* begins a word of PI_STEM_BEGIN */,
       PI_STEM_OWN = 3 /* 3..6 */ };

#endif
