/* Names and quantities of one text: found beside the summary, or alone. */
#ifndef NAMES_H
#define NAMES_H

#include "input.h"
#include "pith.h"

/* What is to be printed of them. */
enum { NAMES_MENTIONS = 1, NAMES_ENTITIES = 2, NAMES_EXPAND = 4 };

/* What was found: its item, its value and its text. */
typedef struct {
    pith_item item;
    size_t value_n, text_n; /* bytes */
    char value[PITH_VALUE_MAX];
    const uint8_t *text;    /* until the next one is found */
} mention;

typedef struct {
    pith_names p;
    pith *summary;   /* that is fed with them, or null */
    pith_cell *work; /* of `cells`: its own when a summary is made, too */
    size_t cells;
    int rereads;     /* the text can be read again */
    uint32_t kinds;  /* that are wanted: a bit for each as names_bit() */
    int (*found)(void *port, const mention *m); /* called for each that is wanted, or null. Returns 0 or an error */
    void *port;
    uint32_t offset; /* of the piece of text that is being read */
    size_t kept;     /* bytes of `before`: what stood before the piece, since a name is found some words after its end */
    uint64_t mentions, entities; /* counts for --stats */
    uint8_t before[1 << 13], text[1 << 13];
} names;

/* The bit of a kind PITH_PERSON.. or PITH_DATE.. */
uint32_t names_bit(uint8_t kind);

/* "PERSON": a word that stays. */
const char *names_kind(uint8_t kind);

/* Kinds of a list such as "person,date": their bits, or 0 when a word of it is none. */
uint32_t names_kinds(const char *list);

/* The options with which a text is begun. */
void names_config(pith_names_config *cfg, const names *n);

/* Starts a text; `rereads`: it can be read again. Returns 0, or E_OTHER after a message. */
int names_begin(names *n, int rereads);

/* Takes a piece of the text, for the summary too. Returns 0 or an error of `found`. */
int names_feed(names *n, const uint8_t *text, size_t size);

/* The text ends, for the summary too. Returns as names_feed. */
int names_end(names *n);

/* The i-th entity of the kinds that are wanted; *next goes on from there (0 to start). Returns its index, or -1: there are
 * no more. */
int names_next(names *n, uint16_t *next, pith_entity *e);

/* The text of a form of the i-th entity, read again from `in` where that can be, else as it was kept, into text[255]. Returns
 * its bytes, or E_INPUT after a message. */
int names_form(names *n, input *in, uint16_t i, const pith_entity *e, uint8_t form, uint8_t *text);

#endif
