/* The table of entities in figures: order, votes, histogram, forms, what happens when it is full. */
#include "entity_shown.h"

/* Mentions, and one more for each KB that they are new to; whoever has more overtakes all that have less, and none that has as much. */
static void ranks(void)
{
    begin(ROOM);
    add(0, P, 0, "Anna");
    add(10, P, 0, "Boris");
    add(20, P, 0, "Carla");
    add(30, P, 0, "Dora");
    CHECK_STR(ordered(), "1 2 3 4 ");
    add(1023, P, 0, "Carla");
    CHECK_INT(entities[2].salience, 3);
    CHECK_STR(ordered(), "3 1 2 4 ");
    add(1024, P, 0, "Dora"); /* another KB */
    CHECK_INT(entities[3].salience, 4);
    CHECK_STR(ordered(), "4 3 1 2 ");
    add(1030, P, 0, "Carla");
    CHECK_INT(entities[2].salience, 5);
    CHECK_STR(ordered(), "3 4 1 2 ");
    add(1040, P, 0, "Dora");
    CHECK_INT(entities[3].salience, 5);
    CHECK_STR(ordered(), "3 4 1 2 ");
    /* Quantities stand behind, however often they are found. */
    add_quantity(1050, 5, PI_QUANT_VALUE, 1);
    add_quantity(1060, 6, PI_QUANT_VALUE, 1);
    add_quantity(1070, 6, PI_QUANT_VALUE, 2);
    add_quantity(1080, 6, PI_QUANT_VALUE, 2);
    CHECK_INT(entities[5].salience, 4);
    CHECK_INT(entities[5].forms, 2);
    CHECK_STR(ordered(), "3 4 1 2 6 5 ");
    add(1090, P, 0, "Emil"); /* and before these */
    CHECK_STR(ordered(), "3 4 1 2 7 6 5 ");
    CHECK_INT(table.quantities, 2);
    CHECK_INT(table.n, 7);
    CHECK_INT(table.dropped, 0);
}

/* Counts stop at 65535, and nothing turns over. */
static void saturation(void)
{
    begin(ROOM);
    add(0, P, 0, "Anna");
    entities[0].count = entities[0].salience = entities[0].part[0] = 65534;
    add(10, P, 0, "Anna");
    CHECK(entities[0].count == 65535 && entities[0].salience == 65535 && entities[0].part[0] == 65535);
    add(5000, P, 0, "Anna");
    CHECK(entities[0].count == 65535 && entities[0].salience == 65535);
    CHECK_STR(parts(0), "65535 0 0 0 1 0 0 0 ");
    entities[0].part[1] = 1;
    entities[0].part[2] = 60000;
    entities[0].part[3] = 5534;
    add(9000, P, 0, "Anna");
    CHECK_STR(parts(0), "65535 65534 1 0 1 0 0 0 ");
    table.numbers = 65535;
    add(9010, P, 0, "Boris");
    CHECK_INT(entities[1].number, 65535);
    table.dropped = UINT32_MAX;
    begin(1);
    table.dropped = UINT32_MAX;
    add(0, P, 0, "Anna");
    add(10, P, 0, "Boris");
    CHECK_INT(table.dropped, UINT32_MAX);
}

/* Eight parts, at first of 256 bytes each; a mention behind them makes all wider, of every entity alike. */
static void histogram(void)
{
    static const struct {
        uint32_t offset;
        uint8_t shift;
        const char *geneva, *paris;
    } steps[] = { { 2048, 9, "2 1 0 1 1 0 0 0 ", "0 0 0 1 0 0 0 0 " },
                  { 16383, 11, "4 1 0 0 0 0 0 1 ", "1 0 0 0 0 0 0 0 " },
                  { 65536, 14, "6 0 0 0 1 0 0 0 ", "1 0 0 0 0 0 0 0 " },
                  { 131071, 14, "6 0 0 0 1 0 0 1 ", "1 0 0 0 0 0 0 0 " },
                  { 131072, 15, "6 0 1 1 1 0 0 0 ", "1 0 0 0 0 0 0 0 " },
                  { UINT32_C(0xFFFFFDFF), 29, "9 0 0 0 0 0 0 1 ", "1 0 0 0 0 0 0 0 " } };
    size_t i;

    begin(ROOM);
    add(0, L, 0, "Geneva");
    add(300, L, 0, "Geneva");
    add(512, L, 0, "Geneva");
    add(1600, L, 0, "Paris");
    add(2047, L, 0, "Geneva");
    CHECK_INT(table.shift, 8);
    CHECK_STR(parts(0), "1 1 1 0 0 0 0 1 ");
    CHECK_STR(parts(1), "0 0 0 0 0 0 1 0 ");
    for (i = 0; i < sizeof steps / sizeof *steps; i++) {
        add(steps[i].offset, L, 0, "Geneva");
        CHECK_INT(table.shift, steps[i].shift);
        CHECK_STR(parts(0), steps[i].geneva);
        CHECK_STR(parts(1), steps[i].paris);
    }
}

/* A word in capitals votes once, any other one twice, a longer name three times; a mention that was taken for another kind once. */
static void kinds(void)
{
    unsigned i;

    begin(ROOM);
    add(0, L, PI_MENTION_SHOUTED, "GENEVA");
    CHECK_STR(votes(0), "0 1 0 0 0 ");
    add(10, O, 0, "Geneva"); /* fits by 4: both are no persons */
    CHECK_STR(votes(0), "0 1 2 0 0 ");
    CHECK_INT(entities[0].kind, O);
    add(20, P, 0, "Geneva"); /* by 2 */
    CHECK_STR(votes(0), "1 1 2 0 0 ");
    add(30, L, PI_MENTION_SHOUTED, "GENEVA");
    CHECK_STR(votes(0), "1 2 2 0 0 ");
    CHECK_INT(entities[0].kind, L); /* of equal ones the first */
    add(40, L, 0, "New York");
    CHECK_STR(votes(1), "0 3 0 0 0 ");
    add(50, M, 0, "New York");
    CHECK_STR(votes(1), "0 3 0 0 3 ");
    CHECK_INT(entities[1].kind, L);
    add(60, M, 0, "New York");
    CHECK_INT(entities[1].kind, M);
    for (i = 0; i < 82; i++)
        add(100 + i, M, 0, "New York");
    add(190, P, 0, "New York");
    CHECK_STR(votes(1), "3 3 0 0 252 ");
    add(200, M, 0, "New York");
    CHECK_STR(votes(1), "3 3 0 0 255 ");
    add(210, M, 0, "New York"); /* another three find no room: all are halved */
    CHECK_STR(votes(1), "1 1 0 0 130 ");
    CHECK_INT(entities[1].n, 2);
}

/* Of the mentions of all forms one must have a 64th to give the name; the fullest of these does: words, then small letters, then length. */
static void names(void)
{
    unsigned i;
    pi_mention m;

    begin(ROOM);
    add(0, P, 0, "Anna Smith");
    for (i = 1; i < 64; i++)
        add(i, P, 0, "Smith");
    CHECK_STR(name_of(0), "Anna");
    add(64, P, 0, "Smith");
    CHECK_STR(name_of(0), "Smit");
    CHECK_INT(entities[0].lead, 0); /* its words are those of the full name all the same */
    CHECK_INT(entities[0].n, 2);
    add(65, P, 0, "Anna Smith");
    CHECK_STR(name_of(0), "Anna");

    begin(ROOM);
    add(0, P, PI_MENTION_SHOUTED, "SMITH");
    CHECK_INT(entities[0].form[0].full, 1 << 5 | 2);
    add(10, P, 0, "Smith"); /* in small letters at last: it is written so */
    CHECK_INT(form, 0);
    CHECK(entities[0].form[0].at == 10 && entities[0].form[0].times == 2 && entities[0].forms == 1);
    CHECK_INT(entities[0].form[0].full, 1 << 5 | 16 | 2);
    add(20, P, PI_MENTION_SHOUTED, "SMITH");
    CHECK_INT(form, PI_ENTITY_FORMS);
    add(30, P, 0, "Smith");
    CHECK_INT(form, PI_ENTITY_FORMS);
    CHECK(entities[0].form[0].at == 10 && entities[0].form[0].times == 4);

    begin(ROOM); /* letters count in pairs, 30 at most; a length up to 255 */
    m = mention(0, L, 0, "Geneva");
    m.length = 29;
    join(&m, "Gene");
    CHECK_INT(entities[0].form[0].full, 1 << 5 | 16 | 14);
    begin(ROOM);
    m.length = 30;
    join(&m, "Gene");
    CHECK_INT(entities[0].form[0].full, 1 << 5 | 16 | 15);
    CHECK_INT(entities[0].form[0].length, 30);
    begin(ROOM);
    m.length = 254;
    join(&m, "Gene");
    CHECK_INT(entities[0].form[0].full, 1 << 5 | 16 | 15);
    CHECK_INT(entities[0].form[0].length, 254);
    begin(ROOM);
    m.length = 256;
    join(&m, "Gene");
    CHECK_INT(entities[0].form[0].length, 255);

    begin(ROOM); /* of equal ones the first */
    add(0, P, 0, "Anna Smith");
    add(10, P, 0, "Smith, Anna");
    entities[0].form[1] = entities[0].form[0];
    entities[0].forms = 2;
    CHECK_INT(pi_entity_name(entities), 0);
}

/* Its words are of the fullest form that had its share when it came. */
static void words(void)
{
    unsigned i;

    begin(ROOM);
    add(0, P, 0, "Smith");
    CHECK_INT(entities[0].lead, 0);
    add(10, P, 0, "Anna Smith");
    CHECK_INT(entities[0].lead, 1);
    CHECK_INT(entities[0].n, 2);
    CHECK_INT(entities[0].initial[0], 'a');
    add(20, P, 0, "A. Smith"); /* as many words, fewer letters */
    CHECK_INT(entities[0].lead, 1);
    CHECK_INT(entities[0].brief, 0);
    add(30, P, 0, "Anna M. Smith");
    CHECK_INT(entities[0].lead, 3);
    CHECK_INT(entities[0].brief, 2);
    begin(ROOM);
    add(0, P, 0, "Anna B. Smith");
    CHECK_INT(add(10, P, 0, "Anna C. Smith"), 0); /* no fuller: the first leads */
    CHECK(entities[0].forms == 2 && entities[0].lead == 0);
    begin(ROOM);
    for (i = 0; i < 64; i++)
        add(i, P, 0, "Smith");
    add(100, P, 0, "Anna Smith"); /* one of 65 is too few */
    CHECK(entities[0].lead == 0 && entities[0].n == 1);
    add(110, P, 0, "Anna Smith");
    CHECK(entities[0].lead == 1 && entities[0].n == 2);
}

/* The form that makes room is the one seen least that does not lead, of equal ones the first; at 255 mentions all are halved. */
static void rare_forms(void)
{
    unsigned i;

    begin(ROOM);
    add(0, P, 0, "Smith");
    add(10, P, 0, "Anna Smith");
    add(20, P, 0, "A. Smith");
    add(30, P, 0, "Anna M. Smith");
    CHECK_INT(entities[0].lead, 3);
    add(40, P, 0, "A. M. Smith");
    CHECK_INT(form, 0);
    CHECK(entities[0].form[0].times == 1 && entities[0].form[0].at == 40);
    for (i = 0; i < 2; i++) {
        add(50 + i, P, 0, "Anna Smith");
        add(60 + i, P, 0, "A. M. Smith");
    }
    add(70, P, 0, "Smith");
    CHECK_INT(form, 2);
    memset(entities[0].acronym, 0xFF, sizeof entities[0].acronym);
    for (i = 3; i < 255; i++)
        add(100 + i, P, 0, "Anna Smith");
    CHECK(entities[0].acronym[0] == 0xFFFF && entities[0].acronym[1] == 0xFFFF);
    CHECK_INT(entities[0].form[1].times, 127);
    CHECK_INT(entities[0].form[0].times, 1);
    CHECK_INT(entities[0].form[2].times, 0);
    CHECK_INT(entities[0].form[3].times, 0);
    begin(ROOM);
    add(0, P, 0, "Anna M. Smith"); /* the first leads */
    add(10, P, 0, "Smith");
    add(20, P, 0, "A. Smith");
    add(30, P, 0, "Anna Smith");
    add(40, P, 0, "M. Smith");
    CHECK_INT(form, 1);
    begin(ROOM);
    for (i = 0; i < 250; i++)
        add(i, P, 0, "Smith");
    add(300, P, 0, "A. Smith");
    add(310, P, 0, "Anna Smith");
    add(320, P, 0, "Anna M. Smith");
    CHECK(entities[0].forms == 4 && entities[0].lead == 0); /* one in 64 is too few to lead */
    add(330, P, 0, "M. Smith");
    CHECK_INT(form, 1);
}

/* Full: the one worth least leaves. A mention in the last sixteenth of the text makes it worth four times as much. */
static void leaving(void)
{
    begin(3);
    add(1000, P, 0, "Anna");
    add(1499, P, 0, "Boris");
    add(1500, P, 0, "Carla");
    add(1600, P, 0, "Dora"); /* the last sixteenth begins at 1500 */
    CHECK_INT(entities[0].number, 4);
    CHECK_INT(entities[0].rank, 2);
    CHECK_STR(ordered(), "2 3 4 ");
    add(1600, P, 0, "Emil"); /* Boris is not in it */
    CHECK_STR(ordered(), "3 4 5 ");
    CHECK_INT(entities[1].number, 5);
    add(1600, P, 0, "Fritz"); /* all are: the one not spoken of for longest */
    CHECK_STR(ordered(), "4 5 6 ");
    CHECK_INT(entities[2].number, 6);
    CHECK_INT(table.dropped, 3);
    CHECK_INT(add(1700, P, 0, "Emil"), 1);
    CHECK_INT(add(1700, P, 0, "Fritz"), 2);
    begin(2); /* the sixteenth's first byte is of it: worth 8, not 2 */
    add(1000, P, 0, "Anna");
    add(1000, P, 0, "Anna");
    add(1500, P, 0, "Carla");
    CHECK_INT(add(1600, P, 0, "Dora"), 0);
    begin(2); /* of equal ones the one not spoken of for longest, wherever it stands */
    add(10, P, 0, "Anna");
    add(20, P, 0, "Boris");
    entities[0].last = 30;
    CHECK_INT(add(100000, P, 0, "Carla"), 1);
    /* Worth eight by its mentions, or by its place: the one spoken of last stays. */
    begin(2);
    add(0, P, 0, "Anna");
    entities[0].salience = 8;
    add(100000, P, 0, "Boris");
    CHECK_INT(add(100010, P, 0, "Carla"), 0);
    begin(2);
    add(0, P, 0, "Anna");
    entities[0].salience = 9;
    add(100000, P, 0, "Boris");
    CHECK_INT(add(100010, P, 0, "Carla"), 1);
    /* One that leaves from the middle of the order: those behind it close up. */
    begin(4);
    add(0, P, 0, "Anna");
    add(10, P, 0, "Boris");
    add(20, P, 0, "Carla");
    add(30, P, 0, "Dora");
    entities[0].salience = 9;
    entities[1].salience = 3;
    entities[2].last = entities[3].last = 200000;
    CHECK_INT(add(200010, P, 0, "Emil"), 1);
    CHECK_STR(ordered(), "1 3 4 5 ");
}

/* Quantities have a quarter of the table: one more takes the place of the weakest of them, not of a name, and a name may take it, too. */
static void quantities(void)
{
    begin(ROOM);
    CHECK_INT(add_quantity(0, 5, PI_QUANT_VALUE, 1), 0);
    CHECK_INT(form, 0);
    CHECK_INT(add_quantity(10, 6, PI_QUANT_VALUE, 1), 1);
    CHECK_INT(add_quantity(20, 6, PI_QUANT_VALUE, 9), 1); /* in other words */
    CHECK_INT(form, 1);
    CHECK_INT(add_quantity(30, 6, PI_QUANT_VALUE, 9), 1);
    CHECK_INT(form, PI_ENTITY_FORMS);
    CHECK_INT(table.quantities, 2);
    CHECK_INT(add_quantity(40, 7, PI_QUANT_VALUE, 1), 0);
    CHECK_INT(table.dropped, 1);
    CHECK(table.n == 2 && table.quantities == 2);
    CHECK_INT(entities[0].kind, QUANTITY + PI_QUANT_NUMBER);
    CHECK_INT(entities[0].flags, PI_ENTITY_QUANTITY);
    CHECK_STR(ordered(), "2 3 ");
    add(50, P, 0, "Anna");
    CHECK_STR(ordered(), "4 2 3 ");
    add_quantity(60, 8, PI_QUANT_VALUE, 1);
    CHECK_STR(ordered(), "4 2 5 ");
    CHECK_INT(table.quantities, 2);

    /* Those without a value are known by their words. */
    begin(ROOM);
    CHECK_INT(add_quantity(0, 5, 0, 1), 0);
    CHECK_INT(add_quantity(10, 5, 0, 2), 1);
    CHECK_INT(add_quantity(20, 5, 0, 1), 0);
    CHECK_INT(entities[0].count, 2);

    /* A name takes the place of a quantity, and then there is room for another. */
    begin(4);
    add_quantity(0, 5, PI_QUANT_VALUE, 1);
    add(100, P, 0, "Anna");
    add(100, P, 0, "Boris");
    add(100, P, 0, "Carla");
    CHECK_INT(add(100, P, 0, "Dora"), 0);
    CHECK(table.quantities == 0 && entities[0].flags == 0);
    CHECK_STR(ordered(), "2 3 4 5 ");
    CHECK_INT(add_quantity(100, 5, PI_QUANT_VALUE, 1), PI_ENTITY_NONE); /* no name goes for it */
    CHECK_INT(form, PI_ENTITY_FORMS);
    CHECK_INT(table.dropped, 2);
    CHECK_STR(ordered(), "2 3 4 5 ");

    begin(3); /* a quarter of three is none */
    CHECK_INT(add_quantity(0, 5, PI_QUANT_VALUE, 1), PI_ENTITY_NONE);
    CHECK(table.n == 0 && table.quantities == 0 && table.dropped == 1);

    /* A name is no quantity, whatever its words. */
    begin(ROOM);
    add(0, P, 0, "Anna");
    memset(entities[0].word, 0, sizeof entities[0].word);
    CHECK_INT(add_quantity(10, 0, PI_QUANT_VALUE, 1), 1);
    CHECK_INT(add(20, M, 0, "Anna"), 0);
    CHECK_INT(table.n, 2);
}

int main(void)
{
    ranks();
    saturation();
    histogram();
    kinds();
    names();
    words();
    rare_forms();
    leaving();
    quantities();
    return check_done("entity_table");
}
