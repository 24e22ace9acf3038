#include "run.h"

static int print_one(run *r, const pith_item *name)
{
    static const char *const kinds[] = { "PERSON", "PLACE", "ORG", "GROUP", "MISC" };
    const pith_budget *b = &r->opt->budget;

    if (name->offset < b->from || (b->to && (uint64_t)name->offset + name->length > b->to))
        return 0;
    output_number(&r->out, name->offset);
    output_text(&r->out, "\t");
    output_number(&r->out, name->length);
    output_text(&r->out, "\t");
    output_text(&r->out, kinds[name->kind - PITH_PERSON]);
    return output_text(&r->out, "\n");
}

/* Prints every name as it is found; feeds n bytes, or what is left after the end of the text. */
static int scan(run *r, const uint8_t *text, size_t n)
{
    pith_item name;
    size_t taken;
    int err = 0;

    while (pith_names_scan(&r->names, text, n, &taken, &name) == PITH_MORE && err == 0) {
        text += taken;
        n -= taken;
        err = print_one(r, &name);
    }
    return err;
}

int print_mentions(run *r, input *in)
{
    static const pith_names_config cfg = { &pith_en, &pith_en_names, 0, 0 };
    int k, err;

    if ((err = pith_names_init(&r->names, &cfg, r->work, r->cells)) != PITH_OK) {
        say(NULL, "the core refuses these options (error %d): try a larger --memory", err);
        return E_OTHER;
    }
    while ((k = input_read(in, r->buf, sizeof r->buf)) > 0)
        if ((err = scan(r, r->buf, (size_t)k)) < 0)
            return err;
    if (k < 0)
        return k;
    pith_names_end(&r->names);
    return scan(r, r->buf, 0);
}
