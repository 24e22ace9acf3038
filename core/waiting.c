#include "namer.h"

static uint32_t end_of(const pi_waiting *w) { return w->offset + w->length; }

/* Of two that overlap, does the quantity stay? */
static int quantity_stays(const pi_waiting *quantity, const pi_waiting *name)
{
    if (quantity->offset > name->offset || end_of(quantity) < end_of(name))
        return 0;
    if (quantity->length > name->length || name->of.kind == PI_NAME_MISC)
        return 1;
    return quantity->of.kind != PI_SPOT_KINDS + PI_QUANT_DATE && quantity->of.kind != PI_SPOT_KINDS + PI_QUANT_NUMBER;
}

static int stays(const pi_waiting *a, const pi_waiting *b)
{
    if (a->of.kind < PI_SPOT_KINDS)
        return b->of.kind < PI_SPOT_KINDS || !quantity_stays(b, a);
    return b->of.kind < PI_SPOT_KINDS && quantity_stays(a, b);
}

static int overlap(const pi_waiting *a, const pi_waiting *b) { return a->offset < end_of(b) && b->offset < end_of(a); }

static void remove_at(pi_namer *c, uint8_t i)
{
    c->waiting--;
    memmove(c->wait + i, c->wait + i + 1, (size_t)(c->waiting - i) * sizeof *c->wait);
}

void pi_waiting_add(pi_namer *c, const pi_waiting *found)
{
    uint8_t i;

    if (found->offset < c->given)
        return;
    for (i = 0; i < c->waiting; i++)
        if (overlap(c->wait + i, found) && stays(c->wait + i, found))
            return;
    for (i = 0; i < c->waiting;) {
        if (overlap(c->wait + i, found))
            remove_at(c, i);
        else
            i++;
    }
    for (i = c->waiting++; i > 0 && c->wait[i - 1].offset > found->offset; i--)
        c->wait[i] = c->wait[i - 1];
    c->wait[i] = *found;
}

int pi_waiting_next(pi_namer *c, pi_waiting *found)
{
    uint32_t from;

    if (c->waiting == 0)
        return 0;
    if (c->waiting < PI_NAMER_WAITING && ((pi_spot_open(&c->spot, &from) && from < end_of(c->wait))
                                          || (pi_quant_open(&c->quant, &from) && from < end_of(c->wait))))
        return 0;
    *found = c->wait[0];
    c->given = end_of(found);
    remove_at(c, 0);
    return 1;
}
