/* What shells cannot show: reads that are interrupted, that would block, that are cut anywhere; UTF-16. */
#include "posix/input.h"

#include "check.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t alarms;

static void on_signal(int number)
{
    (void)number;
    alarms++;
}

static void rest(long us)
{
    struct timespec t = { 0, 0 };

    t.tv_nsec = us * 1000;
    nanosleep(&t, NULL);
}

/* A child writes `text` to a pipe, a byte now and then, and sends signals to its parent. */
static pid_t slow_writer(const char *text, int fd)
{
    pid_t parent = getpid(), child = fork();
    size_t i;

    if (child != 0)
        return child;
    for (i = 0; i < strlen(text); i++) {
        kill(parent, SIGUSR1);
        rest(1000);
        if (write(fd, text + i, 1) != 1)
            _exit(1);
        kill(parent, SIGUSR1);
    }
    _exit(0);
}

static void from_descriptor(input *in, int fd)
{
    memset(in, 0, sizeof *in);
    in->fd = fd;
    in->spool = -1;
    in->name = "pipe";
}

static void test_interrupted(int nonblocking)
{
    static const char text[] = "Interrupted, but nothing is lost.";
    struct sigaction act;
    input in;
    char got[64] = "";
    size_t n = 0;
    int fd[2], k, status = 1;
    pid_t child;

    memset(&act, 0, sizeof act);
    act.sa_handler = on_signal; /* no SA_RESTART: calls end with EINTR */
    sigaction(SIGUSR1, &act, NULL);
    alarms = 0;
    if (!CHECK(pipe(fd) == 0))
        return;
    if (nonblocking)
        fcntl(fd[0], F_SETFL, O_NONBLOCK);
    child = slow_writer(text, fd[1]);
    close(fd[1]);
    from_descriptor(&in, fd[0]);
    while ((k = input_read(&in, got + n, 16)) > 0)
        n += (size_t)k;
    CHECK_INT(k, 0);
    CHECK_STR(got, text);
    CHECK_INT(in.total, sizeof text - 1);
    CHECK(alarms > 0);
    input_close(&in);
    while (waitpid(child, &status, 0) < 0) {
    }
    CHECK_INT(status, 0);
}

/* A pipe that takes little at a time, not waiting: write_all goes on until all is out. */
static void test_write_all(void)
{
    static char text[300000];
    size_t n = 0;
    int fd[2], status = 1;
    pid_t child;

    if (!CHECK(pipe(fd) == 0))
        return;
    fcntl(fd[1], F_SETFL, O_NONBLOCK);
    child = fork();
    if (child == 0) {
        char buf[4096];
        ssize_t k;
        close(fd[1]);
        while ((k = read(fd[0], buf, sizeof buf)) > 0) {
            n += (size_t)k;
            rest(100);
        }
        _exit(n == sizeof text ? 0 : 1);
    }
    close(fd[0]);
    CHECK_INT(write_all(fd[1], text, sizeof text), 0);
    close(fd[1]);
    while (waitpid(child, &status, 0) < 0) {
    }
    CHECK_INT(status, 0);
}

static void converts(const uint8_t *b, size_t n, int big, const char *want, unsigned bad)
{
    utf16 u;
    uint8_t out[256];
    size_t i, k = 0;

    memset(&u, 0, sizeof u);
    u.big = (uint8_t)big;
    for (i = 0; i < n; i++)
        k += utf16_put(&u, b[i], out + k);
    k += utf16_end(&u, out + k);
    out[k] = 0;
    CHECK_STR((const char *)out, want);
    CHECK_INT(u.bad, bad);
}

#define BIG(s, want, bad) converts((const uint8_t *)(s), sizeof(s) - 1, 1, want, bad)
#define LITTLE(s, want, bad) converts((const uint8_t *)(s), sizeof(s) - 1, 0, want, bad)

static void test_utf16(void)
{
    BIG("", "", 0);
    BIG("\0a\0b", "ab", 0);
    LITTLE("a\0b\0", "ab", 0);
    BIG("\x00\xe9\x20\xac\x07\xff\x08\x00\xff\xff", "\xc3\xa9\xe2\x82\xac\xdf\xbf\xe0\xa0\x80\xef\xbf\xbf", 0);
    BIG("\xd8\x3d\xde\x00", "\xf0\x9f\x98\x80", 0);
    LITTLE("\x3d\xd8\x00\xde", "\xf0\x9f\x98\x80", 0);
    BIG("\xdb\xff\xdf\xff", "\xf4\x8f\xbf\xbf", 0);
    BIG("\xd8\x3d\0a", "\xef\xbf\xbd" "a", 1);
    BIG("\xd8\x3d\xd8\x3d\xde\x00", "\xef\xbf\xbd\xf0\x9f\x98\x80", 1);
    BIG("\xde\x00\0a", "\xef\xbf\xbd" "a", 1);
    BIG("\0a\xd8\x3d", "a\xef\xbf\xbd", 1);
    BIG("\0a\0", "a\xef\xbf\xbd", 1);
    BIG("\0a\xd8\x3d\0", "a\xef\xbf\xbd", 1);
}

static void test_utf8_put(void)
{
    static const struct {
        uint32_t code;
        const char *want;
    } c[] = { { 0x24, "$" }, { 0x7f, "\x7f" }, { 0x80, "\xc2\x80" }, { 0xfffd, "\xef\xbf\xbd" },
              { 0xd800, "\xef\xbf\xbd" }, { 0x10000, "\xf0\x90\x80\x80" }, { 0x10ffff, "\xf4\x8f\xbf\xbf" } };
    uint8_t out[5];
    size_t i;

    for (i = 0; i < sizeof c / sizeof c[0]; i++) {
        out[utf8_put(c[i].code, out)] = 0;
        CHECK_STR((const char *)out, c[i].want);
    }
}

/* A file, read again at any place, and one that becomes shorter. */
static void test_file(void)
{
    char path[] = "/tmp/pith-test.XXXXXX", buf[16];
    int fd = mkstemp(path);
    input in;

    if (!CHECK(fd >= 0))
        return;
    CHECK_INT(write_all(fd, "0123456789", 10), 0);
    CHECK_INT(input_open(&in, path, NULL), 0);
    CHECK(input_rereads(&in));
    CHECK_INT(in.size, 10);
    CHECK_INT(input_read(&in, buf, 1), 1);
    CHECK_INT(input_read(&in, buf, 16), 1); /* what was read ahead */
    CHECK_INT(buf[0], '1');
    CHECK_INT(input_read(&in, buf, 16), 8);
    CHECK_INT(input_again(&in, 7, buf, 2), 2);
    CHECK(memcmp(buf, "78", 2) == 0);
    CHECK_INT(ftruncate(fd, 5), 0);
    CHECK_INT(input_again(&in, 7, buf, 2), 0);
    CHECK_INT(input_read(&in, buf, 16), 0);
    input_close(&in);
    close(fd);
    unlink(path);
}

int main(void)
{
    test_interrupted(0);
    test_interrupted(1);
    test_write_all();
    test_utf16();
    test_utf8_put();
    test_file();
    return check_done("input");
}
