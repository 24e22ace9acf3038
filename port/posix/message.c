#include "message.h"

#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int write_all(int fd, const void *buf, size_t n)
{
    const char *b = buf;

    while (n) {
        ssize_t k = write(fd, b, n);
        if (k >= 0) {
            b += k;
            n -= (size_t)k;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            struct pollfd wait = { fd, POLLOUT, 0 };
            poll(&wait, 1, -1);
        } else if (errno != EINTR) {
            return -1;
        }
    }
    return 0;
}

void say(const char *about, const char *fmt, ...)
{
    char text[1024];
    size_t room = sizeof text - 1; /* for the line end */
    int n = snprintf(text, room, about ? "pith: %s: " : "pith: ", about);
    size_t at = n < 0 ? 0 : (size_t)n < room ? (size_t)n : room - 1;
    va_list args;

    va_start(args, fmt);
    n = vsnprintf(text + at, room - at, fmt, args);
    va_end(args);
    if (n > 0)
        at = (size_t)n < room - at ? at + (size_t)n : room - 1;
    text[at++] = '\n';
    write_all(STDERR_FILENO, text, at);
}
