/* Tokens to names and quantities: the tagger and the rules are given them, and what they find is given on in text order. */
#include "namer.h"

/* Of the bytes read last, where letters are kept; a name longer than NEAR, up to the token that shows its end, is not. */
enum { RING = PI_NAMER_RING, NEAR = 200 };

typedef char value_fits[sizeof(pi_quantity) <= sizeof(((pi_mention *)0)->word) ? 1 : -1];

/* A common word in small letters, and no name: what is behind the hyphen of "Iranian-backed". */
static int is_common(const pith_names_model *m, uint32_t hash)
{
    return pi_spot_find(m->words, m->word_buckets, PI_SPOT_WORD_BYTES, hash, 2) != PI_SPOT_NONE
        && pi_spot_find(m->words, m->word_buckets, PI_SPOT_WORD_BYTES, hash ^ PI_SPOT_CASED, 2) == PI_SPOT_NONE;
}

/* Of a people's name with a hyphen and such a word behind it, what stands before the hyphen; else the token. */
static const pi_token *head_of(const pith_names_model *m, const pi_token *t, pi_token *head)
{
    uint32_t h = 0, first = 0;
    uint8_t i, at = 0;

    if (t->kind != PI_TOK_WORD || !(t->flags & PI_TOK_HYPHEN) || t->flags & (PI_TOK_POSS | PI_TOK_DIGIT) || t->shape < PI_SHAPE_CAP
        || t->shape == PI_SHAPE_UPPER || t->length != t->n || t->n >= PI_WORD_KEPT)
        return t;
    for (i = 0; i < t->n; i++)
        if (t->folded[i] != '-') {
            h = pi_hash_step(h, t->folded[i]);
        } else if (at) {
            return t;
        } else {
            at = i;
            first = pi_hash_end(h);
            h = 0;
        }
    if (at < 2 || pi_same(m->same, first) != PI_SAME_PEOPLE || !is_common(m, pi_hash_end(h)))
        return t;
    *head = *t;
    head->hash = first;
    head->length = head->n = head->chars = at;
    head->flags = (uint8_t)(head->flags & ~PI_TOK_HYPHEN);
    return head;
}

/* No island is open; then no dot after a capital may follow either. */
static int is_waiting(const pi_spot *s) { return s->open == 0 && s->at == s->n; }

/* A capitalized function word that begins a sentence: most are no names, and the next token shows it. */
static int is_starter(const pi_spotter *k, const pi_token *t, uint8_t begins)
{
    return (begins || t->gap == PI_GAP_PARA) && t->shape == PI_SHAPE_CAP && !(t->flags & PI_TOK_POSS) && pi_spot_function(k, t->hash);
}

/* Gives the tagger a token. While it waits for a capital, of what comes before one the last words alone count, and it is
 * given these alone: it looks no further back. */
static void tag(const pi_spotter *k, pi_namer *c, const pi_token *t, uint8_t begins)
{
    uint8_t small = t->kind != PI_TOK_WORD || t->shape <= PI_SHAPE_LOWER;
    pi_lately *l = &c->lately;

    if (is_waiting(k->s) && (c->held ? pi_is_plain(t) && !pi_spot_joins(k->model, t->hash) : small || is_starter(k, t, begins))) {
        c->held = !small;
        if (t != l->tok + l->at)
            pi_lately_take(l, t);
        pi_lately_aside(l, begins);
        return;
    }
    c->held = 0;
    for (; l->n > 0; l->n--)
        pi_spot_token(k, l->tok + pi_lately_first(l), l->begins[pi_lately_first(l)]);
    pi_spot_token(k, t, begins);
}

uint8_t pi_namer_passes(const pi_namer *c)
{
    if (!c->any || c->held || c->quant.core || !is_waiting(&c->spot))
        return 0;
    return c->quant.n ? 1 : 2; /* a dot is told of an atom alone */
}

/* Reading has passed over tokens: none but minor words at their end can belong to a quantity. */
static void catch_up(const pith_names *p, pi_namer *c)
{
    pi_lately *l = &c->lately;

    l->passed = 0;
    c->quant.n = c->quant.dot = 0;
    for (; l->minor > 0; l->minor--) {
        uint8_t i = (uint8_t)(l->at >= l->minor ? l->at - l->minor : l->at + PI_LATELY + 1 - l->minor);

        if (p->quantities)
            pi_quant_token(&c->quant, p->quantities, l->tok + i, l->begins[i]);
    }
}

void pi_namer_token(const pi_spotter *k, const pith_names *p, const pi_token *t, uint8_t begins)
{
    pi_namer *c = pi_namer_of(p);
    pi_token head;

    if (c->lately.passed)
        catch_up(p, c);
    begins = (uint8_t)(begins | !c->any);
    c->any = 1;
    c->token_end = t->offset + t->length;
    if (p->quantities && !pi_quant_idle(&c->quant, p->quantities, t))
        pi_quant_token(&c->quant, p->quantities, t, begins);
    tag(k, c, head_of(p->names, t, &head), begins);
}

int pi_namer_end(const pi_spotter *k, const pith_names *p)
{
    pi_namer *c = pi_namer_of(p);

    if (c->phase == PI_NAMER_TOKENS) {
        c->phase = PI_NAMER_NAMES;
        if (p->quantities && pi_quant_token(&c->quant, p->quantities, NULL, 0))
            return 1;
    }
    return pi_spot_end(k);
}

pi_spotter pi_namer_spotter(const pith_names *p)
{
    pi_namer *c = pi_namer_of(p);
    pi_spotter k;

    k.model = p->names;
    k.language = p->model;
    k.s = &c->spot;
    k.memo = NULL;
    k.slots = c->slots;
    if (c->slots > 0) /* without any there may be no work area */
        k.memo = (pi_spot_memo *)(void *)(p->work + pi_namer_cells(c->entities.room, c->letters));
    return k;
}

static uint8_t *ring_of(const pith_names *p, const pi_namer *c)
{
    return (uint8_t *)(p->work + pi_namer_cells(c->entities.room, c->letters) - pi_namer_ring_cells(c->letters));
}

/* Keeps the letters of a form while the ring still has them. */
static void keep_letters(const pith_names *p, const pi_namer *c, uint8_t *to, const pi_mention *m)
{
    const uint8_t *ring = ring_of(p, c);
    uint8_t i, n = (uint8_t)(m->length < c->letters ? m->length : c->letters);

    memset(to, 0, c->letters);
    if (c->token_end - m->offset > NEAR || c->cut.offset - m->offset > RING)
        return;
    for (i = 0; i < n; i++)
        to[i] = ring[(m->offset + i) % RING];
    if (n < m->length)
        while (n > 0 && (ring[(m->offset + n) % RING] & 0xC0) == 0x80)
            to[--n] = 0;
}

/* There are few bytes: a call of memcpy would take longer. */
static void copy(uint8_t *to, const uint8_t *s, size_t n)
{
    for (; n >= 4; n -= 4, to += 4, s += 4) {
        to[0] = s[0];
        to[1] = s[1];
        to[2] = s[2];
        to[3] = s[3];
    }
    while (n-- > 0)
        to[n] = s[n];
}

void pi_namer_pass(const pith_names *p, const uint8_t *s, size_t n)
{
    const pi_namer *c = pi_namer_of(p);
    uint8_t *ring;
    uint16_t at;
    size_t first;

    if (c->letters == 0)
        return;
    if (n > RING) {
        s += n - RING;
        n = RING;
    }
    ring = ring_of(p, c);
    at = (uint16_t)((c->cut.offset - (uint32_t)n) % RING);
    first = n <= (size_t)(RING - at) ? n : (size_t)(RING - at); /* before the ring's end */
    copy(ring + at, s, first);
    copy(ring, s + first, n - first);
}

/* What was found, as an item and as a mention of its entity. */
static void give(const pith_names *p, pi_namer *c, const pi_waiting *w, pith_item *found)
{
    found->offset = w->offset;
    found->length = w->length;
    found->score = 0;
    found->count = w->words;
    found->kind = pi_namer_kind(w->of.kind);
    found->flags = 0;
    if (w->of.kind >= PI_SPOT_KINDS)
        memcpy(&c->value, w->of.word, sizeof c->value);
    else
        memset(&c->value, 0, sizeof c->value);
    if (c->entities.room) {
        pi_entities k = pi_namer_entities(p);
        uint8_t form, sure;
        uint16_t at = pi_entities_add(&k, &w->of, &form, &sure);

        if (at == PI_ENTITY_NONE)
            return;
        if (form < PI_ENTITY_FORMS && c->letters)
            keep_letters(p, c, pi_entity_letters(&k, at, form), &w->of);
        found->score = k.e[at].number;
        found->flags = sure ? 0 : PITH_UNSURE;
    }
}

/* The mention that a quantity is. */
static void quantity_of(pi_mention *m, const pi_found *found)
{
    memset(m, 0, sizeof *m);
    m->offset = found->offset;
    m->length = found->length;
    m->whole = found->whole;
    memcpy(m->word, &found->value, sizeof found->value);
    m->n = (uint8_t)(found->atoms < PI_MENTION_WORDS ? found->atoms : PI_MENTION_WORDS);
    m->kind = (uint8_t)(PI_SPOT_KINDS + found->value.kind);
}

/* Puts what was just found among the waiting. Returns 0 when there is nothing. */
static int gather(const pith_names *p, pi_namer *c)
{
    pi_found quantity;
    pi_waiting w;
    pi_name name;

    if (pi_spot_fetch(&c->spot, &name)) {
        w.offset = name.offset;
        w.length = name.length;
        w.words = (uint16_t)(name.to - name.from + 1);
        pi_mention_of(&w.of, p->model, p->names->same, &c->spot, &name);
        if (w.of.kind == PI_MENTION_NONE)
            return 1;
    } else if (c->quant.closed && pi_quant_fetch(&c->quant, p->quantities, &quantity)) {
        w.offset = quantity.offset;
        w.length = quantity.length;
        w.words = quantity.atoms;
        quantity_of(&w.of, &quantity);
    } else {
        return 0;
    }
    pi_waiting_add(c, &w);
    return 1;
}

int pi_namer_fetch(const pith_names *p, const uint8_t **from, const uint8_t *to, pith_item *found)
{
    pi_namer *c = pi_namer_of(p);
    pi_waiting w;

    while (c->waiting < PI_NAMER_WAITING && gather(p, c))
        continue;
    if (c->waiting == 0 || !pi_waiting_next(c, &w))
        return 0;
    pi_namer_pass(p, *from, (size_t)(to - *from));
    *from = to;
    give(p, c, &w, found);
    return 1;
}
