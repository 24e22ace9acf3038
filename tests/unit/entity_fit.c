/* How well a mention fits an entity, 0 to 5, for each of the cases that core/entity.h lists. */
#include "check.h"
#include "entity_fit.h"

/* A name as a line of words; of each the first letter and a number of its own. */
static uint8_t read_words(const char *s, uint16_t word[], uint8_t initial[], uint8_t *brief)
{
    uint8_t n = 0;

    *brief = 0;
    while (*s) {
        uint32_t h = 0;

        initial[n] = (uint8_t)(*s | 0x20);
        for (; *s && *s != ' '; s++)
            h = pi_hash_step(h, (uint8_t)*s);
        word[n] = (uint16_t)(pi_hash_end(h) >> 16);
        if (s[-1] == '.')
            *brief = (uint8_t)(*brief | 1u << n);
        n++;
        s += *s == ' ';
    }
    return n;
}

static uint32_t whole_of(const uint16_t word[], uint8_t n)
{
    uint32_t h = 0;
    uint8_t i;

    for (i = 0; i < n; i++)
        h = pi_mention_step(h, word[i]);
    return pi_mention_end(h);
}

static pi_mention mention(uint8_t kind, const char *name)
{
    pi_mention m;

    memset(&m, 0, sizeof m);
    m.kind = kind;
    m.n = read_words(name, m.word, m.initial, &m.brief);
    m.whole = whole_of(m.word, m.n);
    return m;
}

static pi_entity entity(uint8_t kind, const char *name)
{
    pi_entity e;

    memset(&e, 0, sizeof e);
    e.kind = kind;
    e.n = read_words(name, e.word, e.initial, &e.brief);
    e.forms = 1;
    e.form[0].whole = whole_of(e.word, e.n);
    return e;
}

/* What a mention of a kind and name fits an entity of a kind and name by. */
static int fit(uint8_t e_kind, const char *e_name, uint8_t m_kind, const char *m_name)
{
    pi_entity e = entity(e_kind, e_name);
    pi_mention m = mention(m_kind, m_name);

    return pi_entity_fit(&e, &m, 0);
}

enum { P = PI_NAME_PERSON, L = PI_NAME_PLACE, O = PI_NAME_ORG };

static void as_written(void)
{
    CHECK_INT(fit(P, "Anna Smith", P, "Anna Smith"), 5);
    CHECK_INT(fit(P, "Anna Smith", L, "Anna Smith"), 5);
    CHECK_INT(fit(L, "Paris", L, "Paris"), 4);
    CHECK_INT(fit(L, "Paris", O, "Paris"), 4); /* neither is a person */
    CHECK_INT(fit(P, "Paris", P, "Paris"), 4);
    CHECK_INT(fit(P, "Paris", L, "Paris"), 2); /* one is */
    CHECK_INT(fit(L, "Paris", P, "Paris"), 2);
    CHECK_INT(fit(L, "Paris", L, "Rome"), 0);
}

/* A second form of a person of two words is a surname, whatever the tagger takes it for. */
static void second_form(void)
{
    pi_entity e = entity(P, "Anna Smith");
    pi_mention m = mention(O, "Smith");

    e.form[1].whole = m.whole;
    CHECK_INT(pi_entity_fit(&e, &m, 0), 2); /* not a form yet: the word alone */
    e.forms = 2;
    CHECK_INT(pi_entity_fit(&e, &m, 0), 3);
    m.kind = P;
    CHECK_INT(pi_entity_fit(&e, &m, 0), 4);
    e.kind = L; /* a place of two words has no such forms */
    CHECK_INT(pi_entity_fit(&e, &m, 0), 2);
}

static void one_word_of_a_person(void)
{
    CHECK_INT(fit(P, "Anna Smith", P, "Smith"), 4);
    CHECK_INT(fit(P, "Anna Smith", O, "Smith"), 2);
    CHECK_INT(fit(P, "Anna Smith", P, "Anna"), 3);
    CHECK_INT(fit(P, "Anna Smith", O, "Anna"), 0);
    CHECK_INT(fit(P, "Anna Maria Smith", P, "Maria"), 0);
    CHECK_INT(fit(P, "Anna", P, "Smith"), 0);
    CHECK_INT(fit(P, "Smith", P, "Anna Smith"), 3);
    CHECK_INT(fit(P, "Anna", P, "Anna Smith"), 2);
    CHECK_INT(fit(P, "Maria", P, "Anna Maria Smith"), 0);
    CHECK_INT(fit(P, "Smith", O, "Anna Smith"), 0);
}

static void two_words_of_a_person(void)
{
    CHECK_INT(fit(P, "Anna Maria Smith", P, "Anna Smith"), 3);
    CHECK_INT(fit(P, "Anna Smith", P, "Anna Maria Smith"), 3);
    CHECK_INT(fit(P, "Anna Berta Smith", P, "Anna Clara Smith"), 3); /* the first and the last */
    CHECK_INT(fit(P, "Anna Smith", P, "A. Smith"), 3);
    CHECK_INT(fit(P, "A. Smith", P, "Anna Smith"), 3);
    CHECK_INT(fit(P, "A. Smith", P, "Berta Smith"), 0);
    CHECK_INT(fit(P, "Anna Smith", P, "Alma Smith"), 0); /* both are spelt out */
    CHECK_INT(fit(P, "Anna Smith", P, "Anna Jones"), 0);
    CHECK_INT(fit(P, "Anna B. Smith", P, "Alma C. Smith"), 0); /* initials elsewhere say nothing */
    CHECK_INT(fit(P, "Anna Maria Smith", P, "Maria Smith"), 3); /* all words, in order */
    CHECK_INT(fit(P, "Maria Smith", P, "Anna Maria Smith"), 3);
    CHECK_INT(fit(P, "Anna Maria Smith", P, "Smith Maria"), 0);
    CHECK_INT(fit(P, "Maria Smith", P, "Smith Maria"), 0);
    CHECK_INT(fit(P, "Smith Maria", P, "Anna Maria Smith"), 0);
    CHECK_INT(fit(P, "Anna Smith", P, "Anna Smith Jones"), 3); /* the rest is hers alone */
    CHECK_INT(fit(P, "Anna Smith Jones", P, "Anna Smith"), 3);
    CHECK_INT(fit(P, "Anna Smith", O, "Anna Maria Smith"), 0);
}

static void beginnings(void)
{
    CHECK_INT(fit(O, "Toyota", O, "Toyota Motor"), 3);
    CHECK_INT(fit(O, "Toyota Motor", O, "Toyota"), 3);
    CHECK_INT(fit(O, "Toyota Motor", L, "Toyota"), 0);
    CHECK_INT(fit(O, "Toyota Motor", O, "Motor"), 0);
    CHECK_INT(fit(O, "Toyota Motor", O, "Toyota Bank"), 0);
    CHECK_INT(fit(O, "Toyota Motor Bank", O, "Toyota Bank"), 0);
    CHECK_INT(fit(L, "New York City", L, "New York"), 3);
    CHECK_INT(fit(L, "New York", L, "New"), 0); /* one word of a place is too little */
    CHECK_INT(fit(L, "New York", L, "New York City"), 3);
}

static void groups(void)
{
    pi_entity e = entity(L, "Holland");
    pi_mention m = mention(L, "Netherlands");

    e.same = 7;
    CHECK_INT(pi_entity_fit(&e, &m, 7), 4);
    CHECK_INT(pi_entity_fit(&e, &m, 8), 0);
    m.kind = P;
    CHECK_INT(pi_entity_fit(&e, &m, 7), 0);
    m.kind = O;
    CHECK_INT(pi_entity_fit(&e, &m, 7), 4);
    e.kind = P;
    CHECK_INT(pi_entity_fit(&e, &m, 7), 0);
    e.kind = L;
    e.same = 0;
    CHECK_INT(pi_entity_fit(&e, &m, 0), 0);
}

/* An acronym behind its name; in a bracket at most 127 bytes behind it. */
static void acronym_behind(void)
{
    pi_entity e = entity(O, "World Health Organization");
    pi_mention m = mention(O, "WHO");
    pi_entity bank = entity(O, "World Bank");
    pi_mention wb = mention(O, "WB");
    int i;

    for (i = 0; i < 2; i++) {
        e.acronym[0] = e.acronym[1] = 0;
        e.acronym[i] = m.word[0];
        m.flags = 0;
        CHECK_INT(pi_entity_fit(&e, &m, 0), 0);
        m.flags = PI_MENTION_CAPS;
        CHECK_INT(pi_entity_fit(&e, &m, 0), 3);
        e.last = 1000;
        m.offset = 1127;
        CHECK_INT(pi_entity_fit(&e, &m, 0), 3);
        m.flags = PI_MENTION_CAPS | PI_MENTION_BRACKET;
        CHECK_INT(pi_entity_fit(&e, &m, 0), 5);
        m.offset = 1128;
        CHECK_INT(pi_entity_fit(&e, &m, 0), 3);
    }
    bank.acronym[0] = wb.word[0]; /* two words are enough */
    wb.flags = PI_MENTION_CAPS;
    CHECK_INT(pi_entity_fit(&bank, &wb, 0), 3);
    m.kind = P; /* in a bracket the tagger's word is nothing */
    CHECK_INT(pi_entity_fit(&e, &m, 0), 3);
    m.flags = PI_MENTION_CAPS;
    CHECK_INT(pi_entity_fit(&e, &m, 0), 0);
    m.kind = O;
    e.n = 1; /* one word has no acronym */
    CHECK_INT(pi_entity_fit(&e, &m, 0), 0);
}

static void acronym_before(void)
{
    pi_entity e = entity(O, "IMF");
    pi_mention m = mention(O, "International Monetary Fund");
    int i;

    for (i = 0; i < 2; i++) {
        m.acronym[0] = m.acronym[1] = 0;
        m.acronym[i] = e.word[0];
        e.flags = 0;
        CHECK_INT(pi_entity_fit(&e, &m, 0), 0);
        e.flags = PI_ENTITY_ACRONYM;
        CHECK_INT(pi_entity_fit(&e, &m, 0), 3);
        e.n = 2;
        CHECK_INT(pi_entity_fit(&e, &m, 0), 0);
        e.n = 1;
        e.initial[0] = 'x'; /* as a hash of 16 bits may agree by chance */
        CHECK_INT(pi_entity_fit(&e, &m, 0), 0);
        e.initial[0] = 'i';
        m.n = 1;
        CHECK_INT(pi_entity_fit(&e, &m, 0), 0);
        m.n = 2;
        CHECK_INT(pi_entity_fit(&e, &m, 0), 3);
        m.n = 3;
    }
    m.acronym[0] = m.acronym[1] = (uint16_t)(e.word[0] + 1);
    CHECK_INT(pi_entity_fit(&e, &m, 0), 0);
}

/* The same number of a word with another first letter is another word. */
static void chance(void)
{
    pi_entity e = entity(P, "Anna Smith");
    pi_mention m = mention(P, "Smith");

    m.initial[0] = 'x';
    m.whole++;
    CHECK_INT(pi_entity_fit(&e, &m, 0), 0);
}

/* The hashes that a mention may be known by, in their order: they are numbers of two digits here. */
static long keys_of(const pi_mention *m, uint8_t same)
{
    uint16_t key[PI_KEYS];
    uint8_t n = pi_mention_keys(m, same, key), i;
    long all = 0;

    for (i = 0; i < n; i++)
        all = all * 100 + key[i];
    return all;
}

static void keys(void)
{
    pi_mention m = mention(O, "Acme Steel Works");

    m.word[0] = 11;
    m.word[1] = 12;
    m.word[2] = 13;
    m.acronym[0] = 14;
    m.acronym[1] = 15;
    CHECK_INT(keys_of(&m, 0), 11131415); /* the first and the last word, both acronyms */
    CHECK_INT(keys_of(&m, 2), 1113141566); /* a group of same names */
    m.n = 2;
    CHECK_INT(keys_of(&m, 0), 11121415);
    m.kind = P; /* is called by no acronym, */
    CHECK_INT(keys_of(&m, 0), 1112);
    m.flags = PI_MENTION_BRACKET; /* unless it may be one */
    CHECK_INT(keys_of(&m, 0), 11121415);
    m.n = 1;
    CHECK_INT(keys_of(&m, 0), 11);
}

int main(void)
{
    as_written();
    second_form();
    one_word_of_a_person();
    two_words_of_a_person();
    beginnings();
    groups();
    acronym_behind();
    acronym_before();
    chance();
    keys();
    return check_done("entity_fit");
}
