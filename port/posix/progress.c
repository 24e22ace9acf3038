#include "progress.h"

#include "message.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LARGE = 16 * 1024 * 1024, WIDTH = 40 };

void progress_begin(progress *p, uint64_t size)
{
    p->size = size >= LARGE && isatty(STDERR_FILENO) ? size : 0;
    p->percent = -1;
}

void progress_show(progress *p, uint64_t done)
{
    char bar[WIDTH + 1], line[WIDTH + 24];
    int percent, n, full;

    if (p->size == 0)
        return;
    percent = done >= p->size ? 100 : (int)(done / (p->size / 100 + 1));
    if (percent == p->percent)
        return;
    p->percent = percent;
    full = WIDTH * percent / 100;
    memset(bar, '#', (size_t)full);
    memset(bar + full, '.', (size_t)(WIDTH - full));
    bar[WIDTH] = 0;
    n = snprintf(line, sizeof line, "\rpith: [%s] %3d%%", bar, percent);
    write_all(STDERR_FILENO, line, (size_t)n);
}

void progress_end(progress *p)
{
    char blank[WIDTH + 16];

    if (p->percent < 0)
        return;
    memset(blank, ' ', sizeof blank);
    blank[0] = blank[sizeof blank - 1] = '\r';
    write_all(STDERR_FILENO, blank, sizeof blank);
    p->percent = -1;
}
