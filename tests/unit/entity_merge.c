/* Entities that become one, and those that stay apart. */
#include "entity_shown.h"

/* Bits of an entity's signature: a hash sets two at most. */
static int bits(uint16_t at)
{
    int n = 0;
    uint8_t i;

    for (i = 0; i < PI_KEY_ROWS; i++)
        n += keys[i] >> at & 1;
    return n;
}

/* Of two that a name fits alike: the one spoken of last, unless the other has more than 16 times its salience. */
static void alike(void)
{
    begin(ROOM);
    add(0, P, 0, "Anna Smith");
    add(10, P, 0, "Boris Smith");
    entities[0].salience = 47;
    CHECK_INT(add(20, P, 0, "Smith"), 1);
    CHECK(!sure && entities[1].flags & PI_ENTITY_UNSURE && !(entities[0].flags & PI_ENTITY_UNSURE));
    begin(ROOM);
    add(0, P, 0, "Anna Smith");
    add(10, P, 0, "Boris Smith");
    entities[0].salience = 48;
    CHECK_INT(add(20, P, 0, "Smith"), 0);
    CHECK(!sure);
    begin(ROOM);
    add(0, P, 0, "Anna Smith");
    add(10, P, 0, "Boris Smith");
    add(20, P, 0, "Anna Smith");
    entities[1].salience = 63; /* Anna's is 3 */
    CHECK_INT(add(30, P, 0, "Smith"), 0);
    begin(ROOM);
    add(0, P, 0, "Anna Smith");
    add(10, P, 0, "Boris Smith");
    add(20, P, 0, "Anna Smith");
    entities[1].salience = 64;
    CHECK_INT(add(30, P, 0, "Smith"), 1);
    add(40, P, 0, "B. Smith"); /* a longer name is sure of itself */
    CHECK(sure);
    begin(ROOM);
    add(0, P, 0, "Anna Maria Smith");
    add(10, P, 0, "Anna Lisa Smith");
    CHECK_INT(table.n, 1); /* the given and the last word are hers */
    begin(ROOM);
    add(0, O, 0, "Bank Holm North");
    add(10, O, 0, "Bank Holm South");
    CHECK_INT(add(20, O, 0, "Bank Holm"), 1); /* fits both: of two words it is sure all the same */
    CHECK(sure && !(entities[1].flags & PI_ENTITY_UNSURE));
    CHECK_INT(add(30, O, 0, "Bank"), 1);
    CHECK(!sure && entities[1].flags & PI_ENTITY_UNSURE);
    begin(ROOM); /* of three that fit the two that fit worse do not matter */
    add(0, P, 0, "Smith Berg");
    add(10, P, 0, "Smith Holm");
    add(20, P, 0, "Anna Smith");
    CHECK_INT(add(30, P, 0, "Smith"), 2);
    CHECK(sure);
    CHECK_INT(table.n, 3);
}

/* The given name and the surname had been two entities, and others stood between and behind them. */
static void merged(void)
{
    uint16_t at;

    begin(ROOM);
    add(0, L, 0, "Paris");
    add(100, P, 0, "McCallum");
    add(200, L, 0, "Geneva");
    add(300, P, 0, "Ken");
    add(310, L, 0, "Ken"); /* the tagger slipped */
    entities[3].flags |= PI_ENTITY_UNSURE;
    add(400, O, 0, "Toyota");
    CHECK_STR(ordered(), "4 1 2 3 5 ");
    CHECK_STR(votes(3), "2 1 0 0 0 ");
    at = add(500, P, 0, "Ken McCallum");
    CHECK_INT(at, 1);
    CHECK_INT(table.n, 4);
    CHECK(entities[1].first == 100 && entities[1].last == 500 && entities[1].number == 2);
    CHECK_INT(entities[1].count, 4);
    CHECK_INT(entities[1].salience, 5); /* one KB */
    CHECK_STR(votes(1), "4 1 0 0 0 "); /* means, rounded up: of 5 and 2, of 0 and 1 */
    CHECK_STR(parts(1), "1 3 0 0 0 0 0 0 ");
    CHECK(entities[1].n == 2 && entities[1].initial[0] == 'k' && entities[1].initial[1] == 'm');
    CHECK_INT(entities[1].flags, PI_ENTITY_UNSURE);
    CHECK_STR(ordered(), "2 1 3 5 ");
    CHECK_INT(entities[1].forms, 3);
    CHECK_INT(entities[1].form[2].times, 2);
    CHECK_STR(name_of(1), "Ken ");
    CHECK_STR(name_of(3), "Toyo"); /* moved into the gap */
    CHECK(memcmp(pi_entity_letters(&all, 1, 2), "Ken", 4) == 0);
    CHECK_INT(add(600, O, 0, "Toyota"), 3); /* and is known there */
    CHECK_INT(add(610, P, 0, "Ken"), 1);
    CHECK_INT(form, PI_ENTITY_FORMS);
    CHECK(sure);

    /* The given name came first, and in another KB; the full name's entity is the last, which moves. */
    begin(ROOM);
    add(0, P, 0, "Ken");
    add(10, L, 0, "Paris");
    add(20, L, 0, "Paris");
    add(2000, P, 0, "McCallum");
    at = add(5000, P, 0, "Ken McCallum");
    CHECK_INT(at, 0);
    CHECK_INT(table.n, 2);
    CHECK_INT(entities[0].number, 1);
    CHECK(entities[0].first == 0 && entities[0].last == 5000);
    CHECK_INT(entities[0].salience, 6);
    CHECK_STR(ordered(), "1 2 ");
    CHECK_STR(name_of(0), "Ken ");
    CHECK_STR(name_of(1), "Pari");

    /* What it gains lets it overtake another. */
    begin(ROOM);
    add(0, P, 0, "Ken");
    add(10, P, 0, "Ken");
    add(20, P, 0, "McCallum");
    for (at = 30; at < 33; at++)
        add(at, L, 0, "Paris");
    add(40, P, 0, "Ken McCallum");
    CHECK_STR(ordered(), "1 3 ");

    /* Without letters they are merged as well. */
    all.letters = NULL;
    all.kept = 0;
    begin(ROOM);
    add(0, P, 0, "McCallum");
    add(10, P, 0, "Ken");
    add(20, L, 0, "Paris");
    memset(letters, 0x5A, sizeof letters);
    CHECK_INT(add(30, P, 0, "Ken McCallum"), 0);
    CHECK_INT(table.n, 2);
    all.letters = letters;
    all.kept = KEPT;
}

/* Forms of both are kept while there is room; what both had stands once. */
static void merged_forms(void)
{
    uint16_t at;

    begin(ROOM);
    add(0, P, 0, "Anna M. Smith");
    add(10, P, 0, "Anna M. L. Smith");
    add(20, P, 0, "A. Smith");
    entities[0].initial[0] = 'x'; /* so that the given name is not taken for hers */
    add(30, P, 0, "Anna");
    CHECK_INT(table.n, 2);
    entities[0].initial[0] = 'a';
    at = add(40, P, 0, "Anna M. Smith"); /* another full name shows it */
    CHECK_INT(at, 0);
    CHECK_INT(table.n, 1);
    CHECK_INT(entities[0].forms, 4);
    CHECK(memcmp(pi_entity_letters(&all, 0, 3), "Anna", 4) == 0);
    CHECK_INT(entities[0].count, 5);

    entities[0].initial[0] = 'x';
    add(50, P, 0, "Anna");
    CHECK_INT(entities[0].count, 6); /* it is one of its forms by now */
    entities[0].initial[0] = 'a';
    entities[0].form[3].whole = 1;
    entities[0].initial[0] = 'x';
    add(60, P, 0, "Anna");
    CHECK_INT(table.n, 2);
    entities[0].initial[0] = 'a';
    CHECK_INT(add(70, P, 0, "Anna M. Smith"), 0);
    CHECK_INT(table.n, 1);
    CHECK_INT(entities[0].forms, 4); /* no room: it is left out */
    CHECK_INT(entities[0].count, 8);
}

/* All that the full name shows to be hers, though one of them moves into the place of another. */
static void merged_twice(void)
{
    begin(ROOM);
    add(0, P, 0, "Ken");
    entities[0].form[0].whole = 1; /* so that it is not known again */
    entities[0].initial[0] = 'x';
    add(10, L, 0, "Paris");
    add(20, P, 0, "McCallum");
    CHECK_INT(add(30, P, 0, "Ken"), 3);
    entities[0].initial[0] = 'k';
    add(40, P, 0, "Ken McCallum");
    CHECK_INT(table.n, 2);
    CHECK_INT(entities[order[0]].count, 4);
    CHECK_STR(ordered(), "1 2 ");
}

/* An entity knows the hashes of its names, and no more when it takes the place of another. */
static void signatures(void)
{
    unsigned i;

    begin(2);
    add(0, P, 0, "Anna Smith");
    CHECK(bits(0) >= 1 && bits(0) <= 4);
    add(10, L, 0, "Paris");
    CHECK(bits(1) >= 1 && bits(1) <= 2);
    add(20, L, 0, "Paris");
    add(30, L, 0, "Geneva"); /* instead of her */
    CHECK_INT(entities[0].number, 3);
    CHECK(bits(0) >= 1 && bits(0) <= 2);
    begin(ROOM);
    add(0, P, 0, "Ken");
    add(10, P, 0, "McCallum");
    add(20, O, 0, "Bank of North Holm");
    add(30, L, 0, "Paris");
    i = (unsigned)bits(3);
    add(40, P, 0, "Ken McCallum"); /* the last moves into a gap */
    CHECK_INT(table.n, 3);
    CHECK_STR(name_of(0), "Pari");
    CHECK_INT(bits(0), i);
}

/* One that has more than 32 times the mentions of the full name stays apart, and so do places, longer names and quantities. */
static void apart(void)
{
    unsigned i;

    for (i = 32; i <= 33; i++) {
        unsigned k;

        begin(ROOM);
        for (k = 0; k < i; k++)
            add(k, P, 0, "Ken");
        add(50, P, 0, "McCallum");
        add(55, P, 0, "McCallum");
        add(60, P, 0, "Ken McCallum");
        CHECK_INT(table.n, i == 32 ? 1 : 2);
    }
    for (i = 0; i < 2; i++) { /* another word of the same signature, the same word with another first letter */
        begin(ROOM);
        add(0, P, 0, "Ken");
        if (i == 0)
            entities[0].word[0] ^= 0x8000;
        else
            entities[0].initial[0] = 'x';
        add(10, P, 0, "McCallum");
        add(20, P, 0, "Ken McCallum");
        CHECK_INT(table.n, 2);
    }
    begin(ROOM);
    add(0, L, 0, "Paris");
    add(10, P, 0, "Hilton");
    add(20, P, 0, "Paris Hilton");
    CHECK_INT(table.n, 2);
    begin(ROOM);
    add(0, P, 0, "Ken Berg");
    add(10, P, 0, "McCallum");
    add(20, P, 0, "Ken McCallum");
    CHECK_INT(table.n, 2);
    /* An acronym in brackets behind its name takes up what was thought another thing. */
    begin(ROOM);
    add(0, P, CAPITALS, "IMF");
    add(10, O, 0, "International Monetary Fund");
    CHECK_INT(table.n, 2);
    CHECK_INT(add(40, O, CAPITALS | PI_MENTION_BRACKET, "IMF"), 0);
    CHECK_INT(table.n, 1);
    CHECK_INT(entities[0].count, 3);
    CHECK(entities[0].flags & PI_ENTITY_ACRONYM);
    CHECK_INT(entities[0].kind, O);
    CHECK_INT(entities[0].forms, 2); /* "IMF" stands once */
    begin(ROOM); /* whatever that was, and its votes count */
    for (i = 0; i < 9; i++)
        add(i, L, PI_MENTION_SHOUTED, "IMF");
    add(10, O, 0, "International Monetary Fund");
    CHECK_INT(table.n, 2);
    add(40, O, CAPITALS | PI_MENTION_BRACKET, "IMF");
    CHECK_INT(table.n, 1);
    CHECK_STR(votes(0), "0 5 2 0 0 ");
    CHECK_INT(entities[0].kind, L);
    CHECK_INT(entities[0].n, 3);
    begin(ROOM); /* a surname alone takes up nothing */
    add(0, L, 0, "Smith");
    add(10, P, 0, "Anna Smith");
    CHECK_INT(add(20, P, 0, "Smith"), 1);
    CHECK_INT(table.n, 2);
    begin(ROOM); /* without brackets it does not */
    add(0, P, CAPITALS, "IMF");
    add(10, O, 0, "International Monetary Fund");
    add(40, O, CAPITALS, "IMF");
    CHECK_INT(table.n, 2);
    begin(ROOM); /* the group of same names that an entity is of stays its own */
    add(0, P, CAPITALS, "IMF");
    add(10, O, 0, "International Monetary Fund");
    entities[0].same = 3;
    entities[1].same = 4;
    CHECK_INT(add(40, O, CAPITALS | PI_MENTION_BRACKET, "IMF"), 0);
    CHECK(table.n == 1 && entities[0].same == 4);
    begin(ROOM); /* as a hash of 16 bits may agree by chance */
    add(0, P, 0, "Ken");
    entities[0].initial[0] = 'x';
    add(10, P, 0, "McCallum");
    add(20, P, 0, "Ken McCallum");
    CHECK_INT(table.n, 2);
    begin(ROOM); /* a quantity that may know the given name by its hash is none */
    add(0, P, 0, "McCallum");
    CHECK_INT(add_quantity(10, 5, PI_QUANT_VALUE, 1), 1);
    entities[1].word[0] = mention(0, P, 0, "Ken").word[0];
    entities[1].initial[0] = 'k';
    pi_keys_add(keys, 1, entities[1].word[0]);
    CHECK_INT(add(20, P, 0, "Ken McCallum"), 0);
    CHECK(table.n == 2 && table.quantities == 1);
}

/* Names of one country are one; of what else the table tells, and of persons, nothing. */
static void same_names(void)
{
    static uint16_t list[7] = { 3 };
    static const struct {
        const char *name;
        uint16_t group;
    } told[] = { { "Holland", 7 }, { "Netherlands", 7 }, { "Dutch", PI_SAME_PEOPLE } };
    uint16_t i, k, entry[2];

    for (i = 0; i < 3; i++) { /* ascending by the upper half of the hash */
        uint32_t whole = mention(0, L, 0, told[i].name).whole;

        entry[0] = (uint16_t)(whole >> 16);
        entry[1] = (uint16_t)((whole & 0xFF00) | told[i].group);
        for (k = i; k > 0 && list[1 + 2 * (k - 1)] > entry[0]; k--)
            memcpy(list + 1 + 2 * k, list + 1 + 2 * (k - 1), sizeof entry);
        memcpy(list + 1 + 2 * k, entry, sizeof entry);
    }
    all.same = list;
    begin(ROOM);
    CHECK_INT(add(0, L, 0, "Holland"), 0);
    CHECK_INT(entities[0].same, 7);
    CHECK_INT(add(10, L, 0, "Netherlands"), 0);
    CHECK_INT(add(20, L, 0, "Dutch"), 1);
    CHECK_INT(entities[1].same, 0);
    CHECK_INT(add(30, P, 0, "Holland"), 0); /* by its form */
    begin(ROOM);
    CHECK_INT(add(0, P, 0, "Holland"), 0);
    CHECK_INT(add(5, L, 0, "Holland"), 0); /* a form that is known tells no group */
    CHECK_INT(entities[0].same, 0);
    CHECK_INT(add(10, L, 0, "Netherlands"), 1);
    begin(ROOM); /* all forms of an acronym's entity, its group and its hashes pass over */
    CHECK_INT(add(0, L, 0, "HO"), 0);
    entities[0].same = 7;
    entities[0].forms = 2;
    entities[0].form[1] = entities[0].form[0];
    entities[0].form[1].whole = mention(0, L, 0, "Holland").whole;
    pi_keys_add(keys, 0, mention(0, L, 0, "Holland").word[0]);
    CHECK_INT(add(10, O, 0, "Hydro Oslo"), 1);
    add(30, O, CAPITALS | PI_MENTION_BRACKET, "HO");
    CHECK_INT(table.n, 1);
    CHECK(entities[0].forms == 3 && entities[0].same == 7);
    CHECK_INT(add(40, P, 0, "Holland"), 0);
    begin(ROOM); /* an entity learns its group by any of its forms */
    CHECK_INT(add(0, O, 0, "Holland Lines"), 0);
    CHECK_INT(entities[0].same, 0);
    CHECK_INT(add(10, O, 0, "Holland"), 0);
    CHECK_INT(entities[0].same, 7);
    CHECK_INT(add(20, L, 0, "Netherlands"), 0);
    all.same = NULL;
}

int main(void)
{
    alike();
    merged();
    merged_twice();
    merged_forms();
    signatures();
    apart();
    same_names();
    return check_done("entity_merge");
}
