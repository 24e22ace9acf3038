/* Names in text order: the cutter, the splitter and the tagger behind pith_names_*. Nothing of a summary links it. */
#include "lex.h"
#include "sent.h"
#include "spot.h"

enum { MAGIC = 0x504E, SLOTS_MAX = 16384 };

/* `phase`: what is still to come. */
enum { TEXT, LAST_TOKENS, LAST_NAMES };

/* Fixed-width members without addresses: a copy of it is the state at another address. */
typedef struct {
    uint32_t options; /* of the models and the memo */
    uint16_t magic;   /* MAGIC once initialised */
    uint16_t slots;   /* of the memo */
    uint32_t token_end;
    pith_loss loss;
    uint8_t phase;
    uint8_t any; /* a token was read */
    uint8_t spare[2];
    pi_cutter cut;
    pi_sent sent;
    pi_spot spot;
} namer;

typedef char namer_fits[sizeof(namer) <= sizeof(((pith_names *)0)->state) ? 1 : -1];
typedef char memo_fits[sizeof(pi_spot_memo) == sizeof(pith_cell) ? 1 : -1];

static namer *namer_of(const pith_names *p) { return (namer *)(uintptr_t)p->state; }

static uint32_t options_hash(const pith_names_config *cfg, uint16_t slots)
{
    uint32_t words[2], h = 0;
    uint8_t i, k;

    words[0] = ((uint32_t)cfg->model->version << 16) | slots;
    words[1] = ((uint32_t)cfg->names->word_buckets << 16) | cfg->names->row_buckets;
    for (i = 0; i < 2; i++)
        for (k = 0; k < 32; k = (uint8_t)(k + 8))
            h = pi_hash_step(h, (uint8_t)(words[i] >> k));
    return pi_hash_end(h);
}

static int check(const pith_names *p, const pith_names_config *cfg, const pith_cell *work, size_t cells)
{
    if (p == NULL || cfg == NULL || cfg->model == NULL || cfg->names == NULL || (work == NULL && cells > 0))
        return PITH_E_ARG;
    return cfg->model->version == PI_MODEL_VERSION ? PITH_OK : PITH_E_MODEL;
}

/* The memo is a power of two of words, at least two, or none. */
static uint16_t slots_in(size_t cells)
{
    uint16_t n = SLOTS_MAX;

    while (n > cells)
        n >>= 1;
    return n > 1 ? n : 0;
}

static int usable(const pith_names *p)
{
    if (p == NULL)
        return PITH_E_ARG;
    return namer_of(p)->magic == MAGIC && p->model != NULL && p->names != NULL ? PITH_OK : PITH_E_STATE;
}

int pith_names_init(pith_names *p, const pith_names_config *cfg, pith_cell *work, size_t cells)
{
    int err = check(p, cfg, work, cells);
    namer *c;

    if (err)
        return err;
    memset(p, 0, sizeof *p);
    p->model = cfg->model;
    p->names = cfg->names;
    p->work = work;
    c = namer_of(p);
    c->magic = MAGIC;
    c->slots = slots_in(cells);
    c->options = options_hash(cfg, c->slots);
    if (c->slots)
        memset(work, 0, c->slots * sizeof *work);
    pi_cut_init(&c->cut, 0);
    pi_sent_init(&c->sent, PITH_SENTENCE_MAX);
    pi_spot_init(&c->spot);
    return PITH_OK;
}

int pith_names_resume(pith_names *p, const pith_names_config *cfg, pith_cell *work, size_t cells)
{
    int err = check(p, cfg, work, cells);
    const namer *c;

    if (err)
        return err;
    c = namer_of(p);
    if (c->magic != MAGIC || c->slots != slots_in(cells) || c->options != options_hash(cfg, c->slots))
        return PITH_E_STATE;
    p->model = cfg->model;
    p->names = cfg->names;
    p->work = work;
    return PITH_OK;
}

static void count_sentence(namer *c)
{
    c->loss.sentences = pi_inc32(c->loss.sentences);
    if (c->sent.flags & PI_SENT_CUT)
        c->loss.cut = pi_inc32(c->loss.cut);
}

/* Takes a complete token; then names may be there. */
static void take(const pi_spotter *k, namer *c, const pith_model *m)
{
    pi_token *t = &c->cut.tok;
    uint16_t lex = t->kind == PI_TOK_WORD ? pi_lex(m, t->hash) : 0;
    uint8_t begins = !c->any;

    if (t->offset - c->token_end > PI_SENT_BLANKS)
        t->gap = PI_GAP_PARA;
    if (pi_sent_token(&c->sent, m, t, lex)) {
        count_sentence(c);
        begins = 1;
    }
    c->any = 1;
    c->token_end = t->offset + t->length;
    if (t->kind <= PI_TOK_LINK)
        c->loss.words = pi_inc32(c->loss.words);
    if (t->flags & PI_TOK_CONT)
        c->loss.cut_words = pi_inc32(c->loss.cut_words);
    pi_spot_token(k, t, begins);
}

/* After the end of the text: a step on. Returns 0 when nothing is left. */
static int finish(const pi_spotter *k, namer *c, const pith_model *m)
{
    if (c->phase == LAST_TOKENS) {
        pi_cut_end(&c->cut);
        if (c->cut.ready) {
            take(k, c, m);
            return 1;
        }
        if (pi_sent_end(&c->sent))
            count_sentence(c);
        c->phase = LAST_NAMES;
    }
    return pi_spot_end(k);
}

int pith_names_scan(pith_names *p, const void *text, size_t n, size_t *taken, pith_item *found)
{
    static const uint8_t nothing[1] = { 0 };
    const uint8_t *s = text ? (const uint8_t *)text : nothing;
    int err = usable(p);
    size_t over, did;
    pi_spotter k;
    pi_name name;
    uint32_t room;
    namer *c;

    if (err)
        return err;
    if ((text == NULL && n > 0) || taken == NULL || found == NULL)
        return PITH_E_ARG;
    c = namer_of(p);
    *taken = 0;
    if (c->phase != TEXT && n > 0)
        return PITH_E_STATE;
    k.model = p->names;
    k.s = &c->spot;
    k.memo = (pi_spot_memo *)(void *)p->work;
    k.slots = c->slots;
    /* As pi_read: offsets stay below 2^32. */
    room = PITH_TEXT_MAX - c->cut.offset;
    over = n > room ? n - (size_t)room : 0;
    n -= over;
    while (!pi_spot_fetch(&c->spot, &name)) {
        if (c->phase != TEXT) {
            if (!finish(&k, c, p->model))
                return PITH_OK;
            continue;
        }
        if (n == 0 && !c->cut.ready) {
            c->loss.unread = over < UINT32_MAX - c->loss.unread ? c->loss.unread + (uint32_t)over : UINT32_MAX;
            *taken += over;
            return PITH_OK;
        }
        did = pi_cut(&c->cut, s, n);
        s += did;
        n -= did;
        *taken += did;
        if (c->cut.ready)
            take(&k, c, p->model);
    }
    found->offset = name.offset;
    found->length = name.length;
    found->score = 0;
    found->count = (uint16_t)(name.to - name.from + 1);
    found->kind = (uint8_t)(PITH_PERSON + name.kind);
    found->flags = 0;
    return PITH_MORE;
}

int pith_names_end(pith_names *p)
{
    int err = usable(p);

    if (err)
        return err;
    if (namer_of(p)->phase != TEXT)
        return PITH_E_STATE;
    namer_of(p)->phase = LAST_TOKENS;
    return PITH_OK;
}

int pith_names_losses(const pith_names *p, pith_loss *loss)
{
    int err = usable(p);

    if (err)
        return err;
    if (loss == NULL)
        return PITH_E_ARG;
    *loss = namer_of(p)->loss;
    loss->bytes = namer_of(p)->cut.offset;
    loss->malformed = namer_of(p)->cut.malformed;
    return PITH_OK;
}
