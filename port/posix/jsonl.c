#include "run.h"

#include "json_in.h"
#include "json_out.h"

#include <string.h>

static int begin(void *port)
{
    json_mentions_begin(port, 1);
    return run_begin(port, 0);
}

static int take(void *port, const uint8_t *b, size_t n)
{
    return run_take(port, b, n);
}

/* An array of texts: the chosen sentences, or the keywords. */
static int texts(run *r, const char *name, int keywords)
{
    json_text text;
    pith_sink to = { json_text_write, NULL };
    pith_item it;
    unsigned i;
    uint16_t next = 0;
    int err = 0;

    to.port = &text;
    for (i = 0; err == 0; i++) {
        int got = !keywords              ? pith_sentence(&r->p, (uint16_t)i, &it)
                  : i < r->opt->keywords ? run_keyword(r, NULL, &next, &it)
                                         : PITH_E_LIMIT;
        if (got != PITH_OK)
            break;
        memset(&text, 0, sizeof text);
        text.out = &r->out;
        output_text(&r->out, i ? ",\"" : "\"");
        err = run_explain(name, &it, run_emit(r, NULL, &it, &to, NULL));
        json_text_end(&text);
        if (err == 0)
            err = output_text(&r->out, "\"");
    }
    return err;
}

static int answer(run *r, const json_in *j)
{
    int err = run_select(r, NULL);

    run_count(r);
    output_text(&r->out, "{\"id\":");
    if (j->id_is_text)
        json_string(&r->out, j->id, j->id_length);
    else if (j->id_length)
        output_write(&r->out, j->id, j->id_length);
    else
        output_text(&r->out, "null");
    if (err == 0 && r->opt->summary) {
        output_text(&r->out, ",\"summary\":[");
        err = texts(r, j->in->name, 0);
        output_text(&r->out, "]");
    }
    if (err == 0 && r->opt->keywords) {
        output_text(&r->out, ",\"keywords\":[");
        err = texts(r, j->in->name, 1);
        output_text(&r->out, "]");
    }
    if (err == 0 && r->opt->names & NAMES_MENTIONS)
        err = json_mentions(r);
    if (err == 0 && r->opt->names & NAMES_ENTITIES)
        err = json_entities(r, NULL);
    output_text(&r->out, err == 0 ? "}\n" : "\n");
    return err;
}

static int complain(run *r, const json_in *j)
{
    r->sum.bad_lines++;
    output_text(&r->out, "{\"error\":");
    json_string(&r->out, j->wrong, strlen(j->wrong));
    output_text(&r->out, ",\"line\":");
    output_number(&r->out, j->line);
    return output_text(&r->out, "}\n");
}

int print_jsonl(run *r, input *in)
{
    static json_in j;
    int got, err = 0;

    memset(&j, 0, sizeof j);
    j.in = in;
    j.begin = begin;
    j.text = take;
    j.port = r;
    in->endless = 1;
    while (err == 0 && (got = json_in_line(&j)) != JSON_END) {
        if (got < 0)
            return got;
        r->sum.lines++;
        err = got == JSON_LINE ? answer(r, &j) : complain(r, &j);
    }
    return err;
}
