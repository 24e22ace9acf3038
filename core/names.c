/* Names and quantities in text order: the cutter, the splitter, the tagger and the rules behind pith_names_*. Nothing of a
 * summary links it. */
#include "entity_keys.h"
#include "namer.h"

enum { SLOTS_MAX = 16384, SHARE_MAX = 90, LETTERS_MAX = 64 };

typedef char namer_fits[sizeof(pi_namer) <= sizeof(((pith_names *)0)->state) ? 1 : -1];
typedef char entity_fits[sizeof(pi_entity) == PI_NAMER_ENTITY * sizeof(pith_cell) ? 1 : -1];
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

/* Half cells of an entity: itself, its place in the order, PI_ENTITY_FORMS * letters bytes. */
static uint32_t entity_halves(uint8_t letters) { return 2u * (PI_NAMER_ENTITY + (uint32_t)letters) + 1; }

/* The work area: entities, their keys, their order, the letters of their forms, the ring, the memo. All but the last are there
 * only when asked for. */
size_t pi_namer_cells(uint16_t room, uint8_t letters)
{
    if (room == 0)
        return 0;
    return (size_t)((room * entity_halves(letters) + 1) / 2) + pi_keys_rows(room) / 2u + pi_namer_ring_cells(letters);
}

static uint16_t room_in(size_t cells, const pith_names_config *cfg)
{
    const uint32_t each = entity_halves(cfg->letters) + 2; /* 16 entities share 16 cells of keys */
    uint32_t most = PI_ENTITIES_MAX * each, n = PI_NAMER_RING;
    uint16_t room;

    if (cfg->entities == 0)
        return 0;
    /* Beyond what the most entities take at a share of 1 percent, more cells change nothing: 256 + 95,744 * 100 < 2^24. */
    n = cells < n + most * 100 ? (uint32_t)cells : n + most * 100;
    n = n / 100 * cfg->entities + n % 100 * cfg->entities / 100;
    room = (uint16_t)(n < most / 2 ? n * 2 / each : PI_ENTITIES_MAX);
    while (room > 0 && pi_namer_cells(room, cfg->letters) > n)
        room--;
    return room;
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

    memset(&k, 0, sizeof k);
    k.t = &c->entities;
    k.same = p->names->same;
    k.kept = c->letters;
    if (c->entities.room == 0) /* there may be no work area */
        return k;
    k.e = (pi_entity *)(void *)w;
    w += (size_t)c->entities.room * PI_NAMER_ENTITY;
    k.keys = (uint16_t *)(void *)w;
    w += pi_keys_rows(c->entities.room) / 2;
    k.order = (uint16_t *)(void *)w;
    w += (c->entities.room + 1u) / 2;
    k.letters = c->letters ? (uint8_t *)w : NULL;
    return k;
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
    c->slots = slots_in(cells - pi_namer_cells(room, c->letters));
    c->options = options_hash(cfg, c->slots, room);
    if (cells > 0)
        memset(work, 0, (pi_namer_cells(room, c->letters) + c->slots) * sizeof *work);
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
    uint16_t room, slots;
    pi_namer *c;

    if (err)
        return err;
    c = pi_namer_of(p);
    p->names = NULL; /* not usable unless all is well */
    room = room_in(cells, cfg);
    slots = slots_in(cells - pi_namer_cells(room, room ? cfg->letters : 0));
    if (c->magic != PI_NAMER_MAGIC || c->slots != slots || c->entities.room != room || c->options != options_hash(cfg, slots, room))
        return PITH_E_STATE;
    p->model = cfg->model;
    p->names = cfg->names;
    p->quantities = cfg->quantities;
    p->work = work;
    c->letters = room ? cfg->letters : 0;
    c->sent.max = PITH_SENTENCE_MAX;
    if (pi_valid_namer(p))
        return PITH_OK;
    p->names = NULL;
    return PITH_E_STATE;
}

static void count_sentence(pi_namer *c)
{
    c->loss.sentences = pi_inc32(c->loss.sentences);
    if (c->sent.flags & PI_SENT_CUT)
        c->loss.cut = pi_inc32(c->loss.cut);
}

/* Takes a complete token; then names and quantities may be there. */
static void take(const pi_spotter *k, const pith_names *p, pi_namer *c)
{
    pi_token *t = &c->cut.tok;
    uint16_t lex = t->kind == PI_TOK_WORD ? pi_lex(p->model, t->hash) : 0;
    uint8_t begins = 0;

    if (t->offset - c->token_end > PI_SENT_BLANKS)
        t->gap = PI_GAP_PARA;
    if (pi_sent_token(&c->sent, t, lex)) {
        count_sentence(c);
        begins = 1;
    }
    if (t->kind <= PI_TOK_LINK)
        c->loss.words = pi_inc32(c->loss.words);
    if (t->flags & PI_TOK_CONT)
        c->loss.cut_words = pi_inc32(c->loss.cut_words);
    pi_namer_token(k, p, t, begins);
}

/* After the end of the text: a step on. Returns 0 when nothing is left. */
static int finish(const pi_spotter *k, const pith_names *p, pi_namer *c)
{
    if (c->phase == PI_NAMER_TOKENS) {
        pi_cut_end(&c->cut);
        if (c->cut.ready) {
            take(k, p, c);
            return 1;
        }
        if (pi_sent_end(&c->sent))
            count_sentence(c);
    }
    return pi_namer_end(k, p);
}

int pith_names_scan(pith_names *p, const void *text, size_t n, size_t *taken, pith_item *found)
{
    static const uint8_t nothing[1] = { 0 };
    const uint8_t *s = text ? (const uint8_t *)text : nothing, *from = s;
    int err = pi_namer_usable(p);
    size_t over, did;
    pi_spotter k;
    uint32_t room;
    pi_namer *c;

    if (err)
        return err;
    if ((text == NULL && n > 0) || taken == NULL || found == NULL)
        return PITH_E_ARG;
    c = pi_namer_of(p);
    *taken = 0;
    if (c->phase != PI_NAMER_TEXT && n > 0)
        return PITH_E_STATE;
    k = pi_namer_spotter(p);
    /* As pi_read: offsets stay below 2^32. */
    room = PITH_TEXT_MAX - c->cut.offset;
    over = n > room ? n - (size_t)room : 0;
    n -= over;
    while (!pi_namer_found(p, &from, s, found)) {
        if (c->phase != PI_NAMER_TEXT) {
            if (!finish(&k, p, c))
                return pi_namer_fetch(p, &from, s, found) ? PITH_MORE : PITH_OK; /* it waited for no name */
            continue;
        }
        if (n == 0 && !c->cut.ready) {
            pi_namer_pass(p, from, (size_t)(s - from));
            c->loss.unread = over < UINT32_MAX - c->loss.unread ? c->loss.unread + (uint32_t)over : UINT32_MAX;
            *taken += over;
            return PITH_OK;
        }
        did = pi_cut(&c->cut, s, n);
        s += did;
        n -= did;
        *taken += did;
        if (c->cut.ready)
            take(&k, p, c);
    }
    pi_namer_pass(p, from, (size_t)(s - from));
    return PITH_MORE;
}

int pith_names_end(pith_names *p)
{
    int err = pi_namer_usable(p);

    if (err)
        return err;
    if (pi_namer_of(p)->phase != PI_NAMER_TEXT)
        return PITH_E_STATE;
    pi_namer_of(p)->phase = PI_NAMER_TOKENS;
    return PITH_OK;
}
