/* What was found of names: entities, the letters of their forms, values, counts. */
#include "namer.h"

int pith_names_losses(const pith_names *p, pith_loss *loss)
{
    int err = pi_namer_usable(p);

    if (err)
        return err;
    if (loss == NULL)
        return PITH_E_ARG;
    *loss = pi_namer_of(p)->loss;
    loss->bytes = pi_namer_of(p)->cut.offset;
    loss->malformed = pi_namer_of(p)->cut.malformed;
    loss->terms = pi_namer_of(p)->entities.dropped;
    return PITH_OK;
}

/* The i-th entity, or a null pointer and *err. */
static const pi_entity *ranked(const pith_names *p, uint16_t i, int *err)
{
    pi_entities k;

    if ((*err = pi_namer_usable(p)) != PITH_OK)
        return NULL;
    k = pi_namer_entities(p);
    if (i >= k.t->n) {
        *err = PITH_E_LIMIT;
        return NULL;
    }
    return k.e + k.order[i];
}

/* The forms in the order in which they are given: the name, then the others. */
static uint8_t nth_form(const pi_entity *e, uint8_t i)
{
    uint8_t name = pi_entity_name(e);

    return i == 0 ? name : i <= name ? (uint8_t)(i - 1) : i;
}

int pith_names_entity(const pith_names *p, uint16_t i, pith_entity *entity)
{
    const pi_entity *e, *first;
    uint8_t f;
    int err;

    if (entity == NULL)
        return PITH_E_ARG;
    if ((e = ranked(p, i, &err)) == NULL || (first = ranked(p, 0, &err)) == NULL)
        return err;
    memset(entity, 0, sizeof *entity);
    entity->first = e->first;
    entity->last = e->last;
    for (f = 0; f < e->forms; f++) {
        entity->form[f] = e->form[nth_form(e, f)].at;
        entity->length[f] = e->form[nth_form(e, f)].length;
    }
    entity->forms = e->forms;
    entity->kind = pi_namer_kind(e->kind);
    entity->flags = e->flags & PI_ENTITY_UNSURE ? PITH_UNSURE : 0;
    entity->shift = pi_namer_of(p)->entities.shift;
    memcpy(entity->part, e->part, sizeof entity->part);
    entity->count = e->count;
    entity->number = e->number;
    if (e->salience < first->salience)
        entity->salience = (uint16_t)((uint32_t)e->salience * 65535u / first->salience); /* at least 1: it was mentioned */
    else
        entity->salience = UINT16_MAX;
    return PITH_OK;
}

int pith_names_letters(const pith_names *p, uint16_t i, uint8_t form, void *buf, size_t n)
{
    const pi_entity *e;
    const uint8_t *from;
    pi_entities k;
    size_t have = 0;
    int err;

    if (buf == NULL && n > 0)
        return PITH_E_ARG;
    if ((e = ranked(p, i, &err)) == NULL)
        return err;
    if (form >= e->forms)
        return PITH_E_LIMIT;
    k = pi_namer_entities(p);
    if (k.letters == NULL)
        return PITH_E_SPACE;
    from = pi_entity_letters(&k, k.order[i], nth_form(e, form));
    while (have < k.kept && from[have])
        have++;
    have = have < n ? have : n;
    while (have > 0 && have < k.kept && (from[have] & 0xC0) == 0x80)
        have--;
    if (have)
        memcpy(buf, from, have);
    return (int)have;
}

static int value_text(const pith_names *p, const void *value, void *buf, size_t n)
{
    uint8_t text[PI_QUANT_TEXT];
    pi_quantity v;
    size_t have;

    if (p->quantities == NULL)
        return 0;
    memcpy(&v, value, sizeof v);
    have = pi_quant_text(&v, p->quantities, text);
    have = have < n ? have : n;
    if (have)
        memcpy(buf, text, have);
    return (int)have;
}

int pith_names_value(const pith_names *p, void *buf, size_t n)
{
    int err = pi_namer_usable(p);

    if (err)
        return err;
    if (buf == NULL && n > 0)
        return PITH_E_ARG;
    return value_text(p, &pi_namer_of(p)->value, buf, n);
}

int pith_names_entity_value(const pith_names *p, uint16_t i, void *buf, size_t n)
{
    const pi_entity *e;
    int err;

    if (buf == NULL && n > 0)
        return PITH_E_ARG;
    if ((e = ranked(p, i, &err)) == NULL)
        return err;
    return e->flags & PI_ENTITY_QUANTITY ? value_text(p, e->word, buf, n) : 0;
}
