/* Texts with marked names: token TAB tag lines (BIO2) become documents of running text with spans. Host only. */
#ifndef LAB_BIO_H
#define LAB_BIO_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint32_t from, to; /* bytes of the text */
    uint8_t kinds;     /* bit per PI_NAME_* that it may be; 0: a mark that says nothing */
    uint8_t gold;      /* the kind that counts when measured, or 255 */
    uint8_t hit;       /* was found */
} bio_span;

typedef struct {
    char *text;
    size_t length;
    bio_span *spans;
    size_t nspans;
} bio_doc;

typedef struct {
    bio_doc *docs;
    size_t n;
} bio_set;

/* How the tokens are put together: by blanks, an empty line between sentences, as bio_f1.py does; or as
 * they are written, as far as rules can tell. */
enum { BIO_BLANKS, BIO_WRITTEN };

/* Which tags mean what: "PER=P,GPE=L,..." with P person, L place, O organization, G group, M other, X nothing,
 * and "M1" other or, of a single word, perhaps a group. "*" stands for any other tag. `cut`: sentences of a document where
 * the file marks none or documents are long; 0: as bio_f1.py does. Ends the program when the file cannot be read. */
void bio_read(bio_set *set, const char *path, const char *tags, int style, unsigned cut);

#endif
