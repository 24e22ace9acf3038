/* The sentence table: records of candidate sentences in text order, and their text where it is kept.
 * Layer 3.
 *
 * Hides: how records and text share the work area. Records are fixed slots on a list in text order,
 * so that one can be dropped anywhere without moving the others; kept text lies in chunks of 32 bytes
 * on lists of their own. All references are 16-bit indices, which makes the area free to move. */
#ifndef PI_STORE_H
#define PI_STORE_H

#include "base.h"
#include "pith.h"

/* Is there code that keeps text? A target that reads all text again by offset leaves it out: PI_NO_TEXT. */
#ifdef PI_NO_TEXT
enum { PI_KEEP = 0 };
#else
enum { PI_KEEP = 1 };
#endif

enum { PI_REC_TERMS = 12, /* terms that a record keeps */
       PI_CHUNK = 30,     /* text bytes of a chunk */
       PI_NIL = 0xFFFF    /* no record, no chunk */ };

/* rec.flags beside the PI_SENT_* ones of sent.h */
enum { PI_REC_PRONOUN = 1 << 8,  /* begins with a pronoun that refers back */
       PI_REC_CONNECT = 1 << 9,  /* begins with a word that ties it to the sentence before */
       PI_REC_CREDIT = 1 << 10,  /* begins like a line that is no text of the article */
       PI_REC_SAY = 1 << 11,     /* has a verb of speech */
       PI_REC_DATE = 1 << 12,    /* has a month or weekday */
       PI_REC_FIRST = 3 << 13    /* function word that it begins with, by letters: 0 none, 1 two at most, 2 three, 3 more */ };

typedef struct {
    uint32_t offset;
    uint16_t length;
    uint16_t ordinal; /* number of the sentence in the text, modulo 65536 */
    uint16_t next;    /* following record, or PI_NIL */
    uint16_t score;   /* latest score, Q0.16 */
    uint16_t text;    /* first chunk, or PI_NIL */
    uint16_t words;
    uint16_t flags;
    uint16_t standing; /* for eviction: see rank.c */
    /* The following count at most to 255. They, words and terms are of the tokens that were read while the sentence was open: a bracket
     * with its number ("[17", see sent.h) that turns out to begin the next sentence counts for this one. */
    uint8_t skip;     /* bytes of the first chunk before the sentence */
    uint8_t rows;     /* rows it takes on the display of the options */
    uint8_t state;    /* of the selection: see rank.c */
    uint8_t query;    /* words of the query in it */
    uint8_t names;    /* capitalised words inside it */
    uint8_t numbers;  /* words with digits */
    uint8_t stops;    /* function words */
    uint8_t nterms;   /* used in terms[] */
    uint8_t person;   /* words of the first and second person */
    uint8_t spare;
    uint16_t weight;  /* learnt weights of its words, 0 to 15 each, 8 that of most */
    uint16_t terms[PI_REC_TERMS];
} pi_rec; /* 56 bytes */

typedef struct {
    uint16_t next;
    uint8_t b[PI_CHUNK];
} pi_chunk;

/* The part of the state that goes with the two tables. */
typedef struct {
    uint16_t nrecs, nchunks; /* slots */
    uint16_t head, tail, free_rec, used;
    uint16_t hand;           /* the record after which eviction looks next; PI_NIL: the start */
    uint16_t dense;          /* eviction in a long text: the first window of neighbours that spans no more is taken */
    uint16_t free_chunk, chunks_left;
    uint16_t first, last;    /* chunks of the text that is being read */
    uint16_t fill;           /* bytes used in `last` */
    uint32_t base;           /* offset of the first byte in `first` */
    uint32_t end;            /* offset after the last byte kept */
    uint32_t hole, hole_len; /* blanks left out: [hole, hole + hole_len) */
} pi_store;

/* The store with the addresses of its tables, made anew for every call of the API. */
typedef struct {
    pi_store *s;
    pi_rec *rec;
    pi_chunk *chunk;
} pi_tab;

#define pi_store_init PI_BUILT(pi_store_init)
void pi_store_init(const pi_tab *t, uint16_t nrecs, uint16_t nchunks);

/* A free record, or PI_NIL when the table is full. What it holds is undefined but for its text: none. It joins the end of
 * the list with pi_store_push. */
uint16_t pi_store_new(const pi_tab *t);
void pi_store_free(const pi_tab *t, uint16_t i); /* gives back one that has not joined */
void pi_store_push(const pi_tab *t, uint16_t i);

/* Drops the record after `before` (PI_NIL: the first) and its text. */
void pi_store_drop(const pi_tab *t, uint16_t before);

/* Kept text of the sentence that is being read. Appends n bytes that stand at `offset`; returns how
 * many found room before the chunks ran out (make room and go on). */
size_t pi_store_append(const pi_tab *t, uint32_t offset, const uint8_t *text, size_t n);

/* Bytes that can be appended before the chunks run out. */
static inline uint32_t pi_store_room(const pi_tab *t)
{
    const pi_store *s = t->s;

    return s->chunks_left * (uint32_t)PI_CHUNK + (s->first == PI_NIL ? 0u : (uint32_t)PI_CHUNK - s->fill);
}

/* Would pi_store_take, were `tail` more bytes appended behind the sentence, find the chunks that these take twice? It may say no. */
static inline int pi_store_spares(const pi_tab *t, uint32_t tail)
{
    const pi_store *s = t->s;

    return s->first != PI_NIL && tail <= PI_CHUNK && s->chunks_left > (tail > (uint32_t)PI_CHUNK - s->fill);
}

/* Forgets the text before `offset`. */
void pi_store_trim(const pi_tab *t, uint32_t offset);

/* Copies out of the text that is being read, up to blanks that were left out. Returns the bytes copied. */
size_t pi_store_read(const pi_tab *t, uint32_t offset, uint8_t *buf, size_t n);

/* Hands the text [from, to) to record i; what stands from `rest` on stays as the text being read.
 * Returns 0 when chunks ran out: make room and try again. */
int pi_store_take(const pi_tab *t, uint16_t i, uint32_t from, uint32_t to, uint32_t rest);

/* Copies n bytes from byte `at` of a record's text, at + n <= length. Returns n, or 0 if not kept. */
size_t pi_store_text(const pi_tab *t, const pi_rec *r, uint16_t at, uint8_t *buf, size_t n);

#endif
