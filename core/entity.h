/* Entities: mentions joined, in a bounded table. Layer 3.
 *
 * Hides: when two names are one, and who leaves when the table is full.
 *
 * A mention joins the entity it fits best; of several that it fits alike, the one spoken of last, yet none that has less
 * than a 16th of the salience of another (a slip of the tagger must not take a hero's name):
 *   5  bracketed acronym of the entity, or all words of a name of two or more words
 *   4  its one word is a form of the entity and their kinds agree; the surname of a person; another name of the same
 *      country (model->same)
 *   3  the same person with more or fewer given names or initials; an organization or place with more or fewer words
 *      behind the same first ones; an acronym spelt out before or after; a person's given name
 *   2  a form of a person that the tagger took for another kind, or the reverse
 *   0  none: a new entity
 *
 * A quantity joins that of the same value, or if it has none, that of the same words. A quarter of the table is theirs at most;
 * names stand before them in the order.
 *
 * When the table is full the entity worth least leaves, of equal ones the one not spoken of for longest. Worth is the
 * salience, four times that if it stood in the last sixteenth of the text so far: so an old entity that was
 * mentioned once or twice goes before a new one, and one that fills the book stays (in the spirit of lossy counting, Manku
 * and Motwani 2002; counts are never above the true ones). */
#ifndef PI_ENTITY_H
#define PI_ENTITY_H

#include "mention.h"

enum { PI_ENTITY_FORMS = 4, PI_ENTITY_PARTS = 8, PI_ENTITIES_MAX = 512,
       PI_ENTITY_NONE = 0xFFFF };

/* How the name is written. */
typedef struct {
    uint32_t at;    /* first mention of the form */
    uint32_t whole; /* hash of its words */
    uint8_t length; /* bytes, at most 255 */
    uint8_t full;   /* how full it is: words, then not shouted, then letters */
    uint8_t times;  /* mentions of it; those of all forms are halved when one reaches 255 */
    uint8_t spare;
} pi_entity_form;

/* entity.flags */
enum { PI_ENTITY_ACRONYM = 1 /* was seen as one word in capitals */, PI_ENTITY_UNSURE = 2, /* a mention fitted others alike */
       PI_ENTITY_QUANTITY = 4 /* word[] is its pi_quantity */ };

typedef struct {
    uint32_t first, last; /* offsets of the first and the last mention */
    pi_entity_form form[PI_ENTITY_FORMS]; /* as they came */
    uint16_t count;
    uint16_t salience; /* count, and once more for each KB of text that it is new to: never falls */
    uint16_t number;
    uint16_t rank;     /* place in the order of salience */
    uint16_t acronym[2];
    uint16_t word[PI_MENTION_WORDS]; /* of the fullest form that had a 64th of the mentions when it came */
    uint16_t part[PI_ENTITY_PARTS];  /* mentions in each eighth of the text: see table.shift */
    uint8_t initial[PI_MENTION_WORDS];
    uint8_t vote[PI_SPOT_KINDS];
    uint8_t n, brief, forms, flags;
    uint8_t lead; /* form that word[] is of */
    uint8_t same; /* group of the model's table of same names, or 0 */
    uint8_t kind; /* of the most votes: PI_NAME_*; of a quantity as in pi_mention */
    uint8_t spare;
} pi_entity; /* 112 bytes */

/* What stands in the state. The entities, and their order, stand in the work area. */
typedef struct {
    uint16_t n, room;
    uint16_t numbers; /* given out */
    uint16_t quantities; /* among them */
    uint8_t shift;    /* a part of the histogram is 1 << shift bytes */
    uint8_t spare;
    uint32_t dropped; /* entities that left the full table */
} pi_entity_table;

/* The table with what it works on. */
typedef struct {
    pi_entity_table *t;
    pi_entity *e;
    uint16_t *keys;    /* the hashes by which mentions may know them: see entity_keys.h */
    uint16_t *order;   /* names, then quantities; by salience, most first; of equal ones that which came to it first */
    uint8_t *letters;  /* of every form, `kept` bytes each; null when the text can be read again */
    pi_rom16p same;    /* model table: see pi_same */
    uint8_t kept;
} pi_entities;

void pi_entities_init(pi_entity_table *t, uint16_t room);

/* Joins a mention. Returns the index of its entity; PI_ENTITY_NONE: a quantity that finds no room. *form: where its way of writing was noted, as its letters are wanted
 * now, or PI_ENTITY_FORMS when it was known already. *sure: no other entity fitted alike. Two passes over the table at most, and
 * for each entity that turns out to be the same one another over the order. */
uint16_t pi_entities_add(const pi_entities *k, const pi_mention *m, uint8_t *form, uint8_t *sure);

/* Where the letters of a form stand. */
static inline uint8_t *pi_entity_letters(const pi_entities *k, uint16_t at, uint8_t form)
{
    return k->letters + (((size_t)at * PI_ENTITY_FORMS) + form) * k->kept;
}

/* The form that gives the name: the fullest of those that have a 64th of the mentions. */
uint8_t pi_entity_name(const pi_entity *e);


#endif
