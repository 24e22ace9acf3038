/* JSON out: strings from any bytes. */
#ifndef JSON_OUT_H
#define JSON_OUT_H

#include "output.h"
#include "pith_utf8.h"

/* The text of one string; zero `utf8` to start. */
typedef struct {
    output *out;
    pith_utf8 utf8;
} json_text;

/* A pith_sink's function with a json_text as port: escapes what must be, gives U+FFFD for malformed UTF-8. */
int json_text_write(void *port, const void *text, size_t n);

/* The string ends: what was left incomplete. Returns 0 or E_OUTPUT. */
int json_text_end(json_text *text);

/* A whole string with its quotes. Returns 0 or E_OUTPUT. */
int json_string(output *out, const void *b, size_t n);

#endif
