/* The state of names at its borders: the last value that reading could have left passes, the next one does not. */
#include "check.h"
#include "namer.h"
#include "valid.h"

enum { CELLS = 800 };

static const char text[] = "Ines Valdar sailed the ferry Aurora from Port Ellery to Cape Lorn on 3 May 2021 with 40 people and $4 million. ";
static const pith_names_config cfg = { &pith_en, &pith_en_names_small, 60, 16, &pith_en_quantities };
static pith_names p;
static pith_cell work[CELLS];
static pi_namer *n;
static pi_entities e;

static void start(void)
{
    size_t taken, at = 0;
    pith_item found;

    CHECK_INT(pith_names_init(&p, &cfg, work, CELLS), PITH_OK);
    while (pith_names_scan(&p, text + at, sizeof text - 1 - at, &taken, &found) == PITH_MORE)
        at += taken;
    n = pi_namer_of(&p);
    e = pi_namer_entities(&p);
}

#define PASSES(change) (start(), change, CHECK(pi_valid_namer(&p)))
#define FAILS(change) (start(), change, CHECK(!pi_valid_namer(&p)))

/* Words of the window, and the island. */
static void island(uint8_t open, uint8_t words, uint8_t at, uint8_t from, uint8_t last)
{
    n->spot.open = open;
    n->spot.n = words;
    n->spot.at = at;
    n->spot.from = from;
    n->spot.last = last;
}

static void spot(void)
{
    uint8_t i;

    PASSES(island(0, PI_SPOT_WORDS, PI_SPOT_WORDS, 0, 0));
    FAILS(island(0, PI_SPOT_WORDS + 1, PI_SPOT_WORDS + 1, 0, 0));
    FAILS(island(0, 5, 6, 0, 0));
    PASSES(island(0, 5, 4, 0, 0));
    PASSES(island(0, PI_SPOT_WORDS, PI_SPOT_AROUND + 1, 0, 0));
    FAILS(island(0, PI_SPOT_WORDS, PI_SPOT_AROUND, 0, 0));
    PASSES((island(0, 1, 1, 0, 0), n->spot.dot = 1));
    FAILS((island(0, 0, 0, 0, 0), n->spot.dot = 1));
    for (i = 0; i < PI_SPOT_WORDS; i++) {
        PASSES(n->spot.w[i].label = PI_SPOT_LABELS - 1);
        FAILS(n->spot.w[i].label = PI_SPOT_LABELS);
    }

    /* Open: twelve words at most, which end with the window. */
    PASSES(island(1, 14, 14, 2, 13));
    FAILS(island(1, 15, 15, 2, 13));
    PASSES(island(1, 14, 14, 5, 5));
    FAILS(island(1, 14, 13, 5, 5));
    FAILS(island(1, 14, 14, 6, 5));
    FAILS(island(1, 14, 14, 5, 14));

    /* Complete or labelled: twelve words at most, and room behind it for another. */
    for (i = 2; i <= 3; i++) {
        PASSES(island(i, 17, 15, 2, 13));
        FAILS(island(i, 17, 15, 1, 13));
        PASSES(island(i, 14, 14, 2, 13));
        FAILS(island(i, 13, 13, 2, 13));
        PASSES(island(i, 14, 14, 5, 5));
        FAILS(island(i, 14, 14, 6, 5));
        PASSES(island(i, PI_SPOT_WORDS, PI_SPOT_WORDS, PI_SPOT_AROUND + 1, 8));
        FAILS(island(i, PI_SPOT_WORDS, PI_SPOT_WORDS, PI_SPOT_AROUND, 8));
    }
    FAILS(island(4, 14, 14, 5, 5));
}

static void atoms(uint8_t closed, uint8_t count, uint8_t more, uint8_t at)
{
    n->quant.closed = closed;
    n->quant.n = count;
    n->quant.more = more;
    n->quant.at = at;
    n->quant.dot = 0;
}

static void quant(void)
{
    uint8_t i, k;

    PASSES(atoms(0, PI_QUANT_ATOMS, 0, 0));
    FAILS(atoms(0, PI_QUANT_ATOMS + 1, 0, 0));
    FAILS(atoms(0, 1, 1, 0));
    for (i = 1; i <= 2; i++) {
        PASSES(atoms(i, PI_QUANT_ATOMS + 1, 1, 0));
        FAILS(atoms(i, PI_QUANT_ATOMS + 2, 1, 0));
        PASSES(atoms(i, PI_QUANT_ATOMS, PI_QUANT_TOKEN, 0));
        FAILS(atoms(i, PI_QUANT_ATOMS, PI_QUANT_TOKEN + 1, 0));
        FAILS(atoms(i, 1, PI_QUANT_TOKEN + 1, 0));
        FAILS(atoms(i, PI_QUANT_ATOMS + 1, PI_QUANT_TOKEN, 0));
        PASSES(atoms(i, 5, 1, 5));
        FAILS(atoms(i, 5, 1, 6));
    }
    PASSES((atoms(0, 1, 0, 0), n->quant.dot = 1));
    FAILS((atoms(0, 0, 0, 0), n->quant.dot = 1));
    PASSES((atoms(1, 0, 1, 0), n->quant.dot = 1));
    for (i = 0; i < PI_QUANT_ATOMS + PI_QUANT_TOKEN; i++)
        for (k = 0; k < 2; k++) {
            PASSES(n->quant.atom[i].word[k] = (uint16_t)((PI_Q_CLASSES - 1) << 10));
            FAILS(n->quant.atom[i].word[k] = (uint16_t)(PI_Q_CLASSES << 10));
            PASSES(n->quant.atom[i].word[k] = PI_Q_FRAC << 10 | 1);
            FAILS(n->quant.atom[i].word[k] = PI_Q_FRAC << 10); /* one by nothing */
        }
}

/* `count` things wait; the i-th has so many words and is of a kind. */
static void waiting(uint8_t count, uint8_t at, uint8_t words, uint8_t kind)
{
    uint8_t i;

    n->waiting = count;
    for (i = 0; i < PI_NAMER_WAITING; i++)
        n->wait[i].of.n = 1, n->wait[i].of.kind = 0;
    n->wait[at].of.n = words;
    n->wait[at].of.kind = kind;
}

static void namer(void)
{
    uint8_t i;

    for (i = 0; i < PI_NAMER_WAITING; i++) {
        PASSES(waiting(PI_NAMER_WAITING, i, 1, 0));
        FAILS(waiting(PI_NAMER_WAITING, i, 0, 0));
        PASSES(waiting(i, i, 0, 0)); /* it does not wait */
        PASSES(waiting(PI_NAMER_WAITING, i, PI_MENTION_WORDS, 0));
        FAILS(waiting(PI_NAMER_WAITING, i, PI_MENTION_WORDS + 1, 0));
        PASSES(waiting(PI_NAMER_WAITING, i, 1, PI_SPOT_KINDS + PI_QUANT_KINDS - 1));
        FAILS(waiting(PI_NAMER_WAITING, i, 1, PI_SPOT_KINDS + PI_QUANT_KINDS));
    }
    FAILS(waiting(PI_NAMER_WAITING + 1, 0, 1, 0));
    PASSES(n->phase = PI_NAMER_NAMES);
    FAILS(n->phase = PI_NAMER_NAMES + 1);
    PASSES(n->lately.n = PI_LATELY);
    FAILS(n->lately.n = PI_LATELY + 1);
    PASSES(n->lately.at = PI_LATELY);
    FAILS(n->lately.at = PI_LATELY + 1);
    PASSES((n->lately.n = 1, n->held = 1));
    FAILS((n->lately.n = 0, n->held = 1));
    FAILS((n->lately.n = 2, n->held = 2));
    for (i = 0; i <= PI_LATELY; i++) {
        PASSES(n->lately.tok[i].n = PI_WORD_KEPT);
        FAILS(n->lately.tok[i].n = PI_WORD_KEPT + 1);
    }
    FAILS(n->cut.mode = 9);
}

/* A name and a quantity of the table. */
static pi_entity *a_name(void)
{
    CHECK(!(e.e[e.order[0]].flags & PI_ENTITY_QUANTITY));
    return e.e + e.order[0];
}

static pi_entity *a_quantity(void)
{
    CHECK(e.e[e.order[e.t->n - 1]].flags & PI_ENTITY_QUANTITY);
    return e.e + e.order[e.t->n - 1];
}

static void entities(void)
{
    uint16_t i;

    start();
    CHECK(e.t->n > 4 && e.t->n < e.t->room);
    for (i = 0; i < e.t->n; i++) {
        PASSES(e.e[i].n = PI_MENTION_WORDS);
        FAILS(e.e[i].n = PI_MENTION_WORDS + 1);
        PASSES(e.e[i].n = 1);
        FAILS(e.e[i].n = 0);
        PASSES((e.e[i].forms = PI_ENTITY_FORMS, e.e[i].lead = PI_ENTITY_FORMS - 1));
        FAILS(e.e[i].forms = PI_ENTITY_FORMS + 1);
        PASSES((e.e[i].forms = 1, e.e[i].lead = 0));
        FAILS((e.e[i].forms = 0, e.e[i].lead = 0));
        FAILS((e.e[i].forms = 2, e.e[i].lead = 2));
        FAILS(e.e[i].rank++);
        FAILS(e.order[i] = e.t->n);
    }
    PASSES(a_name()->kind = PI_SPOT_KINDS - 1);
    FAILS(a_name()->kind = PI_SPOT_KINDS);
    PASSES(a_quantity()->kind = PI_SPOT_KINDS + PI_QUANT_KINDS - 1);
    FAILS(a_quantity()->kind = PI_SPOT_KINDS + PI_QUANT_KINDS);
    PASSES(e.t->shift = 29);
    FAILS(e.t->shift = 30);
    FAILS(e.t->quantities++);
    FAILS(e.t->quantities--);
    FAILS(e.t->n = (uint16_t)(e.t->room + 1));
    start(); /* a full table */
    for (i = e.t->n; i < e.t->room; i++) {
        e.e[i] = *a_name();
        e.e[i].rank = i;
        e.order[i] = i;
    }
    e.t->n = e.t->room;
    CHECK(pi_valid_namer(&p));
    e.t->n = e.t->quantities = 0;
    CHECK(pi_valid_namer(&p));
}

int main(void)
{
    spot();
    quant();
    namer();
    entities();
    return check_done("names_valid");
}
