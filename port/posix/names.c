#include "names.h"

#include <string.h>
#include <strings.h>

/* Percent of the work area for the table of entities (the rest remembers words), and bytes kept of a name that cannot be
 * read again. */
enum { SHARE = 75, LETTERS = 64, NAMES = 5, KINDS = 10 };

static const char *const kinds[KINDS] = { "PERSON", "PLACE", "ORG", "GROUP", "MISC", "DATE", "TIME", "MONEY", "PERCENT", "NUMBER" };

static unsigned index_of(uint8_t kind) { return kind < PITH_DATE ? kind - PITH_PERSON : NAMES + kind - PITH_DATE; }

uint32_t names_bit(uint8_t kind) { return (uint32_t)1 << index_of(kind); }

const char *names_kind(uint8_t kind) { return kinds[index_of(kind)]; }

uint32_t names_kinds(const char *list)
{
    uint32_t bits = 0;
    size_t n;
    int i;

    for (;; list += n + 1) {
        n = strcspn(list, ",");
        for (i = 0; i < KINDS; i++)
            if (strlen(kinds[i]) == n && strncasecmp(kinds[i], list, n) == 0)
                break;
        if (i == KINDS)
            return 0;
        bits |= (uint32_t)1 << i;
        if (!list[n])
            return bits;
    }
}

void names_config(pith_names_config *cfg, const names *n)
{
    memset(cfg, 0, sizeof *cfg);
    cfg->model = &pith_en;
    cfg->names = &pith_en_names;
    cfg->entities = SHARE;
    cfg->letters = n->rereads ? 0 : LETTERS;
    if (n->kinds >> NAMES)
        cfg->quantities = &pith_en_quantities;
}

int names_begin(names *n, int rereads)
{
    pith_names_config cfg;

    n->rereads = rereads;
    names_config(&cfg, n);
    n->offset = 0;
    n->kept = 0;
    if (pith_names_init(&n->p, &cfg, n->work, n->cells) == PITH_OK)
        return 0;
    say(NULL, "the work area has no room for names: try a larger --memory, such as 4K");
    return E_OTHER;
}

/* The text of what was found: in the piece, in what stood before it, or across. Returns 0 when it is gone: over 8 KB of white
 * space stood behind it. */
static int text_of(names *n, const uint8_t *piece, mention *m)
{
    uint32_t back = m->item.offset < n->offset ? n->offset - m->item.offset : 0;

    m->text_n = m->item.length;
    if (back > n->kept || m->text_n > sizeof n->text)
        return 0;
    if (back >= m->text_n) {
        m->text = n->before + n->kept - back;
    } else if (back == 0) {
        m->text = piece + (m->item.offset - n->offset);
    } else {
        memcpy(n->text, n->before + n->kept - back, back);
        memcpy(n->text + back, piece, m->text_n - back);
        m->text = n->text;
    }
    return 1;
}

static int give(names *n, const uint8_t *piece, mention *m)
{
    int k;

    if (!(n->kinds & names_bit(m->item.kind)))
        return 0;
    n->mentions++;
    if (n->found == NULL)
        return 0;
    if (!text_of(n, piece, m))
        m->text_n = 0;
    k = pith_names_value(&n->p, m->value, sizeof m->value);
    m->value_n = k > 0 ? (size_t)k : 0;
    return n->found(n->port, m);
}

/* What was read becomes what stood before. */
static void keep(names *n, const uint8_t *text, size_t size)
{
    size_t old = size < sizeof n->before ? sizeof n->before - size : 0, from = 0;

    if (size > sizeof n->before) {
        from = size - sizeof n->before;
    } else if (n->kept > old) {
        memmove(n->before, n->before + n->kept - old, old);
        n->kept = old;
    }
    if (from || size == sizeof n->before)
        n->kept = 0;
    memcpy(n->before + n->kept, text + from, size - from);
    n->kept += size - from;
}

int names_feed(names *n, const uint8_t *text, size_t size)
{
    const uint8_t *at = text;
    size_t left = size, taken, room = PITH_TEXT_MAX - n->offset; /* what is behind it the core counts as unread */
    mention m;
    int err = 0;

    while (err == 0 && (n->summary ? pith_names_with(&n->p, n->summary, at, left, &taken, &m.item)
                                   : pith_names_scan(&n->p, at, left, &taken, &m.item)) == PITH_MORE) {
        at += taken;
        left -= taken;
        err = give(n, text, &m);
    }
    if (size > room)
        size = room;
    if (size && n->found)
        keep(n, text, size);
    n->offset += (uint32_t)size;
    return err;
}

int names_end(names *n)
{
    pith_entity e;
    uint16_t i = 0;
    int err;

    pith_names_end(&n->p);
    err = names_feed(n, n->before, 0);
    while (names_next(n, &i, &e) >= 0)
        n->entities++;
    return err;
}

int names_next(names *n, uint16_t *next, pith_entity *e)
{
    while (pith_names_entity(&n->p, (*next)++, e) == PITH_OK)
        if (n->kinds & names_bit(e->kind))
            return *next - 1;
    return -1;
}

int names_form(names *n, input *in, uint16_t i, const pith_entity *e, uint8_t form, uint8_t *text)
{
    int again = in && input_rereads(in), have = 0, k;

    if (!again) {
        k = pith_names_letters(&n->p, i, form, text, 255);
        return k > 0 ? k : 0;
    }
    while (have < e->length[form]) {
        if ((k = input_again(in, e->form[form] + (uint32_t)have, text + have, (size_t)(e->length[form] - have))) < 0)
            return k;
        if (k == 0) {
            say(in->name, "became shorter while it was read");
            return E_INPUT;
        }
        have += k;
    }
    return have;
}
