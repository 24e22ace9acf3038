/* What a model holds. Layer 1: the tables stand in model/, the readers of each table beside their use.
 *
 * The descriptor has pointers to its tables, the tables themselves have none. A table that a language
 * does not need is a null pointer. */
#ifndef PI_MODEL_H
#define PI_MODEL_H

#include "base.h"
#include "pith.h"

enum { PI_MODEL_VERSION = 0x5003 };

struct pith_model {
    uint16_t version;   /* PI_MODEL_VERSION */
    uint16_t lex_count; /* words in the lexicon */
    uint16_t freq_count; /* stems in the frequency table */
    pi_rom16p lex;      /* lexicon of closed-class words: see lex.c */
    pi_rom16p freq;     /* background frequencies of stems: see lex.c */
    pi_rom8p stem;      /* suffix program: see stem.c */
    pi_rom16p plain;    /* weights of the plain score: see rank.c */
    pi_rom8p rank;      /* the learnt scorer: see gain.h */
};

/* Properties of a word in the lexicon, by its folded form. */
enum {
    PI_LEX_STOP = 1 << 0,    /* function word: no term */
    PI_LEX_TITLE = 1 << 1,   /* abbreviation that stands before a name: "Mr", "Gen" */
    PI_LEX_ABBR = 1 << 2,    /* other abbreviation, may end a sentence: "Inc", "etc", "a.m" */
    PI_LEX_NUMBER = 1 << 3,  /* abbreviation that stands before a number: "No", "p", "vol" */
    PI_LEX_DATE = 1 << 4,    /* name or abbreviation of a month or weekday */
    PI_LEX_PRONOUN = 1 << 5, /* refers back when it begins a sentence: "he", "this" */
    PI_LEX_CONNECT = 1 << 6, /* ties a sentence to the one before: "but", "however" */
    PI_LEX_SAY = 1 << 7,     /* verb of speech: "said" */
    PI_LEX_CREDIT = 1 << 8,  /* begins a line that is no text of the article: "credit", "photo" */
    PI_LEX_STARTER = 1 << 9, /* capitalised only since it begins a sentence: "The", "However" */
    PI_LEX_HONOR = 1 << 10,  /* title written out: "President" */
    PI_LEX_LETTER = 1 << 11, /* opens or closes a letter: "dear", "regards" */
    PI_LEX_PERSON = 1 << 12  /* of the first or second person: "I", "your" */
};

#endif
