#include "run.h"

static int print_one(run *r, const pith_item *s)
{
    const pith_budget *b = &r->opt->budget;

    if (s->offset < b->from || (b->to && (uint64_t)s->offset + s->length > b->to))
        return 0;
    output_number(&r->out, s->offset);
    output_text(&r->out, "\t");
    output_number(&r->out, s->length);
    output_text(&r->out, "\t");
    output_number(&r->out, s->score);
    return output_text(&r->out, "\n");
}

/* Prints every sentence as it is found; feeds n bytes, or what is left after the end of the text. */
static int scan(run *r, const uint8_t *text, size_t n)
{
    pith_item s;
    size_t taken;
    int err = 0;

    while (pith_scan(&r->p, text, n, &taken, &s) == PITH_MORE && err == 0) {
        text += taken;
        n -= taken;
        err = print_one(r, &s);
    }
    return err;
}

int print_sentences(run *r, input *in)
{
    int k, err;

    if ((err = run_begin(r, 1)) < 0)
        return err;
    while ((k = input_read(in, r->buf, sizeof r->buf)) > 0)
        if ((err = scan(r, r->buf, (size_t)k)) < 0)
            return err;
    if (k < 0)
        return k;
    pith_end(&r->p);
    return scan(r, r->buf, 0);
}
