#include "entity_fit.h"

enum { BEHIND = 128 /* bytes from a name to the bracket with its acronym */ };

/* Persons are called by no acronym, unless one stands in brackets. */
static int may_be_acronym(const pi_mention *m) { return m->kind != PI_NAME_PERSON || m->flags & PI_MENTION_BRACKET; }

uint8_t pi_mention_keys(const pi_mention *m, uint8_t same, uint16_t key[PI_KEYS])
{
    uint8_t n = 0;

    key[n++] = m->word[0];
    if (m->n > 1)
        key[n++] = m->word[m->n - 1];
    if (m->n > 1 && may_be_acronym(m)) {
        key[n++] = m->acronym[0];
        key[n++] = m->acronym[1];
    }
    if (same)
        key[n++] = (uint16_t)(same * 33u);
    return n;
}

/* All words as in a form of the entity. */
static uint8_t as_written(const pi_entity *e, const pi_mention *m, int person)
{
    uint8_t i;

    for (i = 0; i < e->forms; i++)
        if (e->form[i].whole == m->whole) {
            if (m->n > 1)
                return 5;
            if (person == (m->kind == PI_NAME_PERSON))
                return 4;
            return person && e->n > 1 ? 3 : 2;
        }
    return 0;
}

static int same_word(const pi_entity *e, uint8_t i, const pi_mention *m, uint8_t j)
{
    return e->word[i] == m->word[j] && e->initial[i] == m->initial[j];
}

/* Are all words of the shorter name words of the other, in its order? */
static int within(const pi_entity *e, const pi_mention *m)
{
    uint8_t i = 0, j = 0;

    if (e->n < m->n)
        for (; j < m->n && i < e->n; j++)
            i = (uint8_t)(i + same_word(e, i, m, j));
    else
        for (; i < e->n && j < m->n; i++)
            j = (uint8_t)(j + same_word(e, i, m, j));
    return e->n < m->n ? i == e->n : j == m->n;
}

/* Two persons of two words or more each. */
static int same_person(const pi_entity *e, const pi_mention *m)
{
    if (same_word(e, (uint8_t)(e->n - 1), m, (uint8_t)(m->n - 1))
        && (e->word[0] == m->word[0] || (e->initial[0] == m->initial[0] && (e->brief | m->brief) & 1)))
        return 1;
    return within(e, m);
}

static uint8_t person_fit(const pi_entity *e, const pi_mention *m)
{
    int person = m->kind == PI_NAME_PERSON;

    if (m->n == 1) {
        if (e->n == 1)
            return 0;
        if (same_word(e, (uint8_t)(e->n - 1), m, 0))
            return person ? 4 : 2;
        return same_word(e, 0, m, 0) && person ? 3 : 0;
    }
    if (!person)
        return 0;
    if (e->n == 1)
        return same_word(e, 0, m, (uint8_t)(m->n - 1)) ? 3 : same_word(e, 0, m, 0) ? 2 : 0;
    return same_person(e, m) ? 3 : 0;
}

/* The shorter name is the beginning of the longer: "Toyota", "Toyota Motor"; of places from two words on. */
static int begins(const pi_entity *e, const pi_mention *m, uint8_t kind)
{
    uint8_t n = e->n < m->n ? e->n : m->n, i;

    if (kind != m->kind || e->n == m->n || (n == 1 && kind != PI_NAME_ORG))
        return 0;
    for (i = 0; i < n; i++)
        if (!same_word(e, i, m, i))
            return 0;
    return 1;
}

static uint8_t acronym_fit(const pi_entity *e, const pi_mention *m)
{
    if (m->flags & PI_MENTION_CAPS && e->n > 1 && (m->word[0] == e->acronym[0] || m->word[0] == e->acronym[1]))
        return m->flags & PI_MENTION_BRACKET && m->offset - e->last < BEHIND ? 5 : 3;
    if (e->flags & PI_ENTITY_ACRONYM && e->n == 1 && m->n > 1 && e->initial[0] == m->initial[0]
        && (e->word[0] == m->acronym[0] || e->word[0] == m->acronym[1]))
        return 3;
    return 0;
}

uint8_t pi_entity_fit(const pi_entity *e, const pi_mention *m, uint8_t same)
{
    uint8_t kind = e->kind, fit = as_written(e, m, kind == PI_NAME_PERSON);

    if (fit)
        return fit;
    if (kind == PI_NAME_PERSON)
        return person_fit(e, m);
    if (m->kind != PI_NAME_PERSON && same && same == e->same)
        return 4;
    if (may_be_acronym(m))
        fit = acronym_fit(e, m);
    if (fit == 0 && begins(e, m, kind))
        fit = 3;
    return fit;
}
