/* What a program spends, by function: shared by the emulators' plugin (icount.c) and the AVR runner
 * (simrun.c). The unit is the user's: instructions or cycles.
 *
 * Symbols come from `nm -n ELF`. The functions of the API are those named pith_*: for each, the calls made
 * from outside the API, and the total and longest of them, everything below included. */
#ifndef PROFILE_H
#define PROFILE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    char name[64];
    uint64_t start;
    uint64_t own;                 /* spent in itself */
    uint64_t calls, total, most;  /* of an API function */
} prof_func;

static prof_func *prof_funcs;
static size_t prof_count;
static uint64_t prof_total;
static prof_func *prof_inside; /* the API call that is running */
static uint64_t prof_return, prof_since;

/* Returns 0, or -1 when the file cannot be read. */
static int prof_load(const char *file)
{
    FILE *f = fopen(file, "r");
    char line[256], type;
    unsigned long long at;
    prof_func e;

    if (!f)
        return -1;
    while (fgets(line, sizeof line, f)) {
        memset(&e, 0, sizeof e);
        /* '$' and '.L' begin the assembler's own marks */
        if (sscanf(line, "%llx %c %63s", &at, &type, e.name) != 3 || !strchr("TtWw", type) || strchr("$.", e.name[0]))
            continue;
        e.start = at;
        prof_funcs = realloc(prof_funcs, (prof_count + 1) * sizeof e);
        if (!prof_funcs)
            return -1;
        prof_funcs[prof_count++] = e;
    }
    fclose(f);
    return 0;
}

/* The function that `at` stands in, or a null pointer. */
static prof_func *prof_find(uint64_t at)
{
    size_t lo = 0, hi = prof_count;

    while (lo < hi) {
        size_t mid = (lo + hi) / 2;

        if (prof_funcs[mid].start <= at)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo ? &prof_funcs[lo - 1] : NULL;
}

static int prof_is_api(const prof_func *f)
{
    return strncmp(f->name, "pith_", 5) == 0 && strncmp(f->name, "pith_io_", 8) != 0;
}

/* Control is at the start of an API function; it returns to `back`. */
static void prof_enter(prof_func *f, uint64_t back)
{
    if (prof_inside)
        return;
    prof_inside = f;
    prof_return = back;
    prof_since = prof_total;
}

/* Control is at `at`. */
static void prof_at(uint64_t at)
{
    uint64_t n;

    if (!prof_inside || at != prof_return)
        return;
    n = prof_total - prof_since;
    prof_inside->calls++;
    prof_inside->total += n;
    if (n > prof_inside->most)
        prof_inside->most = n;
    prof_inside = NULL;
}

/* total N / call NAME CALLS TOTAL MOST / func NAME N */
static void prof_report(FILE *out)
{
    size_t i;

    fprintf(out, "total %llu\n", (unsigned long long)prof_total);
    for (i = 0; i < prof_count; i++) {
        const prof_func *f = &prof_funcs[i];

        if (f->calls)
            fprintf(out, "call %s %llu %llu %llu\n", f->name, (unsigned long long)f->calls,
                    (unsigned long long)f->total, (unsigned long long)f->most);
        if (f->own)
            fprintf(out, "func %s %llu\n", f->name, (unsigned long long)f->own);
    }
}

#endif
