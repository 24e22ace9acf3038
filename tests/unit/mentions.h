/* A table of entities, and mentions made by hand. */
#ifndef MENTIONS_H
#define MENTIONS_H

#include "check.h"
#include "entity.h"
#include "entity_keys.h"

enum { ROOM = 8, KEPT = 4 /* bytes of a form */ };

static pi_entity_table table;
static pi_entity entities[ROOM];
static uint16_t keys[PI_KEY_ROWS];
static uint16_t order[ROOM];
static uint8_t letters[ROOM * PI_ENTITY_FORMS * KEPT];
static pi_entities all = { &table, entities, keys, order, letters, NULL, KEPT };
static uint8_t form, sure; /* of the mention that was added last */

static void begin(uint16_t room)
{
    pi_entities_init(&table, room);
    memset(letters, 0, sizeof letters);
}

static uint16_t join(const pi_mention *m, const char *name)
{
    uint16_t at = pi_entities_add(&all, m, &form, &sure);
    uint8_t i;

    if (at < ROOM && form < PI_ENTITY_FORMS && all.letters)
        for (i = 0; i < KEPT; i++)
            pi_entity_letters(&all, at, form)[i] = (uint8_t)(i <= strlen(name) ? name[i] : 0);
    return at;
}

/* The mention of a name; its words are parted by blanks, one that ends in a dot is an initial. */
static pi_mention mention(uint32_t offset, uint8_t kind, uint8_t flags, const char *name)
{
    uint32_t whole = 0, initials = 0;
    const char *s = name;
    pi_mention m;

    memset(&m, 0, sizeof m);
    m.offset = offset;
    m.kind = kind;
    m.flags = flags;
    m.length = (uint16_t)strlen(name);
    while (*s) {
        uint32_t h = 0;
        uint8_t i = m.n++;

        m.initial[i] = (uint8_t)(*s | 0x20);
        initials = pi_hash_step(initials, m.initial[i]);
        for (; *s && *s != ' '; s++)
            h = pi_hash_step(h, (uint8_t)(*s | 0x20));
        m.word[i] = (uint16_t)(pi_hash_end(h) >> 16);
        if (s[-1] == '.')
            m.brief = (uint8_t)(m.brief | 1u << i);
        whole = pi_mention_step(whole, m.word[i]);
        s += *s == ' ';
    }
    m.whole = pi_mention_end(whole);
    if (m.n > 1)
        m.acronym[0] = m.acronym[1] = (uint16_t)(pi_hash_end(initials) >> 16);
    return m;
}

/* Adds one. Its form's letters are the first four. */
static uint16_t add(uint32_t offset, uint8_t kind, uint8_t flags, const char *name)
{
    pi_mention m = mention(offset, kind, flags, name);

    return join(&m, name);
}

/* The name of an entity by the letters that were kept. */
static const char *name_of(uint16_t at)
{
    static char name[KEPT + 1];

    memcpy(name, pi_entity_letters(&all, at, pi_entity_name(entities + at)), KEPT);
    return name;
}

#endif
