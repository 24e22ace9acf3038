/* --mentions and --entities: a line for each. */
#include "run.h"

/* On one line: runs of white space and controls are one blank. */
static int print_text(output *out, const uint8_t *s, size_t n)
{
    size_t i, from = 0;
    int err = 0;

    for (i = 0; i < n && err == 0; i++)
        if (s[i] <= ' ' || s[i] == 0x7F) {
            if (i > from)
                err = output_write(out, s + from, i - from);
            if (err == 0 && i > from)
                err = output_text(out, " ");
            from = i + 1;
        }
    return err == 0 && n > from ? output_write(out, s + from, n - from) : err;
}

static int tab_number(output *out, uint64_t n)
{
    output_text(out, "\t");
    return output_number(out, n);
}

static int print_mention(void *port, const mention *m)
{
    run *r = port;

    if (!run_in_range(r, &m->item))
        return 0;
    output_number(&r->out, m->item.offset);
    tab_number(&r->out, m->item.length);
    output_text(&r->out, "\t");
    output_text(&r->out, names_kind(m->item.kind));
    tab_number(&r->out, m->item.score);
    output_text(&r->out, "\t");
    print_text(&r->out, m->text, m->text_n);
    if (m->item.kind >= PITH_DATE) {
        output_text(&r->out, "\t");
        output_write(&r->out, m->value, m->value_n);
    }
    return output_text(&r->out, "\n");
}

/* Feeds the text to the names alone. */
static int read_names(run *r, input *in, int rereads)
{
    int k, err = names_begin(&r->names, rereads);

    while (err == 0 && (k = input_read(in, r->buf, sizeof r->buf)) != 0)
        err = k < 0 ? k : names_feed(&r->names, r->buf, (size_t)k);
    return err == 0 ? names_end(&r->names) : err;
}

int print_mentions(run *r, input *in)
{
    r->names.found = print_mention;
    r->names.port = r;
    return read_names(r, in, 1);
}

static int print_form(run *r, input *in, uint16_t i, const pith_entity *e, uint8_t form)
{
    uint8_t text[255];
    int k = names_form(&r->names, in, i, e, form, text);

    return k < 0 ? k : print_text(&r->out, text, (size_t)k);
}

static int print_entity(run *r, input *in, uint16_t i, const pith_entity *e)
{
    uint8_t f;
    int err;

    output_text(&r->out, names_kind(e->kind));
    output_text(&r->out, "\t");
    if ((err = print_form(r, in, i, e, 0)) < 0)
        return err;
    tab_number(&r->out, e->count);
    tab_number(&r->out, e->first);
    for (f = 1; f < e->forms; f++) {
        output_text(&r->out, "\t");
        if ((err = print_form(r, in, i, e, f)) < 0)
            return err;
    }
    return output_text(&r->out, "\n");
}

int print_entities(run *r, input *in)
{
    pith_entity e;
    uint16_t next = 0;
    int i, err;

    if (!r->opt->summary) {
        err = read_names(r, in, input_rereads(in));
    } else {
        if (!input_rereads(in) && (err = input_spool(in)) < 0)
            return err;
        if ((err = print_plain(r, in)) == 0)
            err = output_text(&r->out, "\n");
    }
    while (err == 0 && (i = names_next(&r->names, &next, &e)) >= 0)
        err = print_entity(r, in, (uint16_t)i, &e);
    return err;
}
