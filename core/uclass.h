/* Classes of code points and simple case folding. Layer 1.
 *
 * From the Unicode Character Database: see tests/lab/gen_uclass.c for how a class follows from its
 * properties. Code points that are not listed there as signs are letters. Above the BMP there are letters without case, signs
 * (U+1F000 to U+1FAFF, from U+F0000 on), ideographs (from U+20000 on) and what is skipped (from U+E0000 on). Folding covers Latin, Greek,
 * Cyrillic, Armenian and full-width letters. */
#ifndef PI_UCLASS_H
#define PI_UCLASS_H

#include "base.h"

enum {
    PI_UC_MARK,    /* any other sign, symbol, emoji, U+FFFD */
    PI_UC_BLANK,   /* blanks of any width, tab, controls */
    PI_UC_LINE,    /* LF, VT, CR, U+0085, U+2028 */
    PI_UC_PARA,    /* form feed, U+2029 */
    PI_UC_SKIP,    /* soft hyphen, joiners, byte order mark, direction marks, variation selectors */
    PI_UC_EXTEND,  /* combining mark */
    PI_UC_UPPER,   /* letter, upper or title case */
    PI_UC_LOWER,   /* letter, lower case */
    PI_UC_LETTER,  /* letter without case */
    PI_UC_IDEO,    /* ideograph or kana: a word of its own */
    PI_UC_DIGIT,   /* decimal digit */
    PI_UC_STOP,    /* ends sentences: . ! ? ellipsis and their kin in other scripts */
    PI_UC_OPEN,    /* opening bracket */
    PI_UC_CLOSE,   /* closing bracket */
    PI_UC_QUOTE,   /* quotation mark without direction: " */
    PI_UC_QOPEN,   /* opening quotation mark, U+2018 among them */
    PI_UC_QCLOSE,  /* closing quotation mark other than U+2019 */
    PI_UC_APOS,    /* ' U+2019 U+02BC U+FF07: apostrophe or quotation mark */
    PI_UC_DASH     /* hyphen, dash, minus */
};

/* For the generator of the table: a kind of range is a class, perhaps with one of the flags, which say
 * that the class and the one after it alternate. */
enum {
    PI_UC_CLASS = 0x1F,
    PI_UC_ALT_EVEN = 0x20, /* even code points are of the first class, odd ones of the second */
    PI_UC_ALT_ODD = 0x40,  /* odd ones are of the first */
    PI_UC_ALT_8 = 0x80     /* those with bit 3 set are of the first */
};

/* The class of a code point <= 0x10FFFF. Bounded by a search of 7 steps; ASCII is direct. */
uint8_t pi_uclass(uint32_t cp);

/* The class of *cp, which is folded: to lower case; U+2018, U+2019 and their kin to ',
 * U+2010 and U+2011 to -, full-width digits to ASCII. */
uint8_t pi_ufold(uint32_t *cp);

static inline uint8_t pi_uc_is_letter(uint8_t c) { return (uint8_t)(c - PI_UC_UPPER) <= PI_UC_LETTER - PI_UC_UPPER; }

#endif
