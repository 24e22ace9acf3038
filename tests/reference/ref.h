/* A slow, obvious summarizer, to be compared with the core: it holds the whole text, looks ahead as far as it likes, allocates
 * what it needs, and counts in plain integers. Host only. Of the core it takes the names of kinds and flags,
 * and the tables of characters. */
#ifndef REF_H
#define REF_H

#include <stddef.h>
#include <stdint.h>

#include "pith.h"

/* A code point. */
typedef struct {
    uint32_t offset, cp;
    uint32_t folded; /* see uclass.h */
    uint8_t bytes;
    uint8_t class; /* PI_UC_* */
} ref_char;

typedef struct {
    const uint8_t *bytes;
    size_t length;
    ref_char *c; /* one more than n, which is a blank */
    size_t n;
    uint32_t malformed;
} ref_text;

/* A token: the members mean what those of pi_token (word.h) mean. */
typedef struct {
    uint32_t offset, length, chars;
    uint32_t mark;
    uint32_t indent;
    uint8_t kind, gap, shape, flags, class;
    uint8_t *folded; /* all of it */
    size_t n;
    uint32_t hash; /* of the folded bytes; from ref_know on also: */
    uint16_t lex;  /* properties, PI_LEX_* */
    uint16_t term; /* upper half of the hash of its stem, 1 if that is 0; 0: a function word, or no word */
    uint8_t rarity, weight;
} ref_token;

typedef struct {
    ref_token *t;
    size_t n;
} ref_tokens;

/* text.c: keeps `bytes`, which the caller owns. */
ref_text ref_decode(const uint8_t *bytes, size_t length);
void ref_text_free(ref_text *t);

/* token.c */
ref_tokens ref_cut(const ref_text *t);
void ref_tokens_free(ref_tokens *t);

/* stem.c: stems the n folded bytes of w in place, by en.stem in `dir`; returns the new length. */
size_t ref_stem(uint8_t *w, size_t n, const char *dir);

/* word.c: what the readable sources of the English model tell of each word; those that stand in `dir`. Without frequencies (the
 * plain model) all stems are rare. */
void ref_know(ref_tokens *t, const char *dir, int frequencies);

/* A sentence: offset, length and flags from sentence.c, the rest from count.c, where it means what it means in pi_rec (store.h). */
enum { REF_TERMS = 12 };
typedef struct {
    uint32_t offset, length;
    size_t from, to; /* tokens read while it was open, `to` not among them */
    uint32_t flags;  /* PI_SENT_*, PI_REC_* */
    uint32_t ordinal, words, stops, names, numbers, person, weight, rows, query, nterms;
    uint16_t terms[REF_TERMS];
    uint32_t score;  /* plain score when it was closed, given the text up to there */
} ref_sentence;

typedef struct {
    ref_sentence *s;
    size_t n;
} ref_sentences;

/* A term of the text: counts until now, which mean what those of pi_term (terms.h) mean. */
typedef struct {
    uint32_t term, count, rarity, spread, first;
    size_t last; /* sentence that it last stood in */
    int named;   /* it was seen with a capital inside a sentence */
    int covered; /* a chosen sentence has it */
} ref_term;

typedef struct {
    ref_term *e; /* by first occurrence */
    size_t n;
} ref_terms;

/* sentence.c: sentences of at most `max` bytes. Tokens behind more than PI_SENT_BLANKS bytes of white space get the gap PI_GAP_PARA. */
ref_sentences ref_split(ref_tokens *t, uint32_t max);

/* count.c: fills the sentences of a text, rows on a display of `columns` (0: none) and words of the query, which are terms. Returns the
 * terms of the text. */
ref_terms ref_count(ref_sentences *s, const ref_tokens *t, uint32_t columns, const ref_tokens *query);

/* plain.c: the plain score of a sentence (rank.h), after `sentences` were read. */
uint32_t ref_plain(const ref_sentence *s, const ref_terms *t, size_t sentences);

/* What each term weighs, and the entry of a term. */
uint32_t ref_salience(const ref_term *e);
uint32_t ref_damped(uint32_t count);
ref_term *ref_find(const ref_terms *t, uint32_t term);
ref_term *ref_find_or_add(ref_terms *t, const ref_token *of);

/* gain.c: the learnt score of the i-th sentence before penalties: 32768 + 16 * gain (rank.h), from the sources in `dir`. out[i]: no candidate;
 * chosen[i]: of the summary so far. */
long ref_gain(const ref_sentences *l, size_t i, const ref_terms *t, const char *out, const char *chosen, const char *dir);
long ref_threshold(const char *dir);

/* choose.c: chooses greedily by gains, or by the plain score; the score ends in the member `score` of what is chosen. Returns how many;
 * chosen[i] says which. *over: nothing fitted. */
size_t ref_choose(ref_sentences *s, ref_terms *t, const pith_config *cfg, const pith_budget *b, uint32_t bytes, char *chosen, int *over);

/* A keyword, as pith_keyword tells of it. */
typedef struct {
    uint32_t term, at, length, form, votes, score;
} ref_keyword;

enum { REF_BUCKETS = 32, REF_WAYS = 4 };
typedef struct {
    ref_keyword e[REF_BUCKETS * REF_WAYS]; /* the most telling first */
    size_t n;
} ref_keywords;

/* keyword.c: the forms of the terms of a text, as a table of 32 buckets (terms.h) keeps them. */
ref_keywords ref_forms(const ref_tokens *t);

/* The hash of base.h. */
uint32_t ref_hash(const uint8_t *s, size_t n);

/* Memory, or the end of the program. */
void *ref_alloc(void *old, size_t bytes);

/* Memory for one more than the n members of `size` bytes in `old`, which this has grown from the first on. */
void *ref_grow(void *old, size_t n, size_t size);

#endif
