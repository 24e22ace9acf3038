#include "entity_fit.h"

enum { BLOCK = 10 /* a KB of text */, SHIFT = 8 /* eight parts of 256 bytes to begin with */ };

void pi_entities_init(pi_entity_table *t, uint16_t room)
{
    memset(t, 0, sizeof *t);
    t->room = room;
    t->shift = SHIFT;
}

static uint16_t plus(uint16_t a, uint16_t b) { return (uint16_t)(b < UINT16_MAX - a ? a + b : UINT16_MAX); }

/* Widens the parts of the histogram until the offset lies in one. Offsets are below 2^32, so shift <= 29. */
static void widen(const pi_entities *k, uint32_t offset)
{
    uint8_t by = 0, i;
    uint16_t at;

    while (offset >> (k->t->shift + by) >= PI_ENTITY_PARTS)
        by++;
    if (by == 0)
        return;
    k->t->shift = (uint8_t)(k->t->shift + by);
    by = by < 3 ? by : 3;
    for (at = 0; at < k->t->n; at++) {
        uint16_t *part = k->e[at].part, from;

        for (i = 0; i < PI_ENTITY_PARTS; i++) {
            from = part[i];
            part[i] = 0;
            part[i >> by] = plus(part[i >> by], from);
        }
    }
}

/* Puts the entity at order[rank] and those between one place on. */
static void place(const pi_entities *k, uint16_t at, uint16_t rank)
{
    k->order[rank] = at;
    k->e[at].rank = rank;
}

/* Does a stand before b? */
static int before(const pi_entity *a, const pi_entity *b)
{
    int x = a->flags & PI_ENTITY_QUANTITY, y = b->flags & PI_ENTITY_QUANTITY;

    return x == y ? a->salience > b->salience : x < y;
}

/* Its salience has grown: it overtakes those with less. */
static void rise(const pi_entities *k, uint16_t at)
{
    uint16_t rank = k->e[at].rank;

    for (; rank > 0 && before(k->e + at, k->e + k->order[rank - 1]); rank--)
        place(k, k->order[rank - 1], rank);
    place(k, at, rank);
}

/* Takes it out of the order; those behind close up. */
static void unrank(const pi_entities *k, uint16_t at)
{
    uint16_t rank = k->e[at].rank;

    for (; rank + 1 < k->t->n; rank++)
        place(k, k->order[rank + 1], rank);
}

/* Of order[from..to), which is by salience, the entity worth least at a given offset, if it is worth less than *at, which may be
 * PI_ENTITY_NONE. Worth is the salience at least, so those with more than the least worth are passed over. */
static void weaker(const pi_entities *k, uint16_t from, uint16_t to, uint32_t recent, uint32_t *least, uint16_t *at)
{
    for (; to > from && k->e[k->order[to - 1]].salience <= *least; to--) {
        uint16_t i = k->order[to - 1];
        const pi_entity *e = k->e + i;
        uint32_t worth = (uint32_t)e->salience << (e->last >= recent ? 2 : 0);

        if (worth < *least || (worth == *least && e->last < k->e[*at].last)) {
            *least = worth;
            *at = i;
        }
    }
}

/* The entity worth least, at a given offset, of all or of quantities alone. PI_ENTITY_NONE: there is none. */
static uint16_t weakest(const pi_entities *k, uint32_t now, uint8_t flag)
{
    uint32_t recent = now - (now >> 4), least = UINT32_MAX;
    uint16_t at = PI_ENTITY_NONE, names = (uint16_t)(k->t->n - k->t->quantities);

    weaker(k, names, k->t->n, recent, &least, &at);
    if (!flag)
        weaker(k, 0, names, recent, &least, &at);
    return at;
}

/* A blank entity, at the end of the order; or PI_ENTITY_NONE. */
static uint16_t enter(const pi_entities *k, const pi_mention *m)
{
    pi_entity_table *t = k->t;
    uint8_t flag = m->kind >= PI_SPOT_KINDS ? PI_ENTITY_QUANTITY : 0;
    uint16_t at = t->n;

    if (t->n < t->room && !(flag && t->quantities >= t->room / 4)) {
        t->n++;
    } else {
        at = weakest(k, m->offset, flag);
        t->dropped = pi_inc32(t->dropped);
        if (at == PI_ENTITY_NONE)
            return at;
        t->quantities = (uint16_t)(t->quantities - (k->e[at].flags & PI_ENTITY_QUANTITY ? 1 : 0));
        unrank(k, at);
    }
    memset(k->e + at, 0, sizeof *k->e);
    pi_keys_clear(k->keys, at);
    t->quantities = (uint16_t)(t->quantities + (flag ? 1 : 0));
    k->e[at].flags = flag;
    k->e[at].kind = m->kind;
    place(k, at, (uint16_t)(t->n - 1));
    t->numbers = pi_inc16(t->numbers);
    k->e[at].number = t->numbers;
    k->e[at].first = m->offset;
    return at;
}

static uint8_t fullness(const pi_mention *m)
{
    uint16_t letters = (uint16_t)(m->length >> 1);

    return (uint8_t)(m->n << 5 | (m->flags & PI_MENTION_SHOUTED ? 0 : 16) | (letters < 15 ? letters : 15));
}

/* Its words are those of the form that leads. */
static void lead(pi_entity *e, const pi_mention *m, uint8_t form)
{
    memcpy(e->word, m->word, sizeof e->word);
    memcpy(e->initial, m->initial, sizeof e->initial);
    memcpy(e->acronym, m->acronym, sizeof e->acronym);
    e->n = m->n;
    e->brief = m->brief;
    e->lead = form;
}

/* Place of a form, or e->forms. */
static uint8_t find(const pi_entity *e, uint32_t whole)
{
    uint8_t i = 0;

    while (i < e->forms && e->form[i].whole != whole)
        i++;
    return i;
}

/* Where a new form is to stand: in free room, or in place of the one seen least that does not lead. */
static uint8_t make_room(pi_entity *e)
{
    uint8_t i, at = e->lead == 0;

    if (e->forms < PI_ENTITY_FORMS)
        return e->forms++;
    for (i = 0; i < PI_ENTITY_FORMS; i++)
        if (i != e->lead && e->form[i].times < e->form[at].times)
            at = i;
    return at;
}

static void again(pi_entity *e, uint8_t form)
{
    uint8_t i;

    if (++e->form[form].times < UINT8_MAX)
        return;
    for (i = 0; i < e->forms; i++)
        e->form[i].times >>= 1;
}

/* Mentions that a form must have to give the name. The sum is below 4 * 255. */
static uint16_t least_times(const pi_entity *e)
{
    uint16_t sum = 0;
    uint8_t i;

    for (i = 0; i < e->forms; i++)
        sum = (uint16_t)(sum + e->form[i].times);
    return (uint16_t)((sum + 63) / 64);
}

uint8_t pi_entity_name(const pi_entity *e)
{
    uint16_t least = least_times(e);
    uint8_t i, at = PI_ENTITY_FORMS;

    for (i = 0; i < e->forms; i++)
        if (e->form[i].times >= least && (at == PI_ENTITY_FORMS || e->form[i].full > e->form[at].full))
            at = i;
    return at; /* of 4 forms one has a quarter of the sum */
}

/* Notes how the name is written this time. Returns where, if its letters are new, else PI_ENTITY_FORMS. */
static uint8_t put(pi_entity *e, const pi_mention *m)
{
    uint8_t full = fullness(m), i = find(e, m->whole), known = i < e->forms, fresh;

    if (!known) {
        i = make_room(e);
        e->form[i].times = 0;
    }
    again(e, i);
    fresh = !known || full >> 4 > e->form[i].full >> 4; /* or in small letters at last */
    if (fresh) {
        e->form[i].at = m->offset;
        e->form[i].whole = m->whole;
        e->form[i].length = (uint8_t)(m->length < UINT8_MAX ? m->length : UINT8_MAX);
        e->form[i].full = full;
    }
    if (e->n == 0 || (i != e->lead && full > e->form[e->lead].full && e->form[i].times >= least_times(e)))
        lead(e, m, i);
    return fresh ? i : PI_ENTITY_FORMS;
}

/* The last entity moves into the place of one that is gone from the order. */
static void close_up(const pi_entities *k, uint16_t at)
{
    uint16_t last = --k->t->n;

    if (at == last)
        return;
    k->e[at] = k->e[last];
    pi_keys_clear(k->keys, at);
    pi_keys_join(k->keys, at, last);
    k->order[k->e[at].rank] = at;
    if (k->letters)
        memcpy(pi_entity_letters(k, at, 0), pi_entity_letters(k, last, 0), (size_t)PI_ENTITY_FORMS * k->kept);
}

static void merge_forms(const pi_entities *k, uint16_t into, uint16_t from)
{
    pi_entity *a = k->e + into;
    const pi_entity *b = k->e + from;
    uint8_t i, to;

    for (i = 0; i < b->forms; i++) {
        to = find(a, b->form[i].whole);
        if (to < a->forms || to == PI_ENTITY_FORMS)
            continue;
        a->forms++;
        a->form[to] = b->form[i];
        if (k->letters)
            memcpy(pi_entity_letters(k, into, to), pi_entity_letters(k, from, i), k->kept);
    }
}

/* Kind of the most votes; of equal ones the first. */
static uint8_t winner(const pi_entity *e)
{
    uint8_t i, best = 0;

    for (i = 1; i < PI_SPOT_KINDS; i++)
        if (e->vote[i] > e->vote[best])
            best = i;
    return best;
}

/* Two entities are one. Returns where it is. */
static uint16_t merge(const pi_entities *k, uint16_t into, uint16_t from)
{
    pi_entity *a = k->e + into;
    const pi_entity *b = k->e + from;
    uint8_t i;

    merge_forms(k, into, from);
    a->count = plus(a->count, b->count);
    /* The KB of the latest mention counts once; every salience is at least 2. */
    a->salience = plus(a->salience, (uint16_t)(b->salience - (a->last >> BLOCK == b->last >> BLOCK)));
    a->first = a->first < b->first ? a->first : b->first;
    a->last = a->last > b->last ? a->last : b->last;
    a->number = a->number < b->number ? a->number : b->number;
    a->same = a->same ? a->same : b->same;
    a->flags |= b->flags;
    pi_keys_join(k->keys, into, from);
    for (i = 0; i < PI_ENTITY_PARTS; i++)
        a->part[i] = plus(a->part[i], b->part[i]);
    for (i = 0; i < PI_SPOT_KINDS; i++)
        a->vote[i] = (uint8_t)((a->vote[i] + b->vote[i] + 1) / 2);
    a->kind = winner(a);
    unrank(k, from);
    close_up(k, from);
    if (into == k->t->n)
        into = from;
    rise(k, into);
    return into;
}

/* Entities of one word that the name shows to be the same: the given name of a person, the acronym that stands behind it
 * in brackets. One with 32 times the mentions of this form stays apart: the tagger may have slipped. */
static uint16_t absorb(const pi_entities *k, const pi_mention *m, uint16_t at)
{
    uint8_t form = find(k->e + at, m->whole); /* it was just put there */
    pi_keys_search search;
    uint16_t i, most = (uint16_t)(k->e[at].form[form].times * 32u);

    pi_keys_seek(&search, k->keys, m->word, 1, 0, k->t->n);
    while ((i = pi_keys_next(&search)) < k->t->n) {
        const pi_entity *e = k->e + i;

        if (i == at || e->n > 1 || e->flags & PI_ENTITY_QUANTITY || e->word[0] != m->word[0] || e->initial[0] != m->initial[0] || e->count > most
            || (m->n > 1 && e->kind != PI_NAME_PERSON))
            continue;
        at = merge(k, at, i);
        pi_keys_seek(&search, k->keys, m->word, 1, i, k->t->n); /* another stands at i now, or i == n */
    }
    return at;
}

/* Of two entities that fit alike, is b the better? */
static int better(const pi_entity *a, const pi_entity *b)
{
    if (a->salience / 16 > b->salience)
        return 0;
    return b->salience / 16 > a->salience || b->last >= a->last;
}

/* The entity that the mention fits best, or PI_ENTITY_NONE; *fit and how many fit alike. */
static uint16_t best(const pi_entities *k, const pi_mention *m, uint8_t same, uint8_t *fit, uint16_t *alike)
{
    uint16_t key[PI_KEYS], i, at = PI_ENTITY_NONE;
    pi_keys_search search;
    uint8_t f;

    *fit = 0;
    *alike = 0;
    pi_keys_seek(&search, k->keys, key, pi_mention_keys(m, same, key), 0, k->t->n);
    while ((i = pi_keys_next(&search)) < k->t->n) {
        if (k->e[i].flags & PI_ENTITY_QUANTITY || (f = pi_entity_fit(k->e + i, m, same)) == 0 || f < *fit)
            continue;
        *alike = f > *fit ? 1 : (uint16_t)(*alike + 1);
        if (f > *fit || better(k->e + at, k->e + i))
            at = i;
        *fit = f;
    }
    return at;
}

/* Votes: a word in capitals one, any other name of one word two, a longer name three; kinds that were taken for another one. */
static void vote(pi_entity *e, const pi_mention *m, uint8_t fit)
{
    uint8_t *v = e->vote, i, by = m->flags & PI_MENTION_SHOUTED || fit == 2 ? 1 : m->n > 1 ? 3 : 2;

    if (v[m->kind] > UINT8_MAX - 3)
        for (i = 0; i < PI_SPOT_KINDS; i++)
            v[i] >>= 1;
    v[m->kind] = (uint8_t)(v[m->kind] + by);
    e->kind = winner(e);
}

static void count(const pi_entities *k, pi_entity *e, const pi_mention *m)
{
    uint16_t *part = e->part + (m->offset >> k->t->shift);

    e->salience = plus(e->salience, e->count == 0 || m->offset >> BLOCK != e->last >> BLOCK ? 2 : 1);
    e->count = pi_inc16(e->count);
    e->last = m->offset;
    *part = pi_inc16(*part);
    if (m->flags & PI_MENTION_CAPS)
        e->flags |= PI_ENTITY_ACRONYM;
}

/* The hash by which a quantity is known: of all of its value; names are told apart by their flags. */
static uint16_t value_key(const pi_mention *m)
{
    uint32_t h = 0;
    uint8_t i;

    for (i = 0; i < PI_MENTION_WORDS; i++)
        h = (h << 5) + h + m->word[i];
    return (uint16_t)(pi_hash_end(h) >> 16);
}

/* The quantity that it is. */
static uint16_t same_quantity(const pi_entities *k, const pi_mention *m)
{
    uint16_t key = value_key(m), i;
    pi_keys_search search;
    pi_quantity v;

    memcpy(&v, m->word, sizeof v);
    pi_keys_seek(&search, k->keys, &key, 1, 0, k->t->n);
    while ((i = pi_keys_next(&search)) < k->t->n) {
        const pi_entity *e = k->e + i;

        if (e->flags & PI_ENTITY_QUANTITY && memcmp(e->word, m->word, sizeof e->word) == 0
            && (v.form & PI_QUANT_VALUE || e->form[0].whole == m->whole))
            return i;
    }
    return PI_ENTITY_NONE;
}

static uint16_t add_quantity(const pi_entities *k, const pi_mention *m, uint8_t *form)
{
    uint16_t at = same_quantity(k, m);

    *form = PI_ENTITY_FORMS;
    if (at == PI_ENTITY_NONE) {
        if ((at = enter(k, m)) == PI_ENTITY_NONE)
            return at;
        pi_keys_add(k->keys, at, value_key(m));
    }
    count(k, k->e + at, m);
    *form = put(k->e + at, m);
    rise(k, at);
    return at;
}

/* The hashes of the mention become those of its entity. */
static void add_keys(const pi_entities *k, uint16_t at, const pi_mention *m, uint8_t same)
{
    uint16_t key[PI_KEYS];
    uint8_t n = pi_mention_keys(m, same, key);

    while (n > 0)
        pi_keys_add(k->keys, at, key[--n]);
}

uint16_t pi_entities_add(const pi_entities *k, const pi_mention *m, uint8_t *form, uint8_t *sure)
{
    uint8_t same = m->kind == PI_NAME_PERSON || m->kind >= PI_SPOT_KINDS ? 0 : pi_same(k->same, m->whole), fit;
    uint16_t alike, at;
    pi_entity *e;

    widen(k, m->offset);
    same = same < PI_SAME_PEOPLE ? same : 0;
    *sure = 1;
    if (m->kind >= PI_SPOT_KINDS)
        return add_quantity(k, m, form);
    at = best(k, m, same, &fit, &alike);
    if (at == PI_ENTITY_NONE)
        at = enter(k, m);
    e = k->e + at;
    *sure = alike < 2 || m->n > 1;
    if (!*sure)
        e->flags |= PI_ENTITY_UNSURE;
    vote(e, m, fit);
    count(k, e, m);
    *form = put(e, m);
    if (*form < PI_ENTITY_FORMS) {
        add_keys(k, at, m, same);
        e->same = e->same ? e->same : same;
    }
    rise(k, at);
    if (m->kind == PI_NAME_PERSON ? m->n > 1 : fit == 5 && m->n == 1)
        at = absorb(k, m, at);
    return at;
}
