/* Names and quantities in text order: the cutter, the splitter, the tagger and the rules behind pith_names_*. Nothing of a
 * summary links it. */
#include "namer.h"

enum { SLOTS_MAX = 16384, SHARE_MAX = 90, LETTERS_MAX = 64 };

/* Of the bytes read last, where letters are kept; a name longer than NEAR, up to the token that shows its end, is not. */
enum { RING = PI_NAMER_RING, NEAR = 200 };

/* `phase`: what is still to come. */
enum { TEXT, LAST_TOKENS, LAST_NAMES };

typedef char namer_fits[sizeof(pi_namer) <= sizeof(((pith_names *)0)->state) ? 1 : -1];
typedef char entity_fits[sizeof(pi_entity) == (PI_NAMER_ENTITY - 1) * sizeof(pith_cell) ? 1 : -1];
typedef char value_fits[sizeof(pi_quantity) <= sizeof(((pi_mention *)0)->word) ? 1 : -1];
typedef char memo_fits[sizeof(pi_spot_memo) == sizeof(pith_cell) ? 1 : -1];

static uint32_t options_hash(const pith_names_config *cfg, uint16_t slots, uint16_t room)
{
    uint32_t words[4], h = 0;
    uint8_t i, k;

    words[0] = ((uint32_t)cfg->model->version << 16) | slots;
    words[1] = ((uint32_t)cfg->names->word_buckets << 16) | cfg->names->row_buckets;
    words[2] = ((uint32_t)cfg->entities << 24) | ((uint32_t)cfg->letters << 16) | room;
    words[3] = cfg->quantities ? cfg->quantities->words : 0;
    for (i = 0; i < 4; i++)
        for (k = 0; k < 32; k = (uint8_t)(k + 8))
            h = pi_hash_step(h, (uint8_t)(words[i] >> k));
    return pi_hash_end(h);
}

static int check(const pith_names *p, const pith_names_config *cfg, const pith_cell *work, size_t cells)
{
    if (p == NULL || cfg == NULL || cfg->model == NULL || cfg->names == NULL || (work == NULL && cells > 0)
        || cfg->entities > SHARE_MAX || cfg->letters > LETTERS_MAX || cfg->letters % sizeof(pith_cell))
        return PITH_E_ARG;
    return cfg->model->version == PI_MODEL_VERSION ? PITH_OK : PITH_E_MODEL;
}

/* The work area: entities, their order, the letters of their forms, the ring, the memo. All but the last are there
 * only when asked for. */
/* Half cells of an entity: itself, its place in the order, PI_ENTITY_FORMS * letters bytes. */
static uint32_t entity_halves(uint8_t letters) { return 2u * (PI_NAMER_ENTITY + (uint32_t)letters) + 1; }

static uint16_t room_in(size_t cells, const pith_names_config *cfg)
{
    uint32_t most = PI_ENTITIES_MAX * entity_halves(cfg->letters), halves, n = RING;

    if (cfg->entities == 0)
        return 0;
    /* Beyond what the most entities take at a share of 1 percent, more cells change nothing: 256 + 92,672 * 100 < 2^24. */
    n = cells < n + most * 100 ? (uint32_t)cells : n + most * 100;
    n = n / 100 * cfg->entities + n % 100 * cfg->entities / 100;
    if (n <= pi_namer_ring_cells(cfg->letters))
        return 0;
    halves = 2 * (n - pi_namer_ring_cells(cfg->letters)) - 1; /* an odd place in the order takes a whole cell */
    return (uint16_t)(halves < most ? halves / entity_halves(cfg->letters) : PI_ENTITIES_MAX);
}

/* Cells before the memo. */
static size_t cells_before(uint16_t room, uint8_t letters)
{
    return room ? (size_t)((room * entity_halves(letters) + 1) / 2) + pi_namer_ring_cells(letters) : 0;
}

/* The memo is a power of two of words, at least two, or none. */
static uint16_t slots_in(size_t cells)
{
    uint16_t n = SLOTS_MAX;

    while (n > cells)
        n >>= 1;
    return n > 1 ? n : 0;
}

pi_entities pi_namer_entities(const pith_names *p)
{
    pi_namer *c = pi_namer_of(p);
    pith_cell *w = p->work;
    pi_entities k;

    k.t = &c->entities;
    k.e = (pi_entity *)(void *)w;
    w += (size_t)c->entities.room * (PI_NAMER_ENTITY - 1);
    k.keys = (uint32_t *)(void *)w;
    w += c->entities.room;
    k.order = (uint16_t *)(void *)w;
    w += (c->entities.room + 1u) / 2;
    k.letters = c->letters ? (uint8_t *)w : NULL;
    k.same = p->names->same;
    k.kept = c->letters;
    return k;
}

static uint8_t *ring_of(const pith_names *p, const pi_namer *c)
{
    return (uint8_t *)(p->work + cells_before(c->entities.room, c->letters) - pi_namer_ring_cells(c->letters));
}

int pi_namer_usable(const pith_names *p)
{
    if (p == NULL)
        return PITH_E_ARG;
    return pi_namer_of(p)->magic == PI_NAMER_MAGIC && p->model != NULL && p->names != NULL ? PITH_OK : PITH_E_STATE;
}

int pith_names_init(pith_names *p, const pith_names_config *cfg, pith_cell *work, size_t cells)
{
    int err = check(p, cfg, work, cells);
    uint16_t room;
    pi_namer *c;

    if (err)
        return err;
    room = room_in(cells, cfg);
    if (cfg->entities && room == 0)
        return PITH_E_SPACE;
    memset(p, 0, sizeof *p);
    p->model = cfg->model;
    p->names = cfg->names;
    p->quantities = cfg->quantities;
    p->work = work;
    c = pi_namer_of(p);
    c->magic = PI_NAMER_MAGIC;
    c->letters = room ? cfg->letters : 0;
    c->slots = slots_in(cells - cells_before(room, c->letters));
    c->options = options_hash(cfg, c->slots, room);
    if (cells > 0)
        memset(work, 0, (cells_before(room, c->letters) + c->slots) * sizeof *work);
    pi_cut_init(&c->cut, 0);
    pi_sent_init(&c->sent, PITH_SENTENCE_MAX);
    pi_spot_init(&c->spot);
    pi_quant_init(&c->quant);
    pi_entities_init(&c->entities, room);
    return PITH_OK;
}

int pith_names_resume(pith_names *p, const pith_names_config *cfg, pith_cell *work, size_t cells)
{
    int err = check(p, cfg, work, cells);
    const pi_namer *c;
    uint16_t room, slots;

    if (err)
        return err;
    c = pi_namer_of(p);
    room = room_in(cells, cfg);
    slots = slots_in(cells - cells_before(room, room ? cfg->letters : 0));
    if (c->magic != PI_NAMER_MAGIC || c->slots != slots || c->entities.room != room || c->options != options_hash(cfg, slots, room))
        return PITH_E_STATE;
    p->model = cfg->model;
    p->names = cfg->names;
    p->quantities = cfg->quantities;
    p->work = work;
    return PITH_OK;
}

static void count_sentence(pi_namer *c)
{
    c->loss.sentences = pi_inc32(c->loss.sentences);
    if (c->sent.flags & PI_SENT_CUT)
        c->loss.cut = pi_inc32(c->loss.cut);
}

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

/* No island is open, and no dot after a capital may follow. */
static int is_waiting(const pi_spot *s) { return s->open == 0 && s->at == s->n && s->dot == 0; }

/* Gives the tagger a token. While it waits for a capital, of what comes before one the last words alone count, and it is
 * given these alone: it looks no further back. */
static void tag(const pi_spotter *k, pi_namer *c, const pi_token *t, uint8_t begins)
{
    uint8_t i;

    if ((t->kind != PI_TOK_WORD || t->shape <= PI_SHAPE_LOWER) && is_waiting(k->s)) {
        i = c->next_before;
        c->before[i] = *t;
        c->before_begins[i] = begins;
        c->next_before = (uint8_t)(i + 1 < PI_SPOT_AROUND ? i + 1 : 0);
        c->nbefore = (uint8_t)(c->nbefore < PI_SPOT_AROUND ? c->nbefore + 1 : c->nbefore);
        return;
    }
    for (; c->nbefore > 0; c->nbefore--) {
        i = (uint8_t)(c->next_before >= c->nbefore ? c->next_before - c->nbefore : c->next_before + PI_SPOT_AROUND - c->nbefore);
        pi_spot_token(k, c->before + i, c->before_begins[i]);
    }
    pi_spot_token(k, t, begins);
}

/* Takes a complete token; then names and quantities may be there. */
static void take(const pi_spotter *k, const pith_names *p, pi_namer *c)
{
    pi_token *t = &c->cut.tok, head;
    uint16_t lex = t->kind == PI_TOK_WORD ? pi_lex(p->model, t->hash) : 0;
    uint8_t begins = !c->any;

    if (t->offset - c->token_end > PI_SENT_BLANKS)
        t->gap = PI_GAP_PARA;
    if (pi_sent_token(&c->sent, t, lex)) {
        count_sentence(c);
        begins = 1;
    }
    c->any = 1;
    c->token_end = t->offset + t->length;
    if (t->kind <= PI_TOK_LINK)
        c->loss.words = pi_inc32(c->loss.words);
    if (t->flags & PI_TOK_CONT)
        c->loss.cut_words = pi_inc32(c->loss.cut_words);
    tag(k, c, head_of(p->names, t, &head), begins);
    if (p->quantities)
        pi_quant_token(&c->quant, p->quantities, t, begins);
}

/* After the end of the text: a step on. Returns 0 when nothing is left. */
static int finish(const pi_spotter *k, const pith_names *p, pi_namer *c)
{
    if (c->phase == LAST_TOKENS) {
        pi_cut_end(&c->cut);
        if (c->cut.ready) {
            take(k, p, c);
            return 1;
        }
        if (pi_sent_end(&c->sent))
            count_sentence(c);
        c->phase = LAST_NAMES;
        if (p->quantities && pi_quant_token(&c->quant, p->quantities, NULL, 0))
            return 1;
    }
    return pi_spot_end(k);
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

/* The ring takes the n bytes that were read last. */
static void pass(const pith_names *p, const pi_namer *c, const uint8_t *s, size_t n)
{
    uint8_t *ring = ring_of(p, c);
    size_t skip = n > RING ? n - RING : 0;
    uint16_t at = (uint16_t)((c->cut.offset - (uint32_t)(n - skip)) % RING);

    for (s += skip, n -= skip; n > 0; n--, at = (uint16_t)((at + 1) % RING))
        ring[at] = *s++;
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

int pith_names_scan(pith_names *p, const void *text, size_t n, size_t *taken, pith_item *found)
{
    static const uint8_t nothing[1] = { 0 };
    const uint8_t *s = text ? (const uint8_t *)text : nothing;
    int err = pi_namer_usable(p);
    size_t over, did;
    pi_spotter k;
    pi_waiting w;
    uint32_t room;
    pi_namer *c;

    if (err)
        return err;
    if ((text == NULL && n > 0) || taken == NULL || found == NULL)
        return PITH_E_ARG;
    c = pi_namer_of(p);
    *taken = 0;
    if (c->phase != TEXT && n > 0)
        return PITH_E_STATE;
    k.model = p->names;
    k.s = &c->spot;
    k.memo = (pi_spot_memo *)(void *)(p->work + cells_before(c->entities.room, c->letters));
    k.slots = c->slots;
    /* As pi_read: offsets stay below 2^32. */
    room = PITH_TEXT_MAX - c->cut.offset;
    over = n > room ? n - (size_t)room : 0;
    n -= over;
    for (;;) {
        while (c->waiting < PI_NAMER_WAITING && gather(p, c))
            continue;
        if (c->waiting && pi_waiting_next(c, &w)) {
            give(p, c, &w, found);
            return PITH_MORE;
        }
        if (c->phase != TEXT) {
            if (!finish(&k, p, c))
                return PITH_OK;
            continue;
        }
        if (n == 0 && !c->cut.ready) {
            c->loss.unread = over < UINT32_MAX - c->loss.unread ? c->loss.unread + (uint32_t)over : UINT32_MAX;
            *taken += over;
            return PITH_OK;
        }
        did = pi_cut(&c->cut, s, n);
        if (c->letters)
            pass(p, c, s, did);
        s += did;
        n -= did;
        *taken += did;
        if (c->cut.ready)
            take(&k, p, c);
    }
}

int pith_names_end(pith_names *p)
{
    int err = pi_namer_usable(p);

    if (err)
        return err;
    if (pi_namer_of(p)->phase != TEXT)
        return PITH_E_STATE;
    pi_namer_of(p)->phase = LAST_TOKENS;
    return PITH_OK;
}
