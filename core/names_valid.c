/* The state of names, looked through: a few thousand instructions, and about sixty for each entity. */
#include "namer.h"
#include "valid.h"

/* What a label or a rule may yet make of an island of the window; `dot` is about the word before the next one. */
static int valid_spot(const pi_spot *s)
{
    uint8_t i;

    if (s->n > PI_SPOT_WORDS || s->at > s->n || (s->dot && s->n == 0))
        return 0;
    for (i = 0; i < PI_SPOT_WORDS; i++)
        if (s->w[i].label >= PI_SPOT_LABELS)
            return 0;
    switch (s->open) {
    case 0: /* words behind the island that was left last wait when a dot came, which is none: few, as below */
        return s->n - s->at < PI_SPOT_WORDS - PI_SPOT_AROUND;
    case 1: return s->at == s->n && s->from <= s->last && s->last < s->n && s->n - s->from <= PI_SPOT_ISLAND;
    case 2: case 3: /* the next word finds room in the window behind the two before the island */
        return s->from <= s->last && s->last < s->n && s->last - s->from < PI_SPOT_ISLAND
            && s->n - s->from < PI_SPOT_WORDS - PI_SPOT_AROUND;
    default: return 0;
    }
}

static int valid_quant(const pi_quant *q)
{
    uint8_t i, k;

    if (q->n > PI_QUANT_ATOMS + 1 || q->more > PI_QUANT_TOKEN || q->n + q->more > PI_QUANT_ATOMS + PI_QUANT_TOKEN || q->at > q->n
        || (!q->closed && (q->more > 0 || q->n > PI_QUANT_ATOMS || (q->dot && q->n == 0))))
        return 0;
    for (i = 0; i < PI_QUANT_ATOMS + PI_QUANT_TOKEN; i++)
        for (k = 0; k < 2; k++) /* "half an hour" divides the hour by what stands here */
            if (q->atom[i].word[k] >> 10 >= PI_Q_CLASSES || q->atom[i].word[k] == PI_Q_FRAC << 10)
                return 0;
    return 1;
}

static int valid_waiting(const pi_namer *c)
{
    uint8_t i;

    for (i = 0; i < c->waiting; i++) {
        const pi_mention *m = &c->wait[i].of;

        if (m->n < 1 || m->n > PI_MENTION_WORDS || m->kind >= PI_SPOT_KINDS + PI_QUANT_KINDS)
            return 0;
    }
    return 1;
}

static int valid_entity(const pi_entity *e)
{
    return e->n >= 1 && e->n <= PI_MENTION_WORDS && e->forms >= 1 && e->forms <= PI_ENTITY_FORMS && e->lead < e->forms
        && e->kind < (e->flags & PI_ENTITY_QUANTITY ? PI_SPOT_KINDS + PI_QUANT_KINDS : PI_SPOT_KINDS);
}

/* Each entity stands once in the order, where it says that it does, and quantities are as many as they are said to be. */
static int valid_entities(const pi_entities *k)
{
    const pi_entity_table *t = k->t;
    uint16_t i, quantities = 0;

    if (t->n > t->room || t->shift > 29)
        return 0;
    for (i = 0; i < t->n; i++) {
        uint16_t at = k->order[i];

        if (at >= t->n || k->e[at].rank != i || !valid_entity(k->e + at))
            return 0;
        quantities = (uint16_t)(quantities + ((k->e[at].flags & PI_ENTITY_QUANTITY) != 0));
    }
    return quantities == t->quantities;
}

int pi_valid_namer(const pith_names *p)
{
    const pi_namer *c = pi_namer_of(p);
    pi_entities k = pi_namer_entities(p);
    uint8_t i;

    if (c->phase > PI_NAMER_NAMES || c->waiting > PI_NAMER_WAITING || c->lately.n > PI_LATELY || c->lately.at > PI_LATELY || c->lately.minor > c->lately.n || c->held > (c->lately.n > 0))
        return 0;
    for (i = 0; i <= PI_LATELY; i++)
        if (c->lately.tok[i].n > PI_WORD_KEPT)
            return 0;
    return pi_valid_cutter(&c->cut) && valid_spot(&c->spot) && valid_quant(&c->quant) && valid_waiting(c) && valid_entities(&k);
}
