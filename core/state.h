/* The whole state behind a `pith`, and how the work area is cut. Layer 4.
 *
 * Fixed-width members without holes and no addresses: a copy of it is the state at another address. */
#ifndef PI_STATE_H
#define PI_STATE_H

#include "known.h"
#include "lately.h"
#include "quant.h"
#include "rank.h"
#include "sent.h"
#include "word.h"

enum { PI_QUERY_WORDS = 8, PI_EVENTS = 4 /* the end of the text closes up to four sentences at once */ };

/* What reading asks for most stands first, bytes foremost: near the start, its code is shortest. */
typedef struct {
    uint8_t keep, ended, nquery, nevents;
    uint8_t cur_least;               /* of the sentence that is being read: no term of a full record is worth less */
    uint8_t spare;
    uint16_t magic;                  /* PI_MAGIC once initialised */
    uint16_t columns, column;        /* of the display; where its row stands */
    uint16_t memo_slots;
    uint16_t ordinal;                /* of the sentence being read */
    uint16_t buckets, form_buckets;
    uint32_t token_end;              /* offset after the last token */
    uint32_t run;                    /* code points since the last blank */
    pith_loss loss;
    pi_sent sent;
    pi_rec cur;                      /* of the sentence that is being read */
    uint8_t cur_worth[PI_REC_TERMS]; /* of its terms: the least worthy makes room */
    pi_cutter cut;
    pi_store store;
    pi_sel sel;
    pi_scope scope;                  /* of the selection */
    pith_item event[PI_EVENTS];      /* found and not yet fetched, oldest first */
    uint16_t query[PI_QUERY_WORDS];
    uint32_t from, to;
    uint32_t options; /* hash of the model's version, the options and the size of the work area */
} pi_core;

enum { PI_MAGIC = 0x5049 };

/* A `pith` with the addresses of its parts, made anew for every call of the API. */
typedef struct {
    pi_core *c;
    pi_cutter *cut; /* of c */
    pi_rank k;
    pi_memo memo;
    pi_form *forms;
    pi_form_text *form_text; /* of each form; none when nothing is kept */
    uint8_t scan; /* whoever reads wants to know what is found */
    pi_lately *seen; /* null, or reading stops after every token, which stands here as it was before it was stemmed */
    uint8_t pass;    /* but puts plain words aside that are not among `listed`, which may be null; 2: and signs, and minor words of it */
    const pi_quant_model *listed;
    /* Of the text that is being read, where it is kept: */
    const uint8_t *fresh; /* what is not yet kept, which stands at `fresh_at`; null: nothing was read yet */
    uint32_t fresh_at;
    uint8_t part[3];      /* before it, bytes that waited in the cutter since they may be a blank */
    uint8_t waited;       /* their number */
    uint32_t keep_limit;  /* a token that ends behind this offset must be kept before it is counted */
    uint32_t limit;       /* the same, or 0 when every token is shown */
} pi_view;

#define pi_read PI_BUILT(pi_read)
/* read.c: takes n bytes of text, or its `end` with n = 0, which closes the last sentence. Returns the bytes taken:
 * fewer than n when it stopped since something was found (never unless v->scan), or after a token (v->seen): then v->cut is
 * ready; at the end of the text, too, whose last sentence is closed when it is not. After a token it is called again with
 * the rest of the n bytes; whoever does not, or has no more of them, calls pi_read_done. */
size_t pi_read(pi_view *v, const uint8_t *text, size_t n, int end);

/* The bytes that were read are about to go: keeps what is needed of them. */
void pi_read_done(pi_view *v);

/* Is the text of candidates kept? */
static inline int pi_keeps(const pi_core *c) { return PI_KEEP && c->keep; }

static inline pi_core *pi_core_of(const pith *p) { return (pi_core *)(uintptr_t)p->state; }

#define pi_config_set PI_BUILT(pi_config_set)
/* pith.c: the options. What pith_init returns for them; a hash of what a state of them shares; sets what follows from them. */
int pi_config_check(const pith *p, const pith_config *cfg, const pith_cell *work, size_t cells);
uint32_t pi_config_hash(const pith_config *cfg, size_t cells);
void pi_config_set(pi_core *c, const pith_config *cfg, size_t cells);

/* pith.c: the addresses; neither scan nor seen. PITH_OK, PITH_E_ARG or PITH_E_STATE. */
int pi_view_of(pi_view *v, const pith *p);

/* pith.c: what a record says of its sentence, whose choice was not too long for the budget. */
void pi_item_of(const pi_rec *r, pith_item *item);

#define pi_count_term PI_BUILT(pi_count_term)
/* count.c: counts the term of a word or number, of which *w is known, in the sentence that is being read and in the tables.
 * `named`: it has a capital inside the sentence. */
void pi_count_term(pi_view *v, const pi_token *t, const pi_known *w, int named);

#endif
