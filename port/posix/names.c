/* Names of a text: each as it is found, or the persons, places and organizations that they mean. */
#include "run.h"

#include <string.h>

/* Percent of the work area for the table of entities (the rest remembers words), and bytes kept of a name that cannot be
 * read again. */
enum { SHARE = 75, LETTERS = 64 };

static const char *kind_name(uint8_t kind)
{
    static const char *const names[] = { "PERSON", "PLACE", "ORG", "GROUP", "MISC" };
    static const char *const quantities[] = { "DATE", "TIME", "MONEY", "PERCENT", "NUMBER" };

    return kind < PITH_DATE ? names[kind - PITH_PERSON] : quantities[kind - PITH_DATE];
}

static int begin(run *r, int rereads)
{
    pith_names_config cfg = { &pith_en, &pith_en_names, SHARE, 0, &pith_en_quantities };
    int err;

    cfg.letters = rereads ? 0 : LETTERS;
    err = pith_names_init(&r->names, &cfg, r->work, r->cells);
    if (err == PITH_OK)
        return 0;
    say(NULL, "the work area has no room for names (error %d): try a larger --memory, such as 4K", err);
    return E_OTHER;
}

/* A name on one line: runs of white space and controls are one blank. */
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

/* The piece of text that is being read, and what stood before it: a name is found some words after its end. */
typedef struct {
    uint8_t before[1 << 13];
    size_t kept;     /* bytes of `before` */
    uint32_t offset; /* of the piece */
} past;

static void print_name(run *r, const past *p, const uint8_t *piece, const pith_item *name)
{
    uint32_t back = name->offset < p->offset ? p->offset - name->offset : 0;
    size_t n = back < name->length ? back : name->length;

    if (back > p->kept)
        return; /* over 8 KB of white space behind it */
    if (back) {
        uint8_t text[1 << 13];

        memcpy(text, p->before + p->kept - back, n);
        memcpy(text + n, piece, name->length - n); /* a name is shorter than `before`: 12 words and 3 between */
        print_text(&r->out, text, name->length);
    } else {
        print_text(&r->out, piece + (name->offset - p->offset), name->length);
    }
}

static int print_mention(run *r, const past *p, const uint8_t *piece, const pith_item *name)
{
    const pith_budget *b = &r->opt->budget;

    if (name->offset < b->from || (b->to && (uint64_t)name->offset + name->length > b->to))
        return 0;
    output_number(&r->out, name->offset);
    tab_number(&r->out, name->length);
    output_text(&r->out, "\t");
    output_text(&r->out, kind_name(name->kind));
    tab_number(&r->out, name->score);
    output_text(&r->out, "\t");
    print_name(r, p, piece, name);
    if (name->kind >= PITH_DATE) {
        char value[PITH_VALUE_MAX];
        int n = pith_names_value(&r->names, value, sizeof value);

        output_text(&r->out, "\t");
        output_write(&r->out, value, n > 0 ? (size_t)n : 0);
    }
    return output_text(&r->out, "\n");
}

/* Feeds n bytes, or what is left after the end of the text; prints each name when `p` says where from. */
static int scan(run *r, past *p, const uint8_t *text, size_t n)
{
    const uint8_t *at = text;
    size_t left = n, taken;
    pith_item name;
    int err = 0;

    while (pith_names_scan(&r->names, at, left, &taken, &name) == PITH_MORE && err == 0) {
        at += taken;
        left -= taken;
        if (p)
            err = print_mention(r, p, text, &name);
    }
    if (p && n > 0) {
        p->kept = n < sizeof p->before ? n : sizeof p->before;
        memcpy(p->before, text + n - p->kept, p->kept);
        p->offset += (uint32_t)n; /* <= 2^32 - 1: input_read gives no more */
    }
    return err;
}

int print_mentions(run *r, input *in)
{
    past p;
    int k, err;

    p.kept = 0;
    p.offset = 0;
    if ((err = begin(r, 1)) < 0)
        return err;
    while ((k = input_read(in, r->buf, sizeof r->buf)) > 0)
        if ((err = scan(r, &p, r->buf, (size_t)k)) < 0)
            return err;
    if (k < 0)
        return k;
    pith_names_end(&r->names);
    return scan(r, &p, r->buf, 0);
}

/* A form of the i-th entity. */
static int print_form(run *r, input *in, uint16_t i, const pith_entity *e, uint8_t form)
{
    uint8_t text[255];
    size_t n = 0;
    int k = input_rereads(in) ? 0 : pith_names_letters(&r->names, i, form, text, sizeof text);

    if (k > 0)
        return print_text(&r->out, text, (size_t)k);
    while (input_rereads(in) && n < e->length[form]) {
        if ((k = input_again(in, e->form[form] + (uint32_t)n, text + n, e->length[form] - n)) < 0)
            return k;
        if (k == 0) {
            say(in->name, "became shorter while it was read");
            return E_INPUT;
        }
        n += (size_t)k;
    }
    return print_text(&r->out, text, n);
}

static int print_entity(run *r, input *in, uint16_t i, const pith_entity *e)
{
    uint8_t f;
    int err;

    output_text(&r->out, kind_name(e->kind));
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

/* Reads the text from its start: once more after a summary. */
static int read_text(run *r, input *in, int again)
{
    uint32_t at = 0;
    int k;

    while ((k = again ? input_again(in, at, r->buf, sizeof r->buf) : input_read(in, r->buf, sizeof r->buf)) > 0) {
        scan(r, NULL, r->buf, (size_t)k);
        at += (uint32_t)k;
    }
    if (k < 0)
        return k;
    pith_names_end(&r->names);
    return scan(r, NULL, r->buf, 0);
}

int print_entities(run *r, input *in)
{
    pith_entity e;
    uint16_t i;
    int err;

    if (r->opt->summary) {
        if (!input_rereads(in) && (err = input_spool(in)) < 0)
            return err;
        if ((err = print_plain(r, in)) < 0 || (err = output_text(&r->out, "\n")) < 0)
            return err;
    }
    if ((err = begin(r, input_rereads(in))) < 0 || (err = read_text(r, in, r->opt->summary)) < 0)
        return err;
    for (i = 0; err == 0 && pith_names_entity(&r->names, i, &e) == PITH_OK; i++)
        err = print_entity(r, in, i, &e);
    return err;
}
