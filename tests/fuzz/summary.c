/* The summarizer: options, work size, query, selections and suspensions from the input, the rest is text. Read in one
 * piece, and in pieces with selections and moves in between, it must come to the same. */
#include "fuzz.h"
#include "pith.h"

enum { HEAD = 16, CELLS_MOST = 3000, CHOSEN = 64, KEYS = 8, STEPS = 200000 };

typedef struct {
    pith_config cfg;
    pith_budget budget;
    size_t cells;
    const uint8_t *query, *text;
    size_t nquery, n;
    uint32_t seed;
} task;

typedef struct {
    pith_loss loss;
    unsigned chosen, keys;
    pith_item sentence[CHOSEN], key[KEYS];
    uint8_t letters[CHOSEN][64];
} outcome;

static pith_cell *new_area(size_t cells)
{
    pith_cell *a = malloc((cells + 2 * FUZZ_GUARD) * sizeof *a);

    if (a == NULL)
        exit(1);
    memset(a, 0xA5, (cells + 2 * FUZZ_GUARD) * sizeof *a);
    return a + FUZZ_GUARD;
}

static void check_area(const pith_cell *a, size_t cells)
{
    size_t i;

    for (i = 0; i < FUZZ_GUARD; i++) {
        HOLD(a[-1 - (long)i].w == 0xA5A5A5A5u);
        HOLD(a[cells + i].w == 0xA5A5A5A5u);
    }
}

static task read_task(const uint8_t *data, size_t n)
{
    fuzz_input in;
    task t;

    memset(&t, 0, sizeof t);
    in.at = data;
    in.end = data + (n < HEAD ? n : HEAD);
    t.cells = PITH_CELLS_MIN + fuzz_word(&in) % (CELLS_MOST - PITH_CELLS_MIN);
    t.cfg.model = fuzz_byte(&in) & 1 ? &pith_en_small : &pith_en;
    t.cfg.keep = (uint8_t)(fuzz_byte(&in) % 81);
    t.cfg.flags = fuzz_byte(&in) & 1 ? PITH_NO_KEYWORDS : 0;
    t.cfg.columns = (uint16_t)(fuzz_byte(&in) % 50);
    t.budget.sentences = (uint16_t)(fuzz_byte(&in) % 12);
    if (t.cfg.columns)
        t.budget.rows = (uint16_t)(fuzz_byte(&in) % 12);
    t.budget.percent = (uint8_t)(fuzz_byte(&in) % 101);
    t.budget.words = fuzz_byte(&in);
    t.budget.bytes = fuzz_word(&in) % 2000;
    t.nquery = fuzz_byte(&in) % 20;
    t.cfg.from = fuzz_byte(&in);
    t.seed = fuzz_byte(&in) + 1;
    t.text = data + (n < HEAD ? n : HEAD);
    t.n = (size_t)(data + n - t.text);
    t.query = t.text;
    if (t.nquery > t.n)
        t.nquery = t.n;
    return t;
}

static void ask(pith *p, const task *t, outcome *o)
{
    unsigned steps = 0, i;
    uint32_t end = 0;

    memset(o, 0, sizeof *o);
    while (pith_select(p, &t->budget) == PITH_MORE)
        HOLD(++steps < STEPS);
    for (i = 0; i < CHOSEN && pith_sentence(p, (uint16_t)i, &o->sentence[i]) == PITH_OK; i++) {
        const pith_item *s = &o->sentence[i];

        HOLD(s->length > 0 && s->offset >= end && s->offset + s->length <= t->n);
        HOLD(s->length <= PITH_SENTENCE_MAX + 256);
        end = s->offset + s->length;
        if (t->cfg.keep) {
            int k = pith_text(p, s, o->letters[i], sizeof o->letters[i]);

            HOLD(k > 0 || k == PITH_E_SPACE);
            HOLD(k <= 0 || memcmp(o->letters[i], t->text + s->offset, (size_t)k) == 0);
        }
        o->chosen++;
    }
    for (i = 0; i < KEYS && pith_keyword(p, (uint16_t)i, &o->key[i]) == PITH_OK; i++) {
        HOLD(o->key[i].offset + o->key[i].length <= t->n);
        o->keys++;
    }
    HOLD(pith_losses(p, &o->loss) == PITH_OK);
}

static void start(pith *p, const task *t, pith_cell *area)
{
    HOLD(pith_init(p, &t->cfg, area, t->cells) == PITH_OK);
    HOLD(pith_query(p, t->query, t->nquery) == PITH_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    task t = read_task(data, n);
    pith_cell *area = new_area(t.cells);
    static outcome whole, pieces, between;
    pith_loss last;
    size_t at;
    pith p;

    start(&p, &t, area);
    HOLD(pith_feed(&p, t.text, t.n) == PITH_OK);
    HOLD(pith_end(&p) == PITH_OK);
    ask(&p, &t, &whole);
    check_area(area, t.cells);

    start(&p, &t, area);
    memset(&last, 0, sizeof last);
    for (at = 0; at < t.n;) {
        size_t k = fuzz_piece(&t.seed, t.n - at);
        uint8_t *copy = malloc(k);

        if (copy == NULL)
            exit(1);
        memcpy(copy, t.text + at, k); /* reads beyond the piece are seen */
        HOLD(pith_feed(&p, copy, k) == PITH_OK);
        free(copy);
        at += k;
        if (t.seed % 16 == 0) {
            ask(&p, &t, &between);
            HOLD(between.loss.bytes == at && between.loss.words >= last.words && between.loss.sentences >= last.sentences
                 && between.loss.dropped >= last.dropped && between.loss.terms >= last.terms
                 && between.loss.unkept >= last.unkept && between.loss.malformed >= last.malformed);
            last = between.loss;
        }
        if (t.seed % 16 == 1) { /* elsewhere in memory */
            pith moved = p;
            pith_cell *to = new_area(t.cells);

            memcpy(to, area, t.cells * sizeof *to);
            check_area(area, t.cells);
            free(area - FUZZ_GUARD);
            area = to;
            HOLD(pith_resume(&moved, &t.cfg, area, t.cells) == PITH_OK);
            p = moved;
        }
    }
    HOLD(pith_end(&p) == PITH_OK);
    ask(&p, &t, &pieces);
    check_area(area, t.cells);
    free(area - FUZZ_GUARD);
    HOLD(memcmp(&whole, &pieces, sizeof whole) == 0);
    return 0;
}
