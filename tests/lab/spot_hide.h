/* Words that the word table has only since it was made from the text at hand, too: while that is learnt from, they must be as
 * unknown as those of any other text will be. Host only. */
#ifndef LAB_SPOT_HIDE_H
#define LAB_SPOT_HIDE_H

#include <stddef.h>

#include "spot_words.h"

typedef struct {
    uint32_t *hash; /* of words as the table has them */
    size_t n, room;
} hidden;

/* The capitalized words of the table (words_table) that would not be in it without the text of the file. Ends the program when
 * that cannot be read. */
void hide_text(hidden *h, const char *path);
/* As of each *.txt of a directory, in the order of their names; returns how many. At most `room`. */
size_t hide_texts(hidden *h, size_t room, const char *dir);
/* Makes `to`, a table of as many buckets, `from` without them. */
void hide(bucket_table *to, const bucket_table *from, const hidden *h);

#endif
