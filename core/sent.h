/* Sentence ends: a token at a time, decided when the token after a possible end is known. Layer 2.
 *
 * Hides: where a sentence begins and ends, which quotes and brackets belong to it, and what is a
 * heading. What it knows of a language (abbreviations, starters, weights) comes from the model. */
#ifndef PI_SENT_H
#define PI_SENT_H

#include "model.h"
#include "word.h"

typedef struct {
    uint32_t from, to; /* the sentence that pi_sent_token just ended: [from, to) */
    uint8_t flags;     /* of that sentence: PI_SENT_* */
    uint8_t open;      /* a sentence is open: its first byte is `start` */
    uint32_t start;
    /* private from here */
} pi_sent;

enum { PI_SENT_HEADING = 1, /* ended by layout, not by a stop */
       PI_SENT_PARA = 2,    /* first sentence of its paragraph */
       PI_SENT_QUOTE = 4,   /* begins with a quotation mark */
       PI_SENT_QUESTION = 8, PI_SENT_CUT = 16 /* ended since it reached PITH_SENTENCE_MAX */ };

void pi_sent_init(pi_sent *s);

/* Takes the next token, whose lexicon flags are `lex`. Returns 1 when a sentence ended before it (then
 * from, to and flags say which, and the token belongs to the one that is now open), else 0. */
int pi_sent_token(pi_sent *s, const pith_model *m, const pi_token *t, uint16_t lex);

/* The text ends. Returns 1 when that closed a sentence. */
int pi_sent_end(pi_sent *s);

#endif
