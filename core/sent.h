/* Sentence ends: a token at a time, decided when the token after a possible end is known. Layer 2.
 *
 * Hides: where a sentence begins and ends, which quotes and brackets belong to it, and what is a
 * heading. What it knows of a language (abbreviations, starters, weights) comes from the model. */
#ifndef PI_SENT_H
#define PI_SENT_H

#include "model.h"
#include "word.h"

/* The bytes stand first, where Thumb's short loads and stores reach them. */
typedef struct {
    uint8_t flags;     /* of the sentence that was ended: PI_SENT_* */
    uint8_t open;      /* a sentence is open */
    uint8_t pend;      /* private from here to `start`: what kind of end is possible, see sent.c */
    uint8_t closed;    /* a closing quote or bracket followed it */
    uint8_t kind, shape, chars, tflags; /* of the last word */
    uint8_t ref;       /* after a possible end: 1 a bracket [, 2 and a number */
    uint8_t quote;     /* inside straight double quotes */
    uint8_t now;       /* flags that the open sentence has so far */
    uint8_t comma;     /* the last token was a comma, colon or dash */
    uint16_t max;      /* bytes of a sentence */
    uint16_t width;    /* of the widest line, bytes */
    uint16_t lex;      /* of the last word */
    uint16_t words;    /* of the open sentence */
    uint32_t start;    /* of the open sentence */
    uint32_t from, to; /* the sentence that pi_sent_token just ended: [from, to) */
    uint32_t end;      /* private: after the last token of the open sentence */
    uint32_t next;     /* private: where the next one may begin: an opening quote after a possible end; 0: none */
    uint32_t line;     /* private: offset of the line's first token */
} pi_sent;

enum { PI_SENT_HEADING = 1, /* ended by layout, not by a stop */
       PI_SENT_PARA = 2,    /* first sentence of its paragraph */
       PI_SENT_QUOTE = 4,   /* begins with a quotation mark */
       PI_SENT_QUESTION = 8, PI_SENT_CUT = 16 /* ended since it reached PITH_SENTENCE_MAX */,
       PI_SENT_LOWER = 0x80 /* of `now` alone: a word of the sentence has lower case */ };

/* White space of more bytes ends a paragraph: its token is given the gap PI_GAP_PARA. It is not kept. */
enum { PI_SENT_BLANKS = 96 };

/* `max`: bytes of the longest sentence; a longer one is cut. At least 160. */
void pi_sent_init(pi_sent *s, uint16_t max);

/* Notes what a word means for what comes after it. */
static inline void pi_sent_word(pi_sent *s, const pi_token *t, uint16_t lex)
{
    s->end = t->offset + t->length;
    s->lex = lex;
    s->words++; /* <= max, since a word has a byte */
    s->pend = 0;
    s->closed = 0;
    s->comma = 0;
    s->kind = t->kind;
    s->shape = t->shape;
    s->chars = t->chars;
    s->tflags = t->flags;
    if (s->shape == PI_SHAPE_LOWER || s->shape >= PI_SHAPE_MIXED || (s->shape == PI_SHAPE_CAP && s->chars > 1))
        s->now |= PI_SENT_LOWER;
}

/* The long way of pi_sent_token. */
int pi_sent_any(pi_sent *s, const pi_token *t, uint16_t lex);

/* Takes the next token, whose lexicon flags are `lex`. Returns 1 when a sentence ended before it (then
 * from, to and flags say which, and the token belongs to the one that is now open, perhaps with the mark
 * before it), else 0. */
PI_INLINE int pi_sent_token(pi_sent *s, const pi_token *t, uint16_t lex)
{
    if (s->open && s->pend == 0 && t->gap < PI_GAP_LINE && t->kind <= PI_TOK_LINK
        && t->offset + t->length - s->start <= s->max) {
        pi_sent_word(s, t, lex); /* most tokens are words inside a sentence */
        return 0;
    }
    return pi_sent_any(s, t, lex);
}

/* The text ends. Returns 1 when that closed a sentence. */
int pi_sent_end(pi_sent *s);

/* The two halves of pi_sent_token, for training. Ask: PI_SENT_NO, PI_SENT_YES, or the number of weights
 * whose sum decides, with their indices in feature[]. Tell: takes the token after the decision. */
enum { PI_SENT_NO = 0, PI_SENT_FEATURES = 16, PI_SENT_YES = 255, PI_SENT_WEIGHTS = 3000 };
uint8_t pi_sent_ask(pi_sent *s, const pi_token *t, uint16_t lex, uint16_t *feature);
int pi_sent_tell(pi_sent *s, const pi_token *t, uint16_t lex, int end);

#endif
