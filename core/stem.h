/* Stemming: runs the suffix program of a model over a folded word. Layer 2.
 *
 * Hides how rules are found and what R1, R2 and vowels are; which suffixes, letters and exceptions a
 * language has stands in its program alone. The ideas are Snowball's: M. F. Porter, "Snowball: a language
 * for stemming algorithms", 2001. */
#ifndef PI_STEM_H
#define PI_STEM_H

#include "base.h"

/* Stems the n folded bytes of w in place; a word of more than 31 is left alone. `program` is a model's,
 * PI_STEM_SIZE bytes (a null pointer: no stemming). Returns the new length, 1..n; 0 when no rule fits: the word is its
 * own stem.
 * Whatever the bytes of word and program are, nothing outside the two is touched. */
uint8_t pi_stem(pi_rom8p program, uint8_t *w, uint8_t n);

/* The program, as the generator lays it out (positions are bytes).
 *
 *   PI_STEM_MARK    apostrophe: deleted at the start of a word
 *   PI_STEM_LEAST   shorter words are left alone
 *   PI_STEM_WORDS   longer words skip step 1, that of whole words
 *   PI_STEM_AFTER   where the list stands that may follow a removal, its size first, counted
 *                   back from PI_STEM_TAIL
 *   PI_STEM_BEGIN   where the beginnings stand that R1 follows, counted in the same way: number of
 *                   letters (1..7), letters; in order of the first letter, ended by a number of 0
 *   PI_STEM_ADD     endings that an action may write, 2 bytes each, padded with 0; the first is 1
 *   PI_STEM_CLASS   for each slot, the classes of its letters, a bit each
 *   PI_STEM_START   for each slot, where its groups start, in units of 4 bytes; 0: it has none
 *   PI_STEM_GROUPS  the groups
 *
 * A letter's slot is its code - 0x60; bytes outside 0x61..0x7a have slot 0. The groups of a slot have
 * the rules for words that end in its letter, which is not compared again but in slot 0: PI_STEM_STEP
 * times the step, with PI_STEM_LAST added in the last group; the size of a list; the list. Steps ascend,
 * from 1.
 *
 * A list has 2 bytes for each rule: a letter, and how far from there the rest stands. The first rule
 * that fits and whose condition holds is done, and ends the step. The rest of a rule:
 *
 *   kind << 6 | condition << 3 | number of letters
 *   an action; PI_STEM_BRANCH: the size of a list whose rules go on where these letters ended
 *   the letters but the first one, backwards
 *   PI_STEM_BRANCH: that list
 *
 * Action: letters to drop << 5 | ending to add << 2 | PI_STEM_END | PI_STEM_THEN. */
enum {
    PI_STEM_SIZE = 912,
    PI_STEM_TAIL = PI_STEM_SIZE - 2,
    PI_STEM_LIMIT = PI_STEM_SIZE - 10, /* nothing is begun behind it; a rule's rest has 9 bytes at most */
    PI_STEM_SLOTS = 27,

    PI_STEM_MARK = 0,
    PI_STEM_LEAST = 1,
    PI_STEM_WORDS = 2,
    PI_STEM_AFTER = 3,
    PI_STEM_BEGIN = 4,
    PI_STEM_ADD = 5,
    PI_STEM_CLASS = 15,
    PI_STEM_START = PI_STEM_CLASS + PI_STEM_SLOTS,
    PI_STEM_GROUPS = PI_STEM_START + PI_STEM_SLOTS,

    PI_STEM_LAST = 1,
    PI_STEM_STEP = 2,

    PI_STEM_END = 1, /* the word is done */
    PI_STEM_THEN = 2 /* the list of PI_STEM_AFTER follows */
};

/* Kinds of rule. */
enum { PI_STEM_DO, PI_STEM_MUST /* ends the step also when its condition fails */, PI_STEM_BRANCH };

/* What a letter of a rule, and its condition, may stand for. A vowel is a letter of class PI_STEM_V, unless
 * it is of class PI_STEM_SEMI too and begins the word or stands behind a vowel. */
enum {
    PI_STEM_NONE,       /* the letter of a rule that has none */
    PI_STEM_ANY,
    PI_STEM_TWIN,       /* the same letter as the one after it */
    PI_STEM_ISVOWEL,
    PI_STEM_NOVOWEL,

    PI_STEM_ALWAYS = 8, /* conditions; their low 3 bits stand in the rule. k letters stand before it */
    PI_STEM_WHOLE,      /* k = 0 */
    PI_STEM_VOWEL,      /* one of the k is a vowel */
    PI_STEM_R1_NONE,    /* R1 is empty */
    PI_STEM_R1,         /* R1 begins at k, or before */
    PI_STEM_R2,
    PI_STEM_R1_NEXT,    /* R1 begins at k + 1, or before */
    PI_STEM_R2_NEXT,

    PI_STEM_IN = 0x10,  /* + number of a class */
    PI_STEM_LETTER = 0x20 /* and above: itself */
};
enum { PI_STEM_V, PI_STEM_SEMI, PI_STEM_BEGINS /* begins a word of PI_STEM_BEGIN */, PI_STEM_OWN /* to 7 */ };

#endif
