/* States from a hostile source: a text is read half, bytes of the state and of the work area are changed, and the state is
 * taken up again. It is refused, or whatever it then answers, it keeps within its memory and ends: areas and pieces of text
 * have their own blocks, which a sanitizer watches, and canaries. Options, changes and pieces come from the input. */
#include "fuzz.h"
#include "pith.h"

enum { HEAD = 12, CHANGES_MOST = 12, CELLS_MOST = 1500, STEPS = 200000, ENTITIES = 600 };

typedef struct {
    pith_config cfg;
    pith_names_config names;
    pith_budget budget;
    size_t cells;
    unsigned changes, asked; /* steps of a selection before it is changed */
    int select_after;
    uint32_t seed;
    const uint8_t *change; /* of 4 bytes each */
    const uint8_t *text;
    size_t n;
} task;

static pith_cell *new_area(size_t cells)
{
    pith_cell *a = malloc((cells + 2 * FUZZ_GUARD) * sizeof *a);

    if (a == NULL)
        exit(1);
    memset(a, 0xA5, (cells + 2 * FUZZ_GUARD) * sizeof *a);
    return a + FUZZ_GUARD;
}

static void free_area(pith_cell *a, size_t cells)
{
    size_t i;

    for (i = 0; i < FUZZ_GUARD; i++) {
        HOLD(a[-1 - (long)i].w == 0xA5A5A5A5u);
        HOLD(a[cells + i].w == 0xA5A5A5A5u);
    }
    free(a - FUZZ_GUARD);
}

/* Changes bytes: a value, a bit, or two bytes of an index. One in two changes hits the state. */
static void change(const task *t, uint8_t *state, size_t bytes, uint8_t *work)
{
    unsigned i;

    for (i = 0; i < t->changes; i++) {
        const uint8_t *c = t->change + 4 * i;
        size_t where = (size_t)c[1] << 8 | c[2];
        uint8_t *at = c[0] & 1 ? state + where % bytes : work + where * 7 % (t->cells * sizeof(pith_cell));

        if (c[0] & 2)
            *at = c[3];
        else
            *at = (uint8_t)(*at ^ 1u << (c[3] & 7));
        if ((c[0] & 12) == 12 && ((uintptr_t)at & 1) == 0)
            at[1] = c[3] & 1 ? 0 : 0xFF;
    }
}

/* One piece in its own memory. */
static uint8_t *piece_of(task *t, size_t at, size_t end, size_t *k)
{
    uint8_t *copy;

    *k = fuzz_piece(&t->seed, end - at);
    copy = malloc(*k);
    if (copy == NULL)
        exit(1);
    memcpy(copy, t->text + at, *k);
    return copy;
}

static void ask(pith *p, const task *t)
{
    unsigned steps = 0, i;
    uint8_t letters[64];
    pith_item s;
    pith_loss loss;

    while (pith_select(p, &t->budget) == PITH_MORE)
        HOLD(++steps < STEPS);
    for (i = 0; i < 70000 && pith_sentence(p, (uint16_t)i, &s) == PITH_OK && i < 60; i++)
        pith_text(p, &s, letters, sizeof letters);
    for (i = 0; i < 8 && pith_keyword(p, (uint16_t)i, &s) == PITH_OK; i++)
        pith_text(p, &s, letters, sizeof letters);
    s.offset = t->seed % 4000;
    s.length = 64;
    pith_text(p, &s, letters, sizeof letters);
    pith_losses(p, &loss);
}

static void feed(pith *p, task *t, size_t at, size_t end)
{
    size_t k;

    for (; at < end; at += k) {
        uint8_t *copy = piece_of(t, at, end, &k);

        HOLD(pith_feed(p, copy, k) == PITH_OK);
        free(copy);
    }
}

static void summary(task *t)
{
    pith_cell *area = new_area(t->cells);
    unsigned i;
    pith p;

    HOLD(pith_init(&p, &t->cfg, area, t->cells) == PITH_OK);
    HOLD(pith_query(&p, t->text, t->n < 12 ? t->n : 12) == PITH_OK);
    feed(&p, t, 0, t->n / 2);
    for (i = 0; i < t->asked; i++)
        pith_select(&p, &t->budget);
    change(t, (uint8_t *)p.state, sizeof p.state, (uint8_t *)area);
    if (pith_resume(&p, &t->cfg, area, t->cells) != PITH_OK) {
        HOLD(pith_end(&p) == PITH_E_STATE);
        free_area(area, t->cells);
        return;
    }
    if (t->select_after)
        ask(&p, t);
    if (pith_end(&p) == PITH_OK) { /* else it says that the text has ended */
        ask(&p, t);
    }
    free_area(area, t->cells);
    /* Once more, to read on. */
    area = new_area(t->cells);
    HOLD(pith_init(&p, &t->cfg, area, t->cells) == PITH_OK);
    feed(&p, t, 0, t->n / 2);
    for (i = 0; i < t->asked; i++)
        pith_select(&p, &t->budget);
    change(t, (uint8_t *)p.state, sizeof p.state, (uint8_t *)area);
    if (pith_resume(&p, &t->cfg, area, t->cells) == PITH_OK && pith_feed(&p, NULL, 0) == PITH_OK) {
        feed(&p, t, t->n / 2, t->n);
        ask(&p, t);
        HOLD(pith_end(&p) == PITH_OK);
        ask(&p, t);
    }
    free_area(area, t->cells);
}

static void read_value(const pith_names *p)
{
    uint8_t value[PITH_VALUE_MAX];
    int k = pith_names_value(p, value, sizeof value);

    HOLD(k >= 0 && k <= PITH_VALUE_MAX);
}

static void scan(pith_names *p, pith *beside, task *t, size_t at, size_t end)
{
    size_t k = 0, done, taken;
    pith_item found;
    int r;

    do {
        uint8_t *copy = at < end ? piece_of(t, at, end, &k) : NULL;

        if (copy == NULL)
            k = 0;
        done = 0;
        do {
            r = beside ? pith_names_with(p, beside, copy ? copy + done : NULL, k - done, &taken, &found)
                       : pith_names_scan(p, copy ? copy + done : NULL, k - done, &taken, &found);
            if (r == PITH_E_STATE)
                break; /* it says that the text has ended */
            HOLD(r == PITH_OK || r == PITH_MORE);
            done += taken;
            HOLD(done <= k);
            if (r == PITH_MORE)
                read_value(p);
        } while (r == PITH_MORE);
        free(copy);
        at += k;
    } while (k > 0 && at < end && r != PITH_E_STATE);
}

static void list(pith_names *p)
{
    uint8_t letters[64];
    pith_entity e;
    pith_loss loss;
    uint16_t i;
    uint8_t f;

    for (i = 0; pith_names_entity(p, i, &e) == PITH_OK; i++) {
        HOLD(i < ENTITIES && e.forms >= 1 && e.forms <= PITH_FORMS);
        for (f = 0; f < e.forms; f++)
            pith_names_letters(p, i, f, letters, sizeof letters);
        HOLD(pith_names_entity_value(p, i, letters, sizeof letters) <= PITH_VALUE_MAX);
    }
    pith_names_losses(p, &loss);
}

static void names(task *t, int with)
{
    pith_cell *area = new_area(t->cells), *other = new_area(t->cells);
    pith_names p;
    pith beside;

    HOLD(pith_init(&beside, &t->cfg, other, t->cells) == PITH_OK);
    if (pith_names_init(&p, &t->names, area, t->cells) == PITH_OK) {
        scan(&p, with ? &beside : NULL, t, 0, t->n / 2);
        change(t, (uint8_t *)p.state, sizeof p.state, (uint8_t *)area);
        if (pith_names_resume(&p, &t->names, area, t->cells) == PITH_OK) {
            list(&p);
            scan(&p, with ? &beside : NULL, t, t->n / 2, t->n);
            if (pith_names_end(&p) == PITH_OK)
                scan(&p, with ? &beside : NULL, t, t->n, t->n);
            list(&p);
        } else {
            HOLD(pith_names_end(&p) == PITH_E_STATE);
        }
    }
    free_area(area, t->cells);
    free_area(other, t->cells);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static const uint8_t nothing[1] = { 0 };
    fuzz_input in;
    unsigned what;
    task t;

    memset(&t, 0, sizeof t);
    in.at = data;
    in.end = data + (n < HEAD ? n : HEAD);
    what = fuzz_byte(&in);
    t.cells = PITH_CELLS_MIN + fuzz_word(&in) % (CELLS_MOST - PITH_CELLS_MIN);
    t.names.model = t.cfg.model = what & 4 ? &pith_en_small : &pith_en;
    t.names.names = &pith_en_names_small;
    t.names.quantities = what & 8 ? &pith_en_quantities : NULL;
    t.select_after = what & 16;
    t.cfg.keep = (uint8_t)(fuzz_byte(&in) % 81);
    t.cfg.columns = (uint16_t)(fuzz_byte(&in) % 40);
    t.budget.sentences = (uint16_t)(fuzz_byte(&in) % 12);
    t.budget.percent = (uint8_t)(t.budget.sentences ? 0 : fuzz_byte(&in) % 101);
    t.names.entities = (uint8_t)(fuzz_byte(&in) % 91);
    t.names.letters = (uint8_t)(fuzz_byte(&in) % 17 * 4);
    t.asked = fuzz_byte(&in) % 16;
    t.seed = fuzz_byte(&in) + 1;
    t.changes = fuzz_byte(&in) % CHANGES_MOST;
    n -= (size_t)(in.at - data);
    if (n < 4 * t.changes)
        t.changes = (unsigned)(n / 4);
    t.change = in.at;
    t.text = n > 4 * t.changes ? in.at + 4 * t.changes : nothing;
    t.n = n - 4 * t.changes;
    if (what & 1)
        names(&t, (what & 2) != 0);
    else
        summary(&t);
    return 0;
}
