/* System calls that fail: linked into the command in place of read, pread (pread64 where offsets of files are wider than words) and
 * write (ld --wrap). What fails, and how, the
 * environment says:
 *   FAULT_CALL   read, pread or write; FAULT_AT: the number of the call that fails, from 1; FAULT_EVER=1: all after it, too
 *   FAULT_ERRNO  the error; FAULT_FD: of calls on this descriptor alone
 *   FAULT_FILE   a file that gets the length FAULT_SIZE at that call, which then goes on
 *   FAULT_STORM  of each so many calls one goes on, the others are interrupted; FAULT_SHORT: bytes that a call moves at most
 *   FAULT_LOG    a file that is made when a fault has happened */
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

ssize_t __real_read(int fd, void *buf, size_t n);
ssize_t __real_pread(int fd, void *buf, size_t n, off_t at);
ssize_t __real_pread64(int fd, void *buf, size_t n, off_t at);
ssize_t __real_write(int fd, const void *buf, size_t n);
ssize_t __wrap_read(int fd, void *buf, size_t n);
ssize_t __wrap_pread(int fd, void *buf, size_t n, off_t at);
ssize_t __wrap_pread64(int fd, void *buf, size_t n, off_t at);
ssize_t __wrap_write(int fd, const void *buf, size_t n);

static long number(const char *name, long otherwise)
{
    const char *s = getenv(name);

    return s && *s ? strtol(s, NULL, 10) : otherwise;
}

static void note(void)
{
    const char *log = getenv("FAULT_LOG");
    int fd = log ? open(log, O_WRONLY | O_CREAT, 0600) : -1;

    if (fd >= 0)
        close(fd);
}

static int resize(const char *file, off_t size)
{
    int fd = open(file, O_WRONLY), err = fd < 0 || ftruncate(fd, size) < 0;

    if (fd >= 0)
        close(fd);
    if (err)
        _exit(99);
    return 0;
}

/* Does the call fail? Else *n is what it may move. */
static int fails(const char *call, int fd, size_t *n)
{
    static unsigned long storm;
    static long calls;
    const char *which = getenv("FAULT_CALL"), *file = getenv("FAULT_FILE");
    long at = number("FAULT_AT", 0), on = number("FAULT_FD", -1), most = number("FAULT_SHORT", 0), every = number("FAULT_STORM", 0);

    if (on >= 0 && on != fd)
        return 0;
    if (every && ++storm % (unsigned long)every != 0) {
        errno = EINTR;
        return 1;
    }
    if (most && *n > (size_t)most)
        *n = (size_t)most;
    if (which == NULL || strcmp(which, call) != 0)
        return 0;
    calls++;
    if (at == 0 || calls < at || (calls > at && !number("FAULT_EVER", 0)))
        return 0;
    note();
    if (file)
        return resize(file, (off_t)number("FAULT_SIZE", 0));
    errno = (int)number("FAULT_ERRNO", EIO);
    return 1;
}

ssize_t __wrap_read(int fd, void *buf, size_t n) { return fails("read", fd, &n) ? -1 : __real_read(fd, buf, n); }
ssize_t __wrap_pread(int fd, void *buf, size_t n, off_t at) { return fails("pread", fd, &n) ? -1 : __real_pread(fd, buf, n, at); }
ssize_t __wrap_pread64(int fd, void *buf, size_t n, off_t at) { return fails("pread", fd, &n) ? -1 : __real_pread64(fd, buf, n, at); }
ssize_t __wrap_write(int fd, const void *buf, size_t n) { return fails("write", fd, &n) ? -1 : __real_write(fd, buf, n); }
