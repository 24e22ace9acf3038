#include "pith.h"

#include "lex.h"
#include "state.h"

/* Bytes of the work area's pieces, the same on every target. */
static const uint32_t chunk_bytes = 32, bucket_bytes = PI_WAYS * 8, form_bucket_bytes = PI_WAYS * 12, rec_bytes = 56;
static const uint32_t known_bytes = 8;
static const uint32_t form_text_bytes = PI_WAYS * PI_FORM_KEPT; /* of a bucket of forms */

/* An array's size is negative where a layout is not as promised. */
typedef char state_fits[sizeof(pi_core) <= sizeof(((pith *)0)->state) ? 1 : -1];
typedef char chunk_fits[sizeof(pi_chunk) == 32 ? 1 : -1];
typedef char term_fits[sizeof(pi_term) == 8 ? 1 : -1];
typedef char form_fits[sizeof(pi_form) == 12 ? 1 : -1];
typedef char form_text_fits[sizeof(pi_form_text) == PI_FORM_KEPT ? 1 : -1];
typedef char known_fits[sizeof(pi_known) == 8 ? 1 : -1];
typedef char rec_fits[sizeof(pi_rec) == 56 ? 1 : -1];

/* Parts of the work area. 16-bit references and terms need no more than the largest. */
enum { BUCKETS_MAX = 8192, FORM_BUCKETS_MAX = 32, SLOTS_MAX = 65534, KEEP_MAX = PI_KEEP ? 80 : 0, CHUNKS_MIN = 12, MEMO_MIN = 64, MEMO_MAX = 4096 };
static const uint32_t cells_used_max = UINT32_C(1) << 22;

/* How the work area is cut: a function of its size and the options alone. Terms get 3/8 of what the
 * kept text leaves, forms 1/16, records the rest. From 1.8 KB beside kept text on up to two sevenths serve as the memo
 * of words, at 64 KB a half: a word of a novel is missed in 12 cases of 100 instead of 17. A memo of 64 words in 4 KB saves
 * 15 instructions a byte on a Cortex-M0 and costs 0.1 ROUGE-1 of a summary of 45 percent; one of 256 in 12 KB with kept text instead of 128
 * saves 4 and costs 0.04 ROUGE-1 of news. */
static void divide(pi_core *c, uint32_t cells, uint8_t flags)
{
    uint32_t bytes = cells * 4, n = 0; /* cells <= 2^22 */
    uint32_t form = form_bucket_bytes + (pi_keeps(c) ? form_text_bytes : 0);

    if (pi_keeps(c)) {
        n = bytes / 100 * c->keep / chunk_bytes;
        if (n < CHUNKS_MIN)
            n = CHUNKS_MIN;
    }
    c->store.nchunks = (uint16_t)(n < SLOTS_MAX ? n : SLOTS_MAX);
    bytes -= c->store.nchunks * chunk_bytes;
    c->memo_slots = 0;
    for (n = MEMO_MIN; n <= MEMO_MAX && n * (n < MEMO_MAX ? 28 : 16) <= bytes; n *= 2)
        c->memo_slots = (uint16_t)n;
    bytes -= c->memo_slots * known_bytes;
    n = bytes / 8 * 3 / bucket_bytes;
    c->buckets = (uint16_t)(n < BUCKETS_MAX ? n : BUCKETS_MAX); /* at least 1: a fifth of the area is left, 102 bytes */
    n = flags & PITH_NO_KEYWORDS ? 0 : bytes / 16 / form;
    c->form_buckets = (uint16_t)(n < FORM_BUCKETS_MAX ? n : FORM_BUCKETS_MAX);
    bytes -= c->buckets * bucket_bytes + c->form_buckets * form;
    n = bytes / rec_bytes;
    c->store.nrecs = (uint16_t)(n < SLOTS_MAX ? n : SLOTS_MAX);
}

static uint32_t cells_used(size_t cells)
{
    return cells < cells_used_max ? (uint32_t)cells : cells_used_max;
}

uint32_t pi_config_hash(const pith_config *cfg, size_t cells)
{
    const pith_model *m = cfg->model;
    uint32_t word[8], h = 0;
    uint8_t i;

    word[0] = m->version;
    word[1] = ((uint32_t)cfg->keep << 8) | cfg->flags;
    word[2] = cfg->columns;
    word[3] = cfg->from;
    word[4] = cfg->to;
    word[5] = cells_used(cells);
    /* Two models of a version differ in their tables, and a state of one is not fit for the other. Nor is one of the short ways for a
     * core without them. */
    word[6] = ((uint32_t)m->lex_count << 16) | m->freq_count;
    word[7] = (uint32_t)((m->stem != NULL) | (m->rank != NULL) << 1 | (PI_SHORT_WAYS ? 0 : 4));
    for (i = 0; i < 8; i++)
        h = pi_hash_end((h << 5) + h + word[i]);
    return h;
}

int pi_config_check(const pith *p, const pith_config *cfg, const pith_cell *work, size_t cells)
{
    if (p == NULL || cfg == NULL || cfg->model == NULL || work == NULL || cfg->keep > KEEP_MAX
        || (cfg->flags & ~PITH_NO_KEYWORDS) || (cfg->to != 0 && cfg->to < cfg->from))
        return PITH_E_ARG;
    if (cells < PITH_CELLS_MIN)
        return PITH_E_SPACE;
    if (cfg->model->version != PI_MODEL_VERSION)
        return PITH_E_MODEL;
    return PITH_OK;
}

void pi_config_set(pi_core *c, const pith_config *cfg, size_t cells)
{
    c->keep = cfg->keep;
    c->columns = cfg->columns;
    c->from = cfg->from;
    c->to = cfg->to;
    divide(c, cells_used(cells), cfg->flags);
    /* A sentence that takes more than half of the kept text could not be kept beside the next word. */
    c->sent.max = pi_keeps(c) && c->store.nchunks < 2 * PITH_SENTENCE_MAX / PI_CHUNK ? (uint16_t)(c->store.nchunks * PI_CHUNK / 2)
                                                                                : PITH_SENTENCE_MAX;
}

static int usable(const pith *p)
{
    if (p == NULL)
        return PITH_E_ARG;
    return pi_core_of(p)->magic == PI_MAGIC && p->work != NULL && p->model != NULL ? PITH_OK : PITH_E_STATE;
}

/* The work area: chunks, memo, terms, forms and their letters, records, each on a cell border since their sizes are. */
int pi_view_of(pi_view *v, const pith *p)
{
    int err = usable(p);
    pi_core *c;
    pith_cell *w;

    if (err)
        return err;
    c = pi_core_of(p);
    w = p->work;
    v->c = c;
    v->cut = &c->cut;
    v->k.tab.s = &c->store;
    v->k.tab.chunk = (pi_chunk *)(void *)w;
    w += c->store.nchunks * (chunk_bytes / 4);
    v->memo.model = p->model;
    v->memo.flags = pi_lex_classes(p->model);
    v->memo.slot = (pi_known *)(void *)w;
    v->memo.slots = c->memo_slots;
    w += c->memo_slots * (known_bytes / 4);
    v->k.terms = (pi_term *)(void *)w;
    w += c->buckets * (bucket_bytes / 4);
    v->forms = (pi_form *)(void *)w;
    w += c->form_buckets * (form_bucket_bytes / 4);
    v->form_text = (pi_form_text *)(void *)w;
    if (pi_keeps(c))
        w += c->form_buckets * (form_text_bytes / 4);
    v->k.tab.rec = (pi_rec *)(void *)w;
    v->k.model = p->model;
    v->k.sel = &c->sel;
    v->k.scope = &c->scope;
    v->scan = 0;
    v->seen = NULL;
    v->fresh = NULL;
    v->k.buckets = c->buckets;
    v->k.sentences = c->loss.sentences < UINT16_MAX ? (uint16_t)c->loss.sentences : UINT16_MAX;
    return PITH_OK;
}

int pith_init(pith *p, const pith_config *cfg, pith_cell *work, size_t cells)
{
    int err = pi_config_check(p, cfg, work, cells);
    pi_core *c;
    pi_view v;

    if (err)
        return err;
    memset(p, 0, sizeof *p);
    p->model = cfg->model;
    p->work = work;
    memset(work, 0, (size_t)cells_used(cells) * sizeof *work);
    c = pi_core_of(p);
    c->magic = PI_MAGIC;
    c->options = pi_config_hash(cfg, cells);
    pi_config_set(c, cfg, cells);
    pi_view_of(&v, p);
    pi_cut_init(&c->cut, 0);
    pi_sent_init(&c->sent, c->sent.max);
    pi_store_init(&v.k.tab, c->store.nrecs, c->store.nchunks);
    return PITH_OK;
}

int pith_query(pith *p, const void *words, size_t n)
{
    pi_view v;
    int err = pi_view_of(&v, p);
    pi_cutter cut;
    pi_known own;
    pi_core *c;
    const uint8_t *w = (const uint8_t *)words;

    if (err)
        return err;
    if (words == NULL) {
        if (n > 0)
            return PITH_E_ARG;
        w = (const uint8_t *)p; /* none of it is read */
    }
    c = v.c;
    c->nquery = 0;
    pi_cut_init(&cut, 0);
    while (c->nquery < PI_QUERY_WORDS) {
        size_t k;

        cut.ready = 0;
        k = pi_cut_on(&cut, w, n); /* few bytes: not worth the short way of pi_cut */
        w += k;
        n -= k;
        if (!cut.ready && n > 0)
            continue;
        if (!cut.ready)
            pi_cut_end(&cut);
        if (!cut.ready)
            break;
        if (cut.tok.kind > PI_TOK_LINK)
            continue;
        pi_know_anew(&v.memo, &cut.tok, &own);
        if (own.term)
            c->query[c->nquery++] = own.term;
    }
    return PITH_OK;
}

int pith_scan(pith *p, const void *text, size_t n, size_t *taken, pith_item *found)
{
    pi_view v;
    int err = pi_view_of(&v, p);

    if (err)
        return err;
    if ((text == NULL && n > 0) || taken == NULL || found == NULL)
        return PITH_E_ARG;
    *taken = 0;
    if (v.c->ended && n > 0)
        return PITH_E_STATE;
    v.c->sel.phase = PI_SEL_NONE;
    v.scan = 1;
    if (v.c->nevents == 0 && !v.c->ended)
        *taken = pi_read(&v, (const uint8_t *)text, n, 0);
    if (v.c->nevents == 0)
        return PITH_OK;
    *found = v.c->event[0];
    v.c->nevents--;
    memmove(v.c->event, v.c->event + 1, sizeof *found * v.c->nevents);
    return PITH_MORE;
}

int pith_feed(pith *p, const void *text, size_t n)
{
    pi_view v;
    int err = pi_view_of(&v, p);

    if (err)
        return err;
    if (text == NULL && n > 0)
        return PITH_E_ARG;
    if (v.c->ended)
        return PITH_E_STATE;
    v.c->sel.phase = PI_SEL_NONE;
    pi_read(&v, (const uint8_t *)text, n, 0);
    return PITH_OK;
}

int pith_end(pith *p)
{
    pi_view v;
    int err = pi_view_of(&v, p);

    if (err)
        return err;
    if (v.c->ended)
        return PITH_E_STATE;
    v.c->sel.phase = PI_SEL_NONE;
    v.scan = 1;
    pi_read(&v, NULL, 0, 1);
    v.c->ended = 1;
    return PITH_OK;
}

int pith_select(pith *p, const pith_budget *budget)
{
    static const pith_budget none = { 0, 0, 0, 0, 0, 0, 0 };
    pi_view v;
    int err = pi_view_of(&v, p);

    if (err)
        return err;
    if (budget == NULL)
        budget = &none;
    if (budget->percent > 100 || (budget->to && budget->to < budget->from))
        return PITH_E_ARG;
    if (budget->rows && v.c->columns == 0)
        return PITH_E_ARG;
    if (v.c->sel.phase == PI_SEL_NONE || v.c->sel.phase == PI_SEL_DONE)
        pi_rank_start(&v.k, budget, v.c->cut.offset);
    return pi_rank_step(&v.k) ? PITH_MORE : PITH_OK;
}

void pi_item_of(const pi_rec *r, pith_item *item)
{
    item->offset = r->offset;
    item->length = r->length;
    item->score = r->score;
    item->count = r->words;
    item->kind = PITH_SENTENCE;
    item->flags = r->flags & PI_SENT_HEADING ? PITH_HEADING : 0;
}

/* Nothing is in the table yet: the sentence that is being read stands for the text. */
static int unfinished(const pi_core *c, uint16_t i, pith_item *item)
{
    const pith_budget *b = &c->sel.left;

    if (i > 0 || c->store.used > 0 || !c->sent.open || c->sent.start < c->from || c->sent.start < b->from
        || (c->to && c->token_end > c->to) || (b->to && c->token_end > b->to))
        return PITH_E_LIMIT;
    item->offset = c->sent.start;
    item->length = c->token_end - c->sent.start;
    item->score = 1;
    item->count = c->cur.words;
    item->kind = PITH_SENTENCE;
    item->flags = PITH_OVER;
    return PITH_OK;
}

int pith_sentence(const pith *p, uint16_t i, pith_item *item)
{
    pi_view v;
    int err = pi_view_of(&v, p);
    const pi_rec *r;
    uint16_t at, left = i;

    if (err)
        return err;
    if (item == NULL)
        return PITH_E_ARG;
    if (v.c->sel.phase != PI_SEL_DONE)
        return PITH_E_STATE;
    for (at = v.c->store.head;; at = r->next) {
        if (at == PI_NIL)
            return unfinished(v.c, i, item);
        r = &v.k.tab.rec[at];
        if (pi_rank_chosen(r) && left-- == 0)
            break;
    }
    pi_item_of(r, item);
    if (v.c->sel.over)
        item->flags |= PITH_OVER;
    return PITH_OK;
}

/* The order of keywords; no two forms stand at one place, so it does not depend on the table's size. */
static int form_before(const pi_form *a, const pi_form *b)
{
    return a->score > b->score || (a->score == b->score && a->at < b->at);
}

int pith_keyword(const pith *p, uint16_t i, pith_item *item)
{
    pi_view v;
    int err = pi_view_of(&v, p);
    uint16_t n, k, round;
    const pi_form *bound = NULL, *best;

    if (err)
        return err;
    if (item == NULL)
        return PITH_E_ARG;
    if (i >= PITH_KEYWORDS_MAX)
        return PITH_E_LIMIT;
    n = (uint16_t)(v.c->form_buckets * PI_WAYS);
    /* The i-th by i + 1 rounds over at most 128 forms: 32 * 128 looks of about 36 instructions. */
    for (round = 0; round <= i; round++) {
        best = NULL;
        for (k = 0; k < n; k++) {
            const pi_form *f = &v.forms[k];

            if (f->term != 0 && (bound == NULL || form_before(bound, f)) && (best == NULL || form_before(f, best)))
                best = f;
        }
        if (best == NULL)
            return PITH_E_LIMIT;
        bound = best;
    }
    item->offset = bound->at;
    item->length = bound->length;
    item->score = (uint16_t)(bound->score * 16u); /* <= 1776 * 16 */
    {
        const pi_term *e = pi_terms_find(v.k.terms, v.k.buckets, bound->term);

        item->count = e ? e->count : 1;
    }
    item->kind = PITH_KEYWORD;
    item->flags = 0;
    return PITH_OK;
}

/* Copies from the letters of a form that has them at `offset`. Returns the bytes copied. */
static size_t form_read(const pi_view *v, uint32_t offset, uint8_t *buf, size_t n)
{
    uint16_t i, count = (uint16_t)(v->c->form_buckets * PI_WAYS);

    for (i = 0; i < count; i++) {
        const pi_form *f = &v->forms[i];
        const uint8_t *b = v->form_text[i].b;

        if (f->term != 0 && b[0] && offset >= f->at && offset - f->at < f->length) {
            uint8_t skip = (uint8_t)(offset - f->at);

            if (n > (size_t)(f->length - skip))
                n = (size_t)(f->length - skip);
            memcpy(buf, b + skip, n);
            return n;
        }
    }
    return 0;
}

int pith_text(const pith *p, const pith_item *item, void *buf, size_t n)
{
    pi_view v;
    int err = pi_view_of(&v, p);
    uint16_t at;

    if (err)
        return err;
    if (item == NULL || buf == NULL)
        return PITH_E_ARG;
    if (!pi_keeps(v.c))
        return PITH_E_SPACE;
    if (n > item->length)
        n = (size_t)item->length; /* what is kept is shorter than INT_MAX: a sentence, and a token behind it */
    for (at = v.c->store.head; at != PI_NIL; at = v.k.tab.rec[at].next) {
        const pi_rec *r = &v.k.tab.rec[at];

        if (item->offset >= r->offset && item->offset - r->offset < r->length) {
            uint16_t skip = (uint16_t)(item->offset - r->offset);

            if (n > (size_t)(r->length - skip))
                n = (size_t)(r->length - skip);
            return (int)pi_store_text(&v.k.tab, r, skip, (uint8_t *)buf, n);
        }
    }
    at = item->kind == PITH_KEYWORD ? (uint16_t)form_read(&v, item->offset, (uint8_t *)buf, n) : 0;
    if (at == 0 && v.c->sent.open && item->offset >= v.c->sent.start)
        at = (uint16_t)pi_store_read(&v.k.tab, item->offset, (uint8_t *)buf, n);
    return at ? (int)at : PITH_E_SPACE;
}

int pith_losses(const pith *p, pith_loss *loss)
{
    int err = usable(p);

    if (err)
        return err;
    if (loss == NULL)
        return PITH_E_ARG;
    *loss = pi_core_of(p)->loss;
    loss->words = pi_add32(loss->words, pi_core_of(p)->cur.words);
    loss->bytes = pi_core_of(p)->cut.offset;
    loss->malformed = pi_core_of(p)->cut.malformed;
    return PITH_OK;
}
