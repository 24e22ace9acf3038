/* Sentence ends: a token at a time, decided when the token after a possible end is known. Layer 2.
 *
 * Hides: where a sentence begins and ends, which quotes and brackets belong to it, and what is a
 * heading. What it knows of a language (abbreviations, starters) comes from the model.
 *
 * A sentence ends before a token with the gap PI_GAP_PARA, and before one that would make it longer than `max`. Else an end is
 * possible behind a stop, and behind a rule: three or more of one sign with which a sentence begins. A stop is a dot, an
 * ellipsis (U+2026, two dots or more, a dot and a stop after a blank) or strong (any other); of several the first tells, but a strong
 * one always. "High" is what does not begin with a small letter; the "last word" is that of the text.
 *
 * Signs behind a possible end:
 *   closing ones belong to the sentence, opening ones wait for the next: brackets and quotation marks with a direction; ' closes
 *         without white space before it; " likewise, and after a blank where one is open; an opening one without white space undoes
 *         the end, if nothing has closed
 *   [ waits too; [17] or [small words] belongs to the sentence, which ends before [ when another token comes
 *   a stop while one waits ends the sentence, else belongs to it
 *   a bullet ends it: a dash or a sign that is no bracket or quotation mark, but >, on a new line
 *   , ; : a dash, a sign without white space undo the end; any other sign ends the sentence
 * Words behind it, the first that fits:
 *   behind a rule: an end
 *   without white space, and nothing closed or waits: an end if it is a high word behind a small one of two letters or more
 *   small: none behind an ellipsis or what closed; behind a strong stop one after a blank, unless the last word is capitalised
 *         ("Yahoo! said"); behind a dot, if the last word is one of three letters or more, without inner dots and no abbreviation
 *   high, behind a dot that nothing closed: what dots tell; else an end
 * What dots tell, behind the last word:
 *   none: it is the only word and has one letter, or is a number of four at most; a number of three at most, the second word;
 *         a title that is no other abbreviation; an abbreviation before a number, and a number comes
 *   an end: it is no word; the only one, capitalised, of three letters at most
 *   an end before a starter alone: it is an initial; has inner dots; is an abbreviation. But in small letters with inner dots and no
 *         abbreviation that the model has ("x.y."): before any word but a month or weekday
 *   else an end
 * A line end where no end is possible ends a sentence (a heading, an entry, a verse):
 *   which has but words in capitals and began the line, before a word that is neither in capitals nor an initial
 *   before a bullet; behind a colon > is one, too: "Ann wrote:" is over where her lines begin
 *   before a high word, a stop, an opening sign or ", if lines are paragraphs, their widest more than 110 bytes; or else if it would
 *         have fit, with 12 bytes to spare, into the widest line, 60 at least, behind no comma, semicolon or dash, and if it or the last
 *         word is no function word
 * A line that holds but what waits does not count as one. */
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
    uint8_t sign;      /* the last token, if it was a sign: the mark below U+0100, of a dash a comma; else 0 */
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
       PI_SENT_QUOTE = 4,   /* begins with a quotation mark, or with what waited behind a stop: a bracket, too */
       PI_SENT_QUESTION = 8, /* has a stop that begins with ? */
       PI_SENT_CUT = 16 /* ended since it reached PITH_SENTENCE_MAX */,
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
    s->sign = 0;
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

#endif
