/* One text through the core: what all ways of printing share. */
#ifndef RUN_H
#define RUN_H

#include "input.h"
#include "names.h"
#include "options.h"

#include <time.h>

/* Counts of one text, or of all lines of --jsonl. */
typedef struct {
    uint64_t bytes, words, sentences;
    uint64_t malformed, cut_words, cut, dropped, terms, unkept, unread, keywords, entities_dropped;
    uint64_t lines, bad_lines;
    struct timespec began;
} tally;

typedef struct {
    const options *opt;
    output out;
    pith p;
    pith_config cfg;
    names names;    /* begun when opt->names */
    unsigned listed; /* mentions of a list in JSON */
    pith_cell *work;
    size_t cells;
    uint8_t *row; /* PITH_WRAP_BYTES of the display, or null */
    tally sum;
    uint8_t buf[1 << 17]; /* pieces of text */
} run;

/* The share of the work area that keeps text which cannot be read again, in percent. */
enum { KEEP = 60 };

/* Starts a text; `rereads`: its sentences can be read again. Returns 0, or E_OTHER after a message. */
int run_begin(run *r, int rereads);

/* Names are read without a summary. */
int run_names_alone(const run *r);

/* Does it lie in the range of --from and --to? */
int run_in_range(const run *r, const pith_item *item);

/* Takes a piece of the text. Returns 0 or an error of r->names.found. */
int run_take(run *r, const uint8_t *text, size_t n);

/* Feeds all of an input, with a progress bar if that is worth one. Returns 0, or an error of input_read. */
int run_feed(run *r, input *in);

/* Ends the text and chooses its sentences; `in` as for names_form. Returns 0 or an error of r->names.found. */
int run_select(run *r, input *in);

/* Writes the text of a sentence or keyword, cut to the budget when it is over that; *was_cut (may be null)
 * says so. `again` as for pith_io_emit. Returns 0 or an error, with its message out. */
int run_emit(run *r, const pith_reread *again, const pith_item *item, const pith_sink *to, int *was_cut);

/* The i-th keyword whose text can be had; *next goes on from there (0 to start). Text that cannot be read again may
 * have lost the place of a keyword: such ones are counted and left out. Returns 0, or PITH_E_LIMIT. */
int run_keyword(run *r, const pith_reread *again, uint16_t *next, pith_item *item);

/* Says what an error from pith_io_emit means and makes it E_INPUT; passes those of input and output on. */
int run_explain(const char *name, const pith_item *item, int error);

/* Adds the losses of the text to the tally. */
void run_count(run *r);

/* Ways of printing an input; all return 0 or an error with its message out. */
int print_plain(run *r, input *in);
int print_sentences(run *r, input *in);
int print_entities(run *r, input *in);
int print_mentions(run *r, input *in);
int print_mark(run *r, input *in);
int print_json(run *r, input *in, const char *path);
int print_jsonl(run *r, input *in);
/* --expand. begin: a copy of the names before the text ends; `in` as for names_form. Returns 0, or E_OTHER after a message.
 * sentence: where to write the text of a sentence that is meant for `to`; write: then writes it. Returns 0 or an error. */
int expand_begin(run *r, input *in);
pith_sink expand_sentence(const pith_sink *to);
int expand_write(void);
void expand_end(void);

/* The names in JSON. begin: before a text; `wait`: json_mentions prints its mentions, else each is printed when it is found. The
 * others print a member with a comma before it; return 0 or an error. */
void json_mentions_begin(run *r, int wait);
int json_mentions(run *r);
int json_entities(run *r, input *in);

void print_stats(run *r, const char *name);

#endif
