/* A summary and names of one text that is read once. */
#include "namer.h"
#include "state.h"

/* The token that the summary has just taken. */
static void take(const pi_spotter *k, const pith_names *p, const pi_view *v)
{
    v->seen->gap = v->cut->tok.gap;
    pi_namer_token(k, p, v->seen, v->c->began);
}

/* Reads on up to the end of a token. Returns where the text goes on. Where none of it is kept, cutting is all there is to do. */
static const uint8_t *read_on(pi_view *v, const uint8_t *at, const uint8_t *stop)
{
    if (v->c->keep || (uint32_t)(stop - at) > PITH_TEXT_MAX - v->cut->offset)
        return at + pi_read(v, at, (size_t)(stop - at), 0);
    at = pi_cut_next(v->cut, at, stop);
    if (v->cut->ready) {
        *v->seen = v->cut->tok;
        pi_read_take(v);
    }
    return at;
}

/* After the end of the text: a step on. Returns 0 when nothing is left. */
static int finish(const pi_spotter *k, const pith_names *p, pi_view *v)
{
    if (!v->c->ended) {
        pi_read(v, NULL, 0, 1);
        if (v->cut->ready) {
            take(k, p, v);
            return 1;
        }
        v->c->ended = 1;
    }
    return pi_namer_end(k, p);
}

int pith_names_with(pith_names *p, pith *summary, const void *text, size_t n, size_t *taken, pith_item *found)
{
    const uint8_t *s = (const uint8_t *)text, *stop, *from;
    int err = pi_namer_usable(p);
    pi_spotter k;
    pi_token token;
    pi_namer *c;
    pi_view v;

    if (err || (err = pi_view_of(&v, summary)) != PITH_OK)
        return err;
    if ((text == NULL && n > 0) || taken == NULL || found == NULL)
        return PITH_E_ARG;
    c = pi_namer_of(p);
    *taken = 0;
    if (c->phase != PI_NAMER_TEXT ? n > 0 : v.c->ended)
        return PITH_E_STATE;
    k = pi_namer_spotter(p);
    v.c->sel.phase = PI_SEL_NONE;
    v.c->nevents = 0;
    v.seen = &token;
    v.limit = UINT32_MAX;
    if (text == NULL)
        s = (const uint8_t *)c; /* none of it is read */
    stop = s + n;
    while (!pi_namer_found(p, found)) {
        if (c->phase != PI_NAMER_TEXT) {
            if (!finish(&k, p, &v))
                return PITH_OK;
            continue;
        }
        if (s == stop && !v.cut->ready) {
            pi_cut_init(&c->cut, v.cut->offset); /* pith_names_scan could go on */
            return PITH_OK;
        }
        from = s;
        s = read_on(&v, s, stop);
        c->cut.offset = v.cut->offset;
        pi_namer_pass(p, from, (size_t)(s - from));
        *taken += (size_t)(s - from);
        if (v.cut->ready)
            take(&k, p, &v);
    }
    return PITH_MORE;
}
