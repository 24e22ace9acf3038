/* A mention: a name as it stands in the text, reduced to what tells whether two names are one. Layer 3.
 *
 * A word is known by the upper half of the hash of its folded bytes, a possessive left out, and by its first byte:
 * a novel has thousands of names, and 16 bits alone would take some for others. */
#ifndef PI_MENTION_H
#define PI_MENTION_H

#include "lex.h"
#include "quant.h"
#include "spot.h"

enum { PI_MENTION_WORDS = 5 /* of a longer name the first four and the last */, PI_MENTION_NONE = 0xFF /* kind: no name after all */ };

/* mention.flags */
enum {
    PI_MENTION_CAPS = 1,    /* one word in capitals: may be an acronym */
    PI_MENTION_SHOUTED = 2, /* all its words in capitals */
    PI_MENTION_BRACKET = 4  /* stands behind an opening bracket */
};

typedef struct {
    uint32_t offset;
    uint32_t whole;  /* hash of all words, connectors too */
    uint16_t length; /* bytes */
    uint16_t acronym[2]; /* what its initials would be as a word: of the capitalized words, of all; 0: it has one word */
    uint16_t word[PI_MENTION_WORDS]; /* without connectors and the titles of a person */
    uint8_t initial[PI_MENTION_WORDS]; /* first folded byte of each */
    uint8_t n;       /* words in word[], at least 1 */
    uint8_t brief;   /* bit i: word i is an initial, "J." */
    uint8_t kind;    /* PI_NAME_*, or PI_MENTION_NONE; or PI_SPOT_KINDS + PI_QUANT_*, then word[] is its pi_quantity */
    uint8_t flags;
} pi_mention;

/* Group of same names that a name belongs to, below PI_SAME_PEOPLE, or by its hash what a word tells of a kind; or 0. The table: number of
 * entries; then for each, ascending, the upper half of the name's hash, and the next 8 bits of it with the group in the low byte. */
enum { PI_SAME_PEOPLE = 250, /* of a nation, religion or party: "Turkmen" */
       PI_SAME_SIDE,         /* "Central", before such a word */
       PI_SAME_BODY,         /* "agency": an organization follows */
       PI_SAME_SPOT          /* "capital": a place follows */ };
uint8_t pi_same(pi_rom16p table, uint32_t whole);

/* The mention that a name just fetched is. Its offset and length leave the titles out that its words leave out. Its kind is that of
 * the tagger, unless its words, the one before it, or its place at the head of a report tell another; `same`: see pi_same. Several words
 * that the tagger takes for a group, or one without small letters, are one only if `same` knows the last; else, if they are several,
 * have small letters and begin no sentence, they are PI_NAME_MISC, or no name: headings, mostly. */
void pi_mention_of(pi_mention *m, const pith_model *model, pi_rom16p same, const pi_spot *s, const pi_name *name);

/* Hash of a name from those of its words: h = 0; h = step(h, word) for each; end(h). */
static inline uint32_t pi_mention_step(uint32_t h, uint16_t word) { return pi_hash_end((h << 5) + h + word + 1); }
static inline uint32_t pi_mention_end(uint32_t h) { return pi_hash_end(h); }

#endif
