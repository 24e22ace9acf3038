/* A slow, obvious summarizer, to be compared with the core: it holds the whole text, looks ahead as far as it likes, allocates
 * what it needs, and counts in plain integers. Host only. Of the core it takes the names of kinds and flags,
 * and the tables of characters. */
#ifndef REF_H
#define REF_H

#include <stddef.h>
#include <stdint.h>

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

/* Memory, or the end of the program. */
void *ref_alloc(void *old, size_t bytes);

#endif
