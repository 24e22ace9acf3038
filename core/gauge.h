/* Gauges: what can be told of a candidate given the text and the choice so far, a byte each. Layer 3.
 *
 * Hides where each comes from. The scorer learns from these bytes and reads nothing else, so that a trainer that
 * calls this code sees what a device sees. */
#ifndef PI_GAUGE_H
#define PI_GAUGE_H

#include "model.h"
#include "store.h"
#include "terms.h"

/* Counts and all other gauges stop at 255; divisions leave no rest. Shares of the text's mass (the salience of all its terms) are in
 * 1/1024: x * (2^26 / mass) / 2^16; other shares in 1/255. Ordinals and the number of sentences are those of rec and pi_rank; the
 * sentences before and after, and the text, are those of the records. */
enum {
    /* of the sentence */
    PI_G_ORDINAL,  /* sentences before it */
    PI_G_PLACE,    /* share of the text before it, 255 of the last; 50 of all in a text of more than 160 sentences */
    PI_G_TO_END,   /* sentences after it */
    PI_G_WORDS,
    PI_G_CONTENT,  /* words that are terms */
    PI_G_STOPS,    /* share of function words */
    PI_G_NAMES,    /* capitalised words inside it */
    PI_G_NUMBERS,  /* words with digits */
    PI_G_OPENING,  /* bits: begins with a pronoun, a connective, a quotation mark (PI_SENT_QUOTE) */
    PI_G_TALK,     /* bits: has a verb of speech, a month or weekday */
    PI_G_WEIGHT,   /* learnt weights of its words less 8 each, summed, plus 128 */
    PI_G_PERSON,   /* words of the first and second person */
    PI_G_LETTERS,  /* bytes for each word, in quarters */
    PI_G_RARITY,   /* of its terms, summed */
    PI_G_RECUR,    /* of those that other sentences have, too */
    PI_G_MEAN,     /* mean salience of its terms over that of the text's, in eighths */
    PI_G_TOP,      /* terms among the 20 of greatest salience or so: of the highest levels, a damped salience over 4, that are 20 in all */
    PI_G_OFTEN,    /* terms in three or more sentences */
    PI_G_SPREAD,   /* other sentences that have its terms, summed; of a term at most 15, also below */
    PI_G_FIRST,    /* function word that it begins with: see PI_REC_FIRST */
    PI_G_LEAD_MASS, /* share of the mass that its terms make that the first sentence has */
    PI_G_HEAD,     /* terms that the first three have */
    PI_G_NEW,      /* terms that it has first */
    PI_G_NEXT,     /* opening of the sentence after it; bit 3: there is none */
    PI_G_NEXT_WORDS,
    PI_G_PREV_WORDS,
    /* of the choice and what the sentence would add to it */
    PI_G_CHOSEN,       /* sentences chosen */
    PI_G_CHOSEN_WORDS, /* words of these, halved */
    PI_G_FRESH,        /* share of the mass that its terms not covered make */
    PI_G_FRESH_RECUR,  /* of those that other sentences have, too */
    PI_G_FRESH_TERMS,  /* terms that are not covered */
    PI_G_FRESH_NAMED,  /* names among them */
    PI_G_FRESH_SPREAD, /* other sentences that have its terms that are not covered, summed */
    PI_G_COVERED,      /* share of its terms that are covered */
    PI_G_TOP_FRESH,    /* terms among the top that are not covered */
    PI_G_BEFORE,       /* sentences since the nearest chosen before it, at most 254; 255: none is chosen */
    /* of the text */
    PI_G_DOC, /* the first of those of pi_scope.doc */
    PI_G_DOC_LENGTH = PI_G_DOC, /* sentences, damped: see pi_terms_damp */
    PI_G_DOC_WORDS,    /* words of a sentence, in quarters */
    PI_G_DOC_NAMES,    /* capitalised words of a sentence, in 1/16 */
    PI_G_DOC_PERSON,   /* words of the first and second person of a sentence, in 1/16 */
    PI_G_DOC_QUOTES,   /* share of sentences that begin with a quotation mark or have a verb of speech */
    PI_G_DOC_HEADS,    /* share of headings and first sentences of paragraphs */
    PI_G_DOC_TYPES,    /* different terms of a sentence, in quarters */
    PI_GAUGES
};

/* Is there code for learnt scores? A target without room for their tables leaves it out: PI_NO_GAINS. */
#ifdef PI_NO_GAINS
enum { PI_GAINS = 0 };
#else
enum { PI_GAINS = 1 };
#endif

enum { PI_DOCS = PI_GAUGES - PI_G_DOC, PI_LEVELS = 18 };

/* What is known of text and choice; part of the state. */
typedef struct {
    union {
        struct {
            uint32_t words, names, person, quotes, heads; /* sums over the records, while they are looked at */
        } sum;
        uint8_t level[PI_LEVELS]; /* terms by their salience, damped, while these are looked at; up to 255 */
        struct {
            uint32_t words;       /* of the chosen sentences */
            uint16_t sentences;   /* chosen */
        } choice;
    } u;
    uint32_t mass;  /* salience of all terms; then, see pi_scope_terms, 2^26 over it */
    uint16_t types; /* terms */
    uint16_t top;   /* terms of at least this salience are the top */
    uint8_t doc[PI_DOCS];
    uint8_t fair; /* mean score of a record in the first step, over 256: see select.c */
} pi_scope;

/* What scoring looks at, made anew for every call of the API. */
typedef struct {
    pi_tab tab;
    pi_term *terms;
    const pith_model *model;
    struct pi_sel *sel; /* progress of a selection: see rank.h */
    pi_scope *scope;
    uint16_t buckets;
    uint16_t sentences; /* read so far, saturating */
} pi_rank;

/* Where in the list of records a candidate stands: the record before it and the nearest chosen one before it, or PI_NIL. */
typedef struct {
    uint16_t prev, chosen;
} pi_trail;

/* Is the record chosen? */
static inline int pi_rank_chosen(const pi_rec *r) { return r->state >> 7; }

/* Opens the scope: terms first, any number of them a call in order, then pi_scope_terms, then records, then
 * pi_scope_done. */
void pi_scope_init(pi_scope *s);
static inline void pi_scope_term(pi_scope *s, const pi_term *e)
{
    uint16_t salience = pi_terms_salience(e);
    uint8_t level = (uint8_t)(pi_terms_damp(salience) / 4); /* <= 17, since salience <= 1776 is damped to 69 */

    s->u.level[level] = pi_inc8(s->u.level[level]);
    s->mass += salience; /* < 2^26: at most 2^15 terms of at most 1776 */
    s->types++;
}
void pi_scope_terms(pi_scope *s);
void pi_scope_record(pi_scope *s, const pi_rec *r);
void pi_scope_done(pi_scope *s, uint16_t records);

#define pi_scope_choose PI_BUILT(pi_scope_choose)
/* A sentence joins the choice. */
void pi_scope_choose(const pi_rank *k, const pi_rec *r);

void pi_gauge(const pi_rank *k, const pi_rec *r, const pi_trail *at, uint8_t g[PI_GAUGES]);

#endif
