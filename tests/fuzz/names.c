/* Names, quantities and entities: options and work size from the input, the rest is text. One piece and many, with moves in between,
 * alone and beside a summary, must find the same. */
#include "fuzz.h"
#include "pith.h"

enum { HEAD = 6, CELLS_MOST = 4000, FOUND = 512, SUMMARY = 2000 /* enough to keep the longest sentence */ };

typedef struct {
    pith_names_config cfg;
    size_t cells;
    const uint8_t *text;
    size_t n;
    uint32_t seed;
} task;

typedef struct {
    unsigned found, entities;
    uint32_t mentions, end;
    pith_item item[FOUND];
    char value[FOUND][PITH_VALUE_MAX];
    uint8_t letters[64][64];
} outcome;

static pith_cell work[2][CELLS_MOST], beside[SUMMARY];

static void note(const pith_names *p, const task *t, outcome *o, const pith_item *item)
{
    HOLD(item->length > 0 && item->offset + item->length <= t->n);
    HOLD(item->offset >= o->end); /* in text order, apart */
    o->end = item->offset + item->length;
    if (o->found < FOUND) {
        pith_item *to = &o->item[o->found]; /* member by member: what lies between them is undefined */

        to->offset = item->offset;
        to->length = item->length;
        to->score = item->score;
        to->count = item->count;
        to->kind = item->kind;
        to->flags = item->flags;
        if (item->kind >= PITH_DATE) {
            int k = pith_names_value(p, o->value[o->found], sizeof o->value[0]);

            HOLD(k >= 0 && k <= PITH_VALUE_MAX);
        }
        o->found++;
    }
    o->mentions++;
}

static void finish(pith_names *p, outcome *o)
{
    pith_entity e;
    uint16_t i;

    for (i = 0; pith_names_entity(p, i, &e) == PITH_OK; i++) {
        HOLD(e.count > 0 && e.first <= e.last);
        HOLD(e.forms >= 1 && e.forms <= PITH_FORMS);
        if (i < 64)
            pith_names_letters(p, i, 0, o->letters[i], sizeof o->letters[i]);
        o->entities++;
        HOLD(i < 60000);
    }
}

/* Puts the state by and takes it up elsewhere in memory. Returns where it works now. */
static pith_cell *move(pith_names *p, const task *t, pith_cell *area)
{
    pith_cell *to = area == work[0] ? work[1] : work[0];
    pith_names moved = *p;

    memcpy(to, area, t->cells * sizeof *to);
    memset(area, 0xA5, t->cells * sizeof *area);
    HOLD(pith_names_resume(&moved, &t->cfg, to, t->cells) == PITH_OK);
    *p = moved;
    return to;
}

/* pieces: 0 one piece, 1 many, moved in between, 2 many and a summary beside. */
static void run(const task *t, int pieces, outcome *o)
{
    pith_config cfg;
    uint32_t seed = t->seed;
    pith_item item;
    pith_names p;
    size_t at = 0, taken;
    pith summary;
    pith_cell *area = work[0];
    int r;

    memset(o, 0, sizeof *o);
    memset(&cfg, 0, sizeof cfg);
    cfg.model = t->cfg.model;
    cfg.keep = t->seed & 1 ? 80 : 0;
    HOLD(pith_names_init(&p, &t->cfg, area, t->cells) == PITH_OK);
    HOLD(pith_init(&summary, &cfg, beside, SUMMARY) == PITH_OK);
    while (at < t->n) {
        size_t k = pieces ? fuzz_piece(&seed, t->n - at) : t->n - at, done = 0;
        uint8_t *copy = malloc(k);

        if (copy == NULL)
            exit(1);
        memcpy(copy, t->text + at, k);
        do {
            r = pieces == 2 ? pith_names_with(&p, &summary, copy + done, k - done, &taken, &item)
                            : pith_names_scan(&p, copy + done, k - done, &taken, &item);
            HOLD(r == PITH_OK || r == PITH_MORE);
            done += taken;
            HOLD(done <= k);
            if (r == PITH_MORE)
                note(&p, t, o, &item);
        } while (r == PITH_MORE);
        HOLD(done == k);
        free(copy);
        at += k;
        if (pieces && seed % 4 == 0) {
            area = move(&p, t, area);
            if (pieces == 2)
                HOLD(pith_resume(&summary, &cfg, beside, SUMMARY) == PITH_OK);
        }
    }
    HOLD(pith_names_end(&p) == PITH_OK);
    do {
        r = pieces == 2 ? pith_names_with(&p, &summary, NULL, 0, &taken, &item) : pith_names_scan(&p, NULL, 0, &taken, &item);
        HOLD(r == PITH_OK || r == PITH_MORE);
        if (r == PITH_MORE)
            note(&p, t, o, &item);
    } while (r == PITH_MORE);
    finish(&p, o);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static outcome whole, other;
    fuzz_input in;
    task t;
    int pieces;

    memset(&t, 0, sizeof t);
    in.at = data;
    in.end = data + (n < HEAD ? n : HEAD);
    t.cells = 64 + fuzz_word(&in) % (CELLS_MOST - 64);
    t.cfg.model = &pith_en;
    t.cfg.names = fuzz_byte(&in) & 1 ? &pith_en_names : &pith_en_names_small;
    t.cfg.entities = (uint8_t)(fuzz_byte(&in) % 91);
    t.cfg.letters = (uint8_t)(fuzz_byte(&in) % 17 * 4);
    t.cfg.quantities = t.cfg.letters & 8 ? NULL : &pith_en_quantities;
    t.seed = fuzz_byte(&in) + 1;
    t.text = data + (n < HEAD ? n : HEAD);
    t.n = (size_t)(data + n - t.text);
    {
        pith_names p;

        if (pith_names_init(&p, &t.cfg, work[0], t.cells) != PITH_OK)
            return 0; /* too small for these options */
    }
    run(&t, 0, &whole);
    for (pieces = 1; pieces <= 2; pieces++) {
        run(&t, pieces, &other);
        HOLD(memcmp(&whole, &other, sizeof whole) == 0);
    }
    return 0;
}
