/* A terminal that goes away: the command reads from it, writes to it, or has it as its controlling terminal. It ends at once:
 * with what it read by then, with an error, or by the signal. PITH names the command. */
#define _XOPEN_SOURCE 700
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "check.h"

enum { IN = 1, OUT = 2, CONTROLS = 4, WAIT_MS = 10000 };

static const char text[] = "The ferry left at dawn. By noon it had reached the other shore.\n";
static char out[4096], err[4096];

static void nap(long ms)
{
    struct timespec t;

    t.tv_sec = ms / 1000;
    t.tv_nsec = ms % 1000 * 1000000;
    nanosleep(&t, NULL);
}

static void child(const char *pith, int terminal, int what, const int *io)
{
    if (what & CONTROLS) {
        setsid();
        ioctl(terminal, TIOCSCTTY, 0);
    }
    if (dup2(what & IN ? terminal : io[0], 0) < 0 || dup2(what & OUT ? terminal : io[1], 1) < 0 || dup2(io[2], 2) < 0)
        _exit(98);
    signal(SIGHUP, SIG_DFL); /* whoever runs the tests may ignore it */
    execl(pith, pith, what & OUT && !(what & IN) ? "--sentences" : "-n", what & OUT && !(what & IN) ? "-" : "1", (char *)NULL);
    _exit(97);
}

static void fetch(int fd, char *to, size_t room)
{
    ssize_t n = pread(fd, to, room - 1, 0);

    to[n > 0 ? n : 0] = 0;
}

static int file(void)
{
    char name[] = "/tmp/pith.hangup.XXXXXX";
    int fd = mkstemp(name);

    if (fd >= 0)
        unlink(name);
    return fd;
}

/* Runs the command, lets it read, closes the terminal. Returns its status as of wait, or -1. */
static int run(const char *pith, int what)
{
    struct termios raw;
    int terminal, pipes[2], io[3], status = -1, i;
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    pid_t pid;

    if (master < 0 || grantpt(master) < 0 || unlockpt(master) < 0 || (terminal = open(ptsname(master), O_RDWR | O_NOCTTY)) < 0)
        return -2;
    if (tcgetattr(terminal, &raw) == 0) {
        raw.c_lflag &= (tcflag_t) ~(ECHO | ICANON);
        tcsetattr(terminal, TCSANOW, &raw);
    }
    if (pipe(pipes) < 0)
        return -2;
    io[0] = pipes[0];
    io[1] = file();
    io[2] = file();
    if (io[1] < 0 || io[2] < 0)
        return -2;
    pid = fork();
    if (pid == 0) {
        close(master);
        close(pipes[1]);
        child(pith, terminal, what, io);
    }
    close(terminal);
    close(pipes[0]);
    if (write(what & IN ? master : pipes[1], text, sizeof text - 1) < 0)
        return -2;
    nap(200);
    close(master);
    if (!(what & IN) && write(pipes[1], text, sizeof text - 1) < 0)
        nap(0); /* it may be gone */
    close(pipes[1]);
    for (i = 0; i < WAIT_MS / 10 && waitpid(pid, &status, WNOHANG) == 0; i++)
        nap(10);
    if (i == WAIT_MS / 10) {
        kill(pid, SIGKILL);
        waitpid(pid, &status, 0);
        status = -1;
    }
    fetch(io[1], out, sizeof out);
    fetch(io[2], err, sizeof err);
    close(io[1]);
    close(io[2]);
    return status;
}

int main(void)
{
    const char *pith = getenv("PITH") ? getenv("PITH") : "build/pith";
    int status;

    signal(SIGPIPE, SIG_IGN);
    status = run(pith, IN);
    if (status == -2) {
        fprintf(stderr, "hangup: no terminals here\n");
        return check_done("hangup");
    }
    /* The end of the text, as on Linux, or an error. */
    CHECK(WIFEXITED(status) && status != -1);
    if (WEXITSTATUS(status) == 0)
        CHECK(strstr(out, "The ferry left at dawn.") != NULL || strstr(out, "By noon") != NULL);
    else
        CHECK(WEXITSTATUS(status) == 1 && strncmp(err, "pith: standard input: ", 22) == 0);
    status = run(pith, OUT);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 1);
    CHECK(strncmp(err, "pith: standard output: ", 23) == 0);
    status = run(pith, IN | CONTROLS);
    CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGHUP);
    CHECK_STR(out, "");
    return check_done("hangup");
}
