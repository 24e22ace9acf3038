/* run [-l] [-e] [-t SECONDS] COMMAND...: runs an emulator, copies its output, exits with the status of the
 * program inside.
 *
 * A program that cannot give a status says it as EOT, two digits, newline (port/baremetal/uart.c): then
 * the emulator is ended and what stood before is the output. Otherwise the emulator's own status counts;
 * 124: the time was up.
 *   -l  the program is behind a UART: standard input is sent when the first line has come out, and each
 *       text (up to an EOT) when it has said "ready" again
 *   -e  the emulator writes the program's output to standard error */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { EOT = 4, TIMED_OUT = 124, USAGE = 125 };

static char text[1 << 22];  /* what is sent */
static size_t text_n, text_at;
static char said[1 << 22];  /* what came out */
static size_t said_n, copied;

static long long now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void read_text(void)
{
    ssize_t n;

    while (text_n < sizeof text && (n = read(0, text + text_n, sizeof text - text_n)) > 0)
        text_n += (size_t)n;
}

static pid_t spawn(char **command, int to, int from, int use_err)
{
    pid_t pid = fork();
    int null;

    if (pid != 0)
        return pid;
    null = open("/dev/null", O_WRONLY);
    if (to >= 0)
        dup2(to, 0);
    dup2(use_err ? null : from, 1);
    if (use_err)
        dup2(from, 2);
    execvp(command[0], command);
    perror(command[0]);
    _exit(USAGE);
}

/* Status that the program said, or -1; *end is where its output ends. */
static int said_status(size_t *end)
{
    char *p = said, *eot;
    size_t left = said_n;

    while ((eot = memchr(p, EOT, left)) != NULL) {
        if ((size_t)(said + said_n - eot) >= 4 && eot[3] == '\n' && eot > said && eot[-1] == '\n') {
            *end = (size_t)(eot - 1 - said);
            return (eot[1] - '0') * 10 + (eot[2] - '0');
        }
        left -= (size_t)(eot + 1 - p);
        p = eot + 1;
    }
    return -1;
}

/* Ends of texts that may be sent by now: one for each "ready" line, all when no such line came. */
static size_t may_send(void)
{
    size_t i, k = 0, ready = 0, limit = 0;

    for (i = 0; i + 6 <= said_n; i++)
        if (memcmp(said + i, "ready\n", 6) == 0)
            ready++;
    if (ready == 0)
        return memchr(said, '\n', said_n) ? text_n : 0;
    for (k = 0; k < text_n && ready > 0; k++) {
        limit = k + 1;
        if (text[k] == EOT)
            ready--;
    }
    return limit;
}

static void copy_out(size_t end)
{
    while (copied < end) {
        ssize_t n = write(1, said + copied, end - copied);

        if (n <= 0)
            exit(USAGE);
        copied += (size_t)n;
    }
}

/* Moves bytes until the program has said its status (returned), or its output ends (-1). */
static int converse(int to, int from, long long until, size_t *end)
{
    for (;;) {
        struct pollfd f[2] = { { from, POLLIN, 0 }, { to, POLLOUT, 0 } };
        size_t limit = to >= 0 ? may_send() : 0;
        int sending = text_at < limit;
        int status;
        ssize_t n;

        *end = said_n;
        if (now() > until)
            return TIMED_OUT;
        if (poll(f, sending ? 2 : 1, 200) < 0)
            continue;
        if (sending && (f[1].revents & (POLLOUT | POLLERR))) {
            n = write(to, text + text_at, limit - text_at > 256 ? 256 : limit - text_at);
            text_at = n > 0 ? text_at + (size_t)n : text_n;
        }
        if (f[0].revents & (POLLIN | POLLHUP)) {
            n = read(from, said + said_n, sizeof said - said_n);
            if (n <= 0)
                return -1;
            said_n += (size_t)n;
            if ((status = said_status(end)) >= 0)
                return status;
        }
    }
}

static int wait_for(pid_t pid, long long until)
{
    int w;

    while (waitpid(pid, &w, WNOHANG) == 0) {
        if (now() > until) {
            kill(pid, SIGTERM);
            waitpid(pid, &w, 0);
            return TIMED_OUT;
        }
        usleep(2000);
    }
    return WIFEXITED(w) ? WEXITSTATUS(w) : 128 + WTERMSIG(w);
}

int main(int argc, char **argv)
{
    int line = 0, use_err = 0, seconds = 60, opt, status, in[2] = { -1, -1 }, out[2];
    long long until;
    size_t end;
    pid_t pid;

    while ((opt = getopt(argc, argv, "+let:")) != -1) {
        if (opt == 'l')
            line = 1;
        else if (opt == 'e')
            use_err = 1;
        else if (opt == 't')
            seconds = atoi(optarg);
        else
            return USAGE;
    }
    if (optind == argc || pipe(out) < 0 || (line && pipe(in) < 0))
        return USAGE;
    signal(SIGPIPE, SIG_IGN);
    fcntl(out[0], F_SETFD, FD_CLOEXEC);
    if (line) {
        read_text();
        fcntl(in[1], F_SETFD, FD_CLOEXEC);
        fcntl(in[1], F_SETFL, O_NONBLOCK);
    }
    until = now() + seconds * 1000LL;
    pid = spawn(argv + optind, in[0], out[1], use_err);
    close(out[1]);
    status = converse(in[1], out[0], until, &end);
    copy_out(end);
    if (status >= 0) {
        kill(pid, SIGTERM);
        waitpid(pid, NULL, 0);
        return status;
    }
    return wait_for(pid, until);
}
