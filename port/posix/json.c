#include "run.h"

#include "json_out.h"

#include <string.h>

static void member(output *out, const char *name, uint64_t n)
{
    output_text(out, ",\"");
    output_text(out, name);
    output_text(out, "\":");
    output_number(out, n);
}

/* A sentence or keyword as an object. */
static int item(run *r, const pith_reread *again, const char *name, const pith_item *it, int first)
{
    json_text text;
    pith_sink to = { json_text_write, NULL };
    int err, was_cut = 0;

    memset(&text, 0, sizeof text);
    text.out = &r->out;
    to.port = &text;
    output_text(&r->out, first ? "{\"offset\":" : ",{\"offset\":");
    output_number(&r->out, it->offset);
    member(&r->out, "length", it->length);
    member(&r->out, "score", it->score);
    member(&r->out, it->kind == PITH_KEYWORD ? "count" : "words", it->count);
    output_text(&r->out, ",\"text\":\"");
    if ((err = run_emit(r, again, it, &to, &was_cut)) < 0)
        return run_explain(name, it, err);
    json_text_end(&text);
    output_text(&r->out, "\"");
    if (it->flags & PITH_OVER)
        output_text(&r->out, was_cut ? ",\"over\":true,\"cut\":true" : ",\"over\":true");
    return output_text(&r->out, "}");
}

static int losses(run *r, const input *in)
{
    pith_loss l;

    memset(&l, 0, sizeof l);
    pith_losses(&r->p, &l);
    output_text(&r->out, "]");
    member(&r->out, "bytes", l.bytes);
    member(&r->out, "words", l.words);
    member(&r->out, "sentences", l.sentences);
    output_text(&r->out, ",\"losses\":{\"malformed\":");
    output_number(&r->out, (uint64_t)l.malformed + in->u.bad);
    member(&r->out, "cut_words", l.cut_words);
    member(&r->out, "cut_sentences", l.cut);
    member(&r->out, "dropped_sentences", l.dropped);
    member(&r->out, "dropped_terms", l.terms);
    member(&r->out, "unkept_sentences", l.unkept);
    member(&r->out, "unread_bytes", l.unread);
    output_text(&r->out, "},\"memory\":{\"state\":");
    output_number(&r->out, sizeof r->p);
    member(&r->out, "work", r->cells * sizeof *r->work);
    return output_text(&r->out, "}}\n");
}

int print_json(run *r, input *in, const char *path)
{
    pith_reread from = { input_again, NULL };
    const pith_reread *again = input_rereads(in) ? &from : NULL;
    pith_item it;
    unsigned i;
    uint16_t next = 0;
    int err;

    from.port = in;
    json_mentions_begin(r, 0);
    if ((err = run_begin(r, again != NULL)) < 0)
        return err;
    output_text(&r->out, "{\"file\":");
    json_string(&r->out, path, strlen(path));
    if (r->opt->names & NAMES_MENTIONS)
        output_text(&r->out, ",\"mentions\":[");
    if ((err = run_feed(r, in)) == 0)
        err = run_select(r, in);
    if (err == 0 && r->opt->names & NAMES_MENTIONS)
        err = output_text(&r->out, "]");
    if (err == 0 && r->opt->names & NAMES_ENTITIES)
        err = json_entities(r, in);
    if (err == 0)
        err = output_text(&r->out, ",\"summary\":[");
    for (i = 0; err == 0 && pith_sentence(&r->p, (uint16_t)i, &it) == PITH_OK; i++)
        err = item(r, again, in->name, &it, i == 0);
    if (err == 0)
        err = output_text(&r->out, "],\"keywords\":[");
    for (i = 0; err == 0 && i < r->opt->keywords && run_keyword(r, again, &next, &it) == 0; i++)
        err = item(r, again, in->name, &it, i == 0);
    if (err == 0)
        return losses(r, in);
    output_text(&r->out, "\n"); /* what was begun stays alone on its line */
    return err;
}
