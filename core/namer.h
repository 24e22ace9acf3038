/* The state behind pith_names_*, shared by its units, and what was found but is not given yet. Layer 4.
 *
 * Names are found some words after their end, quantities when the words behind them are no part of them. Both wait here until
 * nothing can be found any more that begins before their end; then they are given in text order, and none overlaps
 * another: the longer one stays (a day within a name, a name within a date), of equal ones a person, place or organization. */
#ifndef PI_NAMER_H
#define PI_NAMER_H

#include "entity.h"
#include "lately.h"
#include "quant.h"
#include "sent.h"

enum { PI_NAMER_WAITING = 6 /* when more wait, the first is given */ };

/* What was found. */
typedef struct {
    uint32_t offset;
    uint16_t length; /* bytes */
    uint16_t words;
    pi_mention of;
} pi_waiting;

/* Fixed-width members without addresses: a copy of it is the state at another address. */
typedef struct {
    uint32_t options; /* of the models and the memo */
    uint16_t magic;   /* PI_NAMER_MAGIC once initialised */
    uint16_t slots;   /* of the memo */
    uint32_t token_end;
    uint32_t given;   /* end of what was given last */
    pith_loss loss;
    uint8_t phase;
    uint8_t any;      /* a token was read */
    uint8_t letters;  /* kept of each form */
    uint8_t waiting;
    pi_cutter cut;
    pi_sent sent;
    pi_spot spot;
    pi_lately lately; /* those put aside were not given to the tagger yet */
    uint8_t held;     /* the last of them is a function word with a capital: the next token shows whether a name begins */
    pi_quant quant;
    pi_entity_table entities;
    pi_quantity value; /* of the quantity given last */
    pi_waiting wait[PI_NAMER_WAITING]; /* in text order */
} pi_namer;

/* `phase`: what is still to come. */
enum { PI_NAMER_TEXT, PI_NAMER_TOKENS, PI_NAMER_NAMES };

enum { PI_NAMER_MAGIC = 0x5050, PI_NAMER_ENTITY = 28 /* cells */, PI_NAMER_RING = 256 /* bytes read last */ };

static inline pi_namer *pi_namer_of(const pith_names *p) { return (pi_namer *)(uintptr_t)p->state; }

/* Puts what was found among the waiting: there is room. */
void pi_waiting_add(pi_namer *c, const pi_waiting *found);

/* The first of the waiting, when it is to be given. */
int pi_waiting_next(pi_namer *c, pi_waiting *found);

/* Cells of the work area before the memo. */
size_t pi_namer_cells(uint16_t room, uint8_t letters);

/* The tagger with what it works on. */
pi_spotter pi_namer_spotter(const pith_names *p);

/* Takes the next token, which may stand in c->lately; `begins`: it begins a sentence. Then things may be found. */
void pi_namer_token(const pi_spotter *k, const pith_names *p, const pi_token *t, uint8_t begins);

/* Would plain words that no quantity has change nothing but what was read lately? Then they may be passed over; at 2 signs and
 * minor words, too, since no quantity has begun. */
uint8_t pi_namer_passes(const pi_namer *c);

/* After the last token: a step on. Returns 0 when nothing is left to be found. */
int pi_namer_end(const pi_spotter *k, const pith_names *p);

/* Keeps the letters of the n bytes that were read last, up to c->cut.offset: before they go. */
void pi_namer_pass(const pith_names *p, const uint8_t *s, size_t n);

/* The next thing that was found, after [*from, to) was read, which it may pass and then moves *from behind; 0: there is none. */
int pi_namer_fetch(const pith_names *p, const uint8_t **from, const uint8_t *to, pith_item *found);

/* The same while text is read: after most tokens there is nothing. */
static inline int pi_namer_found(const pith_names *p, const uint8_t **from, const uint8_t *to, pith_item *found)
{
    const pi_namer *c = pi_namer_of(p);

    return (c->waiting | c->quant.closed | (c->spot.open == PI_SPOT_LABELLED)) && pi_namer_fetch(p, from, to, found);
}

/* Is it a state that reading could have left? See valid.h. The tables lie within the work area. */
int pi_valid_namer(const pith_names *p);

/* PITH_OK, PITH_E_ARG or PITH_E_STATE. */
int pi_namer_usable(const pith_names *p);

/* The entities in the work area. */
pi_entities pi_namer_entities(const pith_names *p);

/* PITH_* of a mention's kind. */
static inline uint8_t pi_namer_kind(uint8_t kind)
{
    return (uint8_t)(kind < PI_SPOT_KINDS ? PITH_PERSON + kind : PITH_DATE + kind - PI_SPOT_KINDS);
}

static inline uint16_t pi_namer_ring_cells(uint8_t letters) { return letters ? PI_NAMER_RING / sizeof(pith_cell) : 0; }

#endif
