/* Checks for test programs. A failed check prints where it stands and goes on; check_done() prints
 * "N passed, N failed" and gives main its exit status. */
#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <string.h>

static unsigned long check_passed, check_failed;

static inline int check_at(int ok, const char *what, const char *file, int line)
{
    if (ok) {
        check_passed++;
    } else {
        check_failed++;
        fprintf(stderr, "%s:%d: failed: %s\n", file, line, what);
    }
    return ok;
}

static inline int check_int(long long got, long long want, const char *what, const char *file, int line)
{
    if (check_at(got == want, what, file, line))
        return 1;
    fprintf(stderr, "    got %lld, want %lld\n", got, want);
    return 0;
}

static inline int check_str(const char *got, const char *want, const char *what, const char *file, int line)
{
    if (check_at(strcmp(got, want) == 0, what, file, line))
        return 1;
    fprintf(stderr, "    got  \"%s\"\n    want \"%s\"\n", got, want);
    return 0;
}

#define CHECK(cond) check_at(!!(cond), #cond, __FILE__, __LINE__)
#define CHECK_INT(got, want) check_int((long long)(got), (long long)(want), #got, __FILE__, __LINE__)
#define CHECK_STR(got, want) check_str((got), (want), #got, __FILE__, __LINE__)

static inline int check_done(const char *name)
{
    printf("%s: %lu passed, %lu failed\n", name, check_passed, check_failed);
    return check_failed != 0;
}

#endif
