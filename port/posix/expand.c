/* --expand: the first time that a person stands in the summary by surname alone, the other names are put before it in
 * brackets. The sentences of the summary go through a copy of the names at the end of the text, which knows all its people. */
#include "run.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS = 65536 / 8 };

static struct {
    names known;           /* the copy */
    uint8_t named[WORDS];  /* a bit for each number of an entity: its full name was there, or was put in */
    uint8_t text[4 * PITH_SENTENCE_MAX]; /* of the sentence */
    size_t n;
    uint32_t begins;       /* offset of the sentence in what the copy was fed */
    size_t done;           /* bytes of it that were written */
    run *r;
    input *in;
    const pith_sink *to;
} expand;

int expand_begin(run *r, input *in)
{
    size_t size = r->names.cells * sizeof *r->names.work;
    pith_names_config cfg;

    if (expand.known.work == NULL && (expand.known.work = malloc(size)) == NULL) {
        say(NULL, "no memory for --expand: try a smaller --memory");
        return E_OTHER;
    }
    memcpy(expand.known.work, r->names.work, size);
    expand.known.p = r->names.p;
    names_config(&cfg, &r->names);
    if (pith_names_resume(&expand.known.p, &cfg, expand.known.work, r->names.cells) != PITH_OK)
        return E_OTHER;
    expand.known.summary = NULL;
    expand.known.cells = r->names.cells;
    expand.known.kinds = ~(uint32_t)0; /* a surname may have been taken for another kind: the entity tells */
    expand.known.offset = r->names.offset;
    expand.known.kept = 0;
    memset(expand.named, 0, sizeof expand.named);
    expand.r = r;
    expand.in = in;
    return 0;
}

void expand_end(void)
{
    free(expand.known.work);
    expand.known.work = NULL;
}

/* The entity of that number in the table of the whole text. Returns its index, or -1. */
static int entity_of(uint16_t number, pith_entity *e)
{
    uint16_t i;

    for (i = 0; pith_names_entity(&expand.r->names.p, i, e) == PITH_OK; i++)
        if (e->number == number)
            return i;
    return -1;
}

static int write_to(const void *b, size_t n)
{
    return n ? expand.to->write(expand.to->port, b, n) : 0;
}

/* "Ken McCallum" and the n bytes "McCallum" at s: the bytes before the surname, or 0. In *title the bytes of s before it: "Mr. McCallum". */
static size_t before_surname(const uint8_t *name, size_t all, const uint8_t *s, size_t n, size_t *title)
{
    size_t i, rest;

    for (i = 0; i < n; i++) {
        rest = n - i;
        if ((i == 0 || s[i - 1] == ' ') && all > rest + 1 && memcmp(name + all - rest, s + i, rest) == 0 && name[all - rest - 1] == ' ') {
            *title = i;
            return all - rest - 1;
        }
    }
    return 0;
}

/* A person is named at `at` of the sentence. */
static int person(const pith_item *item, size_t at)
{
    uint8_t name[256];
    pith_entity e;
    size_t given, title = 0;
    int i = entity_of(item->score, &e), n, err;

    if (i < 0 || e.kind != PITH_PERSON || item->flags & PITH_UNSURE || expand.named[item->score >> 3] >> (item->score & 7) & 1)
        return 0;
    if ((n = names_form(&expand.r->names, expand.in, (uint16_t)i, &e, 0, name)) < 0)
        return n;
    given = item->count == 1 ? before_surname(name, (size_t)n, expand.text + at, item->length, &title) : 0;
    if (item->count > 1 || given)
        expand.named[item->score >> 3] |= (uint8_t)(1u << (item->score & 7));
    if (given == 0)
        return 0;
    at += title;
    if ((err = write_to(expand.text + expand.done, at - expand.done)) < 0 || (err = write_to("[", 1)) < 0
        || (err = write_to(name, given)) < 0 || (err = write_to("] ", 2)) < 0)
        return err;
    expand.done = at;
    return 0;
}

static int found(void *port, const mention *m)
{
    (void)port;
    if (m->item.offset < expand.begins || m->item.offset + m->item.length > expand.begins + expand.n || !m->item.score)
        return 0;
    return person(&m->item, m->item.offset - expand.begins);
}

static int gather(void *port, const void *b, size_t n)
{
    (void)port;
    if (n > sizeof expand.text - expand.n)
        n = sizeof expand.text - expand.n; /* a sentence has at most PITH_SENTENCE_MAX bytes */
    memcpy(expand.text + expand.n, b, n);
    expand.n += n;
    return 0;
}

pith_sink expand_sentence(const pith_sink *to)
{
    pith_sink sink = { gather, NULL };

    expand.to = to;
    expand.n = expand.done = 0;
    return sink;
}

int expand_write(void)
{
    static const uint8_t gap[] = "\n\n- - -\n\n"; /* names before it are complete */
    enum { GAP = sizeof gap - 1 };
    int err;

    expand.known.found = NULL; /* what the text ended with */
    if ((err = names_feed(&expand.known, gap, GAP)) < 0)
        return err;
    expand.begins = expand.known.offset;
    expand.known.found = found;
    if ((err = names_feed(&expand.known, expand.text, expand.n)) < 0 || (err = names_feed(&expand.known, gap, GAP)) < 0)
        return err;
    return write_to(expand.text + expand.done, expand.n - expand.done);
}
