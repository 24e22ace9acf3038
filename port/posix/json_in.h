/* Lines of JSON, read in fixed memory: an object a line with the members "id" and "text", in any order, among
 * others that are skipped. The text goes to the core as it is decoded. */
#ifndef JSON_IN_H
#define JSON_IN_H

#include "input.h"

enum { JSON_ID_MAX = 1024, JSON_DEPTH_MAX = 1024 };

typedef struct {
    input *in;
    int (*begin)(void *port); /* called when a text begins. Returns 0 or an error */
    int (*text)(void *port, const uint8_t *b, size_t n); /* takes a piece of it. Returns 0 or an error */
    void *port;
    const uint8_t *at, *end; /* what was read and not yet looked at */
    int failed;            /* error of the input, which ends everything */
    const char *wrong;     /* what is wrong with this line, or null */
    uint64_t line;         /* number of this line, from 1 */
    int has_text;
    int id_is_text;        /* a string, not a number */
    size_t id_length;      /* 0 and not a string: there was no id */
    uint8_t id[JSON_ID_MAX]; /* decoded */
    uint8_t depth[JSON_DEPTH_MAX / 8]; /* of nested values: a bit for each, 1 an object */
    uint8_t buf[1 << 16];
} json_in;

enum { JSON_END, JSON_LINE, JSON_BAD };

/* Reads the next line that is not blank. Returns JSON_LINE: id and text were read; JSON_BAD: j->wrong says
 * why not; JSON_END; or an error of the input, of `begin` or `text`. */
int json_in_line(json_in *j);

#endif
