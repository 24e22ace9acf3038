/* The table of entities on mentions made by hand: what joins what, which form leads, who leaves a full table. */
#include "mentions.h"

static void check_order(void)
{
    uint16_t i;

    for (i = 0; i < table.n; i++) {
        CHECK_INT(entities[order[i]].rank, i);
        if (i > 0)
            CHECK(entities[order[i - 1]].salience >= entities[order[i]].salience);
    }
}

static void surnames(void)
{
    uint16_t anna, peter;

    begin(ROOM);
    CHECK_INT(add(0, PI_NAME_PERSON, 0, "Vladimir Putin"), 0);
    CHECK(form == 0 && sure);
    CHECK_INT(add(10, PI_NAME_PERSON, 0, "Putin"), 0);
    CHECK(form == 1 && sure);
    CHECK_INT(add(20, PI_NAME_PERSON, 0, "Putin"), 0);
    CHECK_INT(form, PI_ENTITY_FORMS); /* known */
    CHECK_INT(add(30, PI_NAME_PERSON, 0, "V. Putin"), 0);
    CHECK_INT(add(40, PI_NAME_ORG, 0, "Putin"), 0); /* the tagger slipped */
    CHECK_INT(entities[0].count, 5);
    CHECK_INT(entities[0].kind, PI_NAME_PERSON);
    CHECK(entities[0].first == 0 && entities[0].last == 40);
    CHECK_STR(name_of(0), "Vlad");
    CHECK_INT(add(50, PI_NAME_PERSON, 0, "Ludmila Putin"), 1); /* another given name: another person */
    CHECK_INT(add(60, PI_NAME_PERSON, 0, "Vladimir Lenin"), 2);

    anna = add(100, PI_NAME_PERSON, 0, "Anna Smith");
    peter = add(200, PI_NAME_PERSON, 0, "Peter Smith");
    CHECK(anna != peter);
    CHECK_INT(add(300, PI_NAME_PERSON, 0, "Smith"), peter); /* the one spoken of last */
    CHECK(!sure && entities[peter].flags & PI_ENTITY_UNSURE);
    add(400, PI_NAME_PERSON, 0, "Anna Smith");
    CHECK(sure);
    CHECK_INT(add(500, PI_NAME_PERSON, 0, "Smith"), anna);
    check_order();
}

/* A given name and a surname that were two entities until the full name came; what stood last moves into the gap. */
static void two_become_one(void)
{
    uint16_t at;

    begin(ROOM);
    CHECK_INT(add(0, PI_NAME_PERSON, 0, "Ken"), 0);
    CHECK_INT(add(10, PI_NAME_PERSON, 0, "McCallum"), 1);
    CHECK_INT(add(3000, PI_NAME_PLACE, 0, "Paris"), 2);
    CHECK_INT(add(3010, PI_NAME_PLACE, 0, "Paris"), 2);
    CHECK_INT(table.n, 3);
    at = add(4000, PI_NAME_PERSON, 0, "Ken McCallum");
    CHECK_INT(table.n, 2);
    CHECK_INT(entities[at].count, 3);
    CHECK(entities[at].first == 0 && entities[at].last == 4000);
    CHECK_INT(entities[at].number, 1); /* the lower number */
    CHECK_INT(entities[at].forms, 3);
    CHECK_STR(name_of(at), "Ken ");
    CHECK_STR(name_of((uint16_t)(1 - at)), "Pari");
    CHECK_INT(entities[1 - at].count, 2);
    CHECK(entities[at].part[0] == 2 && entities[at].part[4000 >> table.shift] == 1);
    CHECK_INT(entities[at].n, 2);
    check_order();

    /* One that is spoken of far more often stays apart. */
    begin(ROOM);
    for (at = 0; at < 40; at++)
        add(at, PI_NAME_PERSON, 0, "Ken");
    add(50, PI_NAME_PERSON, 0, "McCallum");
    add(60, PI_NAME_PERSON, 0, "Ken McCallum");
    CHECK_INT(table.n, 2);
}

static void organizations(void)
{
    begin(ROOM);
    CHECK_INT(add(0, PI_NAME_ORG, 0, "World Health Organization"), 0);
    CHECK_INT(add(30, PI_NAME_ORG, PI_MENTION_CAPS | PI_MENTION_SHOUTED | PI_MENTION_BRACKET, "WHO"), 0);
    CHECK_INT(add(90, PI_NAME_ORG, PI_MENTION_CAPS | PI_MENTION_SHOUTED, "WHO"), 0);
    CHECK_STR(name_of(0), "Worl");
    CHECK_INT(add(100, PI_NAME_ORG, PI_MENTION_CAPS | PI_MENTION_SHOUTED, "IMF"), 1);
    CHECK_INT(add(200, PI_NAME_ORG, 0, "International Monetary Fund"), 1); /* spelt out behind it */
    CHECK_INT(add(300, PI_NAME_ORG, 0, "Toyota"), 2);
    CHECK_INT(add(310, PI_NAME_ORG, 0, "Toyota Motor"), 2);
    CHECK_INT(add(320, PI_NAME_ORG, 0, "Motor World"), 3);
    CHECK_INT(add(400, PI_NAME_PLACE, 0, "New York"), 4);
    CHECK_INT(add(410, PI_NAME_PLACE, 0, "New York City"), 4);
    CHECK_INT(add(420, PI_NAME_PLACE, 0, "New"), 5); /* one word of a place is too little */
    CHECK_INT(table.numbers, 6);
    check_order();
}

/* Five ways to write a name have room for four: the rarest makes room, never the one that leads. */
static void forms(void)
{
    unsigned i;

    begin(ROOM);
    add(0, PI_NAME_PERSON, 0, "Anna Maria Smith");
    for (i = 0; i < 3; i++)
        add(10 + i, PI_NAME_PERSON, 0, "Smith");
    add(20, PI_NAME_PERSON, 0, "Anna Smith");
    add(30, PI_NAME_PERSON, 0, "Anna Smith");
    add(40, PI_NAME_PERSON, 0, "A. Smith");
    CHECK_INT(entities[0].forms, 4);
    CHECK_INT(add(50, PI_NAME_PERSON, 0, "Maria Smith"), 0);
    CHECK_INT(form, 3); /* where "A. Smith" stood */
    CHECK_INT(entities[0].forms, 4);
    CHECK_STR(name_of(0), "Anna");
    CHECK_INT(entities[0].count, 8);
    /* Counts of forms are halved at 255, that of the entity goes on. */
    for (i = 0; i < 300; i++)
        add(100 + i, PI_NAME_PERSON, 0, "Smith");
    CHECK_INT(entities[0].count, 308);
    CHECK(entities[0].form[1].times > 127 && entities[0].form[1].times < 255);
    CHECK_INT(entities[0].salience, 309);
}

/* Full: the one worth least leaves, of equal ones that which was not spoken of for longest; a recent one counts four times. */
static void full(void)
{
    begin(3);
    add(100000, PI_NAME_PERSON, 0, "Anna");
    add(200000, PI_NAME_PERSON, 0, "Boris");
    add(200010, PI_NAME_PERSON, 0, "Boris");
    add(300000, PI_NAME_PERSON, 0, "Carla");
    CHECK_INT(table.n, 3);
    CHECK_INT(add(400000, PI_NAME_PERSON, 0, "Dora"), 0); /* instead of Anna */
    CHECK_INT(table.dropped, 1);
    CHECK_INT(entities[0].number, 4);
    CHECK_INT(entities[0].count, 1);
    CHECK_INT(add(400010, PI_NAME_PERSON, 0, "Emil"), 2); /* Carla was old, Dora is new */
    CHECK_INT(add(400020, PI_NAME_PERSON, 0, "Anna"), 1); /* Boris: 3 < 4 * 2 */
    CHECK_INT(table.dropped, 3);
    CHECK_INT(table.n, 3);
    CHECK_INT(entities[1].first, 400020);
    check_order();
}

/* The histogram widens as the text grows: eight parts, each mention in one. */
static void histogram(void)
{
    unsigned i, sum = 0;

    begin(2);
    for (i = 0; i < 64; i++)
        add(i * 1000, PI_NAME_PLACE, 0, "Geneva");
    for (i = 0; i < PI_ENTITY_PARTS; i++)
        sum += entities[0].part[i];
    CHECK_INT(sum, 64);
    CHECK(63000u >> table.shift < PI_ENTITY_PARTS);
    CHECK(entities[0].part[0] > 0 && entities[0].part[63000u >> table.shift] > 0);
    CHECK_INT(entities[0].salience, 64 + 62); /* a KB of 1024 bytes is new to it 62 times */
}

int main(void)
{
    surnames();
    two_become_one();
    organizations();
    forms();
    full();
    histogram();
    return check_done("joins");
}
