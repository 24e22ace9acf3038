/* A text to read: a file, a pipe, a terminal. UTF-16 with a byte-order mark is read as UTF-8. */
#ifndef INPUT_H
#define INPUT_H

#include "output.h"
#include "utf16.h"

typedef struct {
    const char *name;  /* for messages */
    int fd;
    int spool;         /* temporary file that keeps what was read, or -1 */
    int whole;         /* the file can be read again at any offset */
    int wide;          /* it is UTF-16 */
    int ended;
    int endless;       /* no limit of 4 GiB: the caller cuts the stream into texts */
    int cut;           /* text was left unread, since offsets end at 4 GiB */
    uint8_t peek[2];   /* read to find out what it is */
    uint8_t peeked;    /* how many of them are still to be given */
    int64_t base;      /* position of the text in the file */
    uint64_t size;     /* of a file that can be read again, when it was opened; else 0 */
    uint64_t total;    /* bytes given */
    output *flush;
    utf16 u;
} input;

/* Opens a path, or standard input for "-", and looks for a byte-order mark. Before a read that may wait,
 * `flush` (may be null) is flushed. Returns 0, E_INPUT after a message, or E_OUTPUT. */
int input_open(input *in, const char *path, output *flush);

/* Keeps what is read in an unlinked temporary file, so that it can be read again. Call it before the first
 * read. Returns 0, or E_OTHER after a message. */
int input_spool(input *in);

/* Can input_again be used? */
int input_rereads(const input *in);

/* A pith_source's function and a pith_reread's, with an input as port. Errors: E_INPUT, E_OTHER after a message;
 * E_OUTPUT when the flush before failed. */
int input_read(void *in, void *buf, size_t n);
int input_again(void *in, uint32_t offset, void *buf, size_t n);

void input_close(input *in);

#endif
