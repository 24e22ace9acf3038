#include "run.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    const char *on, *off;
} marks;

static marks choose_marks(void)
{
    static const marks stars = { "**", "**" }, bold = { "\033[1m", "\033[0m" };
    const char *term = getenv("TERM");

    return isatty(STDOUT_FILENO) && term && strcmp(term, "dumb") != 0 ? bold : stars;
}

/* Copies the text from *at up to `to`. */
static int copy(run *r, input *in, uint32_t *at, uint32_t to)
{
    int err = 0;

    while (*at < to && err == 0) {
        uint32_t left = to - *at;
        int k = input_again(in, *at, r->buf, left < sizeof r->buf ? left : sizeof r->buf);
        if (k < 0)
            return k;
        if (k == 0)
            return PITH_IO_GONE;
        err = output_write(&r->out, r->buf, (size_t)k);
        *at += (uint32_t)k;
    }
    return err;
}

int print_mark(run *r, input *in)
{
    marks m = choose_marks();
    pith_item s;
    uint32_t at = 0;
    uint16_t i;
    int err;

    memset(&s, 0, sizeof s);
    if (!input_rereads(in) && (err = input_spool(in)) < 0)
        return err;
    if ((err = run_begin(r, 1)) < 0 || (err = run_feed(r, in)) < 0)
        return err;
    run_select(r, in);
    for (i = 0; err == 0 && pith_sentence(&r->p, i, &s) == PITH_OK; i++) {
        if ((err = copy(r, in, &at, s.offset)) < 0 || (err = output_text(&r->out, m.on)) < 0)
            break;
        if ((err = copy(r, in, &at, s.offset + s.length)) == 0)
            err = output_text(&r->out, m.off);
    }
    if (err == 0)
        err = copy(r, in, &at, (uint32_t)in->total);
    return run_explain(in->name, &s, err);
}
