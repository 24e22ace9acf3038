/* Text in, sentences out: what every port does around the core. No allocation, no stdio, no operating
 * system; buffers are the caller's.
 *
 * The contract of sources and sinks: a port gives functions that move bytes and a `port` pointer that is
 * handed back to them.
 *   read    returns > 0, the bytes put into buf (1 to n, as many as are there: short counts are fine);
 *           0, the text ends here, and nothing else; or an error of the port's own, <= PITH_IO_PORT. A
 *           source that waits returns when at least one byte is there.
 *   write   takes all n bytes and returns 0, or an error of the port's own, <= PITH_IO_PORT.
 * n is 1 to INT_MAX. Errors come back from the functions below unchanged. */
#ifndef PITH_IO_H
#define PITH_IO_H

#include "pith.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    PITH_IO_GONE = -64, /* the text ended before the sentence did: it was changed since it was fed */
    PITH_IO_PORT = -65  /* ports use this and below */
};

/* Gives the text from its start to its end. */
typedef struct {
    int (*read)(void *port, void *buf, size_t n);
    void *port;
} pith_source;

/* Gives the text again, from any offset that was fed. */
typedef struct {
    int (*read)(void *port, uint32_t offset, void *buf, size_t n);
    void *port;
} pith_reread;

typedef struct {
    int (*write)(void *port, const void *buf, size_t n);
    void *port;
} pith_sink;

/* Feeds one piece of up to n bytes. Returns the bytes fed; 0 at the end of the text; the source's error;
 * PITH_E_STATE, PITH_E_ARG (n is 0, or the source broke its contract). For a loop with a watchdog. */
int pith_io_step(pith *p, const pith_source *src, void *buf, size_t n);

/* Feeds all that the source has. Does not call pith_end. Returns 0 or an error as pith_io_step. */
int pith_io_pump(pith *p, const pith_source *src, void *buf, size_t n);

/* Writes a sentence or keyword: its text, white space and control characters folded to one blank, none at
 * the ends; no line end. The text comes from `again`, or when that is null from what pith_text kept.
 * `buf` takes the pieces: n >= PITH_IO_EMIT_MIN bytes; more means fewer calls. Returns 0; an error of
 * `again` or `out`; PITH_IO_GONE; PITH_E_SPACE (not kept); PITH_E_ARG (n too small). */
enum { PITH_IO_EMIT_MIN = 8 };
int pith_io_emit(const pith *p, const pith_reread *again, const pith_item *item, const pith_sink *out,
                 void *buf, size_t n);

/* Writes every chosen sentence, a line each. Returns as pith_io_emit; PITH_E_STATE: no selection. */
int pith_io_summary(const pith *p, const pith_reread *again, const pith_sink *out, void *buf, size_t n);

#ifdef __cplusplus
}
#endif

#endif
