/* Messages on standard error, and the errors that the parts of the command pass to each other. */
#ifndef MESSAGE_H
#define MESSAGE_H

#include "pith_io.h"

enum {
    E_INPUT = PITH_IO_PORT,      /* a file failed, the message is out: go on with the next one */
    E_OUTPUT = PITH_IO_PORT - 1, /* standard output failed: stop */
    E_OTHER = PITH_IO_PORT - 2   /* anything else failed, the message is out */
};

/* Exit statuses. */
enum { EXIT_FINE = 0, EXIT_IO = 1, EXIT_USAGE = 2 };

#ifdef __GNUC__
#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))
#else
#define PRINTF_LIKE(fmt, args)
#endif

/* Writes "pith: ABOUT: message", in one piece; `about` may be null. */
void say(const char *about, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Writes n bytes to a file descriptor, over interruptions and short counts, waiting when it would block.
 * Returns 0, or -1 with errno. */
int write_all(int fd, const void *buf, size_t n);

#endif
