#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int failed(const input *in)
{
    say(in->name, "%s", strerror(errno));
    return E_INPUT;
}

/* read(2) over interruptions, waiting when it would block. Returns the bytes, 0 at the end, or an error. */
static int get(input *in, void *buf, size_t n)
{
    if (in->flush && !in->whole && output_flush(in->flush) < 0)
        return E_OUTPUT;
    for (;;) {
        ssize_t k = read(in->fd, buf, n);
        if (k >= 0)
            return (int)k;
        if (errno == EAGAIN || errno == EWOULDBLOCK) {
            struct pollfd wait = { in->fd, POLLIN, 0 };
            poll(&wait, 1, -1);
        } else if (errno != EINTR) {
            return failed(in);
        }
    }
}

/* Reads the first two bytes: a byte-order mark says that this is UTF-16. */
static int look(input *in)
{
    while (in->peeked < 2) {
        int k = get(in, in->peek + in->peeked, 2u - in->peeked);
        if (k < 0)
            return k;
        if (k == 0)
            return 0;
        in->peeked = (uint8_t)(in->peeked + k);
    }
    in->wide = (in->peek[0] == 0xff && in->peek[1] == 0xfe) || (in->peek[0] == 0xfe && in->peek[1] == 0xff);
    if (in->wide) {
        in->u.big = in->peek[0] == 0xfe;
        in->peeked = 0;
    }
    return 0;
}

int input_open(input *in, const char *path, output *flush)
{
    struct stat st;
    off_t at;
    int r;

    memset(in, 0, sizeof *in);
    in->spool = -1;
    in->flush = flush;
    in->name = path;
    if (strcmp(path, "-") == 0) {
        in->name = "standard input";
        in->fd = STDIN_FILENO;
        if (isatty(STDIN_FILENO) && isatty(STDERR_FILENO))
            say(NULL, "reading from the terminal; Ctrl-D on a new line ends the text");
    } else if ((in->fd = open(path, O_RDONLY | O_NOCTTY)) < 0) {
        return failed(in);
    }
    if (fstat(in->fd, &st) < 0) {
        failed(in);
        input_close(in);
        return E_INPUT;
    }
    if (S_ISDIR(st.st_mode)) {
        say(in->name, "is a directory; name the files in it");
        input_close(in);
        return E_INPUT;
    }
    at = lseek(in->fd, 0, SEEK_CUR);
    if (S_ISREG(st.st_mode) && at >= 0) {
        in->whole = 1;
        in->base = at;
        in->size = st.st_size > at ? (uint64_t)(st.st_size - at) : 0;
    }
    if ((r = look(in)) < 0)
        input_close(in);
    return r;
}

int input_rereads(const input *in)
{
    return in->spool >= 0 || (in->whole && !in->wide);
}

int input_spool(input *in)
{
    const char *dir = getenv("TMPDIR");
    char path[4096];
    int n;

    if (!dir || !*dir)
        dir = "/tmp";
    n = snprintf(path, sizeof path, "%s/pith.XXXXXX", dir);
    if (n < 0 || (size_t)n >= sizeof path)
        errno = ENAMETOOLONG;
    else
        in->spool = mkstemp(path);
    if (in->spool < 0) {
        say(dir, "%s; what cannot be read again is kept there, TMPDIR names another place",
            strerror(errno));
        return E_OTHER;
    }
    unlink(path);
    return 0;
}

/* As get, after what was read ahead. */
static int get_rest(input *in, uint8_t *buf, size_t n)
{
    if (in->peeked) {
        size_t k = in->peeked < n ? in->peeked : n;
        memcpy(buf, in->peek, k);
        in->peek[0] = in->peek[1];
        in->peeked = (uint8_t)(in->peeked - k);
        return (int)k;
    }
    return get(in, buf, n);
}

/* As get, converted to UTF-8: r bytes give at most 3 * r / 2 + 6. */
static int get_wide(input *in, uint8_t *buf, size_t n)
{
    static uint8_t raw[1 << 15];
    size_t out = 0;

    while (out == 0 && !in->ended) {
        size_t room = (n - 6) / 3 * 2;
        int i, k = get(in, raw, room < sizeof raw ? room : sizeof raw);
        if (k < 0)
            return k;
        if (k == 0) {
            in->ended = 1;
            return (int)utf16_end(&in->u, buf);
        }
        for (i = 0; i < k; i++)
            out += utf16_put(&in->u, raw[i], buf + out);
    }
    return (int)out;
}

int input_read(void *port, void *buf, size_t n)
{
    input *in = port;
    uint64_t room = UINT32_MAX - in->total;
    int k;

    if (!in->endless && room < n) {
        if (room < (in->wide ? 16u : 1u)) { /* get_wide needs 9 */
            in->cut = get_rest(in, buf, 1) > 0;
            return 0;
        }
        n = (size_t)room;
    }
    k = in->wide ? get_wide(in, buf, n) : get_rest(in, buf, n);
    if (k <= 0)
        return k;
    in->total += (uint64_t)k;
    if (in->spool >= 0 && write_all(in->spool, buf, (size_t)k) < 0) {
        say("temporary file", "%s; TMPDIR names another place", strerror(errno));
        return E_OTHER;
    }
    return k;
}

int input_again(void *port, uint32_t offset, void *buf, size_t n)
{
    input *in = port;
    int spooled = in->spool >= 0;

    for (;;) {
        ssize_t k = pread(spooled ? in->spool : in->fd, buf, n, (off_t)((spooled ? 0 : in->base) + offset));
        if (k >= 0)
            return (int)k;
        if (errno != EINTR)
            return failed(in);
    }
}

void input_close(input *in)
{
    if (in->spool >= 0)
        close(in->spool);
    if (in->fd > STDIN_FILENO)
        close(in->fd);
    in->spool = in->fd = -1;
}
