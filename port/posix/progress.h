/* A progress bar on standard error, when that is a terminal and the text is large. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdint.h>

typedef struct {
    uint64_t size; /* 0: no bar */
    int percent;   /* shown, or -1 */
} progress;

void progress_begin(progress *p, uint64_t size);
void progress_show(progress *p, uint64_t done);
void progress_end(progress *p);

#endif
