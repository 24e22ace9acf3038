/* Names by a learnt tagger: persons, places, organizations, groups, other names. Layer 3.
 *
 * Candidates are islands: capitalized words, joined over at most PI_SPOT_BRIDGE connectors ("of", "and",
 * "-", numbers). Each island is labelled on its own once two words after it are known, by a linear model over
 * hashed features and a best path (Viterbi) over BILOU labels, so no sentence is ever buffered. What an
 * island was taken for is noted per word in the document's memo, and is a feature of later islands; so is whether the text reads like
 * a novel, by the classes of the words around its names. There a name begins with the titles and the article before it ("Mr. Pett",
 * "the Arno"), as novels are annotated (LitBank); elsewhere it does not, as news and web texts are (EWT, GMB).
 *
 * Work: a word outside islands about 60 instructions, a word of an island about 6,000 on a Cortex-M0; a call labels at
 * most one island, of at most PI_SPOT_ISLAND words. */
#ifndef PI_SPOT_H
#define PI_SPOT_H

#include "model.h"
#include "spot_model.h"
#include "word.h"

enum {
    PI_SPOT_AROUND = 2,  /* words before and after an island that count */
    PI_SPOT_ISLAND = 12, /* words of the longest island; what follows begins another */
    PI_SPOT_BRIDGE = 3,
    PI_SPOT_WORDS = PI_SPOT_AROUND + PI_SPOT_ISLAND + PI_SPOT_BRIDGE + 3
};

/* spot_word.flags */
enum {
    PI_SPOT_BEGINS = 1,  /* begins a sentence */
    PI_SPOT_CAPITAL = 2, /* may begin or end an island */
    PI_SPOT_JOINS = 4,   /* connector */
    PI_SPOT_DOTTED = 8,  /* short, and a dot follows at once: "Mr.", "J.", "U.S." */
    PI_SPOT_DOTS = 16, PI_SPOT_HYPHEN = 32, PI_SPOT_DIGIT = 64,
    PI_SPOT_POSS = 128   /* a possessive 's is left out of hash and length */
};

typedef struct {
    uint32_t offset;
    uint32_t hash;     /* of the folded word; of a sign its code point */
    uint16_t affix[6]; /* hashes of prefixes and suffixes of 2 to 4 bytes; of islands alone; of a number the first is of all of it */
    uint8_t length;    /* bytes, the possessive left out */
    uint8_t tail;      /* bytes of the possessive */
    uint8_t shape;     /* PI_SHAPE_*, or 6 and up: number, link, stop, mark */
    uint8_t flags;
    uint8_t class, low; /* word classes as written and in small letters, 0: not listed */
    uint8_t code;      /* what the word table knows of it */
    uint8_t memo;      /* what the memo knows */
    uint8_t label;     /* the answer: 0 outside, else 1 + 4 * kind + PI_SPOT_B.. */
    uint8_t initial;   /* first folded byte */
    uint8_t spare[2];
} pi_spot_word; /* 32 bytes */

enum { PI_SPOT_B, PI_SPOT_I, PI_SPOT_L, PI_SPOT_U };

enum { PI_SPOT_LABELLED = 3 /* pi_spot.open: names may be fetched */ };

/* What the document said of a word so far. */
typedef struct {
    uint16_t word;  /* upper half of its hash */
    uint8_t kind;   /* 1 + kind, or 0: no name */
    uint8_t count;  /* times more than any other; 0: the slot is free */
} pi_spot_memo;

typedef struct {
    uint8_t n;     /* words in the window */
    uint8_t at;    /* next word to be judged */
    uint8_t open;  /* 0: no island, 1: open, 2: complete, waits for the words after it, PI_SPOT_LABELLED */
    uint8_t from, last; /* first and last word of the island */
    uint8_t fetched;    /* next word to be looked at by pi_spot_fetch */
    uint8_t dot;        /* the last token ended in a letter and may be abbreviated */
    uint8_t fiction;    /* how the text reads lately: from 0, news, to 255, a novel; 128: undecided */
    pi_spot_word w[PI_SPOT_WORDS];
} pi_spot; /* 648 bytes */

/* The tagger with what it works on. */
typedef struct {
    const pi_spot_model *model;
    const pith_model *language; /* of its lexicon: an island that is one function word is no name; or null */
    pi_spot *s;
    pi_spot_memo *memo;
    uint16_t slots; /* of memo: a power of two, at least 2; or 0 */
} pi_spotter;

/* A name that was found. */
typedef struct {
    uint32_t offset;   /* in a novel of the title or article before its words */
    uint16_t length;
    uint8_t kind;      /* PI_NAME_* */
    uint8_t from, to;  /* its words, without those: s->w[from..to] */
} pi_name;

void pi_spot_init(pi_spot *s);

/* Takes the next token; `begins`: it begins a sentence. Returns 1 when names may be fetched: all are, before the
 * next call. */
int pi_spot_token(const pi_spotter *k, const pi_token *t, uint8_t begins);

/* May a small word stand within a name ("of")? Is a capitalized word that stands alone no name ("The")? */
int pi_spot_joins(const pi_spot_model *m, uint32_t hash);
int pi_spot_function(const pi_spotter *k, uint32_t hash);

/* The text ends. Labels what is left, an island a call; returns 0 when nothing was. */
int pi_spot_end(const pi_spotter *k);

/* The next name of the island that was labelled, in text order; 0: there is none. */
int pi_spot_fetch(pi_spot *s, pi_name *name);

/* An island is open: names may yet be found from offset *from on. */
int pi_spot_open(const pi_spot *s, uint32_t *from);

/* The parts of the above, for training: ask takes a token (or none, at the end of the text) and returns 1 when an
 * island w[from..last] is complete; features gives those of one of its words; label answers; tell notes labels. */
int pi_spot_ask(const pi_spotter *k, const pi_token *t, uint8_t begins);
uint8_t pi_spot_features(const pi_spot *s, uint8_t i, uint32_t feature[PI_SPOT_FEATURES]);
void pi_spot_label(const pi_spotter *k);
void pi_spot_tell(const pi_spotter *k);
int pi_spot_may(const pi_spot_word *w, uint8_t label); /* may the word have the label? */

#endif
