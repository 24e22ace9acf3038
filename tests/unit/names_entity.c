/* What pith_names_* say of the entities: every member, letters that are cut, salience, losses. */
#include "check.h"
#include "namer.h"

enum { CELLS = 700, LETTERS = 8 };

static const pith_names_config cfg = { &pith_en, &pith_en_names_small, 80, LETTERS, &pith_en_quantities };
static pith_names p;
static pith_cell work[CELLS];
static pi_namer *c;
static pi_entities k;

static void begin(void)
{
    CHECK_INT(pith_names_init(&p, &cfg, work, CELLS), PITH_OK);
    c = pi_namer_of(&p);
    k = pi_namer_entities(&p);
}

/* A mention joins the table; its letters are kept. */
static uint16_t add(uint32_t offset, uint8_t kind, const char *name)
{
    uint32_t h = 0;
    uint8_t form, sure, i;
    pi_mention m;
    uint16_t at;

    memset(&m, 0, sizeof m);
    m.offset = offset;
    m.kind = kind;
    m.n = 1;
    m.length = (uint16_t)strlen(name);
    m.initial[0] = (uint8_t)*name;
    for (i = 0; i < m.length; i++)
        h = pi_hash_step(h, (uint8_t)name[i]);
    m.word[0] = (uint16_t)(pi_hash_end(h) >> 16);
    m.whole = pi_mention_end(pi_mention_step(0, m.word[0]));
    at = pi_entities_add(&k, &m, &form, &sure);
    for (i = 0; form < PI_ENTITY_FORMS && i < LETTERS; i++)
        pi_entity_letters(&k, at, form)[i] = (uint8_t)(i < m.length ? name[i] : 0);
    return at;
}

static void members(void)
{
    pith_entity e;

    begin();
    add(10, PI_NAME_PLACE, "Geneva");
    add(20, PI_NAME_PLACE, "Geneva");
    add(30, PI_NAME_ORG, "Toyota");
    k.e[1].flags |= PI_ENTITY_UNSURE;
    memset(&e, 0xA5, sizeof e);
    CHECK_INT(pith_names_entity(&p, 0, &e), PITH_OK);
    CHECK(e.first == 10 && e.last == 20 && e.count == 2 && e.number == 1 && e.kind == PITH_PLACE);
    CHECK(e.flags == 0 && e.shift == 8 && e.salience == UINT16_MAX);
    CHECK(e.forms == 1 && e.form[0] == 10 && e.length[0] == 6);
    CHECK(e.form[1] == 0 && e.form[2] == 0 && e.form[3] == 0 && e.length[1] == 0 && e.length[3] == 0);
    CHECK(e.part[0] == 2 && e.part[1] == 0 && e.part[7] == 0);
    CHECK_INT(pith_names_entity(&p, 1, &e), PITH_OK);
    CHECK(e.first == 30 && e.last == 30 && e.count == 1 && e.number == 2 && e.kind == PITH_ORG);
    CHECK(e.flags == PITH_UNSURE && e.salience == 2 * 65535 / 3);
    CHECK_INT(pith_names_entity(&p, 2, &e), PITH_E_LIMIT);
    add(3000, PI_NAME_ORG, "Toyota");
    CHECK_INT(pith_names_entity(&p, 0, &e), PITH_OK); /* it has overtaken the other, and parts are wider */
    CHECK(e.number == 2 && e.shift == 9 && e.part[0] == 1 && e.part[5] == 1);
    CHECK_INT(pith_names_entity(&p, 1, &e), PITH_OK);
    CHECK_INT(e.salience, 3 * 65535 / 4);
}

/* The name is given first, then the other forms as they came. */
static void forms(void)
{
    pith_entity e;
    char letters[LETTERS];
    uint8_t i;

    begin();
    add(10, PI_NAME_PLACE, "aa");
    k.e[0].forms = 4;
    for (i = 0; i < 4; i++) {
        k.e[0].form[i].at = 10u * (i + 1);
        k.e[0].form[i].length = (uint8_t)(i + 1);
        k.e[0].form[i].times = 1;
        k.e[0].form[i].full = (uint8_t)(i == 2 ? 9 : 3);
        memset(pi_entity_letters(&k, 0, i), 'a' + i, LETTERS);
    }
    CHECK_INT(pith_names_entity(&p, 0, &e), PITH_OK);
    CHECK(e.form[0] == 30 && e.form[1] == 10 && e.form[2] == 20 && e.form[3] == 40);
    CHECK(e.length[0] == 3 && e.length[1] == 1 && e.length[2] == 2 && e.length[3] == 4);
    for (i = 0; i < 4; i++) {
        CHECK_INT(pith_names_letters(&p, 0, i, letters, sizeof letters), LETTERS);
        CHECK_INT(letters[LETTERS - 1], "cabd"[i]);
    }
    CHECK_INT(pith_names_letters(&p, 0, 4, letters, sizeof letters), PITH_E_LIMIT);
}

/* Letters asked for end before a character that is not whole. */
static void letters(void)
{
    char got[LETTERS + 2];

    begin();
    add(10, PI_NAME_PLACE, "a\xc3\xa9\xe2\x82\xac" "b"); /* 1, 2, 3 and 1 bytes */
    memset(got, '!', sizeof got);
    CHECK_INT(pith_names_letters(&p, 0, 0, got, sizeof got), 7);
    CHECK(memcmp(got, "a\xc3\xa9\xe2\x82\xac" "b!", 8) == 0);
    CHECK_INT(pith_names_letters(&p, 0, 0, got, 7), 7);
    CHECK_INT(pith_names_letters(&p, 0, 0, got, 6), 6);
    CHECK_INT(pith_names_letters(&p, 0, 0, got, 5), 3);
    CHECK_INT(pith_names_letters(&p, 0, 0, got, 4), 3);
    CHECK_INT(pith_names_letters(&p, 0, 0, got, 3), 3);
    CHECK_INT(pith_names_letters(&p, 0, 0, got, 2), 1);
    CHECK_INT(pith_names_letters(&p, 0, 0, got, 1), 1);
    CHECK_INT(pith_names_letters(&p, 0, 0, NULL, 0), 0);
    CHECK_INT(pith_names_letters(&p, 0, 0, NULL, 1), PITH_E_ARG);
    CHECK_INT(pith_names_letters(&p, 0, 1, got, 1), PITH_E_LIMIT);
    CHECK_INT(pith_names_letters(&p, 1, 0, got, 1), PITH_E_LIMIT);
    begin();
    add(10, PI_NAME_PLACE, "\xc3\xa9t\xc3\xa9");
    CHECK_INT(pith_names_letters(&p, 0, 0, got, 1), 0);
    CHECK_INT(pith_names_letters(&p, 0, 0, got, 2), 2);
    begin();
    add(10, PI_NAME_PLACE, "Geneva l\xc3\xa9");
    pi_entity_letters(&k, 0, 1)[0] = 0x80; /* of another form */
    CHECK_INT(pith_names_letters(&p, 0, 0, got, sizeof got), LETTERS); /* no more are kept */
    memset(pi_entity_letters(&k, 0, 0), 0, LETTERS); /* they were not kept */
    CHECK_INT(pith_names_letters(&p, 0, 0, got, sizeof got), 0);
    memset(pi_entity_letters(&k, 0, 0), 0x80, LETTERS); /* a state that lies */
    CHECK_INT(pith_names_letters(&p, 0, 0, got, 0), 0);
    CHECK_INT(pith_names_letters(&p, 0, 0, got, 5), 0);
}

static void counts(void)
{
    static const char text[] = "Bad \xc3 bytes, and \xff more.";
    char value[PITH_VALUE_MAX];
    size_t taken;
    pith_item found;
    pith_loss loss;

    begin();
    while (pith_names_scan(&p, text, sizeof text - 1, &taken, &found) == PITH_MORE)
        CHECK(0);
    c->entities.dropped = 7;
    CHECK_INT(pith_names_losses(&p, &loss), PITH_OK);
    CHECK(loss.bytes == sizeof text - 1 && loss.malformed == 2 && loss.terms == 7);
    add(10, PI_NAME_PLACE, "Geneva");
    CHECK_INT(pith_names_value(&p, NULL, 0), 0);
    CHECK_INT(pith_names_value(&p, NULL, 1), PITH_E_ARG);
    CHECK_INT(pith_names_entity_value(&p, 0, NULL, 0), 0);
    CHECK_INT(pith_names_entity_value(&p, 0, NULL, 1), PITH_E_ARG);
    CHECK_INT(pith_names_entity_value(&p, 0, value, sizeof value), 0);
}

int main(void)
{
    members();
    forms();
    letters();
    counts();
    return check_done("names_entity");
}
