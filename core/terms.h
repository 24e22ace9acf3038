/* Term frequencies in a bounded table, and the forms in which the most telling terms are written.
 * Layer 3.
 *
 * Hides: where a term stands and who leaves when its place is full. A term is the upper half of its
 * stem's hash; the table is cut into buckets of four by the same 16 bits (term * buckets / 65536), so a look-up reads at most
 * four entries and an entry needs no more than the 16 bits to be known. */
#ifndef PI_TERMS_H
#define PI_TERMS_H

#include "word.h"

enum { PI_WAYS = 4,
       PI_TERM_COVERED = 0x80 /* entry.rarity: a chosen sentence has it */,
       PI_TERM_NAME = 0x10 /* entry.rarity: it was seen with a capital inside a sentence */ };

typedef struct {
    uint16_t term;  /* 0: free */
    uint16_t count; /* occurrences, less one for every new term that found the bucket full */
    uint8_t rarity; /* class of the background table, 0 commonest to 15; with PI_TERM_* */
    uint8_t last;   /* number of the sentence that it last stood in, modulo 256 */
    uint8_t first;  /* number of the sentence that it first stood in, at most 255 */
    uint8_t spread; /* sentences that have it, and once more for each time that it comes again in one whose record has no room for it; at
                       most 255 */
} pi_term;

typedef struct {
    uint32_t at;    /* of the occurrence that made the form lead the vote */
    uint16_t term;  /* 0: free */
    uint16_t form;  /* hash of the form that leads the vote */
    uint16_t score; /* salience when last seen */
    uint8_t length; /* of the form, bytes */
    uint8_t votes;
} pi_form;

/* Its letters, where the text cannot be read again: b[0] = 0 when they were not at hand. */
enum { PI_FORM_KEPT = 24 };
typedef struct {
    uint8_t b[PI_FORM_KEPT];
} pi_form_text;

/* The entry of a term, or a null pointer. */
pi_term *pi_terms_find(pi_term *table, uint16_t buckets, uint16_t term);

/* Counts an occurrence. Returns the entry, whose `spread` and `last` are the caller's to set (of a new one `spread` is 0, `last` any number), or
 * a null pointer when the bucket was full of better ones; *lost is counted up when a term was dropped or could not enter. */
pi_term *pi_terms_add(pi_term *table, uint16_t buckets, uint16_t term, uint8_t rarity, uint32_t *lost);

/* Occurrences damped: exact to 16, then a piecewise linear logarithm, 8 more each doubling; 0 to 111. Halved as often as it is 16 or more,
 * and 8 for each time. */
#if defined __GNUC__ && !defined __OPTIMIZE_SIZE__
static inline uint8_t pi_terms_damp(uint16_t count) /* no jump, since a processor cannot foresee how often */
{
    unsigned halved = 8 * sizeof(unsigned) - 4 - (unsigned)__builtin_clz(count | 8u);

    return (uint8_t)((count >> halved) + 8 * halved);
}
#else
uint8_t pi_terms_damp(uint16_t count);
#endif

/* How much a term tells: occurrences, damped, times rarity; 0 to 1776. */
static inline uint16_t pi_terms_salience(const pi_term *e)
{
#ifdef __OPTIMIZE_SIZE__
    uint16_t damped = e->count <= 8 ? e->count : pi_terms_damp(e->count);
#else
    uint16_t damped = pi_terms_damp(e->count);
#endif

    return (uint16_t)(damped * ((e->rarity & 15u) + 1u));
}

/* Notes the form of an occurrence, which is the token: the one that has the majority, if any has, wins (Boyer and Moore's
 * vote): each occurrence of it is a vote, each of another form takes one away, and the form that takes the last leads. `score` is the
 * term's salience now; a new term takes the place of the first of least score in its bucket, if that is no greater. Returns the entry when
 * this form leads, else a null pointer; it is a new form if it has one vote. */
pi_form *pi_forms_add(pi_form *table, uint16_t buckets, uint16_t term, uint16_t score, const pi_token *t);

#endif
