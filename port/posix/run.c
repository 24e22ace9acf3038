#include "run.h"

#include "cut.h"
#include "progress.h"

#include <string.h>

int run_names_alone(const run *r)
{
    return r->opt->mode == MODE_MENTIONS || (r->opt->mode == MODE_ENTITIES && !r->opt->summary);
}

int run_begin(run *r, int rereads)
{
    const options *o = r->opt;
    int err;

    memset(&r->cfg, 0, sizeof r->cfg);
    r->cfg.model = &pith_en;
    r->cfg.keep = rereads || o->mode == MODE_SENTENCES ? 0 : KEEP;
    r->cfg.flags = o->keywords ? 0 : PITH_NO_KEYWORDS;
    r->cfg.columns = o->columns;
    r->cfg.from = o->budget.from;
    r->cfg.to = o->budget.to;
    err = pith_init(&r->p, &r->cfg, r->work, r->cells);
    if (err == PITH_OK && o->query)
        err = pith_query(&r->p, o->query, strlen(o->query));
    if (err == PITH_OK)
        return o->names ? names_begin(&r->names, rereads) : 0;
    say(NULL, "the core refuses these options (error %d): try a larger --memory", err);
    return E_OTHER;
}

int run_take(run *r, const uint8_t *text, size_t n)
{
    if (r->opt->names)
        return names_feed(&r->names, text, n);
    pith_feed(&r->p, text, n);
    return 0;
}

int run_feed(run *r, input *in)
{
    progress bar;
    int k, err = 0;

    progress_begin(&bar, in->size);
    while (err == 0 && (k = input_read(in, r->buf, sizeof r->buf)) != 0) {
        err = k < 0 ? k : run_take(r, r->buf, (size_t)k);
        progress_show(&bar, in->total);
    }
    progress_end(&bar);
    return err;
}

int run_select(run *r, input *in)
{
    int err = r->opt->names & NAMES_EXPAND ? expand_begin(r, in) : 0;

    if (err < 0)
        return err;
    if (r->opt->names)
        err = names_end(&r->names);
    else
        pith_end(&r->p);
    while (pith_select(&r->p, &r->opt->budget) == PITH_MORE) {
    }
    return err;
}

int run_in_range(const run *r, const pith_item *item)
{
    const pith_budget *b = &r->opt->budget;

    return item->offset >= b->from && (b->to == 0 || (uint64_t)item->offset + item->length <= b->to);
}

static int emit(run *r, const pith_reread *again, const pith_item *item, const pith_sink *to, int *was_cut)
{
    const pith_budget *b = &r->opt->budget;
    pith_sink sink;
    cut c;
    int err, cuts = 0;

    if (item->kind != PITH_SENTENCE || !(item->flags & PITH_OVER) || !(b->bytes || b->words)) {
        err = pith_io_emit(&r->p, again, item, to, r->buf, sizeof r->buf);
    } else {
        cut_init(&c, b->bytes, b->words, to);
        sink.port = &c;
        sink.write = cut_measure;
        err = pith_io_emit(&r->p, again, item, &sink, r->buf, sizeof r->buf);
        cuts = cut_decide(&c);
        sink.write = cut_write;
        if (err == 0)
            err = pith_io_emit(&r->p, again, item, &sink, r->buf, sizeof r->buf);
        if (err == 0 && cuts)
            err = cut_end(&c);
    }
    if (was_cut)
        *was_cut = cuts;
    return err;
}

int run_emit(run *r, const pith_reread *again, const pith_item *item, const pith_sink *to, int *was_cut)
{
    pith_sink sink;
    int err;

    if (item->kind != PITH_SENTENCE || !(r->opt->names & NAMES_EXPAND))
        return emit(r, again, item, to, was_cut);
    sink = expand_sentence(to);
    err = emit(r, again, item, &sink, was_cut);
    return err == 0 ? expand_write() : err;
}

int run_keyword(run *r, const pith_reread *again, uint16_t *next, pith_item *item)
{
    uint8_t first;

    while (pith_keyword(&r->p, (*next)++, item) == PITH_OK) {
        if (again || pith_text(&r->p, item, &first, 1) == 1)
            return 0;
        r->sum.keywords++;
    }
    return PITH_E_LIMIT;
}

int run_explain(const char *name, const pith_item *item, int error)
{
    if (error >= 0 || error == E_OUTPUT || error == E_INPUT || error == E_OTHER)
        return error;
    if (error == PITH_IO_GONE)
        say(name, "became shorter while it was read");
    else
        say(name, "the text at offset %lu was not kept (error %d): try a larger --memory",
            (unsigned long)item->offset, error);
    return E_INPUT;
}

void run_count(run *r)
{
    pith_loss l;
    tally *t = &r->sum;

    memset(&l, 0, sizeof l);
    if (r->opt->names && pith_names_losses(&r->names.p, &l) == PITH_OK) {
        t->entities_dropped += l.terms;
        l.terms = 0;
    }
    if (!run_names_alone(r) && pith_losses(&r->p, &l) != PITH_OK)
        return;
    t->bytes += l.bytes;
    t->words += l.words;
    t->sentences += l.sentences;
    t->malformed += l.malformed;
    t->cut_words += l.cut_words;
    t->cut += l.cut;
    t->dropped += l.dropped;
    t->terms += l.terms;
    t->unkept += l.unkept;
    t->unread += l.unread;
}
