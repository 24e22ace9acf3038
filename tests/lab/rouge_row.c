#include "rouge_row.h"

#include <stdlib.h>
#include <string.h>

static void compare(const char *ref, const char *hyp, rouge_score *best)
{
    rouge_text r, h;
    rouge_score s;

    rouge_read(&r, ref, strlen(ref));
    rouge_read(&h, hyp, strlen(hyp));
    s = rouge_compare(&r, &h);
    rouge_free(&r);
    rouge_free(&h);
    if (s.r1 > best->r1)
        best->r1 = s.r1;
    if (s.r2 > best->r2)
        best->r2 = s.r2;
    if (s.lsum > best->lsum)
        best->lsum = s.lsum;
}

void rouge_row(const jsonl *j, const char *hyp, rouge_score *best)
{
    char *ref = jsonl_element(j, "refs", 0);
    size_t i;

    memset(best, 0, sizeof *best);
    if (!ref) {
        ref = jsonl_string(j, "summary");
        if (ref)
            compare(ref, hyp, best);
        free(ref);
        return;
    }
    for (i = 1; ref; i++) {
        compare(ref, hyp, best);
        free(ref);
        ref = jsonl_element(j, "refs", i);
    }
}
