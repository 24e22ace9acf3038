/* A summary and names of one text that is read once. */
#include "namer.h"
#include "state.h"

#ifndef PI_NO_NAMES

/* Reads on up to the end of a token that the names take, too. Returns the bytes read. */
PI_INLINE size_t read_on(const pi_spotter *k, const pith_names *p, pi_view *v, const uint8_t *at, size_t n, int end)
{
    pi_namer *c = pi_namer_of(p);
    size_t done;

    v->pass = pi_namer_passes(c);
    done = pi_read(v, at, n, end);
    if (!end)
        c->cut.offset = v->cut->offset;
    if (v->cut->ready)
        pi_namer_token(k, p, c->lately.tok + c->lately.at, (uint8_t)v->c->loss.sentences != c->lately.sentences);
    return done;
}

/* After the end of the text: a step on. Returns 0 when nothing is left. */
static int finish(const pi_spotter *k, const pith_names *p, pi_view *v)
{
    if (v->c->ended)
        return pi_namer_end(k, p);
    read_on(k, p, v, NULL, 0, 1);
    v->c->ended = !v->cut->ready;
    return 1;
}

int pith_names_with(pith_names *p, pith *summary, const void *text, size_t n, size_t *taken, pith_item *found)
{
    const uint8_t *s = (const uint8_t *)text, *from, *stop;
    int err = pi_namer_usable(p), more;
    pi_spotter k;
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
    v.seen = &c->lately;
    v.listed = p->quantities;
    if (text == NULL)
        s = (const uint8_t *)c; /* none of it is read */
    from = s;
    stop = s + n;
    while (!(more = pi_namer_found(p, &from, s, found))) {
        if (c->phase != PI_NAMER_TEXT) {
            if (!finish(&k, p, &v))
                return pi_namer_fetch(p, &from, s, found) ? PITH_MORE : PITH_OK; /* it waited for no name */
            continue;
        }
        if (s == stop && !v.cut->ready)
            break;
        s += read_on(&k, p, &v, s, (size_t)(stop - s), 0);
        *taken = (size_t)(s - (stop - n));
    }
    if (c->phase == PI_NAMER_TEXT) {
        pi_read_done(&v);
        pi_namer_pass(p, from, (size_t)(s - from));
    }
    if (more)
        return PITH_MORE;
    pi_cut_init(&c->cut, v.cut->offset); /* pith_names_scan could go on */
    return PITH_OK;
}
#endif
