/* Pith: summaries and entities of running text, in memory that the caller owns.
 *
 *   pith p;
 *   pith_cell work[1024];
 *   pith_config cfg = { &pith_en };
 *   pith_budget three = { 3 };
 *   pith_item s;
 *
 *   pith_init(&p, &cfg, work, 1024);
 *   pith_feed(&p, text, length);              as often as text arrives, in pieces of any size
 *   pith_end(&p);                             optional: more text may also follow a selection
 *   while (pith_select(&p, &three) == PITH_MORE) { }
 *   for (i = 0; pith_sentence(&p, i, &s) == PITH_OK; i++) { ... s.offset, s.length ... }
 *
 * Nothing here allocates, recurses, calls out, or keeps state outside `pith` and `work`. A `pith` may
 * be used from one thread or interrupt level at a time; different ones are independent.
 *
 * Units: offsets and lengths are bytes of the text as it was fed, counted from 0. Scores are Q0.16
 * (65535 is just below 1). Counters saturate instead of wrapping.
 */
#ifndef PITH_H
#define PITH_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define PITH_VERSION "0.1.0"

/* Results of functions. Text never causes an error; these are for misuse. */
enum {
    PITH_OK = 0,
    PITH_MORE = 1,       /* not finished: call again (pith_select), or an event is there (pith_scan) */
    PITH_E_ARG = -1,     /* a null pointer, or a value outside its documented range */
    PITH_E_STATE = -2,   /* the call does not fit the state: not initialised, fed after pith_end, ... */
    PITH_E_SPACE = -3,   /* the work area is below PITH_CELLS_MIN, or the text asked for was not kept */
    PITH_E_LIMIT = -4,   /* an index past the last result */
    PITH_E_MODEL = -5    /* the model is made for another version of the library */
};

/* The unit of the work area. Only the library looks inside. */
typedef union {
    uint32_t w;
    uint16_t h[2];
    uint8_t b[4];
} pith_cell;

/* The tables of a language. A program links only the models that it names. They are constants that the library trusts, as
 * it trusts its own code: of a model nothing but its version is checked (PITH_E_MODEL). Whoever keeps one
 * where it may be damaged, in a file or a flash of its own, checks its sum before he names it. */
typedef struct pith_model pith_model;
extern const pith_model pith_en;       /* English */
extern const pith_model pith_en_small; /* the same with smaller tables */
extern const pith_model pith_en_plain; /* without frequencies and learnt scores, in a third of the flash */

/* Options of pith_init; a member that is zero takes its default. They must be the same at pith_resume. */
typedef struct {
    const pith_model *model; /* required */
    uint8_t keep;            /* share of the work area that keeps the text of candidate sentences, in
                                percent, 0 to 80; 0 (default): the text can be read again by offset.
                                Where the core is compiled with -DPI_NO_TEXT there is no other share */
    uint8_t flags;           /* PITH_NO_KEYWORDS */
    uint16_t columns;        /* width of the display that budget.rows counts on, in code points; 0: none */
    uint32_t from, to;       /* sentences that begin before `from` or end after `to` (0: no limit) count
                                for the vocabulary but cannot be chosen */
} pith_config;

enum { PITH_NO_KEYWORDS = 1 }; /* config.flags: no table for keywords; all memory goes to the summary */

/* How much to choose. Every member is a limit, 0 is none, the first one reached ends the summary. With
 * no limit at all the summary gets the length that the text deserves: it ends when no sentence would add enough (with
 * pith_en_plain: after three). */
typedef struct {
    uint16_t sentences;
    uint16_t rows;     /* rows of config.columns each, every sentence on a new row, blanks folded; a sentence
                          counts for 255 at most */
    uint32_t words;
    uint32_t bytes;    /* sum of the lengths of the sentences, plus one for each after the first */
    uint8_t percent;   /* of the bytes fed so far (of the range, if there is one): 1 to 100 */
    uint32_t from, to; /* only sentences within [from, to) of the text; to = 0: no limit */
} pith_budget;

/* What a pith_item is. */
enum {
    PITH_SENTENCE = 1,
    PITH_KEYWORD = 2,
    PITH_PERSON = 16, /* names: see pith_names_scan */
    PITH_PLACE,
    PITH_ORG,         /* organization */
    PITH_GROUP,       /* people or adjective of a nation, religion or party */
    PITH_MISC,        /* work, event, product, other name */
    PITH_DATE = 32,   /* quantities: see pith_names_value */
    PITH_TIME,        /* of day */
    PITH_MONEY,
    PITH_PERCENT,
    PITH_NUMBER       /* with its unit, if there is one */
};

typedef struct {
    uint32_t offset;
    uint32_t length;
    uint16_t score; /* Q0.16; of a name the number of its entity, 0: there is none */
    uint16_t count; /* words of a sentence or name, occurrences of a keyword */
    uint8_t kind;
    uint8_t flags;  /* PITH_OVER, PITH_HEADING, PITH_UNSURE */
} pith_item;

enum {
    PITH_OVER = 1,   /* chosen although it is longer than the budget, because nothing fits: cut it */
    PITH_HEADING = 2, /* a heading, byline or list entry without an end of sentence */
    PITH_UNSURE = 4  /* a name that other entities would fit as well as the one it was given to */
};

/* What was read, and every kind of loss, since pith_init. */
typedef struct {
    uint32_t bytes;      /* fed */
    uint32_t words;
    uint32_t sentences;
    uint32_t malformed;  /* maximal subparts of bad UTF-8, each read as U+FFFD */
    uint32_t cut_words;  /* words or runs longer than the core keeps, read in pieces */
    uint32_t cut;        /* sentences longer than the core keeps, read in pieces */
    uint32_t dropped;    /* sentences that left the full table */
    uint32_t terms;      /* terms that left the full table */
    uint32_t unkept;     /* sentences that could not be candidates since their text found no room */
    uint32_t unread;     /* bytes after PITH_TEXT_MAX */
} pith_loss;

/* The state. Its members are private; it may be copied as bytes (see pith_resume). */
#define PITH_STATE_CELLS 128
typedef struct {
    const pith_model *model;
    pith_cell *work;
    pith_cell state[PITH_STATE_CELLS];
} pith;

/* The smallest work area, in cells of 4 bytes. */
#define PITH_CELLS_MIN 128

/* Longest sentence, in bytes; a longer one is read as several (loss.cut). */
#define PITH_SENTENCE_MAX 2048

/* Bytes of a text that are read; more are counted (loss.unread). */
#define PITH_TEXT_MAX UINT32_C(0xFFFFFE00)

/* Starts a text. `work` must outlive the use of `p`. More than 16 MB of it are not used. The call costs time in proportion
 * to `cells`. PITH_E_ARG, PITH_E_SPACE, PITH_E_MODEL. */
int pith_init(pith *p, const pith_config *cfg, pith_cell *work, size_t cells);

/* Words that the reader asked for: sentences with them (in any inflection) come first. Replaces the
 * query before; n = 0 ends it. The first 8 words count. Best called before feeding, so that such
 * sentences stay in a full table. PITH_E_ARG, PITH_E_STATE. */
int pith_query(pith *p, const void *words, size_t n);

/* Reads n bytes. Any chunking gives the same result. Ends a selection that was asked for before.
 * Bounded by a constant plus a constant per byte. PITH_E_ARG, PITH_E_STATE (after pith_end). */
int pith_feed(pith *p, const void *text, size_t n);

/* As pith_feed, but stops when something was found: PITH_MORE with *found filled (a sentence with
 * its score so far) and *taken the bytes read, which may be 0; call again with the rest. PITH_OK: all
 * bytes are read and nothing more was found. After pith_end call it with n = 0 until PITH_OK. */
int pith_scan(pith *p, const void *text, size_t n, size_t *taken, pith_item *found);

/* The text ends here: closes the last sentence. Nothing can be fed after it. PITH_E_STATE. */
int pith_end(pith *p);

/* Chooses, from what has been fed so far. Call it until it no longer returns PITH_MORE; each call is
 * bounded. The budget of the first call stands until then. What it chose can be read until the next pith_feed, and feeding on gives the same results
 * later as if nothing had been asked. A null budget is one without limits. PITH_E_ARG, PITH_E_STATE. */
int pith_select(pith *p, const pith_budget *budget);

/* The i-th chosen sentence in text order. PITH_E_LIMIT: there are no more. PITH_E_STATE: no selection. */
int pith_sentence(const pith *p, uint16_t i, pith_item *item);

enum { PITH_KEYWORDS_MAX = 32 };

/* The i-th keyword, most telling first, as offset and length of its commonest form; 0 <= i < PITH_KEYWORDS_MAX. Needs
 * no selection. PITH_E_LIMIT: there are no more. */
int pith_keyword(const pith *p, uint16_t i, pith_item *item);

/* Copies up to n bytes of a kept text: of an item, or of any part of a sentence that is kept. Returns
 * the number of bytes copied, the smaller of n and item->length, where all of it is kept. PITH_E_SPACE: not kept. */
int pith_text(const pith *p, const pith_item *item, void *buf, size_t n);

/* Takes up a state that was copied away, at any byte, at any address: `p` and the work area hold what
 * they held, cfg and cells are as at pith_init. None of it is believed, wherever it comes from: PITH_E_STATE when it is
 * not a state of this version with these options, or when an index, a length or a list in it leaves its table; then `p` is not
 * usable, and the work area may be changed. What passes is safe to use, whatever it may answer when somebody
 * changed it (pith_save in port/ tells that it was not). The call costs time in proportion to `cells`. The copy fits targets
 * of the same byte order. */
int pith_resume(pith *p, const pith_config *cfg, pith_cell *work, size_t cells);

/* Counts and losses. PITH_E_ARG, PITH_E_STATE. */
int pith_losses(const pith *p, pith_loss *loss);

/* Names of persons, places, organizations in text order, apart from any summary: a program that calls none of these
 * functions links nothing of them.
 *
 *   pith_names_config cfg = { &pith_en, &pith_en_names };
 *   pith_names_init(&p, &cfg, memo, 128);
 *   while (pith_names_scan(&p, text, n, &taken, &name) == PITH_MORE) { ... text += taken, n -= taken ... }
 *   pith_names_end(&p);
 *   while (pith_names_scan(&p, NULL, 0, &taken, &name) == PITH_MORE) { ... } */
typedef struct pith_names_model pith_names_model;
/* Both learnt from texts among which one set has annotations of unstated licence: see model/PROVENANCE.md. */
extern const pith_names_model pith_en_names;       /* 127 KB of tables; not on targets of 16-bit addresses */
extern const pith_names_model pith_en_names_small; /* 24 KB */

/* Dates, times, sums, percentages, numbers with units: the words and rules of a language, about 5 KB. */
typedef struct pith_quantities_model pith_quantities_model;
extern const pith_quantities_model pith_en_quantities;

typedef struct {
    const pith_model *model;       /* required, as both are: for words and sentences */
    const pith_names_model *names;
    uint8_t entities; /* share of the work area for the table of entities, in percent, 0 to 90; 0: there is none */
    uint8_t letters;  /* bytes kept of every form of a name, a multiple of 4 up to 64; 0: the text can be read again */
    const pith_quantities_model *quantities; /* a null pointer: names alone */
} pith_names_config;

/* The state, as `pith` is one. */
#define PITH_NAMES_CELLS 448
typedef struct {
    const pith_model *model;
    const pith_names_model *names;
    const pith_quantities_model *quantities;
    pith_cell *work;
    pith_cell state[PITH_NAMES_CELLS];
} pith_names;

/* Starts a text. `work` remembers what the words of the text were taken for, a cell for each, so that later mentions
 * agree with earlier ones: the largest power of two of cells up to 16384 is used; 128 serve an article, 0 is
 * allowed. The share for entities comes off first: 29 cells each, as many more as config.letters, and 16 for every 16; at most 512 entities.
 * It must outlive the use of `p`. PITH_E_ARG; PITH_E_MODEL; PITH_E_SPACE: the share has no room for an entity. */
int pith_names_init(pith_names *p, const pith_names_config *cfg, pith_cell *work, size_t cells);

/* Reads until a name is found: PITH_MORE with *found filled (offset, length, kind, words of the name proper as count) and *taken the bytes
 * read, which may be 0; call again with the rest. PITH_OK: all bytes are read and nothing more was found. A name is
 * found once two words after it are read. It is the name proper: without titles and possessives; but in what reads like a novel,
 * as the words around its names tell, a person's begins with the title before it ("Mr. Pett", "old Tom"), and a person's, place's
 * or organization's with the article ("the Arno"). Its entity has the name proper in either. Any chunking gives the same
 * names. found->score is the number of its
 * entity; numbers count up from 1 in the order of first mentions. Two entities that turn out to be one (a given name,
 * then the full one) keep the lower number. After pith_names_end call it with n = 0
 * until PITH_OK. Bounded by a constant plus a constant per byte. PITH_E_ARG, PITH_E_STATE. */
int pith_names_scan(pith_names *p, const void *text, size_t n, size_t *taken, pith_item *found);

/* As pith_names_scan, and as pith_feed of the same bytes to `summary`, which cuts them once for both. A text is read either
 * in this way or by the two functions, but pith_names_scan may go on behind it. After pith_names_end and the calls that
 * follow it `summary` is at its end, too, as by pith_end. Where `summary` keeps text in so little memory that it cuts long
 * sentences sooner, the names know of these ends. What was read and lost of bytes, words and sentences pith_losses says.
 * PITH_E_ARG, PITH_E_STATE. */
int pith_names_with(pith_names *p, pith *summary, const void *text, size_t n, size_t *taken, pith_item *found);

enum { PITH_VALUE_MAX = 48 };

/* The value of the quantity that pith_names_scan found last, as text of up to n bytes without an end mark; at most
 * PITH_VALUE_MAX are needed. Returns its bytes; 0 when the words tell none, or what was found last is a name.
 *   DATE      ISO 8601 with X for what is not known: 2024-10-12, 2022-03, 201X (the 2010s), 18XX, XXXX-12-25, XXXX-WXX-5 (a Friday);
 *             months 21 to 24 are seasons from spring on, 33 to 36 quarters (ISO 8601-2). Relative to the day of writing: P0D
 *             (today), P1W (next week), -P2D (two days ago)
 *   TIME      15:30, 08:00:31
 *   MONEY     1700000000 USD: amount and code (ISO 4217; $ and "dollars" are USD, unless a country stands before)
 *   PERCENT   20%
 *   NUMBER    36; with its unit 4.5 km, 660 m2, 188 mi/h, 20 min, 3 y
 * Nine digits of a number count. PITH_E_ARG, PITH_E_STATE. */
int pith_names_value(const pith_names *p, void *buf, size_t n);

/* The same of the i-th entity: 0 when that is a name. PITH_E_LIMIT: there are no more. */
int pith_names_entity_value(const pith_names *p, uint16_t i, void *buf, size_t n);

/* The text ends here. Nothing can be fed after it. PITH_E_ARG, PITH_E_STATE. */
int pith_names_end(pith_names *p);

/* As pith_resume. */
int pith_names_resume(pith_names *p, const pith_names_config *cfg, pith_cell *work, size_t cells);

enum { PITH_FORMS = 4, PITH_PARTS = 8 };

/* Who or what the names of a text mean. */
typedef struct {
    uint32_t first, last;       /* offsets of its first and its last mention */
    uint32_t form[PITH_FORMS];  /* offsets of the ways it is written; the first is its name: the fullest that is not rare */
    uint8_t length[PITH_FORMS]; /* of these, bytes */
    uint8_t forms;              /* how many: 1 to PITH_FORMS */
    uint8_t kind;               /* that most mentions were taken for */
    uint8_t flags;              /* PITH_UNSURE: some mentions may be another's */
    uint8_t shift;              /* part[i] counts the mentions from i << shift on, before (i + 1) << shift */
    uint16_t part[PITH_PARTS];
    uint16_t count;             /* mentions since it entered the table */
    uint16_t number;            /* as in pith_item.score of its mentions */
    uint16_t salience;          /* Q0.16, of that of the first entity */
} pith_entity;

/* The i-th entity. Names come first, then quantities of one value each; among either the most salient first: mentions, and
 * once more for each KB of text that it is new to; of equal ones that which came to it first. Quantities take a quarter
 * of the table at most. At any time. PITH_E_ARG, PITH_E_STATE, PITH_E_LIMIT: there are no more. */
int pith_names_entity(const pith_names *p, uint16_t i, pith_entity *entity);

/* Copies up to n bytes of the letters kept of a form (0: the name) of the i-th entity. Returns the bytes copied, at most
 * config.letters, never half a character; 0 when a name was too long or too far behind to be kept. They are
 * those of the text: the white space between two words may be a line end. PITH_E_SPACE: no letters are kept. Else as pith_names_entity. */
int pith_names_letters(const pith_names *p, uint16_t i, uint8_t form, void *buf, size_t n);

/* Counts and losses, as pith_losses; loss->terms counts the entities that left the full table. PITH_E_ARG, PITH_E_STATE. */
int pith_names_losses(const pith_names *p, pith_loss *loss);

#ifdef __cplusplus
}
#endif

#endif
