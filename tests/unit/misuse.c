/* Misuse of the API: every function, each argument that it must refuse, and the error that pith.h names for it. */
#include "check.h"
#include "model.h"

enum { CELLS = 2048 };

static pith p;
static pith_names names;
static pith_cell work[CELLS], other_work[CELLS];
static const pith_config plain = { &pith_en, 0, 0, 0, 0, 0 };
static const pith_names_config all = { &pith_en, &pith_en_names_small, 75, 0, &pith_en_quantities };

static const char text[] = "Anna Smith paid 20 dollars on Friday. She went home.";

static void start(const pith_config *cfg)
{
    CHECK_INT(pith_init(&p, cfg, work, CELLS), PITH_OK);
    CHECK_INT(pith_feed(&p, text, strlen(text)), PITH_OK);
}

static void start_names(const pith_names_config *cfg)
{
    pith_item found;
    size_t taken, at = 0;

    CHECK_INT(pith_names_init(&names, cfg, other_work, CELLS), PITH_OK);
    while (pith_names_scan(&names, text + at, strlen(text) - at, &taken, &found) == PITH_MORE)
        at += taken;
}

/* Both ways in refuse the same configurations. */
static void check_config(pith_config cfg, size_t cells, int error)
{
    CHECK_INT(pith_init(&p, &cfg, work, cells), error);
    CHECK_INT(pith_resume(&p, &cfg, work, cells), error);
}

static void configurations(void)
{
    pith_model old;
    pith_config cfg = plain;

    CHECK_INT(pith_init(NULL, &plain, work, CELLS), PITH_E_ARG);
    CHECK_INT(pith_init(&p, NULL, work, CELLS), PITH_E_ARG);
    CHECK_INT(pith_init(&p, &plain, NULL, CELLS), PITH_E_ARG);
    CHECK_INT(pith_resume(NULL, &plain, work, CELLS), PITH_E_ARG);
    CHECK_INT(pith_resume(&p, NULL, work, CELLS), PITH_E_ARG);
    CHECK_INT(pith_resume(&p, &plain, NULL, CELLS), PITH_E_ARG);
    cfg.model = NULL;
    check_config(cfg, CELLS, PITH_E_ARG);
    cfg = plain;
    cfg.keep = 81;
    check_config(cfg, CELLS, PITH_E_ARG);
    cfg = plain;
    cfg.flags = 2;
    check_config(cfg, CELLS, PITH_E_ARG);
    cfg = plain;
    cfg.from = 10;
    cfg.to = 9;
    check_config(cfg, CELLS, PITH_E_ARG);
    check_config(plain, PITH_CELLS_MIN - 1, PITH_E_SPACE);
    memcpy(&old, &pith_en, sizeof old);
    old.version--;
    cfg = plain;
    cfg.model = &old;
    check_config(cfg, CELLS, PITH_E_MODEL);

    cfg = plain;
    cfg.keep = 80;
    cfg.flags = PITH_NO_KEYWORDS;
    cfg.from = cfg.to = 10;
    CHECK_INT(pith_init(&p, &cfg, work, PITH_CELLS_MIN), PITH_OK);
}

/* A state that was never begun, and none at all. */
static void no_state(pith *s, int error)
{
    pith_item item = { 0, 1, 0, 0, PITH_SENTENCE, 0 };
    pith_loss loss;
    size_t taken;
    char b[4];

    CHECK_INT(pith_query(s, "a", 1), error);
    CHECK_INT(pith_feed(s, "a", 1), error);
    CHECK_INT(pith_scan(s, "a", 1, &taken, &item), error);
    CHECK_INT(pith_end(s), error);
    CHECK_INT(pith_select(s, NULL), error);
    CHECK_INT(pith_sentence(s, 0, &item), error);
    CHECK_INT(pith_keyword(s, 0, &item), error);
    CHECK_INT(pith_text(s, &item, b, 1), error);
    CHECK_INT(pith_losses(s, &loss), error);
    start_names(&all);
    CHECK_INT(pith_names_with(&names, s, "a", 1, &taken, &item), error);
}

static void no_names(pith_names *s, int error)
{
    pith_item item;
    pith_entity entity;
    pith_loss loss;
    size_t taken;
    char b[4];

    CHECK_INT(pith_names_scan(s, "a", 1, &taken, &item), error);
    CHECK_INT(pith_names_end(s), error);
    CHECK_INT(pith_names_value(s, b, 1), error);
    CHECK_INT(pith_names_entity(s, 0, &entity), error);
    CHECK_INT(pith_names_entity_value(s, 0, b, 1), error);
    CHECK_INT(pith_names_letters(s, 0, 0, b, 1), error);
    CHECK_INT(pith_names_losses(s, &loss), error);
    start(&plain);
    CHECK_INT(pith_names_with(s, &p, "a", 1, &taken, &item), error);
}

static void states(void)
{
    pith empty;
    pith_names none;

    memset(&empty, 0, sizeof empty);
    memset(&none, 0, sizeof none);
    no_state(NULL, PITH_E_ARG);
    no_state(&empty, PITH_E_STATE);
    no_names(NULL, PITH_E_ARG);
    no_names(&none, PITH_E_STATE);

    /* A pointer of it is gone. */
    start(&plain);
    empty = p;
    empty.work = NULL;
    no_state(&empty, PITH_E_STATE);
    start(&plain);
    empty = p;
    empty.model = NULL;
    no_state(&empty, PITH_E_STATE);
    start_names(&all);
    none = names;
    none.model = NULL;
    no_names(&none, PITH_E_STATE);
    start_names(&all);
    none = names;
    none.names = NULL;
    no_names(&none, PITH_E_STATE);
}

static void arguments(void)
{
    pith_budget b = { 0, 0, 0, 0, 0, 0, 0 };
    pith_item item;
    size_t taken;
    char letters[4];

    start(&plain);
    CHECK_INT(pith_query(&p, NULL, 1), PITH_E_ARG);
    CHECK_INT(pith_query(&p, NULL, 0), PITH_OK);
    CHECK_INT(pith_feed(&p, NULL, 1), PITH_E_ARG);
    CHECK_INT(pith_feed(&p, NULL, 0), PITH_OK);
    CHECK_INT(pith_scan(&p, NULL, 1, &taken, &item), PITH_E_ARG);
    CHECK_INT(pith_scan(&p, "a", 1, NULL, &item), PITH_E_ARG);
    CHECK_INT(pith_scan(&p, "a", 1, &taken, NULL), PITH_E_ARG);
    CHECK_INT(pith_sentence(&p, 0, &item), PITH_E_STATE); /* nothing was selected */
    b.percent = 101;
    CHECK_INT(pith_select(&p, &b), PITH_E_ARG);
    b.percent = 0;
    b.from = 10;
    b.to = 9;
    CHECK_INT(pith_select(&p, &b), PITH_E_ARG);
    b.from = b.to = 0;
    b.rows = 1; /* of no display */
    CHECK_INT(pith_select(&p, &b), PITH_E_ARG);
    CHECK_INT(pith_end(&p), PITH_OK);
    while (pith_select(&p, NULL) == PITH_MORE) { }
    CHECK_INT(pith_sentence(&p, 0, NULL), PITH_E_ARG);
    CHECK_INT(pith_sentence(&p, 0, &item), PITH_OK);
    CHECK_INT(pith_sentence(&p, 100, &item), PITH_E_LIMIT);
    CHECK_INT(pith_keyword(&p, 0, NULL), PITH_E_ARG);
    CHECK_INT(pith_keyword(&p, PITH_KEYWORDS_MAX, &item), PITH_E_LIMIT);
    CHECK_INT(pith_text(&p, NULL, letters, 4), PITH_E_ARG);
    CHECK_INT(pith_text(&p, &item, NULL, 4), PITH_E_ARG);
    CHECK_INT(pith_text(&p, &item, letters, 4), PITH_E_SPACE); /* none is kept */
    CHECK_INT(pith_losses(&p, NULL), PITH_E_ARG);

    /* After the end. */
    CHECK_INT(pith_end(&p), PITH_E_STATE);
    CHECK_INT(pith_feed(&p, "a", 1), PITH_E_STATE);
    CHECK_INT(pith_scan(&p, "a", 1, &taken, &item), PITH_E_STATE);
}

/* A selection ends when more is read, in whichever way. */
static void selections_end(void)
{
    pith_item item;
    size_t taken;
    int i;

    for (i = 0; i < 4; i++) {
        start(&plain);
        start_names(&all);
        while (pith_select(&p, NULL) == PITH_MORE) { }
        CHECK_INT(pith_sentence(&p, 0, &item), PITH_OK);
        if (i == 0)
            pith_feed(&p, " ", 1);
        else if (i == 1)
            pith_scan(&p, " ", 1, &taken, &item);
        else if (i == 2)
            pith_names_with(&names, &p, " ", 1, &taken, &item);
        else
            pith_end(&p);
        CHECK_INT(pith_sentence(&p, 0, &item), PITH_E_STATE);
    }
}

static void check_names_config(pith_names_config cfg, int error)
{
    CHECK_INT(pith_names_init(&names, &cfg, other_work, CELLS), error);
    CHECK_INT(pith_names_resume(&names, &cfg, other_work, CELLS), error);
}

static void names_configurations(void)
{
    pith_model old;
    pith_names_config cfg = all;

    CHECK_INT(pith_names_init(NULL, &all, other_work, CELLS), PITH_E_ARG);
    CHECK_INT(pith_names_init(&names, NULL, other_work, CELLS), PITH_E_ARG);
    CHECK_INT(pith_names_init(&names, &all, NULL, CELLS), PITH_E_ARG);
    CHECK_INT(pith_names_resume(NULL, &all, other_work, CELLS), PITH_E_ARG);
    cfg.model = NULL;
    check_names_config(cfg, PITH_E_ARG);
    cfg = all;
    cfg.names = NULL;
    check_names_config(cfg, PITH_E_ARG);
    cfg = all;
    cfg.entities = 91;
    check_names_config(cfg, PITH_E_ARG);
    cfg = all;
    cfg.letters = 68;
    check_names_config(cfg, PITH_E_ARG);
    cfg.letters = 6;
    check_names_config(cfg, PITH_E_ARG);
    memcpy(&old, &pith_en, sizeof old);
    old.version--;
    cfg = all;
    cfg.model = &old;
    check_names_config(cfg, PITH_E_MODEL);
    CHECK_INT(pith_names_init(&names, &all, other_work, 20), PITH_E_SPACE); /* no room for an entity */
    cfg = all;
    cfg.entities = 0;
    CHECK_INT(pith_names_init(&names, &cfg, NULL, 0), PITH_OK);
}

static void names_arguments(void)
{
    pith_names_config cfg = all;
    pith_entity entity;
    pith_item item;
    size_t taken;
    char b[4];

    start_names(&all);
    CHECK_INT(pith_names_scan(&names, NULL, 1, &taken, &item), PITH_E_ARG);
    CHECK_INT(pith_names_scan(&names, "a", 1, NULL, &item), PITH_E_ARG);
    CHECK_INT(pith_names_scan(&names, "a", 1, &taken, NULL), PITH_E_ARG);
    CHECK_INT(pith_names_value(&names, NULL, 1), PITH_E_ARG);
    CHECK_INT(pith_names_entity(&names, 0, NULL), PITH_E_ARG);
    CHECK_INT(pith_names_entity_value(&names, 0, NULL, 1), PITH_E_ARG);
    CHECK_INT(pith_names_letters(&names, 0, 0, NULL, 1), PITH_E_ARG);
    CHECK_INT(pith_names_losses(&names, NULL), PITH_E_ARG);
    CHECK_INT(pith_names_entity(&names, 100, &entity), PITH_E_LIMIT);
    CHECK_INT(pith_names_entity_value(&names, 100, b, 4), PITH_E_LIMIT);
    CHECK_INT(pith_names_letters(&names, 100, 0, b, 4), PITH_E_LIMIT);
    CHECK_INT(pith_names_letters(&names, 0, PITH_FORMS, b, 4), PITH_E_LIMIT);
    CHECK_INT(pith_names_letters(&names, 0, 0, b, 4), PITH_E_SPACE); /* none are kept */
    CHECK_INT(pith_names_entity_value(&names, 0, b, 4), 0); /* a name */

    start(&plain);
    CHECK_INT(pith_names_with(&names, &p, NULL, 1, &taken, &item), PITH_E_ARG);
    CHECK_INT(pith_names_with(&names, &p, "a", 1, NULL, &item), PITH_E_ARG);
    CHECK_INT(pith_names_with(&names, &p, "a", 1, &taken, NULL), PITH_E_ARG);
    CHECK_INT(pith_end(&p), PITH_OK);
    CHECK_INT(pith_names_with(&names, &p, NULL, 0, &taken, &item), PITH_E_STATE); /* only the summary is at its end */

    CHECK_INT(pith_names_end(&names), PITH_OK);
    CHECK_INT(pith_names_end(&names), PITH_E_STATE);
    CHECK_INT(pith_names_scan(&names, "a", 1, &taken, &item), PITH_E_STATE);
    start(&plain);
    CHECK_INT(pith_names_with(&names, &p, "a", 1, &taken, &item), PITH_E_STATE);

    cfg.quantities = NULL; /* no quantities, no values */
    start_names(&cfg);
    CHECK_INT(pith_names_value(&names, b, 4), 0);
    cfg.letters = 4;
    start_names(&cfg);
    CHECK_INT(pith_names_letters(&names, 0, 0, b, 4), 4);
    CHECK(memcmp(b, "Anna", 4) == 0);
    CHECK_INT(pith_names_letters(&names, 0, 0, b, 2), 2);
    CHECK_INT(pith_names_letters(&names, 0, 0, NULL, 0), 0);
    CHECK_INT(pith_names_value(&names, NULL, 0), 0);
    CHECK_INT(pith_names_entity_value(&names, 0, NULL, 0), 0);
}

int main(void)
{
    configurations();
    states();
    arguments();
    selections_end();
    names_configurations();
    names_arguments();
    return check_done("misuse");
}
