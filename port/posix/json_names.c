/* Names in JSON: the members "mentions" and "entities". */
#include "run.h"

#include "json_out.h"

#include <stdlib.h>
#include <string.h>

static void member(output *out, const char *name, uint64_t n)
{
    output_text(out, ",\"");
    output_text(out, name);
    output_text(out, "\":");
    output_number(out, n);
}

static void text_member(output *out, const char *name, const void *text, size_t n)
{
    output_text(out, ",\"");
    output_text(out, name);
    output_text(out, "\":");
    json_string(out, text, n);
}

static int print_one(run *r, const mention *m)
{
    output_text(&r->out, r->listed++ ? ",{\"offset\":" : "{\"offset\":");
    output_number(&r->out, m->item.offset);
    member(&r->out, "length", m->item.length);
    text_member(&r->out, "kind", names_kind(m->item.kind), strlen(names_kind(m->item.kind)));
    member(&r->out, "entity", m->item.score);
    text_member(&r->out, "text", m->text, m->text_n);
    if (m->value_n)
        text_member(&r->out, "value", m->value, m->value_n);
    return output_text(&r->out, "}");
}

/* A mention is printed when it is found. */
static int print_now(void *port, const mention *m)
{
    run *r = port;

    return run_in_range(r, &m->item) ? print_one(r, m) : 0;
}

/* Mentions that wait for the end of a line, whose object may yet turn out to be wrong: each a mention and its text. */
static struct {
    uint8_t *b;
    size_t n, room;
} held;

static int hold(void *port, const mention *m)
{
    size_t size = sizeof *m + m->text_n;

    if (!run_in_range(port, &m->item))
        return 0;
    if (held.n + size > held.room) {
        size_t room = 2 * (held.n + size);
        uint8_t *b = realloc(held.b, room);

        if (!b) {
            say(NULL, "no memory for the mentions of a line");
            return E_OTHER;
        }
        held.b = b;
        held.room = room;
    }
    memcpy(held.b + held.n, m, sizeof *m);
    if (m->text_n)
        memcpy(held.b + held.n + sizeof *m, m->text, m->text_n);
    held.n += size;
    return 0;
}

void json_mentions_begin(run *r, int wait)
{
    held.n = 0;
    r->listed = 0;
    r->names.found = !(r->opt->names & NAMES_MENTIONS) ? NULL : wait ? hold : print_now;
    r->names.port = r;
}

int json_mentions(run *r)
{
    size_t at = 0;
    mention m;
    int err = output_text(&r->out, ",\"mentions\":[");

    while (err == 0 && at < held.n) {
        memcpy(&m, held.b + at, sizeof m);
        m.text = held.b + at + sizeof m;
        at += sizeof m + m.text_n;
        err = print_one(r, &m);
    }
    return err == 0 ? output_text(&r->out, "]") : err;
}

static int form(run *r, input *in, uint16_t i, const pith_entity *e, uint8_t f)
{
    uint8_t text[255];
    int k = names_form(&r->names, in, i, e, f, text);

    return k < 0 ? k : json_string(&r->out, text, (size_t)k);
}

static int entity(run *r, input *in, uint16_t i, const pith_entity *e)
{
    char value[PITH_VALUE_MAX];
    int k = pith_names_entity_value(&r->names.p, i, value, sizeof value), err;
    uint8_t f;

    output_text(&r->out, "{\"entity\":");
    output_number(&r->out, e->number);
    text_member(&r->out, "kind", names_kind(e->kind), strlen(names_kind(e->kind)));
    output_text(&r->out, ",\"name\":");
    if ((err = form(r, in, i, e, 0)) < 0)
        return err;
    if (k > 0)
        text_member(&r->out, "value", value, (size_t)k);
    member(&r->out, "count", e->count);
    member(&r->out, "first", e->first);
    member(&r->out, "last", e->last);
    member(&r->out, "salience", e->salience);
    output_text(&r->out, ",\"forms\":[");
    for (f = 1; f < e->forms && err == 0; f++) {
        if (f > 1)
            output_text(&r->out, ",");
        err = form(r, in, i, e, f);
    }
    return err < 0 ? err : output_text(&r->out, "]}");
}

int json_entities(run *r, input *in)
{
    pith_entity e;
    uint16_t next = 0;
    int i, n = 0, err = output_text(&r->out, ",\"entities\":[");

    while (err == 0 && (i = names_next(&r->names, &next, &e)) >= 0) {
        if (n++)
            output_text(&r->out, ",");
        err = entity(r, in, (uint16_t)i, &e);
    }
    return err == 0 ? output_text(&r->out, "]") : err;
}
