#include "run.h"

#include "pith_wrap.h"

/* A summary, wrapped when it is for a display. */
static int summary(run *r, const pith_reread *again, const char *name)
{
    const options *o = r->opt;
    pith_sink to = { output_write, NULL }, rows = { pith_wrap_write, NULL };
    pith_wrap wrap;
    pith_item s;
    uint16_t i;
    int err = 0;

    to.port = &r->out;
    rows.port = &wrap;
    if (r->row)
        pith_wrap_init(&wrap, &to, o->columns, o->budget.rows, r->row);
    for (i = 0; err == 0 && pith_sentence(&r->p, i, &s) == PITH_OK; i++) {
        err = run_emit(r, again, &s, r->row ? &rows : &to, NULL);
        if (err == 0)
            err = r->row ? pith_wrap_end(&wrap) : output_text(&r->out, "\n");
        err = run_explain(name, &s, err);
    }
    return err;
}

static int keywords(run *r, const pith_reread *again, const char *name)
{
    pith_sink to = { output_write, NULL };
    pith_item k;
    unsigned i;
    uint16_t next = 0;
    int err = 0;

    to.port = &r->out;
    for (i = 0; err == 0 && i < r->opt->keywords && run_keyword(r, again, &next, &k) == 0; i++) {
        err = run_emit(r, again, &k, &to, NULL);
        if (err == 0)
            err = output_text(&r->out, "\n");
        err = run_explain(name, &k, err);
    }
    return err;
}

int print_plain(run *r, input *in)
{
    pith_reread from = { input_again, NULL };
    const pith_reread *again = input_rereads(in) ? &from : NULL;
    int err;

    from.port = in;
    if ((err = run_begin(r, again != NULL)) < 0 || (err = run_feed(r, in)) < 0)
        return err;
    if ((err = run_select(r, in)) < 0)
        return err;
    if (r->opt->summary)
        err = summary(r, again, in->name);
    if (err == 0 && r->opt->summary && r->opt->keywords)
        err = output_text(&r->out, "\n");
    if (err == 0 && r->opt->keywords)
        err = keywords(r, again, in->name);
    return err;
}
